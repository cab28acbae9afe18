"""What people ask of single records: what does this page say, where does this value come from.

Not for: building or checking packages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from opendata.authority import load_beside
from opendata.errors import InputError
from opendata.extraction.extract import extract
from opendata.reading.read import LeftOut, read, source_folder
from opendata.records.base import Row
from opendata.records.cells import cell_text
from opendata.records.evidence import Evidence
from opendata.records.flatten import nest
from opendata.records.tables import TABLES, by_name
from opendata.resolution.merge import merge
from opendata.resolution.page_rows import page_rows

Tables = Mapping[str, tuple[Row, ...]]


def read_page(page: Path) -> Tables:
    """The tables of one page alone, private people included.

    Raises `InputError` if it cannot be read.
    """
    authority = load_beside(source_folder([page]))
    found = list(read([page]))
    left_out = [one for one in found if isinstance(one, LeftOut) and one.what == "page"]
    if left_out:
        raise InputError(str(page), str(left_out[0]), "Give a page that can be read")
    pages = [
        page_rows(one, extract(one, authority), authority, everyone=True)
        for one in found
        if not isinstance(one, LeftOut)
    ]
    return merge(pages, authority)


def page_json(tables: Tables) -> str:
    """The nested records of every table, as JSON."""
    records = {
        name: [json.loads(one.model_dump_json(exclude_none=True)) for one in found]
        for name, found in nest(tables).items()
    }
    return json.dumps(records, ensure_ascii=False, indent=2)


def page_text(tables: Tables) -> str:
    """Every record with its values and the words behind them, then the other rows."""
    parts: list[str] = []
    for table in TABLES:
        rows = tables[table.name]
        if table.name in ("blocks", "evidence", "outlets", "provinces") or not rows:
            continue
        parts.append(f"{table.title} ({len(rows)})")
        for row in rows:
            parts += [f"  {line}" for line in _lines(row, table.name, tables)]
    return "\n".join(parts)


def why_text(package: Path, record: str, field: str = "") -> str:
    """Where a record's values come from; `record` is an id, or table/id.

    Raises `InputError` if there is no such record or field.
    """
    from opendata.package.load import load  # `extract` needs none of what it imports

    tables = load(package).tables
    table, row = _find(tables, record)
    if field and field not in by_name()[table].columns:
        columns = ", ".join(by_name()[table].columns)
        raise InputError(f"{table}/{record}", f"has no field {field!r}", f"Fields are {columns}")
    lines = [f"{table}/{_id(row, table)}", *_lines(row, table, tables, field)[1:]]
    return "\n".join(lines)


def _find(tables: Tables, record: str) -> tuple[str, Row]:
    name, _, record_id = record.rpartition("/")
    if name and name not in by_name():
        raise InputError(
            record, f"there is no table {name!r}", f"Tables are {', '.join(by_name())}"
        )
    for table in TABLES:
        if name in ("", table.name):
            for row in tables[table.name]:
                if _id(row, table.name) == record_id:
                    return table.name, row
    raise InputError(
        record, "is not in the package", "Look the id up in the first column of a table"
    )


def _id(row: Row, table: str) -> str:
    return ".".join(str(getattr(row, part)) for part in by_name()[table].key)


def _lines(row: Row, table: str, tables: Tables, only: str = "") -> list[str]:
    """A row's id, each field with its value and reasons, and the quote of a row that has one."""
    said = _evidence(tables["evidence"], table, _id(row, table))
    own_quote = ("article_id", "start", "end", "quote") if hasattr(row, "quote") else ()
    lines = [_id(row, table)]
    for name in by_name()[table].columns:
        value = getattr(row, name)
        if value in (None, ()) or name in (*by_name()[table].key, *own_quote):
            continue
        if only in ("", name):
            lines.append(f"  {name}: {cell_text(value)}")
            lines += [f"      {_reason(one, cell_text(value))}" for one in said.get(name, ())]
    if own_quote:
        lines.append(f"      {_quoted(row)}")
    return lines


def _quoted(row: Any) -> str:
    return f'"{row.quote}" [{row.article_id} {row.start}-{row.end}]'


def _evidence(rows: Iterable[Row], table: str, record_id: str) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for row in rows:
        if isinstance(row, Evidence) and (row.table, row.record_id) == (table, record_id):
            found.setdefault(row.field, []).append(row)
    return found


def _reason(one: Evidence, value: str) -> str:
    parts = [one.basis]
    if one.value != value:
        parts.append(f"says {one.value}")
    if one.basis_ref:
        parts.append(f"({one.basis_ref})")
    if one.quote:
        parts.append(_quoted(one))
    elif one.article_id:
        parts.append(f"[{one.article_id}]")
    return " ".join(parts)
