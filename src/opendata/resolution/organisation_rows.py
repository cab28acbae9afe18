"""Organisations of one page: ids and statements. Not for: finding them on the page."""

from __future__ import annotations

from dataclasses import dataclass

from opendata.authority import Authority
from opendata.extraction.mentions import Organisation
from opendata.extraction.view import Span, View
from opendata.records.evidence import Evidence
from opendata.resolution.ids import slug
from opendata.resolution.statements import Subject


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation by its full name, with the words that name it, if any do."""

    name: str
    kind: str = "other"
    organ: str = ""
    province_id: str = ""
    span: Span | None = None

    @property
    def id(self) -> str:
        return slug(self.name)


def of_mention(mention: Organisation) -> Named:
    """An organisation as the page names it."""
    return Named(mention.name, mention.kind, mention.organ, mention.province_id, mention.span)


def of_name(name: str, province_id: str, span: Span | None, authority: Authority) -> Named:
    """An organisation that is known by a full name alone; the reference row tells its kind."""
    organs = authority.organs_by_name.get(name, ())
    if len(organs) == 1:
        (organ,) = organs
        return Named(
            organ.name, organ.kind, organ.organ, province_id if organ.generic else "", span
        )
    generic = next((o for o in authority.organs if o.generic and name.startswith(o.name)), None)
    if generic:
        return Named(name, generic.kind, generic.organ, province_id, span)
    return Named(name, province_id=province_id, span=span)


def organisation_statements(
    found: Named, article_id: str, view: View, authority: Authority
) -> list[Evidence]:
    """What a page and the reference data say of an organisation."""
    subject = Subject(article_id, view, "organisations", found.id)
    row = f"organs/{found.organ}"
    basis = "text" if found.span else "reference"
    said = subject.state("name", found.name, basis, row if found.organ else "", found.span)
    said += subject.state(
        "kind",
        found.kind,
        "reference" if found.organ else "derived",
        row if found.organ else "no reference row",
    )
    if found.province_id in authority.province_by_id:
        ref = "the page's province" if found.organ else "the name"
        said += subject.state("province_id", found.province_id, "derived", ref, found.span)
    return said
