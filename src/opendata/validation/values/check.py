"""The order of the checks of values, table by table. Not for: any check itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl
from frictionless import Error, Package, Resource, errors
from frictionless.resources import TableResource

from opendata.validation.amend import Amended
from opendata.validation.checked import Checked
from opendata.validation.issues import Issue, shorten
from opendata.validation.rules.apply import check_names, check_rules
from opendata.validation.rules.rule import Rule
from opendata.validation.source import Described, is_address
from opendata.validation.standard.keys import names, objects
from opendata.validation.values.alternatives import Alternatives, alternatives
from opendata.validation.values.categories import Categories
from opendata.validation.values.foreign_keys import check_link
from opendata.validation.values.found import Found, join
from opendata.validation.values.json_schemas import JsonSchemas
from opendata.validation.values.patterns import check_patterns
from opendata.validation.values.table import Table
from opendata.validation.values.unique_keys import FilledKey, UniqueKey, stated_keys


@dataclass(frozen=True, slots=True)
class Values:
    """`errors` are frictionless's own, by resource; `issues` are ours."""

    issues: tuple[Issue, ...] = ()
    warnings: tuple[str, ...] = ()
    errors: Mapping[str, Sequence[Error]] = field(default_factory=dict)


def check_values(
    described: Described, amended: Amended, checked: Sequence[Checked], rules: Sequence[Rule]
) -> Values:
    """What cells hold, in the tables that could be read and have their columns in place."""
    wanted = set(_wanted(described, amended)) | _ruled(checked, rules)
    if not wanted:
        return Values((), check_names(rules, [one.resource for one in checked]))
    sound = [one.resource for one in checked if not any(map(_hides_columns, one.errors))]
    tables = _tables(amended.described, wanted & set(sound))
    parts: list[Found] = []
    more: dict[str, list[Error]] = {}
    for name, table in tables.items():
        parts.append(_check(table, amended, rules))
        more[name] = check_patterns(table, amended.patterns.get(name, {}))
    for link in amended.links:
        if {link.resource, link.target} <= tables.keys():
            parts.append(check_link(tables, link))
    every = join(parts)
    unread = {one.resource: _unread(one.errors) for one in checked}
    issues = [one for one in every.issues if one.row not in unread.get(one.resource, ())]
    notes = [
        f"{name}: not checked: categories, keys and rules, as it has other errors"
        for name in sorted(wanted - tables.keys())
    ]
    names = check_names(rules, [one.resource for one in checked])
    return Values(tuple(issues), (*every.warnings, *names, *notes), more)


def _unread(found: Sequence[Error]) -> set[int]:
    """Rows with a cell of a wrong type, which would count as empty."""
    return {one.row_number for one in found if isinstance(one, errors.TypeError)}


class Check(Protocol):
    """Looks at the columns of `fields`, part by part; nothing to look at if there are none."""

    fields: tuple[str, ...]

    def add(self, part: pl.DataFrame) -> None: ...
    def found(self) -> Found: ...


def _check(table: Table, amended: Amended, rules: Sequence[Rule]) -> Found:
    """All that the schema asks in one reading of the table, then the rules, each in its own."""
    keys = (*stated_keys(table), *amended.keys.get(table.name, ()))
    every: list[Check] = [
        Alternatives(table),
        Categories(table),
        *(UniqueKey(table, key) for key in keys),
        FilledKey(table),
        JsonSchemas(table, amended.schemas.get(table.name, {})),
    ]
    checks = [one for one in every if one.fields]
    names = tuple(dict.fromkeys(name for one in checks for name in one.fields))
    for part in table.texts(names) if names else ():
        for one in checks:
            one.add(part)
    return join([*(one.found() for one in checks), check_rules(table, rules)])


def _wanted(described: Described, amended: Amended) -> Iterator[str]:
    """The tables of which there is something to check."""
    linked = {name for link in amended.links for name in (link.resource, link.target)}
    for _, name, resource in described.resources():
        schema = described.schema(resource)
        own = (amended.keys, amended.patterns, amended.schemas)
        has_categories = any("categories" in one for one in objects(schema.get("fields")))
        has_keys = bool(schema.get("uniqueKeys")) or len(names(schema.get("primaryKey"))) > 1
        stated = has_categories or has_keys or alternatives(schema)
        if stated or name in linked or any(one.get(name) for one in own):
            yield name


def _ruled(checked: Sequence[Checked], rules: Sequence[Rule]) -> set[str]:
    names = {one.resource for one in checked}
    return {name for rule in rules for name in names if name in (rule.resources or names)}


def _hides_columns(error: Error) -> bool:
    """Whether nothing, or not what the schema says, stands in the columns."""
    return (
        isinstance(error, errors.ResourceError | errors.HeaderError) or error.type == "source-error"
    )


def _tables(described: Described, names: set[str]) -> dict[str, Table]:
    """The tables of those names that are here, and not on another host."""
    found: dict[str, Table] = {}
    resources = dict(_open(described))
    for _, name, resource in described.resources():
        one = resources.get(name)
        path = resource.get("path")
        is_here = not (isinstance(path, str) and is_address(path))
        if name in names and isinstance(one, TableResource) and is_here:
            place = path if isinstance(path, str) else name
            found[name] = Table(one, shorten(place, 80), described.schema(resource))
    return found


def _open(described: Described) -> Iterator[tuple[str, Resource]]:
    folder = str(described.folder)
    if described.kind == "resource":
        for _, name, descriptor in described.resources():
            yield name, Resource.from_descriptor(descriptor, basepath=folder)
        return
    package = Package.from_descriptor(dict(described.descriptor), basepath=folder)
    for resource in package.resources:
        yield str(resource.name), resource
