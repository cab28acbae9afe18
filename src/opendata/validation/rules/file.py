"""Rules in a YAML file, for maintainers who write no Python.

    rules:
      - name: an-event-ends-after-it-starts
        resource: events                # or a list of names; left out: every table with the fields
        level: error                    # or warning
        when: {field: status, equals: held}                    # may be left out
        require: {field: ends_on, at_least: {field: starts_on}}
        message: {en: ends before it starts, vi: kết thúc trước khi bắt đầu}

A row for which `when` holds and `require` does not is one issue, at the first field of `require`.
`condition` has the words of conditions. Not for: checking rows (`apply`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import polars as pl

from opendata.errors import InputError
from opendata.validation.issues import Issue, shorten
from opendata.validation.rules.condition import Condition, ConditionError, read_condition
from opendata.validation.rules.rule import Level, Rule
from opendata.validation.values.table import ROW, Table
from opendata.yaml_file import read_yaml

_KEYS = {"name", "resource", "level", "when", "require", "message"}
_LEVELS = ("error", "warning")


def read_rules(path: Path, language: str = "en") -> tuple[Rule, ...]:
    """The rules of a file. Raises `InputError` with the rule and what is wrong with it."""
    if not path.is_file():
        raise InputError(str(path), "does not exist", "Give the path of a YAML file of rules")
    found = read_yaml(path)
    listed = found.get("rules") if isinstance(found, dict) else None
    if not isinstance(listed, list) or not listed:
        raise InputError(str(path), "has no list of rules", "Write 'rules:' with a list under it")
    rules = []
    for at, one in enumerate(listed):
        place = f"rules/{at}"
        try:
            rules.append(_rule(one, language))
        except ConditionError as error:
            name = one.get("name") if isinstance(one, Mapping) else None
            where = f"{place} ({name})" if isinstance(name, str) else place
            raise InputError(str(path), str(error), "Mend the rule", where) from None
    return tuple(rules)


def _rule(given: Any, language: str) -> Rule:
    if not isinstance(given, Mapping):
        raise ConditionError(f"expected a rule, found {shorten(repr(given), 80)}")
    unknown = [str(key) for key in given if key not in _KEYS]
    if unknown:
        raise ConditionError(f"{unknown[0]!r} is no part of a rule; expected {', '.join(_KEYS)}")
    name, level = given.get("name"), given.get("level", "error")
    if not isinstance(name, str) or not name:
        raise ConditionError("has no name")
    if level not in _LEVELS:
        raise ConditionError(f"level is {level!r}; expected error or warning")
    if "require" not in given:
        raise ConditionError("has no 'require', which says what must hold")
    when = read_condition(given["when"]) if "when" in given else None
    require = read_condition(given["require"])
    fields = tuple(dict.fromkeys([*require.fields, *(when.fields if when else ())]))
    message = _message(given.get("message"), name, language)
    check = _Check(when, require, fields, message)
    return Rule(name, check, _resources(given.get("resource", [])), cast(Level, level), fields)


def _resources(given: Any) -> tuple[str, ...]:
    listed = given if isinstance(given, list) else [given]
    if not all(isinstance(one, str) for one in listed):
        raise ConditionError(f"resource is {given!r}; expected the name of a table, or a list")
    return tuple(listed)


def _message(given: Any, name: str, language: str) -> str:
    if given is None:
        return f"breaks the rule {name!r}"
    if isinstance(given, str):
        return given
    if not isinstance(given, Mapping) or not given:
        raise ConditionError(f"message is {given!r}; expected text, or texts by language")
    return str(given.get(language) or given.get("en") or next(iter(given.values())))


class _Check:
    """From a table to the issues of one rule."""

    def __init__(
        self, when: Condition | None, require: Condition, fields: tuple[str, ...], message: str
    ) -> None:
        self._when, self._require = when, require
        self._fields, self._message = fields, message

    def __call__(self, table: Table) -> Iterator[Issue]:
        for part in table.columns(self._fields):
            types = dict(part.schema)
            broken = ~self._require.make(types).fill_null(True)
            if self._when is not None:
                broken = broken & self._when.make(types).fill_null(False)
            for row in part.filter(pl.Expr.fill_null(broken, False))[ROW].to_list():
                yield table.issue(f"{self._message}. Mend the row", row, self._require.fields[0])
