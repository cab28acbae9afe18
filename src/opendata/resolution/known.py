"""Which known central document a cited number means, on positive evidence only.

Every term has its own 26-CT/TW: being the last candidate of a reference list proves nothing.
Not for: the key of a document that is not known (`directives`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opendata.authority.rows import Directive
from opendata.extraction.documents.lexicon import Lexicon
from opendata.extraction.documents.sameness import content_words, overlap
from opendata.extraction.mentions import Citation
from opendata.extraction.page import Page
from opendata.resolution.issuers import Issuer, issuer_code

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
    said = _Said.of(group, root, issuer)
    rows = list(_candidates(group, root, page, words))
    rows = [row for row in rows if not _is_anothers(said, row, words)]
    later = [row for row in rows if page.published and row.issued_on > page.published]
    proofs = {row.directive: tuple(_proofs(said, row, page)) for row in rows if row not in later}
    proven = [row for row in rows if proofs.get(row.directive)]
    if len(proven) == 1:
        (row,) = proven
        excluded = tuple(f"excluded, issued after the page: {other.directive}" for other in later)
        return Match(row, proofs[row.directive] + excluded, tuple(_disagreements(said, row, page)))
    left = proven or [row for row in rows if row not in later and _may_be(said, row)]
    if not proven and (chosen := _of_its_organ(said, left, page)):
        others = tuple(f"excluded, of another organ: {o.directive}" for o in left if o != chosen)
        organ = page.authority.organ_by_id[chosen.organ].name
        return Match(chosen, (f"organ: {organ}, the page is of its term", *others))
    return Match(candidates=tuple(row.directive for row in left) if len(left) > 1 else ())


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says of one document, all its citations together."""

    root: Citation
    issuer: Issuer
    days: frozenset[str]
    terms: frozenset[str]
    years: frozenset[str]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, group: Sequence[Citation], root: Citation, issuer: Issuer) -> _Said:
        return cls(
            root,
            issuer,
            frozenset(c.issued_on.value for c in group if c.issued_on),
            frozenset(c.term.value for c in group if c.term),
            frozenset(c.year for c in group if c.year),
            tuple(dict.fromkeys(c.title.value for c in group if c.title)),
        )

    def names_organ(self, row: Directive) -> bool:
        return self.issuer.stated and row.organ in self.issuer.organs


def _candidates(
    group: Sequence[Citation], root: Citation, page: Page, words: Lexicon
) -> Iterator[Directive]:
    """Reference rows of the number, or of a law's name, that nothing stated rules out."""
    if not root.number:
        laws = page.authority.directives if root.kind in _LAWS else ()
        if root.kind == "hien_phap":  # there is one at a time
            yield from (row for row in laws if row.kind == root.kind)
            return
        names = {_name(c.name or page.view.value(c.span)) for c in group} if laws else set()
        yield from (row for row in laws if row.kind in _LAWS and _name(row.title) in names)
        return
    code = root.symbol.partition("/" if "/" in root.symbol else "-")[0]
    kinds = dict.fromkeys((root.kind, *words.codes.get(code, ())))
    for kind in kinds:
        for row in page.authority.directives_by_number.get((kind, root.number.lstrip("0")), ()):
            own = issuer_code(row.symbol or "", words)
            if root.symbol and issuer_code(root.symbol, words) != own:
                continue
            if root.year and str(row.year or row.issued_on.year) != root.year:
                continue
            if row.kind in _LAWS and root.kind not in _LAWS:
                continue
            yield row


def _is_anothers(said: _Said, row: Directive, words: Lexicon) -> bool:
    """Whether the page names an issuer that does not count in one series with the row's."""
    if not said.issuer.stated:
        return False
    if not said.issuer.organs:
        return not said.root.symbol
    series = words.grammar.issuer_row(issuer_code(row.symbol or "", words))
    own = {row.organ, *(series.organs if series else ())}
    return own.isdisjoint(said.issuer.organs)


def _may_be(said: _Said, row: Directive) -> bool:
    """Whether nothing that is stated speaks against a candidate."""
    return (
        (not said.days or row.issued_on.isoformat() in said.days)
        and (not said.terms or row.term is None or row.term in said.terms)
        and (not said.years or str(row.issued_on.year) in said.years)
    )


def _proofs(said: _Said, row: Directive, page: Page) -> Iterator[str]:
    """The positive reasons for one candidate; none where what is stated speaks against it."""
    root = said.root
    if not root.number:
        if str(row.issued_on.year) in said.years:
            yield f"name and year: {row.title}, {row.issued_on.year}"
        return
    series = root.symbol or row.kind in _BY_YEAR or said.names_organ(row)
    if root.year and series:
        yield f"number and year: {row.number}, {root.year}"
    if row.issued_on.isoformat() in said.days:
        yield f"issued_on: {row.issued_on.isoformat()}"
    elif said.days and not said.names_organ(row):
        return
    if row.term and row.term in said.terms:
        yield f"term: {row.term}"
    elif said.terms and row.term:
        return
    shared, share = _best_overlap(said.titles, row)
    if share < ENOUGH:
        return
    if said.names_organ(row):
        yield f"organ: {page.authority.organ_by_id[row.organ].name}"
        yield f"title overlap: {share:.2f}"
    elif root.symbol and shared >= ALONE:
        yield f"title overlap: {share:.2f}"


def _of_its_organ(said: _Said, rows: Sequence[Directive], page: Page) -> Directive | None:
    """The one of several documents of a number that the named organ issued, in the page's term."""
    own = [row for row in rows if row.term and said.names_organ(row)]
    if len(own) != 1 or len(rows) == 1 or page.published is None:
        return None
    term = page.authority.term_on("party-congress", page.published)
    return own[0] if term and term.term == own[0].term else None


def _best_overlap(titles: Sequence[str], row: Directive) -> tuple[int, float]:
    """Shared content words and their share, of the page's title that fits best."""
    best = (0, 0.0)
    for title in titles:
        if not _other_numerals(title, row.title):
            shared = len(content_words(title) & content_words(row.title))
            best = max(best, (shared, overlap(title, row.title)), key=lambda found: found[1])
    return best


def _other_numerals(one: str, other: str) -> bool:
    """Two titles that differ in a number: the congress XIII or XIV."""
    a, b = set(_NUMERAL.findall(one)), set(_NUMERAL.findall(other))
    return bool(a and b) and not a & b


def _name(wording: str) -> str:
    """A law's name for comparison: lower case, without its year."""
    return re.sub(r",? (?:năm )?\d{4}$", "", wording.casefold())


def _disagreements(said: _Said, row: Directive, page: Page) -> Iterator[str]:
    """What the page states otherwise than the reference row: both stand, and it is flagged."""
    for day in sorted(said.days - {row.issued_on.isoformat()}):
        yield f"issued_on: page {day}, reference {row.issued_on.isoformat()}"
    for term in sorted(said.terms - {row.term}) if row.term else ():
        yield f"term: page {term}, reference {row.term}"
    if said.issuer.stated and said.issuer.organs and not said.names_organ(row):
        name = page.authority.organ_by_id[row.organ].name
        yield f"organ: page {said.issuer.name}, reference {name}"
