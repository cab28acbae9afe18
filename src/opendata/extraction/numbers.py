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

DIGITS = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")

_BY_DOTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_BY_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_UP_TO = re.compile(r" ?- ?| (?:đến|tới|hoặc) ")
_WORD = re.compile(r"[^\W\d_]+")

# Words before a number, the last one or two of them, and what they make of it.
_BEFORE = {
    "hơn": "gt",
    "trên": "gt",
    "quá": "gt",
    "vượt quá": "gt",
    "dưới": "lt",
    "chưa đến": "lt",
    "chưa tới": "lt",
    "chưa đầy": "lt",
    "chưa quá": "le",
    "không đến": "lt",
    "không tới": "lt",
    "không đầy": "lt",
    "ít nhất": "ge",
    "tối thiểu": "ge",
    "thấp nhất": "ge",
    "không dưới": "ge",
    "không ít hơn": "ge",
    "không thấp hơn": "ge",
    "tối đa": "le",
    "nhiều nhất": "le",
    "không quá": "le",
    "không vượt quá": "le",
    "không hơn": "le",
    "không cao hơn": "le",
    "không trên": "le",
    "gần": "approx",
    "khoảng": "approx",
    "chừng": "approx",
    "tầm": "approx",
    "cỡ": "approx",
    "ngót": "approx",
    "xấp xỉ": "approx",
    "ước": "approx",
    "ước tính": "approx",
    "ước khoảng": "approx",
    "trên dưới": "approx",
    "≥": "ge",
    ">=": "ge",
    ">": "gt",
    "≤": "le",
    "<=": "le",
    "<": "lt",
    "~": "approx",
}
# "Cao hơn 7,6%" says by how much, not that it is more than that.
_DIFFERENCE = frozenset(("cao hơn", "thấp hơn", "nhanh hơn", "chậm hơn", "sớm hơn", "muộn hơn"))
_AFTER = re.compile(r" (?:trở (lên|xuống)|(đổ lên|đổ lại))(?!\w)")


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


def comparator_before(words: Sequence[str]) -> str:
    """What the lower-case words before a number make of it: a code of the list `comparator`."""
    last_two = " ".join(words[-2:])
    if last_two in _DIFFERENCE and words[-3:-2] != ["không"]:
        return "eq"
    for count in (3, 2, 1):
        found = _BEFORE.get(" ".join(words[-count:]))
        if found:
            return found
    return "eq"


def comparator_after(text: str, place: int) -> tuple[str, int] | None:
    """`98% trở lên`: the comparator that begins at `place` and where it ends."""
    match = _AFTER.match(text, place)
    if match is None:
        return None
    return ("ge" if match[1] == "lên" or match[2] == "đổ lên" else "le"), match.end()


def _amount(text: str, start: int, end: int, scales: Mapping[str, int]) -> Numeral | None:
    """One number with its scale words: `2,92 tỷ`, `1 tỷ 200 triệu`."""
    value = value_of(text[start:end])
    if value is None:
        return None
    scale, after = scale_at(text, end, scales)
    if not scale:
        return Numeral(end, value)
    total = value * scales[scale]
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
