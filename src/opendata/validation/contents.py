"""What the files of one of our packages hold, as text: the rows of its tables, its JSON records.

Text, not models: a check names the cell as it stands, also where it is no valid value.
Not for: other packages, or checking anything.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from opendata.records.tables import TABLES
from opendata.validation.issues import Issue, package_issue
from opendata.validation.source import Described

Cells = Mapping[str, str]
# A cell may be long, as the title of a page without line ends; the default limit is 128 KiB.
csv.field_size_limit(1 << 30)


@dataclass(frozen=True)
class Contents:
    """`rows` by table, with the contract columns; `records` by table; `paths` by resource."""

    rows: Mapping[str, list[Cells]]
    records: Mapping[str, list[Any]]
    paths: Mapping[str, str]

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of every table whose key is one column."""
        return {
            table.name: frozenset(row[table.key[0]] for row in self.rows[table.name])
            for table in TABLES
            if len(table.key) == 1
        }

    def place(self, table: str, index: int) -> str:
        """File and row, counted as frictionless does, of a row counted from 0."""
        return f"{self.paths[table]}, row {index + 2}"


def read_contents(described: Described) -> Contents | tuple[Issue, ...]:
    """The contents, or why they cannot be read."""
    files = {name: described.path(resource) for _, name, resource in described.resources()}
    paths = {name: str(resource.get("path")) for _, name, resource in described.resources()}
    issues: list[Issue] = []

    def read(name: str, parse: Callable[[Path], list[Any]]) -> list[Any]:
        path = files.get(name)
        try:
            return parse(path) if path else []
        except (OSError, ValueError, RecursionError, csv.Error) as error:
            note = f"{paths[name]}{_problem(error)}. Build the package again"
            issues.append(package_issue("opendata-record", note, resource=name))
            return []

    rows = {t.name: read(t.name, partial(_rows, columns=tuple(t.columns))) for t in TABLES}
    records = {t.name: read(t.record, _records) for t in TABLES if t.record}
    return tuple(issues) or Contents(rows, records, paths)


def _rows(path: Path, columns: Sequence[str]) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{n: line.get(n) or "" for n in columns} for line in csv.DictReader(file)]


def _records(path: Path) -> list[Any]:
    found = json.loads(path.read_text("utf-8"))
    if not isinstance(found, list):
        raise ValueError("expected an array of records")
    return found


def _problem(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f", line {error.lineno}, column {error.colno}: is not JSON ({error.msg})"
    if isinstance(error, UnicodeDecodeError):
        return f", byte {error.start}: is not UTF-8"
    return f": cannot be read ({error})"
