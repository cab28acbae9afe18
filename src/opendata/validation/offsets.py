"""Offsets lie in their text and quotes are what stands there.

Not for: reading the pages (`pages` gives their texts).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opendata.records.tables import TABLES
from opendata.validation.contents import Cells, Contents
from opendata.validation.issues import Issue, row_issue, shorten

MAX_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Span:
    """A row with offsets; `quote` is None in tables without quotes (blocks)."""

    table: str
    index: int
    article_id: str
    start: int
    end: int
    quote: str | None


def spans(contents: Contents) -> Iterator[Span]:
    """Every row with offsets that are numbers."""
    for table in TABLES:
        if "start" not in table.columns:
            continue
        for index, row in enumerate(contents.rows[table.name]):
            start, end = _offset(row, "start"), _offset(row, "end")
            if start is not None and end is not None:
                yield Span(table.name, index, row["article_id"], start, end, row.get("quote"))


def _offset(row: Cells, name: str) -> int | None:
    # Longer ones are no offsets, and int() refuses to read them.
    return int(row[name]) if row[name].isdecimal() and len(row[name]) < 20 else None


def check_offsets(contents: Contents) -> Iterator[Issue]:
    """Bounds of every row with offsets, and the length of its quote."""
    yield from _half_spans(contents)
    lengths = {row["article_id"]: _offset(row, "text_length") for row in contents.rows["articles"]}
    for one in spans(contents):
        where = contents.place(one.table, one.index)
        length = lengths.get(one.article_id)
        if one.start > one.end or (length is not None and one.end > length):
            note = f"{where}: start {one.start} and end {one.end}; expected 0 <= start <= end <= "
            note += f"{length}, the text_length of {one.article_id}. Build the package again"
            field = "end" if length is not None and one.start <= length else "start"
            yield row_issue("opendata-offset", note, one.table, one.index, field)
        elif one.quote is None:
            continue
        elif len(one.quote) != one.end - one.start:
            note = f"{where}: quote has {len(one.quote)} characters; expected end - start = "
            note += f"{one.end - one.start}. Build the package again"
            yield row_issue("opendata-quote", note, one.table, one.index, "quote")
        elif len(one.quote) > MAX_QUOTE:
            note = f"{where}: quote has {len(one.quote)} characters; expected at most {MAX_QUOTE}. "
            note += "Build the package again"
            yield row_issue("opendata-quote", note, one.table, one.index, "quote")


def _half_spans(contents: Contents) -> Iterator[Issue]:
    """Rows with a start and no end, or the other way round."""
    for table in TABLES:
        if "start" not in table.columns:
            continue
        for index, row in enumerate(contents.rows[table.name]):
            if bool(row["start"]) != bool(row["end"]):
                empty = "end" if row["start"] else "start"
                note = (
                    f"{contents.place(table.name, index)}: {empty} is empty; expected both start "
                )
                note += "and end, or neither. Build the package again"
                yield row_issue("opendata-offset", note, table.name, index, empty)


def check_quotes(contents: Contents, found: list[Span], text: str, page: str) -> Iterator[Issue]:
    """The quotes of one page against its text."""
    for one in found:
        actual = text[one.start : one.end]
        if one.quote is not None and one.quote != actual:
            note = f"{contents.place(one.table, one.index)}: quote is {shorten(one.quote)!r}; "
            note += f"{page} has {shorten(actual)!r} from {one.start} to {one.end}. "
            note += "Build the package again"
            yield row_issue("opendata-quote", note, one.table, one.index, "quote")
