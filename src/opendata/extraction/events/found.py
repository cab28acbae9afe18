"""What the finders before `find_events` found on a page, ready to be asked by place.

Not for: finding anything new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from opendata.extraction.mentions import Citation, Organisation, Person, Position, Time
from opendata.extraction.view import Span

Spots = tuple[tuple[Span, int], ...]
"""Spans in page order, each with the place of its mention in the tuple of mentions."""


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of one page, and where each kind of them stands."""

    times: tuple[Time, ...]
    organisations: tuple[Organisation, ...]
    persons: tuple[Person, ...]
    positions: tuple[Position, ...]
    citations: tuple[Citation, ...]
    time_spots: Spots
    organisation_spots: Spots
    person_spots: Spots
    position_spots: Spots
    citation_spots: Spots


def found(
    times: tuple[Time, ...],
    organisations: tuple[Organisation, ...],
    persons: tuple[Person, ...],
    positions: tuple[Position, ...],
    citations: tuple[Citation, ...],
) -> Found:
    """The mentions with their spots."""
    return Found(
        times,
        organisations,
        persons,
        positions,
        citations,
        _spots((time.span, place) for place, time in enumerate(times)),
        _spots((one.span, place) for place, one in enumerate(organisations)),
        _spots((span, place) for place, one in enumerate(persons) for span in one.spans),
        _spots((one.span, place) for place, one in enumerate(positions)),
        _spots((one.span, place) for place, one in enumerate(citations)),
    )


def within(spots: Spots, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """The spots that begin from `start` to before `end`."""
    at = _first_from(spots, start)
    while at < len(spots) and spots[at][0].start < end:
        yield spots[at]
        at += 1


def covers(spots: Spots, span: Span) -> bool:
    """Whether a spot shares characters with `span`. Spots may overlap one another a little."""
    at = _first_from(spots, span.start)
    before = spots[max(0, at - 3) : at]
    return any(one.end > span.start for one, _ in before) or (
        at < len(spots) and spots[at][0].start < span.end
    )


def _spots(spans: Iterable[tuple[Span, int]]) -> Spots:
    return tuple(sorted(spans))


def _first_from(spots: Spots, start: int) -> int:
    """The place of the first spot that begins at `start` or later; a shorter tuple sorts before."""
    beginning: tuple[Any, ...] = ((start,),)
    return bisect_left(spots, beginning)
