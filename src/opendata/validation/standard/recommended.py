"""What the standard says a descriptor should have or should not: warnings, never errors.

Not for: what it must have (`profile` and the other checks beside this one).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Any

from opendata.validation.issues import shorten
from opendata.validation.source import Described
from opendata.validation.standard.keys import objects
from opendata.validation.standard.profile import version

_NAME = re.compile(r"[a-z0-9._-]+")
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?")
Advice = tuple[str, str]  # place, and what should be otherwise


def check_recommended(described: Described) -> Iterator[str]:
    """One warning for each place."""
    checks = [_resource_advice(described)]
    if described.kind == "package":
        checks.insert(0, _package_advice(described.descriptor))
        if version(described) != "1.0":
            checks.append(_old_idioms(described))
    for found in checks:
        for place, advice in found:
            yield f"{described.file}, {place or 'top level'}: recommended: {advice}"


def _package_advice(descriptor: Mapping[str, Any]) -> Iterator[Advice]:
    missing = [key for key in ("name", "licenses") if not descriptor.get(key)]
    if missing:
        yield "", f"a package should have {' and '.join(missing)}"
    yield from _name("name", descriptor.get("name"))
    stated = descriptor.get("version")
    if isinstance(stated, str) and not _VERSION.fullmatch(stated):
        yield "version", f"{shorten(stated, 40)!r} should be like 1.0.0 (semantic versioning)"
    for part in ("contributors", "sources"):
        for at, one in enumerate(objects(descriptor.get(part))):
            if not one.get("title"):
                yield f"{part}/{at}", "should have a title"


def _resource_advice(described: Described) -> Iterator[Advice]:
    for place, name, resource in described.resources():
        if described.kind == "package":
            yield from _name(f"{place}/name", name)
            if resource.get("type") == "table" and not resource.get("schema"):
                yield place, "a table should have a schema"
        encoding = resource.get("encoding")
        if isinstance(encoding, str) and not _is_encoding(encoding):
            yield f"{place}/encoding", f"{shorten(encoding, 40)!r} should be a registered name"
        schema = described.schema(resource)
        if isinstance(schema.get("fieldsMatch"), list):
            # The profile asks for a list by mistake: frictionlessdata/datapackage#965.
            yield f"{place}/schema/fieldsMatch", "should be one word, not a list"
        for at, field in enumerate(objects(schema.get("fields"))):
            if "categoriesOrdered" in field and "categories" not in field:
                yield (
                    f"{place}/schema/fields/{at}",
                    "categoriesOrdered says nothing without categories",
                )
            if field.get("format") == "any":
                yield f"{place}/schema/fields/{at}/format", "any is read otherwise by other tools"


def _old_idioms(described: Described) -> Iterator[Advice]:
    """Forms of version 1 in a package that says it is of version 2."""
    for at, one in enumerate(objects(described.descriptor.get("contributors"))):
        if "role" in one and "roles" not in one:
            yield f"contributors/{at}/role", "version 2 has roles, a list"
    if "profile" in described.descriptor:
        yield "profile", "version 2 has $schema"
    for place, name, resource in described.resources():
        if "profile" in resource:
            yield f"{place}/profile", "version 2 has type and $schema"
        if "url" in resource:
            yield f"{place}/url", "version 2 has path"
        schema = described.schema(resource)
        if isinstance(schema.get("primaryKey"), str):
            yield f"{place}/schema/primaryKey", "version 2 has a list of fields"
        for at, key in enumerate(objects(schema.get("foreignKeys"))):
            where = f"{place}/schema/foreignKeys/{at}"
            reference = key.get("reference")
            reference = reference if isinstance(reference, dict) else {}
            if isinstance(key.get("fields"), str) or isinstance(reference.get("fields"), str):
                yield f"{where}/fields", "version 2 has a list of fields"
            if reference.get("resource") in ("", name):
                yield f"{where}/reference/resource", "a key to the same table leaves it out"


def _name(place: str, name: object) -> Iterator[Advice]:
    if isinstance(name, str) and name and not _NAME.fullmatch(name):
        shown = shorten(repr(name), 60)
        yield place, f"{shown} should be of lower-case letters a-z, digits, '.', '-' and '_'"


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return True
