"""Occasions that come back: `sinh hoạt chuyên đề mỗi quý 1 lần`.

Not for: reading the recurrence itself (`recurrence.py`), occasions that happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from opendata.authority import Authority
from opendata.extraction.events.event_details import province
from opendata.extraction.events.found import Found, within
from opendata.extraction.events.occasions import Triggers
from opendata.extraction.mentions import Event, Time
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of
from opendata.extraction.view import Span

_REACH = 120
_ONCE = frozenset(("issuance", "trial"))
_STOP = re.compile(r"[.;:\n]")


def find_recurring(page: Page, found: Found, words: Triggers) -> Iterator[Event]:
    """An event for every occasion that a recurrence follows in the same clause.

    Of two recurrences of one occasion (`ngày 28 hằng tháng, mỗi tháng 1 lần`) the fuller counts.
    """
    text = page.view.text
    reading = page.spans("lead", "body", "subheading")
    named: dict[Span, tuple[str, Time]] = {}
    for time in found.times:
        if not time.recurrence:
            continue
        block = next((b for b in reading if b.start <= time.span.start < b.end), None)
        if block is None:
            continue
        reach = Span(max(block.start, time.span.start - _REACH), time.span.start)
        name = _named(text, reach, words, _name_end(page.authority))
        if name is None:
            continue
        kind, span = name
        if kind in _ONCE:
            continue
        if span not in named or len(time.recurrence) > len(named[span][1].recurrence):
            named[span] = kind, time
    for span, (kind, time) in named.items():
        yield _event(page, found, kind, span, time)


def _event(page: Page, found: Found, kind: str, span: Span, time: Time) -> Event:
    hosting = tuple(
        place for _, place in within(found.organisation_spots, span.start - _REACH, span.start)
    )[-1:]
    return Event(
        kind=kind,
        name=page.view.value(span),
        span=span,
        time=time,
        recurrence=time.recurrence,
        province=province(page, tuple(found.organisations[place] for place in hosting)),
        hosts=hosting,
    )


@cache
def _name_end(authority: Authority) -> re.Pattern[str]:
    ends = any_of(("vào", "được", "từ", "theo", *authority.cues_by_category["regularity"]))
    return re.compile(rf"[,(]|\s{ends}\s|\s*$")


def _named(
    text: str, reach: Span, words: Triggers, name_end: re.Pattern[str]
) -> tuple[str, Span] | None:
    """The last trigger before a recurrence, with the words that specify it."""
    start, end = reach
    for stop in _STOP.finditer(text, start, end):
        start = stop.end()
    lower = text[start:end].lower()
    if len(lower) != end - start:
        return None
    found = list(words.search(lower))
    if not found:
        return None
    begin = start + found[-1].start()
    stopped = name_end.search(text, start + found[-1].end(), end)
    return words.kinds[found[-1][0]], Span(begin, stopped.start() if stopped else end)
