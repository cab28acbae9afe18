"""Cells are among the categories of their field. Not for: whether these make sense (`fields`)."""

from __future__ import annotations

import polars as pl

from opendata.validation.issues import shorten
from opendata.validation.standard.fields import category_values
from opendata.validation.standard.keys import objects
from opendata.validation.values.found import Found, Listing, found, join
from opendata.validation.values.logical import value_text
from opendata.validation.values.table import ROW, Table

_TYPE = "opendata-category"


class Categories:
    """One issue for each cell that is no category; empty cells are left out."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._allowed = {
            str(field["name"]): [value_text(one) for one in category_values(field)]
            for field in objects(table.schema.get("fields"))
            if field.get("name") in table.fields and category_values(field)
        }
        self._wrong = {name: Listing() for name in self._allowed}
        self.fields = tuple(self._allowed)

    def add(self, part: pl.DataFrame) -> None:
        """Looks at some rows."""
        for name, values in self._allowed.items():
            known = pl.Series(values, dtype=pl.String).implode()
            self._wrong[name].add(part.select(ROW, name).filter(~pl.col(name).is_in(known)))

    def found(self) -> Found:
        """What was found in all rows."""
        every = self._wrong.items()
        return join(_found(self._table, name, self._allowed[name], one) for name, one in every)


def _found(table: Table, name: str, allowed: list[str | None], wrong: Listing) -> Found:
    expected = shorten(", ".join(map(repr, allowed[:20])), 120)
    issues = (
        table.issue(
            f"{name} is {shorten(repr(cells[name]), 60)}, which is no category; expected one of "
            f"{expected}. Mend the cell, or add the category",
            row,
            name,
            _TYPE,
        )
        for row, cells in wrong.rows()
    )
    return found(issues, wrong.total, f"{table.place}: {_TYPE} in {name}")
