"""Rows: of several errors that one fault of a row brings about, the one that names it.

Not for: keys that many rows point to (`fold_keys`).
"""

from __future__ import annotations

from frictionless import Error, errors

from opendata.validation.checked import Checked

_Length = errors.ExtraCellError | errors.MissingCellError


def without_consequences_in_rows(one: Checked) -> Checked:
    """Rows of the wrong length first, then keys that are told twice."""
    return _without_second_key_error(_without_key_of_unread_cell(_without_moved_cells(one)))


def _without_moved_cells(one: Checked) -> Checked:
    """In a row with too many or too few cells the others may be out of place."""
    first: dict[int, Error] = {}
    for error in one.errors:
        if isinstance(error, _Length):
            first.setdefault(error.row_number, error)

    def wanted(error: Error) -> bool:
        row = error.row_number if isinstance(error, errors.RowError) else 0
        return row not in first or first[row] is error

    return one.keep(wanted)


def _without_key_of_unread_cell(one: Checked) -> Checked:
    """A key whose cell is of a wrong type, or in a blank row, counts as empty."""
    unread = errors.CellError | errors.BlankRowError
    rows = {error.row_number for error in one.errors if isinstance(error, unread)}

    def wanted(error: Error) -> bool:
        if not isinstance(error, errors.PrimaryKeyError) or "None" not in error.note:
            return True
        return error.row_number not in rows

    return one.keep(wanted)


def _without_second_key_error(one: Checked) -> Checked:
    """A key of one column that is also `unique` is reported as both."""
    rows = {e.row_number for e in one.errors if isinstance(e, errors.PrimaryKeyError)}

    def wanted(error: Error) -> bool:
        return not (isinstance(error, errors.UniqueError) and error.row_number in rows)

    return one.keep(wanted)
