"""The rows of a table: its records without header, comments and, if asked, blank ones.

Not for: what the cells mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
from frictionless import Dialect

from opendata.validation.columnar.ahead import ahead
from opendata.validation.columnar.block import Block, cells_of
from opendata.validation.columnar.content import Hashing, Source, chunks
from opendata.validation.columnar.opened import Opened
from opendata.validation.columnar.parse import blocks, parse_span
from opendata.validation.columnar.text import Text

Numbered = tuple[int, list[str]]
_PIECE = 1 << 14


@dataclass(frozen=True, slots=True)
class Rows:
    """`frame` holds the rows of the right width, `numbers` their numbers; `odd` are the others."""

    frame: pl.DataFrame
    numbers: pl.Series
    odd: tuple[tuple[int, list[str]], ...]

    def __len__(self) -> int:
        return self.frame.height + len(self.odd)


@dataclass(frozen=True, slots=True)
class Span:
    """Where the rows from `first` to before `last` stand in the text; `by_feed` as of a block."""

    first: int
    last: int
    start: int
    end: int
    by_feed: bool


def read_rows(opened: Opened, hashing: Hashing | None = None) -> Iterator[tuple[Span, Rows]]:
    """All rows, block by block."""
    text = Text(chunks(opened.source, hashing))
    for block in blocks(text, opened.skipped, opened.form):
        last = block.first + block.count
        span = Span(block.first, last, block.start, block.end, block.by_feed)
        yield span, _content(block, opened.resource.dialect)


def read_again(opened: Opened, chosen: list[tuple[Span, pl.Series]]) -> Iterator[list[Numbered]]:
    """Some rows of some blocks, in order: number and cells."""
    texts = ahead(_texts(opened.source, [span for span, _ in chosen]))
    for (span, numbers), text in zip(chosen, texts, strict=True):
        if span.by_feed and _line_count(text) == span.last - span.first:
            places = [number - span.first for number in numbers.to_list()]
            found = zip(numbers.to_list(), _lines(text, places), strict=True)
            yield [(number, cells_of(line, opened.form)) for number, line in found]
        else:
            block = parse_span(text, span.first, opened.form)
            yield _chosen(_content(block, opened.resource.dialect), numbers)


def _line_count(text: bytes) -> int:
    return text.count(b"\n") + (not text.endswith(b"\n"))


def _lines(text: bytes, places: list[int]) -> Iterator[bytes]:
    """Some lines, counted from 0 and in order; pieces without any are passed over at once."""
    line = position = 0
    for place in places:
        while (after := line + text.count(b"\n", position, position + _PIECE)) < place:
            line, position = after, position + _PIECE
        while line < place:
            line, position = line + 1, text.index(b"\n", position) + 1
        end = text.find(b"\n", position)
        yield text[position:] if end < 0 else text[position:end]


def _chosen(rows: Rows, numbers: pl.Series) -> list[Numbered]:
    keep = rows.numbers.is_in(numbers.implode())
    frame = rows.frame.filter(keep)
    found: list[Numbered] = [
        (number, list(cells))
        for number, cells in zip(rows.numbers.filter(keep), frame.iter_rows(), strict=True)
    ]
    if rows.odd:
        wanted = set(numbers.to_list())
        found += [(number, list(cells)) for number, cells in rows.odd if number in wanted]
        found.sort(key=lambda one: one[0])
    return found


def _texts(source: Source, spans: list[Span]) -> Iterator[bytes]:
    held, passed = b"", 0
    more = chunks(source)
    for span in spans:
        while passed + len(held) < span.end:
            drop = min(max(span.start - passed, 0), len(held))
            passed, held = passed + drop, held[drop:] + next(more)
        yield held[span.start - passed : span.end - passed]


def _content(block: Block, dialect: Dialect) -> Rows:
    """As `dialect.read_enumerated_content_stream` does, whose filters judge the odd rows."""
    frame, numbers, odd = block.frame, block.numbers, block.odd
    keep = []
    if dialect.comment_char:
        keep.append(~frame["0"].str.starts_with(dialect.comment_char))
    if dialect.comment_rows:
        rows = [one for one in dialect.comment_rows if 0 <= one < 2**32]
        keep.append(~numbers.is_in(pl.Series(rows, dtype=pl.UInt32).implode()))
    if dialect.skip_blank_rows:
        keep.append(frame.select(pl.any_horizontal(pl.all() != "").alias("")).to_series())
    for one in keep[1:]:
        keep[0] = keep[0] & one
    if keep:
        frame, numbers = frame.filter(keep[0]), numbers.filter(keep[0])
        comment = dialect.create_comment_filter()  # type: ignore[no-untyped-call]
        blank = dialect.create_blank_filter()  # type: ignore[no-untyped-call]
        odd = tuple(
            (number, cells)
            for number, cells in odd
            if (not comment or comment(number, cells)) and (not blank or blank(cells))
        )
    return Rows(frame, numbers, odd)
