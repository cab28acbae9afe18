"""Suspect rows, read by frictionless one by one → its errors, in its order.

Not for: finding the rows (`scan`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frictionless import Error, errors
from frictionless.table.row import Row

from opendata.validation.columnar.keys import Reference, Wanted
from opendata.validation.columnar.opened import Opened
from opendata.validation.columnar.rows import read_again
from opendata.validation.columnar.scan import Scan, suspects_by_span


def explain(opened: Opened, wanted: Wanted, scan: Scan) -> Iterator[tuple[int, list[Error]]]:
    """The number of each row with errors, in order, and its errors in order."""
    memory = _Memory(wanted)
    lost = [set(one.to_list()) for one in scan.keys.lost]
    for rows in read_again(opened, suspects_by_span(scan)):
        for number, cells in rows:
            row = Row(cells, handlers=opened.handlers, row_number=number)  # type: ignore[arg-type]
            memory.check_unique(row)
            memory.check_primary(row)
            for reference, numbers in zip(wanted.references, lost, strict=True):
                cells_of_key = [row[name] for name in reference.fields]  # read in this order
                if number in numbers:
                    row.errors.append(_lost(row, reference, cells_of_key))
            if row.errors:
                yield number, list(row.errors)


class _Memory:
    """Where keys stood last, as frictionless remembers them, but only of suspect rows.

    All rows with the same key are suspects, so none is forgotten.
    """

    def __init__(self, wanted: Wanted) -> None:
        self._unique: dict[str, dict[Any, int]] = {name: {} for name in wanted.unique}
        self._key = wanted.primary
        self._primary: dict[tuple[Any, ...], int] = {}

    def check_unique(self, row: Row) -> None:
        for name, seen in self._unique.items():
            cell = row[name]
            if cell is None:
                continue
            match, seen[cell] = seen.get(cell), row.row_number
            if match:
                note = f"the same as in the row at position {match}"
                row.errors.append(errors.UniqueError.from_row(row, note=note, field_name=name))

    def check_primary(self, row: Row) -> None:
        if not self._key:
            return
        cells = tuple(row[name] for name in self._key)
        if set(cells) == {None}:
            note = 'cells composing the primary keys are all "None"'
            row.errors.append(errors.PrimaryKeyError.from_row(row, note=note))
            return
        match, self._primary[cells] = self._primary.get(cells), row.row_number
        if match:
            note = f"the same as in the row at position {match}"
            row.errors.append(errors.PrimaryKeyError.from_row(row, note=note))


def _lost(row: Row, reference: Reference, cells: list[Any]) -> Error:
    note = (
        f'for "{", ".join(reference.fields)}": values "{", ".join(map(str, cells))}" not found '
        f'in the lookup table "{reference.source}" as "{", ".join(reference.source_fields)}"'
    )
    error: Error = errors.ForeignKeyError.from_row(
        row,
        note=note,
        field_names=list(reference.fields),
        field_values=cells,
        reference_name=reference.source,
        reference_field_names=list(reference.source_fields),
    )
    return error
