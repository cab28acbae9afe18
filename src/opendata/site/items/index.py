"""The rows of a package by what they point to, so that a page finds its own at once.

Not for: how they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opendata.records.tables import TABLES, pointers
from opendata.site.release import Release

Rows = Sequence[Any]

# The records that have a page each, and those whose page says how it was read.
ITEMS = ("articles", "events", "directives", "persons", "organisations")
_SHARED = ("evidence", "flags", "same_as")  # name their record by `table` and `record_id`


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of a release.

    `one` gives a row by table and id, `pointing` rows by (table, column, id), `about` those of the
    shared tables by (their table, the record's table, its id); `corrections` are the evidence of
    no page.
    """

    release: Release
    one: Mapping[str, Mapping[str, Any]]
    pointing: Mapping[tuple[str, str, str], Rows]
    about: Mapping[tuple[str, str, str], Rows]

    def rows(self, table: str, column: str, record_id: str) -> Rows:
        """The rows of a table whose column names the record."""
        return self.pointing.get((table, column, record_id), ())

    def shared(self, kind: str, table: str, record_id: str) -> Rows:
        """The rows of evidence, flags or looser links about a record."""
        return self.about.get((kind, table, record_id), ())


def index(release: Release) -> Index:
    """Sorts the rows of a release, in one pass."""
    pointing: dict[tuple[str, str, str], list[Any]] = {}
    about: dict[tuple[str, str, str], list[Any]] = {}
    one: dict[str, dict[str, Any]] = {}
    for table in TABLES:
        rows, columns = release.tables[table.name], pointers()[table.name]
        if len(table.key) == 1:
            one[table.name] = {getattr(row, table.key[0]): row for row in rows}
        for row in rows:
            for column in columns:
                value = getattr(row, column)
                if value is not None:
                    pointing.setdefault((table.name, column, value), []).append(row)
        if table.name in _SHARED:
            for shared in rows:
                named: Any = shared
                record = (named.table, named.record_id)
                about.setdefault((table.name, *record), []).append(named)
                if table.name == "evidence" and named.article_id is None:
                    about.setdefault(("corrections", *record), []).append(named)
    return Index(release, one, pointing, about)
