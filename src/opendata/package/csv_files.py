"""Rows to CSV and back: UTF-8, LF, RFC 4180 quoting, values exact. Not for: descriptors."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.records.base import Row
from opendata.records.cells import cell_text, number
from opendata.records.columns import column_type
from opendata.records.tables import Table

# A cell may be a whole page's text in somebody's package; the default limit is 128 KiB.
csv.field_size_limit(1 << 30)


def write_csv(path: Path, table: Table, rows: Iterable[Row]) -> int:
    """Writes a header and the rows in the order given; returns how many rows."""
    names = list(table.columns)
    cells = [_writer_of(column_type(field)) for field in table.columns.values()]
    # A key of one column would make attrgetter return the bare value, not a tuple.
    pick: Callable[[Row], tuple[Any, ...]] = (
        attrgetter(*names) if len(names) > 1 else lambda row: (getattr(row, names[0]),)
    )
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        plain = csv.writer(file, lineterminator="\n")
        # csv.writer leaves a bare CR unquoted when lines end in LF, and readers split there.
        quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        plain.writerow(names)
        for row in rows:
            line = [
                "" if value is None else cell(value)
                for cell, value in zip(cells, pick(row), strict=True)
            ]
            (quoted if any("\r" in cell for cell in line) else plain).writerow(line)
            count += 1
    return count


def read_csv(path: Path, table: Table) -> Iterator[Row]:
    """The rows of a file that `write_csv` wrote.

    Raises `InputError` with the line where a row does not fit the table.
    """
    from pydantic import ValidationError

    arrays = {n for n, field in table.columns.items() if column_type(field) is tuple}
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        for line in lines:
            values: dict[str, Any] = {n: cell for n, cell in line.items() if cell != ""}
            try:
                for name in arrays & values.keys():
                    values[name] = json.loads(values[name])
                yield table.model.model_validate(values)
            except (ValidationError, json.JSONDecodeError) as error:
                problem = _first(error) if isinstance(error, ValidationError) else str(error)
                raise InputError(
                    path.name,
                    problem,
                    "Run `opendata validate` on the package for the whole list",
                    f"line {lines.line_num}",
                ) from None


def _first(error: Any) -> str:
    one = error.errors()[0]
    return f"{'.'.join(map(str, one['loc']))}: {one['msg']}"


def _writer_of(kind: type) -> Callable[[Any], str]:
    if kind is str:
        return str.__str__
    return number if kind is float else cell_text
