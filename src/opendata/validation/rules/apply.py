"""Runs rules on tables: issues of those that make a package invalid, warnings of the others.

Not for: reading rules (`rule`, `file`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from opendata.errors import InputError
from opendata.validation.issues import Issue
from opendata.validation.rules.rule import Rule
from opendata.validation.values.found import MOST, Found, join
from opendata.validation.values.table import Table

_SHOWN = 3


def check_names(rules: Iterable[Rule], tables: Sequence[str]) -> tuple[str, ...]:
    """A warning for each rule of a table that is not there."""
    return tuple(
        f"rules: {rule.name}: not checked: there is no table {name!r}"
        for rule in rules
        for name in rule.resources
        if name not in tables
    )


def check_rules(table: Table, rules: Iterable[Rule]) -> Found:
    """What the rules say of one table. Raises `InputError` for a check that fails itself."""
    return join(
        _check(table, rule) for rule in rules if not rule.resources or table.name in rule.resources
    )


def _check(table: Table, rule: Rule) -> Found:
    missing = [name for name in rule.fields if name not in table.fields]
    if missing and not rule.resources:
        return Found()  # a rule for every table that has the fields
    if missing:
        note = f"{table.place}: {rule.name}: not checked: there is no column {missing[0]!r}"
        return Found((), 0, (note,))
    try:
        every = (_named(one, rule) for one in rule.check(table) or ())
        issues = tuple(islice(every, MOST))
        more = sum(1 for _ in every)
    except Exception as error:
        problem = f"rule {rule.name} failed: {type(error).__name__}: {error}"
        raise InputError(table.place, problem, "Mend the rule") from error
    if rule.level == "warning":
        return Found((), 0, _warnings(table, rule, issues, more))
    note = f"{table.place}: {rule.name}: {MOST} of {MOST + more} are listed"
    return Found(issues, len(issues) + more, (note,) if more else ())


def _named(issue: Issue, rule: Rule) -> Issue:
    if issue.type != "opendata-rule":
        return issue
    return replace(issue, note=f"{issue.note} (rule {rule.name})")


def _warnings(table: Table, rule: Rule, issues: Sequence[Issue], more: int) -> tuple[str, ...]:
    shown = [f"{table.place}: {rule.name}: {issue.note}" for issue in issues[:_SHOWN]]
    rest = len(issues) + more - len(shown)
    return (*shown, f"{table.place}: {rule.name}: {rest} more rows") if rest else tuple(shown)
