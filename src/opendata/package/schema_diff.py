"""What changed between two sets of Table Schemas, and the version step it asks for.

Not for: differences of data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from opendata.errors import InputError
from opendata.package.load import package_folder, read_descriptor

Step = Literal["major", "minor", "patch"]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference. `step` is the version step that the standard's recipe asks for."""

    table: str
    field: str
    what: str
    step: Step


def read_schemas(path: Path) -> dict[str, dict[str, Any]]:
    """Table Schemas by table, from a folder of `schema export` or from a package."""
    tables = path / "tables"
    if tables.is_dir():
        found = sorted(tables.glob("*.schema.json"))
        return {
            p.name.removesuffix(".schema.json"): json.loads(p.read_text("utf-8")) for p in found
        }
    if not (package_folder(path) / "datapackage.json").is_file():
        raise InputError(
            str(path), "holds neither schemas nor a package", "Give an exported folder or a package"
        )
    resources = read_descriptor(package_folder(path)).get("resources", [])
    return {r["name"]: r["schema"] for r in resources if isinstance(r.get("schema"), dict)}


def schema_diff(
    old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]
) -> tuple[Change, ...]:
    """The differences, sorted by table and field."""
    changes = [Change(name, "", "table removed", "major") for name in old.keys() - new.keys()]
    changes += [Change(name, "", "table added", "minor") for name in new.keys() - old.keys()]
    for name in old.keys() & new.keys():
        changes += _table(name, old[name], new[name])
    return tuple(sorted(changes))


def _table(name: str, old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    before = {field["name"]: field for field in old["fields"]}
    after = {field["name"]: field for field in new["fields"]}
    changes = [Change(name, f, "field removed", "major") for f in before.keys() - after.keys()]
    changes += [Change(name, f, "field added", "major") for f in after.keys() - before.keys()]
    kept = [f for f in before if f in after]
    if kept != [f for f in after if f in before]:
        changes.append(Change(name, "", "fields in another order", "major"))
    for key in ("primaryKey", "foreignKeys"):
        if old.get(key) != new.get(key):
            changes.append(Change(name, "", f"{key} changed", "major"))
    for field in kept:
        changes += _field(name, before[field], after[field])
    return changes


def _field(table: str, old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    changes = []
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            step: Step = "major" if key in ("type", "format", "constraints") else "patch"
            changes.append(Change(table, new["name"], f"{key} changed", step))
    return changes
