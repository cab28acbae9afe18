"""A table that frictionless has opened, as far as the columns need it; or why they cannot be used.

Not for: reading rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frictionless import Field, FrictionlessException, formats, system
from frictionless.resources import FileResource, TableResource
from frictionless.table.row import create_cell_handlers

from opendata.validation.columnar.block import Format
from opendata.validation.columnar.content import Source
from opendata.validation.columnar.errors import Unproven


@dataclass(frozen=True, slots=True)
class Opened:
    """`fields` are those that the columns hold, in order; `handlers` read their cells."""

    resource: TableResource
    fields: tuple[Field, ...]
    handlers: Mapping[str, Any]
    source: Source
    form: Format
    skipped: int


def open_table(resource: TableResource) -> Opened:
    """Raises `Unproven` if the rows are to be read one by one."""
    _check_kind(resource)
    _open(resource)
    if resource.header.missing:
        raise Unproven("there are no labels")
    fields = tuple(resource.header.get_expected_fields())
    handlers = create_cell_handlers(list(fields))
    if len(handlers) != len(fields) or not fields:
        raise Unproven("the columns have no names of their own")
    control = resource.dialect.get_control("csv")
    assert isinstance(control, formats.CsvControl)
    source = Source(
        tuple(Path(one.removeprefix("file://")) for one in resource.normpaths),
        str(resource.encoding),
        resource.compression,
        universal=resource.format != "csv",
        member=str(resource.innerpath or ""),
        headed=resource.format == "csv" and resource.dialect.header is not False,
    )
    form = Format(control.to_python(), len(fields))  # type: ignore[no-untyped-call]
    skipped = resource.dialect.create_first_content_row() - 1  # type: ignore[no-untyped-call]
    return Opened(resource, fields, handlers, source, form, skipped)


def _check_kind(resource: TableResource) -> None:
    reasons = {
        "it is open": not resource.closed,
        "errors are raised or warned of": system.onerror != "ignore",
        "it is remote": resource.remote or resource.scheme not in ("file", "multipart"),
        "its parts are packed": resource.multipart and any(map(_is_packed, resource.normpaths)),
        "it is inline": resource.data is not None or resource.memory,
        f"its format is {resource.format}": resource.format not in ("csv", "tsv"),
        "it is compressed": resource.compression not in (None, "", "gz", "zip"),
        "its schema is patched": bool(resource.detector.schema_patch),
    }
    for reason, holds in reasons.items():
        if holds:
            raise Unproven(reason)


def _is_packed(path: str) -> bool:
    part = FileResource(path=path)
    return bool(part.compression or part.remote or part.scheme != "file")


def _open(resource: TableResource) -> None:
    """Reads labels and sample, but no tables that foreign keys point to."""
    schema = resource.schema if resource.has_defined("schema") else None
    keys = schema.foreign_keys if schema else []
    if schema and keys:  # a key that is set is written out, even if it is empty
        schema.foreign_keys = []
    try:
        resource.open()  # type: ignore[no-untyped-call]
    except FrictionlessException as error:
        raise Unproven(f"it cannot be opened: {error}") from error
    finally:
        resource.close()
        if schema and keys:
            schema.foreign_keys = keys
