"""The descriptor against the Data Package profile, and ours against the profile of our packages.

The standard's own profiles stand in `profiles/`, as published (MIT, Open Knowledge Foundation).
Not for: what no JSON Schema can say (`keys`, `paths`), or profiles of others (`custom_profile`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError, best_match

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described

_VERSION_1 = ("datapackage.org/profiles/1.0/datapackage.json", "data-package.json")


def is_ours(described: Described) -> bool:
    """Whether a package says that it is of our kind."""
    stated = described.descriptor.get("conformsTo")
    if not stated:
        return False
    # All our records come with it, which a foreign package does not need.
    from opendata.package.descriptor import CONFORMS_TO

    return CONFORMS_TO in (stated if isinstance(stated, list) else [stated])


def check_profile(described: Described) -> Iterator[Issue]:
    """Each fault of a descriptor by the standard's profile, also in schemas that are files."""
    return _check(described, _with_schemas(described), _standard(version(described)))


def check_own_profile(described: Described) -> Iterator[Issue]:
    """Each fault of a descriptor of ours by the profile of our packages."""
    return _check(described, described.descriptor, _own())


def version(described: Described) -> str:
    """Version of the standard: 1.0 where none is named; a profile of one's own builds on 2.0.

    Tables that stand alone name none, and 2.0 allows all that 1.0 does.
    """
    if described.kind == "resource":
        return "2.0"
    stated = described.descriptor.get("$schema")
    return "2.0" if isinstance(stated, str) and not stated.endswith(_VERSION_1) else "1.0"


@cache
def _standard(number: str) -> Draft7Validator:
    folder = files("opendata.validation.standard").joinpath("profiles")
    profile = json.loads(folder.joinpath(f"datapackage-{number}.json").read_text("utf-8"))
    _mend_both(profile["properties"]["resources"]["items"]["properties"])
    if number == "2.0":
        _mend(_schema(profile))
    return Draft7Validator(profile, format_checker=Draft7Validator.FORMAT_CHECKER)


def _schema(profile: dict[str, Any]) -> dict[str, Any]:
    """The part of a profile that is about the properties of a Table Schema."""
    resource = profile["properties"]["resources"]["items"]["properties"]
    found: dict[str, Any] = resource["schema"]["properties"]
    return found


def _mend_both(resource: dict[str, Any]) -> None:
    """A list of foreign keys may be empty, and every part of a dialect has a default."""
    del resource["schema"]["properties"]["foreignKeys"]["minItems"]
    resource["dialect"].pop("required", None)


def _mend(schema: dict[str, Any]) -> None:
    """Where the published profile 2.0 says something else than the standard that it is of.

    `fieldsMatch` is one string there (frictionlessdata/datapackage#965); a list of one is let
    through, as those who went by the profile have written it. `list` is a type.
    """
    words = {"enum": ["exact", "equal", "subset", "superset", "partial"]}
    listed = {"type": "array", "items": words, "minItems": 1, "maxItems": 1}
    schema["fieldsMatch"] = {"if": {"type": "array"}, "then": listed, "else": words}
    named = {"name": {"type": "string"}, "type": {"enum": ["list"]}}
    schema["fields"]["items"]["oneOf"].append({"required": ["name", "type"], "properties": named})


@cache
def _own() -> Draft7Validator:
    from opendata.package.json_schema import package_profile

    return Draft7Validator(package_profile(), format_checker=Draft7Validator.FORMAT_CHECKER)


def _with_schemas(described: Described) -> Mapping[str, Any]:
    """The descriptor with schemas that were read from files in place of their paths."""
    listed = described.descriptor.get("resources")
    if not isinstance(listed, list):
        return described.descriptor
    return {**described.descriptor, "resources": [_with_schema(described, one) for one in listed]}


def _with_schema(described: Described, resource: Any) -> Any:
    if not isinstance(resource, dict) or not isinstance(resource.get("schema"), str):
        return resource
    return {**resource, "schema": described.schema(resource) or resource["schema"]}


def _check(
    described: Described, descriptor: Mapping[str, Any], validator: Draft7Validator
) -> Iterator[Issue]:
    for error in validator.iter_errors(dict(descriptor)):
        place, problem = _explain(error)
        if described.kind == "resource":
            # Of a table that was given alone, only the schema is by somebody's hand.
            if not place.startswith("resources/0/schema"):
                continue
            place = place.replace("resources/0", "resource", 1)
        note = f"{described.file}, {place or 'top level'}: {shorten(problem, 300)}. Mend it there"
        yield package_issue("opendata-profile", note, place=place)


def _explain(error: ValidationError) -> tuple[str, str]:
    """Place and problem of a fault, as near to its cause as the schema tells."""
    if error.validator in ("oneOf", "anyOf") and error.context:
        return _explain_choice(error)
    if error.validator == "contains":
        return _explain_lack(error)
    if error.validator == "oneOf":
        return _place(error), "fits several forms of which only one is allowed"
    if error.validator == "const":
        return _place(error), f"expected {error.validator_value!r}, found {error.instance!r}"
    return _place(error), error.message


def _explain_choice(error: ValidationError) -> tuple[str, str]:
    """The fault of the form that was meant: that of the stated type, or with the fewest faults."""
    forms: dict[object, list[ValidationError]] = {}
    for one in error.context or ():
        forms.setdefault(one.schema_path[0], []).append(one)
    typed = {
        at: found
        for at, found in forms.items()
        if not any(list(one.path) == ["type"] for one in found)
    }
    if not typed:
        allowed = [str(v) for found in forms.values() for one in found for v in _enum(one)]
        stated = error.instance.get("type") if isinstance(error.instance, dict) else None
        return f"{_place(error)}/type", f"{stated!r} is not one of {', '.join(allowed)}"
    fewest = min(map(len, typed.values()))
    meant = [found[0] for found in typed.values() if len(found) == fewest]
    explained = [_explain(one) for one in meant]
    return explained[0][0], " or ".join(dict.fromkeys(problem for _, problem in explained))


def _enum(error: ValidationError) -> list[Any]:
    values: Any = error.validator_value
    return list(values) if error.validator == "enum" else []


def _explain_lack(error: ValidationError) -> tuple[str, str]:
    """What an array should hold and does not, by the name that its item should have."""
    wanted: Any = error.validator_value
    items: Any = error.instance
    name = wanted["properties"]["name"]["const"]
    for at, one in enumerate(items):
        if isinstance(one, dict) and one.get("name") == name:
            fault = best_match(Draft7Validator(wanted).iter_errors(one))
            if fault is not None:
                place, problem = _explain(fault)
                return "/".join(filter(None, [_place(error), str(at), place])), problem
    return _place(error), f"expected an item with the name {name!r}"


def _place(error: ValidationError) -> str:
    return "/".join(map(str, error.absolute_path))
