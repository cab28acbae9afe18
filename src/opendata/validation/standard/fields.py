"""Fields of a Table Schema: names, categories, missing values and constraints that make sense.

Not for: what the profile says of their form (`profile`), or keys (`keys`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described
from opendata.validation.standard.keys import objects

_BOUNDED = {
    *("integer", "number", "date", "time", "datetime", "duration", "year", "yearmonth"),
}
_SIZED = {"string", "array", "object", "list"}
# The types that each constraint is for; others are for all.
_TYPES = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _BOUNDED),
    **dict.fromkeys(("minLength", "maxLength"), _SIZED),
    "pattern": {"string"},
    "jsonSchema": {"array", "object"},
}
Place = tuple[str, str]  # where in a schema, and what is wrong there and what to do


def check_fields(described: Described) -> Iterator[Issue]:
    """Each place where a schema contradicts itself or the standard."""
    for place, name, resource in described.resources():
        schema = described.schema(resource)
        for type, found in _CHECKS:
            for at, problem in found(schema):
                where = f"{place}/schema/{at}"
                note = f"{described.file}, {where} (resource {name!r}): {problem}"
                yield package_issue(type, note, resource=name, place=where)


def _names(schema: Mapping[str, Any]) -> Iterator[Place]:
    seen: dict[object, int] = {}
    for at, field in enumerate(objects(schema.get("fields"))):
        name = str(field.get("name", ""))
        if name in seen:
            yield (
                f"fields/{at}/name",
                f"{name!r} is already the name of fields/{seen[name]}; "
                + ("expected a name of its own. Rename one of the two"),
            )
        seen.setdefault(name, at)


def _categories(schema: Mapping[str, Any]) -> Iterator[Place]:
    for at, field in enumerate(objects(schema.get("fields"))):
        listed = field.get("categories")
        if not isinstance(listed, list):
            continue
        place = f"fields/{at}/categories"
        if field.get("type") not in ("string", "integer"):
            kind = field.get("type", "any")
            yield place, f"stands at a field of type {kind}; expected string or integer. Use enum"
            continue
        for what, values in (("value", category_values(field)), ("label", _labels(listed))):
            twice = _twice(values)
            if twice:
                yield place, f"{what} {twice} stands twice; expected each once. Take one out"
        enum = _texts(_constraints(field).get("enum"))
        outside = [value for value in enum if value not in listed_texts(field)]
        if outside:
            yield (
                f"fields/{at}/constraints/enum",
                (
                    f"{shorten(repr(outside[0]), 60)} is no category; expected only categories. "
                    "Add it to them, or take it out"
                ),
            )


def category_values(field: Mapping[str, Any]) -> list[Any]:
    """The values of `categories`, which may stand alone or with labels."""
    listed = field.get("categories")
    found = listed if isinstance(listed, list) else []
    return [one.get("value") if isinstance(one, dict) else one for one in found]


def listed_texts(field: Mapping[str, Any]) -> list[Any]:
    """The categories and what they are as text: an `enum` may have either."""
    values = category_values(field)
    return [*values, *map(str, values)]


def _labels(listed: list[Any]) -> list[Any]:
    return [one["label"] for one in listed if isinstance(one, dict) and "label" in one]


def _missing_values(schema: Mapping[str, Any]) -> Iterator[Place]:
    places = {"missingValues": schema.get("missingValues")}
    for at, field in enumerate(objects(schema.get("fields"))):
        places[f"fields/{at}/missingValues"] = field.get("missingValues")
    for place, listed in places.items():
        if not isinstance(listed, list):
            continue
        values = [one.get("value") if isinstance(one, dict) else one for one in listed]
        for what, found in (("value", values), ("label", _labels(listed))):
            twice = _twice(found)
            if twice:
                yield place, f"{what} {twice} stands twice; expected each once. Take one out"


def _constraint(schema: Mapping[str, Any]) -> Iterator[Place]:
    for at, field in enumerate(objects(schema.get("fields"))):
        kind = field.get("type", "any")
        found = _constraints(field)
        place = f"fields/{at}/constraints"
        for name in found:
            allowed = _TYPES.get(name)
            if allowed and kind in _ALL_TYPES and kind not in allowed:
                note = f"is not for fields of type {kind}; expected one of "
                yield f"{place}/{name}", f"{note}{', '.join(sorted(allowed))}. Take it out"
        for low, high in _PAIRS:
            if _is_above(found.get(low), found.get(high)):
                note = f"{found[low]!r} is above {high}, {found[high]!r}. No value fits; mend one"
                yield f"{place}/{low}", note
        yield from _schema_and_pattern(place, found)


_PAIRS = (("minimum", "maximum"), ("minLength", "maxLength"))


def _schema_and_pattern(place: str, constraints: Mapping[str, Any]) -> Iterator[Place]:
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import validator_for

    pattern = constraints.get("pattern")
    if isinstance(pattern, str):
        try:
            re.compile(f"^{pattern}$")
        except (re.error, RecursionError, OverflowError) as error:
            note = f"{shorten(repr(pattern), 80)} is no regular expression ({error}). Mend it"
            yield f"{place}/pattern", note
    schema = constraints.get("jsonSchema")
    if isinstance(schema, dict):
        try:
            validator_for(schema).check_schema(schema)
        except (SchemaError, RecursionError) as error:
            problem = error.message if isinstance(error, SchemaError) else "is nested too deeply"
            note = f"is no JSON Schema ({shorten(problem)}). Mend it"
            yield f"{place}/jsonSchema", note


_ALL_TYPES = {*_BOUNDED, *_SIZED, "boolean", "geopoint", "geojson", "any"}
_CHECKS = (
    ("opendata-field-name", _names),
    ("opendata-categories", _categories),
    ("opendata-missing-values", _missing_values),
    ("opendata-constraint", _constraint),
)


def _constraints(field: Mapping[str, Any]) -> dict[str, Any]:
    found = field.get("constraints")
    return found if isinstance(found, dict) else {}


def _texts(value: object) -> list[str | int]:
    return [one for one in value if isinstance(one, str | int)] if isinstance(value, list) else []


def _is_above(low: object, high: object) -> bool:
    if isinstance(low, bool) or isinstance(high, bool):
        return False
    return isinstance(low, int | float) and isinstance(high, int | float) and low > high


def _twice(values: Iterable[object]) -> str:
    """The first value that stands twice, as a message shows it."""
    counts = Counter(map(repr, values))
    return next((shorten(one, 60) for one, count in counts.items() if count > 1), "")
