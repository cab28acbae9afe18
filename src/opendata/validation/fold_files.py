"""Files: one that cannot be read troubles all tables that point to it. Not for: what is in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frictionless import Error, errors

from opendata.validation.checked import Checked

# Why a file cannot be read: type and note of the error.
Reason = tuple[str, str]


def without_consequences_of_files(found: Sequence[Checked]) -> list[Checked]:
    """Each table with what is wrong on its own account."""
    at_fault = _at_fault(found)
    return [_without_size_of_changed_file(_without_cascade(one, at_fault)) for one in found]


def _at_fault(found: Sequence[Checked]) -> dict[Reason, frozenset[str]]:
    """For each reason why a file cannot be read the tables that have it on their own account.

    A table that is looked up by keys gives its reason to those that point to it.
    """
    holders: dict[Reason, dict[str, Checked]] = {}
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


def _without_cascade(one: Checked, at_fault: Mapping[Reason, frozenset[str]]) -> Checked:
    def is_own(error: Error) -> bool:
        names = at_fault.get((error.type, error.note))
        return names is None or one.resource in names

    causes = {
        name
        for error in one.errors
        if not is_own(error)
        for name in at_fault[error.type, error.note]
    }
    notes = (f"not checked: {name} cannot be read" for name in sorted(causes))
    return one.keep(is_own, *notes)


def _without_size_of_changed_file(one: Checked) -> Checked:
    changed = any(isinstance(error, errors.HashCountError) for error in one.errors)
    return one.keep(lambda error: not (changed and isinstance(error, errors.ByteCountError)))
