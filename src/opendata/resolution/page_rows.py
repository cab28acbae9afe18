"""One page's mentions as rows and statements: a pure function of the page and the reference data.

Not for: what other pages say (`merge`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opendata.authority import Authority
from opendata.extraction.mentions import Extraction, Flag
from opendata.extraction.page import Page
from opendata.reading.document import SourceDocument
from opendata.records.base import Row
from opendata.records.evidence import Evidence
from opendata.records.evidence import Flag as FlagRow
from opendata.records.tables import row_id
from opendata.resolution.directive_rows import directive_rows
from opendata.resolution.directives import Identified, identify
from opendata.resolution.event_rows import event_id, event_rows
from opendata.resolution.ids import article_id
from opendata.resolution.mention_rows import block_rows, figure_rows, system_rows, task_rows
from opendata.resolution.organisation_rows import Named, of_mention, organisation_statements
from opendata.resolution.person_rows import known_persons, person_rows
from opendata.resolution.privacy import without_private
from opendata.resolution.statements import Subject, first_of_each


@dataclass(frozen=True, slots=True)
class PageRows:
    """What one page gives: `base` are the article's hashes and counts, `rows` are by table."""

    article_id: str
    base: dict[str, object]
    statements: list[Evidence]
    rows: dict[str, list[Row]]


def page_rows(
    document: SourceDocument, found: Extraction, authority: Authority, *, everyone: bool = False
) -> PageRows:
    """Rows and statements of one page; `everyone` keeps private people in."""
    found = found if everyone else without_private(found)
    own = article_id(document)
    page = Page(found.view, found.blocks, found.header, authority)
    identified = identify(found.citations, page, own)
    directives = [one.id for one in identified]
    known = known_persons(found, own, authority, everyone=everyone)
    bodies = [of_mention(one) for one in found.organisations]
    events = [
        event_id(at, found, own, known, bodies, directives) for at in range(len(found.events))
    ]
    said = _article_statements(document, found, own)
    directive_said, rows, issuers = directive_rows(found, identified, own, authority)
    person_said, positions, employers = person_rows(known, found, own, authority)
    event_said, joined = event_rows(found, events, own, known, bodies, directives)
    said += directive_said + person_said + event_said
    rows |= joined
    used = _used_bodies([*issuers, *employers], bodies)
    for body in used:
        said += organisation_statements(body, own, found.view, authority)
    rows["positions"] = positions
    rows["blocks"] = block_rows(found, own)
    rows["figures"] = figure_rows(found, own)
    rows["tasks"] = task_rows(found, own, directives, events)
    rows["systems"] = system_rows(found, own, {body.name: body.id for body in used})
    rows["flags"] = [
        *_flags(found, own, directives, events),
        *_identity_flags(identified, own),
        *_order_flags(found, identified, own, events, authority),
    ]
    return PageRows(own, _base(document), first_of_each(said), rows)


def _article_statements(document: SourceDocument, found: Extraction, own: str) -> list[Evidence]:
    header = found.header
    subject = Subject(own, found.view, "articles", own)
    said: list[Evidence] = []
    said += subject.say("title", header.title)
    said += subject.say("kicker", header.kicker)
    said += subject.say("byline", header.byline)
    said += subject.say("byline_organisation", header.byline_organisation)
    said += subject.say("published_on", header.published_on)
    said += subject.say("published_at", header.published_at)
    said += subject.say("outlet_id", header.outlet)
    said += subject.say("province_id", header.province)
    said += subject.say("language", header.language)
    if header.language is None:
        said += subject.state("language", "und", "derived", "too few letters to tell")
    basis = header.published_on.span if header.published_on else None
    said += subject.state(
        "date_basis", header.date_basis or "none", "derived", "where the date stands", basis
    )
    for field, column in (("url", "url"), ("retrieved", "retrieved_on"), ("licence", "licence")):
        stated = document.statement(field)
        if stated:
            said += subject.state(column, stated.value, "metadata", stated.ref)
    return said


def _base(document: SourceDocument) -> dict[str, object]:
    return {
        "source_name": document.name,
        "source_sha256": document.source_sha256,
        "text_sha256": document.text_sha256,
        "text_length": len(document.text),
        "media_type": document.media_type,
        "text_extractor": document.extractor,
        "encoding": document.encoding,
        "encoding_basis": document.encoding_basis,
    }


def _used_bodies(stated: list[Named], bodies: list[Named]) -> list[Named]:
    """Each organisation once, the mention with words of its own before the one without."""
    unique: dict[str, Named] = {}
    for body in [*bodies, *stated]:
        if body.id not in unique or unique[body.id].span is None:
            unique[body.id] = body
    return list(unique.values())


def _flags(
    found: Extraction, own: str, directives: Sequence[str], events: Sequence[str]
) -> list[Row]:
    ids = {"directives": directives, "events": events}
    rows: list[Row] = []
    for flag in found.flags:
        record = own if flag.place is None else ids[flag.table][flag.place]
        rows.append(_flag(flag, own, record))
    return rows


def _flag(flag: Flag, own: str, record_id: str) -> Row:
    more = () if flag.table == "articles" else (record_id,)
    return FlagRow(
        flag_id=row_id("flags", *more, article_id=own, code=flag.code),
        article_id=own,
        table=flag.table,
        record_id=record_id,
        code=flag.code,
        message=flag.message,
    )


def _identity_flags(identified: Sequence[Identified], own: str) -> list[Row]:
    rows: list[Row] = []
    for one in identified:
        if one.candidates:
            message = f"Known documents that fit: {', '.join(one.candidates)}."
            rows.append(_flag(Flag("candidates", message, "directives"), own, one.id))
        if one.disagreements:
            message = f"{'; '.join(one.disagreements)}."
            rows.append(_flag(Flag("reference_disagrees", message, "directives"), own, one.id))
    return rows


def _order_flags(
    found: Extraction,
    identified: Sequence[Identified],
    own: str,
    events: Sequence[str],
    authority: Authority,
) -> list[Row]:
    """What lies after the page that tells of it as past."""
    published = found.header.published_on.value if found.header.published_on else ""
    rows: list[Row] = []
    for citation, one in zip(found.citations, identified, strict=True):
        row = authority.directive_by_id.get(one.reference)
        issued = citation.issued_on.value if citation.issued_on else ""
        issued = issued or (row.issued_on.isoformat() if row else "")
        if published and issued > published:
            message = f"Issued on {issued}, after the page of {published}."
            rows.append(_flag(Flag("document_after_page", message, "directives"), own, one.id))
    for event, record_id in zip(found.events, events, strict=True):
        day = event.time.starts_on.isoformat() if event.time and event.time.starts_on else ""
        if published and event.status == "held" and not event.recurrence and day > published:
            message = f"Told as past on {published}, but dated {day}."
            rows.append(_flag(Flag("event_after_page", message, "events"), own, record_id))
    return rows
