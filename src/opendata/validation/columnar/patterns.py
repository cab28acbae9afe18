"""A Python pattern → one for polars that matches no more than Python's would.

Not for: patterns with look-around, references or classes that both engines read differently; those
are tried by Python on each distinct text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

try:
    from re import _constants as c  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # not a public module
    parser = c = None

_REPEATS_AT_MOST = 1000  # the other engine refuses large automata


class _Unknown(Exception):  # noqa: N818
    """A construct that is not known to mean the same."""


@lru_cache(256)
def narrow(pattern: str) -> str | None:
    """For `re.compile(pattern).match`: whatever the result finds at the start, Python finds too."""
    if parser is None:
        return None
    try:
        tree = parser.parse(pattern)
        if tree.state.flags != re.UNICODE.value:
            return None
        return r"\A(?:" + _sequence(tree) + ")"
    except (_Unknown, re.error, RecursionError, OverflowError):
        return None


def _sequence(tree: Any) -> str:
    return "".join(_one(kind, value) for kind, value in tree)


def _one(kind: Any, value: Any) -> str:
    if kind is c.LITERAL:
        return _literal(value)
    if kind is c.NOT_LITERAL:
        return f"[^{_literal(value)}]"
    if kind is c.ANY:
        return r"[^\n]"
    if kind is c.IN:
        return _class(value)
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT):
        return _repeat(*value)
    if kind is c.SUBPATTERN:
        _, added, removed, inner = value
        if added or removed:
            raise _Unknown
        return f"(?:{_sequence(inner)})"
    if kind is c.BRANCH:
        return "(?:" + "|".join(map(_sequence, value[1])) + ")"
    if kind is c.AT and value in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
        return r"\A"
    if kind is c.AT and value in (c.AT_END, c.AT_END_STRING):
        return r"\z"
    raise _Unknown


def _repeat(low: int, high: Any, inner: Any) -> str:
    endless = high is c.MAXREPEAT
    if (low if endless else int(high)) > _REPEATS_AT_MOST:
        raise _Unknown
    return f"(?:{_sequence(inner)}){{{low},{'' if endless else int(high)}}}"


def _literal(code: int) -> str:
    if 0xD800 <= code < 0xE000:
        raise _Unknown
    return f"\\x{{{code:X}}}"


def _class(items: list[tuple[Any, Any]]) -> str:
    negated = items[0][0] is c.NEGATE
    parts = [_item(kind, value, negated) for kind, value in items[negated:]]
    return ("[^" if negated else "[") + "".join(parts) + "]"


def _item(kind: Any, value: Any, negated: bool) -> str:
    if kind is c.LITERAL:
        return _literal(value)
    if kind is c.RANGE:
        return f"{_literal(value[0])}-{_literal(value[1])}"
    # The letters and digits of ASCII only: fewer, so that it may not stand in a negated class.
    ascii_only = {
        c.CATEGORY_DIGIT: "0-9",
        c.CATEGORY_WORD: "A-Za-z0-9_",
        c.CATEGORY_SPACE: r"\x{20}\t\n\r\x{0B}\x{0C}",
    }
    if kind is c.CATEGORY and not negated and value in ascii_only:
        return ascii_only[value]
    raise _Unknown
