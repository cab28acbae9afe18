"""Words that only refer back to a document of the same page: `Đề án này`, `Quy chế` said again.

Not for: which citations are the same document by their number or title (`sameness`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from opendata.extraction.documents.numbered import Noun
from opendata.extraction.documents.sameness import Name, beginnings
from opendata.extraction.mentions import Citation
from opendata.extraction.view import Span

_POINTING = re.compile(r" (?:này|đó|trên|nói trên|nêu trên|kể trên)(?!\w)")
_OWN_COMPLEMENT = re.compile(r" (?:của|số|về|ngày|sư|gia|sửa đổi|bổ sung)(?!\w)|:? ?\"")
_WORD = re.compile(r"[^\s,;:.()\"]+")
_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ọi|[Mm]ỗi|[Tt]ừng|\d+) $")
_PART = re.compile(
    r"(?:[Cc]ông ty|[Hh]ãng|[Vv]ăn phòng|"
    r"Sở|Bộ|Vụ|Phòng|Cục|Ban|Viện|[Nn]gành|[Kk]ỷ|[Pp]háp|[Qq]uy|chính -|chính và) $"
)


def anaphoric(
    text: str, citations: Sequence[Citation], nouns: Sequence[Noun]
) -> list[tuple[Citation, int]]:
    """Citations for document words that repeat one of `citations`, each with its antecedent.

    `nouns` are the document words that belong to no citation.
    """
    names = _names(text, citations)
    places = _places(citations)
    found: list[tuple[Citation, int]] = []
    for noun in nouns:
        start, end = noun.span
        before = text[max(0, start - 10) : start]
        if _PLURAL.search(before) or _PART.search(before):
            continue
        repeated = _repeated(text, noun, names.get(noun.kind, {}))
        if repeated is not None:
            end, antecedent = repeated
        else:
            pointing = _POINTING.match(text, end)
            if not pointing and not _bare(text, noun):
                continue
            latest = _latest(citations, places.get(noun.kind, []), noun)
            if latest is None:
                continue
            antecedent = latest
            end = pointing.end() if pointing else end
        found.append((Citation(Span(start, end), "anaphoric", noun.kind), antecedent))
    return found


def _bare(text: str, noun: Noun) -> bool:
    """A document word with a capital inside a sentence, and nothing that makes it another's."""
    start, end = noun.span
    before = text[max(0, start - 3) : start].rstrip(' "-')
    opens = not before or before[-1] in ".!?:;\n"
    return text[start].isupper() and not opens and not _OWN_COMPLEMENT.match(text, end)


def _names(text: str, citations: Sequence[Citation]) -> dict[str, dict[Name, int]]:
    """The names of a page and their beginnings by kind, each with the place of its citation."""
    names: dict[str, dict[Name, int]] = {}
    for place, citation in enumerate(citations):
        if citation.form == "named":
            known = names.setdefault(citation.kind, {})
            name = tuple(text[slice(*citation.span)].lower().split())
            for words in (name, *beginnings(name)):
                known.setdefault(words, place)
    return names


def _places(citations: Sequence[Citation]) -> dict[str, list[int]]:
    """The places of the citations of each kind, in page order."""
    places: dict[str, list[int]] = {}
    for place, citation in enumerate(citations):
        places.setdefault(citation.kind, []).append(place)
    return places


def _latest(citations: Sequence[Citation], places: Sequence[int], noun: Noun) -> int | None:
    """The last of the citations at `places` before a document word."""
    after = bisect_right(places, noun.span.start, key=lambda place: citations[place].span.start)
    return places[after - 1] if after else None


def _words(text: str, start: int) -> list[re.Match[str]]:
    """The words from `start` on with nothing but single blanks between them."""
    said: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, start + 120):
        if said and text[said[-1].end() : match.start()] != " ":
            break
        said.append(match)
    return said


def _repeated(text: str, noun: Noun, names: Mapping[Name, int]) -> tuple[int, int] | None:
    """Where the first words of a name are said again: their end, and whose name it is."""
    if not names:
        return None
    start, end = noun.span
    least = len(text[start:end].split()) + 2
    said = _words(text, start)
    words = tuple(match[0].lower() for match in said)
    for size in range(len(words), least - 1, -1):
        if words[:size] in names:
            return said[size - 1].end(), names[words[:size]]
    return None
