"""Names and keys in a descriptor: unique names, and keys of fields and resources that exist.

Not for: whether the rows keep the keys, which frictionless checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described

# frictionless compares key values by hash, which lists and objects do not have.
_NO_KEY = {"array", "list", "object", "geojson"}


def check_names(described: Described) -> Iterator[Issue]:
    """Resource names that stand more than once."""
    seen: dict[str, str] = {}
    for place, name, _ in described.resources():
        if name and name in seen:
            note = f"{described.file}, {place}/name: {name!r} is already the name of {seen[name]}; "
            note += "expected a name of its own. Rename one of the two"
            yield package_issue("opendata-name", note, resource=name, place=f"{place}/name")
        seen.setdefault(name, place)


def check_keys(described: Described) -> Iterator[Issue]:
    """Keys of unknown fields or resources, or of fields whose values cannot be compared."""
    fields: dict[str, dict[str, str]] = {}
    for _, name, resource in described.resources():
        fields.setdefault(name, _fields(described.schema(resource)))
    for place, name, resource in described.resources():
        schema = described.schema(resource)
        own = _fields(schema)
        where = f"{place}/schema"
        for part, columns in _own_keys(schema):
            yield from _check_fields(described.file, f"{where}/{part}", name, columns, own)
        for at, key in enumerate(_objects(schema.get("foreignKeys"))):
            yield from _check_foreign(
                described.file, f"{where}/foreignKeys/{at}", name, key, fields
            )


def _own_keys(schema: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Place and columns of primary key, unique keys, foreign keys and unique fields."""
    yield "primaryKey", _names(schema.get("primaryKey"))
    unique = schema.get("uniqueKeys")
    for at, key in enumerate(unique if isinstance(unique, list) else []):
        yield f"uniqueKeys/{at}", _names(key)
    for at, foreign in enumerate(_objects(schema.get("foreignKeys"))):
        yield f"foreignKeys/{at}/fields", _names(foreign.get("fields"))
    for at, field in enumerate(_objects(schema.get("fields"))):
        constraints = field.get("constraints")
        if isinstance(constraints, dict) and constraints.get("unique") is True:
            yield f"fields/{at}/constraints/unique", _names(field.get("name"))


def _check_fields(
    file: str, place: str, resource: str, columns: list[str], fields: dict[str, str]
) -> Iterator[Issue]:
    for column in columns:
        if column not in fields:
            note = f"there is no field {column!r}; expected one of {_list(fields)}. "
            note += "Name a field of the table"
        elif fields[column] in _NO_KEY:
            note = f"the values of {column!r} are of type {fields[column]} and cannot be compared; "
            note += "expected a plain type. Take it out of the key"
        else:
            continue
        note = f"{file}, {place} (resource {resource!r}): {note}"
        yield package_issue("opendata-key", note, resource=resource, place=place)


def _check_foreign(
    file: str, place: str, resource: str, key: dict[str, Any], fields: dict[str, dict[str, str]]
) -> Iterator[Issue]:
    """The other side of a foreign key; no `resource` (or an empty one) means the table itself."""
    reference = key.get("reference")
    if not isinstance(reference, dict):
        return
    target = str(reference.get("resource") or resource)
    if target in fields:
        columns = _names(reference.get("fields"))
        at = f"{place}/reference/fields"
        yield from _check_fields(file, at, resource, columns, fields[target])
        return
    note = f"{file}, {place}/reference (resource {resource!r}): there is no resource {target!r}; "
    note += f"expected one of {_list(fields)}. Name a resource of the package"
    yield package_issue("opendata-key", note, resource=resource, place=f"{place}/reference")


def _fields(schema: dict[str, Any]) -> dict[str, str]:
    """Type by name of a table's fields."""
    return {
        str(one["name"]): str(one.get("type", ""))
        for one in _objects(schema.get("fields"))
        if "name" in one
    }


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _names(value: object) -> list[str]:
    """Field names of a key, which may be one string."""
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _list(names: dict[str, Any]) -> str:
    return shorten(", ".join(map(repr, names))) or "none"
