"""Tables that point to one another: which keys each is asked for, read once for all.

Not for: comparing keys (`keys`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
from frictionless import FrictionlessException, Package, Resource
from frictionless.resources import TableResource

from opendata.validation.columnar.codes import Codes, family
from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.keys import Reference, Wanted
from opendata.validation.columnar.marks import MARKS, Fields, marks_of
from opendata.validation.columnar.opened import Opened, open_table
from opendata.validation.columnar.scan import scan
from opendata.validation.columnar.spill import Spill


class Links:
    """The keys of one run's tables. A table is known by its name, as references name it."""

    def __init__(self, package: Package | None = None) -> None:
        self._package = package
        self._asked = _asked(package.resources if package else ())
        self._kept: dict[tuple[str, Fields], tuple[tuple[str, ...], Spill]] = {}
        self.codes = Codes()

    def parents(self, resource: Resource) -> list[str]:
        """The names of other tables that a table points to."""
        names = [key["reference"]["resource"] for key in _foreign_keys(resource)]
        return list(dict.fromkeys(name for name in names if name and name != resource.name))

    def wanted(self, opened: Opened) -> Wanted:
        """The keys to look at while a table is read."""
        resource, schema = opened.resource, opened.resource.schema
        names = {field.name for field in opened.fields}
        unique = tuple(one.name for one in opened.fields if one.constraints.get("unique"))
        primary = tuple(schema.primary_key) if set(schema.primary_key) <= names else ()
        if primary and not resource.dialect.header_case:
            raise Unproven("a primary key of labels in any case")
        references = tuple(map(_reference, schema.foreign_keys))
        for one in references:
            self._check_source(resource, one.source)
        references = tuple(one for one in references if set(one.fields) <= names)
        own = [one.source_fields for one in references if one.source in ("", resource.name)]
        asked = self._asked.get(str(resource.name), ()) if self._is_first(resource) else ()
        return Wanted(unique, primary, references, tuple(dict.fromkeys([*own, *asked])))

    def _check_source(self, resource: TableResource, name: str) -> None:
        if (
            name
            and name != resource.name
            and not (self._package and self._package.has_resource(name))
        ):
            raise Unproven(f"there is no table {name!r} to point to")

    def _is_first(self, resource: TableResource) -> bool:
        """Whether references by name mean this table, should the name stand twice."""
        package = self._package
        return bool(package and package.get_resource(str(resource.name)) is resource)

    def keep(self, opened: Opened, exported: Mapping[Fields, Spill]) -> None:
        """Keeps the keys that other tables ask for."""
        if self._is_first(opened.resource):
            for fields, keys in exported.items():
                name = str(opened.resource.name)
                self._kept[name, fields] = (_families(opened, fields), keys)

    def keys(self, opened: Opened, reference: Reference) -> Spill | None:
        """The keys that a reference points to; None if they are the table's own."""
        name = reference.source
        own = name in ("", opened.resource.name)
        if not own and (name, reference.source_fields) not in self._kept:
            self._read(name)
        families = (
            _families(opened, reference.source_fields)
            if own
            else self._kept[name, reference.source_fields][0]
        )
        pairs = zip(_families(opened, reference.fields), families, strict=True)
        if any(one != other and "" not in (one, other) for one, other in pairs):
            raise Unproven("a foreign key of another type than what it points to")
        return None if own else self._kept[name, reference.source_fields][1]

    def _read(self, name: str) -> None:
        """Reads the keys of a table that has not been validated in columns (yet)."""
        assert self._package is not None
        source = self._package.get_resource(name).to_copy()
        if source.schema:
            source.schema.foreign_keys = []
        asked = self._asked[name]
        if not isinstance(source, TableResource):
            raise Unproven(f"{name!r} is not a table")
        try:
            opened = open_table(source)
            found = scan(opened, Wanted(exported=asked), self.codes, lambda _: None, judge=False)
        except Unproven:
            self._kept |= _read_by_row(source, asked, self.codes)
            return
        for fields, keys in found.keys.exported.items():
            self._kept[name, fields] = (_families(opened, fields), keys)


def _reference(key: dict[str, Any]) -> Reference:
    source = key["reference"]
    return Reference(tuple(key["fields"]), source["resource"], tuple(source["fields"]))


def _foreign_keys(resource: Resource) -> list[dict[str, Any]]:
    schema = resource.schema if resource.has_defined("schema") else None
    return schema.foreign_keys if schema else []


def _asked(resources: Any) -> dict[str, tuple[Fields, ...]]:
    """The keys that tables are asked for by others."""
    found: dict[str, dict[Fields, None]] = {}
    for resource in resources:
        for key in _foreign_keys(resource):
            name, fields = key["reference"]["resource"], tuple(key["reference"]["fields"])
            if name and name != resource.name:
                found.setdefault(name, {})[fields] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _families(opened: Opened, fields: Fields) -> tuple[str, ...]:
    """Empty for a field that is not there: it has no values."""
    known = {field.name: field for field in opened.fields}
    return tuple(family(known[name]) if name in known else "" for name in fields)


def _read_by_row(
    source: TableResource, asked: tuple[Fields, ...], codes: Codes
) -> dict[tuple[str, Fields], tuple[tuple[str, ...], Spill]]:
    """As frictionless does, for tables that cannot be read in columns."""
    seen: dict[Fields, set[tuple[str | None, ...]]] = {fields: set() for fields in asked}
    try:
        with source:
            known = {field.name: field for field in source.header.get_expected_fields()}
            for row in source.row_stream:
                for fields, keys in seen.items():
                    key = tuple(
                        codes.code(known[one], row[one]) if one in known else None for one in fields
                    )
                    if set(key) != {None}:
                        keys.add(key)
    except FrictionlessException as error:
        raise Unproven(f"{source.name!r} cannot be read: {error}") from error
    found = {}
    for fields, keys in seen.items():
        families = tuple(family(known[one]) if one in known else "" for one in fields)
        listed = pl.DataFrame(list(keys), schema=dict.fromkeys(fields, pl.String), orient="row")
        kept = Spill(MARKS, distinct=True)
        kept.add(marks_of(listed, [fields])[fields].frame())
        found[str(source.name), fields] = (families, kept)
    return found
