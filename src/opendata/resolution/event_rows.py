"""Events of one page: identity, statements, participations, organisations.

Not for: finding them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opendata.extraction.mentions import Event, Extraction, Time
from opendata.records.base import Row
from opendata.records.event import EventArticle, EventOrganisation
from opendata.records.event import Participation as ParticipationRow
from opendata.records.evidence import Evidence
from opendata.records.tables import row_id
from opendata.resolution.ids import place_slug, short_hash, slug
from opendata.resolution.organisation_rows import Named
from opendata.resolution.person_rows import Known
from opendata.resolution.statements import Quoted, Subject


def event_id(
    at: int,
    found: Extraction,
    article_id: str,
    persons: Mapping[int, Known],
    bodies: Sequence[Named],
    directives: Sequence[str],
) -> str:
    """From kind, day, province and who held it; from the document, for an issuance.

    An event of which the page gives no day, or nobody who held it, is known on its own page only.
    """
    event = found.events[at]
    kind = event.kind.replace("_", "-")
    if event.of is not None:
        return f"{kind}-{directives[event.of]}"
    chairs = sorted(
        persons[p.person].id
        for p in found.participations
        if p.event == at and p.role == "chair" and p.person in persons
    )
    hosts = sorted(bodies[host].id for host in event.hosts)
    day = event.time.starts_on if event.time else None
    place = event.province.value if event.province else ""
    anchored = day is not None and not event.recurrence and (chairs or hosts)
    own = [] if anchored else [article_id, str(found.view.locate(event.span).start)]
    key = short_hash(kind, str(day), place, *(hosts or chairs), *own)
    parts = [kind, day.isoformat() if day else "", place_slug(place), key]
    return "-".join(part for part in parts if part)


def event_rows(
    found: Extraction,
    ids: Sequence[str],
    article_id: str,
    persons: Mapping[int, Known],
    bodies: Sequence[Named],
    directives: Sequence[str],
) -> tuple[list[Evidence], dict[str, list[Row]]]:
    """Statements about the events, and the rows that join them to pages, people and bodies."""
    said: list[Evidence] = []
    rows: dict[str, list[Row]] = {}
    for at, event in enumerate(found.events):
        subject = Subject(article_id, found.view, "events", ids[at])
        said += _statements(event, subject, directives)
        rows.setdefault("event_articles", []).append(
            EventArticle(event_id=ids[at], article_id=article_id)
        )
        roles = [("host", event.hosts), ("counterpart", event.counterparts)]
        if event.of is not None:
            roles[0] = ("issuer", event.hosts)
        roles.append(("attendee", event.attendees))
        rows.setdefault("event_organisations", []).extend(
            EventOrganisation(
                event_id=ids[at],
                organisation_id=bodies[body].id,
                role=role,
                article_id=article_id,
            )
            for role, places in roles
            for body in places
        )
    rows["participations"] = _participations(found, ids, article_id, persons)
    return said, rows


def _statements(event: Event, subject: Subject, directives: Sequence[str]) -> list[Evidence]:
    said = subject.text("kind", event.kind, event.span, "event_kinds")
    said += subject.text("name", event.name, event.span)
    said += subject.say("place", event.place)
    said += subject.say("province_id", event.province)
    status = "recurring" if event.recurrence else event.status
    said += subject.state("status", status, "derived", "how the page tells it", event.span)
    if event.time:
        said += _time_statements(event.time, subject)
    if event.recurrence:
        span = event.time.span if event.time else event.span
        said += subject.text("recurrence", event.recurrence, span)
    if event.covers:
        said += subject.text("covers_start", event.covers.starts_on, event.covers.span)
        said += subject.text("covers_end", event.covers.ends_on, event.covers.span)
    if event.of is not None:
        said += subject.text("directive_id", directives[event.of], event.span)
    return said


def _time_statements(time: Time, subject: Subject) -> list[Evidence]:
    assumed = ", ".join(time.assumed)
    basis = "derived" if assumed else "text"
    ref = f"{assumed} from the day of publication" if assumed else ""
    said = subject.state("starts_on", time.starts_on, basis, ref, time.span)
    said += subject.state("ends_on", time.ends_on, basis, ref, time.span)
    precision = time.precision if time.starts_on or time.recurrence else "none"
    said += subject.text("date_precision", precision, time.span)
    said += subject.text("part_of_day", time.part_of_day, time.span)
    return said


def _participations(
    found: Extraction, ids: Sequence[str], article_id: str, persons: Mapping[int, Known]
) -> list[Row]:
    rows: list[Row] = []
    for part in found.participations:
        if part.person not in persons:
            continue
        quoted = Quoted.of(found.view, part.span)
        person, event = persons[part.person], ids[part.event]
        # A list before "chủ trì" is one quote for several people.
        name = slug(person.mention.name)
        rows.append(
            ParticipationRow(
                participation_id=row_id(
                    "participations",
                    name,
                    event,
                    article_id=article_id,
                    start=quoted.start,
                    role=part.role,
                ),
                event_id=event,
                person_id=person.id,
                role=part.role,
                article_id=article_id,
                **quoted.fields(),
            )
        )
    return rows
