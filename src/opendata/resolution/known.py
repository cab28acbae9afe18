"""Which known central document a cited number means, on positive evidence only.

Every term has its own 26-CT/TW: being the last candidate of a reference list proves nothing.
Not for: the key of a document that is not known (`directives`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opendata.authority.rows import Directive
from opendata.extraction.lexicon import Lexicon
from opendata.extraction.mentions import Citation
from opendata.extraction.page import Page
from opendata.extraction.sameness import content_words, overlap
from opendata.resolution.issuers import Issuer

ENOUGH = 0.75
"""Share of the content words of the shorter title that both titles must have."""
ALONE = 5
"""Shared content words that prove a document by number, symbol and title, no organ stated."""

_LAWS = frozenset(("luat", "bo_luat", "phap_lenh", "hien_phap"))
# One body alone issues these: number and year are the whole of their identity.
_BY_YEAR = _LAWS | {"nghi_dinh"}
_NUMERAL = re.compile(r"(?<!\w)(?:[IVX]+|\d+)(?!\w)")


@dataclass(frozen=True, slots=True)
class Match:
    """The reference row that a citation means with the reasons, or several that fit."""

    row: Directive | None = None
    reasons: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def match_known(
    group: Sequence[Citation], root: Citation, issuer: Issuer, page: Page, words: Lexicon
) -> Match:
    """The known document that a group of citations of one page means."""
    rows = list(_candidates(group, root, page, words))
    later = [row for row in rows if page.published and row.issued_on > page.published]
    fitting = [row for row in rows if row not in later]
    proofs = {row.directive: tuple(_proofs(group, root, issuer, row, page)) for row in fitting}
    proven = [row for row in fitting if proofs[row.directive]]
    if len(proven) == 1:
        (row,) = proven
        excluded = tuple(f"issued after the page: {other.directive}" for other in later)
        return Match(
            row, proofs[row.directive] + excluded, tuple(_disagreements(group, issuer, row, page))
        )
    several = [row.directive for row in proven or fitting]
    return Match(candidates=tuple(several) if len(several) > 1 else ())


def _candidates(
    group: Sequence[Citation], root: Citation, page: Page, words: Lexicon
) -> Iterator[Directive]:
    """Reference rows of the number, or of a law's name, that nothing stated rules out."""
    if not root.number:
        laws = page.authority.directives if root.kind in _LAWS else ()
        names = {_name(page.view.value(c.span)) for c in group} if laws else set()
        yield from (row for row in laws if row.kind in _LAWS and _name(row.title) in names)
        return
    code = root.symbol.partition("/" if "/" in root.symbol else "-")[0]
    kinds = dict.fromkeys((root.kind, *words.codes.get(code, ())))
    for kind in kinds:
        for row in page.authority.directives_by_number.get((kind, root.number.lstrip("0")), ()):
            if root.symbol and _issuer_code(root.symbol) != _issuer_code(row.symbol):
                continue
            if root.year and str(row.year or row.issued_on.year) != root.year:
                continue
            if row.kind in _LAWS and root.kind not in _LAWS:
                continue
            yield row


def _issuer_code(symbol: str) -> str:
    if "/" in symbol:
        return symbol.partition("/")[2]
    return symbol.partition("-")[2] or symbol


def _proofs(
    group: Sequence[Citation], root: Citation, issuer: Issuer, row: Directive, page: Page
) -> Iterator[str]:
    """The positive reasons for one candidate; none where what is stated speaks against it."""
    if not root.number:
        if _says_year(group, row):
            yield f"name and year: {row.title}, {row.issued_on.year}"
        return
    days = {c.issued_on.value for c in group if c.issued_on}
    terms = {c.term.value for c in group if c.term}
    if root.year and (root.symbol or row.term or row.kind in _BY_YEAR):
        yield f"number and year: {row.number}, {root.year}"
    if row.issued_on.isoformat() in days:
        yield f"issued_on: {row.issued_on.isoformat()}"
    elif days and not (issuer.stated and row.organ in issuer.organs):
        return
    if row.term and row.term in terms:
        yield f"term: {row.term}"
    elif terms and row.term:
        return
    shared, share = _best_overlap(group, row)
    if share < ENOUGH:
        return
    if issuer.stated and row.organ in issuer.organs:
        yield f"organ: {page.authority.organ_by_id[row.organ].name}"
        yield f"title overlap: {share:.2f}"
    elif root.symbol and shared >= ALONE and not (issuer.stated and issuer.organs):
        yield f"title overlap: {share:.2f}"


def _best_overlap(group: Sequence[Citation], row: Directive) -> tuple[int, float]:
    """Shared content words and their share, of the page's title that fits best."""
    best = (0, 0.0)
    for citation in group:
        if citation.title is None or _other_numerals(citation.title.value, row.title):
            continue
        share = overlap(citation.title.value, row.title)
        shared = len(content_words(citation.title.value) & content_words(row.title))
        best = max(best, (shared, share), key=lambda found: found[1])
    return best


def _other_numerals(one: str, other: str) -> bool:
    """Two titles that differ in a number: the congress XIII or XIV."""
    a, b = set(_NUMERAL.findall(one)), set(_NUMERAL.findall(other))
    return bool(a and b) and not a & b


def _name(wording: str) -> str:
    """A law's name for comparison: lower case, without its year."""
    return re.sub(r",? (?:năm )?\d{4}$", "", wording.casefold())


def _says_year(group: Sequence[Citation], row: Directive) -> bool:
    return any(c.year == str(row.issued_on.year) for c in group)


def _disagreements(
    group: Sequence[Citation], issuer: Issuer, row: Directive, page: Page
) -> Iterator[str]:
    """What the page states otherwise than the reference row: both stand, and it is flagged."""
    for day in sorted({c.issued_on.value for c in group if c.issued_on}):
        if day != row.issued_on.isoformat():
            yield f"issued_on: page {day}, reference {row.issued_on.isoformat()}"
    for term in sorted({c.term.value for c in group if c.term}):
        if row.term and term != row.term:
            yield f"term: page {term}, reference {row.term}"
    if issuer.stated and issuer.organs and row.organ not in issuer.organs:
        name = page.authority.organ_by_id[row.organ].name
        yield f"organ: page {issuer.name}, reference {name}"
