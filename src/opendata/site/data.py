"""The pages of the data: every table with its rows, its files to download, and how to verify them.

Not for: the rows (`rows`), or what the columns mean (`tables`).
"""

from __future__ import annotations

from opendata.package.descriptor import csv_path, json_path
from opendata.records.tables import TABLES, Table
from opendata.site.downloads import ARCHIVE, PACKAGE
from opendata.site.markup import code, fence, heading, inline, size, table
from opendata.site.names import table_title
from opendata.site.pages import DATA, Page, data_page, file_href, file_link, link, table_page
from opendata.site.release import File, Release
from opendata.site.rows import FIRST, MOST, Grid, grid_html, is_long
from opendata.site.tables import table_about
from opendata.site.words import Words


def data_pages(release: Release, words: Words) -> tuple[Page, ...]:
    """The overview of all files, and a page for each table."""
    return (_index(release, words), *(_page(one, release, words) for one in TABLES))


def _index(release: Release, words: Words) -> Page:
    rows = [
        (
            link(DATA, data_page(one), inline(table_title(one, words))),
            table_about(one, words),
            words.number(len(release.tables[one.name])),
            *(_short(file) if file else "" for file in _files(one, release)),
        )
        for one in TABLES
    ]
    head = (words("table"), words("what"), words("rows"), "CSV", "JSON")
    text = [
        heading(1, words("data")),
        words("about_data"),
        _whole(release, DATA, words),
        table(head, rows, "numbers sizes"),
        words("whole_package", file=_download(release.files["datapackage.json"], DATA)),
        heading(2, words("verify"), "_verify"),
        words("about_verify"),
        fence(f"opendata validate {PACKAGE}", "sh"),
        _verify([release.archive], words) if release.archive else "",
    ]
    return Page(DATA, words("data"), "\n\n".join(filter(None, text)) + "\n", ("toc",))


def _files(one: Table, release: Release) -> tuple[File, File | None]:
    """The CSV file of a table, and the JSON file of its records."""
    return release.files[csv_path(one)], release.files[json_path(one)] if one.record else None


def _download(file: File, here: str) -> str:
    name = file.path.rpartition("/")[2]
    return f"{file_link(here, f'{PACKAGE}/{file.path}', code(name))} {size(file.size)}"


def _short(file: File) -> str:
    """A link to a file of which the column says the form."""
    return file_link(DATA, f"{PACKAGE}/{file.path}", size(file.size))


def _whole(release: Release, here: str, words: Words) -> str:
    """The whole package as one file."""
    if not release.archive:
        return ""
    button = _button(release.archive, ARCHIVE, here, words("download_whole"))
    return f'<div class="downloads">{button}</div>'


def _button(file: File, path: str, here: str, shown: str) -> str:
    text = f"<strong>{shown}</strong> <span>{size(file.size)}</span>"
    return f'<a href="{file_href(here, path)}" download>{text}</a>'


def _page(one: Table, release: Release, words: Words) -> Page:
    here, title, rows = data_page(one), table_title(one, words), release.tables[one.name]
    count = words.number(len(rows))
    first = words("long_table", first=FIRST, most=words.number(MOST))
    text = [
        heading(1, inline(title)),
        table_about(one, words),
        words("about_rows", count=count, reference=link(here, table_page(one), code(one.name))),
        _buttons(one, release, here, words),
        first if is_long(rows) else "",
        grid_html(Grid(one, release, words)) if rows else words("no_rows"),
        heading(2, words("verify"), "_verify"),
        _hashes(one, release, words),
    ]
    return Page(here, title, "\n\n".join(filter(None, text)) + "\n", ("navigation", "toc"))


def _buttons(one: Table, release: Release, here: str, words: Words) -> str:
    files = zip(("CSV", "JSON"), _files(one, release), strict=True)
    links = [_button(file, f"{PACKAGE}/{file.path}", here, form) for form, file in files if file]
    if release.archive:
        links.append(_button(release.archive, ARCHIVE, here, words("download_whole")))
    return f'<div class="downloads">{"".join(links)}</div>'


def _hashes(one: Table, release: Release, words: Words) -> str:
    files = [file for file in _files(one, release) if file]
    count = words.number(len(release.tables[one.name]))
    rows = [
        (_download(file, data_page(one)), count, words.number(file.size), code(file.sha256))
        for file in files
    ]
    head = (words("file"), words("rows"), words("bytes"), "SHA-256")
    return f"{table(head, rows, 'files')}\n\n{_verify(files, words)}"


def _verify(files: list[File], words: Words) -> str:
    names = [(file.path.rpartition("/")[2], file.sha256) for file in files]
    unix = "\n".join(f'echo "{sha}  {name}" | sha256sum --check' for name, sha in names)
    windows = "\n".join(f'(Get-FileHash {name}).Hash -eq "{sha.upper()}"' for name, sha in names)
    commands = [words("verify_unix"), fence(unix, "sh")]
    return "\n\n".join([*commands, words("verify_windows"), fence(windows, "powershell")])
