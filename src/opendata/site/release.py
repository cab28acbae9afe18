"""What the pages are made from: a package that is read and whose files are what it says they are.

Not for: pages.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.package.descriptor import csv_path, json_path
from opendata.package.load import load, package_folder
from opendata.records.base import Row
from opendata.records.codes import Code, CodeList, closed_lists
from opendata.records.columns import extra
from opendata.records.tables import TABLES, Table
from opendata.site.sources import page_texts


@dataclass(frozen=True, slots=True)
class File:
    """A file of the package. `path` is below its folder, with `/`; `sha256` in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """A package: rows and records by table name, code lists by name, files by path; the texts of
    its pages by article id, where they were given; the whole as one file, once it is written."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    records: Mapping[str, tuple[Row, ...]]
    lists: Mapping[str, CodeList]
    files: Mapping[str, File]
    texts: Mapping[str, str] = field(default_factory=dict)
    archive: File | None = None

    def filled(self, table: Table) -> dict[str, int]:
        """For each column, how many rows have a value."""
        rows = self.tables[table.name]
        return {n: sum(getattr(row, n) not in (None, ()) for row in rows) for n in table.columns}

    def code_counts(self, name: str) -> Counter[str]:
        """How often each code of a list stands in the columns that use it."""
        counts: Counter[str] = Counter()
        for table, column in users(name):
            counts.update(
                str(value)
                for row in self.tables[table.name]
                if (value := getattr(row, column)) is not None
            )
        return counts


def users(name: str) -> list[tuple[Table, str]]:
    """The columns whose values are of a code list."""
    return [
        (table, column)
        for table in TABLES
        for column, field in table.columns.items()
        if extra(field, "codes") == name
    ]


def read_release(path: Path, sources: Path | None = None) -> Release:
    """Reads a package of ours, and the texts of its pages from `sources`.

    Raises `InputError` where it is missing, does not fit the records, or a file is not the one that
    the descriptor describes, and for `sources` as `page_texts` does.
    """
    package = load(path)
    resources = package.descriptor.get("resources", [])
    files = _files(package_folder(path), resources)
    lists = _code_lists(resources)
    release = Release(package.descriptor, package.tables, package.records, lists, files)
    if sources is None:
        return release
    return replace(release, texts=page_texts(package.tables["articles"], sources))


def _files(folder: Path, resources: Iterable[Mapping[str, Any]]) -> dict[str, File]:
    described = {one.get("path"): one.get("hash") for one in resources}
    paths = [path for t in TABLES for path in (csv_path(t), json_path(t) if t.record else "")]
    found = {}
    for path in filter(None, paths):
        file = _file(folder, path)
        if described.get(path) != f"sha256:{file.sha256}":
            raise InputError(
                str(folder / path),
                "is not the file that datapackage.json describes (SHA-256)",
                "Run `opendata validate` on the package, or build it again",
            )
        found[path] = file
    loose = ["datapackage.json", *(["README.md"] if (folder / "README.md").is_file() else [])]
    return found | {path: _file(folder, path) for path in loose}


def _file(folder: Path, path: str) -> File:
    try:
        data = (folder / path).read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise InputError(str(folder / path), problem, "Build the package again") from None
    return File(path, len(data), hashlib.sha256(data).hexdigest())


def _code_lists(resources: Iterable[Mapping[str, Any]]) -> dict[str, CodeList]:
    """The lists as the package has them: the publisher may have added codes to the open ones."""
    closed = {one.name for one in closed_lists()}
    found: dict[str, CodeList] = {}
    for resource in resources:
        for column in resource.get("schema", {}).get("fields", []):
            if "code_list" in column:
                name = column["code_list"]
                codes = tuple(
                    Code(c["value"], c["label"], c["label_vi"]) for c in column["categories"]
                )
                found[name] = CodeList(name, name not in closed, codes)
    return dict(sorted(found.items()))
