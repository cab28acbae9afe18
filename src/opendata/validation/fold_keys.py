"""Foreign keys: one error for each missing key, however many rows point to it.

Not for: other keys (`fold_rows`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from frictionless import Error, errors

from opendata.validation.checked import Checked

# A key that is missing: table, columns, values.
Key = tuple[object, ...]


def one_error_for_each_missing_key(found: Sequence[Checked]) -> tuple[Checked, ...]:
    """The first error of each key; a warning says how many more rows point to it."""
    missing = [(key, error) for one in found for error in one.errors if (key := _key(one, error))]
    counts = Counter(key for key, _ in missing)
    first: dict[Key, Error] = {}
    for key, error in missing:
        first.setdefault(key, error)

    def with_first(one: Checked) -> Checked:
        def wanted(error: Error) -> bool:
            key = _key(one, error)
            return not key or first[key] is error

        own = [key for e in one.errors if (key := _key(one, e)) and first[key] is e]
        return one.keep(wanted, *(_note(key, counts[key] - 1) for key in own if counts[key] > 1))

    return tuple(with_first(one) for one in found)


def _key(one: Checked, error: Error) -> Key | None:
    if not isinstance(error, errors.ForeignKeyError):
        return None
    columns = tuple(error.reference_field_names)
    return (error.reference_name or one.resource, columns, *error.field_cells)


def _note(key: Key, more: int) -> str:
    return f"missing key: {more} more rows point to {key[0]} {', '.join(map(str, key[2:]))}"
