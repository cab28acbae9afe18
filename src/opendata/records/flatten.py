"""Between nested records and flat tables, driven by the registry alone. Not for: files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from opendata.records.base import Row
from opendata.records.tables import TABLES, Child, by_name

Tables = Mapping[str, tuple[Row, ...]]


def flatten(records: Tables) -> dict[str, tuple[Row, ...]]:
    """Nested records by table name -> the rows of every table, by key, children taken out."""
    rows: dict[str, dict[tuple[object, ...], Row]] = {table.name: {} for table in TABLES}
    for name, owners in records.items():
        table = by_name()[name]
        emptied = {child.table: () for child in table.children}
        for owner in owners:
            for child in table.children:
                _put(rows, child.table, getattr(owner, child.table))
            _put(rows, name, [owner.model_copy(update=emptied)])
    return {name: tuple(found[key] for key in sorted(found)) for name, found in rows.items()}


def _put(rows: dict[str, dict[tuple[object, ...], Row]], name: str, found: Iterable[Row]) -> None:
    key = by_name()[name].key
    for row in found:
        rows[name][tuple(getattr(row, part) for part in key)] = row


def nest(rows: Tables) -> dict[str, tuple[Row, ...]]:
    """The rows of every table -> nested records by table name, children by their keys."""
    nested: dict[str, tuple[Row, ...]] = {}
    for table in TABLES:
        if not table.record:
            continue
        owned = {
            child.table: _by_owner(child, rows.get(child.table, ())) for child in table.children
        }
        (key,) = table.key
        nested[table.name] = tuple(
            row.model_copy(
                update={
                    name: tuple(found.get(getattr(row, key), ())) for name, found in owned.items()
                }
            )
            for row in rows.get(table.name, ())
        )
    return nested


def _by_owner(child: Child, rows: Iterable[Row]) -> dict[str, list[Row]]:
    owned: dict[str, list[Row]] = {}
    for row in rows:
        if not child.within or getattr(row, "table", "") == child.within:
            owned.setdefault(getattr(row, child.via), []).append(row)
    return owned
