"""Builds the site of a package: generated Markdown, one MkDocs run a language, one folder.

Not for: what stands on the pages.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.package.load import package_folder, read_descriptor
from opendata.package.publish import replace_folder
from opendata.site.downloads import copy_files, write_archive, write_downloads
from opendata.site.finish import finish
from opendata.site.foreign import Foreign, is_foreign, read_foreign
from opendata.site.foreign_pages import foreign_menu
from opendata.site.guides import NO_GUIDES, Guides, read_guides
from opendata.site.items.files import write_plain_pages, write_records
from opendata.site.items.index import Index, index
from opendata.site.menu import menu
from opendata.site.mkdocs_files import CONFIG, write_mkdocs_files
from opendata.site.names import title_of
from opendata.site.pages import Section
from opendata.site.policy import theme_scripts, write_policies
from opendata.site.release import Release, read_release
from opendata.site.words import LANGUAGES, Language, words_of

MARKER = ".opendata-site"  # a folder with this file was made here and may be replaced


def build_site(package: Path, out: Path, docs: Path | None, sources: Path | None = None) -> Path:
    """Writes the site of a package to `out`, replaced whole, and returns `out`.

    `docs` is a folder of hand-written guides, `sources` holds the pages that the package was made
    from, whose texts then stand on the site. Raises `InputError` if MkDocs is not installed, the
    package or the guides cannot be used, or `out` holds files that no site put there.
    """
    _refuse_without_mkdocs()
    _refuse_foreign(out)
    folder = package_folder(package)
    guides = read_guides(docs) if docs else NO_GUIDES
    write: Callable[[Path], None]
    if is_foreign(read_descriptor(folder)):
        _refuse_sources(sources)
        write = partial(_write_foreign, read_foreign(folder), folder, guides)
    else:
        write = partial(_write, read_release(package, sources), folder, guides)
    replace_folder(out, write)
    return out


def _write(release: Release, package: Path, guides: Guides, new: Path) -> None:
    """The site of a package of ours."""
    with tempfile.TemporaryDirectory() as source:
        archive = write_archive(new, package, release)
        rows = index(replace(release, archive=archive))
        write_pages(Path(source), rows, guides)
        _run_mkdocs(Path(source), new)
    write_downloads(new, package, release)
    _finish(new)
    write_records(new, rows)
    write_plain_pages(new, rows)  # made of pages that are finished


def _write_foreign(package: Foreign, folder: Path, guides: Guides, new: Path) -> None:
    """The plain site of any other package."""
    with tempfile.TemporaryDirectory() as source:
        menus = {one: foreign_menu(package, guides.pages[one], words_of(one)) for one in LANGUAGES}
        _write_source(Path(source), menus, package.descriptor, guides.images)
        _run_mkdocs(Path(source), new)
    paths = {file.path for one in package.resources for file in one.files}
    copy_files(new, folder, {"datapackage.json", *paths})
    _finish(new)


def _finish(new: Path) -> None:
    _write_entrance(new)
    for language in LANGUAGES:
        finish(new / language)
    write_policies(new, theme_scripts())


def serve_site(package: Path, docs: Path | None, port: int, sources: Path | None = None) -> None:
    """Builds the site in a folder of its own and serves it on this machine until interrupted."""
    import click

    with tempfile.TemporaryDirectory() as folder:
        site = build_site(package, Path(folder) / "site", docs, sources)
        handler = partial(SimpleHTTPRequestHandler, directory=str(site))
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError as error:
            problem = f"cannot be used ({error.strerror})"
            raise InputError(f"port {port}", problem, "Choose another --port") from None
        with server:
            click.echo(f"http://127.0.0.1:{server.server_port}/  (stop with Ctrl-C)")
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                click.echo()


def write_pages(folder: Path, rows: Index, guides: Guides) -> None:
    """Writes what MkDocs builds from: the Markdown of both languages and their configuration."""
    menus = {language: menu(rows, guides, language) for language in LANGUAGES}
    _write_source(folder, menus, rows.release.descriptor, guides.images)


def _write_source(
    folder: Path,
    menus: Mapping[Language, Section],
    about: Mapping[str, Any],
    images: Mapping[str, bytes],
) -> None:
    name = str(about.get("name", ""))
    titles = {one: title_of(about, words_of(one), name or "Data Package") for one in LANGUAGES}
    licences = ", ".join(str(one.get("name", "")) for one in about.get("licenses", []))
    notice = " · ".join(filter(None, [name, str(about.get("version", "")), licences]))
    write_mkdocs_files(folder, menus, titles, notice, images)


def _refuse_without_mkdocs() -> None:
    missing = [name for name in ("mkdocs", "material") if find_spec(name) is None]
    if missing:
        raise InputError(
            "opendata site", "needs MkDocs and its theme", "pip install 'opendata-press[site]'"
        )


def _refuse_sources(sources: Path | None) -> None:
    if sources is not None:
        problem = "belongs to packages built with this toolkit, and this is another one"
        raise InputError("--sources", problem, "Leave it out")


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise InputError(str(out), "is a file, not a folder", "Choose another --out")
    if any(out.iterdir()) and not (out / MARKER).is_file():
        raise InputError(
            str(out),
            "holds files that no site build put there",
            "Choose another --out, or move them away first",
        )


def _run_mkdocs(source: Path, target: Path) -> None:
    """Both languages at once, each in a process of its own; strict: a warning is an error."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    running = [
        subprocess.Popen(
            [*command, "-f", str(source / one / CONFIG), "-d", str(target / one)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment,
        )
        for one in LANGUAGES
    ]
    said = [process.communicate()[0].strip() for process in running]
    for language, process, text in zip(LANGUAGES, running, said, strict=True):
        if process.returncode:
            told = [line for line in text.splitlines() if not line.startswith("INFO")]
            problem = "could not be built:\n" + "\n".join(told) + "\n"
            raise InputError(f"the site ({language})", problem, "Mend the pages named above")


def _write_entrance(site: Path) -> None:
    page = files(__package__).joinpath("entrance.html").read_text("utf-8")
    (site / "index.html").write_text(page, encoding="utf-8", newline="\n")
    (site / MARKER).write_text("made by `opendata site build`\n", encoding="utf-8")
