"""What is to be validated: its descriptor and the folder that its paths start from.

Not for: judging the descriptor, or reading tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from opendata.errors import InputError
from opendata.validation.issues import Issue, package_issue
from opendata.validation.json_text import read_json
from opendata.yaml_file import read_yaml

if TYPE_CHECKING:
    from frictionless import Resource

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PACKAGES = {".zip", ".yaml", ".yml"}
# What `frictionless.validate` takes and a `Resource` does not.
FOR_VALIDATION = {
    *("name", "resource_name", "checklist", "checks", "pick_errors", "skip_errors"),
    *("limit_errors", "limit_rows", "parallel"),
}


@dataclass(frozen=True, slots=True)
class Described:
    """A descriptor as it was given. `file` is what messages call it.

    A resource that was given alone is the one resource of its descriptor.
    """

    descriptor: Mapping[str, Any]
    folder: Path
    file: str = "datapackage.json"
    kind: Literal["package", "resource"] = "package"
    _schemas: dict[str, dict[str, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def resources(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Place, name and descriptor of every resource that is an object."""
        listed = self.descriptor.get("resources")
        for at, one in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(one, dict):
                place = f"resources/{at}" if self.kind == "package" else "resource"
                yield place, str(one.get("name", "")), one

    def schema(self, resource: Mapping[str, Any]) -> dict[str, Any]:
        """The Table Schema of a resource, which may stand in a file; empty if there is none."""
        schema = resource.get("schema")
        if isinstance(schema, str):
            if schema not in self._schemas:
                self._schemas[schema] = self._read_schema(schema)
            return self._schemas[schema]
        return schema if isinstance(schema, dict) else {}

    def _read_schema(self, name: str) -> dict[str, Any]:
        path = self.folder / name
        try:
            is_named = is_safe(name) and not is_address(name)
            found = _read_part(path) if is_named and _is_within(path, self.folder) else None
        except (OSError, ValueError, InputError):
            found = None  # frictionless says so
        return found if isinstance(found, dict) else {}

    def path(self, resource: Mapping[str, Any]) -> Path | None:
        """The one local file of a resource, if it has one."""
        path = resource.get("path")
        if isinstance(path, str) and path and is_safe(path) and not is_address(path):
            return self.folder / path
        return None


def _is_within(path: Path, folder: Path) -> bool:
    """Whether the file is there, and no link leads out of the folder unless that is trusted."""
    from frictionless import system

    if not path.is_file():
        return False
    return system.trusted or path.resolve().is_relative_to(folder.resolve())


def _read_part(path: Path) -> Any:
    return read_yaml(path) if path.suffix.lower() in (".yaml", ".yml") else read_json(path)


def is_address(path: str) -> bool:
    """Whether a path names another host (or scheme) instead of a file."""
    return bool(_ADDRESS.match(path)) and not path.lower().startswith("file://")


def is_safe(path: str) -> bool:
    """Whether a path stays below the folder it starts from, on any system."""
    parts = re.split(r"[/\\]", path)
    outside = ".." in parts or not parts[0] or parts[0].startswith("~") or "\0" in path
    return not outside and not re.match(r"[A-Za-z]:|file://", path, re.ASCII)


def describe(source: Any, options: Mapping[str, Any]) -> Described | Issue | None:
    """The descriptor of a package or table, the issue that it cannot be read, or None.

    None stands for what only frictionless knows: schemas, inquiries, streams, missing files.
    `options` are frictionless's: `basepath` is the folder of a descriptor given as a mapping.
    Raises `InputError` for a folder without a descriptor.
    """
    from frictionless import Package, Resource

    folder = Path(options.get("basepath") or ".")
    kind = options.get("type")
    if isinstance(source, Package):
        return Described(source.to_descriptor(), Path(source.basepath or "."))
    if isinstance(source, Resource):
        return _resource(source)
    if isinstance(source, Mapping) and _is_package(source, kind):
        return Described(dict(source), folder, "descriptor")
    if isinstance(source, Mapping) and _is_table(source, kind):
        file = str(source.get("name") or "descriptor")
        return Described({"resources": [dict(source)]}, folder, file, "resource")
    if isinstance(source, str | Path) and not is_address(str(source)):
        found = _read(str(source), folder, kind)
        if found is not None:
            return found
    return _opened(source, options)


def _read(source: str, folder: Path, kind: object) -> Described | Issue | None:
    """A package's descriptor in a JSON file or folder."""
    if "\0" in source:
        raise InputError(repr(source), "is no path", "Take the NUL out of it")
    path = folder / source
    if path.is_dir():
        path = path / "datapackage.json"
        if not path.exists():
            what = "Give the folder of a package, or its descriptor"
            raise InputError(str(path), "does not exist", what)
    if path.suffix != ".json" or not path.exists():
        return None
    given = "package" if path.name == "datapackage.json" else kind
    if not path.is_file():
        note = f"{path}: is no regular file. Give the file of a descriptor"
        return package_issue("opendata-descriptor", note)
    try:
        found = read_json(path)
    except OSError as error:
        note = f"{path}, cannot be read ({error.strerror}). Check the file and its rights"
        return package_issue("opendata-descriptor", note) if given == "package" else None
    except ValueError as error:
        note = f"{path}, {error}"
        return package_issue("opendata-descriptor", note) if given == "package" else None
    if isinstance(found, dict):
        is_package = _is_package(found, given)
        return Described(found, path.parent, path.name) if is_package else None
    problem = f"{path}: expected a JSON object, found {_kind(found)}. A descriptor is one object"
    return package_issue("opendata-descriptor", problem) if given == "package" else None


def _is_package(descriptor: Mapping[str, Any], kind: object) -> bool:
    return kind == "package" or (kind is None and "resources" in descriptor)


def _is_table(descriptor: Mapping[str, Any], kind: object) -> bool:
    has_data = "path" in descriptor or "data" in descriptor
    return has_data and "schema" in descriptor and kind in (None, "resource", "table")


def _opened(source: Any, options: Mapping[str, Any]) -> Described | None:
    """What frictionless makes of a source, where that is one table, or a package in a file."""
    from frictionless import Package, Resource

    chosen = {name: value for name, value in options.items() if name not in FOR_VALIDATION}
    kind = chosen.pop("type", None)
    try:
        resource = Resource(source, datatype=kind, **chosen)
        packed = isinstance(source, str | Path) and Path(source).suffix in _PACKAGES
        if packed and resource.datatype == "package":
            package = Package(str(source), **chosen)
            folder = Path(package.basepath or ".")
            return Described(package.to_descriptor(), folder, Path(source).name)
        return _resource(resource)
    except Exception:  # frictionless itself says what is wrong
        return None


def _resource(resource: Resource) -> Described | None:
    from frictionless.resources import TableResource

    if not isinstance(resource, TableResource):
        return None
    descriptor = resource.to_descriptor()
    folder = Path(resource.basepath or ".")
    path = descriptor.get("path")
    if isinstance(path, str) and not is_safe(path) and not is_address(path):
        # The caller's own path, not one that a descriptor names: it may lie anywhere.
        full = folder / path.removeprefix("file://")
        folder, descriptor["path"] = full.parent, full.name
    return Described({"resources": [descriptor]}, folder, descriptor["name"], "resource")


def _kind(value: object) -> str:
    return {"list": "an array", "str": "a string"}.get(value.__class__.__name__, "a bare value")
