"""`sources.csv`: what a publisher states about the pages that lie beside it.

Not for: the pages' own metadata (`html_metadata`, `jsonl`), or deciding what a statement means.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from opendata.errors import InputError
from opendata.reading.decode import place_of
from opendata.reading.document import LeftOut, Stated, leave_out
from opendata.reading.sources import is_json_lines
from opendata.reading.values import state

FILE = "sources.csv"
COLUMNS = ("file", "url", "outlet", "published", "retrieved", "licence", "note")

_LINE_OF_JSON_LINES = re.compile(r"(.+\.jsonl(?:\.gz)?)#(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of `sources.csv`: its line, counted from 1, and what it states."""

    line: int
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one `sources.csv` by `key` of the file name."""

    by_name: Mapping[str, Row] = field(default_factory=dict)

    def about(self, name: str) -> tuple[Stated, ...]:
        """What is stated about a page; for a line of JSON Lines, what its whole file says last."""
        line = _LINE_OF_JSON_LINES.fullmatch(key(name))
        rows = (self.by_name.get(key(name)), self.by_name.get(line[1]) if line else None)
        return tuple(one for row in rows if row for one in row.stated)

    def lines_of(self, file: str) -> dict[str, Row]:
        """The rows that name single lines of a JSON Lines file, by name."""
        start = key(file) + "#"
        return {name: row for name, row in self.by_name.items() if name.startswith(start)}


def key(name: str) -> str:
    """A page's name as rows are looked up by it: systems spell one file name in NFC or not."""
    return unicodedata.normalize("NFC", name)


def read_rows(folder: Path, names: Collection[str]) -> tuple[Rows, tuple[LeftOut, ...]]:
    """The rows of a folder's `sources.csv`, none if there is no such file.

    `names` are the page files of the folder. A bad cell costs the cell, a row about no page or
    about one that has a row already costs the row. Raises `InputError` if the file is not UTF-8,
    not CSV, or its header is not made of the columns above with `file` among them.
    """
    file = folder / FILE
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Rows(), ()
    except OSError as error:
        raise InputError(
            str(file), f"cannot be read ({error.strerror})", "Check the file's rights"
        ) from None
    known = set(map(key, names))
    rows: dict[str, Row] = {}
    faults: list[LeftOut] = []
    header, *cells_by_line = _cells(file, data)
    _refuse_header(file, header[1])
    for line, cells in cells_by_line:
        try:
            row = _by_column(file, line, header[1], cells)
            name = _page_named(file, line, row["file"], known, rows)
        except InputError as error:
            faults.append(leave_out(error, "statement"))
            continue
        stated, bad = _statements(file, line, name, row)
        rows[name] = Row(line, stated)
        faults += bad
    return Rows(rows), tuple(faults)


def _cells(file: Path, data: bytes) -> list[tuple[int, list[str]]]:
    """Line number and cells of the header and of every row that is not blank."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            str(file), "is not UTF-8", "Save it as UTF-8", place_of(data, error.start)
        ) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if cells or not found:
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            str(file),
            f"is not CSV as RFC 4180 has it ({error})",
            "Check the quotes from there on",
            f"line {line}",
        ) from None
    return found or [(1, [])]


def _refuse_header(file: Path, header: list[str]) -> None:
    unknown = [column for column in header if column not in COLUMNS]
    twice = sorted({column for column in header if header.count(column) > 1})
    if unknown:
        problem = f"unknown column {', '.join(map(repr, unknown))}"
    elif twice:
        problem = f"column {', '.join(twice)} stands twice"
    elif "file" not in header:
        problem = "has no column file"
    else:
        return
    columns = ",".join(COLUMNS)
    raise InputError(str(file), problem, f"The columns are {columns}; only file must be", "line 1")


def _by_column(file: Path, line: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise InputError(
            str(file),
            f"has {len(cells)} cells, the header {len(header)}",
            "Quote cells that hold a comma, and leave no column out",
            f"line {line}",
        )
    return dict(zip(header, cells, strict=True))


def _page_named(file: Path, line: int, cell: str, known: set[str], rows: Mapping[str, Row]) -> str:
    """The page that a row is about. Raises `InputError` for a row that is about none."""
    place = f"line {line}, column file"
    name = key(cell.strip())
    part = _LINE_OF_JSON_LINES.fullmatch(name)
    if name not in known and not (part and part[1] in known):
        raise InputError(
            str(file),
            f"there is no page {name!r} in the folder",
            "Write the path below the folder, with /; file.jsonl#id for a line of JSON Lines",
            place,
        )
    if name in rows:
        raise InputError(
            str(file),
            f"{name} has a row already, on line {rows[name].line}",
            "Keep one of the two",
            place,
        )
    return name


def _statements(
    file: Path, line: int, name: str, row: Mapping[str, str]
) -> tuple[tuple[Stated, ...], list[LeftOut]]:
    stated, faults = [], []
    for column in COLUMNS[1:]:
        cell = row.get(column, "").strip()
        if not cell:
            continue
        try:
            if column == "url" and is_json_lines(name):
                raise ValueError("one address for many pages: expected a row for each, file#id")
            stated.append(state(column, cell, f"{FILE}:{column}"))
        except ValueError as error:
            place = f"line {line}, column {column}"
            fault = InputError(str(file), f"{cell!r} is {error}", "Correct the cell", place)
            faults.append(leave_out(fault, "statement"))
    return tuple(stated), faults
