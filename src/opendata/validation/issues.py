"""Issue: one fault that a check of ours found, before it becomes an error of a report.

Not for: what frictionless finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One fault. `resource` is empty for the package itself.

    `row` counts rows as frictionless does (the header is 1; 0: no row), `field` is a column.
    `place` is where a descriptor is at fault, as `resources/3/path`. `type` is an error type of
    `errors`. `note` says which file and place, what was expected and what to do.
    """

    resource: str
    row: int
    field: str
    place: str
    type: str
    note: str


def package_issue(type: str, note: str, *, resource: str = "", place: str = "") -> Issue:
    """A fault of a descriptor or of a whole file."""
    return Issue(resource, 0, "", place, type, note)


def row_issue(type: str, note: str, resource: str, index: int, field: str = "") -> Issue:
    """A fault of one row of a table; `index` counts its rows from 0."""
    return Issue(resource, index + 2, field, "", type, note)


def first_of_each(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Of several issues of one row, or of one place of a descriptor, the first; then sorted."""
    found: dict[object, Issue] = {}
    for one in issues:
        at = (one.resource, one.row) if one.row else one.place or (one.resource, one.note)
        found.setdefault(at, one)
    return tuple(sorted(found.values()))


def shorten(text: str, limit: int = 160) -> str:
    """At most `limit` characters; what is left out of the middle shows as `…`."""
    return text if len(text) <= limit else f"{text[: limit - 40]} … {text[-37:]}"
