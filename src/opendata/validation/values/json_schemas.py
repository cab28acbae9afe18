"""Objects and arrays in cells fit the `jsonSchema` of their field's constraints.

Each distinct value is judged once. Not for: whether it is a JSON Schema (`fields`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl
from jsonschema.exceptions import best_match
from referencing.exceptions import Unresolvable

from opendata.validation.issues import shorten
from opendata.validation.json_schema import validator
from opendata.validation.standard.keys import objects
from opendata.validation.values.found import Found, Listing, found, join
from opendata.validation.values.table import ROW, Table

_TYPE = "opendata-json-schema"
_REMEMBERED = 100_000


class JsonSchemas:
    """One issue for each cell that does not fit. `schemas` are by field."""

    def __init__(self, table: Table, schemas: Mapping[str, Mapping[str, Any]]) -> None:
        self._table = table
        self._judges = {name: _Judge(one) for name, one in schemas.items() if name in table.fields}
        self._wrong = {name: Listing() for name in self._judges}
        self._obstacle = ""
        self.fields = tuple(self._judges)

    def add(self, part: pl.DataFrame) -> None:
        """Looks at some rows."""
        for name, judge in self._judges.items():
            texts = part[name].drop_nulls().unique().to_list()
            try:
                bad = [text for text in texts if judge.problem(text)]
            except (Unresolvable, RecursionError, ValueError) as error:
                self._obstacle = shorten(str(error))
                return
            if bad:
                listed = pl.Series(bad, dtype=pl.String).implode()
                self._wrong[name].add(part.select(ROW, name).filter(pl.col(name).is_in(listed)))

    def found(self) -> Found:
        """What was found in all rows."""
        if self._obstacle:
            note = f"{self._table.place}: jsonSchema not checked: it cannot be used "
            return Found((), 0, (f"{note}({self._obstacle})",))
        every = self._wrong.items()
        return join(_found(self._table, name, self._judges[name], one) for name, one in every)


def json_schemas(schema: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The `jsonSchema` of each field that has one."""
    fields = [(one.get("name"), one.get("constraints")) for one in objects(schema.get("fields"))]
    return {
        str(name): constraints["jsonSchema"]
        for name, constraints in fields
        if isinstance(constraints, dict) and isinstance(constraints.get("jsonSchema"), dict)
    }


class _Judge:
    """Finds what is wrong with a value, once for each."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._validator = validator(schema)
        self._known: dict[str, str] = {}

    def problem(self, text: str) -> str:
        """What is wrong, or nothing."""
        if text not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            error = best_match(self._validator.iter_errors(json.loads(text)))
            self._known[text] = shorten(error.message) if error else ""
        return self._known[text]


def _found(table: Table, name: str, judge: _Judge, wrong: Listing) -> Found:
    def issues() -> Iterator[Any]:
        for number, row in wrong.rows():
            note = f"{name}: {judge.problem(str(row[name]))}; expected what its jsonSchema says. "
            yield table.issue(f"{note}Mend the cell", number, name, _TYPE)

    return found(issues(), wrong.total, f"{table.place}: {_TYPE} in {name}")
