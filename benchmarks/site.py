"""The documentation site of packages that grow: seconds, files and sizes. Not for: its looks.

A package of any size is the seeds' package again and again, each copy under ids of its own; the
documents cited are shared by ten copies, as central documents are.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from opendata.authority import load as load_authority
from opendata.package.load import load
from opendata.package.metadata import Metadata
from opendata.package.write import write_package
from opendata.records.base import Row
from opendata.records.tables import TABLES, by_name, pointers
from opendata.site import build_site

SIZES = (5, 1_000, 10_000)
SEEDS = Path(__file__).parent.parent / "datapackage"
_SHARED = {"outlets", "provinces"}
_TENFOLD = {"directives", "organisations"}  # ten copies speak of the same ones
_LARGEST = 300_000  # bytes that a page may have


def site(sizes: Sequence[int] = SIZES) -> Iterator[tuple[str, str, str]]:
    """Lines of a table: what a site of so many articles costs."""
    yield "site of so many articles", "seconds", "ms an article"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            package = write_copies(Path(folder) / "datapackage", size)
            start = time.perf_counter()
            out = build_site(package, Path(folder) / "site", None)
            spent = time.perf_counter() - start
            yield f"{size} articles", f"{spent:.1f}", f"{spent / size * 1e3:.1f}"
            pages = sorted(path.stat().st_size for path in out.rglob("*.html"))
            whole = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
            yield "  pages, and all files in MB", f"{len(pages):,}", f"{whole / 1e6:,.0f}"
            middle, largest = pages[len(pages) // 2] / 1e3, pages[-1] / 1e3
            yield "  kB of a page, the middle and the largest", f"{middle:.0f}", f"{largest:.0f}"


def write_copies(folder: Path, articles: int) -> Path:
    """A package of about so many articles: the seeds' own five, copied under other ids."""
    seeds = load(SEEDS)
    count = max(1, articles // len(seeds.tables["articles"]))
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    seen: dict[str, set[object]] = {name: set() for name in (*_SHARED, *_TENFOLD)}
    for at in range(count):
        for table in TABLES:
            for row in seeds.tables[table.name]:
                copy = _copy(row, table.name, at)
                if table.name in seen:
                    name = getattr(copy, table.key[0])
                    if name in seen[table.name]:
                        continue
                    seen[table.name].add(name)
                rows[table.name].append(copy)
    tables = {name: tuple(sorted(found, key=_key(name))) for name, found in rows.items()}
    write_package(folder, tables, Metadata(name="copies", title="Copies"), load_authority())
    return folder


def _key(name: str) -> Any:
    key = by_name()[name].key
    return lambda row: tuple(getattr(row, column) for column in key)


def _copy(row: Row, table: str, at: int) -> Row:
    """The row under the ids of a copy."""
    named = {**pointers()[table], **_own(table)}
    if hasattr(row, "record_id"):
        target = str(getattr(row, "table", ""))
        named["record_id"] = target
        if hasattr(row, "same_as_id"):
            named["same_as_id"] = target
    changed: dict[str, object] = {}
    for column, target in named.items():
        value = getattr(row, column)
        if value is not None and target not in _SHARED:
            changed[column] = f"{_number(target, at)}.{value}"
    more: Any = row
    if table == "articles":
        changed["source_name"] = f"{at}/{more.source_name}"
    if table == "evidence":  # its id begins with what it is about
        tail = more.evidence_id.removeprefix(f"{more.table}.{more.record_id}.{more.field}.")
        about = f"{more.table}.{changed['record_id']}.{more.field}"
        changed["evidence_id"] = f"{about}.{at:06}.{tail}"
    return row.model_copy(update=changed)


def _own(table: str) -> dict[str, str]:
    key = by_name()[table].key
    return {key[0]: table} if len(key) == 1 else {}


def _number(table: str, at: int) -> str:
    return f"{at // 10 * 10:06}" if table in _TENFOLD else f"{at:06}"
