"""The sentences of a stretch of a page.

Not for: blocks (`blocks.py`), clauses, meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from opendata.authority import load
from opendata.extraction.view import Span

# One class of first signs, for speed.
_END = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"')\]]*(?=\s))")
_REACH = 1000
_VOWELS = re.compile(r"[aeiouy]")


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of `within`, without the blanks around them, in order."""
    start = within.start
    for end in _ends(text, within.start, within.end):
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, within.end)


def sentence_around(text: str, within: Span, place: int) -> Span:
    """The sentence of `within` that the character at `place` stands in, without blanks before it.

    It reaches at most 1,000 characters to either side.
    """
    start, end = max(within.start, place - _REACH), min(within.end, place + _REACH)
    for before in _ends(text, start, place):
        start = before
    while start < place and text[start].isspace():
        start += 1
    return Span(start, next(_ends(text, place, end), end))


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences that end between two places do, with the signs after their stop."""
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "." or not _goes_on(text, match.start(), match.end()):
            yield match.end()


def _goes_on(text: str, stop: int, after: int) -> bool:
    """Whether a full stop ends an abbreviation or an ordinal: `TP. Hà Nội`, `1. Thực hiện`."""
    word = text[text.rfind(" ", 0, stop) + 1 : stop].rpartition("\n")[2]
    # A longer number is a year at the end of its sentence.
    is_ordinal = word.isdecimal() and len(word) <= 2
    if is_ordinal or _is_short(word):
        return True
    following = text[after : after + 2].lstrip(" ")
    return bool(following) and following[0].islower()


def _is_short(word: str) -> bool:
    """Whether a word is a short form: a capital without a vowel (`Ths`, `đ/c`; not `km`,
    `2020`), of two capitals (`TP`), or a rank's (`PGS`)."""
    if word.isupper():
        return len(word) <= 2 or word in _ranks()
    if not (word[:1].isupper() or "/" in word) or any(letter.isdecimal() for letter in word):
        return False
    return len(word) > 1 and not _VOWELS.search(unicodedata.normalize("NFD", word.lower()))


@cache
def _ranks() -> frozenset[str]:
    rows = (row for row in load().positions if row.category in ("rank", "profession"))
    return frozenset(short for row in rows for short in row.abbreviations)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    bare = text[start:end].lstrip()
    if bare:
        first = end - len(bare)
        yield Span(first, first + len(bare.rstrip()))
