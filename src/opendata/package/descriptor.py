"""`datapackage.json` (v2) of a written package: files, hashes, schemas, counts.

Not for: schemas.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from opendata.package.json_schema import PACKAGE_PROFILE
from opendata.package.metadata import Metadata
from opendata.package.table_schema import table_schema
from opendata.records.codes import CodeList
from opendata.records.tables import TABLES, Table

# How our packages are known to our own checks; the number changes with the contract tables.
CONFORMS_TO = "opendata-press/1"


def csv_path(table: Table) -> str:
    """Where a table stands in a package."""
    return f"data/{table.name}.csv"


def json_path(table: Table) -> str:
    """Where a table's records stand in a package."""
    return f"records/{table.name}.json"


def descriptor(
    folder: Path, metadata: Metadata, lists: Mapping[str, CodeList], counts: Mapping[str, int]
) -> dict[str, Any]:
    """The descriptor of the files in `folder`; `counts` are rows by table."""
    tables = [_table_resource(folder, table, lists, counts[table.name]) for table in TABLES]
    records = [
        _json_resource(folder, table, counts[table.name]) for table in TABLES if table.record
    ]
    return {
        "$schema": PACKAGE_PROFILE,
        "conformsTo": CONFORMS_TO,
        **metadata.properties(),
        "resources": tables + records,
    }


def _table_resource(
    folder: Path, table: Table, lists: Mapping[str, CodeList], count: int
) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": csv_path(table),
        "title": table.title,
        "title_vi": table.title_vi,
        "description": (table.model.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        **_size(folder / csv_path(table)),
        "rowCount": count,
        "schema": table_schema(table, lists),
    }


def _json_resource(folder: Path, table: Table, count: int) -> dict[str, Any]:
    return {
        "name": table.record,
        "path": json_path(table),
        "title": f"{table.title}: whole records",
        "title_vi": f"{table.title_vi}: bản ghi đầy đủ",
        "description": f"The records of the table {table.name} with their child rows nested.",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_size(folder / json_path(table)),
        "recordCount": count,
    }


def _size(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}
