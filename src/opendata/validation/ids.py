"""Ids of mentions match their parts: page and offset. Not for: ids of records."""

from __future__ import annotations

from collections.abc import Iterator

from opendata.records.tables import TABLES
from opendata.validation.contents import Contents
from opendata.validation.issues import Issue, row_issue


def check_ids(contents: Contents) -> Iterator[Issue]:
    """Every id begins as the table's `id_form` says, and goes on after a dot or not at all."""
    for table in TABLES:
        if not table.id_form:
            continue
        (key,) = table.key
        for index, row in enumerate(contents.rows[table.name]):
            expected = table.id_form.format_map(row)
            if row[key] != expected and not row[key].startswith(f"{expected}."):
                note = f"{contents.place(table.name, index)}: {key} is {row[key]!r}; expected "
                note += f"{expected!r}, of its own columns. Build the package again"
                yield row_issue("opendata-id", note, table.name, index, key)
