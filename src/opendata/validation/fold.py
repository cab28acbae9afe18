"""One fault, one error: takes out what frictionless says again of a fault that is named already.

A fault never disappears: of each one error stays. Not for: finding faults, or what `validate`
returns, which is complete.
"""

from __future__ import annotations

from collections.abc import Sequence

from frictionless import Error, errors

from opendata.validation.checked import Checked
from opendata.validation.fold_columns import without_consequences_of_columns
from opendata.validation.fold_files import without_consequences_of_files
from opendata.validation.fold_keys import one_error_for_each_missing_key
from opendata.validation.fold_rows import without_consequences_in_rows

_NAMED = ("opendata-key", "opendata-remote-path")


def fold(found: Sequence[Checked]) -> tuple[Checked, ...]:
    """From the outside in: files, columns, rows, keys."""
    found = without_consequences_of_files(found)
    found = [_without_named(one) for one in found]
    found = without_consequences_of_columns(found)
    found = [without_consequences_in_rows(one) for one in found]
    return one_error_for_each_missing_key(found)


def _without_named(one: Checked) -> Checked:
    """An address that is not fetched, or a key that cannot be looked up, is named by ours."""
    if not any(error.type in _NAMED for error in one.errors):
        return one

    def wanted(error: Error) -> bool:
        return not isinstance(error, errors.ResourceError | errors.ForeignKeyError)

    return one.keep(wanted)
