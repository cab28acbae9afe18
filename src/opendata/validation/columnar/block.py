"""Records in columns, the format that they are written in, and how polars reads them.

Not for: whether that reading is what Python's csv gives (`parse`).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from opendata.validation.columnar.errors import Unproven

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Format:
    """How records are written. `width` is the number of cells that a record should have."""

    dialect: csv.Dialect
    width: int

    @property
    def separator(self) -> bytes:
        return str(self.dialect.delimiter).encode()

    @property
    def quote(self) -> bytes:
        """Empty if quotes mean nothing."""
        return b"" if self.dialect.quoting == csv.QUOTE_NONE else _quote(self.dialect)

    def is_plain(self) -> bool:
        """Whether polars knows all that this format needs."""
        one, quote = self.separator, self.quote
        odd = len(one) != 1 or len(quote) > 1 or one in (b"\n", b"\r", quote)
        escapes = self.dialect.escapechar or not self.dialect.doublequote
        return not (odd or escapes or quote in (b"\n", b"\r"))


def _quote(dialect: csv.Dialect) -> bytes:
    return str(dialect.quotechar or "").encode()


@dataclass(frozen=True)
class Block:
    """Records in a row. `frame` holds those of the right width as text, column by column.

    `first` is the number of the first record, `count` how many there are. `odd` are the other
    records with their numbers. `start` and `end` are where the block stands in the text. If
    `by_feed`, a line feed ends each record, and lone carriage returns stand only in quotes.
    """

    first: int
    count: int
    frame: pl.DataFrame
    odd: tuple[tuple[int, list[str]], ...] = ()
    start: int = 0
    end: int = 0
    by_feed: bool = False

    @cached_property
    def numbers(self) -> pl.Series:
        """The numbers of the records in `frame`."""
        every = pl.int_range(self.first, self.first + self.count, dtype=pl.UInt32, eager=True)
        if not self.odd:
            return every
        return every.filter(all_but(self.count, [number - self.first for number, _ in self.odd]))


def all_but(count: int, places: Sequence[int]) -> pl.Series:
    """True `count` times, but for some places from 0."""
    chosen = pl.repeat(True, count, dtype=pl.Boolean, eager=True)
    return chosen.scatter(pl.Series(places, dtype=pl.UInt32), False)


def cells_of(line: bytes, form: Format) -> list[str]:
    """The cells of a line that is one record; it is given without its line feed."""
    try:
        return next(csv.reader([line.decode() + "\n"], dialect=form.dialect))
    except UnicodeError as error:
        raise Unproven("the file is not UTF-8") from error


def read_frame(text: bytes, form: Format, *, even: bool) -> pl.DataFrame | None:
    """What polars reads; None for what it refuses.

    `even`: all records have the right length, and empty cells are empty texts. Otherwise longer
    ones are cut, shorter ones filled, and cells without anything, not even quotes, are null.
    """
    if text.startswith(_BOM):  # the first line may be another than before
        return None
    quote = form.quote.decode() if form.quote and form.quote in text else None
    try:
        return pl.read_csv(
            text,
            has_header=False,
            schema=schema_of(form.width),
            separator=form.separator.decode(),
            quote_char=quote,
            empty_string_is_null=not even,
            truncate_ragged_lines=not even,
        )
    except pl.exceptions.PolarsError as error:
        if "utf-8" in str(error):
            raise Unproven("the file is not UTF-8") from error
        return None


def schema_of(width: int) -> dict[str, type[pl.String]]:
    """All columns are text; their names are their places."""
    return {str(at): pl.String for at in range(width)}
