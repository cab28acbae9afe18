"""The events of a page: what it reports as having happened or as planned.

Mostly one, told in the headline and the opening; further ones only where the page clearly tells
of another occasion. Not for: events of other pages that are the same (`resolution`), tasks set
at an event (`tasks.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from opendata.authority import Authority
from opendata.extraction.events.event_details import (
    NAME_LENGTH,
    attendees,
    best_name,
    counterparts,
    hosts,
    period_reported,
    place,
    province,
    short,
)
from opendata.extraction.events.found import Found, found, within
from opendata.extraction.events.issuances import (
    document_of,
    document_page,
    further_issuances,
    is_news,
    issued,
)
from opendata.extraction.events.nearness import days_apart, may_be_one
from opendata.extraction.events.occasions import (
    OPENING,
    Occasion,
    find_occasions,
    news_leads,
    opens,
    triggers,
)
from opendata.extraction.events.participations import Scene, find_participations
from opendata.extraction.events.recurring import find_recurring
from opendata.extraction.mentions import (
    Citation,
    Event,
    Organisation,
    Participation,
    Person,
    Position,
    Time,
)
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of
from opendata.extraction.view import Span

_ENOUGH = 4
"""Weight from which an occasion is taken for the page's event."""
_CUT = 3
"""Weight from which it is where only the headline, which is cut, tells of one."""
_NEAR = 3
"""Days between events of one report; what lies further back is background."""
_CLEAR = 5
"""Weight from which a further occasion is an event of its own."""
_ACTING = 5
"""Characters between the day that opens a text and the organisation that acts."""
_BESIDE = 10
"""Further events that a new one is compared with, so that a long digest takes no long time."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One event: the occasion that tells of it best, and all that tell of it.

    `main` is the event that the page is about.
    """

    best: Occasion
    mentions: tuple[Occasion, ...]
    hosts: tuple[int, ...]
    time: Time | None
    main: bool


def find_events(
    page: Page,
    times: tuple[Time, ...],
    organisations: tuple[Organisation, ...],
    persons: tuple[Person, ...],
    positions: tuple[Position, ...],
    citations: tuple[Citation, ...],
) -> tuple[tuple[Event, ...], tuple[Participation, ...]]:
    """Events in page order with who took part in them; recurring ones have their RRULE."""
    language = page.header.language
    if language and language.value != "vi":  # every trigger is Vietnamese
        return (), ()
    mentions = found(times, organisations, persons, positions, citations)
    told = _told(page, mentions, find_occasions(page, mentions))
    events = [_event(page, mentions, one) for one in told]
    if not events and (one := document_page(page, mentions) or _news(page, mentions)):
        events.append(one)
    if any(event.of is not None for event in events):
        known = {event.of for event in events if event.of is not None}
        events.extend(further_issuances(page, mentions, known))
    events.extend(find_recurring(page, mentions, triggers(page.authority)))
    events.sort(key=lambda event: event.span)
    scenes = [
        Scene(at, event.kind, event.span.start, event.time)
        for at, event in enumerate(events)
        if event.kind != "issuance" and not event.recurrence
    ]
    return tuple(events), find_participations(page, mentions, scenes)


def _told(page: Page, mentions: Found, occasions: Sequence[Occasion]) -> list[_Told]:
    """The page's main event, then those that are clearly others."""
    text = page.view.text
    occasions = [one for one in occasions if one.kind != "issuance" or is_news(text, one, mentions)]
    opening = [one for one in occasions if one.order < OPENING and one.weight >= _ENOUGH]
    if not opening:
        opening = [one for one in occasions if one.order < 0 and one.weight >= _CUT]
    if not opening:
        return []
    announced = {one.kind for one in opening if one.order < 0}
    best = max(
        opening, key=lambda one: (one.weight + 2 * (one.kind in announced), -one.trigger.start)
    )
    main = _gathered(page, mentions, best, occasions)
    return [main, *_others(text, mentions, main, occasions)]


def _gathered(page: Page, mentions: Found, best: Occasion, occasions: Sequence[Occasion]) -> _Told:
    """The main event with its other mentions in the opening, which may give a day or a host.

    Where none has a day, the day that opens the text is the event's.
    """
    text = page.view.text
    same = tuple(
        one
        for one in occasions
        if one is best
        or (
            one.kind == best.kind != "issuance"
            and one.order < OPENING
            and may_be_one(text, one.time, best.time)
        )
    )
    hosting = hosts(text, best, mentions)
    for one in same:
        hosting = hosting or hosts(text, one, mentions)
    time = best.time or next((one.time for one in same if one.time), None)
    if time is None and best.kind != "issuance":
        time = next((day for day, _ in news_leads(page, mentions)), None)
    return _Told(best, same, hosting, time, main=True)


def _others(
    text: str, mentions: Found, main: _Told, occasions: Sequence[Occasion]
) -> Iterator[_Told]:
    told = [main]
    for one in occasions:
        if one.order < 0 or one.kind == "issuance" or one.weight < _CLEAR:
            continue
        if not opens(one.sentence, one.time):
            continue
        hosting = hosts(text, one, mentions)
        candidate = _Told(one, (one,), hosting, one.time, main=False)
        beside = (main, *told[1:][-_BESIDE:])
        if all(_another(text, candidate, known, mentions) for known in beside):
            told.append(candidate)
            yield candidate


def _another(text: str, one: _Told, known: _Told, mentions: Found) -> bool:
    """Whether `one` is an event of its own: near `known` in time, of another kind or host."""
    if one.best.sentence == known.best.sentence or not _near(text, one.time, known.time):
        return False
    shared = _hosts_in(one, known, mentions) or _hosts_in(known, one, mentions)
    apart = bool(one.hosts and known.hosts and not shared)
    if one.best.kind == known.best.kind:
        return apart
    return apart or not may_be_one(text, one.time, known.time)


def _hosts_in(one: _Told, other: _Told, mentions: Found) -> bool:
    """Whether a host of `one` is named in the sentence of `other`, in full or cut short."""
    named = {
        mentions.organisations[place].name
        for _, place in within(mentions.organisation_spots, *other.best.sentence)
    }
    hosting = {mentions.organisations[place].name for place in one.hosts}
    return any(a.startswith(b) or b.startswith(a) for a in hosting for b in named)


def _near(text: str, first: Time | None, second: Time | None) -> bool:
    """Whether two times lie within one report. News states no year, background does."""
    if first is None or second is None:
        return first is not None
    apart = days_apart(text, first, second)
    if apart is None:
        return True
    return apart <= _NEAR and (first.starts_on is None) == (second.starts_on is None)


def _event(page: Page, mentions: Found, told: _Told) -> Event:
    text, best = page.view.text, told.best
    of = document_of(text, best, mentions) if best.kind == "issuance" else None
    span = best_name(text, (best, *told.mentions), page.authority)
    if of is not None:
        document = mentions.citations[of].span
        span = short(
            text,
            Span(min(best.trigger.start, document.start), document.end),
            NAME_LENGTH,
        )
    hosting = tuple(mentions.organisations[place] for place in told.hosts)
    partners = _partners(text, mentions, told)
    event = Event(
        kind=best.kind,
        name=page.view.value(span),
        span=span,
        time=told.time,
        covers=period_reported(page, best, span, mentions),
        place=place(page, best),
        province=province(page, hosting),
        hosts=told.hosts,
        counterparts=partners,
        attendees=attendees(page, mentions, (*told.hosts, *partners)) if told.main else (),
        status=_status(page, told),
    )
    if of is not None:
        return replace(event, of=of, time=issued(mentions.citations[of], best, mentions))
    return event


def _news(page: Page, mentions: Found) -> Event | None:
    """What the headline tells, on a page whose text opens with a day and who did something.

    Where the title is stated elsewhere, the words after that day name it.
    """
    text, title = page.view.text, page.header.title
    headline = next(iter(page.spans("headline")), None)
    asks = title.value.endswith("?") if title else bool(headline and text[headline.end - 1] == "?")
    for day, sentence in news_leads(page, mentions):
        acting = [
            place
            for span, place in within(mentions.organisation_spots, day.span.end, sentence.end)
            if span.start - day.span.end <= _ACTING
        ][:1]
        named = any(True for _ in within(mentions.person_spots, day.span.end, sentence.end))
        if (headline or title) and not asks and (acting or named):
            span = short(text, headline or _after_day(text, day, sentence), NAME_LENGTH)
            hosting = tuple(mentions.organisations[place] for place in acting)
            return Event(
                kind="other",
                name=page.view.value(span),
                span=span,
                time=day,
                province=province(page, hosting),
                hosts=tuple(acting),
            )
    return None


def _after_day(text: str, day: Time, sentence: Span) -> Span:
    words = text[day.span.end : sentence.end].rstrip(".")
    end = day.span.end + len(words)
    return Span(end - len(words.lstrip(" ,:-")), end)


def _partners(text: str, mentions: Found, told: _Told) -> tuple[int, ...]:
    """The other side, from the mention that names most known organs: names are often cut short."""
    named = [counterparts(text, one, mentions) for one in told.mentions]
    partners = max(
        named,
        key=lambda places: (
            sum(bool(mentions.organisations[p].organ) for p in places),
            len(places),
        ),
    )
    hosting = [mentions.organisations[place].name for place in told.hosts]
    return tuple(
        place
        for place in partners
        if not any(host.startswith(mentions.organisations[place].name) for host in hosting)
    )


@cache
def _will(authority: Authority) -> re.Pattern[str]:
    cues = authority.cues_by_category
    return re.compile(rf"\b{any_of((*cues['planned'], *cues['preparing']))} ")


def _status(page: Page, told: _Told) -> str:
    """Planned where the sentence says so, or where the day lies after the page's."""
    before = page.view.text[told.best.sentence.start : told.best.trigger.start]
    day = told.time.starts_on if told.time else None
    if day and page.published:
        return "planned" if day > page.published else "held"
    return "planned" if _will(page.authority).search(before[-60:]) else "held"
