"""Text of a table → blocks of records in columns, with the very cells that Python's csv gives.

polars reads a block only where its bytes prove that both read it the same: quotes stand only around
whole cells, no bare carriage return, and the same number of separators in every record. Single
records of another length are read by `csv`, and so is a whole block where the proof fails.

Not for: what the cells mean.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import polars as pl

from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.text import Text

_BOM = b"\xef\xbb\xbf"
_ROWS = 100_000  # of a block that csv reads


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
    records with their numbers. `start` and `end` are where the block stands in the text, in which
    each line is a record if `by_line`.
    """

    first: int
    count: int
    frame: pl.DataFrame
    odd: tuple[tuple[int, list[str]], ...] = ()
    start: int = 0
    end: int = 0
    by_line: bool = False

    @cached_property
    def numbers(self) -> pl.Series:
        """The numbers of the records in `frame`."""
        every = pl.int_range(self.first, self.first + self.count, dtype=pl.UInt32, eager=True)
        if not self.odd:
            return every
        out = pl.Series([number for number, _ in self.odd], dtype=pl.UInt32)
        return every.filter(~every.is_in(out.implode()))


def blocks(text: Text, skipped: int, form: Format) -> Iterator[Block]:
    """The records after the first `skipped` ones; numbers count from 1 and count those too.

    Raises `Unproven` for text that is not UTF-8 and for records that csv cannot read.
    """
    number = 1 + _skip(_records(text, form), skipped)
    while not text.ended or text.held():
        start, taken = text.position, text.records()
        found = _parse(taken, form) if taken else None
        if found is None and form.quote and form.quote in taken:
            whole = text.cut(taken, form.quote)
            found = _parse(whole, form) if whole and len(whole) < len(taken) else None
            taken = whole
        if found is not None:
            yield _numbered(found, number, start, text.position)
            number += found.count
        else:
            text.unread(taken)
            for block in _read(text, number, form):
                yield block
                number += block.count


def _skip(records: Iterator[list[str]], count: int) -> int:
    """How many there were to skip."""
    return sum(1 for _ in itertools.islice(records, count))


def parse_span(text: bytes, first: int, form: Format) -> Block:
    """A block once more; `text` is from its start to its end."""
    found = _parse(text, form)
    if found is None:
        return _block(_records(Text(iter(()), text), form), first, form.width)
    return _numbered(found, first, 0, len(text))


def _numbered(found: Block, first: int, start: int, end: int) -> Block:
    odd = tuple((first + at, cells) for at, cells in found.odd)
    return Block(first, found.count, found.frame, odd, start, end, found.by_line)


def _parse(text: bytes, form: Format) -> Block | None:
    """Records numbered from 0, or None where polars and csv might differ."""
    if not form.is_plain() or b"\0" in text or len(text) > csv.field_size_limit():
        return None
    if not text.endswith(b"\n"):
        text += b"\n"
    bare = _without_quoted(text, form)
    if bare is None or not _has_plain_lines(bare, form):
        return None
    skeleton = bare.translate(None, _ordinary(form.separator))
    count = skeleton.count(b"\n")
    by_line = count == text.count(b"\n")
    # polars does not tell short records from empty cells.
    record = form.separator * (form.width - 1) + b"\n"
    if skeleton == record * count:
        frame = _frame(text, form)
        if frame is None or frame.height != count:
            return None
        return Block(0, count, frame, by_line=by_line)
    return _without_odd(text, form, _odd_lines(skeleton, record, count), count) if by_line else None


@lru_cache(8)
def _ordinary(separator: bytes) -> bytes:
    return bytes(one for one in range(256) if one not in b"\n" + separator)


def _without_quoted(text: bytes, form: Format) -> bytes | None:
    """Every quoted cell as one letter; None if a quote stands anywhere else."""
    if not form.quote or form.quote not in text:
        return text
    bare = _quoted(form.separator, form.quote).sub(b"x", text)
    return None if form.quote in bare else bare


@lru_cache(8)
def _quoted(separator: bytes, quote: bytes) -> re.Pattern[bytes]:
    """A quoted cell from separator to separator; it starts with a plain byte, which is fast."""
    one, mark = re.escape(separator), re.escape(quote)
    inside = rb"(?:[^" + mark + rb"]++|" + mark + mark + rb")*+"
    before = rb"(?<![^" + one + rb"\n]" + mark + rb")"
    return re.compile(mark + before + inside + mark + rb"(?=" + one + rb"|\r?\n)")


def _has_plain_lines(bare: bytes, form: Format) -> bool:
    if b"\r" in bare and bare.count(b"\r") != bare.count(b"\r\n"):
        return False
    if form.width == 1 and re.search(rb"(?:\A|\n)\r?\n", bare):
        return False  # polars may pass over a blank line
    if form.dialect.skipinitialspace:
        return re.search(rb"(?:\A|\n|" + re.escape(form.separator) + rb") ", bare) is None
    return True


def _odd_lines(skeleton: bytes, record: bytes, count: int) -> list[int]:
    """Which lines have another number of separators."""
    run = re.compile(rb"(?:" + re.escape(record) + rb")*+")
    found, position, line = [], 0, 0
    while line < count:
        match = run.match(skeleton, position)
        assert match is not None
        line += (match.end() - position) // len(record)
        if line < count:
            found.append(line)
            position = skeleton.index(b"\n", match.end()) + 1
            line += 1
    return found


def _without_odd(text: bytes, form: Format, odd: list[int], count: int) -> Block | None:
    lines = text.split(b"\n")
    try:
        read = [cells_of(lines[at], form) for at in odd]
    except UnicodeError as error:
        raise Unproven("the file is not UTF-8") from error
    for at in reversed(odd):
        del lines[at]
    even = b"\n".join(lines)
    frame = _frame(even, form) if even else pl.DataFrame(schema=_schema(form.width))
    if frame is None or frame.height + len(odd) != count:
        return None
    return Block(0, count, frame, tuple(zip(odd, read, strict=True)), by_line=True)


def cells_of(line: bytes, form: Format) -> list[str]:
    """The cells of a line that is one record; it is given without its line feed."""
    return next(csv.reader([line.decode() + "\n"], dialect=form.dialect))


def _frame(text: bytes, form: Format) -> pl.DataFrame | None:
    """What polars reads; None for what it refuses, as records that are too long."""
    if text.startswith(_BOM):  # the first line may be another than before
        return None
    quote = form.quote.decode() if form.quote and form.quote in text else None
    try:
        return pl.read_csv(
            text,
            has_header=False,
            schema=_schema(form.width),
            separator=form.separator.decode(),
            quote_char=quote,
            empty_string_is_null=False,
        )
    except pl.exceptions.PolarsError as error:
        if "utf-8" in str(error):
            raise Unproven("the file is not UTF-8") from error
        return None


def _schema(width: int) -> dict[str, type[pl.String]]:
    return {str(at): pl.String for at in range(width)}


def _read(text: Text, first: int, form: Format) -> Iterator[Block]:
    """What is at hand, by csv, and as much more as its last record needs."""
    until = text.position + text.held()
    records = _records(text, form)
    while text.position < until:
        start, rows = text.position, []
        for cells in records:
            rows.append(cells)
            if text.position >= until or len(rows) == _ROWS:
                break
        block = _block(rows, first, form.width)
        yield replace(block, start=start, end=text.position)
        first += block.count


def _records(text: Text, form: Format) -> Iterator[list[str]]:
    """Records as csv reads them; after each, `text` stands behind it."""
    try:
        yield from csv.reader(text.lines(), dialect=form.dialect)
    except csv.Error as error:
        raise Unproven(f"csv cannot read a record: {error}") from error
    except UnicodeError as error:
        raise Unproven("the file is not UTF-8") from error


def _block(rows: Iterable[list[str]], first: int, width: int) -> Block:
    listed = list(rows)
    odd = tuple((first + at, cells) for at, cells in enumerate(listed) if len(cells) != width)
    even = [cells for cells in listed if len(cells) == width] if odd else listed
    columns = list(zip(*even, strict=True)) or [()] * width
    data = {str(at): pl.Series(column, dtype=pl.String) for at, column in enumerate(columns)}
    return Block(first, len(listed), pl.DataFrame(data), odd)
