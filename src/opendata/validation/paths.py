"""Paths of a descriptor: safe, local, and leading to the file that hash and size describe.

Not for: missing files, md5 and sha256, which frictionless reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opendata.validation.issues import Issue, package_issue
from opendata.validation.source import Described, is_address, is_safe

_REFERENCES = ("path", "schema", "dialect", "profile")
# Names of the standard's profiles, which are no paths.
_PROFILES = {
    *("data-package", "tabular-data-package", "data-resource", "tabular-data-resource"),
    "fiscal-data-package",
}


def check_paths(described: Described, allow_remote: bool) -> Iterator[Issue]:
    """One issue for each path that leaves the package: by address, or out of its folder."""
    for place, path in _package_paths(described):
        yield from _check(place, "", path, described.file, allow_remote)
    for place, name, resource in described.resources():
        for key, path in _paths(resource):
            yield from _check(f"{place}/{key}", name, path, described.file, allow_remote)


def _package_paths(described: Described) -> Iterator[tuple[str, str]]:
    profile = described.descriptor.get("profile")
    if isinstance(profile, str) and profile not in _PROFILES:
        yield "profile", profile


def _paths(resource: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _REFERENCES:
        value = resource.get(key)
        for path in value if isinstance(value, list) else [value]:
            if isinstance(path, str) and path and path not in _PROFILES:
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


def check_files(described: Described) -> Iterator[Issue]:
    """Hashes that frictionless does not compute, and a size of 0, which it does not compare."""
    for _, name, resource in described.resources():
        path = described.path(resource)
        if path is None or not path.is_file():
            continue
        yield from _check_hash(path, name, resource)
        if resource.get("bytes") == 0 and path.stat().st_size:
            note = f"{resource['path']}: has {path.stat().st_size} bytes, expected 0. "
            note += "Write the descriptor again, or restore the file"
            yield package_issue("opendata-file", note, resource=name)


def _check_hash(path: Path, name: str, resource: dict[str, Any]) -> Iterator[Issue]:
    if not is_hash_of_ours(resource):
        return
    prefix, _, expected = resource["hash"].rpartition(":")
    algorithm = prefix.lower()
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, algorithm).hexdigest()
    if actual != expected.lower():
        note = f"{resource['path']}: expected {algorithm} {expected}, found {actual}. "
        note += "Write the descriptor again, or restore the file"
        yield package_issue("opendata-file", note, resource=name)


def is_hash_of_ours(resource: dict[str, Any]) -> bool:
    """Whether a resource's hash is by an algorithm that frictionless skips and Python has."""
    prefix = str(resource.get("hash", "")).rpartition(":")[0]
    fixed = {one for one in hashlib.algorithms_guaranteed if not one.startswith("shake")}
    return prefix not in ("", "md5", "sha256") and prefix.lower() in fixed
