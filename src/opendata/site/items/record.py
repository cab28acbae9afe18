"""The pages of directives, events, persons and organisations: each value with the words it was
read from, and the other records it hangs together with.

Not for: what one article says (`article`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from opendata.site.items.cards import Sheet, quote_html
from opendata.site.items.families import family
from opendata.site.items.frame import frame, section
from opendata.site.items.lines import Card, Line, field_lines, quoted
from opendata.site.items.read_there import host, participant, position, task
from opendata.site.items.values import Shown, name_link
from opendata.site.markup import definitions, escaped

MOST = 200  # entries of a list; the record's JSON and the tables have all


def directive_html(one: Any, shown: Shown) -> str:
    """Who cites a document with which words, what it implements, who implements it, its tasks."""
    name, index, words = one.directive_id, shown.index, shown.words
    relations = [
        f"{escaped(words('this_document'))} {shown.label('relation', row.relation)} "
        f"{name_link('directives', row.related_directive_id, shown)} {_words(row, shown)}"
        for row in index.rows("directive_relations", "directive_id", name)
    ]
    inverse = [
        f"{name_link('directives', row.directive_id, shown)} "
        f"{shown.label('relation', row.relation)} {words('this_document')} {_words(row, shown)}"
        for row in index.rows("directive_relations", "related_directive_id", name)
    ]
    issuances = [
        name_link("events", row.event_id, shown)
        for row in index.rows("events", "directive_id", name)
    ]
    pages = {row.article_id for row in index.rows("citations", "directive_id", name)}
    about = [
        (words("issuer"), one.issuer_id and name_link("organisations", one.issuer_id, shown)),
        (words("issued_on"), escaped(one.issued_on or one.year or words("not_stated"))),
        (words("term"), escaped(one.term or "")),
        (words("province"), one.province_id and name_link("provinces", one.province_id, shown)),
        (words("identified"), shown.label("directive_resolution", one.resolution)),
        (words("citing_pages"), words.number(len(pages))),
    ]
    title = f'<p class="lede">{escaped(one.title)}</p>' if one.title else ""
    body = (
        title
        + definitions(about, "facts")
        + _own("directives", one, name, shown)
        + section("_relations", words("does_to_others"), relations, shown, MOST)
        + section("_inverse", words("done_by_others"), inverse, shown, MOST)
        + section("_issued", words("events_of_document"), issuances, shown, MOST)
        + section("_tasks", words("tasks_set"), _tasks("directive_id", name, shown), shown, MOST)
        + section("_cited", words("cited_by"), _citing(name, shown), shown, MOST)
    )
    return frame("directives", name, body, shown, "one")


def event_html(one: Any, shown: Shown) -> str:
    """When and where an event was, who took part, which pages report it, what was tasked."""
    name, index, words = one.event_id, shown.index, shown.words
    people = [
        _entry(participant(row, shown), row, shown)
        for row in index.rows("participations", "event_id", name)
    ]
    bodies = _once(
        f"{line.label}: {line.value}"
        for row in index.rows("event_organisations", "event_id", name)
        for line in [host(row, shown)]
    )
    pages = [row.article_id for row in index.rows("event_articles", "event_id", name)]
    days = [one.starts_on, one.ends_on if one.ends_on != one.starts_on else None]
    part = one.part_of_day and shown.label("part_of_day", one.part_of_day)
    about = [
        (words("kind"), shown.label("event_kind", one.kind)),
        (words("when_it_was"), " – ".join(str(day) for day in days if day) or words("not_stated")),
        (words("part_of_day"), part),
        (words("province"), one.province_id and name_link("provinces", one.province_id, shown)),
        (words("place"), escaped(one.place or "")),
        (words("status"), shown.label("event_status", one.status)),
        (words("issues"), one.directive_id and name_link("directives", one.directive_id, shown)),
    ]
    body = (
        definitions(about, "facts")
        + _own("events", one, name, shown)
        + section("_people", words("participants"), people, shown, MOST)
        + section("_bodies", words("organisations_there"), bodies, shown, MOST)
        + section("_tasks", words("tasks_set"), _tasks("event_id", name, shown), shown, MOST)
        + _beside(pages, shown)
        + section("_pages", words("reported_by"), _articles(pages, shown), shown, MOST)
    )
    return frame("events", name, body, shown, "one")


def _beside(pages: Sequence[str], shown: Shown) -> str:
    """Documents and figures of the pages that report only this event: theirs, not surely its."""
    index, words = shown.index, shown.words
    alone = [one for one in pages if len(index.rows("event_articles", "article_id", one)) == 1]
    documents = _once(
        name_link("directives", row.directive_id, shown)
        for one in alone
        for row in index.rows("citations", "article_id", one)
    )
    return section("_documents", words("documents_there"), documents, shown, MOST)


def person_html(one: Any, shown: Shown) -> str:
    """The positions that pages give a person, and the events the person took part in."""
    name, index, words = one.person_id, shown.index, shown.words
    held = [
        _entry(position(row, shown), row, shown)
        for row in index.rows("positions", "person_id", name)
    ]
    events = [
        f"{shown.label('participation_role', row.role)}: "
        f"{name_link('events', row.event_id, shown)} {_words(row, shown)}"
        for row in index.rows("participations", "person_id", name)
    ]
    body = (
        _own("persons", one, name, shown)
        + section("_positions", words("positions_held"), held, shown, MOST)
        + section("_events", words("took_part"), events, shown, MOST)
    )
    return frame("persons", name, body, shown, "one")


def organisation_html(one: Any, shown: Shown) -> str:
    """The documents an organisation issued, its events, and who holds positions there."""
    name, index, words = one.organisation_id, shown.index, shown.words
    issued = [
        name_link("directives", row.directive_id, shown)
        for row in index.rows("directives", "issuer_id", name)
    ]
    events = _once(
        f"{shown.label('event_organisation_role', row.role)}: "
        f"{name_link('events', row.event_id, shown)}"
        for row in index.rows("event_organisations", "organisation_id", name)
    )
    people = _once(
        f"{name_link('persons', row.person_id, shown)}: {escaped(row.title)}"
        for row in index.rows("positions", "organisation_id", name)
    )
    body = (
        _own("organisations", one, name, shown)
        + section("_issued", words("issued_documents"), issued, shown, MOST)
        + section("_events", words("took_part"), events, shown, MOST)
        + section("_people", words("people_there"), people, shown, MOST)
    )
    return frame("organisations", name, body, shown, "one")


def _own(table: str, one: Any, name: str, shown: Shown) -> str:
    """The record's own fields with the evidence of each, what is doubtful, looser links."""
    words = shown.words
    lines = field_lines(table, one, shown.index.shared("evidence", table, name), shown)
    card = Card(family(table), words("evidence_per_value"), tuple(lines))
    doubts = _once(
        f"{shown.label('flag_code', row.code)}: "
        f'<span lang="en">{escaped(row.message)}</span>{_candidates(row, table, shown)}'
        for row in shown.index.shared("flags", table, name)
    )
    same = [
        f"{name_link(table, row.same_as_id, shown)} "
        f'<span class="form" lang="en">{escaped(row.basis)}</span>'
        for row in shown.index.shared("same_as", table, name)
    ]
    return (
        f'<div data-search-exclude="">{Sheet(shown).cards([card])}</div>'
        + section("_doubts", words("doubts"), doubts, shown, MOST)
        + section("_same", words("may_be_same"), same, shown, MOST)
    )


def _candidates(row: Any, table: str, shown: Shown) -> str:
    """Links to those records of the package that the message of a flag names."""
    named = [word.strip(".,:;()") for word in row.message.split()]
    links = [name_link(table, one, shown) for one in named if one in shown.index.one[table]]
    return f" ({', '.join(links)})" if links else ""


def _citing(directive: str, shown: Shown) -> list[str]:
    """An entry for each page that cites a document, with every mention."""
    pages: dict[str, list[Any]] = {}
    for row in shown.index.rows("citations", "directive_id", directive):
        pages.setdefault(row.article_id, []).append(row)
    return [
        f"{_article(article, shown)} "
        + " ".join(
            f'{quote_html(quoted(row), shown)} <span class="form">'
            f"{shown.label('citation_form', row.form)}</span>"
            for row in rows
        )
        for article, rows in pages.items()
    ]


def _tasks(column: str, record: str, shown: Shown) -> list[str]:
    return [_task(row, shown) for row in shown.index.rows("tasks", column, record)]


def _task(row: Any, shown: Shown) -> str:
    line = task(row, shown)
    if " ".join(row.quote.split()) != row.text:
        return _entry(line, row, shown)
    assignee = f' <span class="form">{escaped(row.assignee)}</span>' if row.assignee else ""
    return f"<strong>{line.label}</strong> {_words(row, shown)}{assignee}"


def _entry(line: Line, row: Any, shown: Shown) -> str:
    return f"<strong>{line.label}</strong> {line.value} {_words(row, shown)}"


def _words(row: Any, shown: Shown) -> str:
    return quote_html(quoted(row), shown)


def _articles(pages: Iterable[str], shown: Shown) -> list[str]:
    return [_article(one, shown) for one in pages]


def _article(article: str, shown: Shown) -> str:
    row = shown.index.one["articles"].get(article)
    day = f" <time>{row.published_on}</time>" if row is not None and row.published_on else ""
    return name_link("articles", article, shown) + day


def _once(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parts))
