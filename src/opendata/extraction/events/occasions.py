"""Where a page tells of an occasion: a trigger word of an event kind, and how firmly it is told.

Every occasion carries a weight: what speaks for the sentence reporting an event rather than
mentioning work, plans or earlier events. Not for: choosing among occasions (`events.py`), the
people at them (`participations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from opendata.authority import Authority
from opendata.extraction.events.found import Found, Spots, covers, within
from opendata.extraction.mentions import Block, Time
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of
from opendata.extraction.sentences import sentence_around, sentences
from opendata.extraction.view import Span
from opendata.extraction.words import phrases_of

OPENING = 8
"""Sentences of the text that may report the page's main event; later ones need a day."""
_DAYS = frozenset(("day", "days", "minute"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """A trigger in its sentence. `order` counts the opening sentences from 0, -1 is the headline;
    `noun` tells a name of an occasion (`hội nghị`) from an act (`làm việc với`)."""

    kind: str
    trigger: Span
    sentence: Span
    order: int
    noun: bool
    weight: int
    time: Time | None


@dataclass(frozen=True, slots=True)
class Triggers:
    """The trigger words of all kinds as one pattern over lower-case text, and words before them.

    A word's own beginning is left to `search`: to look for it first would take twice the time.
    `noun` matches a trigger that names an occasion; the others are acts. `held` stands before a
    name that is held, opened, attended, led; `done` before an act that happened or will. Where a
    text before either ends with `spoken_of`, it is spoken of as work, aim, plan or content.
    """

    pattern: re.Pattern[str]
    kinds: dict[str, str]
    noun: re.Pattern[str]
    held: re.Pattern[str]
    done: tuple[str, ...]
    spoken_of: tuple[str, ...]

    def search(self, lower: str) -> Iterator[re.Match[str]]:
        """The triggers that stand as whole words."""
        for match in self.pattern.finditer(lower):
            if match.start() == 0 or not lower[match.start() - 1].isalnum():
                yield match


@cache
def triggers(authority: Authority) -> Triggers:
    """The triggers of the kinds; the longest word at a place wins, whole words only."""
    table = {word: kind.kind for kind in authority.event_kinds for word in kind.triggers}
    cues = authority.cues_by_category
    by_letter: dict[str, list[str]] = {}
    for word in sorted(table, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    factored = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return Triggers(
        pattern=re.compile(rf"(?:{factored})\b"),
        kinds=table,
        noun=re.compile(rf"{any_of(cues['occasion'])}\b"),
        held=re.compile(
            rf"{any_of(('có', 'ra', *cues['holding']))}(?: (?:một|các|thành công|trọng thể))? $"
        ),
        done=_before(
            ("đã", "vừa", "mới", "sẽ", "đang", "cùng", "đến", "tới", "ra", "có", *cues["done"])
        ),
        spoken_of=_before((*_OF, *cues["spoken_of"])),
    )


def _before(words: Iterable[str]) -> tuple[str, ...]:
    """The endings of a text that the words stand at, each with a blank after it."""
    return tuple(f"{word} " for word in words)


# Before an act or a name that is spoken of; the reference data has more.
_OF = phrases_of(
    "sau khi|trước khi|trong khi|nhằm|để|về|theo|qua|được|bị|không|chưa|cần|phải|nếu|hoặc|cho|từ"
)
# Before a name: that one already named is meant.
_AGAIN = _before(
    phrases_of("tại|trong|sau|của|cảnh|các|những|trước|kết luận|mọi|mỗi|hàng loạt|nhiều|này|ở")
)
_RECENT = re.compile(r"\b(?:vừa|mới đây|hôm (?:nay|qua)|(?:sáng|trưa|chiều|tối) (?:nay|qua))\b")
BACKGROUND = re.compile(
    r"(?:trước đó|trước đây|đến (?:năm|tháng|ngày)|(?:từ |vào |cuối |đầu |giữa )?(?:năm|tháng) \d|"
    r"(?:trong )?(?:thời gian|năm) (?:qua|tới)|theo kế hoạch)\b"
)
_BROKEN_OFF = ("...", "…")
# A speech is given at an occasion that is held: `Phát biểu tại lễ kỷ niệm`.
_SPEAKING_AT = re.compile(
    r"(?:phát biểu|kết luận|báo cáo|tham luận|thảo luận|trao đổi)[^,.;]{0,40}? ?"
    r"(?:tại|kết luận|chỉ đạo|khai mạc|bế mạc) (?:các )?$"
)
# Before a day: a limit or a start, not the day of an occasion.
_LIMIT = re.compile(r"(?:[Tt]rước|[Đđ]ến|[Kk]ể từ|từ|[Hh]ết|[Ss]au|sinh) (?:ngày )?$")
_FROM = re.compile(r"(?<![Kk]ể )(?<!dụng )(?<!lực )từ (?:ngày )?$")
_COUPLED = re.compile(r",? (?:và |hay )?")
_PASSIVE = re.compile(r"(?:được|bị) $")
# A rule for occasions: `quy định việc tổ chức lễ tang`.
_REGULATED = re.compile(r"\b(?:việc|quy định|chức danh|nghi thức|nơi) (?:được )?tổ chức $")
# What a document or a letter holds: `Theo Quyết định số 5, ông A được bổ nhiệm ...`.
_AS_DECIDED = re.compile(
    r"(?:theo|tại|căn cứ) (?:các )?(?:quyết định|thông báo|công văn|kế hoạch) |(?:thư|lời) "
)
_HANDING_OVER = ("trao quyết định", "trao các quyết định", "công bố quyết định")
_DECIDES = re.compile(r"(?:đã |vừa )?quyết định $")
_STALE = 60
"""Days before the page's own day from which a day is background."""
_ONLINE = 1998
"""The first year of Vietnamese newspapers on the web: no undated page reports what is older."""
_DATED = 60
"""Characters after a trigger in which its day may stand: `tại kỳ họp thứ 8, chiều 26/8`."""
_NEAR_WORD = 40
"""Characters after a trigger before which a word for a day (`vừa`, `mới đây`) ends."""
_LEADS = 40
"""Characters within which a day opens a sentence."""


def find_occasions(page: Page, found: Found) -> list[Occasion]:
    """The occasions told of in the headline and the text, in page order."""
    words = triggers(page.authority)
    text = page.view.text
    headline = {
        match[0]
        for block in page.spans("headline")
        for match in words.search(text[slice(*block)].lower())
    }
    occasions: list[Occasion] = []
    for order, sentence in _reading(page, found):
        day = day_in(page, sentence, found)
        if order < OPENING or day is not None:
            again = headline if 0 <= order <= 1 else set[str]()
            occasions.extend(_in_sentence(text, sentence, order, day, found, words, again))
    return occasions


def _reading(page: Page, found: Found) -> Iterator[tuple[int, Span]]:
    """The sentences of the headline (numbered -1), of the opening (from 0), and later ones that
    hold a day (`OPENING`)."""
    order = 0
    for block in page.blocks:
        if block.kind == "headline":
            yield -1, block.span
        elif _is_text(block):
            read = block.span.start
            for sentence in sentences(page.view.text, block.span) if order < OPENING else ():
                if order == OPENING:
                    break
                yield order, sentence
                order += 1
                read = sentence.end
            for span, place in within(found.time_spots, read, block.span.end):
                if span.start >= read and found.times[place].precision in _DAYS:
                    sentence = sentence_around(page.view.text, block.span, span.start)
                    yield OPENING, sentence
                    read = sentence.end


def _is_text(block: Block) -> bool:
    return block.kind in ("lead", "body", "subheading")


def day_in(page: Page, sentence: Span, found: Found) -> Time | None:
    """The first day of the sentence that may be an event's: no document's, no limit, not stale.

    A stretch of days that begins then (`họp từ ngày 19-23/1`) is one where there is no other.
    """
    stretch = None
    for span, place in within(found.time_spots, sentence.start, sentence.end):
        time = found.times[place]
        if time.precision in _DAYS and _may_be_an_events(page, sentence, time, found):
            low = max(sentence.start, span.start - 24)
            if not _LIMIT.search(page.view.text, low, span.start):
                return time
            if time.precision == "days" and _FROM.search(page.view.text, low, span.start):
                stretch = stretch or time
    return stretch


def _may_be_an_events(page: Page, sentence: Span, time: Time, found: Found) -> bool:
    return not (
        time.recurrence
        or _is_aside(page.view.text, sentence, time.span)
        or _dates_a_document(time.span, found)
        or _is_stale(page, time)
    )


def opens(sentence: Span, day: Time | None) -> bool:
    """Whether the day stands at the beginning of the sentence, as in a news lead."""
    return day is not None and day.span.start - sentence.start <= _LEADS


def news_leads(page: Page, found: Found) -> Iterator[tuple[Time, Span]]:
    """The day and the sentence of each of the first three sentences that a day opens."""
    for order, sentence in _reading(page, found):
        if order > 2:
            return
        day = day_in(page, sentence, found) if order >= 0 else None
        if day is not None and opens(sentence, day):
            yield day, sentence


def _is_aside(text: str, sentence: Span, day: Span) -> bool:
    """Whether a day stands in brackets, as that of an anniversary does, after the beginning."""
    if day.start - sentence.start <= _LEADS:
        return False
    opened = text.rfind("(", sentence.start, day.start)
    return opened > text.rfind(")", sentence.start, day.start)


def _is_stale(page: Page, time: Time) -> bool:
    shown = page.published
    if not time.starts_on:
        return False
    if shown is None:
        return time.starts_on.year < _ONLINE
    return (shown - time.starts_on).days > _STALE


def _dates_a_document(day: Span, found: Found) -> bool:
    for span, place in within(found.citation_spots, day.start - 200, day.end):
        issued = found.citations[place].issued_on
        stated = issued.span if issued else None
        if span.end > day.start or (stated and stated.start < day.end and day.start < stated.end):
            return True
    return False


def _in_sentence(
    text: str,
    sentence: Span,
    order: int,
    day: Time | None,
    found: Found,
    words: Triggers,
    again: Set[str],
) -> Iterator[Occasion]:
    """`again` are words of the headline, which are taken however loosely they are told."""
    lower = text[sentence.start : sentence.end].lower()
    if len(lower) != sentence.end - sentence.start or (order >= 0 and BACKGROUND.match(lower)):
        return
    recent = _RECENT.search(lower)
    for match in _naming(lower, words):
        trigger = Span(sentence.start + match.start(), sentence.start + match.end())
        noun = words.noun.match(match[0]) is not None
        kind = words.kinds[match[0]]
        if _inside_a_name(trigger, found) or (
            kind != "issuance" and _inside_a_document(trigger, found)
        ):
            continue
        if order < 0 and noun and _is_general(lower, match.end(), words):
            return
        told = _told(lower, match.start(), noun, kind, trigger, found, words)
        if told == 0 and order >= 0:
            begins = order == 0 and noun and match.start() == 4 and lower.startswith("tại ")
            if begins or opens(sentence, day):
                told = 2
            elif _dated(text, trigger, day, found):
                told = 1
            elif match[0] not in again:
                told = None
        if told is None:
            continue
        soon = recent is not None and recent.end() <= match.end() + _NEAR_WORD
        weight = told + _standing(order, match.start()) + _timed(lower, day, soon)
        yield Occasion(kind, trigger, sentence, order, noun, weight, day)


def _is_general(lower: str, end: int, words: Triggers) -> bool:
    """Whether another occasion is named right after one: `Hội nghị, hội thảo nhiều mà ...`."""
    link = _COUPLED.match(lower, end)
    return bool(link and words.noun.match(lower, link.end()))


def _dated(text: str, trigger: Span, day: Time | None, found: Found) -> bool:
    """Whether a day follows the trigger, with a word for it (no `Lễ 30/4`), in the same clause."""
    if day is None or not 0 <= day.span.start - trigger.end <= _DATED:
        return False
    clause = text[trigger.end : day.span.start]
    named = any(True for _ in within(found.person_spots, trigger.end, day.span.start))
    return not (text[day.span.start].isdigit() or named or clause.count(",") > 1)


def _naming(lower: str, words: Triggers) -> Iterator[re.Match[str]]:
    """The triggers, but for those that only say what is done to the next: `khai mạc kỳ họp`."""
    found = list(words.search(lower))
    for match, following in zip_longest(found, found[1:]):
        named = following and words.noun.match(following[0])
        if not named or not words.held.fullmatch(lower, match.start(), following.start()):
            yield match


def _inside_a_document(trigger: Span, found: Found) -> bool:
    """Whether the name of a document goes on with the trigger: `Quyết định ... xét xử số 12`."""
    return any(
        span.start < trigger.start and span.end >= trigger.end
        for span, _ in within(found.citation_spots, trigger.start - 100, trigger.start)
    )


def _inside_a_name(trigger: Span, found: Found) -> bool:
    return covers(found.organisation_spots, trigger) or covers(found.position_spots, trigger)


def _told(
    lower: str, at: int, noun: bool, kind: str, trigger: Span, found: Found, words: Triggers
) -> int | None:
    """How firmly the words before the trigger tell of it; None where they only speak of it."""
    if kind == "other" and _AS_DECIDED.match(lower):
        return None
    before = lower[max(0, at - 40) : at]
    subject_end = trigger.start
    if kind == "other" and (passive := _PASSIVE.search(before)):
        subject_end -= len(before) - passive.start()
        before = before[: passive.start()]
    if _REGULATED.search(before):
        return None
    if words.held.search(before) if noun else before.endswith(words.done):
        return 2
    if kind == "other" and (decides := _DECIDES.search(before)):
        at_verb = trigger.start - len(before) + decides.start()
        return 2 if _ends_right_before(found.organisation_spots, at_verb) else 0
    if noun and at <= _LEADS and _SPEAKING_AT.match(lower, 0, at):
        return 1
    if before.endswith(words.spoken_of):
        return None
    if noun and before.endswith(_AGAIN):
        return 0
    if at == 0:
        return 1 if noun or lower.startswith(_HANDING_OVER, at) else 0
    return 2 if _follows_a_name(subject_end, found) else 0


def _follows_a_name(end: int, found: Found) -> bool:
    """Whether an organisation, a person or a position ends right there, as the subject; a day may
    stand between: `UBND tỉnh ngày 11/8 công bố dịch`."""
    for span, _ in within(found.time_spots, end - 40, end):
        if 0 < end - span.end <= 2:
            end = span.start
    spots = (found.organisation_spots, found.person_spots, found.position_spots)
    return any(_ends_right_before(each, end) for each in spots)


def _ends_right_before(spots: Spots, end: int) -> bool:
    return any(0 < end - span.end <= 2 for span, _ in within(spots, end - 150, end))


def _standing(order: int, at: int) -> int:
    """What the place on the page adds: a headline that begins with the trigger names its event."""
    if order < 0:
        return 4 if at == 0 else 2
    if order <= 1:
        return 3
    return 1 if order < OPENING else 0


def _timed(lower: str, day: Time | None, soon: bool) -> int:
    """What a day or a word for it (`soon`) adds; a teaser that breaks off tells less than the full
    text."""
    weight = -1 if lower.endswith(_BROKEN_OFF) else 0
    if day is not None:
        return weight + 3
    return weight + 2 if soon else weight
