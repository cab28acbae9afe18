"""Which files a package consists of and how they are written, so that a fault can be placed in one.

Reads the descriptor a second time, by itself: whatever is wrong with it is for the checks to say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from opendata.validation.reports.json_lines import find_place
from opendata.validation.reports.lines import Cell, Position, Text, locate
from opendata.validation.source import is_address, is_safe

DESCRIPTOR = "datapackage.json"
_LARGEST = 16 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """The file of a resource; `text` tells how it is written where its lines can be counted.

    `header` is the row of the column names, `schema` the Table Schema (empty: unknown).
    """

    file: str
    text: Text | None = None
    primary_key: tuple[str, ...] = ()
    header: int = 1
    schema: Mapping[str, Any] = field(default_factory=dict)

    def positions(self, cells: set[Cell], labels: tuple[str, ...]) -> dict[Cell, Position]:
        """Where cells stand."""
        return locate(replace(self.text, labels=labels), cells) if self.text else {}


@dataclass(frozen=True, slots=True)
class Places:
    """The descriptor and tables of a package, or the one table where there is no descriptor.

    `file` is the descriptor, or the table itself, as seen from the working directory; `folder` is
    what the paths of a report start from.
    """

    file: str
    folder: Path
    content: str = ""
    tables: Mapping[str, Table] = field(default_factory=dict)
    only: Table | None = None

    def table(self, name: str, place: str) -> Table:
        """The table of a resource; `place` is what frictionless calls it."""
        # frictionless makes the name of a lone table up of its file's.
        return self.only or self.tables.get(name) or Table(place or self.file)

    def position(self, place: str) -> Position | None:
        """Where a part of the descriptor stands."""
        return find_place(self.content, place) if self.content else None


def find_places(source: Path) -> Places:
    """The places of a package folder, a descriptor, or a table."""
    path = source / DESCRIPTOR if source.is_dir() else source
    if path.suffix != ".json":
        table = Table(source.as_posix(), _text(source, {}, source.parent))
        return Places(source.as_posix(), source.parent, only=table)
    content = _read(path)
    descriptor = _parse(content)
    listed = descriptor.get("resources", [descriptor])
    tables = {
        str(one.get("name")): _table(one, path.parent)
        for one in (listed if isinstance(listed, list) else [])
        if isinstance(one, dict)
    }
    return Places(path.as_posix(), path.parent, content, tables)


def _table(resource: Mapping[str, Any], folder: Path) -> Table:
    path = resource.get("path")
    schema = _part(resource.get("schema"), folder)
    if isinstance(path, list) and path:  # rows are counted on from one part to the next
        return Table((folder / str(path[0])).as_posix(), schema=schema)
    if not isinstance(path, str) or not is_safe(path) or is_address(path):
        return Table(str(path or ""), schema=schema)
    key = schema.get("primaryKey", [])
    columns = [key] if isinstance(key, str) else key if isinstance(key, list) else []
    text = _text(folder / path, resource, folder)
    header = _part(resource.get("dialect"), folder).get("headerRows")
    last = header[-1] if isinstance(header, list) and header else 1
    row = last if isinstance(last, int) else 1
    return Table((folder / path).as_posix(), text, tuple(map(str, columns)), row, schema)


def _text(path: Path, resource: Mapping[str, Any], folder: Path) -> Text | None:
    form = str(resource.get("format") or path.suffix[1:]).lower()
    if form not in ("csv", "tsv") or resource.get("compression"):
        return None
    dialect = _part(resource.get("dialect"), folder)
    control = dialect.get("csv")
    dialect = {**dialect, **(control if isinstance(control, dict) else {})}
    delimiter = dialect.get("delimiter", "\t" if form == "tsv" else "")
    quote, escape = dialect.get("quoteChar", '"'), dialect.get("escapeChar")
    return Text(
        path,
        _encoding(resource),
        delimiter if isinstance(delimiter, str) and len(delimiter) == 1 else "",
        quote if isinstance(quote, str) and len(quote) == 1 else "",
        escape if isinstance(escape, str) and len(escape) == 1 else None,
        dialect.get("doubleQuote") is not False,
    )


def _encoding(resource: Mapping[str, Any]) -> str:
    stated = str(resource.get("encoding") or "utf-8")
    return "utf-8-sig" if stated.lower() in ("utf-8", "utf8") else stated


def _part(part: object, folder: Path) -> dict[str, Any]:
    """A part of a descriptor that may stand in a file of its own."""
    if isinstance(part, str) and is_safe(part) and not is_address(part):
        return _parse(_read(folder / part))
    return part if isinstance(part, dict) else {}


def _read(path: Path) -> str:
    try:
        if path.is_file() and path.stat().st_size <= _LARGEST:
            return path.read_text("utf-8")
    except (OSError, ValueError):
        pass
    return ""


def _parse(content: str) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
