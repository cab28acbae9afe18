"""Who took part in an event, and as what: chair, speaker, attendee, presenter, judge, appointee.

A part is read from a sentence that has a person's name and a word for the part. Not for: finding
persons and positions (`persons.py`), organisations at an event (`event_details.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.events.found import Found, within
from opendata.extraction.events.nearness import days_apart
from opendata.extraction.events.occasions import BACKGROUND, day_in
from opendata.extraction.mentions import Participation, Time
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of
from opendata.extraction.sentences import sentence_around
from opendata.extraction.view import Span

_LONGEST = 300
_FARTHEST = 200
"""Characters, filled with positions, between a name and the word for the part."""

# First letters together, tails together: a fraction of the time of an alternation of words.
_CUE = re.compile(
    r"[CcPpKkDdĐđTtVvQqBb](?:hủ t(?:rì|ọa)|ó mặt|hát biểu(?:(?: chỉ đạo)?,?(?: và)? kết luận)?|"
    r"ết luận|ự(?= )|iều hành|rao (?:các )?[Qq]uyết định|rình bày|hành phần|ề phía|"
    r"uán triệt(?= (?:các |những )?nội dung)|áo cáo(?= (?:kết quả|tóm tắt|tình hình|tại)))"
)
_UNDER = re.compile(r"[Dd]ưới sự (?:đồng )?$")
_OPENS = re.compile(
    r"\s*(?:(?:[Tt]ham|[Đđ]ến|[Vv]ề|[Cc]ùng|[Tt]rực tiếp|[Dd]ự|[Đđ]ồng|và|,|"
    r"chỉ đạo|[Tt]ại [^,]{3,40},)\s*){0,6}$"
)
_LISTS = re.compile(r"[^.;]{0,120}?\b(?:có|là|gồm)\b|[^.;]{0,40}:")
_NOUN = re.compile(r"\b(?:theo|nghe|bản|các|những|qua|trong|sau) $", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:không|chưa|chẳng|từng) (?:\w+ )?$")
_LED_TOO = re.compile(r"(?:,| và|, và) (?:đồng )?(?:chủ trì|chỉ đạo và chủ trì|điều hành)")
# Between two names: that they are one list; that a clause goes on.
_JOINED = re.compile(r";|\bvà\b|,\s*(?:đồng chí|ông|bà|đ/c|Đ/c)\b|\bcùng\b")
# A name right after another, or after a list's words, or after the other's role in dashes.
_NEXT = re.compile(
    r", ?|,? (?:các|hai|ba) [^,;:]{2,60}|(?: ?- ?| ?\()[^,;:]{2,60}, ?(?:[^,;:]{2,40} )?"
)
_GOES_ON = ("đã", "được", "bị", "mà", "khi")
_AUXILIARIES = re.compile(r"(?: (?:đã|cũng|đến|cùng|tới|trực tiếp|thay mặt))+ $")
_APPOINTING = frozenset(("ceremony", "meeting", "conference"))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words around those for a part: an occasion `leads` on from `chủ trì`, `closes` after `kết
    luận`, `attends` after `dự`, `orders` after `điều hành`; `work` before `chủ trì`, `speech`
    before `phát biểu`, `guests` before `dự` tell of something else, and so do a remark `says` after
    it and a `verb` between two names. `led_by` ends before the name of who leads an occasion."""

    leads: re.Pattern[str]
    closes: re.Pattern[str]
    attends: re.Pattern[str]
    orders: re.Pattern[str]
    work: re.Pattern[str]
    speech: re.Pattern[str]
    guests: re.Pattern[str]
    says: re.Pattern[str]
    verb: re.Pattern[str]
    led_by: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    held = any_of(cues["occasion"])
    occasion = any_of(("hội", *cues["occasion"]))  # any hội, a fair or a contest as well
    return _Words(
        leads=re.compile(
            r"(?: và|,)? ?(?:(?:, |và |, và )?"
            r"(?:chỉ đạo|điều hành|phát biểu[^.;]{0,20}|kết luận) )?"
            rf"(?:(?:các |tại )?{any_of(('hội', *cues['occasion'], *cues['led']))}\b|"
            r"(?:chung|tại|có|cùng|là|của|gồm|đồng chí|các đồng chí)\b|"
            r"[.:;\n]|$)",
            re.IGNORECASE,
        ),
        closes=re.compile(rf" (?:{occasion}|tại|chỉ đạo)\b", re.IGNORECASE),
        attends=re.compile(
            rf" (?:{occasion}|có|khai mạc|bế mạc|và phát biểu)\b"
            r"|(?:,| và) (?!chủ trì|chỉ đạo|điều hành)",
            re.IGNORECASE,
        ),
        orders=re.compile(rf" {occasion}\b", re.IGNORECASE),
        work=re.compile(rf"{any_of(('được', 'do', 'cho', *cues['led_work']))} $"),
        speech=re.compile(rf"{any_of(('các', 'những', 'sau khi', *cues['speech']))} $"),
        guests=re.compile(rf"{any_of(cues['guest'])} (?:(?:tham|đến|về|cùng) )?$"),
        says=re.compile(rf",[^,]*\b{any_of(('đã', 'về', *cues['remark']))}\b"),
        led_by=re.compile(rf"\b{held}\b[^.;]{{0,60}}? do [^.;]{{0,60}}$", re.IGNORECASE),
        verb=re.compile(rf"\b{any_of((*_GOES_ON, *cues['clause_verb']))}\b"),
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """An event's place in `Extraction.events`, where the part of the page on it begins, its day."""

    event: int
    kind: str
    start: int
    time: Time | None


def find_participations(
    page: Page, found: Found, scenes: Sequence[Scene]
) -> tuple[Participation, ...]:
    """The parts taken in the events of `scenes`, each (person, event, role) once, in page order.

    A sentence tells of the last scene that began before it, and of the first if none did; one
    that names another day tells of none.
    """
    if not scenes or not found.person_spots:
        return ()
    seen: dict[tuple[int, int, str], Participation] = {}
    for person, role, span in (*_parts(page, found, scenes), *_appointed(page, found, scenes)):
        scene = _scene_of(scenes, span.start)
        if role == "chair" and scene.kind == "trial":
            role = "judge"
        key = (person, scene.event, role)
        seen.setdefault(key, Participation(person, scene.event, role, span))
    parts = [*seen.values(), *_subjects(found, scenes, {person for person, _, _ in seen})]
    return tuple(sorted(parts, key=lambda one: (one.span, one.person, one.role)))


def _subjects(found: Found, scenes: Sequence[Scene], known: Set[int]) -> Iterator[Participation]:
    """The private people to whom no word gives a part: whom a case, an arrest, a visit is about."""
    for place, person in enumerate(found.persons):
        if person.private and place not in known:
            span = person.spans[0]
            yield Participation(place, _scene_of(scenes, span.start).event, "subject", span)


def _parts(page: Page, found: Found, scenes: Sequence[Scene]) -> Iterator[tuple[int, str, Span]]:
    text = page.view.text
    for block in page.spans("headline", "lead", "body", "subheading", "caption"):
        read = block.start
        if next(within(found.person_spots, *block), None) is None:
            continue
        for cue in _CUE.finditer(text, *block):
            if cue.start() < read:
                continue
            sentence = sentence_around(text, block, cue.start())
            read = sentence.end
            names = list(within(found.person_spots, *sentence))
            if names and _on_the_day(page, found, sentence, _scene_of(scenes, sentence.start)):
                yield from _parts_in(text, sentence, names, _words(page.authority))


def _on_the_day(page: Page, found: Found, sentence: Span, scene: Scene) -> bool:
    """Whether a sentence names no other day than the event's, or tells of the event itself."""
    if sentence.start <= scene.start < sentence.end:
        return True
    day = day_in(page, sentence, found)
    return day is None or scene.time is None or not days_apart(page.view.text, day, scene.time)


def _appointed(
    page: Page, found: Found, scenes: Sequence[Scene]
) -> Iterator[tuple[int, str, Span]]:
    """Who takes up a position at an event, or by the act that the event is."""
    text = page.view.text
    for spot, place in found.position_spots:
        position = found.positions[place]
        if position.status != "new":
            continue
        before = bisect_right(page.blocks, spot.start, key=lambda block: block.span.start)
        sentence = sentence_around(text, page.blocks[before - 1].span, spot.start)
        scene = _scene_of(scenes, spot.start)
        told_there = sentence.start <= scene.start < sentence.end
        if told_there or (
            scene.kind in _APPOINTING
            and not BACKGROUND.match(text[sentence.start : sentence.start + 40].lower())
        ):
            yield position.person, "appointee", spot


def _scene_of(scenes: Sequence[Scene], place: int) -> Scene:
    """The last scene that begins before a place; the first if none does."""
    return scenes[max(0, bisect_right(scenes, place, key=lambda scene: scene.start) - 1)]


def _parts_in(
    text: str, sentence: Span, names: list[tuple[Span, int]], words: _Words
) -> Iterator[tuple[int, str, Span]]:
    cues = list(_CUE.finditer(text, sentence.start, sentence.end))
    for place, cue in enumerate(cues):
        if _NEGATED.search(text, max(sentence.start, cue.start() - 25), cue.start()):
            continue
        until = cues[place + 1].start() if place + 1 < len(cues) else sentence.end
        role, chosen = _read(text, sentence, cue, until, names, words)
        for span, person in chosen:
            yield person, role, _with_cue(span, cue)


Names = list[tuple[Span, int]]


def _read(
    text: str, sentence: Span, cue: re.Match[str], until: int, names: Names, words: _Words
) -> tuple[str, Names]:
    """The role that a cue gives, and to whom."""
    word = cue[0].lower()
    before = text[sentence.start : cue.start()]
    after = [one for one in names if cue.end() <= one[0].start < until]
    group = _group_before(text, cue.start(), names, words)
    opens = _OPENS.match(before.rpartition(";")[2]) is not None
    first = after[:1]
    if first and words.says.search(text, cue.end(), first[0][0].start):
        first = []
    listed = after if _LISTS.match(text, cue.end(), until) else []
    if word.startswith("chủ t"):
        return "chair", _chairs(text, cue, before, opens, group, after, listed, words)
    if word == "điều hành":
        if _UNDER.search(before):
            return "chair", _group_after(text, after, words)
        return "chair", group if words.orders.match(text, cue.end()) else []
    if word.startswith("phát biểu"):
        if words.speech.search(before):
            return "speaker", []
        return "speaker", first if opens else group
    if word == "kết luận":
        if not words.closes.match(text, cue.end()):
            return "speaker", []
        return "speaker", first if opens else group
    if word == "dự":
        if (
            not words.attends.match(text, cue.end())
            or _LED_TOO.match(text, cue.end())
            or words.guests.search(before)
        ):
            return "attendee", []
        return "attendee", listed if opens else group
    if word in ("về phía", "thành phần"):
        return "attendee", listed
    if word == "có mặt":
        return "attendee", listed if opens else group
    return "presenter", [] if opens or _NOUN.search(before) else group[-1:]


def _chairs(
    text: str,
    cue: re.Match[str],
    before: str,
    opens: bool,
    group: Names,
    after: Names,
    listed: Names,
    words: _Words,
) -> Names:
    if _UNDER.search(before):
        return _group_after(text, after, words)
    if group and words.led_by.search(text, cue.start() - len(before), group[0][0].start):
        return group
    if not words.leads.match(text, cue.end()) or (words.work.search(before) and not group):
        return []
    if opens or not group:
        return listed
    return group


def _group_before(text: str, end: int, names: Names, words: _Words) -> Names:
    """The last name before `end`, with the names that are listed with it."""
    auxiliaries = _AUXILIARIES.search(text, max(0, end - 30), end)
    end = auxiliaries.start() if auxiliaries else end
    earlier = [one for one in names if one[0].end <= end]
    if not earlier or end - earlier[-1][0].end > _FARTHEST:
        return []
    if words.verb.search(text, earlier[-1][0].end, end):
        return []
    group = [earlier.pop()]
    while earlier and _listed_with(text, earlier[-1][0], group[-1][0], words):
        group.append(earlier.pop())
    return group[::-1]


def _group_after(text: str, names: Names, words: _Words) -> Names:
    """The first name, with the names that are listed with it."""
    group = names[:1]
    for one in names[1:]:
        if not _listed_with(text, group[-1][0], one[0], words):
            break
        group.append(one)
    return group


def _listed_with(text: str, first: Span, second: Span, words: _Words) -> bool:
    between = text[first.end : second.start]
    return bool(
        (_JOINED.search(between) or _NEXT.fullmatch(between))
        and not words.verb.search(text, first.end, second.start)
    )


def _with_cue(name: Span, cue: re.Match[str]) -> Span:
    """The name with the word for the part, if that is no longer than a short quote."""
    whole = Span(min(name.start, cue.start()), max(name.end, cue.end()))
    return whole if whole.end - whole.start <= _LONGEST else name
