"""Reads a published package back: its tables and its nested records. Not for: validating it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.package.csv_files import read_csv
from opendata.package.descriptor import csv_path, json_path
from opendata.package.json_files import read_json
from opendata.records.base import Row
from opendata.records.flatten import nest
from opendata.records.tables import TABLES


@dataclass(frozen=True, slots=True)
class Package:
    """A package in memory. `tables` are flat rows by table name, `records` nested ones."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    records: Mapping[str, tuple[Row, ...]]


def load(path: str | Path) -> Package:
    """Reads a package of ours from its folder or its `datapackage.json`.

    Raises `InputError` where a file is missing or does not fit the records.
    """
    folder = package_folder(Path(path))
    described = read_descriptor(folder)
    tables = {t.name: tuple(read_csv(_file(folder, csv_path(t)), t)) for t in TABLES}
    return Package(described, tables, nest(tables))


def load_records(path: str | Path) -> dict[str, tuple[Row, ...]]:
    """The nested records by table name, read from the package's JSON files."""
    folder = package_folder(Path(path))
    return {t.name: read_json(_file(folder, json_path(t)), t) for t in TABLES if t.record}


def package_folder(path: Path) -> Path:
    """The folder of a package that is given by its folder or by its descriptor."""
    return path.parent if path.name == "datapackage.json" else path


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The descriptor in a folder; `InputError` if there is none or it is not a JSON object."""
    path = folder / "datapackage.json"
    try:
        described = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise InputError(
            str(path), "does not exist", "Give the folder of a package that `opendata build` wrote"
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(
            str(path), "is not UTF-8", "Save it as UTF-8", f"byte {error.start}"
        ) from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(str(path), f"is not JSON ({error.msg})", "Mend it there", place) from None
    if not isinstance(described, dict):
        raise InputError(str(path), "is not a JSON object", "A descriptor is one object") from None
    return described


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise InputError(str(path), "does not exist", "Build the package again")
    return path
