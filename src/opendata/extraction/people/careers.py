"""Positions that a verb gives or takes: giữ chức vụ, được bầu làm, từng là, thôi giữ chức.

The person is the one last named in the sentence, by name, by honorific and given name (ông Sơn) or
by honorific alone (ông). Not for: titles beside a name (`persons.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_case_of, any_of
from opendata.extraction.people.names import LOWER, UPPER
from opendata.extraction.people.positions import Heads, Title, after_last, read_titles
from opendata.extraction.view import Span

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_FARTHEST = 400  # characters between a person and the verb
_SHORT = re.compile(
    r"([ÔôBbĐđAaCc](?<!\w.)(?:(?<=[Ôô])ng|(?<=[Bb])(?:à|ị c(?:an|áo))|(?<=[Đđ])(?:ồng chí|/c)"
    r"|(?<=[Aa])nh|(?<=[Cc])hị))(?!\w)"
    rf"(?: ({_U}{_L}+)(?!\w))?(?! {_U})"
)
# What stands for a person without a name as well.
_ALONE = frozenset(("ông", "bà", "đồng chí"))
_POST = (
    r"(?: (?:lại|tạm|giữ|làm|nhiệm(?! vụ)|đảm nhiệm|bổ sung))*"
    r"(?: (?:các |nhiều |những )?(?:chức vụ|chức danh|chức|cương vị|vị trí|trọng trách|nhiệm vụ)"
    r"(?:(?: [^\s,.;:()]+){1,6}?(?: như|:)| như| gồm| là)?)?(?: ?:)? "
    r"(?:(?:các|hai|ba|bốn|\d{1,2}) (?=\w))?"
)
_COPULA = re.compile(
    r"(?: ?\([^()\n]*\))?(?:,? \d{1,3} tuổi(?!\w))?"
    r"(?:,? (?:hiện nay|hiện đang|hiện|nay|đang|cũng|đồng thời|đã từng|từng|đã|vốn|nguyên))*,? "
)
_INSTEAD_OF = re.compile(r"(?:thay|thay thế|thay cho|kế nhiệm) $")
# Words after which the verb is another's: `ký quyết định về việc chỉ định nhân sự giữ chức`.
_ANOTHERS = re.compile(r"(?<!\w)(?:về việc|nhân sự)(?!\w)")
_NOT_SO = re.compile(r"(?<!\w)(?:không|chưa|nếu|Nếu|có thể)(?!\w)")
_PASSIVE = re.compile(r"(?<!\w)(?:được|bị)(?!\w)")
_RECEIVES = re.compile(r"(?<!\w)(?:nhận|đón nhận)(?!\w)")
_DECIDES = re.compile(r"(?:quyết định|đồng ý|thống nhất)(?!\w)")
# Verbs of whoever takes up or gives up a position, not of those who give it to somebody.
_ACTIVE = re.compile(r"(?:là|làm|giữ|cử|nhậm chức|nhiệm vụ|từng|thôi|qua|khi|tân)$")
_TO = re.compile(
    r"(?:,? (?:nhiệm kỳ \d{4} ?- ?\d{4}|[Kk]hóa \w+))*,?"
    r"(?: và các chức (?:vụ|danh)(?: [^\s,.;:()]+){1,3}?(?= để| đối với))?"
    r"(?: để nghỉ [^,.;:()\n]{1,60}?(?= đối với))?"
    r" (?:đối với|cho(?! (?:biết|rằng|hay)(?!\w))):? "
)
_AND = re.compile(r"(?:,? để [^.;\n]{1,80})? ?(?:,|;|và)(?: với| đối với)? ")
# Between a person and the next title of a list: `ông X kể từ ngày 15/6/2021; Chủ tịch`.
_NEXT_POST = re.compile(r"(?:,? (?:kể )?từ ngày [\d/.-]{3,10})?; ")
_HONORIFIC = 12  # characters that an honorific before a title may take
_YEAR = re.compile(r"(?:[Nn]ăm |[Tt]háng \d{1,2}[/.-])(\d{4})(?!\w)(?! đến nay)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a person is named, by full name or by what stands for it; `span` starts at the
    honorific or title. `key` is the name in lower case, empty for somebody unknown; `name` where
    the full name begins, none for a short form; `given`: by honorific and given name."""

    span: Span
    key: str
    honorific: str
    name: int | None = None
    given: bool = False


def start_of(mention: Mention) -> int:
    """Where a mention starts, by which mentions are looked up."""
    return mention.span.start


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the reference data says of verbs, as patterns.

    `gives` matches a verb with the word for a post after it, up to where a title may begin;
    `status` a word that tells whether a position begins or ends.
    """

    gives: re.Pattern[str]
    status: re.Pattern[str]
    outgoing: frozenset[str]


@cache
def verbs(authority: Authority) -> Verbs:
    """The patterns of some reference data."""
    cues = authority.cues_by_category
    held, incoming, outgoing = (cues[category] for category in ("held", "incoming", "outgoing"))
    gives = any_of([*held, *incoming, *outgoing, *map(str.capitalize, (*incoming, *outgoing))])
    return Verbs(
        gives=re.compile(rf"(?P<verb>{gives})(?!\w){_POST}"),
        status=re.compile(rf"{any_case_of([*incoming, *outgoing])}(?!\w)"),
        outgoing=frozenset(outgoing),
    )


def short_mentions(
    text: str, block: Span, named: Sequence[Mention], titles: Heads
) -> Iterator[Mention]:
    """Where a person named elsewhere on the page is meant by an honorific, with the given name
    or alone. `named` are the mentions by full name, in page order."""
    for found in _SHORT.finditer(text, block.start, block.end):
        honorific, given = found[1].lower(), found[2]
        before = named[: bisect_left(named, found.start(), key=start_of)]
        span = Span(found.start(), found.end())
        if given and titles.head.match(text, found.end() - len(given)):
            continue
        if given:
            key = next((m.key for m in reversed(before) if m.key.split()[-1] == given.lower()), "")
            yield Mention(span, key, honorific, given=True)
        elif before and honorific in _ALONE:
            same = (m for m in reversed(before) if m.honorific in (honorific, ""))
            yield Mention(span, next(same, before[-1]).key, honorific)


def career_titles(
    text: str,
    block: Span,
    mentions: Sequence[Mention],
    known: tuple[Heads, Verbs],
    organs: Sequence[int],
    published: date | None,
) -> Iterator[tuple[str, Title]]:
    """Each title that a verb gives to a person, with the person's key.

    `mentions` are all mentions of the page in order, by name and by what stands for it.
    """
    titles, words = known
    for verb in words.gives.finditer(text, block.start, block.end):
        if text[verb.start() - 1 : verb.start()].isalnum():
            continue
        if not titles.head.match(text, verb.end(), block.end):
            continue
        limit = _next_name(verb.end(), block.end, mentions)
        chain = read_titles(text, verb.end(), limit, titles, titles.stages, organs)
        touching = limit < block.end and chain.end + 1 == limit
        given = chain.titles[:-1] if touching else chain.titles
        floor = max(block.start, verb.start() - _FARTHEST)
        start = after_last(text, floor, verb.start(), "!?\n")
        status = ""
        for person in _persons(text, start, chain.end, verb, mentions, known):
            status = _status(text, Span(start, verb.end()), person, words, published)
            for title in given:
                if title.category != "private" and not _is_no_office(text, title, verb):
                    yield person.key, _with_status(title, status)
        if status:
            for key, title in _further(text, chain.end, block.end, mentions, titles, organs):
                yield key, _with_status(title, status)


def _further(
    text: str,
    at: int,
    limit: int,
    mentions: Sequence[Mention],
    titles: Heads,
    organs: Sequence[int],
) -> Iterator[tuple[str, Title]]:
    """Further titles that the same verb gives, and to whom: `bầu Chủ tịch HĐND tỉnh A đối với ông
    X; Chủ tịch HĐND tỉnh B đối với bà Y`."""
    while objects := list(_objects(text, at, mentions, titles)):
        gap = _NEXT_POST.match(text, objects[-1].span.end, limit)
        if gap is None:
            return
        chain = read_titles(text, gap.end(), limit, titles, titles.stages, organs)
        keys = [one.key for one in _objects(text, chain.end, mentions, titles) if one.key]
        if not chain.titles or not keys:
            return
        yield from ((key, title) for title in chain.titles for key in keys)
        at = chain.end


def _persons(
    text: str,
    start: int,
    end: int,
    verb: re.Match[str],
    mentions: Sequence[Mention],
    known: tuple[Heads, Verbs],
) -> list[Mention]:
    """Whose the position is: the persons after the titles, else the one before the verb."""
    titles, words = known
    objects = list(_objects(text, end, mentions, titles))
    if objects:
        return [person for person in objects if person.key]
    subject = _subject(text, start, verb, mentions)
    if subject is None or not subject.key or _is_another_matter(text, subject, verb, words):
        return []
    return [subject]


def _subject(
    text: str, start: int, verb: re.Match[str], mentions: Sequence[Mention]
) -> Mention | None:
    """The last person named in the sentence before the verb."""
    place = bisect_right(mentions, verb.start(), key=_end)
    while place and mentions[place - 1].span.start >= start:
        place -= 1
        mention = mentions[place]
        if verb.start() - mention.span.end < 2 and _INSTEAD_OF.search(
            text, max(start, mention.span.start - 12), mention.span.start
        ):
            continue
        if verb["verb"] == "là" and not _COPULA.fullmatch(text, mention.span.end, verb.start()):
            return None
        return mention if verb.start() - mention.span.end <= _FARTHEST else None
    return None


def _is_no_office(text: str, title: Title, verb: re.Match[str]) -> bool:
    """Whether a bare word only says what somebody does: `là cán bộ`, `làm trưởng đoàn`."""
    if not title.bare or _names_a_post(verb):
        return False
    return text[title.span.start].islower()


def _names_a_post(verb: re.Match[str]) -> bool:
    """Whether a verb has the word for a post with it: `bầu giữ chức vụ`, not `bầu bổ sung`."""
    return verb[0].strip() not in (verb["verb"], f"{verb['verb']} bổ sung")


def _next_name(at: int, limit: int, mentions: Sequence[Mention]) -> int:
    """Where the next full name begins."""
    for mention in mentions[bisect_left(mentions, at, key=_end) :]:
        if mention.name is not None and mention.name >= at:
            return min(mention.name, limit)
    return limit


def _is_another_matter(text: str, subject: Mention, verb: re.Match[str], words: Verbs) -> bool:
    """Whether the position is denied, or the person elects or appoints and is not elected:
    `X trình dự thảo bầu Chủ tịch`."""
    if _NOT_SO.search(text, max(0, subject.span.start - 8), verb.start()):
        return True
    another = _ANOTHERS.search(text, subject.span.end, verb.start())
    if another and not _PASSIVE.search(text, subject.span.end, another.start()):
        return True
    done = words.status.fullmatch(verb["verb"].lower())
    if done is None or _ACTIVE.search(verb["verb"]):
        return False
    if _names_a_post(verb) and _receives(text, subject, verb, words):
        return False
    return not _PASSIVE.search(text, subject.span.end, verb.start())


def _receives(text: str, subject: Mention, verb: re.Match[str], words: Verbs) -> bool:
    """Whether the person is given the position: `nhận quyết định bổ nhiệm chức vụ`, or is named
    after such a verb or gives up another position: `thôi giữ chức X; bổ nhiệm giữ chức Y`."""
    near = Span(max(0, subject.span.start - 40), subject.span.start)
    gap = Span(subject.span.end, verb.start())
    return bool(
        _RECEIVES.search(text, *gap)
        or _DECIDES.search(text, *near)
        or words.status.search(text, *near)
        or any(word[0] in words.outgoing for word in words.status.finditer(text, *gap))
    )


def _objects(text: str, end: int, mentions: Sequence[Mention], titles: Heads) -> Iterator[Mention]:
    """The persons after the titles: `bổ nhiệm Phó Giám đốc Sở đối với ông X, Trưởng phòng, và ông
    Y`."""
    joint = _TO.match(text, end)
    place = bisect_left(mentions, joint.end(), key=start_of) if joint else 0
    while joint and place < len(mentions):
        if mentions[place].span.start - joint.end() > _HONORIFIC:
            return
        yield mentions[place]
        end = mentions[place].span.end
        place += 1
        limit = mentions[place].span.start if place < len(mentions) else end
        if text.startswith(", ", end):
            held = read_titles(text, end + 2, limit, titles, titles.between)
            end = held.end if held.titles else end
        joint = _AND.match(text, end)


def _status(text: str, clause: Span, subject: Mention, words: Verbs, published: date | None) -> str:
    status = "current"
    near = subject.span.start - 60 if subject.span.start < clause.end else clause.start
    for word in words.status.finditer(text, max(clause.start, near), clause.end):
        status = "former" if word[0].lower() in words.outgoing else "new"
    year = _YEAR.search(text, clause.start, clause.end)
    if year and published and int(year[1]) < published.year:
        status = "former"
    return status


def _with_status(title: Title, status: str) -> Title:
    return title if title.status == "former" else replace(title, status=status)


def _end(mention: Mention) -> int:
    return mention.span.end
