"""What stands beside a name and makes it a person's: honorific, titles, the words in brackets.

Not for: what a name (`names.py`) or a title (`positions.py`) looks like, whose they are
(`persons.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from opendata.authority import Authority
from opendata.extraction.patterns import any_of
from opendata.extraction.people.names import LOWER, UPPER, Name, is_syllable
from opendata.extraction.people.positions import (
    Chain,
    Heads,
    Title,
    after_last,
    cues,
    heads,
    read_titles,
)
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_REACH = 220  # characters before a name in which its titles may begin
_TOUCHES = re.compile(r" ?(?:[-:] ?)?")
_COUNTED = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|\d{1,3})(?: đồng chí)? $"
)
_LINK = re.compile(r"(?:,? là|:|,? gồm:?|,? gồm có:?) $")
_GIVEN = re.compile(r"(?:làm|giữ chức|chức vụ) $")
_AGE = re.compile(r",? \d{1,3} tuổi(?!\w)")
_AFTER = re.compile(
    r"(?: ?, ?| ?- ?|: | )(?:(?:hiện nay|hiện đang|hiện|đang|vốn|cũng|đồng thời) )?(?:là |kiêm )?"
)
_ODD_WORD = re.compile(rf"{_U}{_L}{{1,3}} (?={_U})")
_BRACKETS = re.compile(r" ?\(([^()\n]{1,200})\)")
_OF_A_PERSON = re.compile(r"(?:\d{1,3} tuổi|SN|sinh năm|tuổi|trú|ngụ|quê|tức|còn gọi)(?!\w)")
_PART = re.compile(r"[^,;\s-][^,;-]*")
_NO_NAMESAKES = frozenset(("môi trường", "thị trường"))  # no school: the field of a ministry
_CLAUSE = re.compile(r"[^,.;:()\n]*$")
# Words before a name after which it has no title of its own.
_NO_TITLE_AFTER = frozenset(("", "\n", *",;.(!?/|\"'"))
_NO_TITLE = words_of("của với cho và do là để theo trong tại từ khi bị được cùng rằng như")


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """What the reference data says of the words beside names: `honorifics` in small letters, and
    whether a list of names follows; `namesakes` bear a person's name and are none; `full` are the
    long forms of abbreviations, both in small letters; `goes_on` matches a small word that no
    verb of the reference data is."""

    heads: Heads
    honorifics: Mapping[str, bool]
    honorific_ends: frozenset[str]
    namesakes: frozenset[str]
    namesake_ends: frozenset[str]
    full: Mapping[str, str]
    goes_on: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on one side of a name. `at` is where the words farthest from it begin or end.

    `shared`: the titles are those of several persons. `personal`: only a person has such words.
    """

    at: int
    honorific: str = ""
    titles: tuple[Title, ...] = ()
    shared: bool = False
    personal: bool = False


@cache
def words(authority: Authority) -> Words:
    """The words of some reference data."""
    return Words(
        heads=heads(authority),
        honorifics={row.honorific: row.plural for row in authority.honorifics},
        honorific_ends=frozenset(row.honorific.split()[-1] for row in authority.honorifics),
        namesakes=frozenset(cues(authority, "namesake")),
        namesake_ends=frozenset(cue.split()[-1] for cue in cues(authority, "namesake")),
        goes_on=re.compile(rf" (?!{any_of(cues(authority, 'predicate'))}(?!\w)){_L}"),
        full={row.short.lower(): row.full.lower() for row in authority.abbreviations},
    )


def bears_a_name(text: str, floor: int, name: Name, known: Words) -> bool:
    """Whether a street, a school, a company stands before a name, whose name it is."""
    last = text[max(floor, name.span.start - 32) : name.span.start].rpartition("\n")[2].split()[-3:]
    if not last or last[-1].lstrip("(\"'") not in known.namesake_ends:
        return False
    if last[-2:-1] and f"{last[-2]} {last[-1]}".lower() in _NO_NAMESAKES:
        return False
    return any(
        " ".join(last[place:]).lstrip("(\"'") in known.namesakes for place in range(len(last))
    )


def without_title(text: str, name: Name, known: Words) -> Name:
    """The name without a title that follows it without a comma: `X Trưởng ban Tổ chức`."""
    start, end = name.span
    last = text.rfind(" ", start, end)
    if text.find(" ", start, last) < 0:
        return name
    head = known.heads.head.match(text, last + 1)
    return Name(Span(start, last), name.listed) if head and head.end() > end else name


def is_person(text: str, name: Name, left: Beside, known: Words) -> bool:
    """Whether honorific or title make a name a person's; one of another language needs a title
    that is a statesman's or names a country."""
    if name.listed:
        return bool(left.honorific or left.titles)
    if known.heads.head.match(text, name.span.start):
        return False
    if left.honorific:
        return not known.goes_on.match(text, name.span.end)
    full = text[name.span.start : name.span.end]
    if not left.titles or full.isupper() or all(map(is_syllable, full.split())):
        return False
    last = left.titles[-1]
    return not last.bare or last.organ_kind == "government" or last.category in ("rank", "private")


def before_name(text: str, floor: int, name: Name, organs: Sequence[int], known: Words) -> Beside:
    """Honorific and titles before a name, not before `floor`."""
    start = name.span.start
    honorific = _honorific(text, floor, start, known)
    if honorific:
        at = start - len(honorific) - 1
        linked = _linked_titles(text, floor, at, organs, known)
        linked = linked or _titles_right_before(text, floor, at, organs, known)
        if linked:
            return Beside(linked.at, honorific, linked.titles, linked.shared)
        return Beside(at, honorific, shared=known.honorifics[honorific])
    own = _titles_right_before(text, floor, start, organs, known)
    linked = _linked_titles(text, floor, own.at if own else start, organs, known)
    if linked and (linked.shared or linked.titles[-1].category == "private"):
        titles = (*linked.titles, *(own.titles if own else ()))
        return Beside(linked.at, "", titles, linked.shared)
    return own or Beside(start)


def _honorific(text: str, floor: int, start: int, known: Words) -> str:
    """The honorific, of up to three words, that ends one blank before `start`."""
    before = text[max(floor, start - 24) : start].rpartition("\n")[2].lower().split(" ")
    if before[-1] or before[-2:][0].lstrip("(\"'") not in known.honorific_ends:
        return ""
    for size in (4, 3, 2):
        honorific = " ".join(before[-size:-1]).lstrip("(\"'")
        if honorific in known.honorifics:
            return honorific
    return ""


def _linked_titles(
    text: str, floor: int, end: int, organs: Sequence[int], known: Words
) -> Beside | None:
    """The titles before "là", "gồm" or a colon that ends at `end`."""
    link = _LINK.search(text, max(floor, end - 12), end)
    return _titles_up_to(text, floor, link.start(), organs, known) if link else None


def _titles_right_before(
    text: str, floor: int, end: int, organs: Sequence[int], known: Words
) -> Beside | None:
    before = text[max(floor, end - 12) : end].rstrip(" ")
    if before[-1:] in _NO_TITLE_AFTER or before.rpartition(" ")[2] in _NO_TITLE:
        return None
    return _titles_up_to(text, floor, end, organs, known)


def _titles_up_to(
    text: str, floor: int, end: int, organs: Sequence[int], known: Words
) -> Beside | None:
    """The titles that reach to `end`."""
    at = after_last(text, max(floor, end - _REACH), end - 2, ";:(!?\n")
    while found := known.heads.where.search(text, at, end):
        head = known.heads.head.match(text, found.start(), end)
        at = head.end() if head else found.start() + 1
        if head is None or text.startswith("Ban ", max(0, head.start() - 4)):
            continue
        chain = read_titles(text, head.start(), end, known.heads, known.heads.between, organs)
        if chain.titles and chain.titles[-1].superior is not None:
            at = chain.titles[-1].superior
        elif chain.titles and _TOUCHES.fullmatch(text, chain.end, end):
            if _is_of_namesake(text, floor, head.start(), chain.titles[0], known):
                return None
            counted = _COUNTED.search(text, max(floor, head.start() - 20), head.start())
            given = _GIVEN.search(text, max(floor, head.start() - 10), head.start())
            titles = chain.titles[-1:] if given else chain.titles
            return Beside(titles[0].span.start, titles=titles, shared=bool(counted))
    return None


def _is_of_namesake(text: str, floor: int, at: int, title: Title, known: Words) -> bool:
    """Whether the title belongs to the name of something else: `Phòng khám Bác sĩ X`."""
    if title.category not in ("profession", "rank"):
        return False
    found = _CLAUSE.search(text, max(floor, at - 40), at)
    clause = found[0].split() if found else []
    return not known.namesakes.isdisjoint([*clause, *map(" ".join, pairwise(clause))])


def after_name(
    text: str,
    name: Name,
    following: int,
    limit: int,
    has_titles: bool,
    organs: Sequence[int],
    known: Words,
) -> Beside:
    """What stands in brackets after a name, and the titles after it up to the next name.

    `following` is where the next name begins, `limit` where the block ends. Titles that touch the
    next name are that one's: all, if this one has titles before it, else the last.
    """
    at = end = name.span.end
    titles: list[Title] = []
    personal = False
    if brackets := _BRACKETS.match(text, at, limit):
        personal = bool(_OF_A_PERSON.search(text, *brackets.span(1)))
        titles += _titles_within(text, Span(*brackets.span(1)), organs, known)
        at = end = brackets.end()
    elif age := _AGE.match(text, at, limit):
        personal = True
        at = end = age.end()
    if between := _AFTER.match(text, at, following):
        chain = _chain_after(text, between, following, organs, known)
        kept = list(chain.titles)
        if kept and following < limit and _TOUCHES.fullmatch(text, chain.end, following):
            kept = [] if has_titles else kept[:-1]
        titles += kept
        end = kept[-1].span.end if kept else end
    return Beside(end, titles=tuple(titles), personal=personal)


def _chain_after(
    text: str, between: re.Match[str], limit: int, organs: Sequence[int], known: Words
) -> Chain:
    """The titles after a name; without a comma they begin with a capital. After a dash one odd word
    may stand before them: `- Phi Chủ tịch`."""
    at = between.end()
    blank = between[0].isspace()
    if blank and not text[at : at + 1].isupper():
        return Chain((), at)
    chain = read_titles(text, at, limit, known.heads, known.heads.between, organs)
    if between[0].endswith("là ") and chain.titles and text[at].islower():
        first = chain.titles[0]
        if first.bare and first.category == "office":  # what somebody does: `là cán bộ trẻ`
            return Chain((), at)
    odd = None if chain.titles or "-" not in between[0] else _ODD_WORD.match(text, at, limit)
    if odd:
        return read_titles(text, odd.end(), limit, known.heads, known.heads.between, organs)
    return chain


def _titles_within(
    text: str, brackets: Span, organs: Sequence[int], known: Words
) -> Iterator[Title]:
    at = brackets.start
    while part := _PART.search(text, at, brackets.end):
        start = part.start()
        chain = read_titles(text, start, brackets.end, known.heads, known.heads.between, organs)
        yield from chain.titles
        at = max(part.end(), chain.end)
