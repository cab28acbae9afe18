"""What sets a task: the document or the event of a page that some words belong to.

Not for: finding the words (`requests`, `task_lists`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.sameness import first_mention
from opendata.extraction.mentions import Citation, Event, Person
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_case_of, any_of
from opendata.extraction.view import Span

_BY_DOCUMENT = re.compile(r"(?:[Tt]ại|[Tt]heo|[Tt]rong|ban hành|ký) $")
_TASKLESS = frozenset(("issuance", "trial"))
# "Do đó, đề nghị ..." has its speaker in the sentences before.
_LEAD_IN_AT_MOST = 24
_SPEAKER_BEFORE = 300


@dataclass(frozen=True, slots=True)
class Setter:
    """What sets a task: a citation or an event, by its place."""

    citation: int | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """`roles` say that someone in a public role speaks; `sets` stand between a document and its
    tasks, `leads` between a leader and his; `hearing` names an occasion at which others ask."""

    roles: re.Pattern[str]
    sets: re.Pattern[str]
    leads: re.Pattern[str]
    hearing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Setters:
    """Who and what may set tasks on a page; `names` are the places where persons are named,
    `meetings` the events at which tasks are set, each with the place where it is told of."""

    text: str
    citations: Sequence[Citation]
    meetings: Sequence[tuple[int, int]]
    names: Sequence[int]
    words: _Words

    def of_request(self, paragraph: Span, sentence: Span, verb: int) -> Setter | None:
        """The document that asks, by beginning the sentence or by being issued or cited for it.

        Else the event at which someone asks, named in the sentence or just before it.
        """
        cited = self._cited(sentence.start, verb)
        if cited is not None:
            start = self.citations[cited].span.start
            before = self.text[max(sentence.start, start - 12) : start]
            if not before or _BY_DOCUMENT.search(before):
                return Setter(citation=first_mention(self.citations, cited))
        since = sentence.start
        if verb - since <= _LEAD_IN_AT_MOST:
            since = max(paragraph.start, since - _SPEAKER_BEFORE)
        return self._event(verb) if self._someone(since, verb) else None

    def of_list(self, sentence: Span, noun: int) -> Setter | None:
        """Whose list of tasks `noun` (`nhiệm vụ`) announces, where nobody is asked."""
        cited = self._cited(sentence.start, noun, last=True)
        words = self.words
        if cited is not None and words.sets.search(self.text, self.citations[cited].span.end, noun):
            return Setter(citation=first_mention(self.citations, cited))
        led = self._someone(sentence.start, noun)
        if led and words.leads.search(self.text, sentence.start, noun):
            return self._event(noun)
        return None

    def begins_citation(self, place: int) -> bool:
        """Whether a document is named at a place."""
        return self._cited(place, place + 1) is not None

    def _cited(self, start: int, end: int, *, last: bool = False) -> int | None:
        """The first citation that begins between two places, or the last one."""
        first = bisect_left(self.citations, start, key=lambda one: one.span.start)
        after = bisect_left(self.citations, end, key=lambda one: one.span.start)
        if first == after:
            return None
        return after - 1 if last else first

    def _someone(self, start: int, end: int) -> bool:
        place = bisect_left(self.names, start)
        named = place < len(self.names) and self.names[place] < end
        return named or self.words.roles.search(self.text, start, end) is not None

    def _event(self, place: int) -> Setter | None:
        """The last meeting told of before a place, else the first of the page."""
        last = next((at for at, start in reversed(self.meetings) if start <= place), None)
        if last is None and self.meetings:
            last = self.meetings[0][0]
        return None if last is None else Setter(event=last)


def find_setters(
    page: Page, citations: Sequence[Citation], events: Sequence[Event], persons: Sequence[Person]
) -> Setters:
    """What may set tasks on a page."""
    names = sorted(span.start for person in persons for span in person.spans)
    words = _words(page.authority)
    meetings = [
        (place, event.span.start)
        for place, event in enumerate(events)
        if event.kind not in _TASKLESS
        and not event.recurrence
        # Where leaders meet their voters, the voters ask.
        and not words.hearing.search(event.name.lower())
    ]
    return Setters(page.view.text, citations, meetings, names, words)


@cache
def _words(authority: Authority) -> _Words:
    roles = [row.honorific for row in authority.honorifics if row.category == "public"]
    roles += [row.title for row in authority.positions if row.category == "office"]
    cues = authority.cues_by_category
    return _Words(
        roles=_whole(any_case_of(roles)),
        sets=_whole(any_of(("gồm", "có", "với", *cues["task_setting"]))),
        leads=_whole(any_of(cues["instruction"])),
        hearing=_whole(any_of(cues["hearing"])),
    )


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
