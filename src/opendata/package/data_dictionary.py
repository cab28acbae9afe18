"""The README of a package: what it is, what it holds, and its data dictionary.

Not for: the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opendata.package.descriptor import csv_path
from opendata.package.metadata import Metadata
from opendata.package.table_schema import table_schema
from opendata.records.codes import CodeList
from opendata.records.columns import extra, is_required
from opendata.records.tables import TABLES, Table


def readme(metadata: Metadata, lists: Mapping[str, CodeList], counts: Mapping[str, int]) -> str:
    """The package's README in Markdown; `counts` are rows by table."""
    parts = [_heading(metadata), _contents(counts), _HOW_TO_READ]
    parts += ["## Data dictionary · Từ điển dữ liệu"]
    parts += [_dictionary(table, lists) for table in TABLES]
    return "\n\n".join(parts) + "\n"


def _heading(metadata: Metadata) -> str:
    licences = ", ".join(f"[{one.name}]({one.path})" for one in metadata.licenses)
    lines = [f"# {metadata.title}", metadata.title_vi, metadata.description]
    lines += [metadata.description_vi, f"Version {metadata.version}. Licence: {licences}."]
    return "\n\n".join(line for line in lines if line)


def _contents(counts: Mapping[str, int]) -> str:
    lines = ["## Contents · Nội dung", "", "| table | bảng | rows | file |", "|---|---|---:|---|"]
    lines += [f"| {t.title} | {t.title_vi} | {counts[t.name]} | `{csv_path(t)}` |" for t in TABLES]
    return "\n".join(lines)


_HOW_TO_READ = """## How to read it · Cách đọc

- `data/*.csv` hold the facts flat, one table a file (UTF-8, LF, RFC 4180); `records/*.json` hold
  the same facts nested, one whole record a line. `datapackage.json` describes both (v2).
- `start` and `end` count characters (Unicode code points) of the page's text; `quote` is those
  characters. Every other value of articles, events, directives, persons and organisations has a row
  in `evidence`: the words it was read from, or the metadata, reference row or correction behind it.
- `flags` hold what is doubtful about a page or record. A flag is a warning, not an error.
- An empty cell means that nothing is stated. Cells with several values hold a JSON array.
- Cells are exact: a spreadsheet may run a cell that begins with `=`, `+`, `-` or `@` as a formula.
  Import the columns as text."""


def _dictionary(table: Table, lists: Mapping[str, CodeList]) -> str:
    types = {f["name"]: f["type"] for f in table_schema(table, lists)["fields"]}
    lines = [f"### `{table.name}`: {table.title} · {table.title_vi}", ""]
    lines += [(table.model.__doc__ or "").strip(), ""]
    lines += ["| column | type | presence | meaning | ý nghĩa |", "|---|---|---|---|---|"]
    for name, field in table.columns.items():
        presence = "always" if is_required(field) else f"when {extra(field, 'when')}"
        cells = [f"`{name}`", types[name], presence, _meaning(field, table, name)]
        lines.append("| " + " | ".join([*cells, extra(field, "description_vi")]) + " |")
    return "\n".join(lines)


def _meaning(field: Any, table: Table, name: str) -> str:
    notes = [field.description]
    notes += ["Key." if name in table.key else ""]
    notes += [f"Points to `{extra(field, 'references')}`." if extra(field, "references") else ""]
    notes += [f"Code list `{extra(field, 'codes')}`." if extra(field, "codes") else ""]
    notes += [f"Unit: {extra(field, 'unit')}." if extra(field, "unit") else ""]
    return " ".join(note for note in notes if note).replace("|", "\\|")
