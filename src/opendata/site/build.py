"""Builds the site of a package: generated Markdown, one MkDocs run a language, one folder.

Not for: what stands on the pages.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from opendata.errors import InputError
from opendata.package.load import package_folder
from opendata.package.publish import replace_folder
from opendata.site.downloads import write_downloads
from opendata.site.guides import NO_GUIDES, Guides, read_guides
from opendata.site.menu import menu
from opendata.site.mkdocs_files import CONFIG, write_mkdocs_files
from opendata.site.release import Release, read_release
from opendata.site.words import LANGUAGES, words_of

MARKER = ".opendata-site"  # a folder with this file was made here and may be replaced


def build_site(package: Path, out: Path, docs: Path | None) -> Path:
    """Writes the site of a package to `out`, replaced whole, and returns `out`.

    `docs` is a folder of hand-written guides. Raises `InputError` if MkDocs is not installed, the
    package or the guides cannot be used, or `out` holds files that no site put there.
    """
    _refuse_without_mkdocs()
    _refuse_foreign(out)
    release = read_release(package)
    guides = read_guides(docs) if docs else NO_GUIDES

    def write(new: Path) -> None:
        with tempfile.TemporaryDirectory() as source:
            write_pages(Path(source), release, guides)
            _run_mkdocs(Path(source), new)
        write_downloads(new, package_folder(package), release)
        _write_entrance(new)

    replace_folder(out, write)
    return out


def serve_site(package: Path, docs: Path | None, port: int) -> None:
    """Builds the site in a folder of its own and serves it on this machine until interrupted."""
    import click

    with tempfile.TemporaryDirectory() as folder:
        site = build_site(package, Path(folder) / "site", docs)
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


def write_pages(folder: Path, release: Release, guides: Guides) -> None:
    """Writes what MkDocs builds from: the Markdown of both languages and their configuration."""
    about = release.descriptor
    titles = {
        language: words_of(language).pick(about.get("title"), about.get("title_vi"))
        or about["name"]
        for language in LANGUAGES
    }
    licences = ", ".join(one.get("name", "") for one in about.get("licenses", []))
    notice = " · ".join(filter(None, [about["name"], about.get("version", ""), licences]))
    menus = {language: menu(release, guides, language) for language in LANGUAGES}
    write_mkdocs_files(folder, menus, titles, notice)


def _refuse_without_mkdocs() -> None:
    missing = [name for name in ("mkdocs", "material") if find_spec(name) is None]
    if missing:
        raise InputError(
            "opendata site", "needs MkDocs and its theme", "pip install 'opendata-press[site]'"
        )


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
