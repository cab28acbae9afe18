"""Vietnamese number grammar: digits, scale words, ranges, shares, and the words that bound them.

A comma is the decimal sign and a full stop parts thousands (`1.234,5`); `2,92 tỷ` multiplies;
`10-12`, `01 đến 03` is a range; `439/500` a part of a whole. Not for: units, nor whether a number
is a quantity at all (`figures`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of

DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")

_BY_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_BY_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_UP_TO = re.compile(r" ?- ?| (?:đến|tới|hoặc) (?:dưới )?")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_BEFORE = 40  # characters
# `02 (hai) ngày`: documents write a number again in words.
_IN_WORDS = re.compile(
    r" ?\((?:(?:[Mm]ột|[Hh]ai|[Bb](?:a|ốn|ảy|ẩy)|[Nn](?:ăm|hăm)|[Ss]áu|[Tt]ám|[Cc]hín|[Mm]ười|mươi|"
    r"mốt|tư|lăm|linh|lẻ|trăm|nghìn|ngàn)(?: (?=[^)])|(?=\)))){1,9}\)"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, up to `end`, where its unit begins. `scaled`: by a scale word."""

    end: int
    value: Decimal
    value_max: Decimal | None = None
    denominator: Decimal | None = None
    scaled: str = ""


def value_of(digits: str) -> Decimal | None:
    """The value of digits with their signs; None where they are no number (`12.345.67`).

    One full stop before one or two digits (`7.5`) can only be a decimal sign.
    """
    if digits.isdecimal():
        return Decimal(digits)
    if _BY_DOTS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _BY_COMMAS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _DECIMAL.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return None


def whole_number(digits: str, value: Decimal) -> Decimal:
    """The value of digits that count whole things: `1,500` people are not one and a half."""
    return value * 1000 if _ONE_COMMA.fullmatch(digits) else value


def read_numeral(text: str, start: int, end: int, scales: Mapping[str, int]) -> Numeral | None:
    """The number whose digits are `text[start:end]`, with the scale, range or whole after it."""
    low = _amount(text, start, end, scales)
    if low is None:
        return None
    if text.startswith("/", low.end):
        return _share(text, low, scales)
    upper = _UP_TO.match(text, low.end)
    digits = upper and DIGITS.match(text, upper.end())
    if not digits:
        return low
    high = _amount(text, digits.start(), digits.end(), scales)
    if high is None:
        return low
    factor = scales[high.scaled] if high.scaled and not low.scaled else 1
    for value in (low.value * factor, low.value):
        if value < high.value:
            return Numeral(high.end, value, value_max=high.value, scaled=high.scaled)
    return low


def words_before(text: str, place: int, begin: int) -> list[str]:
    """The lower-case words before a number, the nearest last, from `begin` at the earliest."""
    return text[max(begin, place - _WORDS_BEFORE) : place].lower().replace("(", " ( ").split()


@dataclass(frozen=True, slots=True)
class _Comparators:
    """Words to comparator by their place; `longest` counts the words before a number at most."""

    before: Mapping[str, str]
    longest: int
    after: Mapping[str, str]
    find_after: re.Pattern[str]


@cache
def _comparators(authority: Authority) -> _Comparators:
    rows = authority.comparators
    before = {row.words: row.comparator for row in rows if row.place == "before"}
    after = {row.words: row.comparator for row in rows if row.place == "after"}
    longest = max((words.count(" ") + 1 for words in before), default=0)
    return _Comparators(before, longest, after, re.compile(rf" ({any_of(after)})(?!\w)"))


def comparator_before(words: Sequence[str], authority: Authority) -> str:
    """What the lower-case words before a number make of it: a code of the list `comparator`.

    The longest words count: `cao hơn 7,6%` says by how much, not that it is more than that.
    """
    known = _comparators(authority)
    for count in range(known.longest, 0, -1):
        found = known.before.get(" ".join(words[-count:]))
        if found:
            return found
    return "eq"


def comparator_after(text: str, place: int, authority: Authority) -> tuple[str, int] | None:
    """`98% trở lên`: the comparator that begins at `place` and where it ends."""
    known = _comparators(authority)
    match = known.find_after.match(text, place)
    return (known.after[" ".join(match[1].split())], match.end()) if match else None


def _amount(text: str, start: int, end: int, scales: Mapping[str, int]) -> Numeral | None:
    """One number with its scale words: `2,92 tỷ`, `1 tỷ 200 triệu`."""
    value = value_of(text[start:end])
    if value is None:
        return None
    in_words = _IN_WORDS.match(text, end)
    end = in_words.end() if in_words else end
    scale, after = scale_at(text, end, scales)
    if not scale:
        return Numeral(end, value)
    total = value * scales[scale]
    if text.startswith(" rưỡi", after):
        return Numeral(after + len(" rưỡi"), total + Decimal(scales[scale]) / 2, scaled=scale)
    smaller = DIGITS.match(text, after + 1) if text.startswith(" ", after) else None
    if smaller:
        rest = value_of(smaller[0])
        lesser, end_of_lesser = scale_at(text, smaller.end(), scales)
        if rest is not None and lesser and scales[lesser] < scales[scale]:
            return Numeral(end_of_lesser, total + rest * scales[lesser], scaled=scale)
    return Numeral(after, total, scaled=scale)


def scale_at(text: str, place: int, scales: Mapping[str, int]) -> tuple[str, int]:
    """The longest scale word (`tỷ`, `nghìn tỷ`) after a place and its end; empty where none is."""
    first = _WORD.match(text, place + text.startswith(" ", place))
    if first is None or first[0].lower() not in scales:
        return "", place
    second = _WORD.match(text, first.end() + 1)
    if second and text[first.end()] == " ":
        both = f"{first[0]} {second[0]}".lower()
        if both in scales:
            return both, second.end()
    return first[0].lower(), first.end()


def _share(text: str, part: Numeral, scales: Mapping[str, int]) -> Numeral | None:
    """`439/500`: a part of a whole. `12/năm` is none, and the number stands as it is."""
    digits = DIGITS.match(text, part.end + 1)
    if digits is None:
        return part
    whole = value_of(digits[0])
    if whole is None or not whole:
        return None
    scale, end = scale_at(text, digits.end(), scales)
    factor = scales.get(scale, 1)
    value = part.value if part.scaled else part.value * factor
    return Numeral(end, value, denominator=whole * factor, scaled=scale)
