"""Words that only refer back to a document of the same page: `Đề án này`, `Quy chế` said again.

Not for: which citations are the same document by their number or title (`sameness`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opendata.extraction.mentions import Citation
from opendata.extraction.numbered import Noun
from opendata.extraction.view import Span

_POINTING = re.compile(r" (?:này|đó|trên|nói trên|nêu trên|kể trên)(?!\w)")
_OWN_COMPLEMENT = re.compile(r" (?:của|số|về|ngày|sửa đổi|bổ sung)(?!\w)|:? ?\"")
_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ọi|[Mm]ỗi|[Tt]ừng|\d+) $")
_PART = re.compile(
    r"(?:Sở|Bộ|Vụ|Phòng|Cục|Ban|Viện|[Nn]gành|[Kk]ỷ|[Pp]háp|[Qq]uy|chính -|chính và) $"
)


def anaphoric(
    text: str, citations: Sequence[Citation], nouns: Sequence[Noun]
) -> list[tuple[Citation, int]]:
    """Citations for document words that repeat one of `citations`, each with its antecedent.

    `nouns` are the document words that belong to no citation.
    """
    names: dict[str, list[tuple[int, list[str]]]] = {}
    for place, citation in enumerate(citations):
        if citation.form == "named":
            wording = text[citation.span.start : citation.span.end].lower().split()
            names.setdefault(citation.kind, []).append((place, wording))
    found: list[tuple[Citation, int]] = []
    for noun in nouns:
        start, end = noun.span
        before = text[max(0, start - 10) : start]
        if _PLURAL.search(before) or _PART.search(before):
            continue
        repeated = _repeated(text, noun, names.get(noun.kind, []))
        if repeated is not None:
            end, antecedent = repeated
        else:
            pointing = _POINTING.match(text, end)
            if not pointing and not _bare(text, noun):
                continue
            latest = _latest(citations, noun)
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


def _latest(citations: Sequence[Citation], noun: Noun) -> int | None:
    """The last citation of the same kind before a document word."""
    latest = None
    for place, citation in enumerate(citations):
        if citation.span.start > noun.span.start:
            break
        if citation.kind == noun.kind:
            latest = place
    return latest


def _repeated(
    text: str, noun: Noun, names: Sequence[tuple[int, list[str]]]
) -> tuple[int, int] | None:
    """Where the first words of a name are said again: their end, and whose name it is."""
    best: tuple[int, int] | None = None
    if not names:
        return None
    start, end = noun.span
    own = len(text[start:end].split())
    said = list(re.finditer(r"[^\s,;:.()\"]+", text[start : start + 120]))
    for place, name in names:
        count = 0
        for word, match in zip(name, said, strict=False):
            if word != match[0].lower():
                break
            count += 1
        if count >= own + 2 and (best is None or start + said[count - 1].end() > best[0]):
            best = (start + said[count - 1].end(), place)
    return best
