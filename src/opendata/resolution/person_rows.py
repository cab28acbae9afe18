"""Persons of one page: identity, statements, positions. Not for: their part in events."""

from __future__ import annotations

from dataclasses import dataclass

from opendata.authority import Authority
from opendata.extraction.mentions import Extraction, Person, Position
from opendata.records.base import Row
from opendata.records.evidence import Evidence
from opendata.records.person import Position as PositionRow
from opendata.records.tables import row_id
from opendata.resolution.ids import place_slug, short_hash, slug
from opendata.resolution.organisation_rows import Named, of_mention, of_name
from opendata.resolution.statements import Quoted, Subject


@dataclass(frozen=True, slots=True)
class Known:
    """A person with its id. `province_id` is that of the office, else the page's; empty for a
    central office."""

    id: str
    province_id: str
    mention: Person


def known_persons(
    found: Extraction, article_id: str, authority: Authority, *, everyone: bool
) -> dict[int, Known]:
    """The persons to publish, by their place in the extraction.

    Two people of one name are one person only within one province, or within one central body.
    """
    return {
        at: _known(at, person, found, article_id, authority)
        for at, person in enumerate(found.persons)
        if everyone or not person.private
    }


def _known(
    at: int, person: Person, found: Extraction, article_id: str, authority: Authority
) -> Known:
    name = slug(person.name)
    held = [position for position in found.positions if position.person == at]
    held.sort(key=lambda position: position.status == "former")
    named = [body for position in held if (body := _employer(position, found, authority))]
    page_province = found.header.province.value if found.header.province else ""
    province = next((body.province_id for body in named if body.province_id), page_province)
    central = _central_body(named, authority)
    if central and not person.private:
        return Known(f"{name}-{slug(central)}", "", person)
    if province and held and not person.private:
        return Known(f"{name}-{place_slug(province)}", province, person)
    # Nothing says that two pages which name somebody without an office mean the same one.
    return Known(f"{name}-{short_hash(article_id)}", "", person)


def _employer(position: Position, found: Extraction, authority: Authority) -> Named | None:
    """The body that a position's title names, in the province that the page says, or in its own."""
    if not position.organisation:
        return None
    for mention in found.organisations:
        if mention.name == position.organisation and mention.province_id:
            return of_mention(mention)
    province = found.header.province.value if found.header.province else ""
    return of_name(position.organisation, province, position.span, authority)


def _central_body(bodies: list[Named], authority: Authority) -> str:
    """The first body, where every body that the offices name is a central one."""
    organs = [authority.organ_by_id.get(body.organ) for body in bodies]
    if organs and all(organ is not None and organ.level == "central" for organ in organs):
        return bodies[0].name
    return ""


def person_rows(
    known: dict[int, Known], found: Extraction, article_id: str, authority: Authority
) -> tuple[list[Evidence], list[Row], list[Named]]:
    """Statements about the persons, their positions, and the organisations these name."""
    said: list[Evidence] = []
    for person in known.values():
        subject = Subject(article_id, found.view, "persons", person.id)
        said += subject.text("name", person.mention.name, person.mention.spans[0])
        said += subject.state("province_id", person.province_id, "derived", "the page's province")
    rows: list[Row] = []
    bodies: list[Named] = []
    for position in found.positions:
        if position.person not in known:
            continue
        body = _employer(position, found, authority)
        if body:
            bodies.append(body)
        quoted = Quoted.of(found.view, position.span)
        person_slug = slug(found.persons[position.person].name)
        rows.append(
            PositionRow(
                position_id=row_id(
                    "positions", person_slug, article_id=article_id, start=quoted.start
                ),
                person_id=known[position.person].id,
                article_id=article_id,
                title=position.title,
                organisation_id=body.id if body else None,
                status=position.status,
                **quoted.fields(),
            )
        )
    return said, rows, bodies
