"""A table's rows, column by column, with the values that its schema gives them.

Not for: finding faults in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import polars as pl
from frictionless import Field
from frictionless.resources import TableResource
from frictionless.table.row import create_cell_handlers

from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.opened import open_table
from opendata.validation.columnar.rows import read_rows
from opendata.validation.issues import Issue
from opendata.validation.values.logical import Logical, typed

ROW = "#"
_AT_ONCE = 20_000


@dataclass(frozen=True)
class Table:
    """`resource` is closed, and may be read again and again. `place` is what messages call it.

    `schema` is its Table Schema as it is written.
    """

    resource: TableResource
    place: str
    schema: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name of its resource."""
        return str(self.resource.name)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The fields that its columns hold, by name and in their order."""
        with _without_keys(self.resource) as opened:
            return {one.name: one for one in opened.header.get_expected_fields()}

    def texts(self, names: Sequence[str]) -> Iterator[pl.DataFrame]:
        """Some columns in parts: the number of each row as `#`, and values as text (`Logical`).

        The header is row 1. Rows with too many or too few cells are left out.
        """
        handlers = create_cell_handlers(list(self.fields.values()))
        columns = {name: Logical(self.fields[name], handlers[name].reader) for name in names}
        places = {name: at for at, name in enumerate(self.fields)}
        last = 0
        try:
            opened = open_table(self.resource.to_copy())
            for span, rows in read_rows(opened):
                read = {
                    name: one.column(rows.frame[str(places[name])]) for name, one in columns.items()
                }
                yield pl.DataFrame({ROW: rows.numbers, **read})
                last = span.last - 1
        except Unproven:
            yield from self._rows(columns, places, last)

    def _rows(
        self, columns: Mapping[str, Logical], places: Mapping[str, int], last: int
    ) -> Iterator[pl.DataFrame]:
        """Row by row, those after row `last`."""
        with _without_keys(self.resource) as opened:
            rows = (
                row
                for row in opened.row_stream
                if len(row.cells) == len(places) and row.row_number > last
            )
            while part := list(islice(rows, _AT_ONCE)):
                read = {
                    name: one.cells(row.cells[places[name]] for row in part)
                    for name, one in columns.items()
                }
                numbers = pl.Series([row.row_number for row in part], dtype=pl.UInt32)
                yield pl.DataFrame({ROW: numbers, **read})

    def columns(self, names: Sequence[str]) -> Iterator[pl.DataFrame]:
        """The same with numbers, days and truth values as such; other types stay text."""
        for part in self.texts(names):
            read = {name: typed(part[name], self.fields[name]) for name in names}
            yield pl.DataFrame({ROW: part[ROW], **read})

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row as a mapping from field to value, with its number as `#`."""
        for part in self.columns(tuple(self.fields)):
            yield from part.iter_rows(named=True)

    def issue(self, note: str, row: int = 0, field: str = "", type: str = "opendata-rule") -> Issue:
        """A fault of this table, for what a check gives back; `row` as `#` tells it."""
        where = f"{self.place}, row {row}" if row else self.place
        return Issue(self.name, row, field, "", type, f"{where}: {note}")


@contextmanager
def _without_keys(resource: TableResource) -> Iterator[TableResource]:
    """An open copy of a resource that looks up no keys."""
    copy = resource.to_copy()
    if copy.has_defined("schema"):
        copy.schema = copy.schema.to_copy()
        copy.schema.foreign_keys = []
        copy.schema.primary_key = []
    with copy as opened:
        yield opened
