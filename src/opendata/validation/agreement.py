"""Tables and nested records of our packages hold the same facts. Not for: whether they are true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from opendata.records.cells import cell_text, number
from opendata.records.columns import column_type
from opendata.records.tables import TABLES, Table, by_name
from opendata.validation.contents import Cells, Contents
from opendata.validation.issues import Issue, package_issue, row_issue, shorten

_REMEDY = "Both are made of the same rows: build the package again"
Key = tuple[str, ...]


def check_agreement(contents: Contents) -> Iterator[Issue]:
    """An issue for each row that JSON has otherwise or not at all, and each that CSV lacks.

    A row that belongs to no record is in none; `links` reports it.
    """
    nested = _flatten(contents)
    for table in TABLES:
        records = nested[table.name]
        for index, row in enumerate(contents.rows[table.name]):
            pair = records.pop(_key(table, row), None)
            where = f"{contents.place(table.name, index)} ({_name(table, row)})"
            if pair is None:
                if _has_owner(table, row, contents):
                    note = f"{where}: is in no JSON record. {_REMEDY}"
                    yield row_issue("opendata-disagreement", note, table.name, index)
                continue
            place, other = pair
            differing = [name for name in other if row[name] != other[name]]
            if differing:
                name = differing[0]
                note = f"{where}: differs in {', '.join(differing)}: {name} is "
                note += f"{_show(row[name])}, but {_show(other[name])} at {place}. {_REMEDY}"
                yield row_issue("opendata-disagreement", note, table.name, index, name)
        for place, row in records.values():
            note = f"{place}: {table.name} {_name(table, row)} is not in "
            note += f"{contents.paths[table.name]}. {_REMEDY}"
            yield package_issue("opendata-disagreement", note, resource=table.name)


def check_repeats(contents: Contents) -> Iterator[Issue]:
    """Records that stand twice in their file."""
    for table in TABLES:
        seen: set[object] = set()
        for at, record in enumerate(contents.records.get(table.name, ())):
            key = record[table.key[0]]
            if key in seen:
                note = f"{contents.paths[table.record]}, /{at}: {key} stands there twice. {_REMEDY}"
                yield package_issue("opendata-disagreement", note, resource=table.record)
            seen.add(key)


def _flatten(contents: Contents) -> dict[str, dict[Key, tuple[str, Cells]]]:
    """For each table place and cells of its rows in the records, by key."""
    kinds = {
        table.name: {name: column_type(field) for name, field in table.columns.items()}
        for table in TABLES
    }
    found: dict[str, dict[Key, tuple[str, Cells]]] = {table.name: {} for table in TABLES}

    def put(table: Table, record: Mapping[str, Any], place: str) -> None:
        cells = {name: cell(record.get(name), kind) for name, kind in kinds[table.name].items()}
        found[table.name].setdefault(_key(table, cells), (place, cells))
        for child in table.children:
            for at, row in enumerate(record.get(child.table, ())):
                put(by_name()[child.table], row, f"{place}/{child.table}/{at}")

    for table in TABLES:
        for at, record in enumerate(contents.records.get(table.name, ())):
            put(table, record, f"{contents.paths[table.record]}, /{at}")
    return found


def cell(value: Any, kind: type) -> str:
    """A JSON value as the CSV cell of its column."""
    if value is None:
        return ""
    if kind is tuple:
        return cell_text(tuple(value))
    try:
        if kind is float:
            return number(float(value))
        if kind is datetime:
            return datetime.fromisoformat(value).isoformat()
    except (ValueError, OverflowError):  # a leap second, or an integer beyond all floats
        return str(value)
    return str(value)


def _has_owner(table: Table, row: Cells, contents: Contents) -> bool:
    """Whether a row should be in a record: it is one, or belongs to one that is there."""
    return bool(table.record) or any(
        child.table == table.name
        and (not child.within or row["table"] == child.within)
        and row[child.via] in contents.ids[owner.name]
        for owner in TABLES
        for child in owner.children
    )


def _key(table: Table, row: Cells) -> Key:
    return tuple(row[part] for part in table.key)


def _name(table: Table, row: Cells) -> str:
    return " ".join(_key(table, row))


def _show(cell: str) -> str:
    return repr(shorten(cell, 60)) if cell else "empty"
