"""The rows of a table as a page shows them: cells with links, filters, and parts that script loads.

Without script there is a plain table of the first rows; theme/assets/opendata/rows.js adds search,
filters and sorting. Not for: files to download (`downloads`), or what columns mean (`tables`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from opendata.records.base import Row
from opendata.records.cells import cell_text
from opendata.records.columns import column_type, extra
from opendata.records.tables import Table, by_name
from opendata.site.items.index import ITEMS
from opendata.site.markup import anchor, escaped
from opendata.site.names import code_labels, column_title
from opendata.site.pages import (
    codes_page,
    data_page,
    file_href,
    href,
    item_page,
    link,
    rows_file,
    table_page,
)
from opendata.site.release import Release
from opendata.site.words import Words

WHOLE = 2000  # rows up to which a page has them all
FIRST = 200  # rows on the page of a longer table
PART = 1000  # rows in a part
MOST = 100_000  # rows that can be searched in the browser; the files have all
_LONG = 40  # characters from which a cell may break
_CODED = 3  # filters by code: of the first columns that have several values


@dataclass(frozen=True)
class Grid:
    """The rows of one table, to be shown in one language."""

    table: Table
    release: Release
    words: Words

    @cached_property
    def rows(self) -> Sequence[Row]:
        return self.release.tables[self.table.name]

    @property
    def here(self) -> str:
        return data_page(self.table)

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], str]:
        """The label of each code, and the name of each province, by list or table and value."""
        codes = code_labels(self.release.lists.values(), self.words)
        provinces: Sequence[Any] = self.release.tables["provinces"]
        named = {("provinces", p.province_id): f"{p.name} ({p.division})" for p in provinces}
        return codes | named


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice over a column: each value with its label and how many rows have it."""

    name: str
    column: str
    title: str
    options: tuple[tuple[str, str, int], ...]


def is_long(rows: Sequence[Row]) -> bool:
    """Whether a page has the first rows alone."""
    return len(rows) > WHOLE


def filters(grid: Grid) -> list[Filter]:
    """Province, a few coded columns and a year, where the rows have several."""
    columns = grid.table.columns
    found = [
        *(_choice(grid, n, "provinces") for n in columns if n == "province_id"),
        *[c for n, f in columns.items() if (c := _choice(grid, n, extra(f, "codes")))][:_CODED],
        _years(grid),
    ]
    return [one for one in found if one]


def _choice(grid: Grid, column: str, labels: str) -> Filter | None:
    if not labels or column == grid.table.key[0]:
        return None
    counts = Counter(cell_text(getattr(row, column)) for row in grid.rows)
    counts.pop("", None)
    if len(counts) < 2:
        return None
    options = [(v, grid.labels.get((labels, v), v), count) for v, count in counts.items()]
    options.sort(key=lambda one: (-one[2], one[1]))
    title = column_title(grid.table.columns[column], grid.words)
    return Filter(column, column, title, tuple(options))


def _years(grid: Grid) -> Filter | None:
    column = year_column(grid.table)
    if not column:
        return None
    counts = Counter(cell_text(getattr(row, column))[:4] for row in grid.rows)
    counts.pop("", None)
    if len(counts) < 2:
        return None
    options = tuple((year, year, counts[year]) for year in sorted(counts, reverse=True))
    return Filter("year", column, grid.words("year"), options)


def year_column(table: Table) -> str:
    """The column that a row's year is read from: `year`, or the first date; empty if none."""
    if "year" in table.columns:
        return "year"
    dates = (n for n, f in table.columns.items() if column_type(f) in (date, datetime))
    return next(dates, "")


def grid_html(grid: Grid) -> str:
    """The form, which script shows, and the table of the first rows."""
    long = is_long(grid.rows)
    rows = grid.rows[:FIRST] if long else grid.rows
    # What a row quotes is found by the record it belongs to; many rows would drown the rest.
    kept = "" if grid.table.record and not long else " data-search-exclude"
    attributes = f'class="rows" tabindex="0" data-count="{len(grid.rows)}"{kept}'
    if long:
        parts = -(-min(len(grid.rows), MOST) // PART)
        address = file_href(grid.here, rows_file(grid.table, 0)).removesuffix("0.json")
        attributes += f' data-parts="{parts}" data-from="{address}" data-page="{FIRST}"'
    head = "".join(_head(grid, name, field) for name, field in grid.table.columns.items())
    return "\n".join(
        [
            _form(grid),
            f"<div {attributes}>",
            f"<table><thead><tr>{head}</tr></thead>",
            "<tbody>",
            *(_row(grid, row) for row in rows),
            "</tbody></table></div>",
            f'<p class="more"><button type="button" hidden>{grid.words("more_rows")}</button></p>',
        ]
    )


def _form(grid: Grid) -> str:
    words = grid.words
    said = {
        "state": words("rows_found", found="{found}", count="{count}"),
        "sort": words("sort_by", column="{column}"),
        "failed": words("rows_not_loaded"),
    }
    attributes = "".join(f' data-{name}="{escaped(text)}"' for name, text in said.items())
    fields = [
        f'<label>{words("find_rows")}<input type="search" name="f" autocomplete="off" '
        f'placeholder="{escaped(words("find_rows_how"))}"></label>'
    ]
    for one in filters(grid):
        options = "".join(
            f'<option value="{escaped(value)}">{escaped(label)} ({words.number(count)})</option>'
            for value, label, count in one.options
        )
        fields.append(
            f'<label>{escaped(one.title)}<select name="{one.name}" data-column="{one.column}">'
            f'<option value="">{words("all_values")}</option>{options}</select></label>'
        )
    state = '<output class="found"></output>'
    return (
        f'<form class="find" role="search" aria-label="{escaped(words("find_rows"))}" hidden'
        f'{attributes}>{"".join(fields)}<button type="reset">{words("clear")}</button>{state}'
        "</form>"
    )


def _head(grid: Grid, name: str, field: FieldInfo) -> str:
    to = _address(grid, name, field, "*")
    number = ' data-number=""' if column_type(field) in (int, float) else ""
    attribute = f' data-to="{escaped(to)}"' if to else ""
    shown = link(grid.here, table_page(grid.table), escaped(name), name)
    return f'<th scope="col" data-name="{name}"{attribute}{number}>{shown}</th>'


def _row(grid: Grid, row: Row) -> str:
    key = grid.table.key
    name = f' id="{escaped(getattr(row, key[0]))}"' if len(key) == 1 else ""
    cells = "".join(
        _cell(grid, column, field, cell_text(getattr(row, column)))
        for column, field in grid.table.columns.items()
    )
    return f"<tr{name}>{cells}</tr>"


def _cell(grid: Grid, column: str, field: FieldInfo, text: str) -> str:
    if not text:
        return "<td></td>"
    if column_type(field) in (int, float):
        return f'<td class="number">{text}</td>'
    address = _address(grid, column, field, text)
    shown = anchor(address, escaped(text)) if address else escaped(text)
    return f'<td class="long">{shown}</td>' if len(text) > _LONG else f"<td>{shown}</td>"


def _address(grid: Grid, column: str, field: FieldInfo, text: str) -> str:
    """Where a cell leads: to the page of a record, a row of another table, or a code."""
    codes, target = extra(field, "codes"), extra(field, "references").partition(".")[0]
    if codes:
        return href(grid.here, codes_page(codes), text)
    if grid.table.name in ITEMS and grid.table.key == (column,):
        target = grid.table.name
    if target in ITEMS:
        return href(grid.here, item_page(target, text))
    if not target:
        return ""
    # A row that the other page may not have yet is looked for there.
    sign = "?f=" if is_long(grid.release.tables[target]) else "#"
    return f"{href(grid.here, data_page(by_name()[target]))}{sign}{text}"


def write_rows(folder: Path, release: Release, tables: Sequence[Table]) -> None:
    """Writes the parts of long tables below `folder`, the same for both languages: JSON arrays of
    rows, each an array of cells as they stand in the CSV file."""
    for table in tables:
        rows = release.tables[table.name][:MOST]
        if not is_long(rows):
            continue
        for at, part in enumerate(_parts(table, rows)):
            path = folder / rows_file(table, at)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
            path.write_text(text, encoding="utf-8", newline="\n")


def _parts(table: Table, rows: Sequence[Row]) -> Iterator[list[list[str]]]:
    for start in range(0, len(rows), PART):
        part = rows[start : start + PART]
        yield [[cell_text(getattr(row, column)) for column in table.columns] for row in part]
