"""Paths of a descriptor stay below its folder and name no other host.

Not for: what lies there (`files`, `safety`), or missing files, which frictionless reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frictionless import system

from opendata.validation.issues import Issue, package_issue
from opendata.validation.source import Described, is_address, is_safe

_REFERENCES = ("path", "extrapaths", "schema", "dialect", "profile")
# Names of the standard's profiles, which are no paths.
PROFILES = {
    *("data-package", "tabular-data-package", "data-resource", "tabular-data-resource"),
    "fiscal-data-package",
}


def check_paths(described: Described, allow_remote: bool) -> Iterator[Issue]:
    """One issue for each path that leaves the package: by address, or out of its folder.

    None where frictionless is told to trust paths; of a table that was given alone it refuses
    addresses itself.
    """
    if system.trusted:
        return
    for place, name, path in references(described):
        alone = described.kind == "resource"
        yield from _check(place, name, path, described.file, allow_remote or alone)


def references(described: Described) -> Iterator[tuple[str, str, str]]:
    """Place, resource and path of everything that a descriptor refers to by path or address."""
    profile = described.descriptor.get("profile")
    if isinstance(profile, str) and profile not in PROFILES:
        yield "profile", "", profile
    for place, name, resource in described.resources():
        for key, path in _paths(resource):
            yield f"{place}/{key}", name, path


def _paths(resource: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _REFERENCES:
        value = resource.get(key)
        for path in value if isinstance(value, list) else [value]:
            if isinstance(path, str) and path and path not in PROFILES:
                yield key, path


def _check(place: str, name: str, path: str, file: str, allow_remote: bool) -> Iterator[Issue]:
    where = f"{file}, {place}" + (f" (resource {name!r})" if name else "")
    if is_address(path):
        if not allow_remote:
            note = f"{where}: {path!r} is an address, which is not fetched; expected a file. "
            note += "Put a copy into the package, or allow remote paths"
            yield package_issue("opendata-remote-path", note, resource=name, place=place)
    elif not is_safe(path):
        note = f"{where}: {path!r} leaves the package's folder; expected a path below it. "
        note += "Move the file into the package"
        yield package_issue("opendata-path", note, resource=name, place=place)
