"""Patterns that Python may try for ever on one text, and the same ones in linear time.

Python's `re` tries every way to match: `(a+)+` takes twice as long with each letter. polars matches
in time that grows with the text. Not for: who uses patterns (`patterns`, `json_schema`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import polars as pl

# Python 3.11 keeps its parser of patterns there.
parser: Any = re._parser  # type: ignore[attr-defined]
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}
_MANY = 20  # a repeat of so many counts as endless
_IN_A_ROW = 3


def is_risky(pattern: str) -> bool:
    """Whether a pattern may take more than quadratic time: repeats in repeats, or many in a row."""
    try:
        tree = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return False  # no pattern at all
    return _has_nested(tree, inside=False) or _in_a_row(tree) >= _IN_A_ROW


def _has_nested(tree: Any, inside: bool) -> bool:
    for kind, value in tree:
        repeats = str(kind) in _REPEATS
        wide = repeats and int(value[1]) - int(value[0]) >= _MANY
        varies = (repeats and value[0] != value[1]) or str(kind) == "BRANCH"
        if inside and varies:
            return True
        long = repeats and int(value[1]) >= _MANY
        if any(_has_nested(part, inside or wide or long) for part in _parts(kind, value)):
            return True
    return False


def _in_a_row(tree: Any) -> int:
    """How many endless repeats a match may have to weigh against one another."""
    count = 0
    for kind, value in tree:
        if str(kind) in _REPEATS and int(value[1]) >= _MANY and value[0] != value[1]:
            count += 1
        else:
            count += max((_in_a_row(part) for part in _parts(kind, value)), default=0)
    return count


def _parts(kind: Any, value: Any) -> Iterator[Any]:
    """The patterns within one node of the parser."""
    if str(kind) in _REPEATS or str(kind) == "POSSESSIVE_REPEAT":
        yield value[2]
    elif str(kind) == "SUBPATTERN":
        yield value[3]
    elif str(kind) == "BRANCH":
        yield from value[1]
    elif str(kind) in ("ASSERT", "ASSERT_NOT"):
        yield value[1]
    elif str(kind) == "ATOMIC_GROUP":
        yield value
    elif str(kind) == "GROUPREF_EXISTS":
        yield from (part for part in value[1:] if part is not None)


def is_linear(pattern: str) -> bool:
    """Whether polars can match a pattern; it cannot look around or back."""
    try:
        pl.select(pl.lit("").str.contains(pattern))
    except pl.exceptions.PolarsError:
        return False
    return True


def whole(pattern: str) -> str:
    """For whole cells, as `re.match` with `^…$`, which lets one line end pass at the end."""
    return rf"\A(?:{pattern})\n?\z"


@lru_cache(1024)
def _search(pattern: str, text: str) -> bool:
    return bool(pl.select(pl.lit(text).str.contains(pattern)).item())


def search(pattern: str, text: str) -> bool:
    """As `re.search`. Raises `ValueError` for a pattern that cannot be matched in bounded time."""
    if not is_risky(pattern):
        return re.search(pattern, text) is not None
    if not is_linear(pattern):
        raise ValueError(f"the pattern {pattern[:80]!r} may take for ever. Write it otherwise")
    return _search(pattern, text)
