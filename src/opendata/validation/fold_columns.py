"""Columns: where one is too many or missing, those after it and all their cells are out of place.

Not for: single rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from frictionless import Error, errors

from opendata.validation.checked import Checked


def without_consequences_of_columns(found: Sequence[Checked]) -> list[Checked]:
    """Columns that are really too many, missing or misspelt; no rows where columns have moved."""
    # Where the columns are not known, none can be told to be out of place.
    known = [one for one in found if one.fields]
    wrong = {one.resource for one in known if any(map(_is_label_error, one.errors))}
    lost = {one.resource for one in found if one.resource in wrong and _has_lost_columns(one)}
    kept = [_without_moved_columns(one) if one.resource in wrong else one for one in found]
    return [_without_keys_to(one, lost) for one in kept]


def _is_label_error(error: Error) -> bool:
    return isinstance(error, errors.LabelError)


def _without_moved_columns(one: Checked) -> Checked:
    causes = [error for error in one.errors if _is_cause(error, one)]
    # Columns that only changed places have no cause among them: the first one stands for all.
    kept = causes or list(filter(_is_label_error, one.errors))[:1]
    if not _has_moved(one):
        return one.keep(lambda error: not _is_label_error(error) or error in kept)
    rows = any(isinstance(error, errors.RowError) for error in one.errors)
    notes = ("not checked: rows, as columns are not where they should be",) if rows else ()
    content = (errors.LabelError, errors.RowError)
    return one.keep(lambda error: not isinstance(error, content) or error in kept, *notes)


def _is_cause(error: Error, one: Checked) -> bool:
    """Whether a heading is one that should not be there, or stands for one that is missing."""
    if not isinstance(error, errors.LabelError):
        return False
    extra = error.label and error.label not in one.fields
    return bool(extra) or error.field_name in set(one.fields) - set(one.labels)


def _has_moved(one: Checked) -> bool:
    """Whether a known column stands in another's place."""
    places = {name: at for at, name in enumerate(one.fields)}
    return any(places.get(label, at) != at for at, label in enumerate(one.labels))


def _has_lost_columns(one: Checked) -> bool:
    return _has_moved(one) or not set(one.fields) <= set(one.labels)


def _without_keys_to(one: Checked, lost: set[str]) -> Checked:
    """Keys that point to a table whose columns are not where they should be."""

    def target(error: Error) -> str:
        if not isinstance(error, errors.ForeignKeyError):
            return ""
        return str(error.reference_name or one.resource)

    names = sorted({target(error) for error in one.errors} & lost)
    notes = (f"not checked: keys to {name}, whose columns are wrong" for name in names)
    return one.keep(lambda error: target(error) not in lost, *notes)
