"""Any other Data Package, read for its site: its tables, their fields, and their first rows.

Files are only read where the descriptor names them below its own folder; nothing is fetched.
Not for: packages of ours (`release`), pages (`foreign_pages`), or validating.
"""

from __future__ import annotations

import csv
import hashlib
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.package.descriptor import CONFORMS_TO
from opendata.package.load import read_descriptor
from opendata.site.release import File

SHOWN = 300  # rows on a page; the files hold the rest
_REMEDY = "Run `opendata validate` on the package to see what is wrong with it"
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
_LARGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource. `slug` names its page; `files` are those of the package, `links` addresses that
    lead away. `head` and `rows` are the first rows of a table in CSV, `count` all of them."""

    name: str
    slug: str
    about: Mapping[str, Any]
    schema: Mapping[str, Any]
    files: tuple[File, ...]
    links: tuple[str, ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    count: int | None = None

    @property
    def fields(self) -> list[Mapping[str, Any]]:
        """The fields of its schema."""
        return list(self.schema.get("fields", []))


@dataclass(frozen=True, slots=True)
class Foreign:
    """A Data Package that was not made with this toolkit."""

    descriptor: Mapping[str, Any]
    resources: tuple[Resource, ...]


def is_foreign(descriptor: Mapping[str, Any]) -> bool:
    """Whether a descriptor is not that of a package of ours."""
    return descriptor.get("conformsTo") != CONFORMS_TO


def read_foreign(folder: Path) -> Foreign:
    """Reads a package; `InputError` where the descriptor or a file cannot be used."""
    descriptor = read_descriptor(folder)
    found = descriptor.get("resources")
    path = str(folder / "datapackage.json")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError(path, "has no list of resources", _REMEDY, "resources")
    resources, slugs = [], set[str]()
    for at, about in enumerate(found, 1):
        name = str(about.get("name") or f"resource-{at}")
        slug = name if _SLUG.fullmatch(name) and name not in {"index", *slugs} else f"resource-{at}"
        slugs.add(slug)
        resources.append(_resource(folder, name, slug, about))
    return Foreign(descriptor, tuple(resources))


def _resource(folder: Path, name: str, slug: str, about: Mapping[str, Any]) -> Resource:
    stated = about.get("path", [])
    paths = [stated] if isinstance(stated, str) else stated
    if not isinstance(paths, list) or not all(isinstance(one, str) for one in paths):
        place = f"resource {name}, path"
        raise InputError(str(folder / "datapackage.json"), "is not a path", _REMEDY, place)
    local = [one for one in paths if "://" not in one]
    files = tuple(_file(folder, one, name) for one in local)
    links = tuple(one for one in paths if one.startswith(("https://", "http://")))
    schema = _schema(folder, name, about.get("schema", {}))
    table = Resource(name, slug, about, schema, files, links)
    if not local or not _is_csv(about, local[0]):
        return table
    return _with_rows(folder, table)


def _file(folder: Path, path: str, name: str) -> File:
    data = _inside(folder, path, name).read_bytes()
    return File(path, len(data), hashlib.sha256(data).hexdigest())


def _inside(folder: Path, path: str, name: str) -> Path:
    """A file of the package; one that the descriptor places outside its folder is refused."""
    file = folder / path
    place = f"resource {name}"
    descriptor = str(folder / "datapackage.json")
    if not file.resolve().is_relative_to(folder.resolve()):
        problem = f"names a file outside the package: {path}"
        raise InputError(descriptor, problem, "Put it below the descriptor's folder", place)
    if not file.is_file():
        problem = f"names a file that is not there: {path}"
        raise InputError(descriptor, problem, "Add it, or take it out of the descriptor", place)
    return file


def _schema(folder: Path, name: str, stated: Any) -> Mapping[str, Any]:
    """A schema that stands in the descriptor or in a file beside it; one elsewhere is left out."""
    place = f"resource {name}, schema"
    if isinstance(stated, str):
        if "://" in stated:
            return {}
        file = _inside(folder, stated, name)
        try:
            stated = json.loads(file.read_text("utf-8"))
        except ValueError:
            raise InputError(str(file), "is not JSON in UTF-8", _REMEDY) from None
    fields = stated.get("fields", []) if isinstance(stated, dict) else None
    if not isinstance(fields, list) or not all(isinstance(one, dict) for one in fields):
        raise InputError(str(folder / "datapackage.json"), "is not a schema", _REMEDY, place)
    found: Mapping[str, Any] = stated
    return found


def _is_csv(about: Mapping[str, Any], path: str) -> bool:
    return path.lower().endswith((".csv", ".tsv")) or about.get("format") in ("csv", "tsv")


def _with_rows(folder: Path, table: Resource) -> Resource:
    path, about = folder / table.files[0].path, table.about
    dialect = about.get("dialect")
    dialect = dialect if isinstance(dialect, dict) else {}
    tabs = path.suffix.lower() == ".tsv" or about.get("format") == "tsv"
    try:
        rows = _read(path, about, dialect, "\t" if tabs else ",")
        head = next(rows, ()) if dialect.get("header", True) else _names(table)
        shown = tuple(itertools.islice(rows, SHOWN))
        count = len(shown) + sum(1 for _ in rows)
    except (UnicodeDecodeError, LookupError):
        problem = f"is not text in {about.get('encoding', 'utf-8')}"
        raise InputError(str(path), problem, "State its encoding in the descriptor") from None
    except (csv.Error, TypeError) as error:
        raise InputError(str(path), f"cannot be read as CSV ({error})", _REMEDY) from None
    return replace(table, head=head, rows=shown, count=count)


def _names(table: Resource) -> tuple[str, ...]:
    return tuple(str(field.get("name", "")) for field in table.fields)


def _read(
    path: Path, about: Mapping[str, Any], dialect: Mapping[str, Any], delimiter: str
) -> Iterator[tuple[str, ...]]:
    encoding = str(about.get("encoding", "utf-8"))
    encoding = "utf-8-sig" if encoding.lower().replace("-", "") == "utf8" else encoding
    csv.field_size_limit(_LARGEST_CELL)
    with path.open(encoding=encoding, newline="") as file:
        for row in csv.reader(
            file,
            delimiter=dialect.get("delimiter", delimiter),
            quotechar=dialect.get("quoteChar", '"'),
            doublequote=dialect.get("doubleQuote", True),
            skipinitialspace=dialect.get("skipInitialSpace", False),
        ):
            if row:
                yield tuple(row)
