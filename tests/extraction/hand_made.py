"""Pages with hand-made mentions: what `find_events` is given, without the finders before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from opendata.authority import load
from opendata.extraction.events.events import find_events
from opendata.extraction.mentions import (
    Block,
    Citation,
    Event,
    Header,
    Organisation,
    Participation,
    Person,
    Position,
    Time,
    Value,
)
from opendata.extraction.page import Page
from opendata.extraction.view import Span, view


@dataclass(frozen=True)
class Sheet:
    """A page in a few lines. Every mention is named by its words; `days` gives the day of each
    time (`""`: known only in part), `periods` its first and last day, `recurring` its RRULE."""

    text: str
    headline: str = ""
    caption: str = ""
    published: str = ""
    days: dict[str, str] = field(default_factory=dict)
    periods: dict[str, tuple[str, str]] = field(default_factory=dict)
    recurring: dict[str, str] = field(default_factory=dict)
    organisations: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    positions: tuple[tuple[str, str, str], ...] = ()
    citations: tuple[str, ...] = ()
    issued: dict[str, tuple[str, str]] = field(default_factory=dict)


def read(sheet: Sheet) -> tuple[Page, tuple[Event, ...], tuple[Participation, ...]]:
    """The page with its events and participations."""
    page = page_of(sheet)
    events, participations = find_events(
        page,
        times_of(sheet, page),
        organisations_of(sheet, page),
        persons_of(sheet, page),
        positions_of(sheet, page),
        citations_of(sheet, page),
    )
    return page, events, participations


def page_of(sheet: Sheet) -> Page:
    blocks, parts, at = [], [], 0
    for kind, text in (
        ("headline", sheet.headline),
        ("lead", sheet.text),
        ("caption", sheet.caption),
    ):
        if text:
            blocks.append(Block(kind, Span(at, at + len(text))))
            parts.append(text)
            at += len(text) + 1
    stated = Value(sheet.published, "text", "dateline") if sheet.published else None
    return Page(view("\n".join(parts)), tuple(blocks), Header(published_on=stated), load())


def spans(page: Page, words: str) -> tuple[Span, ...]:
    """Where the words stand on the page; they must."""
    found, at = [], page.view.text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = page.view.text.find(words, at + 1)
    assert found, words
    return tuple(found)


def times_of(sheet: Sheet, page: Page) -> tuple[Time, ...]:
    times = []
    for words, day in sheet.days.items():
        on = date.fromisoformat(day) if day else None
        part = {"s": "morning", "c": "afternoon", "t": "evening"}.get(words[0].lower(), "")
        times.extend(Time(span, on, on, "day", part) for span in spans(page, words))
    for words, (first, last) in sheet.periods.items():
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        times.extend(Time(span, start, end, "half") for span in spans(page, words))
    for words, rule in sheet.recurring.items():
        times.extend(
            Time(span, None, None, "recurring", recurrence=rule) for span in spans(page, words)
        )
    return tuple(sorted(times, key=lambda time: time.span))


def organisations_of(sheet: Sheet, page: Page) -> tuple[Organisation, ...]:
    found = [Organisation(name, one) for name in sheet.organisations for one in spans(page, name)]
    return tuple(sorted(found, key=lambda one: one.span))


def persons_of(sheet: Sheet, page: Page) -> tuple[Person, ...]:
    return tuple(Person(name, spans(page, name)) for name in sheet.persons)


def positions_of(sheet: Sheet, page: Page) -> tuple[Position, ...]:
    """From (name, title, status)."""
    return tuple(
        Position(sheet.persons.index(name), title, span, status)
        for name, title, status in sheet.positions
        for span in spans(page, title)
    )


def citations_of(sheet: Sheet, page: Page) -> tuple[Citation, ...]:
    found = []
    for words in sheet.citations:
        number = words.split("số ")[-1].split("-")[0] if "số " in words else ""
        day = None
        if words in sheet.issued:
            day_words, on = sheet.issued[words]
            day = Value(on, "text", "citation", spans(page, day_words)[0])
        found.extend(
            Citation(span, "numbered" if number else "named", "ke_hoach", number, issued_on=day)
            for span in spans(page, words)
        )
    return tuple(sorted(found, key=lambda one: one.span))
