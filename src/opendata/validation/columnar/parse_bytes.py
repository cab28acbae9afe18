"""A block that polars reads as csv does, by its bytes: quotes stand only around whole cells, no
carriage return stands alone, and every record has the same number of separators, or is a line.

Not for: blocks as they would be written again (`parse_written`), which is seen faster.
"""

from __future__ import annotations

import re
from functools import lru_cache

import polars as pl

from opendata.validation.columnar.block import Block, Format, cells_of, read_frame, schema_of


def parse_bytes(text: bytes, form: Format) -> Block | None:
    """Records numbered from 0, or None where polars and csv might differ.

    `text` ends with a line feed, and `form` is plain.
    """
    bare = _without_quoted(text, form)
    if bare is None or not has_plain_lines(bare, form):
        return None
    skeleton = bare.translate(None, _ordinary(form.separator))
    count = skeleton.count(b"\n")
    # polars does not tell short records from empty cells.
    record = form.separator * (form.width - 1) + b"\n"
    if skeleton == record * count:
        frame = read_frame(text, form, even=True)
        if frame is None or frame.height != count:
            return None
        return Block(0, count, frame, by_feed=True)
    if count != text.count(b"\n"):
        return None
    return _without_odd(text, form, _odd_lines(skeleton, record, count), count)


@lru_cache(8)
def _ordinary(separator: bytes) -> bytes:
    return bytes(one for one in range(256) if one not in b"\n" + separator)


def _without_quoted(text: bytes, form: Format) -> bytes | None:
    """Every quoted cell as one letter; None if a quote stands anywhere else."""
    if not form.quote or form.quote not in text:
        return text
    bare = quoted_cell(form.separator, form.quote).sub(b"x", text)
    return None if form.quote in bare else bare


def is_closed(line: bytes, form: Format) -> bool:
    """Whether a line, given without its line feed, is a record of its own."""
    return _without_quoted(line + b"\n", form) is not None


@lru_cache(8)
def quoted_cell(separator: bytes, quote: bytes) -> re.Pattern[bytes]:
    """A quoted cell from separator to separator; it starts with a plain byte, which is fast."""
    one, mark = re.escape(separator), re.escape(quote)
    inside = rb"(?:[^" + mark + rb"]++|" + mark + mark + rb")*+"
    before = rb"(?<![^" + one + rb"\n]" + mark + rb")"
    return re.compile(mark + before + inside + mark + rb"(?=" + one + rb"|\r?\n)")


def has_plain_lines(bare: bytes, form: Format) -> bool:
    """Whether no line and no cell begins or ends as csv and polars take differently."""
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
    read = [cells_of(lines[at], form) for at in odd]
    for at in reversed(odd):
        del lines[at]
    even = b"\n".join(lines)
    frame = (
        read_frame(even, form, even=True) if even else pl.DataFrame(schema=schema_of(form.width))
    )
    if frame is None or frame.height + len(odd) != count:
        return None
    return Block(0, count, frame, tuple(zip(odd, read, strict=True)), by_feed=True)
