"""Directives of one page: statements about the documents, citations, relations.

Not for: deciding which document a citation means (`directives`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opendata.authority import Authority
from opendata.extraction.mentions import Citation, Extraction
from opendata.extraction.view import Span
from opendata.records.base import Row
from opendata.records.citation import Citation as CitationRow
from opendata.records.directive import DirectiveRelation
from opendata.records.evidence import Evidence
from opendata.records.tables import row_id
from opendata.resolution.directives import Identified
from opendata.resolution.organisation_rows import Named, of_name
from opendata.resolution.statements import Quoted, Subject

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def directive_rows(
    found: Extraction, identified: Sequence[Identified], article_id: str, authority: Authority
) -> tuple[list[Evidence], dict[str, list[Row]], list[Named]]:
    """Statements about the documents, the rows that cite and relate them, and their issuers."""
    said: list[Evidence] = []
    bodies: list[Named] = []
    pairs = list(zip(found.citations, identified, strict=True))
    titled = {one.id for c, one in pairs if c.form == "numbered" and c.title}
    for citation, identity in pairs:
        subject = Subject(article_id, found.view, "directives", identity.id)
        said += _stated(citation, subject)
        said += _title(citation, identity.id in titled, subject)
        said += _identity(identity, citation, subject, authority)
        if identity.issuer_name:
            span = citation.issuer.span if citation.issuer else None
            body = of_name(identity.issuer_name, identity.province_id, span, authority)
            bodies.append(body)
            said += _issuer(body, citation, identity, subject)
    ids = [identity.id for identity in identified]
    rows: dict[str, list[Row]] = {
        "citations": [
            _citation(c, ids[at], article_id, found) for at, c in enumerate(found.citations)
        ],
        "directive_relations": _relations(found, ids, article_id),
    }
    return said, rows, bodies


def _stated(citation: Citation, subject: Subject) -> list[Evidence]:
    """What the page says of the document."""
    said = subject.text("kind", citation.kind, citation.span)
    if citation.form == "anaphoric":
        return said
    mended = f"repaired: {', '.join(citation.repairs)}" if citation.repairs else ""
    for field in ("number", "symbol", "code"):
        said += subject.text(field, getattr(citation, field), citation.span, mended)
    said += subject.text("year", citation.year, citation.span)
    if citation.issued_on:
        said += subject.say("issued_on", citation.issued_on)
        year = citation.issued_on.value[:4]
        said += subject.state("year", year, "derived", "year of issue", citation.issued_on.span)
    said += _period(citation, subject)
    said += subject.state(
        "status", citation.status, "derived", "how the page tells it", citation.span
    )
    return said


def _title(citation: Citation, titled: bool, subject: Subject) -> list[Evidence]:
    """The words after the number; the name as cited where no number is `titled` on the page."""
    if citation.name and not titled:
        return subject.state("title", citation.name, "derived", "the name in full", citation.span)
    if citation.form == "named" and not titled:
        return subject.text("title", subject.view.value(citation.span), citation.span)
    return subject.say("title", citation.title) if citation.form == "numbered" else []


def _period(citation: Citation, subject: Subject) -> list[Evidence]:
    """The first and last day that the name gives, quoted by the years alone."""
    if not citation.period_start:
        return []
    named = citation.title.span if citation.title and citation.title.span else citation.span
    years = [match.span() for match in _YEAR.finditer(subject.view.text, *named)]
    span = Span(years[0][0], years[-1][1]) if years else named
    said = subject.text("period_start", citation.period_start, span)
    return said + subject.text("period_end", citation.period_end, span)


def _identity(
    identity: Identified, citation: Citation, subject: Subject, authority: Authority
) -> list[Evidence]:
    """What the reference data adds once the document is identified."""
    why = "; ".join(identity.reasons)
    said = subject.state("resolution", identity.resolution, "derived", why, citation.span)
    said += subject.state("level", identity.level, "derived", "the issuer's level", citation.span)
    said += subject.state("province_id", identity.province_id, "derived", "the issuer's province")
    said += subject.state("term", identity.term, "derived", why or "the day of issue")
    said += subject.state("year", identity.year, "derived", "year of issue")
    row = authority.directive_by_id.get(identity.reference)
    if row is None:
        return said
    ref = f"directives/{row.directive}: {why}"
    number, symbol = row.number or "", row.symbol or ""
    state = f"{number}/{row.year}/{symbol}" if number else ""
    code = state if row.year else _party_code(number, symbol)
    known = {
        "kind": row.kind,
        "number": number,
        "symbol": symbol,
        "code": code,
        "year": row.year or row.issued_on.year,
        "term": row.term,
        "title": row.title,
        "issued_on": row.issued_on,
    }
    for field, value in known.items():
        said += subject.state(field, value, "reference", ref)
    return said


def _party_code(number: str, symbol: str) -> str:
    kind, _, issuer = symbol.partition("/")
    return f"{number}-{kind}/{issuer}" if issuer else f"{number}/{symbol}"


def _issuer(
    body: Named, citation: Citation, identity: Identified, subject: Subject
) -> list[Evidence]:
    if citation.issuer:
        return subject.state(
            "issuer_id", body.id, citation.issuer.basis, citation.issuer.ref, citation.issuer.span
        )
    ref = f"directives/{identity.reference}" if identity.reference else "the symbol"
    return subject.state("issuer_id", body.id, "reference", ref)


def _citation(citation: Citation, directive: str, article_id: str, found: Extraction) -> Row:
    quoted = Quoted.of(found.view, citation.span)
    return CitationRow(
        citation_id=row_id("citations", article_id=article_id, start=quoted.start),
        article_id=article_id,
        directive_id=directive,
        form=citation.form,
        as_written=found.view.value(citation.span),
        repairs=citation.repairs,
        pinpoint=citation.pinpoint or None,
        **quoted.fields(),
    )


def _relations(found: Extraction, ids: Sequence[str], article_id: str) -> list[Row]:
    rows: dict[tuple[str, str, str], Row] = {}
    for relation in found.relations:
        key = (ids[relation.source], relation.relation, ids[relation.target])
        if key in rows or key[0] == key[2]:
            continue
        quoted = Quoted.of(found.view, relation.span)
        rows[key] = DirectiveRelation(
            relation_id=row_id(
                "directive_relations",
                key[2],
                article_id=article_id,
                start=quoted.start,
                relation=relation.relation,
            ),
            directive_id=key[0],
            relation=relation.relation,
            related_directive_id=key[2],
            article_id=article_id,
            **quoted.fields(),
        )
    return list(rows.values())
