"""Where rows and cells of a CSV file stand: its physical lines, which quoted line ends make more.

Not for: what the cells say.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

# A row, from 1 at the top of the file, and one of its cells from 1, or 0 for the row as a whole.
Cell = tuple[int, int]
# Line and column, in characters from 1.
Position = tuple[int, int]

# A file with a line longer than this is no text for an editor.
_LONGEST = 1 << 24
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Text:
    """A CSV file and how it is written. Without `delimiter` it is found by the `labels`."""

    path: Path
    encoding: str = "utf-8"
    delimiter: str = ""
    quote: str = '"'
    escape: str | None = None
    double: bool = True
    labels: tuple[str, ...] = ()


def locate(text: Text, wanted: Collection[Cell]) -> dict[Cell, Position]:
    """Where cells stand; what cannot be found is left out. Reads no further than the last."""
    cells: dict[int, list[int]] = {}
    for row, number in wanted:
        cells.setdefault(row, []).append(number)
    last = max(cells, default=0)
    found: dict[Cell, Position] = {}
    if not last or not text.path.is_file():
        return found
    try:
        written = text if text.delimiter else replace(text, delimiter=_delimiter(text))
        for row, (line, lines) in enumerate(_records(written), 1):
            for number in cells.get(row, ()):
                found[row, number] = _position(written, "".join(lines), number, line)
            if row >= last:
                break
    except (OSError, ValueError, LookupError, csv.Error):
        pass  # A position helps, but the report says all that matters without it.
    return found


def _records(text: Text) -> Iterator[tuple[int, list[str]]]:
    """Of each record the line where it begins, and its lines; the list is used again."""
    with text.path.open(encoding=text.encoding, errors="replace", newline="") as file:
        taken: list[str] = []
        number = 1
        for _ in _reader(text, _noted(file, taken)):
            yield number, taken
            number += len(taken)
            taken.clear()


def _noted(file: TextIO, taken: list[str]) -> Iterator[str]:
    """The lines of a file, which are put down as they are taken."""
    for line in iter(partial(file.readline, _LONGEST), ""):
        if len(line) >= _LONGEST:
            raise ValueError("not a text file")
        taken.append(line)
        yield line


def _reader(text: Text, lines: Iterator[str]) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=text.delimiter,
        quotechar=text.quote or None,
        quoting=csv.QUOTE_MINIMAL if text.quote else csv.QUOTE_NONE,
        escapechar=text.escape,
        doublequote=text.double,
    )


def _position(text: Text, record: str, number: int, line: int) -> Position:
    start = _start(text, record, number) if number else 0
    before = record[:start]
    ends = before.replace("\r\n", "\n").replace("\r", "\n")
    return line + ends.count("\n"), start - max(before.rfind("\n"), before.rfind("\r"))


def _start(text: Text, record: str, number: int) -> int:
    """Where a cell begins; where the row ends, if it has fewer cells."""
    at = 0
    for _ in range(number - 1):
        at = _end(text, record, at)
        if at >= len(record.rstrip("\r\n")):
            return len(record.rstrip("\r\n"))
        at += 1
    return at


def _end(text: Text, record: str, at: int) -> int:
    """Where the cell that begins at `at` ends: at a delimiter, or the end of the record."""
    enclosed = bool(text.quote) and record.startswith(text.quote, at)
    quoted = enclosed
    at += enclosed
    while at < len(record):
        character = record[at]
        if character == text.escape:
            at += 1
        elif quoted and character == text.quote:
            quoted = False
        elif not quoted and character == text.delimiter:
            return at
        elif enclosed and text.double and character == text.quote == record[at - 1]:
            quoted = True  # a quote that is told by two of them
        at += 1
    return len(record)


def _delimiter(text: Text) -> str:
    """The one that splits the header, wherever it stands near the top, into the labels."""
    if not text.labels:
        return ","
    for delimiter in _DELIMITERS:
        if _has_labels(replace(text, delimiter=delimiter), text.labels):
            return delimiter
    raise ValueError("the header is nowhere near the top")


def _has_labels(text: Text, labels: Sequence[str]) -> bool:
    with text.path.open(encoding=text.encoding, errors="replace", newline="") as file:
        rows = (row for _, row in zip(range(5), _reader(text, _noted(file, [])), strict=False))
        return any(_stripped(row) == _stripped(labels) for row in rows)


def _stripped(labels: Sequence[str]) -> list[str]:
    return [one.strip() for one in labels]
