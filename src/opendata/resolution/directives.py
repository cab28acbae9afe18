"""Which document a citation means: a key made of one page and the reference data, and its id.

A Party number is known by level, organ, province, term, kind and number; a state number by issuer,
kind, number and year. A citation is the document of a reference row only where the page says so:
its day, its khóa, its whole code, or its organ and title. Not for: finding citations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opendata.extraction.documents.lexicon import Lexicon, lexicon
from opendata.extraction.documents.sameness import first_mention
from opendata.extraction.mentions import Citation
from opendata.extraction.page import Page
from opendata.extraction.words import words_of
from opendata.resolution.ids import short_hash, slug
from opendata.resolution.issuers import Issuer, issuer_of
from opendata.resolution.known import Match, match_known

# The year is a part of these documents' number.
_YEARLY = words_of("nghi_dinh thong_tu thong_tu_lien_tich luat bo_luat phap_lenh")


@dataclass(frozen=True, slots=True)
class DirectiveKey:
    """What makes two citations one document. Unknown parts are empty.

    `year` is the year within a state number, `issued` the year of issue, else the term; `place` the
    province, `body` an issuer below it; `page` the article that alone knows the document.
    """

    kind: str
    number: str = ""
    year: str = ""
    issuer: str = ""
    place: str = ""
    body: str = ""
    issued: str = ""
    name: str = ""
    page: str = ""

    def id(self, abbreviation: str) -> str:
        """Readable ASCII, from the key alone."""
        if self.name:
            start = slug(" ".join(self.name.split()[:6]))
            return f"{start}-{short_hash(self.page, self.name)}"
        parts = [abbreviation, self.number.lstrip("0"), self.year]
        parts += [self.issuer, self.body, self.place, self.issued]
        parts += [short_hash(self.page)] if self.page else []
        return slug(" ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Identified:
    """A citation's document. `reasons` are the positive ones; `candidates` are the ids of the
    reference rows that fit an ambiguous one; `disagreements` are flagged, never mended."""

    id: str
    resolution: str  # code of the list `directive_resolution`
    reference: str = ""
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    term: str = ""
    year: str = ""
    level: str = ""
    province_id: str = ""
    issuer_name: str = ""
    disagreements: tuple[str, ...] = ()


def identify(citations: Sequence[Citation], page: Page, article_id: str) -> tuple[Identified, ...]:
    """The document of each citation; those that repeat one another share it."""
    words = lexicon(page.authority)
    roots = [first_mention(citations, place) for place in range(len(citations))]
    groups: dict[int, list[Citation]] = {}
    for root, citation in zip(roots, citations, strict=True):
        groups.setdefault(root, []).append(citation)
    known = {
        root: _identify(group, citations[root], page, words, article_id)
        for root, group in groups.items()
    }
    return tuple(known[root] for root in roots)


def _identify(
    group: Sequence[Citation], root: Citation, page: Page, words: Lexicon, article_id: str
) -> Identified:
    """The document that a group of citations of one page means."""
    issuer = issuer_of(group, root, page, words)
    match = match_known(group, root, issuer, page, words)
    if match.row is not None:
        return _resolved(match, issuer, page)
    key, resolution = _stated_key(group, root, issuer, page, article_id)
    return Identified(
        id=key.id(_abbreviation(root.kind, words)),
        resolution="ambiguous" if match.candidates else resolution,
        candidates=match.candidates,
        term=_term(group, issuer, page),
        year=root.year or _issue_year(group),
        level=issuer.level,
        province_id=issuer.province_id,
        issuer_name=issuer.name,
    )


def _resolved(match: Match, issuer: Issuer, page: Page) -> Identified:
    assert match.row is not None
    row = match.row
    organ = page.authority.organ_by_id[row.organ]
    return Identified(
        id=row.directive,
        resolution="resolved",
        reference=row.directive,
        reasons=match.reasons,
        term=row.term or "",
        year=str(row.year or row.issued_on.year),
        level=organ.level,
        issuer_name=issuer.name if issuer.stated else organ.name,
        disagreements=match.disagreements,
    )


def _stated_key(
    group: Sequence[Citation], root: Citation, issuer: Issuer, page: Page, article_id: str
) -> tuple[DirectiveKey, str]:
    """The key of what the page states; scoped to the page where that is no identity."""
    if not root.number:
        name = max((_wording(c, page) for c in group if c.form != "anaphoric"), key=len, default="")
        name = name or _wording(root, page)
        return DirectiveKey(root.kind, name=name.casefold(), page=article_id), "page"
    certain = bool(issuer.code or issuer.body) and not (issuer.needs_place and not issuer.place)
    if root.kind in _YEARLY and not (root.year or _issue_year(group)):
        certain = False
    party = issuer.system == "party"
    issued = _issued(group, issuer) if party or not root.year else ""
    key = DirectiveKey(
        kind=root.kind,
        number=root.number,
        year="" if party else root.year,
        issuer=slug(issuer.code) if issuer.code else "",
        place=issuer.place,
        body=issuer.body or ("" if issued else _organ_of_number(issuer)),
        issued=issued,
        page="" if certain else article_id,
    )
    return key, "stated" if certain else "page"


def _organ_of_number(issuer: Issuer) -> str:
    """The organ that a page gives to a central Party number: several share the code and each
    counts anew every term, so that pages without day and term need not mean one document."""
    return issuer.organs[0] if issuer.stated and issuer.organs and issuer.code == "TW" else ""


def _wording(citation: Citation, page: Page) -> str:
    return citation.name or page.view.value(citation.span)


def _issued(group: Sequence[Citation], issuer: Issuer) -> str:
    """The year of issue, or else the term."""
    years = [c.year for c in group if c.year]
    term = _stated_term(group, issuer).lower()
    return next((said for said in (_issue_year(group), *years, term) if said), "")


def _stated_term(group: Sequence[Citation], issuer: Issuer) -> str:
    """The congress term that the page gives; a khóa of the Assembly is none."""
    if issuer.system == "state":
        return ""
    return next((c.term.value for c in group if c.term), "")


def _issue_year(group: Sequence[Citation]) -> str:
    return next((c.issued_on.value[:4] for c in group if c.issued_on), "")


def _term(group: Sequence[Citation], issuer: Issuer, page: Page) -> str:
    """The stated term, or a central document's by its day: provincial terms begin earlier."""
    stated = _stated_term(group, issuer)
    day = next((c.issued_on.value for c in group if c.issued_on), "")
    if stated or not day or issuer.system != "party" or not issuer.code.endswith("TW"):
        return stated
    term = page.authority.term_on("party-congress", date.fromisoformat(day))
    return term.term if term else ""


def _abbreviation(kind: str, words: Lexicon) -> str:
    """The kind's own code where no other kind has it first, else the kind: `ct`, `cao-trang`."""
    for code, kinds in words.codes.items():
        if kinds[0] == kind:
            return slug(code)
    return kind.replace("_", "-")
