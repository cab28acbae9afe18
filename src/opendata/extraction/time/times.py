"""The times that a page tells of, each with its days: days, ranges, periods, recurrences.

Forms are read by `days.py`, `periods.py` and `recurrence.py`; here they get their calendar days
from the day of publication, and one reading where several overlap. Not for: the date of the page
itself (`header.py`), what happened at a time (`events.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from operator import itemgetter

from opendata.authority import Authority
from opendata.extraction.mentions import Time
from opendata.extraction.page import Page
from opendata.extraction.patterns import capital_or_not
from opendata.extraction.time.dates import days_of, month_end
from opendata.extraction.time.days import PART, PARTS, DayForm, find_days
from opendata.extraction.time.periods import PeriodForm, find_periods, places
from opendata.extraction.time.recurrence import find_recurrences
from opendata.extraction.view import Span

_KINDS = ("kicker", "headline", "lead", "subheading", "caption", "body")
_NUMBER = re.compile("[0-9][0-9]*")  # twice as fast as `[0-9]+`, which has no first letter
_LINK = re.compile(r",? ?(?:-|đến|tới)(?: hết)? ?")
_SAME_DAY = re.compile(rf"(?:(?P<part>{PART}) )?(?:trong )?[Cc]ùng ngày(?! \d)(?!\w)")
_NEAR_DAY = re.compile(
    rf"(?P<part>{PART}) (?:hôm )?(?:nay|qua|mai)(?!\w)"
    r"|(?:(?:[Nn]gày )?[Hh]ôm qua|[Nn]gày mai|Hôm nay)(?!\w)"
)
_NEAR = {"nay": 0, "qua": -1, "mai": 1}
_PLANNING = 60  # characters before a day in which a word may tell that it is planned
_DISTANT = timedelta(days=92)  # a period that begins later is one of the year before
_ERA = timedelta(days=5 * 366)
_MERGED = {"day": "days", "month": "months", "quarter": "months", "half": "months", "year": "years"}


@dataclass(frozen=True, slots=True)
class _NearForm:
    """A day told from another: `sáng nay` from the page's, `cùng ngày` (no shift) from the last."""

    span: Span
    part: str
    shift: int | None


@dataclass(frozen=True, slots=True)
class _Recurrence:
    span: Span
    rule: str


_Form = DayForm | PeriodForm | _NearForm | _Recurrence


def find_times(page: Page) -> tuple[Time, ...]:
    """The times of a page, in page order, none inside another."""
    text = page.view.text
    published = page.published
    forms = _inside(_forms(text), page.spans(*_KINDS))
    times: list[Time] = []
    years = _years(forms) if published is None else {}
    for form in _apart(_told(forms)):
        shown = published
        if isinstance(form, DayForm) and form.first[1] in years:
            shown = month_end(years[form.first[1]], form.first[1])
        time = _time(page, form, shown, times)
        if time:
            times.append(time)
    return tuple(_merge(text, times))


def _years(forms: Iterable[_Form]) -> dict[int, int]:
    """The year of each month that a page names with one year only: `tiếp dân tháng 10/2024` on a
    page that tells of a 29/10 and is not dated itself."""
    told: dict[int, set[int]] = {}
    for form in forms:
        if isinstance(form, PeriodForm) and form.precision == "month" and form.year:
            told.setdefault(form.first, set()).add(form.year)
    return {month: min(years) for month, years in told.items() if len(years) == 1}


def _forms(text: str) -> Iterator[_Form]:
    numbers = [number.span() for number in _NUMBER.finditer(text)]
    yield from (_Recurrence(span, rule) for span, rule in find_recurrences(text))
    yield from _near_days(text)
    yield from find_days(text, numbers)
    yield from find_periods(text, numbers)


def _near_days(text: str) -> Iterator[_NearForm]:
    """`sáng cùng ngày`, `chiều nay`, `ngày hôm qua`; `hôm nay` only where it opens a sentence,
    for elsewhere it mostly means these days."""
    for word, before, pattern in _NEAR_WORDS:
        for at in places(text, word):
            if text[at - 1] not in before:
                continue
            found = pattern.search(text, max(0, at - 12), at + 12)
            if found and found.start() <= at < found.end():
                part = PARTS.get((found["part"] or "").lower(), "")
                shift = None if pattern is _SAME_DAY else _NEAR[word.strip()]
                yield _NearForm(Span(*found.span()), part, shift)


def _inside(forms: Iterable[_Form], blocks: Sequence[Span]) -> list[_Form]:
    """The forms that lie in one of the blocks."""
    inside = []
    for form in forms:
        place = bisect_right(blocks, form.span.start, key=itemgetter(0)) - 1
        if place >= 0 and form.span.end <= blocks[place].end:
            inside.append(form)
    return inside


# Words of nearness, the letters that may stand before them (for speed), and what to read there.
_NEAR_WORDS = (
    ("ùng ngày", "cC", _SAME_DAY),
    (" nay", "aimgu", _NEAR_DAY),
    (" qua", "aimgu", _NEAR_DAY),
    (" mai", "aimguy", _NEAR_DAY),
)


def _told(forms: Sequence[_Form]) -> Iterator[_Form]:
    """Without the numbers like `12/2` that nothing on the page tells to be a date."""
    dates = {form.first[:2] for form in forms if isinstance(form, DayForm) and form.cued}
    for form in forms:
        if not isinstance(form, DayForm) or form.cued or form.first[:2] in dates:
            yield form


def _apart(forms: Iterable[_Form]) -> Iterator[_Form]:
    """In page order; of two forms that overlap the earlier, else the longer."""
    taken = 0
    for form in sorted(forms, key=lambda form: (form.span.start, -form.span.end)):
        if form.span.start >= taken:
            taken = form.span.end
            yield form


@cache
def _planned(authority: Authority) -> re.Pattern[str]:
    cues = authority.cues_by_category
    return re.compile(rf"{capital_or_not((*cues['planned'], *cues['ahead']))}(?!\w)")


def _time(page: Page, form: _Form, published: date | None, before: Sequence[Time]) -> Time | None:
    """The form with its days; None where the calendar has no such day."""
    if isinstance(form, _Recurrence):
        return Time(form.span, None, None, "recurring", recurrence=form.rule)
    if isinstance(form, _NearForm):
        return _near_time(form, published, before)
    if isinstance(form, PeriodForm):
        return _period_time(form, published)
    precision = "day" if form.first[:2] == form.last[:2] else "days"
    planned = False
    if not (form.first[2] or form.last[2]):
        if published is None:
            return Time(form.span, None, None, precision, form.part)
        start = form.span.start
        words = _planned(page.authority)
        planned = bool(words.search(page.view.text, max(0, start - _PLANNING), start))
    days = days_of(form, published, planned)
    if days is None:
        return None
    first, last, assumed = days
    return Time(form.span, first, last, precision, form.part, assumed=("year",) if assumed else ())


def _near_time(form: _NearForm, published: date | None, before: Sequence[Time]) -> Time:
    """The day itself is not on the page at this place, so it is assumed."""
    that = published
    if form.shift is None:
        that = next((time.starts_on for time in reversed(before) if time.precision == "day"), None)
    if that is None:
        return Time(form.span, None, None, "day", form.part)
    that += timedelta(days=form.shift or 0)
    return Time(form.span, that, that, "day", form.part, assumed=("day",))


def _period_time(form: PeriodForm, published: date | None) -> Time:
    year, end_year, assumed = form.year, form.end_year, not form.year
    if assumed:
        if published is None:
            return Time(form.span, None, None, form.precision)
        later = date(published.year, form.first, 1) - published > _DISTANT
        year = end_year = published.year - later - form.back
    return Time(
        form.span,
        date(year, form.first, 1),
        month_end(end_year, form.last),
        form.precision,
        assumed=("year",) if assumed else (),
    )


def _merge(text: str, times: Iterable[Time]) -> Iterator[Time]:
    """`từ tháng 9/2020 đến tháng 1/2023` is one range, told by two times."""
    held: Time | None = None
    for time in times:
        if held and _joined(text, held, time):
            held = replace(
                held,
                span=Span(held.span.start, time.span.end),
                ends_on=time.ends_on,
                precision=_MERGED[time.precision],
                assumed=held.assumed or time.assumed,
            )
        else:
            if held:
                yield held
            held = time
    if held:
        yield held


def _joined(text: str, first: Time, second: Time) -> bool:
    return (
        first.precision == second.precision
        and first.precision in _MERGED
        and second.span.start - first.span.end <= 12
        and _LINK.fullmatch(text, first.span.end, second.span.start) is not None
        and (first.starts_on is None) == (second.starts_on is None)
        and (first.starts_on or date.min) < (second.starts_on or date.max)
        and (first.precision != "day" or _is_stretch(first, second))
    )


def _is_stretch(first: Time, second: Time) -> bool:
    """Whether two days bound a stretch: `(3/2/1930 - 3/2/2025)` is a day and its anniversary."""
    return not (first.starts_on and second.starts_on) or (second.starts_on - first.starts_on < _ERA)
