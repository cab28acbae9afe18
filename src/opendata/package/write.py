"""Writes a whole package into an empty folder. Not for: replacing an old one (`publish`)."""

from __future__ import annotations

import json
from pathlib import Path

from opendata.authority import Authority
from opendata.package.csv_files import write_csv
from opendata.package.data_dictionary import readme
from opendata.package.descriptor import csv_path, descriptor, json_path
from opendata.package.json_files import write_json
from opendata.package.metadata import Metadata
from opendata.records.codes import code_lists
from opendata.records.flatten import Tables, nest
from opendata.records.tables import TABLES


def write_package(folder: Path, rows: Tables, metadata: Metadata, authority: Authority) -> None:
    """Writes CSV, JSON, README and descriptor of `rows` (flat, sorted by key) into `folder`."""
    lists = code_lists(authority)
    counts = {table.name: len(rows.get(table.name, ())) for table in TABLES}
    records = nest(rows)
    (folder / "data").mkdir(parents=True)
    (folder / "records").mkdir()
    for table in TABLES:
        write_csv(folder / csv_path(table), table, rows.get(table.name, ()))
        if table.record:
            write_json(folder / json_path(table), records[table.name])
    _write_text(folder / "README.md", readme(metadata, lists, counts))
    described = descriptor(folder, metadata, lists, counts)
    _write_text(folder / "datapackage.json", json_text(described))


def json_text(value: object) -> str:
    """JSON for people: two spaces, Vietnamese as it is, a line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
