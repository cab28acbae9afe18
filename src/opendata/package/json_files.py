"""Nested records to JSON and back: an array, one record a line. Not for: flat tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from opendata.errors import InputError
from opendata.records.base import Row
from opendata.records.tables import Table


def write_json(path: Path, records: Iterable[Row]) -> int:
    """Writes the records, leaving out what is absent; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("[")
        for record in records:
            file.write(",\n" if count else "\n")
            file.write(record.model_dump_json(exclude_none=True))
            count += 1
        file.write("\n]\n" if count else "]\n")
    return count


def read_json(path: Path, table: Table) -> tuple[Row, ...]:
    """The records of a file that `write_json` wrote, equal to those that were written."""
    from pydantic import TypeAdapter, ValidationError

    try:
        records: list[Row] = TypeAdapter(list[table.model]).validate_json(path.read_bytes())  # type: ignore[name-defined]
    except ValidationError as error:
        one = error.errors()[0]
        raise InputError(
            path.name,
            one["msg"],
            "Run `opendata validate` on the package for the whole list",
            "/".join(map(str, one["loc"])),
        ) from None
    return tuple(records)
