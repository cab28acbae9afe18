"""Where rows and cells of a CSV file stand: its physical lines, which quoted line ends make more.

Pieces of the file in which each line is a record are counted only; others are read by csv. Not for:
what the cells say.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TextIO

from opendata.validation.columnar.parse_bytes import quoted_cell

# A row, from 1 at the top of the file, and one of its cells from 1, or 0 for the row as a whole.
Cell = tuple[int, int]
# Line and column, in characters from 1.
Position = tuple[int, int]

# A file with a line longer than this is no text for an editor.
_LONGEST = 1 << 24
_PIECE = 1 << 20
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
    found: dict[Cell, Position] = {}
    if not cells or not text.path.is_file():
        return found
    try:
        written = text if text.delimiter else replace(text, delimiter=_delimiter(text))
        for row, line, record in _records(written, sorted(cells)):
            for number in cells[row]:
                found[row, number] = _position(written, record, number, line)
    except (OSError, ValueError, LookupError, csv.Error):
        pass  # A position helps, but the report says all that matters without it.
    return found


def _records(text: Text, rows: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Number, first line and text of some records, in order."""
    wanted = deque(rows)
    row = line = 1
    with text.path.open(encoding=text.encoding, errors="replace", newline="") as file:
        for piece in _pieces(file):
            if not wanted:
                return
            if not _is_line_by_line(piece, text):
                for record in _by_csv(piece, file, text):
                    if wanted and wanted[0] == row:
                        yield wanted.popleft(), line, "".join(record)
                    row, line = row + 1, line + len(record)
                continue
            count = piece.count("\n") + (not piece.endswith("\n"))
            lines = piece.split("\n") if wanted[0] < row + count else []
            while wanted and wanted[0] < row + count:
                at = wanted.popleft() - row
                yield row + at, line + at, lines[at]
            row, line = row + count, line + count


def _pieces(file: TextIO) -> Iterator[str]:
    """Whole lines, many at once. Raises `ValueError` for one that is too long."""
    while piece := file.read(_PIECE):
        rest = "" if piece.endswith("\n") else file.readline(_LONGEST)
        if len(rest) >= _LONGEST:
            raise ValueError("not a text file")
        yield piece + rest


def _is_line_by_line(piece: str, text: Text) -> bool:
    """Whether each line is a record, as far as that is seen fast."""
    if piece.count("\r") != piece.count("\r\n") or (text.escape and text.escape in piece):
        return False
    if not text.quote or text.quote not in piece:
        return True
    if not (text.double and text.quote.isascii() and text.delimiter.isascii()):
        return False
    bare = _quoted(text.delimiter, text.quote).sub("x", piece)
    return text.quote not in bare and bare.count("\n") == piece.count("\n")


@lru_cache(8)
def _quoted(delimiter: str, quote: str) -> re.Pattern[str]:
    return re.compile(quoted_cell(delimiter.encode(), quote.encode()).pattern.decode())


def _by_csv(piece: str, file: TextIO, text: Text) -> Iterator[list[str]]:
    """The lines of each record of a piece; its last record may go on in the file."""
    taken: list[str] = []
    used = 0
    lines = chain(io.StringIO(piece, newline=""), iter(partial(file.readline, _LONGEST), ""))
    for _ in _reader(text, _noted(lines, taken)):
        yield list(taken)
        used += sum(map(len, taken))
        taken.clear()
        if used >= len(piece):
            return


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Lines, which are put down as they are taken."""
    for line in lines:
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
        lines = iter(partial(file.readline, _LONGEST), "")
        rows = (row for _, row in zip(range(5), _reader(text, _noted(lines, [])), strict=False))
        return any(_stripped(row) == _stripped(labels) for row in rows)


def _stripped(labels: Sequence[str]) -> list[str]:
    return [one.strip() for one in labels]
