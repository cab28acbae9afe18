"""The pages of the data: the first rows of each table, its files, and how to verify them.

Not for: what the columns mean (`tables`).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from pydantic.fields import FieldInfo

from opendata.package.descriptor import csv_path, json_path
from opendata.records.base import Row
from opendata.records.cells import cell_text
from opendata.records.columns import column_type, extra
from opendata.records.tables import TABLES, Table, by_name
from opendata.site.downloads import PACKAGE
from opendata.site.markup import anchor, code, escaped, fence, heading, inline, size, table
from opendata.site.pages import DATA, Page, codes_page, data_page, file_href, href, link, table_page
from opendata.site.release import File, Release
from opendata.site.tables import table_title
from opendata.site.words import Words

SHOWN = 300  # rows on a page: a browser shows them at once, and the files hold the rest
_LONG = 40  # characters from which a cell may break


def data_pages(release: Release, words: Words) -> tuple[Page, ...]:
    """The overview of all files, and a page for each table."""
    shown = {one.name: _ids(one, release) for one in TABLES}
    pages = [_page(one, release, shown, words) for one in TABLES]
    return (_index(release, words), *pages)


def _ids(one: Table, release: Release) -> frozenset[str]:
    """The ids of the rows that are shown, for tables whose key is one column."""
    if len(one.key) > 1:
        return frozenset()
    rows = itertools.islice(release.tables[one.name], SHOWN)
    return frozenset(str(getattr(row, one.key[0])) for row in rows)


def _index(release: Release, words: Words) -> Page:
    rows = [
        (
            link(DATA, data_page(one), inline(table_title(one, words))),
            words.number(len(release.tables[one.name])),
            *(_download(file, DATA) if file else "" for file in _files(one, release)),
        )
        for one in TABLES
    ]
    head = (words("table"), words("rows"), "CSV", "JSON")
    text = [
        heading(1, words("data")),
        words("about_data"),
        table(head, rows, "numbers"),
        words("whole_package", file=_download(release.files["datapackage.json"], DATA)),
        heading(2, words("verify"), "_verify"),
        words("about_verify"),
        fence(f"opendata validate {PACKAGE}", "sh"),
    ]
    return Page(DATA, words("data"), "\n\n".join(text) + "\n")


def _files(one: Table, release: Release) -> tuple[File, File | None]:
    """The CSV file of a table, and the JSON file of its records."""
    return release.files[csv_path(one)], release.files[json_path(one)] if one.record else None


def _download(file: File, here: str) -> str:
    name = file.path.rpartition("/")[2]
    return f"{anchor(file_href(here, f'{PACKAGE}/{file.path}'), code(name))} {size(file.size)}"


def _page(one: Table, release: Release, shown: Mapping[str, frozenset[str]], words: Words) -> Page:
    here, title, rows = data_page(one), table_title(one, words), release.tables[one.name]
    text = [
        heading(1, inline(title)),
        words("about_rows", reference=link(here, table_page(one), code(one.name))),
        heading(2, words("files"), "_files"),
        _downloads(one, release, here, words),
        heading(2, words("the_rows"), "_rows"),
        words("rows_shown", shown=min(SHOWN, len(rows)), count=words.number(len(rows))),
        _rows(one, rows[:SHOWN], shown, words) if rows else words("no_rows"),
    ]
    return Page(here, title, "\n\n".join(text) + "\n", ("toc",))


def _downloads(one: Table, release: Release, here: str, words: Words) -> str:
    files = [file for file in _files(one, release) if file]
    count = len(release.tables[one.name])
    rows = [
        (_download(file, here), words.number(count), words.number(file.size), code(file.sha256))
        for file in files
    ]
    head = (words("file"), words("rows"), words("bytes"), "SHA-256")
    names = [(file.path.rpartition("/")[2], file.sha256) for file in files]
    unix = "\n".join(f'echo "{sha}  {name}" | sha256sum --check' for name, sha in names)
    windows = "\n".join(f'(Get-FileHash {name}).Hash -eq "{sha.upper()}"' for name, sha in names)
    commands = [words("verify_unix"), fence(unix, "sh")]
    commands += [words("verify_windows"), fence(windows, "powershell")]
    return "\n\n".join([table(head, rows, "files"), *commands])


def _rows(
    one: Table, rows: tuple[Row, ...], shown: Mapping[str, frozenset[str]], words: Words
) -> str:
    here = data_page(one)
    head = "".join(
        f"<th>{link(here, table_page(one), escaped(name), name)}</th>" for name in one.columns
    )
    # Rows that quote are found by the records they belong to; searching them all drowns these.
    kept = "" if one.record else " data-search-exclude"
    lines = [f'<div class="rows" tabindex="0"{kept}>', "<table>", f"<thead><tr>{head}</tr></thead>"]
    lines.append("<tbody>")
    for row in rows:
        name = f' id="{escaped(getattr(row, one.key[0]))}"' if len(one.key) == 1 else ""
        cells = "".join(
            _cell(getattr(row, column), field, here, shown, words)
            for column, field in one.columns.items()
        )
        lines.append(f"<tr{name}>{cells}</tr>")
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _cell(
    value: object,
    field: FieldInfo,
    here: str,
    shown: Mapping[str, frozenset[str]],
    words: Words,
) -> str:
    text = cell_text(value)
    if not text:
        return "<td></td>"
    target, codes = extra(field, "references").partition(".")[0], extra(field, "codes")
    if column_type(field) in (int, float):
        return f'<td class="number">{text}</td>'
    if target and text in shown[target]:
        return f"<td>{link(here, data_page(by_name()[target]), escaped(text), text)}</td>"
    if codes:
        return f"<td>{anchor(href(here, codes_page(codes), text), escaped(text))}</td>"
    return (
        f'<td class="long">{escaped(text)}</td>'
        if len(text) > _LONG
        else f"<td>{escaped(text)}</td>"
    )
