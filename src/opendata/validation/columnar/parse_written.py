"""A block that polars reads as csv does, since what it read, written again, is the very text.

The text of well-written cells can be read in one way only. So nothing has to be known of how polars
reads, and lines that differ are few: records of another length, or quotes that are not needed.
Not for: text in which cells are quoted in other ways (`parse_bytes`).
"""

from __future__ import annotations

import io
from typing import IO, Any, Literal, cast

import polars as pl

from opendata.validation.columnar.block import Block, Format, all_but, cells_of, read_frame
from opendata.validation.columnar.parse_bytes import has_plain_lines, is_closed

_Style = Literal["always", "necessary", "never"]
_BATCH = 4096  # rows; the writer's own choice is slower
_FEW = 20  # one line in so many may differ
_IN_A_ROW = 100  # as many may stand together
_SMALLEST, _LARGEST = 1 << 8, 1 << 16  # bytes that are compared at once


def parse_written(text: bytes, form: Format) -> Block | None:
    """Records numbered from 0, or None where polars and csv might differ.

    `text` ends with a line feed, and `form` is plain.
    """
    if not has_plain_lines(text, form):
        return None
    read = read_frame(text, form, even=False)
    if read is None:
        return None
    made = _Compared(text)
    _write(read, made, text, form)
    if made.is_same():
        return Block(0, read.height, _filled(read), by_feed=True)
    is_by_line = read.height == text.count(b"\n")
    return _without_odd(read, text, made, form) if is_by_line else None


def _filled(frame: pl.DataFrame) -> pl.DataFrame:
    names = [column.name for column in frame if column.null_count()]
    return frame.with_columns(pl.col(names).fill_null("")) if names else frame


class _Compared(io.RawIOBase):
    """A file that keeps only what differs from a text: `rest`, which starts at `position`."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self.position = 0
        self.rest: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if not self.rest and self._text.startswith(data, self.position):
            self.position += len(data)
        else:
            self.rest.append(bytes(data))
        return len(data)

    def is_same(self) -> bool:
        return not self.rest and self.position == len(self._text)


def _write(frame: pl.DataFrame, file: _Compared, text: bytes, form: Format) -> None:
    """As csv does, in the way that `text` seems to be written."""
    style: _Style = "necessary"
    if not form.quote:
        style = "never"
    elif text.startswith(form.quote):
        style = "always"
    end = text.find(b"\n")
    frame.write_csv(
        cast(IO[bytes], file),
        include_header=False,
        separator=form.separator.decode(),
        line_terminator="\r\n" if text[:end].endswith(b"\r") else "\n",
        quote_char=form.quote.decode() or '"',
        quote_style=style,
        batch_size=_BATCH,
    )


def _without_odd(frame: pl.DataFrame, text: bytes, made: _Compared, form: Format) -> Block | None:
    """A block whose lines are its records, some not as they would be written.

    None if those are many, or if one is not closed.
    """
    start = text.rfind(b"\n", 0, made.position) + 1
    other = b"".join([text[start : made.position], *made.rest])
    odd = _differing(text, start, other, frame.height // _FEW)
    if odd is None or not all(is_closed(line, form) for _, line in odd):
        return None
    read = tuple((at, cells_of(line, form)) for at, line in odd)
    even = _filled(frame.filter(all_but(frame.height, [at for at, _ in odd])))
    return Block(0, frame.height, even, read, by_feed=True)


def _differing(
    text: bytes, position: int, other: bytes, at_most: int
) -> list[tuple[int, bytes]] | None:
    """Number and text of the lines that differ; None if they are more, or lines are left over.

    `other` is compared with what stands from `position`, the start of a line.
    """
    found: list[tuple[int, bytes]] = []
    line, beside = text.count(b"\n", 0, position), 0
    # If from the start most lines differ, no more are looked at.
    while len(found) <= min(at_most, _IN_A_ROW + line // _FEW):
        same = _common(text, position, other, beside)
        if position + same == len(text) or beside + same == len(other):
            return found if len(text) - position == len(other) - beside else None
        start = text.rfind(b"\n", position, position + same) + 1 or position
        line += text.count(b"\n", position, start)
        end = text.index(b"\n", position + same)
        found.append((line, text[start:end]))
        position, line = end + 1, line + 1
        beside = other.index(b"\n", beside + same) + 1
    return None


def _common(text: bytes, position: int, other: bytes, beside: int) -> int:
    """How many bytes are the same from there on."""
    same, size, differs = 0, _SMALLEST, False
    while size:
        piece = other[beside + same : beside + same + size]
        if piece and text.startswith(piece, position + same):
            same += len(piece)
            size = size if differs else min(2 * size, _LARGEST)
        else:
            differs = True
            size //= 2
    return same
