"""What one page says: a card for each record it names, with the words it says it in.

Not for: all that is known of a record (`record`), or HTML (`cards`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from opendata.records.tables import by_name, pointers
from opendata.site.items.families import FAMILIES, family
from opendata.site.items.index import Index
from opendata.site.items.lines import Card, Line, Reason, field_lines, quoted
from opendata.site.items.values import Shown, name_link, quantity, value_html
from opendata.site.markup import escaped

# Rows of a page that belong to a record, by the column that names it.
_OWNED = {
    "directives": ("citations", "directive_relations", "tasks"),
    "events": ("event_articles", "participations", "event_organisations", "tasks"),
    "persons": ("positions", "participations"),
    "organisations": (),
}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with its rows by (table, record), and what it says of a record's fields."""

    article: Any
    shown: Shown
    rows: dict[tuple[str, str], list[Any]]
    said: dict[tuple[str, str], list[Any]]

    def of(self, table: str, record: str) -> list[Any]:
        return self.rows.get((table, record), [])


def cards(article: Any, shown: Shown) -> Iterator[Card]:
    """The record: the article, what it cites and reports, whom and what it names."""
    index, name, words = shown.index, article.article_id, shown.words
    said: dict[tuple[str, str], list[Any]] = {}
    for row in index.rows("evidence", "article_id", name):
        said.setdefault((row.table, row.record_id), []).append(row)
    page = _Page(article, shown, _rows(index, name), said)
    yield Card("article", words("family_article"), tuple(_fields("articles", article, page)))
    for table, make in _MAKERS.items():
        for one in _named(table, page):
            yield make(one, page)
    yield _figures(page)
    yield _systems(page)
    yield Card("flag", words("doubts"), tuple(_doubts(page)))


def _rows(index: Index, article: str) -> dict[tuple[str, str], list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for owner, tables in _OWNED.items():
        column = _key(owner)
        for table in tables:
            if column not in pointers()[table]:
                continue
            for row in index.rows(table, "article_id", article):
                record = getattr(row, column)
                if record is not None:
                    found.setdefault((table, record), []).append(row)
    return found


def _named(table: str, page: _Page) -> Iterator[Any]:
    """The records of a table that the page names, each once, in the order of the page."""
    index, last = page.shown.index, page.article.text_length
    places: dict[str, int] = {}
    for row in index.rows("evidence", "article_id", page.article.article_id):
        if row.table == table:
            at = last if row.start is None else row.start
            places[row.record_id] = min(at, places.get(row.record_id, at))
    for other, record in page.rows:
        if other in _OWNED[table] and record in index.one[table]:
            places.setdefault(record, last)
    for record in sorted(places, key=lambda one: (places[one], one)):
        if record in index.one[table]:
            yield index.one[table][record]


def _key(table: str) -> str:
    return by_name()[table].key[0]


def _name(table: str, row: Any, shown: Shown) -> str:
    return name_link(table, getattr(row, _key(table)), shown)


def _fields(table: str, row: Any, page: _Page) -> list[Line]:
    shown, name = page.shown, getattr(row, _key(table))
    of_no_page = shown.index.shared("corrections", table, name)
    evidence = (*page.said.get((table, name), ()), *of_no_page)
    return field_lines(table, row, evidence, shown, spoken_of=True)


def _directive(one: Any, page: _Page) -> Card:
    shown, words, record = page.shown, page.shown.words, one.directive_id
    same: dict[str, list[Reason]] = {}
    for row in page.of("citations", record):
        same.setdefault(cited(row, shown), []).append(quoted(row))
    lines = [
        Line(words("cited_as"), value, "citation", tuple(those)) for value, those in same.items()
    ]
    lines += _fields("directives", one, page)
    lines += [
        Line(
            shown.label("relation", row.relation),
            name_link("directives", row.related_directive_id, shown),
            "citation",
            (quoted(row),),
        )
        for row in page.of("directive_relations", record)
    ]
    lines += [task(row, shown) for row in page.of("tasks", record)]
    kind = shown.label("directive_resolution", one.resolution)
    return Card("citation", _name("directives", one, shown), tuple(lines), kind)


def cited(row: Any, shown: Shown) -> str:
    """A citation as written, with its form and what was mended."""
    notes = [shown.label("citation_form", row.form), *map(escaped, filter(None, [row.pinpoint]))]
    notes += [escaped(one) for one in row.repairs]
    return f'{escaped(row.as_written)} <span class="form">{", ".join(notes)}</span>'


def _event(one: Any, page: _Page) -> Card:
    shown = page.shown
    lines = _fields("events", one, page)
    lines += [participant(row, shown) for row in page.of("participations", one.event_id)]
    lines += [host(row, shown) for row in page.of("event_organisations", one.event_id)]
    lines += [task(row, shown) for row in page.of("tasks", one.event_id)]
    kind = shown.label("event_kind", one.kind)
    return Card("event", _name("events", one, shown), tuple(lines), kind)


def participant(row: Any, shown: Shown) -> Line:
    """A person's part in an event."""
    label = shown.label("participation_role", row.role)
    return Line(label, name_link("persons", row.person_id, shown), "event", (quoted(row),))


def host(row: Any, shown: Shown) -> Line:
    """An organisation's part in an event."""
    label = shown.label("event_organisation_role", row.role)
    return Line(label, name_link("organisations", row.organisation_id, shown), "organisation")


def task(row: Any, shown: Shown) -> Line:
    """A task, with whom it is set to."""
    text = escaped(row.text)
    if row.assignee:
        text += f' <span class="form">{escaped(row.assignee)}</span>'
    return Line(f"{shown.words('task')} {row.ordinal}", text, "task", (quoted(row),))


def _person(one: Any, page: _Page) -> Card:
    lines = _fields("persons", one, page)
    lines += [position(row, page.shown) for row in page.of("positions", one.person_id)]
    return Card("person", _name("persons", one, page.shown), tuple(lines))


def position(row: Any, shown: Shown) -> Line:
    """A position with where it is held."""
    value = escaped(row.title)
    if row.organisation_id:
        where = name_link("organisations", row.organisation_id, shown)
        value += f' <span class="form">{where}</span>'
    return Line(shown.label("position_status", row.status), value, "position", (quoted(row),))


def _organisation(one: Any, page: _Page) -> Card:
    lines = _fields("organisations", one, page)
    return Card("organisation", _name("organisations", one, page.shown), tuple(lines))


_MAKERS = {
    "directives": _directive,
    "events": _event,
    "persons": _person,
    "organisations": _organisation,
}


def _figures(page: _Page) -> Card:
    rows = page.shown.index.rows("figures", "article_id", page.article.article_id)
    lines = tuple(_figure(row, page.shown) for row in rows)
    return Card(family("figures"), page.shown.words(FAMILIES["figure"]), lines)


def _figure(row: Any, shown: Shown) -> Line:
    notes = [escaped(row.about or "")]
    if row.period_start:
        ends = [row.period_start, row.period_end]
        notes.append(" – ".join(escaped(one) for one in ends if one))
    if row.target is not None:
        how = row.target_formula or shown.labels.get(("figure_basis", row.target_basis), "")
        target = value_html("figures", "target", row.target, shown)
        notes.append(f"{shown.words('target')} {target} ({escaped(how)})")
    value = " · ".join(filter(None, notes))
    return Line(quantity(row, shown), value, "figure", (quoted(row),))


def _systems(page: _Page) -> Card:
    shown = page.shown
    lines = []
    for row in shown.index.rows("systems", "article_id", page.article.article_id):
        where = row.organisation_id
        owner = f' <span class="form">{name_link("organisations", where, shown)}</span>'
        name = escaped(row.name) + (owner if where else "")
        lines.append(Line(shown.words("name"), name, "system", (quoted(row),)))
    return Card(family("systems"), shown.words(FAMILIES["system"]), tuple(lines))


def _doubts(page: _Page) -> Iterator[Line]:
    for row in page.shown.index.rows("flags", "article_id", page.article.article_id):
        message = f'<span lang="en">{escaped(row.message)}</span>'
        yield Line(page.shown.label("flag_code", row.code), message, "flag")
