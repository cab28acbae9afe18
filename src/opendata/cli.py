"""The command line: a thin layer over the library. Not for: doing anything itself.

Heavy modules are imported inside the commands, so that `--help` starts at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from opendata import __version__
from opendata.cli_validate import validate
from opendata.errors import InputError
from opendata.garbage import not_collected

if TYPE_CHECKING:
    from opendata.builder import Built

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_PATH = click.Path(path_type=Path)


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="opendata")
def main() -> None:
    """Turns Vietnamese press pages into an open data package that anyone can check.

    \b
    opendata build pages/ --out datapackage     make a package of a folder of pages
    opendata validate datapackage               check it, or any other Data Package
    opendata why datapackage ct-26-tw-2018      where a record's values come from
    opendata extract page.txt                   what one page says, with the quoted words
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", type=_PATH, required=True, help="Folder of the package; replaced whole.")
@click.option(
    "--people",
    type=click.Choice(["public", "all"]),
    default="public",
    show_default=True,
    help="Whether people without a public role are published too.",
)
def build(sources: tuple[str, ...], out: Path, people: str) -> None:
    """Builds a package of pages: folders, files, or quoted globs (.txt .html .jsonl .jsonl.gz).

    Beside the pages of a folder may stand package.yaml, sources.csv, corrections.yaml and a folder
    authority/ with reference data of one's own. The old package stays until the new one is complete
    and valid.

    \b
    opendata build seeds --out datapackage
    opendata build 'press/*.html' archive.jsonl.gz --out /tmp/package

    Exit codes: 0 built, 1 built but pages were left out, 2 nothing built.
    """
    from opendata.builder import InvalidPackageError
    from opendata.builder import build as build_package

    try:
        with _progress("pages") as advance:
            built = build_package(
                list(sources),
                out,
                people="all" if people == "all" else "public",
                on_page=lambda name: advance(),
            )
    except InputError as error:
        _stop(str(error))
    except InvalidPackageError as error:
        _stop(f"The package that was made is not valid; {out} is as it was before.\n{error}")
    _show_built(built)
    sys.exit(1 if built.left_out else 0)


def _show_built(built: Built) -> None:
    for name, count in built.counts.items():
        click.echo(f"{count:>8}  {name}")
    for code, count in built.flags.items():
        click.echo(f"{count:>8}  flagged {code}")
    for notice in built.notices:
        click.echo(f"notice: {notice}", err=True)
    for page in built.left_out:
        click.echo(f"left out: {page}", err=True)
    click.echo(f"built {built.out}: {built.counts['articles']} articles")


main.add_command(validate)


@main.command()
@click.argument("page", type=_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
)
def extract(page: Path, form: str) -> None:
    """Shows what is read on one page, each value with the words it was read from.

    \b
    opendata extract seeds/lao-cai-toa-an-2023.txt
    opendata extract page.html --format json
    """
    try:
        with not_collected():
            from opendata.explain import page_json, page_text, read_page

            tables = read_page(page)
            click.echo(page_json(tables) if form == "json" else page_text(tables))
    except InputError as error:
        _stop(str(error))


@main.command()
@click.argument("package", type=_PATH)
@click.argument("record")
@click.argument("field", required=False, default="")
def why(package: Path, record: str, field: str) -> None:
    """Tells where a record's values come from: quoted words, metadata, reference row, correction.

    RECORD is an id, or table/id.

    \b
    opendata why datapackage ct-26-tw-2018
    opendata why datapackage articles/lang-son-toa-an-2021 byline
    """
    from opendata.explain import why_text

    try:
        click.echo(why_text(package, record, field))
    except InputError as error:
        _stop(str(error))


@main.group()
def schema() -> None:
    """Writes the schemas, or compares two versions of them."""


@schema.command("export")
@click.argument("folder", type=_PATH, default=Path("schemas"))
def schema_export(folder: Path) -> None:
    """Writes JSON Schemas, Table Schemas, the package profile and the code lists.

    \b
    opendata schema export schemas
    """
    from opendata.authority import load
    from opendata.package.export import export_schemas
    from opendata.records.codes import code_lists

    click.echo(f"wrote {export_schemas(folder, code_lists(load()))} files to {folder}")


@schema.command("diff")
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
def schema_diff(old: Path, new: Path) -> None:
    """Lists what changed between two exports or packages, and the version step it asks for.

    \b
    opendata schema diff released/schemas schemas

    Exit codes: 0 nothing changed, 1 something did, 2 could not run.
    """
    from opendata.package.schema_diff import read_schemas
    from opendata.package.schema_diff import schema_diff as compare

    try:
        changes = compare(read_schemas(old), read_schemas(new))
    except InputError as error:
        _stop(str(error))
    for change in changes:
        place = f"{change.table}.{change.field}" if change.field else change.table
        click.echo(f"{change.step:<6} {place}: {change.what}")
    steps = {change.step for change in changes}
    step = next((one for one in ("major", "minor", "patch") if one in steps), "none")
    click.echo(f"version step: {step}")
    sys.exit(1 if changes else 0)


@main.command()
@click.argument("package", type=_PATH)
@click.argument("answers", type=_PATH)
@click.option("--sources", type=_PATH, help="The pages: captions and offsets count too then.")
@click.option("--show", is_flag=True, help="Print every miss and every extra.")
@click.option("--baseline", type=_PATH, help="Say what was gained and lost since this file.")
@click.option("--update-baseline", type=_PATH, help="Write what was found as the new baseline.")
def evaluate(
    package: Path,
    answers: Path,
    sources: Path | None,
    show: bool,
    baseline: Path | None,
    update_baseline: Path | None,
) -> None:
    """Scores a package against hand-read answers, one JSON file a page.

    Exit code 1 where something was lost since the baseline: a thing found then is missed now, or
    there is a new extra.

    \b
    opendata evaluate datapackage tests/gold
    opendata evaluate datapackage tests/gold --sources seeds --show
    opendata evaluate package answers --sources pages --baseline baseline.csv
    """
    from opendata import evaluation

    try:
        found = evaluation.evaluate(package, answers, sources)
        click.echo(evaluation.render_scores(found, show=show))
        known = evaluation.read_baseline(baseline) if baseline else None
        if known is not None:
            click.echo(evaluation.render_comparison(found, known))
        if update_baseline:
            evaluation.write_baseline(update_baseline, found)
            click.echo(f"wrote {update_baseline}")
    except (InputError, OSError) as error:
        _stop(str(error))
    if known is not None and evaluation.compare(found, known).lost and not update_baseline:
        sys.exit(1)


@main.command()
@click.argument("folder", type=_PATH)
@click.option("--out", type=_PATH, required=True, help="Folder for `pages` and `answers`.")
def passages(folder: Path, out: Path) -> None:
    """Writes short hand-written passages as pages and answers, to be built and evaluated.

    \b
    opendata passages tests/gold/passages --out passages
    opendata build passages/pages --out package --people all
    opendata evaluate package passages/answers --sources passages/pages
    """
    from opendata.evaluation import read_passages, write_passages

    try:
        found = read_passages(folder)
        write_passages(found, out)
    except (InputError, OSError) as error:
        _stop(str(error))
    click.echo(f"wrote {len(found)} passages to {out}")


@main.group()
def site() -> None:
    """Makes the documentation site of a package (needs the extra `site`)."""


@site.command("build")
@click.argument("package", type=_PATH, default=Path("datapackage"))
@click.option("--out", type=_PATH, default=Path("site"), show_default=True)
@click.option("--docs", type=_PATH, help="Folder of hand-written guides to include.")
@click.option("--sources", type=_PATH, help="The pages of the package; shows their text.")
def site_build(package: Path, out: Path, docs: Path | None, sources: Path | None) -> None:
    """Builds the site as static files, for any web server or opened from a folder.

    A Data Package that was not built with this toolkit gets a plain site of its tables and fields.

    \b
    opendata site build datapackage --out site
    """
    from opendata.site import build_site

    try:
        click.echo(f"wrote {build_site(package, out, docs, sources)}")
    except InputError as error:
        _stop(str(error))


@site.command("serve")
@click.argument("package", type=_PATH, default=Path("datapackage"))
@click.option("--docs", type=_PATH, help="Folder of hand-written guides to include.")
@click.option("--sources", type=_PATH, help="The pages of the package; shows their text.")
@click.option("--port", type=int, default=8000, show_default=True)
def site_serve(package: Path, docs: Path | None, sources: Path | None, port: int) -> None:
    """Builds the site and serves it on this machine.

    \b
    opendata site serve datapackage --port 8000
    """
    from opendata.site import serve_site

    try:
        serve_site(package, docs, port, sources)
    except InputError as error:
        _stop(str(error))


@main.group()
def authority() -> None:
    """Works with reference data."""


@authority.command("check")
@click.argument("folder", type=_PATH, required=False)
def authority_check(folder: Path | None) -> None:
    """Says what is wrong with rows of reference data, and where.

    \b
    opendata authority check pages/authority
    """
    from opendata.authority.check import check

    problems = check(folder)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[], None]]:
    """Counts and time on a terminal, nothing elsewhere. Gives the function that counts one more."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} {task.description}"),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)
        yield lambda: shown.advance(task)


def _stop(message: str) -> NoReturn:
    click.echo(f"error: {message}", err=True)
    sys.exit(2)
