"""What is to be validated: its descriptor and the folder that its paths start from.

Not for: judging the descriptor, or reading tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.validation.issues import Issue, package_issue

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Described:
    """A descriptor as it was given. `file` is what messages call it."""

    descriptor: Mapping[str, Any]
    folder: Path
    file: str = "datapackage.json"

    def resources(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Place, name and descriptor of every resource that is an object."""
        listed = self.descriptor.get("resources")
        for at, one in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(one, dict):
                yield f"resources/{at}", str(one.get("name", "")), one

    def schema(self, resource: Mapping[str, Any]) -> dict[str, Any]:
        """The Table Schema of a resource, which may stand in a file; empty if there is none."""
        schema = resource.get("schema")
        if isinstance(schema, str) and is_safe(schema) and not is_address(schema):
            try:
                schema = json.loads((self.folder / schema).read_text("utf-8"))
            except (OSError, ValueError, RecursionError):
                schema = None  # frictionless says so
        return schema if isinstance(schema, dict) else {}

    def path(self, resource: Mapping[str, Any]) -> Path | None:
        """The one local file of a resource, if it has one."""
        path = resource.get("path")
        if isinstance(path, str) and path and is_safe(path) and not is_address(path):
            return self.folder / path
        return None


def is_address(path: str) -> bool:
    """Whether a path names another host (or scheme) instead of a file."""
    return bool(_ADDRESS.match(path)) and not path.lower().startswith("file://")


def is_safe(path: str) -> bool:
    """Whether a path stays below the folder it starts from, on any system."""
    parts = re.split(r"[/\\]", path)
    outside = ".." in parts or not parts[0] or parts[0].startswith("~") or "\0" in path
    return not outside and not re.match(r"[A-Za-z]:|file://", path, re.ASCII)


def describe(source: Any, options: Mapping[str, Any]) -> Described | Issue | None:
    """The descriptor of a package, the issue that it cannot be read, or None for anything else.

    `options` are frictionless's: `basepath` is the folder of a descriptor given as a mapping.
    Raises `InputError` for a path that does not exist or a folder without a descriptor.
    """
    from frictionless import Package

    folder = Path(options.get("basepath") or ".")
    if isinstance(source, Package):
        return Described(source.to_descriptor(), Path(source.basepath or "."))
    if isinstance(source, Mapping):
        return _package(dict(source), folder, "descriptor", options.get("type"))
    if isinstance(source, str | Path):
        return _read(str(source), folder, options.get("type"))
    return None


def _read(source: str, folder: Path, type: object) -> Described | Issue | None:
    if is_address(source):
        return None
    path = folder / source
    if path.is_dir():
        path = path / "datapackage.json"
        if not path.is_file():
            raise InputError(
                str(path), "does not exist", "Give the folder of a package, or its descriptor"
            )
    if not path.exists():
        if re.search(r"[*?\[]", source):  # a pattern, which frictionless expands
            return None
        raise InputError(str(path), "does not exist", "Check the path")
    if path.suffix != ".json":
        return None
    given = "package" if path.name == "datapackage.json" else type
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return _unreadable(path, error) if given == "package" else None
    if isinstance(found, dict):
        return _package(found, path.parent, path.name, given)
    problem = f"{path}: expected a JSON object, found {_kind(found)}. A descriptor is one object"
    return package_issue("opendata-descriptor", problem) if given == "package" else None


def _package(descriptor: dict[str, Any], folder: Path, file: str, type: object) -> Described | None:
    is_package = type == "package" or (type is None and "resources" in descriptor)
    return Described(descriptor, folder, file) if is_package else None


def _unreadable(path: Path, error: Exception) -> Issue:
    if isinstance(error, json.JSONDecodeError):
        note = (
            f"line {error.lineno}, column {error.colno}: is not JSON ({error.msg}). Mend it there"
        )
    elif isinstance(error, UnicodeDecodeError):
        note = f"byte {error.start}: is not UTF-8. Save it as UTF-8"
    elif isinstance(error, RecursionError):
        note = "is nested too deeply to be a descriptor. Write a plain descriptor"
    elif isinstance(error, OSError):
        note = f"cannot be read ({error.strerror}). Check the file and its rights"
    else:
        note = f"is not JSON ({error}). Mend it"
    return package_issue("opendata-descriptor", f"{path}, {note}")


def _kind(value: object) -> str:
    return {"list": "an array", "str": "a string"}.get(value.__class__.__name__, "a bare value")
