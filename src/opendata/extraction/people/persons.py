"""The persons that a page names, and the positions that it says they hold.

A name is a person's where an honorific, a title or a list of persons stands beside it; streets,
schools and companies that bear a name are none. Not for: what stands beside a name (`beside.py`),
verbs that give somebody a position (`careers.py`), what persons do at an event
(`participations.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from opendata.extraction.mentions import Organisation, Person, Position
from opendata.extraction.page import Page
from opendata.extraction.people.beside import (
    Words,
    after_name,
    bears_a_name,
    before_name,
    is_person,
    without_title,
    words,
)
from opendata.extraction.people.careers import (
    Mention,
    career_titles,
    short_mentions,
    start_of,
    verbs,
)
from opendata.extraction.people.names import Name, find_names, grammar, spelled
from opendata.extraction.people.organisations import stretches
from opendata.extraction.people.positions import Title
from opendata.extraction.people.resumes import resume_titles
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_CONTINUES = re.compile(r" ?(?:[,;]|và|cùng|với|cùng với)(?: (?:và|cùng|với|các))* ")
# Words that say little of a body that the rest of its name does not: `Chủ tịch (UBND) tỉnh`.
_SAY_LITTLE = words_of("tỉnh thành phố ủy ban nhân dân nguyên cựu cố")
_LISTED = frozenset((", ", " và ", "; "))  # between the names of a list
_BOTH = re.compile(r",? (?:(?:hiện|cùng|đều|đang) ?)+(?:là|giữ chức)? ?")
_OFFICIAL = frozenset(("office", "rank", "membership"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A person named in full: `start` is where honorific or titles begin."""

    key: str
    span: Span
    start: int
    honorific: str
    titles: tuple[Title, ...]


def find_persons(
    page: Page, organisations: Sequence[Organisation]
) -> tuple[tuple[Person, ...], tuple[Position, ...]]:
    """The persons in the order of their first mention, and their positions in page order."""
    text, known, forms = page.view.text, words(page.authority), grammar(page.authority)
    organs = sorted(organisation.span.end for organisation in organisations)
    blocks = stretches(page)
    names = [
        [
            without_title(text, name, known)
            for name in find_names(text, block, forms)
            if not bears_a_name(text, block.start, name, known)
        ]
        for block in blocks
    ]
    found: list[_Found] = []
    for block, here in zip(blocks, names, strict=True):
        titled = {one.key for one in found if one.titles}
        found += _in_block(text, block, here, organs, known, titled)
    if not found:
        return (), ()
    found = _respectively(text, _without_stray_words(text, found))
    known_as = _known_as(found)
    found = [replace(one, key=known_as.get(one.key, one.key)) for one in found]
    titles: dict[str, list[Title]] = {one.key: [] for one in found}
    for one in found:
        titles[one.key] += one.titles
    named = [
        Mention(Span(one.start, one.span.end), one.key, one.honorific, one.span.start)
        for one in found
    ]
    blocks = tuple(block for block in blocks if block.end > named[0].span.start)
    short: list[Mention] = []
    for block in blocks:
        in_block = list(short_mentions(text, block, named, known.heads))
        for key, title in _titles_of_short(text, block, in_block, named, organs, known):
            titles[key].append(title)
        short += in_block
    mentions = sorted((*named, *short), key=start_of)
    patterns = (known.heads, verbs(page.authority))
    for block in (block for block in blocks if _any_in(block, mentions)):
        for key, title in career_titles(text, block, mentions, patterns, organs, page.published):
            titles[key].append(title)
    for block in blocks:
        for key, title in resume_titles(text, block, mentions, known.heads, organs):
            titles[key].append(title)
    spans = _spans(text, (name for block in names for name in block), short, titles, known_as)
    return _gathered(page, titles, spans, organisations)


def _titles_of_short(
    text: str,
    block: Span,
    short: Iterable[Mention],
    named: Sequence[Mention],
    organs: Sequence[int],
    known: Words,
) -> Iterator[tuple[str, Title]]:
    """The titles after an honorific and given name, with the person's key: `ông An (nguyên Giám
    đốc Sở Y tế)`."""
    for mention in short:
        if mention.given and mention.key:
            place = bisect_left(named, mention.span.end, key=start_of)
            next_name = named[place].name if place < len(named) else None
            following = min(next_name or block.end, block.end)
            name = Name(mention.span, listed=True)
            right = after_name(text, name, following, block.end, True, organs, known)
            yield from ((mention.key, title) for title in right.titles)


def _any_in(block: Span, mentions: Sequence[Mention]) -> bool:
    place = bisect_left(mentions, block.start, key=start_of)
    return place < len(mentions) and mentions[place].span.start < block.end


def _key(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].lower().split())


def _in_block(
    text: str,
    block: Span,
    names: Sequence[Name],
    organs: Sequence[int],
    known: Words,
    titled: Set[str],
) -> Iterator[_Found]:
    """The persons of a block. A list shares the titles said once for all: `02 bị cáo X và Y`.

    `titled` are those whose titles were said before: titles between their name and another are the
    other's, `chúc mừng ông X, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Y phát biểu`.
    """
    region = block.start
    said = set(titled)
    shared: tuple[Title, ...] | None = None
    for place, name in enumerate(names):
        following = next((n.span.start for n in names[place + 1 :] if n.listed), block.end)
        left = before_name(text, region, name, organs, known)
        listing = shared is not None and bool(_CONTINUES.fullmatch(text, region, left.at))
        own = any(title.category != "rank" for title in left.titles)
        has_titles = own or _key(text, name.span) in said
        right = after_name(text, name, following, block.end, has_titles, organs, known)
        if not is_person(text, name, left, known) and not (
            name.listed and (right.titles or right.personal or listing)
        ):
            continue
        inherited: tuple[Title, ...] = ()
        if listing and not left.shared and all(title.category == "rank" for title in left.titles):
            inherited = shared or ()
        else:
            shared = _of_all(left.titles) if left.shared else ()
        region = right.at if right.at <= following else name.span.end  # a name within brackets
        titles = (*left.titles, *inherited, *right.titles)
        one = _Found(_key(text, name.span), name.span, left.at, left.honorific, titles)
        if titles:
            said.add(one.key)
        yield one


def _of_all(titles: tuple[Title, ...]) -> tuple[Title, ...]:
    """What a list shares, not the rank of its first: `4 Thứ trưởng: Thượng tướng X, Đại tá Y`."""
    return tuple(title for title in titles if title.category != "rank") or titles


def _respectively(text: str, found: Sequence[_Found]) -> list[_Found]:
    """With each their own where brackets after a list give as many positions as it has names:
    `ba bị cáo X, Y, Z (nguyên giám đốc, phó giám đốc, kế toán trưởng)`, and with what both are:
    `ông X và ông Y đều là phó giám đốc`."""
    out = list(found)
    for last, one in enumerate(found):
        if not text.startswith(" (", one.span.end):
            continue
        inside = Span(one.span.end + 2, text.find(")", one.span.end))
        titles = [title for title in one.titles if inside.start <= title.span.start < inside.end]
        first = last - len(titles) + 1
        parts = text.count(",", *inside) + text.count(";", *inside) + 1
        if first < 0 or not 1 < len(titles) == parts:
            continue
        listed = found[first : last + 1]
        if all(text[a.span.end : b.span.start] in _LISTED for a, b in pairwise(listed)):
            for place, title in enumerate(titles, first):
                others = [held for held in out[place].titles if held not in titles]
                out[place] = replace(out[place], titles=(*others, title))
    for place, (one, other) in enumerate(pairwise(out)):
        first = other.titles[0].span.start if other.titles else 0
        both = first > other.span.end and _BOTH.fullmatch(text, other.span.end, first)
        if both and not one.titles and text[one.span.end : other.start] == " và ":
            out[place] = replace(one, titles=other.titles)
    return out


def _without_stray_words(text: str, found: Sequence[_Found]) -> list[_Found]:
    """A capital word after a name is none of it where the page has the name without it:
    `Lương Cường Huân chương`."""
    times = Counter(one.key for one in found)
    out = []
    for one in found:
        shorter = one.key.rpartition(" ")[0]
        if (
            times[one.key] == 1 < times[shorter]
            and text[one.span.end + 1 : one.span.end + 2].islower()
        ):
            end = one.span.start + len(text[one.span.start : one.span.end].rpartition(" ")[0])
            one = _Found(shorter, Span(one.span.start, end), one.start, one.honorific, one.titles)
        out.append(one)
    return out


def _known_as(found: Sequence[_Found]) -> dict[str, str]:
    """The full names of those who are named again by honorific, middle and given name:
    `ông Tuấn Anh` after `Nguyễn Tuấn Anh`."""
    full: dict[str, set[str]] = {}
    out = {}
    for one in found:
        words = one.key.split()
        longer = full.get(one.key, set())
        if one.honorific and not one.titles and len(longer) == 1:
            out[one.key] = next(iter(longer))
        elif len(words) > 2:
            full.setdefault(" ".join(words[-2:]), set()).add(one.key)
    titled = {one.key for one in found if one.titles}
    return {short: name for short, name in out.items() if short not in titled}


def _spans(
    text: str,
    names: Iterable[Name],
    short: Iterable[Mention],
    titles: Mapping[str, object],
    known_as: Mapping[str, str],
) -> dict[str, list[Span]]:
    """Every mention by full name or given name, by the person's key."""
    spans: dict[str, list[Span]] = {key: [] for key in titles}
    for name in names:
        span = name.span
        key = known_as.get(_key(text, span), _key(text, span))
        if key not in spans:
            span = Span(span.start, span.start + text[span.start : span.end].rfind(" "))
            key = _key(text, span)
        if key in spans:
            spans[key].append(span)
    for mention in short:
        if mention.given and mention.key:
            given = mention.span.end - len(mention.key.rpartition(" ")[2])
            spans[mention.key].append(Span(given, mention.span.end))
    return spans


def _gathered(
    page: Page,
    titles: Mapping[str, Sequence[Title]],
    spans: Mapping[str, Sequence[Span]],
    organisations: Sequence[Organisation],
) -> tuple[tuple[Person, ...], tuple[Position, ...]]:
    persons: list[Person] = []
    positions: list[Position] = []
    for place, key in enumerate(sorted(spans, key=lambda key: min(spans[key]))):
        held = _distinct(page, titles[key], words(page.authority))
        public = _is_public(page, titles[key])
        persons.append(Person(_name(page, spans[key]), tuple(sorted(spans[key])), not public))
        positions += [
            Position(
                place,
                page.view.value(title.span),
                title.span,
                title.status,
                _organisation_in(title.span, organisations),
            )
            for title in held
        ]
    return tuple(persons), tuple(sorted(positions, key=lambda position: position.span))


def _is_public(page: Page, titles: Sequence[Title]) -> bool:
    """Whether somebody holds an office of a public body, or a profession without being party to a
    case."""
    company = words(page.authority).company
    categories = {
        title.category
        for title in titles
        if title.organ_kind == "party" or not company.search(page.view.text, *title.span)
    }
    return not categories.isdisjoint(_OFFICIAL) or categories == {"profession"}


def _name(page: Page, spans: Sequence[Span]) -> str:
    """A person's full name as the page spells it, rather not in capitals."""
    full = [span for span in spans if " " in page.view.text[span.start : span.end]] or spans
    small = (span for span in full if not page.view.text[span.start : span.end].isupper())
    return spelled(page.view.value(next(small, full[0])))


def _distinct(page: Page, titles: Sequence[Title], known: Words) -> list[Title]:
    """Each position once, in its most complete wording; what is private or a profession only where
    nothing official is said."""
    text, full = page.view.text, known.full
    ranks = (
        [title for title in titles if title.category in _OFFICIAL],
        [title for title in titles if title.category == "profession"],
        [title for title in titles if text[slice(*title.span)].lower() not in known.no_positions],
    )
    kept: list[tuple[list[str], Title]] = []
    for title in next(filter(None, ranks), ()):
        wording = _wording(page, title, full)
        for place, (other, old) in enumerate(kept):
            alike = _may_be_one(title, old) and _begins_alike(wording, other)
            if alike or wording == other:
                if (len(wording), _is_spelled(page, title)) > (len(other), _is_spelled(page, old)):
                    kept[place] = (wording, title)
                break
        else:
            kept.append((wording, title))
    return [title for _, title in kept]


def _may_be_one(title: Title, other: Title) -> bool:
    """Whether the status of two positions is one; a bare word says not which: `4 phó bí thư`."""
    if title.status == other.status:
        return True
    return (title.bare or other.bare) and "former" not in (title.status, other.status)


def _is_spelled(page: Page, title: Title) -> bool:
    """Whether a title does not begin with a short form: `PCT UBND tỉnh`."""
    return not page.view.text[title.span.start : title.span.end].partition(" ")[0].isupper()


def _begins_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one wording begins with the other, as it is or without the words for the unit of a
    province or its committee: `Công an Lào Cai` is Công an tỉnh Lào Cai."""
    bare = [[word for word in words if word not in _SAY_LITTLE] for words in (one, other)]
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter] or bare[0] == bare[1]


def _wording(page: Page, title: Title, full: Mapping[str, str]) -> list[str]:
    """The words of a title in small letters, abbreviations written out, none twice in a row."""
    small = page.view.text[title.span.start : title.span.end].lower().split()
    parts = [part for word in small for part in full.get(word, word).split()]
    return [part for part, before in zip(parts, ["", *parts], strict=False) if part != before]


def _organisation_in(span: Span, organisations: Sequence[Organisation]) -> str:
    """The first organisation that begins within a title."""
    place = bisect_left(organisations, span.start, key=lambda one: one.span.start)
    if place < len(organisations) and organisations[place].span.end <= span.end:
        return organisations[place].name
    return ""
