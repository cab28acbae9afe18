"""Private people stay private: what would quote or name them is cut before anything is published.

Somebody who is named in no public position or official role (an accused, a victim, a witness) is
recognised, but is no row of the package, and no quote spans the name. A headline stays as it was
published. Not for: people who have to be taken down later (`corrections`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from opendata.extraction.mentions import (
    Extraction,
    Figure,
    Participation,
    Person,
    Relation,
    Task,
    Value,
)
from opendata.extraction.view import Span, View

# Mentions that no other mention points to, so that one may go.
Mention = TypeVar("Mention", Relation, Participation, Task)
_EDGES = " \n\t,;:.-('\""


def without_private(found: Extraction) -> Extraction:
    """The same mentions at the same places, their words clear of private people's names."""
    private = [person for person in found.persons if person.private]
    if not private:
        return found
    names = tuple(person.name for person in private)
    view = found.view
    spans = sorted({span for person in private for span in _everywhere(person, view)})
    return replace(
        found,
        citations=tuple(
            replace(one, span=clear(one.span, spans, view), title=_value(one.title, spans, view))
            for one in found.citations
        ),
        relations=_cleared(found.relations, spans, view),
        positions=tuple(
            one
            if found.persons[one.person].private
            else replace(one, span=clear(one.span, spans, view))
            for one in found.positions
        ),
        events=tuple(
            replace(one, span=span, name=view.value(span))
            if (span := clear(one.span, spans, view)) != one.span
            else one
            for one in found.events
        ),
        participations=_cleared(found.participations, spans, view),
        figures=tuple(_figure(one, names) for one in found.figures),
        tasks=_cleared(found.tasks, spans, view),
    )


def _everywhere(person: Person, view: View) -> Iterator[Span]:
    """Where a person is mentioned, and wherever else the words of a mention stand."""
    for words in {view.text[span.start : span.end] for span in person.spans}:
        for match in re.finditer(re.escape(words), view.text):
            yield Span(*match.span())


def _cleared(mentions: tuple[Mention, ...], private: list[Span], view: View) -> tuple[Mention, ...]:
    """The mentions with clear spans; one of which nothing is left is none."""
    clean = (replace(one, span=clear(one.span, private, view)) for one in mentions)
    return tuple(one for one in clean if one.span.end > one.span.start)


def clear(span: Span, private: list[Span], view: View) -> Span:
    """The longest stretch of `span` that touches none of the sorted `private` spans."""
    inside = [one for one in private if one.start < span.end and one.end > span.start]
    if not inside:
        return span
    longest, at = Span(span.start, span.start), span.start
    for start, end in [*inside, Span(span.end, span.end)]:
        if start - at > longest.end - longest.start:
            longest = Span(at, start)
        at = max(at, end)
    return _trimmed(longest, view)


def _trimmed(span: Span, view: View) -> Span:
    words = view.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGES))))


def _value(value: Value | None, private: list[Span], view: View) -> Value | None:
    if value is None or value.span is None:
        return value
    span = clear(value.span, private, view)
    if span == value.span:
        return value
    return replace(value, value=view.value(span), span=span) if span.end > span.start else None


def _figure(figure: Figure, names: tuple[str, ...]) -> Figure:
    return replace(figure, about="") if any(name in figure.about for name in names) else figure
