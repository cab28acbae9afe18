"""The unit after a number: the longest noun or sign of the reference data that stands there.

Not for: the number before it (`numbers`), nor whether the two are a quantity (`figures`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.authority.rows import Unit

# Up to six words, measures of something per something included: `%/năm`, `triệu đồng/người/năm`.
# A name in quotation marks may open with a noun: `3 "Tủ sách pháp luật"`.
_FIRST = re.compile(r' ?(?:(?<= )")?([%‰]|°?[^\W\d_][^\W_]*)')
_RUN = re.compile(r"((?:[%‰]|°?[^\W\d_][^\W_]*)(?:(?:,? |[/-])[^\W_]+){0,5})")


@dataclass(frozen=True, slots=True)
class UnitNoun:
    """A unit as the page writes it: `noun` in lower case, from `start` to `end`."""

    unit: Unit
    noun: str
    start: int
    end: int


def unit_at(text: str, place: int, authority: Authority) -> UnitNoun | None:
    """The unit that begins at `place`, a blank skipped; None where no noun is known."""
    first = _FIRST.match(text, place)
    if first is None or first[1].lower() not in _first_words(authority):
        return None
    run = _RUN.match(text, first.start(1))
    written = run[1] if run else ""
    words = written.lower()
    if len(words) != len(written):
        return None
    nouns = authority.unit_by_noun
    start = first.start(1)
    while True:
        unit = nouns.get(words)
        if unit is not None and _is_written_as(words, written):
            return UnitNoun(unit, words, start, start + len(words))
        cut = max(map(words.rfind, " /-"))
        if cut < 0:
            return None
        words = words[:cut].rstrip(",")


@cache
def _first_words(authority: Authority) -> frozenset[str]:
    """What the nouns begin with: most numbers of a page have none of these after them."""
    return frozenset(re.split(r"[ ,/-]", noun)[0] for noun in authority.unit_by_noun)


def _is_written_as(noun: str, written: str) -> bool:
    """Whether the page's words are the noun, and no sign or name that has its letters.

    `5 g` weighs, `5G` does not; `25 Tô Hiến Thành` is a house, not bowls.
    """
    if len(noun) == 1:
        return written.startswith(noun)
    following = written[len(noun) :].lstrip(" ")
    if " " in noun or not (written[0].isupper() and following[:1].isupper()):
        return True
    # `1 tỷ USD Việt Nam góp`: letters that stand for the unit.
    return noun.isascii() and written[: len(noun)].isupper()
