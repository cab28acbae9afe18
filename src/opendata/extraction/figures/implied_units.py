"""The unit of a number that none is written after.

`15 tỷ` is money, `từ 18 xuống 17 năm tù` speaks of years twice, `hơn 200 lăng mộ` counts things for
which the reference data has no noun. Not for: units that are written (`units`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from opendata.authority import Authority
from opendata.extraction.figures.numbers import (
    DIGITS,
    Numeral,
    comparator_before,
    read_numeral,
    words_before,
)
from opendata.extraction.figures.units import UnitNoun, unit_at

_SUM = 10**6  # the least scale of a sum without a unit
_SURE_SUM = 10**9  # from here on it counts nothing but money: people and things have their noun
_WORD = re.compile(r" ([^\W\d_]+)")
_STEP = re.compile(r" (?:lên|xuống|còn)(?: (?:lên|còn|tới|đến|hơn|gần|trên|dưới|khoảng))? ")
_PART = re.compile(r" trong(?: tổng)?(?: số)? ")
_SHARE_IN_BRACKETS = re.compile(r" ?\([0-9.,]{1,8} ?%\)(?= )")
_WRITTEN_AS_COUNT = re.compile(r"0[1-9]|[1-9]\d{0,2}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class _Words:
    """What may follow a sum, and what a number word makes another word with (`tỷ lệ`); and what
    follows a number and is nothing counted."""

    after_sum: frozenset[str]
    compound: frozenset[str]
    no_noun: frozenset[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    return _Words(*(frozenset(cues[name]) for name in ("after_sum", "scale_compound", "no_noun")))


def is_half_a_word(text: str, numeral: Numeral, authority: Authority) -> bool:
    """Whether what looks like a scale makes a word with the next: `kỳ họp thứ 7 triệu tập`."""
    following = _WORD.match(text, numeral.end) if numeral.scaled else None
    return following is not None and following[1] in _words(authority).compound


def is_after_sum(noun: UnitNoun, authority: Authority) -> bool:
    """Whether a noun after a sum begins what comes next: `vay 1,5 tỷ bà giữ`."""
    return noun.noun in _words(authority).after_sum


def with_implied_unit(
    text: str, start: int, numeral: Numeral, begin: int, scales: Mapping[str, int], known: Authority
) -> tuple[Numeral, UnitNoun] | None:
    """The number whose digits begin at `start` with its unit, which ends where the number ends.

    None where nothing tells its unit. The words before it are read from `begin` on.
    """
    if scales.get(numeral.scaled, 0) >= _SUM:
        return numeral, _sum_or_count(text, numeral, scales, known)
    if not text.startswith(" ", numeral.end) or numeral.value_max is not None:
        return None
    words = words_before(text, start, begin)
    share = numeral.denominator and _SHARE_IN_BRACKETS.match(text, numeral.end)
    noun = unit_at(text, share.end(), known) if share else None
    if noun is not None:  # `15/15 (100%) đại biểu`
        return numeral, replace(noun, end=numeral.end)
    return (
        _part(text, numeral, scales, known)
        or _step(text, numeral, words, scales, known)
        or _count(text, start, numeral, words, known)
    )


def _sum_or_count(
    text: str, numeral: Numeral, scales: Mapping[str, int], known: Authority
) -> UnitNoun:
    """Money, unless an unknown noun follows `triệu`."""
    following = _WORD.match(text, numeral.end)
    word = following[1] if following else ""
    counts = word.islower() and word not in _words(known).after_sum
    if following and counts and scales[numeral.scaled] < _SURE_SUM:
        return _item(following, numeral, known)
    return UnitNoun(known.unit_by_noun["đồng"], "đồng", numeral.end, numeral.end)


def _part(
    text: str, numeral: Numeral, scales: Mapping[str, int], known: Authority
) -> tuple[Numeral, UnitNoun] | None:
    """`trúng 39 trong 51 gói thầu`: a part has the unit of its whole."""
    part = _PART.match(text, numeral.end)
    digits = part and DIGITS.match(text, part.end())
    whole = read_numeral(text, *digits.span(), scales) if digits else None
    noun = unit_at(text, whole.end, known) if whole else None
    if whole is None or noun is None or not 1 < numeral.value < whole.value:
        return None
    implied = UnitNoun(noun.unit, noun.noun, numeral.end, numeral.end)
    return replace(numeral, denominator=whole.value), implied


def _step(
    text: str,
    numeral: Numeral,
    words: Sequence[str],
    scales: Mapping[str, int],
    known: Authority,
) -> tuple[Numeral, UnitNoun] | None:
    """`từ 18 xuống 17 năm tù`: the first number has the second one's unit, and its scale."""
    step = _STEP.match(text, numeral.end)
    digits = step and "từ" in words[-2:] and DIGITS.match(text, step.end())
    later = read_numeral(text, *digits.span(), scales) if digits else None
    if step is None or later is None:
        return None
    noun = unit_at(text, later.end, known)
    if noun is None and scales.get(later.scaled, 0) >= _SUM:
        noun = _sum_or_count(text, later, scales, known)
    if noun is None:
        return None
    rises = step[0].startswith(" lên")
    factor = scales[later.scaled] if later.scaled and not numeral.scaled else 1
    for value in (numeral.value * factor, numeral.value):
        if (value < later.value) == rises and value != later.value:
            implied = UnitNoun(noun.unit, noun.noun, numeral.end, numeral.end)
            return replace(numeral, value=value), implied
    return None


def _count(
    text: str, start: int, numeral: Numeral, words: Sequence[str], known: Authority
) -> tuple[Numeral, UnitNoun] | None:
    """`hơn 200 lăng mộ`, `04 định mức`: written as only counts are, before a word in small letters
    that begins nothing else."""
    following = _WORD.match(text, numeral.end)
    if following is None or not following[1].islower() or following[1] in _words(known).no_noun:
        return None
    written = _WRITTEN_AS_COUNT.fullmatch(text, start, numeral.end)
    if not written and comparator_before(words, known) == "eq":
        return None
    return numeral, _item(following, numeral, known)


def _item(following: re.Match[str], numeral: Numeral, known: Authority) -> UnitNoun:
    return UnitNoun(known.unit_by_noun["cái"], following[1], following.start(1), numeral.end)
