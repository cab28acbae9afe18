"""A rule: a check with the tables that it is for and whether it makes a package invalid.

Not for: the YAML form (`file`), or running rules (`apply`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from opendata.errors import InputError
from opendata.validation.issues import Issue
from opendata.validation.values.table import Table

Check = Callable[[Table], Iterable[Issue]]
Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`resources` are names of tables; empty: all. `fields` must be there for it to apply."""

    name: str
    check: Check
    resources: tuple[str, ...] = ()
    level: Level = "error"
    fields: tuple[str, ...] = ()

    def __call__(self, table: Table) -> Iterable[Issue]:
        return self.check(table)


def rule(
    *, name: str = "", resource: str | Sequence[str] = (), level: Level = "error"
) -> Callable[[Check], Rule]:
    """Makes a function a rule; without `resource` it is for every table."""

    def made(check: Check) -> Rule:
        resources = (resource,) if isinstance(resource, str) else tuple(resource)
        return Rule(name or check.__name__, check, resources, level)

    return made


def load_rules(given: Any, language: str = "en") -> tuple[Rule, ...]:
    """The rules of functions and YAML files, in order. `language` is that of their messages.

    Raises `InputError` for a file that cannot be used.
    """
    from opendata.validation.rules.file import read_rules

    listed = [given] if callable(given) or isinstance(given, str | Path) else list(given or ())
    found: list[Rule] = []
    for one in listed:
        if isinstance(one, Rule):
            found.append(one)
        elif callable(one):
            found.append(Rule(getattr(one, "__name__", "check"), one))
        elif isinstance(one, str | Path):
            found += read_rules(Path(one), language)
        else:
            raise InputError(repr(one), "is no rule", "Give a function, or the path of a YAML file")
    return tuple(found)
