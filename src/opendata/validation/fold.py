"""One fault, one error: takes out what frictionless says again of a fault that it has named.

A fault never disappears: of each one error stays. Not for: finding faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frictionless import Error, errors

from opendata.validation.checked import Checked
from opendata.validation.fold_columns import without_consequences_of_columns
from opendata.validation.fold_files import without_consequences_of_files
from opendata.validation.fold_keys import one_error_for_each_missing_key
from opendata.validation.fold_rows import without_consequences_in_rows
from opendata.validation.issues import Issue

_NAMED = ("opendata-key", "opendata-remote-path")


def fold(found: Sequence[Checked], issues: Iterable[Issue]) -> tuple[Checked, ...]:
    """From the outside in: files, columns, rows, keys.

    `issues` are our own of the descriptor, which name some of the faults better.
    """
    named = {one.resource for one in issues if one.type in _NAMED}
    found = without_consequences_of_files(found)
    found = [_without_named(one) if one.resource in named else one for one in found]
    found = without_consequences_of_columns(found)
    found = [without_consequences_in_rows(one) for one in found]
    return one_error_for_each_missing_key(found)


def _without_named(one: Checked) -> Checked:
    """An address that is not fetched, or a key that cannot be looked up, is named by ours."""

    def wanted(error: Error) -> bool:
        return not isinstance(error, errors.ResourceError | errors.ForeignKeyError)

    return one.keep(wanted)
