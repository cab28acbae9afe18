"""A report as text: grouped by resource and type of error, so that nothing floods.

Not for: the report itself (`run`), or its JSON form (`report.to_json()`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from opendata.validation.issues import shorten

if TYPE_CHECKING:
    from frictionless import Error, Report

SHOWN = 3


def render_text(report: Report) -> str:
    """Errors by resource and type, with counts and the first few; warnings by kind; the verdict."""
    lines = list(_errors("package", report.errors))
    for task in report.tasks:
        lines += _errors(f"{task.name} ({task.place})", task.errors)
    warnings = [f"{task.name}: {one}" for task in report.tasks for one in task.warnings]
    warnings = [*report.warnings, *warnings]
    lines += _warnings(warnings)
    count = len(report.errors) + sum(len(task.errors) for task in report.tasks)
    verdict = "valid" if report.valid else "invalid"
    return "\n".join([*lines, f"{verdict}: {_of(count, 'error')}, {_of(len(warnings), 'warning')}"])


def _errors(place: str, found: Sequence[Error]) -> Iterator[str]:
    if not found:
        return
    yield place
    for kind, errors in _by_type(found):
        yield f"  {kind}: {len(errors)}"
        yield from _first([error.message for error in errors])


def _warnings(found: Sequence[str]) -> Iterator[str]:
    if not found:
        return
    yield f"warnings: {len(found)}"
    groups: dict[str, list[str]] = {}
    for one in found:
        # `articles some-id: undated: no date is stated` is about being undated.
        place, _, rest = one.partition(": ")
        kind, _, _ = rest.partition(": ")
        groups.setdefault(kind or place, []).append(one)
    for kind, warnings in groups.items():
        yield f"  {kind}: {len(warnings)}"
        yield from _first(warnings)


def _first(lines: Sequence[str]) -> Iterator[str]:
    # A message may quote a cell with line ends, or a long list of codes.
    yield from (f"    {shorten(' '.join(one.split()), 300)}" for one in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"    … and {len(lines) - SHOWN} more"


def _by_type(found: Iterable[Error]) -> list[tuple[str, list[Error]]]:
    groups: dict[str, list[Error]] = {}
    for error in found:
        groups.setdefault(error.type, []).append(error)
    return list(groups.items())


def _of(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
