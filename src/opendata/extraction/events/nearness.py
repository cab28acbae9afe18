"""Which of two times is earlier, and how far they lie apart, where neither need have a year.

Not for: reading times (`times.py`).
"""

from __future__ import annotations

import re
from datetime import date

from opendata.extraction.mentions import Time

_DAY_AND_MONTH = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2})")
_LEAP_YEAR = 2000


def days_apart(text: str, first: Time, second: Time) -> int | None:
    """Days between the beginnings of two times, None where the page does not tell.

    Where one has no year both are taken to lie in the same.
    """
    if first.starts_on and second.starts_on:
        return abs((first.starts_on - second.starts_on).days)
    days = _in_a_year(text, first), _in_a_year(text, second)
    if days[0] is None or days[1] is None:
        return None
    return abs((days[0] - days[1]).days)


def may_be_one(text: str, first: Time | None, second: Time | None) -> bool:
    """Whether two times can be the same day and part of the day; an unknown one can be any."""
    if first is None or second is None:
        return True
    if first.part_of_day and second.part_of_day and first.part_of_day != second.part_of_day:
        return False
    return not days_apart(text, first, second)


def is_before(text: str, first: Time | None, second: Time | None) -> bool:
    """Whether the first time is known to begin on an earlier day."""
    if first is None or second is None:
        return False
    if first.starts_on and second.starts_on:
        return first.starts_on < second.starts_on
    days = _in_a_year(text, first), _in_a_year(text, second)
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _in_a_year(text: str, time: Time) -> date | None:
    if time.starts_on:
        month, day = time.starts_on.month, time.starts_on.day
    else:
        stated = _DAY_AND_MONTH.search(text, *time.span)
        if stated is None:
            return None
        day, month = int(stated[1]), int(stated[2])
    try:
        return date(_LEAP_YEAR, month, day)
    except ValueError:
        return None
