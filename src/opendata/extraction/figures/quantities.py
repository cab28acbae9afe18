"""A number with its unit, and whether the words around leave it a quantity.

`Điều 12`, `khóa 13`, `chiều 4/5`, `8 giờ sáng`, `6 tháng đầu năm` are none. Not for: number grammar
(`numbers`), units (`units`), what is published of a quantity (`figures`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from opendata.authority import Authority
from opendata.extraction.figures.implied_units import (
    is_after_sum,
    is_half_a_word,
    with_implied_unit,
)
from opendata.extraction.figures.numbers import (
    DIGITS,
    Numeral,
    comparator_before,
    read_numeral,
    whole_number,
    words_before,
)
from opendata.extraction.figures.units import UnitNoun, unit_at
from opendata.extraction.patterns import any_of, capital_or_not
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_BODIES = words_of(
    "commune district village province unit team project house party_cell party_committee"
)
# `các khoản 1, 2 và 7 Điều 81`: the last of several names.
_LISTED = re.compile(
    r"(?<!\w)(?:khoản|điểm|điều|mục|chương|khóa)(?: [0-9a-zđ]{1,3},)*(?: [0-9a-zđ]{1,3}(?:,| và))$"
)
_EACH = words_of("mỗi mọi hàng hằng một nửa cả từng trong với")
_DAY_PARTS = words_of("ngày sáng chiều tối trưa đêm từ đến")

_CLOCK = re.compile(r" (?:sáng|chiều|tối|trưa|đêm|ngày|kém|rưỡi|phút|\d|hôm|cùng)|\d")
_DURATION_BEFORE = words_of("sau trong hơn gần dài suốt mất trước quá nhất mỗi cả")
# `5 năm tới`, but `5 năm tới 7 năm`, `đưa sau 2 tháng tới Tòa án`.
_AHEAD = rf"gần (?:đây|nhất)|tới(?! [0-9gh{UPPER}])"
_PERIOD_AFTER = {
    "năm": re.compile(
        rf" (?:\(?[0-9]{{4}}|[Nn]gày |(?:qua|nay|{_AHEAD}|tuổi(?! [Đđ]ảng| nghề))(?!\w))"
    ),
    "tháng": re.compile(
        rf" (?:[Cc]hạp|[Gg]iêng|tuổi|đầu|cuối|qua|vừa qua|năm|còn lại|của năm|{_AHEAD})(?!\w)"
        r"|/[0-9]"
    ),
    "tuần": re.compile(r" (?:tuổi|qua|vừa qua|đầu|cuối)(?!\w)"),
    "ngày": re.compile(r" (?:(?:tuổi|đầu|qua|tháng|nghỉ)(?!\w)|[0-9](?![0-9]? đêm))"),
}
_SEVERAL_SPANS = 120  # characters back in which a list of anniversaries may begin
_MONTHS = re.compile(r" (?:và )?(\d{1,2}) tháng(?: tù(?: giam| treo)?)?(?!\w)")
_SUM = 10**6  # the least scale of money in which a comma may part thousands
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d")
_MINUS = re.compile(r"\w -$")
_UP_TO_SAME = re.compile(r" ?- ?| (?:đến|tới) (?:dưới )?")


@dataclass(frozen=True, slots=True)
class _Words:
    """`named` before a number make it a name (`Điều 12`, `khóa 13`), `numbered` only before
    `places` and bodies (`tổ 2 phường`, not `tổ 5 người`), neither after `counting` (`tổng số 12`).

    `spans` before years, also before the first of several (`several_spans`), and `years_of` after
    them tell that they measure no duration; `changes` before `từ` that two values are no range."""

    named: frozenset[str]
    numbered: frozenset[str]
    places: frozenset[str]
    counting: frozenset[str]
    spans: frozenset[str]
    several_spans: re.Pattern[str]
    years_of: re.Pattern[str]
    changes: frozenset[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    return _Words(
        named=frozenset(cue.lower() for cue in cues["numbered"]),
        numbered=frozenset(cues["numbered_place"]),
        places=frozenset(cues["place"]),
        counting=_EACH | frozenset(cues["counting"]),
        spans=frozenset(cues["year_span"]),
        several_spans=re.compile(
            rf"{capital_or_not(cues['year_span'])} [0-9]+ năm [^.;\n]*(?:,| và) $"
        ),
        years_of=re.compile(rf" {any_of(cues['years_of'])}(?!\w)"),
        changes=frozenset(cues["change"]),
    )


def _end_with(words: Sequence[str], cues: frozenset[str]) -> bool:
    """Whether the last one to three words are a cue."""
    return any(" ".join(words[-count:]) in cues for count in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, from `start` to `end`."""

    start: int
    end: int
    numeral: Numeral
    noun: UnitNoun


def begins_number(text: str, start: int, begin: int) -> bool:
    """Whether the digits at `start` are not the rest of a code, a date or a longer number."""
    if start == begin:
        return True
    before = text[start - 1]
    if before == "-":
        return start - 1 == begin or text[start - 2] in " \n"
    return not (before.isalnum() or before in "/.:_,+#")


def read_quantity(
    text: str,
    digits: Span,
    begin: int,
    scales: Mapping[str, int],
    authority: Authority,
) -> Quantity | None:
    """The number whose digits stand at `digits` with its unit; None where no unit is known.

    The words before it are read from `begin` on.
    """
    numeral = read_numeral(text, *digits, scales)
    if numeral is None or is_half_a_word(text, numeral, authority):
        return None
    noun = unit_at(text, numeral.end, authority)
    if noun is None or (numeral.scaled and _is_next(text, noun, authority)):
        implied = with_implied_unit(text, digits.start, numeral, begin, scales, authority)
        if implied is None:
            return None
        numeral, noun = implied
    if _is_whole(text[digits.start : digits.end], numeral, noun.unit.dimension, scales):
        whole = whole_number(text[digits.start : digits.end], numeral.value)
        numeral = replace(numeral, value=whole)
    quantity = Quantity(digits.start, noun.end, numeral, noun)
    if noun.end == numeral.end:
        return quantity
    if noun.noun == "năm":
        return _with_months(text, quantity, authority)
    if noun.unit.dimension == "ratio" and _MINUS.search(
        text, max(0, digits.start - 3), digits.start
    ):
        quantity = Quantity(
            digits.start - 1, noun.end, replace(numeral, value=-numeral.value), noun
        )
    return _to_same_unit(text, quantity, begin, scales, authority)


def _is_next(text: str, noun: UnitNoun, authority: Authority) -> bool:
    """Whether a noun after a sum is none of its own: `1,5 tỷ bà giữ`, `5 tỷ năm 2023`."""
    after = _PERIOD_AFTER.get(noun.noun)
    return is_after_sum(noun, authority) or bool(after and after.match(text, noun.end))


def _is_whole(written: str, numeral: Numeral, dimension: str, scales: Mapping[str, int]) -> bool:
    """Whether a comma before three digits parts thousands: in counts, and in sums of money where
    no decimal would end with the zero (`4,700 tỷ`, not `4,475 tỷ`)."""
    if numeral.value_max is not None:
        return False
    if dimension == "money" and numeral.scaled:
        return scales[numeral.scaled] >= _SUM and written.endswith("0")
    return dimension in ("count", "money") and not numeral.scaled


def _with_months(text: str, years: Quantity, authority: Authority) -> Quantity:
    """`3 năm 6 tháng` is one duration: in years where these are exact, else in months."""
    months = _MONTHS.match(text, years.end)
    if months is None or years.numeral.value_max is not None:
        return years
    rest = Decimal(months[1])
    if rest % 3 == 0:
        numeral = replace(years.numeral, value=years.numeral.value + rest / 12)
        noun = replace(years.noun, end=months.end())
    else:
        numeral = replace(years.numeral, value=years.numeral.value * 12 + rest)
        unit = authority.unit_by_noun["tháng"]
        noun = UnitNoun(unit, "tháng", years.noun.start, months.end())
    return Quantity(years.start, months.end(), numeral, noun)


def _to_same_unit(
    text: str,
    low: Quantity,
    begin: int,
    scales: Mapping[str, int],
    authority: Authority,
) -> Quantity:
    """`từ 5% đến 7%`, `2 triệu đồng - 5 triệu đồng`: one range. `Tăng từ 5% đến 7%` is none."""
    connector = _UP_TO_SAME.match(text, low.end)
    digits = connector and DIGITS.match(text, connector.end())
    if not connector or not digits or low.numeral.value_max is not None:
        return low
    dashed = "-" in connector[0]
    words = [] if dashed else words_before(text, low.start, begin)
    changes = words[-2:-1] and words[-2] in _words(authority).changes
    if not dashed and (words[-1:] != ["từ"] or changes):
        return low
    high = read_numeral(text, digits.start(), digits.end(), scales)
    if high is None or high.value_max is not None or high.value <= low.numeral.value:
        return low
    noun = unit_at(text, high.end, authority)
    if noun is None or not noun.noun.startswith(low.noun.noun):
        return low
    numeral = Numeral(high.end, low.numeral.value, value_max=high.value, scaled=high.scaled)
    return Quantity(low.start, noun.end, numeral, noun)


def is_quantity(text: str, quantity: Quantity, words: Sequence[str], authority: Authority) -> bool:
    """Whether the words around leave the number a quantity."""
    numeral, noun = quantity.numeral, quantity.noun
    if numeral.denominator is not None and _is_date_or_fraction(numeral, words, authority):
        return False
    if noun.unit.dimension == "count":
        return not _is_name(text, quantity, words, authority)
    if noun.unit.dimension == "time":
        return not _is_name(text, quantity, words, authority) and _is_duration(
            text, quantity, words, _words(authority)
        )
    return True


def _is_name(text: str, quantity: Quantity, words: Sequence[str], authority: Authority) -> bool:
    """Whether the number is a name: of a year, a paragraph, a ward, an item of a register."""
    value, noun = quantity.numeral.value, quantity.noun
    written = text[quantity.start : quantity.numeral.end]
    if _YEARS.fullmatch(written):
        return True
    if not written.isdecimal():
        return False
    if value >= 10000 and text[noun.start].isupper():
        return True
    if 1900 <= value < 2100 and comparator_before(words, authority) == "eq":
        return True
    last = words[-1] if words else ""
    before = words[-2] if len(words) > 1 else ""
    known = _words(authority)
    if before in known.counting:
        return False
    # `Cấp 3 Cấp 4` heads a table; `nhóm 2 lần lượt nói` counts no times.
    if (last == noun.noun and text[noun.start].isupper()) or (
        noun.noun == "lần" and text.startswith(" lượt", noun.end)
    ):
        return True
    if _end_with(words, known.named) or _LISTED.search(" ".join(words)):
        return True
    is_place = noun.unit.unit in _BODIES or noun.noun in known.places
    return last in known.numbered and value <= 20 and is_place


def _is_date_or_fraction(numeral: Numeral, words: Sequence[str], authority: Authority) -> bool:
    """`chiều 4/5`, `Quảng trường 30/4`; `1/3` and `hơn 2/3` of something not counted here."""
    part, whole = numeral.value, numeral.denominator or Decimal(0)
    if (words and words[-1] in _DAY_PARTS) or whole <= 12 < part <= 31:
        return True
    return part < whole <= 5 and (part == 1 or comparator_before(words, authority) != "eq")


def _is_duration(text: str, quantity: Quantity, words: Sequence[str], known: _Words) -> bool:
    """Whether a time is a length, and neither an hour of the day nor a period reported on."""
    noun, end = quantity.noun.noun, quantity.end
    if _end_with(words, known.spans):
        return False
    if noun == "phút" and words[-1:] == ["giờ"]:
        return False
    if noun == "giờ":
        return not _CLOCK.match(text, end) and bool(_DURATION_BEFORE & set(words[-2:]))
    if noun == "năm" and known.years_of.match(text, end):
        return False
    begin = max(0, quantity.start - _SEVERAL_SPANS)
    if noun == "năm" and known.several_spans.search(text, begin, quantity.start):
        return False
    after = _PERIOD_AFTER.get(noun)
    return after is None or not after.match(text, end)
