"""One fault, one error: takes out what frictionless says again of a fault that it has named.

A fault never disappears: of each one error stays. Not for: finding faults.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from frictionless import Error, ReportTask, errors

from opendata.validation.issues import Issue
from opendata.validation.paths import is_ours_to_hash
from opendata.validation.source import Described

# A key that is missing: table, columns, values.
Key = tuple[object, ...]
# Why a file cannot be read: type and note of the error.
Unreadable = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one resource. `parents` are the resources that its keys point to."""

    resource: str
    parents: frozenset[str]
    errors: tuple[Error, ...]
    warnings: tuple[str, ...]


def fold(
    found: Sequence[Checked], described: Described, issues: Iterable[Issue]
) -> tuple[Checked, ...]:
    """`issues` are our own of the descriptor, which name some of the faults better."""
    named = {one.resource for one in issues if one.type in ("opendata-key", "opendata-remote-path")}
    hashed = {
        name
        for _, name, resource in described.resources()
        if is_ours_to_hash(str(resource.get("hash", "")).rpartition(":")[0])
    }
    at_fault = _at_fault(found)
    steps: list[Callable[[Checked], Checked]] = [
        lambda one: _without_cascade(one, at_fault),
        lambda one: _without_named(one, named),
        _without_key_of_unread_cell,
        _without_second_key_error,
        _without_size_of_changed_file,
        lambda one: _without_hash_warning(one, hashed),
    ]
    folded = list(found)
    for step in steps:
        folded = [step(one) for one in folded]
    return _one_error_for_each_missing_key(folded)


def checked(tasks: Iterable[ReportTask], described: Described) -> tuple[Checked, ...]:
    """What frictionless found, task by task."""
    targets = {
        name: frozenset(_targets(described.schema(resource)) - {name})
        for _, name, resource in described.resources()
    }
    return tuple(
        Checked(
            task.name, targets.get(task.name, frozenset()), tuple(task.errors), tuple(task.warnings)
        )
        for task in tasks
    )


def _targets(schema: Mapping[str, object]) -> set[str]:
    keys = schema.get("foreignKeys")
    references = [
        key.get("reference")
        for key in (keys if isinstance(keys, list) else [])
        if isinstance(key, dict)
    ]
    return {str(one.get("resource") or "") for one in references if isinstance(one, dict)} - {""}


def _at_fault(found: Sequence[Checked]) -> dict[Unreadable, frozenset[str]]:
    """For each reason why a file cannot be read the tables that have it on their own account.

    A table that is looked up by keys gives its reason to those that point to it.
    """
    holders: dict[Unreadable, dict[str, Checked]] = {}
    for one in found:
        for error in one.errors:
            if isinstance(error, errors.ResourceError):
                holders.setdefault((error.type, error.note), {})[one.resource] = one
    return {
        reason: frozenset(
            # Where keys run in a circle none stands out: then all are.
            {name for name, one in held.items() if not one.parents & held.keys()} or held
        )
        for reason, held in holders.items()
    }


def _without_cascade(one: Checked, at_fault: Mapping[Unreadable, frozenset[str]]) -> Checked:
    kept: list[Error] = []
    causes: set[str] = set()
    for error in one.errors:
        names = at_fault.get((error.type, error.note), frozenset())
        if one.resource in names or not names:
            kept.append(error)
        else:
            causes |= names & one.parents or names
    notes = tuple(f"not checked: {name} cannot be read" for name in sorted(causes))
    return replace(one, errors=tuple(kept), warnings=one.warnings + notes)


def _without_named(one: Checked, named: set[str]) -> Checked:
    """An address that is not fetched, or a key that cannot be looked up, is named by ours."""
    if one.resource not in named:
        return one
    kept = tuple(
        e for e in one.errors if not isinstance(e, errors.ResourceError | errors.ForeignKeyError)
    )
    return replace(one, errors=kept)


def _without_key_of_unread_cell(one: Checked) -> Checked:
    """A key whose cell is of a wrong type counts as empty."""
    rows = {e.row_number for e in one.errors if isinstance(e, errors.CellError)}
    kept = tuple(
        e
        for e in one.errors
        if not (isinstance(e, errors.PrimaryKeyError) and e.row_number in rows and "None" in e.note)
    )
    return replace(one, errors=kept)


def _without_second_key_error(one: Checked) -> Checked:
    """A key of one column that is also `unique` is reported as both."""
    rows = {e.row_number for e in one.errors if isinstance(e, errors.PrimaryKeyError)}
    kept = tuple(
        e for e in one.errors if not (isinstance(e, errors.UniqueError) and e.row_number in rows)
    )
    return replace(one, errors=kept)


def _without_size_of_changed_file(one: Checked) -> Checked:
    if not any(isinstance(e, errors.HashCountError) for e in one.errors):
        return one
    kept = tuple(e for e in one.errors if not isinstance(e, errors.ByteCountError))
    return replace(one, errors=kept)


def _without_hash_warning(one: Checked, hashed: set[str]) -> Checked:
    if one.resource not in hashed:
        return one
    kept = tuple(w for w in one.warnings if not w.startswith("hash is ignored"))
    return replace(one, warnings=kept)


def _one_error_for_each_missing_key(found: Sequence[Checked]) -> tuple[Checked, ...]:
    """However many rows point to it."""
    missing = [(key, e) for one in found for e in one.errors if (key := _missing(one, e))]
    counts = Counter(key for key, _ in missing)
    first: dict[Key, Error] = {}
    for key, error in missing:
        first.setdefault(key, error)
    return tuple(_with_first(one, first, counts) for one in found)


def _with_first(one: Checked, first: Mapping[Key, Error], counts: Mapping[Key, int]) -> Checked:
    kept = tuple(e for e in one.errors if not (key := _missing(one, e)) or first[key] is e)
    repeated = [key for e in kept if (key := _missing(one, e)) and counts[key] > 1]
    notes = tuple(
        f"missing key: {counts[key] - 1} more rows point to {key[0]} {', '.join(map(str, key[2:]))}"
        for key in repeated
    )
    return replace(one, errors=kept, warnings=one.warnings + notes)


def _missing(one: Checked, error: Error) -> Key | None:
    """The key that a row points to and that is not there: table, columns, values."""
    if not isinstance(error, errors.ForeignKeyError):
        return None
    columns = tuple(error.reference_field_names)
    return (error.reference_name or one.resource, columns, *error.field_cells)
