"""A descriptor as frictionless can take it: without what it rejects, trips over or may hang on.

What is taken out is checked by ours instead (`values`). Not for: mending faults.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opendata.validation.source import Described
from opendata.validation.standard.keys import names, objects
from opendata.validation.values.empty import is_empty_table
from opendata.validation.values.foreign_keys import Link, unhashable_links
from opendata.validation.values.json_schemas import json_schemas
from opendata.validation.values.patterns import risky_patterns
from opendata.validation.values.unique_keys import Key, unhashable_keys


@dataclass(frozen=True)
class Amended:
    """`described` is what frictionless is given; the rest is what it does not see, by resource."""

    described: Described
    keys: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    patterns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    schemas: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    is_changed: bool = False


def amend(described: Described) -> Amended:
    """The descriptor without what frictionless cannot check; the same one if that is nothing."""
    links = tuple(unhashable_links(described))
    keys: dict[str, tuple[Key, ...]] = {}
    patterns: dict[str, dict[str, str]] = {}
    schemas: dict[str, dict[str, Mapping[str, Any]]] = {}
    resources: list[Any] = list(described.descriptor.get("resources") or ())
    changed = False
    places = [at for at, one in enumerate(resources) if isinstance(one, dict)]
    for at, (_, name, resource) in zip(places, described.resources(), strict=True):
        schema = described.schema(resource)
        keys[name] = tuple(unhashable_keys(schema))
        patterns[name] = risky_patterns(schema)
        schemas[name] = json_schemas(schema)
        own = [link for link in links if link.resource == name]
        listed = isinstance(schema.get("fieldsMatch"), list)
        empty = is_empty_table(described, resource)
        if keys[name] or patterns[name] or schemas[name] or own or listed:
            schema = _schema(schema, keys[name], {link.at for link in own})
            resources[at] = resource = {**resource, "schema": schema}
            changed = True
        if empty:
            resources[at] = _with_header(resource, schema)
            changed = True
    if not changed:
        return Amended(described)
    descriptor = {**described.descriptor, "resources": resources}
    given = Described(descriptor, described.folder, described.file, described.kind)
    return Amended(given, keys, patterns, schemas, links, is_changed=True)


def _schema(schema: dict[str, Any], keys: tuple[Key, ...], links: set[int]) -> dict[str, Any]:
    found = copy.deepcopy(schema)
    match = found.get("fieldsMatch")
    if isinstance(match, list) and len(match) == 1:
        found["fieldsMatch"] = match[0]
    unique = {key.fields[0] for key in keys if not key.is_primary}
    if any(key.is_primary for key in keys):
        del found["primaryKey"]
    if links:
        foreign = objects(found["foreignKeys"])
        found["foreignKeys"] = [one for at, one in enumerate(foreign) if at not in links]
        if not found["foreignKeys"]:
            del found["foreignKeys"]
    risky = risky_patterns(schema)
    for one in objects(found.get("fields")):
        constraints = one.get("constraints")
        if isinstance(constraints, dict):
            constraints.pop("jsonSchema", None)
            if one.get("name") in risky:
                constraints.pop("pattern", None)
            if one.get("name") in unique:
                constraints.pop("unique", None)
    return found


def _with_header(resource: dict[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """An empty table as one that has its labels."""
    taken = ("path", "data", "format", "mediatype", "hash", "bytes", "encoding", "compression")
    kept = {key: value for key, value in resource.items() if key not in taken}
    labels = [name for one in objects(schema.get("fields")) for name in names(one.get("name"))]
    return {**kept, "data": [labels]}
