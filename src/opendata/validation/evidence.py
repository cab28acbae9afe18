"""No value without a reason: every published value has a row of evidence that states it.

Not for: whether the quotes are right (`offsets`).
"""

from __future__ import annotations

from collections.abc import Iterator

from opendata.records.tables import TABLES, Table
from opendata.validation.contents import Contents
from opendata.validation.issues import Issue, row_issue

# Codes that say that nothing is known, for which there is nothing to show.
_NOTHING_KNOWN = {"none", "unknown"}


def evidenced_tables() -> tuple[Table, ...]:
    """The tables whose records own evidence."""
    return tuple(
        table for table in TABLES if any(child.table == "evidence" for child in table.children)
    )


def check_evidence(contents: Contents) -> Iterator[Issue]:
    """Records with values that no evidence row states; one issue names all fields of a record."""
    stated = {
        (row["table"], row["record_id"], row["field"], row["value"])
        for row in contents.rows["evidence"]
    }
    for table in evidenced_tables():
        (key,) = table.key
        fields = [n for n in table.columns if n != key and n not in table.without_evidence]
        for index, row in enumerate(contents.rows[table.name]):
            bare = [
                name
                for name in fields
                if row[name]
                and row[name] not in _NOTHING_KNOWN
                and (table.name, row[key], name, row[name]) not in stated
            ]
            if bare:
                values = ", ".join(f"{name} ({row[name]!r})" for name in bare)
                note = f"{contents.place(table.name, index)} ({row[key]}): no row of "
                note += f"{contents.paths['evidence']} states {values}. Build the package again"
                yield row_issue("opendata-evidence", note, table.name, index, bare[0])
