"""Rows that point to records, records that rows must point to. Not for: foreign keys."""

from __future__ import annotations

from collections.abc import Iterator

from opendata.package.table_schema import referring
from opendata.records.tables import TABLES, by_name
from opendata.validation.contents import Cells, Contents
from opendata.validation.evidence import evidenced_tables
from opendata.validation.issues import Issue, row_issue

# What ties these records to a page; any row that points to it ties a record of the other tables.
_TIES = {"events": ("event_articles",), "directives": ("citations",)}


def check_links(contents: Contents) -> Iterator[Issue]:
    """Rows of which `table` and `record_id` (or `same_as_id`, or `field`) name nothing."""
    for table in TABLES:
        if not {"table", "record_id"} <= table.columns.keys():
            continue
        for index, row in enumerate(contents.rows[table.name]):
            column, problem = _broken_link(row, contents)
            if problem:
                note = f"{contents.place(table.name, index)} ({row[table.key[0]]}): {problem}. "
                note += "Build the package again, or take the row out"
                yield row_issue("opendata-link", note, table.name, index, column)


def _broken_link(row: Cells, contents: Contents) -> tuple[str, str]:
    """The column at fault and what is wrong with it; both empty if nothing is."""
    name = row["table"]
    if name not in contents.ids:
        return "table", f"table is {name!r}, which has no records"
    for column in ("record_id", "same_as_id"):
        if column in row and row[column] not in contents.ids[name]:
            return column, f"{column} is {row[column]!r}, which is not in {contents.paths[name]}"
    if "field" in row and row["field"] not in by_name()[name].columns:
        return "field", f"field is {row['field']!r}, which {name} does not have"
    return "", ""


def check_orphans(contents: Contents) -> Iterator[Issue]:
    """Records that no row which was read from a page points to."""
    for table in evidenced_tables():
        (key,) = table.key
        tied = _tied(table.name, contents)
        ties = " or ".join(_TIES.get(table.name, ("any row read from a page",)))
        for index, row in enumerate(contents.rows[table.name]):
            if row[key] not in tied:
                note = f"{contents.place(table.name, index)}: no page is known for {row[key]!r}; "
                note += f"expected {ties} to name it. Build the package again, or take it out"
                yield row_issue("opendata-orphan", note, table.name, index, key)


def _tied(name: str, contents: Contents) -> set[str]:
    tied = {
        row[column]
        for other, column in referring()[name]
        if other != name and (name not in _TIES or other in _TIES[name])
        for row in contents.rows[other]
    }
    if name in _TIES:
        return tied
    quoted = (row for row in contents.rows["evidence"] if row["table"] == name and row["start"])
    return tied | {row["record_id"] for row in quoted}


def check_owners(contents: Contents) -> Iterator[Issue]:
    """Tasks of no directive or event, or of both."""
    for index, row in enumerate(contents.rows["tasks"]):
        owners = [name for name in ("directive_id", "event_id") if row[name]]
        if len(owners) != 1:
            found = " and ".join(owners) or "neither"
            note = f"{contents.place('tasks', index)} ({row['task_id']}): expected exactly one of "
            note += f"directive_id and event_id, found {found}. Empty or fill one of them"
            yield row_issue("opendata-owner", note, "tasks", index, "directive_id")
