"""What a package publishes of one page, in the form that answers are compared with."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from opendata.package.load import Package

Rows = Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Published:
    """The rows of one page. `by_id` finds the records of a table."""

    article: Any
    rows: Mapping[str, list[Any]]
    by_id: Mapping[str, Mapping[str, Any]]

    def of(self, table: str) -> list[Any]:
        """The page's rows of a table."""
        return self.rows.get(table, [])

    def events(self) -> list[Any]:
        """The events that the page reports."""
        return [self.by_id["events"][row.event_id] for row in self.of("event_articles")]

    def chairs(self, event: Any) -> set[str]:
        """Folded names of those who chaired an event, by this page."""
        return {
            folded(self.by_id["persons"][row.person_id].name)
            for row in self.of("participations")
            if row.event_id == event.event_id and row.role == "chair"
        }


_OF_THE_ARTICLE = "title kicker published_on published_at byline province_id language outlet_id"

ABSENT = Published(
    SimpleNamespace(**dict.fromkeys(_OF_THE_ARTICLE.split())),
    rows={},
    by_id={name: {} for name in ("events", "directives", "persons", "organisations", "provinces")},
)
"""What a package publishes of a page that it does not hold: all that is asked of it is missed."""


def published_pages(package: Package) -> dict[str, Published]:
    """What is published of each page, by the SHA-256 of its source."""
    tables: Rows = package.tables
    by_id = {
        name: {getattr(row, key): row for row in tables[name]}
        for name, key in (
            ("events", "event_id"),
            ("directives", "directive_id"),
            ("persons", "person_id"),
            ("organisations", "organisation_id"),
            ("provinces", "province_id"),
        )
    }
    rows: dict[str, dict[str, list[Any]]] = {}
    for name, found in tables.items():
        for row in found:
            owner = getattr(row, "article_id", None)
            if owner:
                rows.setdefault(owner, {}).setdefault(name, []).append(row)
    return {
        one.source_sha256: Published(one, rows.get(one.article_id, {}), by_id)
        for one in tables["articles"]
    }


def folded(text: str | None) -> str:
    """NFC, blanks folded, case aside: how values are compared."""
    return " ".join(unicodedata.normalize("NFC", text or "").split()).casefold()
