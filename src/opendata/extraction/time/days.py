"""Days as a page writes them: `chiều 17/8`, `9 và 10-1`, `19 - 25.1`, `ngày 07 tháng 10 năm 2013`.

Words in, days out: a form is read here, and given its year by `dates.py`. Not for: months and
longer periods (`periods.py`), recurrences (`recurrence.py`), the date of a page (`datelines.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from opendata.extraction.view import Span
from opendata.extraction.words import words_of

PARTS = {
    "rạng sáng": "morning",
    "sáng": "morning",
    "trưa": "noon",
    "chiều": "afternoon",
    "tối": "evening",
    "đêm": "evening",
    "khuya": "evening",
}
PART = r"(?:[Rr]ạng sáng|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Kk]huya)"
WEEKDAY = (
    r"(?:[Tt]hứ (?:[2-7]|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật"
    r"|THỨ (?:HAI|BA|TƯ|NĂM|SÁU|BẢY)|CHỦ NHẬT)"
)


@dataclass(frozen=True, slots=True)
class DayForm:
    """Days in one month, or from a day of one month to a day of another.

    `first` and `last` are (day, month, year), the year 0 where none is written. `cued` tells
    whether a word before says that it is a date; `12/2` without one may be anything.
    """

    span: Span
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    part: str = ""
    cued: bool = True


_DAYS = re.compile(
    r"(?P<list>(?:\d{1,2}(?:, ?| và (?:ngày )?| ?- ?| đến (?:hết )?(?:ngày )?)){0,6})"
    r"(?P<day>\d{1,2})(?:"
    r" ?(?P<sep>[/.-]) ?(?P<month>\d{1,2})(?!\d)"
    r"(?: ?(?P=sep) ?(?P<year>\d{4})(?!\d)|/(?P<short>\d\d)(?![\d/])| năm (?P<year2>\d{4}))?"
    r"(?:(?: ?- ?| đến (?:hết )?(?:ngày )?)(?P<day_to>\d{1,2})(?P=sep)(?P<month_to>\d{1,2})(?!\d)"
    r"(?:(?P=sep)(?P<year_to>\d{4})(?!\d))?)?"
    r"| tháng (?P<month_word>\d{1,2})(?!\d)(?:(?:,? năm |[/.-]| )(?P<year_word>\d{4})(?!\d))?)"
)
_FOLLOWS = frozenset("/.-, ")
_MEMBER = re.compile(r"(\d{1,2})(\D*)")
_LINK = re.compile(r"\D*")
# The last word before a date; the words before it are read only after one of these.
_CUES = words_of(
    "ngày sáng sớm trưa chiều tối đêm khuya nay qua mai hôm mùng mồng "
    "hai ba tư năm sáu bảy nhật 2 3 4 5 6 7"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<part>{PART})(?: sớm| hôm)?(?: nay| qua| mai)?"
    rf"|(?:[Nn]gày )?[Hh]ôm(?: nay| qua)?|{WEEKDAY}|[Nn]gày(?: mai)?|[Mm][ùồ]ng)"
    rf"(?:[ ,(]+(?:(?P<part2>{PART})|{WEEKDAY}|[Nn]gày(?: mai| hôm (?:nay|qua))?|hôm (?:nay|qua)"
    r"|[Mm][ùồ]ng))*[ ,(]+$"
)
_NOW = re.compile(r"\b(?:đến|từ|tính đến) nay \($")
_LUNAR = re.compile(r"\)?,? ?\(?[ÂâAa]m lịch|/?\d* ?\([ÂâAa][Ll]\)")
_ERA = 5  # years
_REACH = 32  # characters before a number that may belong to its date


def find_days(text: str, numbers: Iterable[tuple[int, int]]) -> Iterator[DayForm]:
    """The day forms of a text with these numbers, in order; days that no year has are none."""
    taken = 0
    for start, end in numbers:
        if start < taken or end - start > 2 or text[end : end + 1] not in _FOLLOWS:
            continue
        found = _DAYS.match(text, start)
        if found and _stands_alone(text, start, found.end()):
            taken = found.end()
            yield from _forms(text, found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or number sign touches the form: `26-CT/TW`, `45.799`, `12/2/QĐ`."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "/.,:%+" or (before == "-" and text[start - 2].isalnum()):
        return False
    after = text[end : end + 2] + "  "
    if after[0].isalnum() or after[0] in "%/":
        return False
    return not (
        (after[0] in ".,:-" and after[1].isdigit()) or (after[0] == "-" and after[1].isalpha())
    )


def _forms(text: str, found: re.Match[str]) -> Iterator[DayForm]:
    month = int(found["month"] or found["month_word"])
    year = int(found["year"] or found["year2"] or found["year_word"] or 0)
    year = year or (2000 + int(found["short"]) if found["short"] else 0)
    pieces = _pieces(found, month)
    if not pieces or _LUNAR.match(text, found.end()):
        return
    start, part, cued = _before(text, found.start())
    cued = cued or bool(found["list"] and text.endswith(("từ ", "Từ "), 0, start))
    closing = "(" in text[start : found.start()] and text[found.end() : found.end() + 1] == ")"
    whole = Span(start, found.end() + closing)
    if found["day_to"]:
        yield from _across(found, whole, (pieces[-1][0], month, year), part, cued)
        return
    for number, (low, high, end) in enumerate(pieces, 1):
        last = (high, month, year)
        # `29 - 2/5` begins in the month before.
        first = (low, month - 1 or 12, 0) if low > high else (low, month, year)
        span = Span(start, whole.end if number == len(pieces) else end)
        yield DayForm(span, first, last, part, cued or bool(year))
        gap = _LINK.match(text, end)
        start = gap.end() if gap else end


def _across(
    found: re.Match[str], whole: Span, first: tuple[int, int, int], part: str, cued: bool
) -> Iterator[DayForm]:
    """`28/2 - 3/3/2025`; `3/2/1930 - 3/2/2025` is a day and its anniversary, no stretch of days."""
    last = (int(found["day_to"]), int(found["month_to"]), int(found["year_to"] or 0))
    if not _possible(*last[:2]):
        return
    if first[2] and last[2] - first[2] > _ERA:
        yield DayForm(Span(whole.start, found.end("year")), first, first, part)
        yield DayForm(Span(found.start("day_to"), found.end()), last, last)
    else:
        yield DayForm(whole, first, last, part, cued or bool(last[2]))


def _pieces(found: re.Match[str], month: int) -> list[tuple[int, int, int]]:
    """First day, last day and end of each run of days: `9 và 10` is one, `7, 9` are two."""
    pieces: list[tuple[int, int, int]] = []
    joined = False
    members = [
        (int(member[1]), found.start() + member.end(1), member[2])
        for member in _MEMBER.finditer(found["list"])
    ]
    for day, end, link in (*members, (int(found["day"]), found.end(), "")):
        if not _possible(day, month):
            return []
        if pieces and (joined or day == pieces[-1][1] + 1):
            pieces[-1] = (pieces[-1][0], day, end)
        else:
            pieces.append((day, day, end))
        joined = "-" in link or "đến" in link
    return pieces


def _possible(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (
        29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    )


def _before(text: str, start: int) -> tuple[int, str, bool]:
    """Where a date's words begin, the part of the day they tell, and whether there are any."""
    low = max(0, start - _REACH)
    words = text[low:start].rstrip(" (,").rsplit(None, 1)
    if not words or words[-1].rpartition("(")[2].casefold() not in _CUES:
        return start, "", False
    before = _BEFORE.search(text, low, start)
    if not before:
        return start, "", bool(_NOW.search(text, low, start))
    part = (before["part2"] or before["part"] or "").lower()
    return before.start(), PARTS.get(part, ""), True
