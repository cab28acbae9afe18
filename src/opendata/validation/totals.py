"""How many errors there are of a type in a column, listed or not, as the stats of a task hold it.

`stats["totals"]` is there only where a limit cut the list: of each type and field the count in the
whole table. Not for: counting (whoever finds errors does).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from frictionless import Error, errors

# Type of error and name of the field, which is empty where an error has none.
Kind = tuple[str, str]
Totals = Mapping[Kind, int]


def field_of(error: Error) -> str:
    """The column or columns that an error is about."""
    if isinstance(error, errors.ForeignKeyError):
        return ", ".join(error.field_names)
    if isinstance(error, errors.LabelError):
        return str(error.field_name or error.label)
    return str(getattr(error, "field_name", None) or "")


def count_kinds(found: Iterable[Error]) -> Counter[Kind]:
    """Counts of the errors that are listed."""
    return Counter((error.type, field_of(error)) for error in found)


def read_totals(stats: Mapping[str, Any]) -> dict[Kind, int]:
    """The totals that stats state; none where all errors are listed."""
    return {(one["type"], one["field"]): one["count"] for one in stats.get("totals", ())}


def write_totals(totals: Totals) -> dict[str, Any]:
    """What to add to stats: nothing where there are no totals."""
    rows = [{"type": type, "field": field, "count": n} for (type, field), n in totals.items()]
    return {"totals": rows} if rows else {}


def fold_totals(totals: Totals, before: Counter[Kind], after: Counter[Kind]) -> dict[Kind, int]:
    """Totals once some of the listed errors turned out to be consequences of others.

    Where all of a kind were, those that are not listed are taken to be consequences too.
    """
    return {
        kind: count - (before[kind] - after[kind])
        for kind, count in totals.items()
        if after[kind] or not before[kind]
    }
