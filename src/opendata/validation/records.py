"""JSON records against their JSON Schemas, and counts against the descriptor.

Not for: whether the tables say the same (`agreement`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from opendata.package.json_schema import records_schema
from opendata.records.tables import TABLES, Table
from opendata.validation.contents import Contents
from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described


def check_records(contents: Contents) -> Iterator[Issue]:
    """For each record that does not fit its schema the fault that tells most."""
    for table in TABLES:
        if not table.record:
            continue
        validator = _validator(table)
        for at, record in enumerate(contents.records[table.name]):
            error = best_match(validator.iter_errors(record))
            if error is not None:
                place = "/".join(map(str, [at, *error.absolute_path]))
                note = f"{contents.paths[table.record]}, /{place} ({_id(record, table)}): "
                note += f"{shorten(error.message)}. Build the package again, or mend the record"
                yield package_issue("opendata-record", note, resource=table.record)


def _validator(table: Table) -> Draft202012Validator:
    schema = records_schema(table)
    one = {"$schema": schema["$schema"], **schema["items"], "$defs": schema["$defs"]}
    return Draft202012Validator(one, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _id(record: Any, table: Table) -> str:
    return str(record.get(table.key[0], "no id")) if isinstance(record, dict) else "no object"


def check_counts(contents: Contents, described: Described) -> Iterator[Issue]:
    """`rowCount` and `recordCount` of the descriptor."""
    actual = {t.name: ("rowCount", len(contents.rows[t.name])) for t in TABLES}
    actual |= {t.record: ("recordCount", len(contents.records[t.name])) for t in TABLES if t.record}
    for place, name, resource in described.resources():
        key, count = actual.get(name, ("", 0))
        if key in resource and resource[key] != count:
            note = f"{described.file}, {place}/{key} (resource {name!r}): expected {count}, as "
            note += f"{contents.paths[name]} has, found {resource[key]!r}. Mend the count"
            yield package_issue("opendata-count", note, resource=name)
