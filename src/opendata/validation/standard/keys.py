"""Names and keys in a descriptor: unique names, and keys of fields and resources that exist.

Not for: whether the rows keep the keys, which frictionless checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described

_SHOWN = 8


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
    """Keys of unknown fields or resources, and foreign keys of unequal length."""
    fields: dict[str, dict[str, None]] = {}
    for _, name, resource in described.resources():
        fields.setdefault(name, _fields(described.schema(resource)))
    for place, name, resource in described.resources():
        schema = described.schema(resource)
        own = _fields(schema)
        where = f"{place}/schema"
        for part, columns in _own_keys(schema):
            yield from _check_fields(described.file, f"{where}/{part}", name, columns, own)
        for at, key in enumerate(objects(schema.get("foreignKeys"))):
            yield from _check_foreign(described, f"{where}/foreignKeys/{at}", name, key, fields)


def _own_keys(schema: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Place and columns of primary key, unique keys and foreign keys."""
    yield "primaryKey", names(schema.get("primaryKey"))
    for at, key in enumerate(unique_keys(schema)):
        yield f"uniqueKeys/{at}", key
    for at, foreign in enumerate(objects(schema.get("foreignKeys"))):
        yield f"foreignKeys/{at}/fields", names(foreign.get("fields"))


def _check_fields(
    file: str, place: str, resource: str, columns: list[str], fields: dict[str, None]
) -> Iterator[Issue]:
    for column in columns:
        if column not in fields:
            note = f"{file}, {place} (resource {resource!r}): there is no field {column!r}; "
            note += f"expected one of {_list(fields)}. Name a field of the table"
            yield package_issue("opendata-key", note, resource=resource, place=place)


def _check_foreign(
    described: Described, place: str, resource: str, key: dict[str, Any],
    fields: dict[str, dict[str, None]],
) -> Iterator[Issue]:  # fmt: skip
    """The other side of a foreign key; no `resource` (or an empty one) means the table itself."""
    reference = key.get("reference")
    if not isinstance(reference, dict):
        return
    where = f"{described.file}, {place}/reference"
    target = str(reference.get("resource") or resource)
    columns, own = names(reference.get("fields")), names(key.get("fields"))
    if target not in fields:
        if described.kind == "resource":
            return  # the package that it is of is not here
        note = f"{where} (resource {resource!r}): there is no resource {target!r}; "
        note += f"expected one of {_list(fields)}. Name a resource of the package"
        yield package_issue("opendata-key", note, resource=resource, place=f"{place}/reference")
    elif len(columns) != len(own) and columns and own:
        note = f"{where}/fields (resource {resource!r}): {len(columns)} fields for {len(own)}; "
        note += "expected as many on both sides. Name the fields pair by pair"
        at = f"{place}/reference/fields"
        yield package_issue("opendata-key", note, resource=resource, place=at)
    elif fields[target]:  # without a schema the labels of the file are its fields
        at = f"{place}/reference/fields"
        yield from _check_fields(described.file, at, resource, columns, fields[target])


def _fields(schema: dict[str, Any]) -> dict[str, None]:
    """The names of a table's fields, in order."""
    return {str(one["name"]): None for one in objects(schema.get("fields")) if "name" in one}


def unique_keys(schema: dict[str, Any]) -> list[list[str]]:
    """The fields of each of `uniqueKeys`."""
    listed = schema.get("uniqueKeys")
    return [names(key) for key in (listed if isinstance(listed, list) else [])]


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of an array; none for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def names(value: object) -> list[str]:
    """Field names of a key, which may be one string."""
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _list(names: dict[str, Any]) -> str:
    shown = ", ".join(map(repr, list(names)[:_SHOWN])) or "none"
    return shorten(shown) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
