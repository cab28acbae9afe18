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
    heads,
    read_titles,
)
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_REACH = 220  # characters before a name in which its titles may begin
_TOUCHES = re.compile(r"(?:,? nhiệm kỳ \d{4} ?- ?\d{4})? ?(?:[-:] ?)?")
_COUNTED = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|\d{1,3})(?: đồng chí)? $"
)
_LINK = re.compile(r"(?:,? là|:|,? gồm:?|,? gồm có:?) $")
_GIVEN = re.compile(r"(?:làm|giữ chức|chức vụ) $")
_AGE = re.compile(
    r",? (?:\d{1,3} tuổi(?!\w)|(?:sinh năm|SN:?) ?\d{4}"
    r"|sinh (?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_AFTER = re.compile(
    r"(?: ?, ?| ?- ?|: | )(?:(?:hiện nay|hiện đang|hiện|đang|vốn|cũng|đồng thời) )?(?:là |kiêm )?"
)
_TITULAR = frozenset(("rank", "profession", "private"))  # no organ follows
_OTHERS = (["đại biểu"], ["thành viên"])
_ODD_WORD = re.compile(rf"{_U}{_L}{{1,3}} (?={_U})")
_BRACKETS = re.compile(r" ?\(([^()\n]{1,200})\)")
_PART = re.compile(r"[^,;\s-][^,;-]*")
_CLAUSE = re.compile(r"[^,.;:()\n]*$")
# Words before a name after which it has no title of its own.
_NO_TITLE_AFTER = frozenset(("", "\n", *",;.(!?/|\"'"))
_NO_TITLE = words_of("của với cho và do là để theo trong tại từ khi bị được cùng rằng như")


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """What the reference data says of the words beside names: `honorifics` in small letters, and
    whether a list of names follows; `namesakes` bear a person's name and are none, but for
    `no_namesakes`; `no_positions` introduce somebody and name no position; `of_a_person` finds
    what only a person has, `all_such` what leads to a word for an office without a holder,
    `company` that an office is of no public body; `full` are the long forms of abbreviations, both
    in small letters; `goes_on` matches a small word that no verb of the reference data is;
    `countries` have a name that is no Vietnamese word."""

    heads: Heads
    honorifics: Mapping[str, bool]
    honorific_ends: frozenset[str]
    namesakes: frozenset[str]
    namesake_ends: frozenset[str]
    no_namesakes: frozenset[str]
    no_positions: frozenset[str]
    of_a_person: re.Pattern[str]
    all_such: re.Pattern[str]
    company: re.Pattern[str]
    full: Mapping[str, str]
    goes_on: re.Pattern[str]
    countries: frozenset[str]


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
    cues = authority.cues_by_category
    return Words(
        heads=heads(authority),
        honorifics={row.honorific: row.plural for row in authority.honorifics},
        honorific_ends=frozenset(row.honorific.split()[-1] for row in authority.honorifics),
        namesakes=frozenset(cues["namesake"]),
        namesake_ends=frozenset(cue.split()[-1] for cue in cues["namesake"]),
        no_namesakes=frozenset(cues["no_namesake"]),
        no_positions=frozenset(cues["no_position"]),
        of_a_person=re.compile(rf"(?<!\w){any_of(cues['of_a_person'])}(?!\w)"),
        all_such=re.compile(rf"(?<!\w){any_of(cues['all_such'])} $"),
        company=re.compile(rf"(?<!Tổng )(?<!\w){any_of(cues['company'])}(?!\w)"),
        goes_on=re.compile(rf" (?!{any_of(cues['predicate'])}(?!\w)){_L}"),
        countries=frozenset(
            place
            for place in cues["place_name"]
            if " " not in place and not is_syllable(place) and place.isalpha()
        ),
        full={
            **{row.short.lower(): row.full.lower() for row in authority.abbreviations},
            **{
                short.lower(): row.title.lower()
                for row in authority.positions
                for short in row.abbreviations
                if short.isupper() and len(short) > 2
            },
        },
    )


def bears_a_name(text: str, floor: int, name: Name, known: Words) -> bool:
    """Whether a street, a school, a company stands before a name, whose name it is."""
    last = text[max(floor, name.span.start - 32) : name.span.start].rpartition("\n")[2].split()[-3:]
    if not last or last[-1].lstrip("(\"'") not in known.namesake_ends:
        return False
    if " ".join(last[-2:]).lower() in known.no_namesakes:
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
    full = text[name.span.start : name.span.end]
    vietnamese = full.isupper() or all(map(is_syllable, full.split()))
    country = text[max(0, name.span.start - 16) : name.span.start].rstrip().rpartition(" ")[2]
    vietnamese = vietnamese and country not in known.countries  # `Campuchia Hun Sen`
    if left.honorific:
        return not vietnamese or not known.goes_on.match(text, name.span.end)
    if not left.titles or vietnamese:
        return False
    last = left.titles[-1]
    return not last.bare or last.organ_kind == "government" or last.category in _TITULAR


def before_name(text: str, floor: int, name: Name, organs: Sequence[int], known: Words) -> Beside:
    """Honorific and titles before a name, not before `floor`."""
    start = name.span.start
    honorific, at = _honorific(text, floor, start, known)
    if honorific:
        linked = _linked_titles(text, floor, at, organs, known)
        linked = linked or _titles_right_before(text, floor, at, organs, known)
        if linked:
            shared = linked.shared or known.honorifics[honorific]
            return Beside(linked.at, honorific, linked.titles, shared)
        return Beside(at, honorific, shared=known.honorifics[honorific])
    own = _titles_right_before(text, floor, start, organs, known)
    if own and _ends_a_company(text, name, own.titles[-1], known):
        return Beside(start)
    linked = _linked_titles(text, floor, own.at if own else start, organs, known)
    if linked and (linked.shared or linked.titles[-1].category == "private"):
        titles = (*linked.titles, *(own.titles if own else ()))
        return Beside(linked.at, "", titles, linked.shared)
    return own or Beside(start)


def _ends_a_company(text: str, name: Name, title: Title, known: Words) -> bool:
    """Whether what looks like a name ends a company's: `chủ tịch Công ty Giáo dục Văn Lang`."""
    short = text.count(" ", *name.span) == 1
    return short and bool(known.company.search(text, *title.span))


def _honorific(text: str, floor: int, start: int, known: Words) -> tuple[str, int]:
    """The honorific, of up to three words, that ends one blank before `start`, and where it begins;
    a colon may follow it."""
    before = text[max(floor, start - 24) : start].rpartition("\n")[2].lower().split(" ")
    if before[-1] or before[-2:][0].lstrip("(\"'").rstrip(":") not in known.honorific_ends:
        return "", start
    for size in (4, 3, 2):
        written = " ".join(before[-size:-1]).lstrip("(\"'")
        honorific = written.rstrip(":")
        if honorific in known.honorifics:
            return honorific, start - len(written) - 1
    return "", start


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
    last = before.rpartition(" ")[2].rpartition("\n")[2]
    if last.endswith(".") and last[:-1].lower() in known.heads.rows:  # TS. Lê Văn An
        last = last[:-1]
    if last[-1:] in _NO_TITLE_AFTER or last in _NO_TITLE:
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
        if text[head.start() - 1 : head.start()] in ("-", "/"):  # a symbol: QĐ-TTg
            continue
        chain = read_titles(text, head.start(), end, known.heads, known.heads.between, organs)
        if chain.titles and chain.titles[-1].superior is not None:
            at = chain.titles[-1].superior
        elif chain.titles and _touches(text, chain, end):
            if _is_of_namesake(text, floor, head.start(), chain.titles[0], known):
                return None
            if known.all_such.search(text, max(floor, head.start() - 12), head.start()):
                continue
            counted = _COUNTED.search(text, max(floor, head.start() - 20), head.start())
            given = _GIVEN.search(text, max(floor, head.start() - 10), head.start())
            titles = chain.titles[-1:] if given else chain.titles
            return Beside(titles[0].span.start, titles=titles, shared=bool(counted))
    return None


def _touches(text: str, chain: Chain, end: int) -> bool:
    """Whether the titles reach to a name; a short form may have a stop: `ThS. Lê Văn An`."""
    shortened = chain.titles[-1].category in ("rank", "profession") and text[chain.end] == "."
    return bool(_TOUCHES.fullmatch(text, chain.end + shortened, end))


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
        personal = bool(known.of_a_person.search(text, *brackets.span(1)))
        titles += _titles_within(text, Span(*brackets.span(1)), organs, known)
        at = end = brackets.end()
    elif age := _AGE.match(text, at, limit):
        personal = True
        at = end = age.end()
    if between := _AFTER.match(text, at, following):
        chain = _chain_after(text, between, following, organs, known)
        kept = list(chain.titles)
        if kept and following < limit and _TOUCHES.fullmatch(text, chain.end, following):
            kept = _of_the_first(kept, has_titles)
        titles += kept
        end = kept[-1].span.end if kept else end
    return Beside(end, titles=tuple(titles), personal=personal)


def _of_the_first(titles: list[Title], has_titles: bool) -> list[Title]:
    """Whose titles stand between two names: the second's from the last rank on, for a rank opens
    them; else all, if the first has titles already; else the last."""
    ranks = [place for place, title in enumerate(titles) if place and title.category == "rank"]
    if ranks:
        return titles[: ranks[-1]]
    return [] if has_titles else titles[:-1]


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
    if [text[slice(*one.span)] for one in chain.titles] in _OTHERS:  # `theo ông X, đại biểu bầu`
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
