"""What a sentence says of its occasion: a name, the organisations, the place, the period reported.

Not for: finding occasions (`occasions.py`), the people at them (`participations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.events.found import Found, covers, within
from opendata.extraction.events.occasions import Occasion
from opendata.extraction.mentions import Organisation, Time, Value
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of, capital_or_not
from opendata.extraction.sentences import sentence_around
from opendata.extraction.view import Span
from opendata.extraction.words import phrases_of

NAME_LENGTH = 150
_PLACE_LENGTH = 100
_PERIODS = frozenset(("month", "quarter", "half", "months", "year", "years", "term"))
_REPORTING_KINDS = frozenset(("conference", "meeting", "working_session"))

# Where the name of an occasion ends: at a stop, or where the clause goes on.
_STOP = r"\.(?!\w)|[;:()\[\]\n]|\s-\s|\snhân\s(?=dịp|ngày|kỷ niệm|\d)|\s\d{1,2}[/.-]\d"
_GOES_ON = phrases_of(
    "do|dưới|nhằm|để|tại|vào|vừa|đã|sẽ|được|có|còn|cũng|là|kể từ|khi|trong khi|đối với|giữa|"
    "với sự|ông|bà|đồng chí|sáng|trưa|chiều|tối|ngày|hôm|lúc|hồi"
)
# `Tòa án nhân dân tối cao`: no evening.
_NOT_EVENING = r"(?!tối (?:cao|đa|thiểu|ưu)\b)"
_LOOSE_END = re.compile(r"(?: (?:của|về|và|với|cho|từ|đến|trong|ở|theo|các|dịp|tặng|sau|đối))+$")
_TELLING = 4
"""Blanks in a trigger that says enough alone: `ra quyết định khởi tố bị can`."""
# Between an organisation and the act: that the organisation is no subject.
_NOT_SUBJECT = re.compile(
    r"\b(?:của|với|[Tt]ại|[Tt]rụ sở|thuộc|về|cho|từ|trước|[Tt]heo|đến|trên|bởi) "
    r"(?:(?:các|những|ban|đoàn|lãnh đạo|đại diện) )?$"
)
_PARTNER = re.compile(r"phối hợp (?:với|cùng) $")
_OWNER = re.compile(r"của $")
_ACTS = re.compile(r" (?:đã|nhất trí|thông qua|tiến hành)\b")
_BY = re.compile(r"\b(?:do|được|giữa) $")
_BODY = r"(?:tập thể |ban )?(?:(?:đại diện )?lãnh đạo |đoàn )?$"
_WITH = {
    "working_session": re.compile(rf"(?:với|\bgiữa [^,;.]{{3,80}} và) {_BODY}"),
    "meeting": re.compile(rf"(?:với|cùng) {_BODY}"),
    "ceremony": re.compile(rf"với {_BODY}"),
    "inspection": re.compile(rf"(?:tại|đối với) {_BODY}"),
}
_AND = re.compile(r",? ?(?:và|cùng|với|phối hợp (?:với|cùng))? ?")
_ATTENDED = re.compile(r"[Dd]ự [^.;\n]{0,60}?\b(?:có|là|gồm)\b")
_ATTEND = frozenset(("ham ", "ùng "))
_ACTS_ON = frozenset(("trial", "issuance", "other"))
"""Kinds after whose trigger `tại` tells of the matter, not of the occasion."""
_PLACE_STOP = r"[,;:()\n]|(?<!TP)(?<!Tp)\.|$"
_PLACE_GOES_ON = phrases_of(
    "những|các|cho|theo|trong|đối với|đã|sẽ|vừa|được|do|dưới|với|về|nhằm|để|vào|ngày|sáng|trưa|"
    "chiều|tối|hôm|đang|ông|bà|đồng chí"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the name of an occasion ends; where its place begins and ends; what it looks back on
    and forward to."""

    name_end: re.Pattern[str]
    place: re.Pattern[str]
    place_end: re.Pattern[str]
    review: re.Pattern[str]
    outlook: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    name_ends = any_of((*_GOES_ON, *cues["name_end"], *cues["taking_place"]))
    place_ends = any_of((*_PLACE_GOES_ON, *cues["taking_place"]))
    return _Words(
        name_end=re.compile(
            rf"{_STOP}|,(?!\s{any_of(cues['agenda'])})|"
            rf"\s{_NOT_EVENING}(?:{name_ends}|(?:\d+ |các )?{any_of(cues['accused'])})\s"
        ),
        place=re.compile(
            rf"\b(?:[Tt]ại|(?<![Nn]hà )[Ởở]) (?!{any_of(cues['no_venue'])})"
            rf"(?={capital_or_not(cues['venue'])}|[Nn]hà (?!ông|bà|riêng)|[Ss]ân |số \d|[A-ZĐ])"
        ),
        place_end=re.compile(rf"{_PLACE_STOP}|\s{_NOT_EVENING}{place_ends}\s"),
        review=re.compile(capital_or_not(cues["review"])),
        outlook=re.compile(capital_or_not(cues["outlook"])),
    )


def name_span(text: str, occasion: Occasion, authority: Authority) -> Span:
    """The words that name the occasion: the trigger and what specifies it, no whole clause."""
    start, limit = occasion.trigger.start, min(occasion.sentence.end, occasion.trigger.start + 400)
    end = limit
    for stop in _words(authority).name_end.finditer(text, occasion.trigger.end, limit):
        if text.count('"', start, stop.start()) % 2 == 0:
            end = stop.start()
            break
    return short(text, Span(start, end), NAME_LENGTH)


def best_name(text: str, occasions: Sequence[Occasion], authority: Authority) -> Span:
    """The first name that says more than its trigger, or is long itself; else the first."""
    names = [(one, name_span(text, one, authority)) for one in occasions]
    telling = (
        name
        for one, name in names
        if name.end > one.trigger.end or text.count(" ", *name) >= _TELLING
    )
    return next(telling, names[0][1])


def short(text: str, span: Span, length: int) -> Span:
    """The span, cut to whole words of no more than `length` characters."""
    end = span.end
    if end - span.start > length:
        end = text.rfind(" ", span.start, span.start + length)
    kept = _LOOSE_END.sub("", text[span.start : end].rstrip(' "-,'))
    return Span(span.start, span.start + len(kept))


def hosts(text: str, occasion: Occasion, found: Found) -> tuple[int, ...]:
    """The organisations that hold the occasion: subjects before the trigger, or named by `do`."""
    begin = occasion.sentence.start
    if occasion.time and begin <= occasion.time.span.start < occasion.trigger.start:
        begin = occasion.time.span.end
    before = _organisations(found, begin, occasion.trigger.start)
    subjects = [] if _is_suffered(text, occasion) else _subjects(text, begin, before)
    after = _organisations(found, occasion.trigger.end, occasion.sentence.end)
    if not subjects:
        subjects = _named_by(text, after)
        subjects = subjects[:1] if occasion.kind == "working_session" else subjects
    if not subjects and occasion.noun:
        subjects = [one for one in after if _ACTS.match(text, one[0].end)][:1]
    if not subjects:
        subjects = [one for one in before if _OWNER.search(text, one[0].start - 5, one[0].start)]
        subjects = subjects[-1:]
    return _once(found, [place for _, place in subjects])


def _is_suffered(text: str, occasion: Occasion) -> bool:
    """Whether the act is done to its subject: `ông A, cựu giám đốc Công ty B, bị bắt`."""
    start = occasion.trigger.start
    suffered = text.startswith("bị ", start) or text.startswith(" bị ", max(0, start - 4))
    return occasion.kind == "other" and suffered


def _subjects(text: str, begin: int, before: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The last organisation that is a subject, with those listed with it."""
    subjects: list[tuple[Span, int]] = []
    for span, place in reversed(before):
        if subjects and not _AND.fullmatch(text, span.end, subjects[0][0].start):
            break
        lead = text[max(begin, span.start - 20) : span.start]
        if not _NOT_SUBJECT.search(lead) or _PARTNER.search(lead):
            subjects.insert(0, (span, place))
    return subjects


def _named_by(text: str, after: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The organisation after `do`, `được` or `giữa`, with those listed with it."""
    named: list[tuple[Span, int]] = []
    for span, place in after:
        joined = _AND.fullmatch(text, named[-1][0].end, span.start) if named else None
        if joined or (not named and _BY.search(text, span.start - 8, span.start)):
            named.append((span, place))
        elif named:
            break
    return named


def _once(found: Found, places: list[int]) -> tuple[int, ...]:
    """The places, an organisation named twice once."""
    named: dict[str, int] = {}
    for place in places:
        named.setdefault(found.organisations[place].name, place)
    return tuple(named.values())


def counterparts(text: str, occasion: Occasion, found: Found) -> tuple[int, ...]:
    """The organisations that the occasion is held with: the first after `với`, and those joined.

    Of an inspection those that are inspected: the first after `tại` or `đối với`.
    """
    if occasion.kind not in _WITH:
        return ()
    partners: list[int] = []
    end = occasion.trigger.end
    for span, place in _organisations(found, end, min(occasion.sentence.end, end + 200)):
        joined = _AND.fullmatch(text, end, span.start) if partners else None
        if joined or (
            not partners and _WITH[occasion.kind].search(text, span.start - 100, span.start)
        ):
            partners.append(place)
        elif partners:
            break
        end = span.end
    return tuple(partners)


def attendees(page: Page, found: Found, known: Sequence[int]) -> tuple[int, ...]:
    """The organisations that the sentences on attendance name, without those already `known`."""
    text = page.view.text
    attending: list[int] = []
    for block in page.spans("lead", "body"):
        for cue in _ATTENDED.finditer(text, *block):
            if cue[0][0] != "D" and text[cue.start() - 4 : cue.start()] not in _ATTEND:
                continue
            sentence = sentence_around(text, block, cue.start())
            attending.extend(p for _, p in _organisations(found, cue.end(), sentence.end))
    names = {found.organisations[place].name for place in known}
    return tuple(
        place for place in _once(found, attending) if found.organisations[place].name not in names
    )


def _organisations(found: Found, start: int, end: int) -> list[tuple[Span, int]]:
    """The organisations that stand by themselves, not inside somebody's position."""
    return [
        (span, place)
        for span, place in within(found.organisation_spots, start, end)
        if span.end <= end + 1 and not covers(found.position_spots, span)
    ]


def place(page: Page, occasion: Occasion) -> Value | None:
    """Where it took place, as the sentence says: a hall, a seat, a commune, a city."""
    text, sentence, words = page.view.text, occasion.sentence, _words(page.authority)
    match = words.place.search(text, sentence.start, occasion.trigger.start)
    if match is None and (occasion.noun or occasion.kind not in _ACTS_ON):
        match = words.place.search(text, occasion.trigger.end, sentence.end)
    if match is None:
        return None
    stop = words.place_end.search(text, match.end(), sentence.end)
    span = short(text, Span(match.end(), stop.start() if stop else sentence.end), _PLACE_LENGTH)
    return Value(page.view.value(span), "text", "event-place", span)


def province(page: Page, hosting: tuple[Organisation, ...]) -> Value | None:
    """The province of the organisations when they name one, else the page's."""
    for organisation in hosting:
        if organisation.province_id:
            stated = page.header.province
            if stated and stated.value == organisation.province_id:
                return stated
            return Value(organisation.province_id, "text", "event-host", organisation.span)
    return page.header.province


def period_reported(page: Page, occasion: Occasion, name: Span, found: Found) -> Time | None:
    """The period that a review looks back on: `sơ kết công tác 6 tháng đầu năm`."""
    if occasion.kind not in _REPORTING_KINDS:
        return None
    text, words = page.view.text, _words(page.authority)
    review = words.review.search(text, name.start, name.end)
    if review is None:
        return None
    outlook = words.outlook.search(text, review.end(), name.end)
    until = outlook.start() if outlook else name.end
    for _, at in within(found.time_spots, review.end(), until):
        time = found.times[at]
        if time.precision in _PERIODS and time.starts_on:
            return time
    return None
