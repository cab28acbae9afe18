"""The command `opendata validate`: its options and their texts. Not for: what it does (`reports`).

Like `cli`, it imports heavy modules only when it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

import click

from opendata.errors import InputError
from opendata.garbage import not_collected

_PATH = click.Path(path_type=Path)
_FORMAT = click.Choice(["text", "json", "markdown", "junit", "sarif", "github"])


@click.command()
@click.argument("packages", nargs=-1, metavar="[PACKAGE]...")
@click.option("--sources", type=_PATH, help="The pages: quotes are then held against them.")
@click.option("--schema", type=_PATH, help="The Table Schema of a table without a descriptor.")
@click.option("--rules", type=_PATH, multiple=True, help="YAML file of rules of your own.")
@click.option("--format", "form", type=_FORMAT, default="text", show_default=True)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write a report to a file too; may be repeated.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=1000,
    show_default=True,
    help="Errors listed of each resource; 0 lists all. Totals are true either way.",
)
@click.option("--only", multiple=True, metavar="TYPE,...", help="Only these types or tags.")
@click.option("--skip", multiple=True, metavar="TYPE,...", help="Not these types or tags.")
@click.option("--baseline", type=_PATH, metavar="FILE", help="Known errors, which do not fail.")
@click.option(
    "--write-baseline",
    type=_PATH,
    metavar="FILE",
    help="Write all errors as known; with --baseline only those of it that still occur.",
)
@click.option("--lang", type=click.Choice(["en", "vi"]), help="Default: the environment's.")
@click.option(
    "--strict/--no-strict",
    default=True,
    help="Whether to check what frictionless skips too.  [default: strict]",
)
@click.option("--allow-remote", is_flag=True, help="Fetch paths that are addresses.")
@click.option("--changed", is_flag=True, help="PACKAGE... are files: check their packages.")
def validate(packages: tuple[str, ...], reports: tuple[str, ...], **options: Any) -> None:
    """Checks Data Packages or single tables: their descriptors, cells, keys and promises.

    PACKAGE is a folder, a descriptor or a table; by default `datapackage`.

    \b
    opendata validate datapackage --sources pages
    opendata validate other/datapackage.json --format json
    opendata validate table.csv --schema schema.json
    opendata validate data --report sarif=data.sarif --report junit=data.xml
    opendata validate data --write-baseline known.json; opendata validate data --baseline known.json

    Exit codes: 0 valid, or no error but known ones; 1 invalid; 2 could not run.
    """
    with not_collected():
        from opendata.validation.reports.command import Request, run_command
        from opendata.validation.reports.messages import environment_language
    gc.freeze()  # what was imported is not looked at later either
    if not packages and not options["changed"]:
        packages = ("datapackage",)
    options["lang"] = options["lang"] or environment_language(os.environ)
    try:
        files = tuple(map(_report_file, reports))
        outcome = run_command(Request(packages, reports=files, color=_has_color(), **options))
    except InputError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
    if outcome.notice:
        click.echo(outcome.notice, err=True)
    if outcome.output:
        click.echo(outcome.output, color=True)  # colours are there only where they are wanted
    sys.exit(0 if outcome.passed else 1)


def _report_file(stated: str) -> tuple[str, Path]:
    form, _, file = stated.partition("=")
    if form not in _FORMAT.choices or not file:
        formats = ", ".join(_FORMAT.choices)
        raise InputError(
            f"--report {stated}", "expected FORMAT=FILE", f"FORMAT is one of {formats}"
        )
    return form, Path(file)


def _has_color() -> bool:
    """By no-color.org, and by the variable with which CI asks for colours in its logs."""
    if os.environ.get("NO_COLOR"):
        return False
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return bool(os.environ.get("FORCE_COLOR")) or terminal
