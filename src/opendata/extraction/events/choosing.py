"""Which occasions that a page tells of are its events: the main one, and those clearly apart.

Not for: finding occasions (`occasions.py`), what is said of a chosen one (`event_details.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opendata.authority import Authority
from opendata.extraction.events.event_details import hosts
from opendata.extraction.events.found import Found, within
from opendata.extraction.events.issuances import is_news
from opendata.extraction.events.nearness import days_apart, is_before, may_be_one
from opendata.extraction.events.occasions import OPENING, Occasion, news_leads, opens
from opendata.extraction.mentions import Time
from opendata.extraction.page import Page
from opendata.extraction.view import Span

_ENOUGH = 4
"""Weight from which an occasion is taken for the page's event."""
_LESS = 3
"""Weight from which it is where the headline tells of it too, or only the headline does."""
_LOOSE = 2
"""Weight from which it is, after the first two sentences, where a page has nothing firmer."""
_FIRST = 4
"""Sentences that count as the first ones for that."""
_IN_FORM = frozenset(("ceremony", "conference", "meeting", "working_session", "trial"))
"""Kinds of which any telling is taken where a page has no firmer one."""
_BODIES_MEET = frozenset(("meeting", "conference"))
_TEAM = ("đoàn", "Đoàn")
_NEAR = 3
"""Days between events of one report; what lies further back is background."""
_CLEAR = 5
"""Weight from which a further occasion is an event of its own."""
_BESIDE = 10
"""Events, or occasions of a sentence, that one is compared with, so that a long digest takes no
long time."""
_ABOUT = re.compile(r" (?:ở|tại|trong|theo|không|hành vi|về|là|như|thế nào)\b")
_NUMBER = re.compile(r"\d|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|loạt|các)\b")
_HABIT = re.compile(r"(?:Hằng|Hàng|Mỗi) (?:năm|tháng|tuần|quý)\b")
_DIGEST = 3
"""Paragraphs that end with the page of a paper, as those of a digest do."""
_PRINTED = re.compile(r"\(trang \d{1,2}(?:[,-] ?\d{1,2})*\)\W*\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """One event: the occasion that tells of it best, and all that tell of it.

    `main` is the event that the page is about.
    """

    best: Occasion
    mentions: tuple[Occasion, ...]
    hosts: tuple[int, ...]
    time: Time | None
    main: bool


def is_digest(page: Page) -> bool:
    """Whether a page announces what a paper brings, with the number of each page of it."""
    text = page.view.text
    paragraphs = page.spans("lead", "body")
    return sum(bool(_PRINTED.search(text, *paragraph)) for paragraph in paragraphs) >= _DIGEST


def choose(page: Page, mentions: Found, occasions: Sequence[Occasion]) -> list[Told]:
    """The page's main event, then those that are clearly others."""
    text = page.view.text
    occasions = [one for one in occasions if one.kind != "issuance" or is_news(text, one, mentions)]
    if any(_HABIT.match(text, lead.start) for lead in page.spans("lead")):
        occasions = [one for one in occasions if one.order >= 0]
    occasions = [one for one in occasions if not _is_topic(text, one, mentions, page.authority)]
    opening = [one for one in occasions if one.order < OPENING and one.weight >= _ENOUGH]
    if not opening:
        opening = _announced(text, occasions)
    if not opening:
        return []
    return _main_and_others(page, mentions, opening, occasions)


def choose_loosely(page: Page, mentions: Found, occasions: Sequence[Occasion]) -> list[Told]:
    """The events of a page that nothing tells firmly, by what the opening tells further on; none
    where the page tells of what comes back."""
    if any(time.recurrence for time in mentions.times):
        return []
    opening = [
        one
        for one in occasions
        if 1 < one.order < OPENING and one.weight >= _LOOSE and one.kind in _IN_FORM
    ]
    return _main_and_others(page, mentions, opening, occasions) if opening else []


def _main_and_others(
    page: Page, mentions: Found, opening: Sequence[Occasion], occasions: Sequence[Occasion]
) -> list[Told]:
    text = page.view.text
    announced = {one.kind for one in opening if one.order < 0}
    named: dict[Span, list[Occasion]] = {}
    for one in opening:
        if one.noun and len(named.setdefault(one.sentence, [])) < _BESIDE:
            named[one.sentence].append(one)
    news = [one for one in opening if not _is_content(text, one, named.get(one.sentence, ()))]
    opening = _recent(text, news)
    best = max(
        opening,
        key=lambda one: (
            one.weight + (one.kind in announced) * (2 if one.order >= 0 else 1),
            -one.trigger.start,
        ),
    )
    main = _gathered(page, mentions, best, occasions)
    return [main, *_others(text, mentions, main, occasions)]


def _is_topic(text: str, one: Occasion, mentions: Found, authority: Authority) -> bool:
    """Whether a headline names an act as what it writes about (`Kỷ luật không có vùng cấm`): it
    begins with it, and tells of no day, nobody and no number after it."""
    if one.order >= 0 or one.noun or one.time or one.trigger.start > one.sentence.start:
        return False
    if _word(text, one) not in authority.cues_by_category["topic"]:
        return False
    end, stop = one.trigger.end, one.sentence.end
    spots = (mentions.person_spots, mentions.position_spots, mentions.organisation_spots)
    named = any(True for each in spots for _ in within(each, end, stop))
    return bool(_ABOUT.match(text, end, stop)) or not (named or _NUMBER.search(text, end, stop))


def _announced(text: str, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions of the first sentences, less firmly told, for which the headline has the word;
    those of the headline where there are none."""
    words = {_word(text, one) for one in occasions if one.order < 0}
    less = [one for one in occasions if one.order < _FIRST and one.weight >= _LESS]
    again = [one for one in less if one.order >= 0 and _word(text, one) in words]
    return again or [one for one in less if one.order < 0]


def _is_content(text: str, one: Occasion, named: Sequence[Occasion]) -> bool:
    """Whether an act is told as what was done at an occasion that its sentence has `named` (`tổ
    chức kỳ họp, bầu ...`), or a team only as who came to it (`Đoàn kiểm tra có buổi làm việc`)."""
    beside = [other for other in named if other.weight >= one.weight]
    if one.kind == "inspection" and text.startswith(_TEAM, one.trigger.start):
        return any(other.kind != "inspection" for other in beside)
    return one.kind == "other" and any(
        other.kind in _BODIES_MEET
        and (
            other.trigger.start < one.trigger.start or text.endswith("tại ", 0, other.trigger.start)
        )
        for other in beside
    )


def _recent(text: str, occasions: Sequence[Occasion]) -> list[Occasion]:
    """Without documents signed days before something else: their announcement is the news."""
    days = {one.time for one in occasions if one.kind != "issuance"}
    return [
        one
        for one in occasions
        if one.kind != "issuance" or not any(is_before(text, one.time, day) for day in days)
    ]


def _word(text: str, occasion: Occasion) -> str:
    return text[occasion.trigger.start : occasion.trigger.end].lower()


def _gathered(page: Page, mentions: Found, best: Occasion, occasions: Sequence[Occasion]) -> Told:
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
    return Told(best, same, hosting, time, main=True)


def _others(
    text: str, mentions: Found, main: Told, occasions: Sequence[Occasion]
) -> Iterator[Told]:
    told = [main]
    for one in occasions:
        if one.order < 0 or one.kind == "issuance" or one.weight < _CLEAR:
            continue
        if not opens(one.sentence, one.time):
            continue
        hosting = hosts(text, one, mentions)
        candidate = Told(one, (one,), hosting, one.time, main=False)
        beside = (main, *told[1:][-_BESIDE:])
        if all(_another(text, candidate, known, mentions) for known in beside):
            told.append(candidate)
            yield candidate


def _another(text: str, one: Told, known: Told, mentions: Found) -> bool:
    """Whether `one` is an event of its own: near `known` in time, of another kind or host."""
    if one.best.sentence == known.best.sentence or not _near(text, one.time, known.time):
        return False
    shared = _hosts_in(one, known, mentions) or _hosts_in(known, one, mentions)
    apart = bool(one.hosts and known.hosts and not shared)
    if one.best.kind == known.best.kind:
        return apart
    return apart or not may_be_one(text, one.time, known.time)


def _hosts_in(one: Told, other: Told, mentions: Found) -> bool:
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
