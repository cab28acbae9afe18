"""Text of a table → blocks of records in columns, with the very cells that Python's csv gives.

polars reads a block where that is shown to be the same, by writing it again (`parse_written`) or by
its bytes (`parse_bytes`). Single records that differ are read by csv, and so is a whole block where
nothing is shown. Not for: what the cells mean.
"""

from __future__ import annotations

import csv
import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import polars as pl

from opendata.validation.columnar.block import Block, Format
from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.parse_bytes import parse_bytes
from opendata.validation.columnar.parse_written import parse_written
from opendata.validation.columnar.text import Text

_AT_ONCE = 3
_ROWS = 100_000  # of a block that csv reads


@dataclass(frozen=True, slots=True)
class _Begun:
    """Lines that are being parsed while blocks before them are used; none if no line ends."""

    start: int
    taken: bytes
    parsed: Future[Block | None]


def blocks(text: Text, skipped: int, form: Format) -> Iterator[Block]:
    """The records after the first `skipped` ones; numbers count from 1 and count those too.

    Raises `Unproven` for text that is not UTF-8 and for records that csv cannot read.
    """
    number = 1 + _skip(_records(text, form), skipped)
    begun: deque[_Begun] = deque()
    may_be_cut = True  # until a record is, most texts have none with a line's end in quotes
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while _begin(begun, text, form, pool, may_be_cut):
            one = begun.popleft()
            found = one.parsed.result()
            if found is not None:
                yield _numbered(found, number, one.start, one.start + len(one.taken))
                number += found.count
                continue
            text.unread(b"".join([one.taken, *(other.taken for other in begun)]))
            begun.clear()
            if may_be_cut and form.quote and one.taken.count(form.quote) % 2:
                may_be_cut = False
                continue
            for block in _read(text, number, form):
                yield block
                number += block.count


def _begin(
    begun: deque[_Begun], text: Text, form: Format, pool: ThreadPoolExecutor, may_be_cut: bool
) -> bool:
    """Whether there is anything left."""
    while len(begun) < _AT_ONCE and not text.is_used_up() and (not begun or begun[-1].taken):
        start, taken = text.position, text.records()
        if not may_be_cut and taken.count(form.quote) % 2:
            taken = text.cut(taken, form.quote)
        begun.append(_Begun(start, taken, pool.submit(_parse, taken, form)))
    return bool(begun)


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
    return Block(first, found.count, found.frame, odd, start, end, found.by_feed)


def _parse(text: bytes, form: Format) -> Block | None:
    """Records numbered from 0, or None where polars and csv might differ."""
    if not text or not form.is_plain() or b"\0" in text or len(text) > csv.field_size_limit():
        return None
    if not text.endswith(b"\n"):
        text += b"\n"
    return parse_written(text, form) or parse_bytes(text, form)


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
