"""The issuing of documents, where the page reports it as its news.

A document that is merely cited, or told of as background, is no event. Not for: citations
themselves (`citations.py`), other occasions (`occasions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from opendata.authority import Authority
from opendata.extraction.events.event_details import NAME_LENGTH, province, short
from opendata.extraction.events.found import Found, within
from opendata.extraction.events.occasions import Occasion
from opendata.extraction.mentions import Citation, Event, Time
from opendata.extraction.page import Page
from opendata.extraction.view import Span

_ISSUES = re.compile(r"(?:(?:đã|vừa|mới|cũng) )*(?:ký )?ban hành $")
_ABOUT = re.compile(r" (?:về|quy định|sửa đổi|hướng dẫn|của|ngày)\b")
_PLURAL = re.compile(r" (?:các|nhiều|những|một số|hàng loạt|kịp thời|đầy đủ|\d+)\b")
_STEP = re.compile(r" (?:trưng cầu|khám nghiệm|tách|nhập|hoãn|đình chỉ|phân công)\b")
"""Steps in the handling of a case."""
_CLAUSE = re.compile(r"[,.;:]")
_PASSIVE = re.compile(r"\bđược\b")
_CONNECTIVE = re.compile(r"(?:^|[\n.-]) *(?:\w+(?: \w+){0,2}, )?$")
_BY_DOCUMENT = re.compile(r"\b(?:[Tt]ại|[Tt]heo|ký)(?: các)? $")
_DECISIONS = frozenset(("quyet_dinh", "thong_bao"))
_DECISION_REACH = 200
"""Characters after the sentence of an act in which the decision is named."""
_DOCUMENT_REACH = 60
_SUBJECT = 20
"""Characters within which the subject opens its sentence."""


def document_of(text: str, occasion: Occasion, found: Found) -> int | None:
    """The document whose issuing the occasion is: cited in the trigger (`ký Quyết định số 5`) or
    right after it, or its subject."""
    end = min(occasion.sentence.end, occasion.trigger.end + _DOCUMENT_REACH)
    for span, place in within(found.citation_spots, occasion.trigger.start, end):
        if not _CLAUSE.search(text, occasion.trigger.end, span.start):
            return place
    start = occasion.sentence.start
    for span, place in within(found.citation_spots, start, occasion.trigger.start):
        if span.start - start <= _SUBJECT and _PASSIVE.search(
            text, span.end, occasion.trigger.start
        ):
            return place
    return None


def is_news(text: str, occasion: Occasion, found: Found) -> bool:
    """Whether the words after `ban hành` name one document: cited, or by its noun alone."""
    if document_of(text, occasion, found) is not None:
        return True
    end = occasion.trigger.end
    return not (_PLURAL.match(text, end) or _STEP.match(text, end))


def is_decided(text: str, occasion: Occasion, found: Found, authority: Authority) -> bool:
    """Whether an act of office is done by a numbered decision, which this sentence or the next
    names: `phê chuẩn kết quả bầu cử. Cụ thể, tại Quyết định số 5 ...`."""
    word = text[occasion.trigger.start : occasion.trigger.end].lower()
    if occasion.kind != "other" or word not in authority.cues_by_category["decided"]:
        return False
    reach = occasion.sentence.end + _DECISION_REACH
    return any(
        found.citations[place].kind in _DECISIONS
        and found.citations[place].number
        and _BY_DOCUMENT.search(text, span.start - 8, span.start)
        for span, place in within(found.citation_spots, occasion.sentence.start, reach)
    )


def issued(citation: Citation, occasion: Occasion | None, found: Found) -> Time | None:
    """The day of issue: the document's own where the page states it, else the sentence's."""
    stated = citation.issued_on
    if stated is None or stated.span is None:
        time = occasion.time if occasion else None
        return time if time and time.precision == "day" else None
    for span, place in within(found.time_spots, stated.span.start - 20, stated.span.end):
        if span.end > stated.span.start:
            return found.times[place]
    day = date.fromisoformat(stated.value)
    return Time(stated.span, day, day, "day")


def further_issuances(page: Page, found: Found, known: set[int]) -> Iterator[Event]:
    """The other documents that an organ issues on a page whose news is an issuance.

    Each in a sentence that the organ opens; `known` are the citations that have an event.
    """
    text = page.view.text
    for span, place in found.citation_spots:
        citation = found.citations[place]
        verb = _ISSUES.search(text, max(0, span.start - 40), span.start)
        if verb is None or not citation.number or place in known or citation.same_as in known:
            continue
        organ = _opening_organ(text, verb.start(), found)
        if organ is None:
            continue
        name = Span(text.index("ban hành", verb.start()), span.end)
        yield Event(
            kind="issuance",
            name=page.view.value(name),
            span=name,
            time=issued(citation, None, found),
            province=province(page, (found.organisations[organ],)),
            hosts=(organ,),
            of=place,
        )


def _opening_organ(text: str, verb: int, found: Found) -> int | None:
    """The organisation that ends before the verb and begins its sentence."""
    for span, place in within(found.organisation_spots, verb - 150, verb):
        if verb - span.end in (0, 1) and _CONNECTIVE.search(
            text, max(0, span.start - 40), span.start
        ):
            return place
    return None


def document_page(page: Page, found: Found) -> Event | None:
    """The issuing of the document that the headline names, on a page that gives its content."""
    text = page.view.text
    for headline in page.spans("headline"):
        for span, place in within(found.citation_spots, headline.start, headline.start + 1):
            whole = span.end >= headline.end or _ABOUT.match(text, span.end)
            said_again = f"{' '.join(text[span.start : span.end].split(' ')[:2])} này"
            again = text.find(said_again, span.end)
            if whole and again >= 0:
                name = short(text, span, NAME_LENGTH)
                issuing = _said_with(again + len(said_again), found)
                return Event(
                    kind="issuance",
                    name=page.view.value(name),
                    span=name,
                    time=issued(found.citations[place], None, found),
                    province=page.header.province,
                    hosts=issuing,
                    of=place,
                )
    return None


def _said_with(end: int, found: Found) -> tuple[int, ...]:
    """The organs right after "theo Kết luận này": those that speak through the document."""
    organs: list[int] = []
    for span, place in within(found.organisation_spots, end, end + 100):
        if span.start - end > 5:
            break
        organs.append(place)
        end = span.end
    return tuple(organs)
