"""Which citations of one page are the same document: by number, by name, by title.

Not for: identity across pages (`resolution.directives`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from opendata.extraction.mentions import Citation, Value
from opendata.extraction.words import words_of

_WORD = re.compile(r"\w+")
ENOUGH = 0.8
"""Share of the content words of the shorter of two titles that stand in the other."""

# Grammar that titles are held together by; what is left are the content words.
_EMPTY = words_of("về việc của và các những trong trên với cho đối tại từ đến theo là được")


Link = tuple[int, str]
"""The place of the citation that another repeats, and why."""
Name = tuple[str, ...]
"""A document's name in lower-case words."""


def same_as(citations: Sequence[Citation], names: Sequence[str]) -> list[Link | None]:
    """For each citation the place of the one it repeats, and why.

    `names[i]` is the wording of citation i. A citation repeats the fullest mention of its document;
    two that disagree in day, khóa or issuer are two documents.
    """
    found: list[Link | None] = [None] * len(citations)
    numbers: dict[tuple[str, str], list[int]] = {}
    kinds: dict[str, list[int]] = {}
    for place, citation in enumerate(citations):
        if citation.form == "numbered":
            key = citation.kind, citation.number.lstrip("0")
            numbers.setdefault(key, []).append(place)
        elif citation.form == "named":
            kinds.setdefault(citation.kind, []).append(place)
    for places in numbers.values():
        if len(places) > 1:
            _link_numbers(citations, places, found)
    for kind, places in kinds.items():
        _link_names(citations, names, places, _titled(citations, kind), found)
    return found


def _link_numbers(
    citations: Sequence[Citation], places: Sequence[int], found: list[Link | None]
) -> None:
    """Links the citations of one kind and number; those that say the same are one at once."""
    firsts: dict[tuple[object, ...], int] = {}
    for place in places:
        first = firsts.setdefault(_said(citations[place]), place)
        if first != place:
            found[place] = first, "same code" if citations[place].symbol else "same number"
    for place in firsts.values():
        found[place] = _fuller(citations, place, list(firsts.values()))
    for place in places:
        if (link := found[place]) and (fuller := found[link[0]]):
            found[place] = fuller


def _said(citation: Citation) -> tuple[object, ...]:
    issuer = citation.issuer.value if citation.issuer else ""
    day = citation.issued_on.value if citation.issued_on else ""
    return citation.symbol, citation.year, issuer, day, citation.term and citation.term.value


def _fuller(citations: Sequence[Citation], place: int, firsts: Sequence[int]) -> Link | None:
    """The fullest mention of the document of a citation, where there is one and only one."""
    one = citations[place]
    alike = [other for other in firsts if other != place and _may_be(one, citations[other])]
    if not alike:
        return None
    fullest = min(alike, key=lambda other: (-_fullness(citations[other]), other))
    if (_fullness(citations[fullest]), -fullest) <= (_fullness(one), -place):
        return None
    if any(not _may_be(citations[fullest], citations[other]) for other in alike):
        return None
    return fullest, "same code" if one.symbol == citations[fullest].symbol else "same number"


def _may_be(one: Citation, other: Citation) -> bool:
    """Whether two numbered citations can be one document."""
    return (
        one.kind == other.kind
        and one.number.lstrip("0") == other.number.lstrip("0")
        and (one.symbol == other.symbol or not (one.symbol and other.symbol))
        and (one.year == other.year or not (one.year and other.year))
        and _agree(one.issued_on, other.issued_on)
        and _agree(one.term, other.term)
        and _agree_on_issuer(one.issuer, other.issuer)
    )


def _agree(one: Value | None, other: Value | None) -> bool:
    return one is None or other is None or one.value == other.value


def _agree_on_issuer(one: Value | None, other: Value | None) -> bool:
    """Equal, or one a part of the other: `Cục Thuế`, `Cục Thuế tỉnh`."""
    if one is None or other is None or "reference" in (one.basis, other.basis):
        return True
    a, b = one.value.casefold(), other.value.casefold()
    return a in b or b in a


def _fullness(citation: Citation) -> int:
    """How much a numbered citation says: the symbol first, then the year."""
    return 4 * bool(citation.symbol) + 2 * bool(citation.year)


def _titled(citations: Sequence[Citation], kind: str) -> dict[frozenset[str], int]:
    """The content words of the titles of numbered citations, each with its first place."""
    titles: dict[frozenset[str], int] = {}
    for place, citation in enumerate(citations):
        if citation.form == "numbered" and citation.kind == kind and citation.title:
            titles.setdefault(content_words(citation.title.value), place)
    return titles


def _link_names(
    citations: Sequence[Citation],
    names: Sequence[str],
    places: Sequence[int],
    titled: Mapping[frozenset[str], int],
    found: list[Link | None],
) -> None:
    """Links the named citations of one kind: to a number with their title, or to a like name."""
    firsts: dict[Name, int] = {}
    begun: dict[Name, int] = {}
    for place in places:
        title = citations[place].title
        said = tuple(names[place].casefold().split())
        other = _of_title(content_words(title.value), titled) if title else None
        earlier = _of_name(said, firsts, begun)
        if other is not None:
            found[place] = other, "title overlap"
        elif earlier is not None:
            found[place] = earlier, "same name"
        firsts.setdefault(said, place)
        for beginning in beginnings(said):
            if not _years(said[len(beginning) :]):
                begun.setdefault(beginning, place)


def _of_title(title: frozenset[str], titled: Mapping[frozenset[str], int]) -> int | None:
    return next((place for other, place in titled.items() if _share(title, other) >= ENOUGH), None)


def _of_name(said: Name, firsts: Mapping[Name, int], begun: Mapping[Name, int]) -> int | None:
    """The first citation whose name this one says again, begins, or goes on with."""
    if said in firsts:
        return firsts[said]
    if said in begun:
        return begun[said]
    for beginning in beginnings(said):
        if beginning in firsts and not _years(said[len(beginning) :]):
            return firsts[beginning]
    return None


def first_mention(citations: Sequence[Citation], place: int) -> int:
    """The place of the citation that the one at `place` repeats in the end."""
    seen: set[int] = set()
    while (again := citations[place].same_as) is not None and place not in seen:
        seen.add(place)
        place = again
    return place


def beginnings(name: Name) -> Iterator[Name]:
    """A name's first words, from all but one down to two."""
    for size in range(len(name) - 1, 1, -1):
        yield name[:size]


def _years(words: Sequence[str]) -> bool:
    """`Luật Đất đai` and `Luật Đất đai 2013` may be two laws."""
    return any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") for word in words)


def content_words(title: str) -> frozenset[str]:
    """The words of a title that carry its meaning, in lower case."""
    return frozenset(_WORD.findall(title.casefold())) - _EMPTY


def overlap(one: str, other: str) -> float:
    """Shared content words by the shorter title's; 0 where the shorter has fewer than three."""
    return _share(content_words(one), content_words(other))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least >= 3 else 0.0
