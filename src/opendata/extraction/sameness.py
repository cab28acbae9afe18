"""Which citations of one page are the same document: by number, by name, by title.

Not for: identity across pages (`resolution.directives`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opendata.extraction.mentions import Citation, Value
from opendata.extraction.words import words_of

ENOUGH = 0.8
"""Share of the content words of the shorter of two titles that stand in the other."""

# Grammar that titles are held together by; what is left are the content words.
_EMPTY = words_of("về việc của và các những trong trên với cho đối tại từ đến theo là được")


def same_as(citations: Sequence[Citation], names: Sequence[str]) -> list[tuple[int, str] | None]:
    """For each citation the place of the one it repeats, and why.

    `names[i]` is the wording of citation i. A citation repeats the fullest mention of its document;
    two that disagree in day, khóa or issuer are two documents.
    """
    found: list[tuple[int, str] | None] = [None] * len(citations)
    for place, citation in enumerate(citations):
        if citation.form == "numbered":
            found[place] = _same_number(citations, place)
        elif citation.form == "named":
            found[place] = _same_name(citations, names, place)
    return found


def _same_number(citations: Sequence[Citation], place: int) -> tuple[int, str] | None:
    one = citations[place]
    alike = [
        other
        for other, citation in enumerate(citations)
        if other != place and citation.form == "numbered" and _may_be(one, citation)
    ]
    if not alike:
        return None
    fullest = min(alike, key=lambda other: (-_fullness(citations[other]), other))
    if (_fullness(citations[fullest]), -fullest) <= (_fullness(one), -place):
        return None
    others = {citations[other].code for other in alike} - {""}
    if len(others) > 1 or any(
        not _may_be(citations[fullest], citations[other]) for other in alike if other != fullest
    ):
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


def _same_name(
    citations: Sequence[Citation], names: Sequence[str], place: int
) -> tuple[int, str] | None:
    one = citations[place]
    for other, citation in enumerate(citations):
        if citation.form == "numbered" and citation.kind == one.kind and _one_title(one, citation):
            return other, "title overlap"
    said = names[place].casefold().split()
    for other, citation in enumerate(citations[:place]):
        if citation.form == "named" and citation.kind == one.kind:
            earlier = names[other].casefold().split()
            shorter, longer = sorted((said, earlier), key=len)
            if longer[: len(shorter)] == shorter and not _years(longer[len(shorter) :]):
                return other, "same name"
    return None


def _one_title(one: Citation, other: Citation) -> bool:
    if one.title is None or other.title is None:
        return False
    return overlap(one.title.value, other.title.value) >= ENOUGH


def _years(words: Sequence[str]) -> bool:
    """`Luật Đất đai` and `Luật Đất đai 2013` may be two laws."""
    return any(re.fullmatch(r"(?:19|20)\d\d", word) for word in words)


def content_words(title: str) -> frozenset[str]:
    """The words of a title that carry its meaning, in lower case."""
    return frozenset(re.findall(r"\w+", title.casefold())) - _EMPTY


def overlap(one: str, other: str) -> float:
    """Shared content words by the shorter title's; 0 where the shorter has fewer than three."""
    a, b = content_words(one), content_words(other)
    least = min(len(a), len(b))
    return len(a & b) / least if least >= 3 else 0.0
