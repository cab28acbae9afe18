"""Calendar days for what a page writes without a year, counted from the day it was published.

Not for: reading words (`days.py`, `periods.py`).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from opendata.extraction.time.days import DayForm

# A page of today may name a day of the week to come; with a word for the future, of the half year.
_SOON = timedelta(days=7)
_AHEAD = timedelta(days=183)


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def year_of(month: int, number: int, published: date, planned: bool) -> int:
    """The year that a day without one lies in: that of publication, or the one before when the
    day would then lie after the page. `planned` says that the page looks ahead."""
    this = day(published.year, month, number) or month_end(published.year, month)
    ahead = this - published
    if ahead > (_AHEAD if planned else _SOON):
        return published.year - 1
    turned = day(published.year + 1, month, number)
    if turned and turned - published <= _SOON:  # `2/1` on a page of 30 December
        return published.year + 1
    return published.year


def days_of(form: DayForm, published: date | None, planned: bool) -> tuple[date, date, bool] | None:
    """First and last day of a form, and whether the year was assumed.

    None where there is no year to be had or the calendar has no such day.
    """
    (first, month, year), (last, end_month, end_year) = form.first, form.last
    assumed = not (year or end_year)
    if assumed:
        if published is None:
            return None
        year = year_of(month, first, published, planned)
    year = year or end_year - (month > end_month)
    end_year = end_year or year + (month > end_month)
    start, end = day(year, month, first), day(end_year, end_month, last)
    if start is None or end is None or end < start:
        return None
    return start, end, assumed
