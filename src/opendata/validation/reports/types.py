"""Types and tags of errors as they are named on a command line. Not for: what is said of them."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from frictionless import FrictionlessException, errors, system

from opendata.errors import InputError
from opendata.validation.errors import TYPES, is_wanted
from opendata.validation.reports.messages import messages

# A `#` begins a comment in a shell, so that tags may be named without it.
TAGS = ("table", "file", "header", "label", "row", "cell", "content", "opendata")


def read_types(option: str, stated: Iterable[str]) -> tuple[str, ...]:
    """Types and tags, as frictionless spells them, of values like `type-error,row`.

    Raises `InputError` for one that is neither.
    """
    names = [name.strip() for value in stated for name in value.split(",")]
    return tuple(_read(option, name) for name in names if name)


def _read(option: str, name: str) -> str:
    if name.removeprefix("#") in TAGS:
        return f"#{name.removeprefix('#')}"
    known = messages("en")
    if name in known or _is_of_a_plugin(name):
        return name
    near = difflib.get_close_matches(name, [*known, *TAGS], 1) or ["type-error"]
    raise InputError(option, f"there is no type of error {name!r}", f"Do you mean {near[0]!r}?")


def _is_of_a_plugin(name: str) -> bool:
    try:
        return bool(system.select_error_class(name))
    except FrictionlessException:
        return False


def is_asked_for(type: str, only: Collection[str], skip: Collection[str]) -> bool:
    """Whether errors of a type are wanted, as frictionless picks and skips errors of content.

    That something cannot be read at all is always said.
    """
    if type in TYPES:
        return is_wanted(type, only, skip)
    try:
        kind = system.select_error_class(type)
    except FrictionlessException:
        return True
    if not issubclass(kind, errors.DataError):
        return True
    names = {type, *kind.tags}
    return not names & set(skip) and (not only or bool(names & set(only)))
