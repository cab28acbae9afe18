"""Patterns that Python may try for ever on one cell are held against cells in linear time.

Such a pattern is taken out of what frictionless is given; the cells are matched here by polars, and
the errors are frictionless's own. Not for: which patterns these are (`linear`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl
from frictionless import Error, errors

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described
from opendata.validation.standard.keys import objects
from opendata.validation.values.found import MOST
from opendata.validation.values.linear import is_linear, is_risky, whole
from opendata.validation.values.table import ROW, Table


def risky_patterns(schema: Mapping[str, Any]) -> dict[str, str]:
    """The risky patterns of a schema by field."""
    stated = stated_patterns(schema)
    return {str(field.get("name")): pattern for field, pattern in stated if is_risky(pattern)}


def stated_patterns(schema: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The fields that have a pattern, each with its own."""
    for field in objects(schema.get("fields")):
        constraints = field.get("constraints")
        pattern = constraints.get("pattern") if isinstance(constraints, dict) else None
        if isinstance(pattern, str):
            yield field, pattern


def check_risky(described: Described) -> Iterator[Issue]:
    """Risky patterns that cannot be matched in linear time either."""
    for place, name, resource in described.resources():
        schema = described.schema(resource)
        risky = risky_patterns(schema)
        for at, field in enumerate(objects(schema.get("fields"))):
            pattern = risky.get(str(field.get("name")))
            if pattern is not None and not is_linear(whole(pattern)):
                where = f"{place}/schema/fields/{at}/constraints/pattern"
                note = f"{described.file}, {where} (resource {name!r}): "
                note += f"{shorten(repr(pattern), 80)} may take for ever on one cell. Write it "
                note += "without repeats in repeats, or without looking around and back"
                yield package_issue("opendata-pattern", note, resource=name, place=where)


def check_patterns(table: Table, patterns: Mapping[str, str]) -> list[Error]:
    """frictionless's own error for each cell that does not match."""
    chosen = {name: one for name, one in patterns.items() if name in table.fields}
    places = {name: at for at, name in enumerate(table.fields, start=1)}
    found: list[Error] = []
    for part in table.texts(tuple(chosen)) if chosen else ():
        for name, pattern in chosen.items():
            wrong = part.filter(~pl.col(name).str.contains(whole(pattern)))
            for number, cell in wrong.select(ROW, name).head(MOST - len(found)).iter_rows():
                found.append(
                    errors.ConstraintError(
                        note=f'constraint "pattern" is "{pattern}"',
                        cells=[cell],
                        row_number=number,
                        cell=cell,
                        field_name=name,
                        field_number=places[name],
                    )
                )
    return found
