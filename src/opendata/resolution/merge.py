"""The rows of all pages as one set of tables: equal ids are one record, made of all its statements.

Not for: what one page gives (`page_rows`), or files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import permutations

from opendata.authority import Authority
from opendata.records.article import Article
from opendata.records.base import Row
from opendata.records.directive import Directive
from opendata.records.event import Event
from opendata.records.evidence import Evidence, Flag, SameAs
from opendata.records.reference import Outlet, Province
from opendata.records.tables import TABLES, by_name, row_id
from opendata.resolution.page_rows import PageRows
from opendata.resolution.statements import assemble

Tables = dict[str, tuple[Row, ...]]


def merge(pages: Iterable[PageRows], authority: Authority) -> Tables:
    """The rows of every table, sorted by key. The order of the pages does not matter."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    statements: dict[tuple[str, str], list[Evidence]] = {}
    base: dict[str, dict[str, object]] = {}
    for page in pages:
        base[page.article_id] = page.base
        for name, found in page.rows.items():
            rows[name] += found
        for one in page.statements:
            statements.setdefault((one.table, one.record_id), []).append(one)
    for (table, record_id), said in statements.items():
        own = base.get(record_id, {}) if table == "articles" else {}
        rows[table].append(assemble(table, record_id, said, own))
        rows["evidence"] += said
    rows["same_as"] = [*_same_directives(rows["directives"]), *_same_events(rows["events"])]
    rows["flags"] += _same_texts(rows["articles"])
    return with_reference_rows(sort_rows(rows), authority)


def sort_rows(rows: dict[str, list[Row]]) -> Tables:
    """Every table by its key, in order of code points, each key once."""
    out: Tables = {}
    for name, found in rows.items():
        key = by_name()[name].key
        unique = {tuple(getattr(row, part) for part in key): row for row in found}
        out[name] = tuple(unique[part] for part in sorted(unique))
    return out


def with_reference_rows(tables: Tables, authority: Authority) -> Tables:
    """The outlets and provinces that the other rows point to."""
    outlets = {row.outlet_id for row in tables["articles"]} - {None}  # type: ignore[attr-defined]
    used_outlets = [o for o in authority.outlets if o.outlet_id in outlets]
    places = {o.outlet_id: _outlet_province(o.province, authority) for o in used_outlets}
    provinces = {
        getattr(row, "province_id", None)
        for name in ("articles", "events", "directives", "organisations", "persons")
        for row in tables[name]
    } | set(places.values())
    return {
        **tables,
        "outlets": tuple(
            Outlet(
                outlet_id=o.outlet_id,
                name=o.name,
                province_id=places[o.outlet_id],
                host=o.hosts[0] if o.hosts else None,
            )
            for o in sorted(used_outlets, key=lambda o: o.outlet_id)
        ),
        "provinces": tuple(
            Province(
                province_id=p.province_id,
                name=p.name,
                division=p.division,
                valid_from=p.valid_from,
                valid_to=p.valid_to,
                gso_code=p.gso_code,
                iso_code=p.iso_code,
                successor_id=p.successor_id,
            )
            for p in sorted(authority.provinces, key=lambda p: p.province_id)
            if p.province_id in provinces
        ),
    }


def _outlet_province(name: str | None, authority: Authority) -> str | None:
    """The province of an outlet, in the division that its name belongs to first."""
    named = authority.provinces_by_name.get(name or "", ())
    return min((p.province_id for p in named), key=lambda id: not id.endswith("-63"), default=None)


def _same_directives(rows: list[Row]) -> list[Row]:
    """Documents of one kind, number, symbol and province of which one has no day, term or year."""

    def key(row: Row) -> tuple[object, ...] | None:
        if not isinstance(row, Directive) or not row.number or not row.symbol:
            return None
        return row.kind, row.number.lstrip("0"), row.symbol, row.province_id

    def agree(a: Row, b: Row) -> bool:
        if not isinstance(a, Directive) or not isinstance(b, Directive):
            return False
        pairs = [(a.year, b.year), (a.term, b.term), (a.issued_on, b.issued_on)]
        return all(x is None or y is None or x == y for x, y in pairs)

    return _links("directives", rows, key, agree, "same kind, number, symbol and province")


def _same_events(rows: list[Row]) -> list[Row]:
    """Events of one kind, day and province that different bodies are said to have held."""

    def key(row: Row) -> tuple[object, ...] | None:
        if not isinstance(row, Event) or not row.starts_on or not row.province_id:
            return None
        return row.kind, row.starts_on, row.province_id, row.directive_id

    return _links("events", rows, key, lambda a, b: True, "same kind, day and province")


def _links(
    table: str,
    rows: list[Row],
    key: Callable[[Row], tuple[object, ...] | None],
    agree: Callable[[Row, Row], bool],
    basis: str,
) -> list[Row]:
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found = key(row)
        if found:
            groups.setdefault(found, []).append(row)
    (name,) = by_name()[table].key
    return [
        SameAs(table=table, record_id=getattr(a, name), same_as_id=getattr(b, name), basis=basis)
        for group in groups.values()
        for a, b in permutations(group, 2)
        if agree(a, b)
    ]


def _same_texts(rows: list[Row]) -> list[Row]:
    """A flag on every page whose text also stands on another."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        if isinstance(row, Article):
            groups.setdefault(row.text_sha256, []).append(row.article_id)
    return [
        Flag(
            flag_id=row_id("flags", article_id=own, code="duplicate_text"),
            article_id=own,
            table="articles",
            record_id=own,
            code="duplicate_text",
            message=f"The same text as {', '.join(sorted(set(ids) - {own}))}.",
        )
        for ids in groups.values()
        if len(ids) > 1
        for own in ids
    ]
