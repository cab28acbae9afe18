"""One pass over a table in columns: which rows are to be explained, and the keys of the table.

Not for: the explanation (`explain`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import polars as pl

from opendata.validation.columnar.cells import Cells
from opendata.validation.columnar.codes import Codes
from opendata.validation.columnar.content import Digest, Hashing
from opendata.validation.columnar.keys import Keys, KeysFound, KeysPassing, Wanted
from opendata.validation.columnar.marks import Fields, Marker, Marks
from opendata.validation.columnar.opened import Opened
from opendata.validation.columnar.rows import Rows, Span, read_rows


@dataclass(frozen=True, slots=True)
class Scan:
    """`suspects` are the numbers of rows that may have errors, in order; all others have none.

    `keys` are what the keys of the table show.
    """

    rows: int
    spans: tuple[Span, ...]
    suspects: pl.Series
    keys: KeysFound
    digest: Digest


def scan(opened: Opened, wanted: Wanted, codes: Codes, keys: Keys, judge: bool = True) -> Scan:
    """`judge=False` looks at no cells but those of the wanted keys."""
    cells = Cells(list(opened.fields), opened.handlers)
    marker = Marker(opened, wanted.keys(), codes)
    asked = marker.asked | (cells.asked if judge else {})
    passing = KeysPassing(wanted, keys)
    suspects: list[pl.Series] = []
    spans: list[Span] = []
    count = 0
    with _hashing() as hashing:
        for span, rows in read_rows(opened, hashing):
            spans.append(span)
            count += len(rows)
            answer = rows.frame.select(**asked)
            if judge:
                suspects += _suspects(rows, cells, answer)
            for marks, numbers in _marks(rows, marker, answer):
                passing.add(marks, numbers)
        digest = hashing.digest()
    found = passing.found()
    listed = [*suspects, *found.suspects, *found.lost]
    merged = pl.concat(listed).unique().sort() if listed else pl.Series(dtype=pl.UInt32)
    return Scan(count, tuple(spans), merged, found, digest)


@contextmanager
def _hashing() -> Iterator[Hashing]:
    hashing = Hashing()
    try:
        yield hashing
    finally:
        hashing.close()


def _suspects(rows: Rows, cells: Cells, answer: pl.DataFrame) -> Iterator[pl.Series]:
    if rows.odd:
        yield pl.Series([number for number, _ in rows.odd], dtype=pl.UInt32)
    bad = cells.bad(rows.frame, answer)
    if bad is not None:
        yield rows.numbers.filter(bad)


def _marks(
    rows: Rows, marker: Marker, answer: pl.DataFrame
) -> Iterator[tuple[dict[Fields, Marks], pl.Series]]:
    """Of all keys, and the numbers of their rows."""
    yield marker.even(rows.frame, answer), rows.numbers
    if rows.odd:
        yield marker.odd(rows.odd), pl.Series([n for n, _ in rows.odd], dtype=pl.UInt32)


def suspects_by_span(scan: Scan) -> list[tuple[Span, pl.Series]]:
    """The spans that have any, with their numbers."""
    found = []
    for span in scan.spans:
        first = scan.suspects.search_sorted(span.first)
        count = scan.suspects.search_sorted(span.last) - first
        if count:
            found.append((span, scan.suspects.slice(first, count)))
    return found
