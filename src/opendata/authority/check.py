"""Judges reference data that can be read: spelling, order, sources, examples, words claimed twice.

Not for reading it (`load`), which refuses what cannot be read at all.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from opendata.authority.load import SHIPPED, AuthorityError, Located, Place, load, read
from opendata.authority.rows import OutletProfile
from opendata.authority.tables import TABLES, Table

Rows = dict[tuple[str, ...], Located]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the reference data, and where (`line 3, column examples`)."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


def check(folder: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong with the files of a folder, file by file; with the shipped ones if None.

    A file that cannot be read, or a reference to no row, is the only problem told.
    """
    try:
        load(folder)
    except AuthorityError as error:
        return (Problem(error.file, error.place, f"{error.problem}. {error.remedy}"),)
    return tuple(
        problem
        for table in TABLES
        for rows in (read(table, folder or SHIPPED),)
        for judge in (_order, _cells, _examples, _claims, _layouts)
        for problem in judge(table, rows)
    )


def _order(table: Table, rows: Rows) -> Iterator[Problem]:
    before: tuple[str, ...] = ()
    for key, found in rows.items():
        if key < before:
            yield _problem(found, table.key[0], f"{'|'.join(key)} belongs further up; sort by key")
        before = key


def _cells(table: Table, rows: Rows) -> Iterator[Problem]:
    columns = [field.name for field in fields(table.row)]
    for found in rows.values():
        for column, value in zip(columns, astuple(found.row), strict=True):
            texts = value if isinstance(value, tuple) else (value,)
            for text in texts:
                if isinstance(text, str):
                    for fault in _faults(text):
                        yield _problem(found, column, f"{text!r} {fault}")
            if len(set(texts)) < len(texts):
                yield _problem(found, column, "a value stands twice in the list")


def _faults(text: str) -> Iterator[str]:
    if not text:
        yield "is an empty value between two |"
    if not unicodedata.is_normalized("NFC", text):
        yield "is not NFC"
    if text != " ".join(text.split()):
        yield "has a blank too many"


def _examples(_: Table, rows: Rows) -> Iterator[Problem]:
    for found in rows.values():
        if not found.row.examples:
            yield _problem(found, "examples", "no example as written in the press")


def _claims(table: Table, rows: Rows) -> Iterator[Problem]:
    for column in table.unique:
        claimed: dict[str, Located] = {}
        for found in rows.values():
            for value in getattr(found.row, column):
                first = claimed.setdefault(value.lower(), found)
                if first is not found:
                    yield _problem(found, column, f"{value!r} stands on line {first.line} already")


def _layouts(table: Table, rows: Rows) -> Iterator[Problem]:
    """An outlet's page must have a headline, and every word of its profile must stand on it."""
    for found in rows.values() if table.row is OutletProfile else ():
        lines = [example.partition(": ")[::2] for example in found.row.examples]
        if any(not text for _, text in lines):
            yield _problem(found, "examples", "a line without its kind; write `headline: ...`")
        if not any(kind == "headline" for kind, _ in lines):
            yield _problem(found, "examples", "the page has no headline")
        for column in ("kickers", "frame"):
            for word in getattr(found.row, column):
                if not any(text.startswith(word) for _, text in lines):
                    yield _problem(found, column, f"{word!r} stands on no line of the page")


def _problem(found: Located, column: str, message: str) -> Problem:
    place = Place(found.file, found.line, column)
    return Problem(str(found.file), place.within, message)
