"""The events of a page: what it reports as having happened or as planned.

Mostly one, told in the headline and the opening; further ones only where the page clearly tells
of another occasion. Not for: events of other pages that are the same (`resolution`), tasks set
at an event (`tasks.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from opendata.authority import Authority
from opendata.extraction.events.choosing import Told, choose, choose_loosely, is_digest
from opendata.extraction.events.event_details import (
    NAME_LENGTH,
    attendees,
    best_name,
    counterparts,
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
    is_decided,
    issued,
)
from opendata.extraction.events.occasions import (
    find_occasions,
    news_leads,
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

_ACTING = 5
"""Characters between the day that opens a text and the organisation that acts."""


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
    if is_digest(page):
        return (), ()
    mentions = found(times, organisations, persons, positions, citations)
    occasions = find_occasions(page, mentions)
    events = [_event(page, mentions, one) for one in choose(page, mentions, occasions)]
    if not events and (document := document_page(page, mentions)):
        events.append(document)
    if not events:
        loose = choose_loosely(page, mentions, occasions)
        events = [_event(page, mentions, one) for one in loose]
    if not events and (news := _news(page, mentions)):
        events.append(news)
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


def _event(page: Page, mentions: Found, told: Told) -> Event:
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
    decided = is_decided(text, best, mentions, page.authority)
    event = Event(
        kind="issuance" if decided else best.kind,
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


def _partners(text: str, mentions: Found, told: Told) -> tuple[int, ...]:
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


def _status(page: Page, told: Told) -> str:
    """Planned where the sentence says so, or where the day lies after the page's."""
    before = page.view.text[told.best.sentence.start : told.best.trigger.start]
    day = told.time.starts_on if told.time else None
    if day and page.published:
        return "planned" if day > page.published else "held"
    return "planned" if _will(page.authority).search(before[-60:]) else "held"
