"""The date lines of a page's frame: `19:58 14-11-2023 | :16816`, `Thứ Tư, 20/07/2022, 07:50`.

Also the forms in which a publication date is stated elsewhere. Not for: dates in running text
(`days.py`), or choosing among dates (`header.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_case_of, capital_or_not
from opendata.extraction.time.dates import day as day_of
from opendata.extraction.time.days import WEEKDAY
from opendata.extraction.view import Span, tidy, view

VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, and the minute where one is stated (`published_at`, ISO 8601 with offset)."""

    day: date
    minute: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that holds a date, what stands before it (a name, a headline) and after it.

    `is_labelled` tells that the line says what the date is: `Cập nhật: …`, `Ngày đăng …`.
    """

    stamp: Stamp
    span: Span
    before: Span
    after: Span
    is_labelled: bool


_MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_MONTH = rf"\d{{1,2}}|{any_case_of(_MONTHS)}"
_DAY = (
    r"(?:(?P<day>\d{1,2}) ?(?P<sep>[/.-]) ?(?P<month>\d{1,2}) ?(?P=sep) ?(?P<year>\d{4})"
    rf"|(?P<day2>\d{{1,2}}) [Tt]háng (?P<month2>{_MONTH}),?(?: năm)? (?P<year2>\d{{4}})"
    rf"|[Tt]háng (?P<month3>{_MONTH}) (?P<day3>\d{{1,2}}), (?P<year3>\d{{4}}))(?!\d)"
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?::| ?h ?| giờ )(?P<minute>\d{2})(?::\d{2}|'| phút)?(?!\d)"
    r"(?: ?(?P<half>AM|PM|SA|CH|am|pm)(?!\w))?"
)
_CLOCK_AFTER = _CLOCK.replace("<hour>", "<hour2>").replace("<minute>", "<minute2>")
_CLOCK_AFTER = _CLOCK_AFTER.replace("<half>", "<half2>")
_DATE = (
    rf"(?:{_CLOCK}[ ,|-]*)?(?:{WEEKDAY}[ ,.-]*)?(?:[Nn]gày )?{_DAY}"
    rf"(?:[ ,|-]*(?:lúc )?{_CLOCK_AFTER})?"
    r"(?: ?[\[(]?(?:GMT|UTC) ?\+ ?0?7(?::00)?[\])]?| \+07(?::00)?)?"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[+-]\d\d:?\d\d|Z)?)?")
_YEAR = re.compile("[12][0-9]{3}")
_BULLET = re.compile("[•·|*] ?")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Forms:
    """A date with the words that say what it is, and what a frame may set after it: a view count,
    a separator, how long ago it was updated."""

    dateline: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _forms(authority: Authority) -> _Forms:
    words = authority.cues_by_category["dateline"]
    label = capital_or_not((*words, *(word.upper() for word in words)))
    counters = [row for row in authority.boilerplate if row.category == "counter"]
    counted = capital_or_not(row.text for row in counters if row.match == "count")
    beside = (row.text for row in counters if row.match == "prefix")
    return _Forms(
        dateline=re.compile(rf"(?<!\d)(?<!\d[/.-])(?P<label>{label}[ :]*)?{_DATE}"),
        after=re.compile(
            r"[ ,.;|:·•')\]-]*(?:[|:(·•].{0,60}|\d{1,8}|[Cc]ập nhật.{0,40}"
            rf"|.{{0,24}}{counted}.{{0,16}}|{capital_or_not(beside)}.{{0,60}})?"
        ),
    )


def read_dateline(text: str, line: Span, authority: Authority) -> Dateline | None:
    """The date line that a line is: its date ends it, but for a view count or the like."""
    if line.end - line.start > _LONGEST or not _YEAR.search(text, *line):
        return None
    forms = _forms(authority)
    found = forms.dateline.search(text, line.start, line.end)
    if found:
        stamp = _stamp(found)
    else:
        found = _ISO.fullmatch(text, line.start, line.end)
        stamp = read_statement(found[0], authority) if found else None
    if not found or stamp is None or not forms.after.fullmatch(text, found.end(), line.end):
        return None
    bullet = _BULLET.fullmatch(text, line.start, found.start())
    return Dateline(
        stamp,
        Span(*found.span()),
        Span(found.start() if bullet else line.start, found.start()),
        Span(found.end(), line.end),
        bool(found.groupdict().get("label")),
    )


def read_statement(value: str, authority: Authority) -> Stamp | None:
    """A stated date: ISO 8601, the forms of a date line, or that of mail and feeds (RFC 5322)."""
    value = tidy(value)
    try:
        return _from_datetime(datetime.fromisoformat(value), len(value) > len("2023-11-14"))
    except ValueError:
        pass
    found = _forms(authority).dateline.search(view(value).text)
    if found:
        return _stamp(found)
    try:
        return _from_datetime(parsedate_to_datetime(value), True)
    except ValueError:
        return None


def _from_datetime(moment: datetime, with_time: bool) -> Stamp:
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    return (
        _stamp_of(moment.date(), moment.hour, moment.minute) if with_time else Stamp(moment.date())
    )


def _stamp(found: re.Match[str]) -> Stamp | None:
    month = found["month"] or found["month2"] or found["month3"]
    day = day_of(
        int(found["year"] or found["year2"] or found["year3"]),
        int(month) if month.isdecimal() else _MONTHS[" ".join(month.lower().split())],
        int(found["day"] or found["day2"] or found["day3"]),
    )
    if day is None:
        return None
    hour, minute = found["hour"] or found["hour2"], found["minute"] or found["minute2"]
    if not hour:
        return Stamp(day)
    half = (found["half"] or found["half2"] or "").upper()
    clock = int(hour) % 12 + 12 * (half in ("PM", "CH")) if half else int(hour)
    if clock > 23 or int(minute) > 59:
        return Stamp(day)
    return _stamp_of(day, clock, int(minute))


def _stamp_of(day: date, hour: int, minute: int) -> Stamp:
    return Stamp(day, f"{day.isoformat()}T{hour:02d}:{minute:02d}:00+07:00")
