"""What a figure speaks of: the words beside it and the period of its sentence.

Not for: finding figures (`figures`) or periods (`times`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from opendata.authority import Authority
from opendata.extraction.figures.units import UnitNoun
from opendata.extraction.mentions import Time
from opendata.extraction.page import Page
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_LONGEST = 80
_PERIODS = frozenset(("month", "months", "quarter", "half", "year", "years"))
_REACH = 1000
_SENTENCE_ENDS = (". ", "\n", "! ", "? ", "… ")
_COMPARED = re.compile(r"(?:so với|cùng kỳ|trước|kể từ)(?: với)?(?: cùng kỳ)?[^,;.()]{0,12}$")
_ELSEWHERE = re.compile(r"[.;:,\n]|so với|cùng kỳ|đến|trước")
_IN_BRACKETS = re.compile(r" ?\((?:từ |trong |giai đoạn |năm |từ năm )?$")
_THIS_PERIOD = re.compile(r"[Tt]rong kỳ(?! họp)(?!\w)")
_DEADLINE = re.compile(r"(?:đến|trước|tới)(?: hết| cuối)?(?: năm)? ?$")
_CLAUSE_START = re.compile(r"[.;:,()\n\"·](?![0-9])\W*|- ")
_CLAUSE = re.compile(r"[^.,;:()\n\"]*(?:[.,](?=[0-9])[^.,;:()\n\"]*)*")
# What follows the words that name a quantity.
_NEXT = words_of(
    "và với để là gồm do tại trong trên được có đã sẽ từ vào nhằm theo cùng thì mà đang lên so đối "
    "về trở còn đến nên khi sau vì"
)
# Between what is measured and its number; the reference data has more (`đạt`, `tăng`).
_LINKS = words_of("là còn tới đến từ trên được có với bị không trong sau cho và cả tại ở chỉ đã sẽ")
_DIGIT = re.compile(r"[0-9]")
_TRAILING = ' ,;:.()-"·\n'


def reporting_periods(times: Sequence[Time]) -> tuple[Time, ...]:
    """The times that a figure can be reported for: months, quarters, years."""
    return tuple(
        time for time in times if time.precision in _PERIODS and time.starts_on and time.ends_on
    )


def period_of(text: str, sentence: int, figure: Span, periods: Sequence[Time]) -> Time | None:
    """The period that a figure's sentence (from `sentence` on) names.

    "Trong kỳ" is the last one named before it.
    """
    if not periods:
        return None
    bracketed = period_in_brackets(text, figure.end, periods)
    if bracketed is not None:
        return bracketed
    place = _place_after(periods, figure.start)
    for period in reversed(periods[_place_after(periods, sentence) : place]):
        if not _is_compared(text, period, figure.start):
            return period
    if _THIS_PERIOD.search(text, sentence, figure.start):
        return _last_reported(text, periods[:place])
    if place < len(periods) and not _ELSEWHERE.search(text, figure.end, periods[place].span.start):
        return periods[place]
    return None


def period_in_brackets(text: str, end: int, periods: Sequence[Time]) -> Time | None:
    """`4 năm liền (2014 - 2017)`: the period that brackets right after a figure name."""
    place = _place_after(periods, end)
    if place < len(periods) and _IN_BRACKETS.fullmatch(text, end, periods[place].span.start):
        return periods[place]
    return None


def _place_after(periods: Sequence[Time], place: int) -> int:
    return bisect_left(periods, place, key=lambda time: time.span.start)


def sentence_start(text: str, begin: int, place: int) -> int:
    """Where the sentence around `place` begins, `begin` at the earliest, 1,000 characters back."""
    begin = max(begin, place - _REACH)
    for end in _SENTENCE_ENDS:
        begin = max(begin, text.rfind(end, begin, place) + 1)
    return begin


def _last_reported(text: str, periods: Sequence[Time]) -> Time | None:
    for period in reversed(periods):
        start = period.span.start
        if not _DEADLINE.search(text[max(0, start - 16) : start]):
            return period
    return None


def _is_compared(text: str, period: Time, figure: int) -> bool:
    """Whether the period is what the figure is held against; in brackets it is its own."""
    before = text[max(0, period.span.start - 30) : period.span.start]
    if "(" in before[-12:] and ")" not in text[period.span.end : figure]:
        return False
    return _COMPARED.search(before) is not None


def about(page: Page, block: Span, sentence: int, figure: Span, noun: UnitNoun) -> str:
    """The page's words for what a figure speaks of, at most 80 characters.

    A count names it with its noun (`vụ án bị hủy`), a share often after it (`60% dân số`), a sum or
    a measure in the clause before it.
    """
    view = page.view
    counted = noun.unit.dimension == "count"
    after = _after(view.text, block, noun.start if counted else figure.end)
    told = after.end - after.start > (len(noun.noun) if counted else 0)
    if told and (counted or noun.unit.dimension == "ratio"):
        return view.value(after)
    before = _before(view.text, sentence, figure.start, _links(page.authority))
    if before is None or (counted and _DIGIT.search(view.text, *before)):
        return view.value(after)
    return view.value(before)


def _after(text: str, block: Span, start: int) -> Span:
    """The words from `start` on that name a quantity: up to a sign, a verb or a preposition."""
    start += text.startswith(" ", start)
    clause = _CLAUSE.match(text, start, min(block.end, start + _LONGEST + 1))
    words = clause[0].split(" ") if clause else []
    if sum(map(len, words)) + len(words) > _LONGEST + 1:
        words.pop()
    stop = start
    for word in words:
        if word in _NEXT:
            break
        stop += len(word) + 1
    return Span(start, max(start, stop - 1))


@cache
def _links(authority: Authority) -> frozenset[str]:
    return _LINKS | frozenset(authority.cues_by_category["measure"])


def _before(text: str, sentence: int, end: int, links: frozenset[str]) -> Span | None:
    """The clause before a figure, or the one before that where it holds only a verb."""
    begin = max(sentence, end - 2 * _LONGEST)
    starts = [begin, *(match.end() for match in _CLAUSE_START.finditer(text, begin, end))]
    for start in reversed(starts):
        stop = _without_links(text, start, end, links)
        if stop > start:
            if stop - start > _LONGEST:
                start = text.find(" ", stop - _LONGEST - 1) + 1
            return Span(start, stop)
    return None


def _without_links(text: str, start: int, end: int, links: frozenset[str]) -> int:
    """Where the clause from `start` ends, the words that lead to its number left out."""
    clause = text[start:end].rstrip(_TRAILING)
    while clause:
        head, _, last = clause.rpartition(" ")
        if last.lower() not in links:
            break
        clause = head.rstrip(_TRAILING)
    return start + len(clause)
