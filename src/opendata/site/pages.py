"""What a page is, where pages stand, and how one links to another. Not for: their content."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache

from opendata.records.tables import Table
from opendata.site.markup import anchor


@dataclass(frozen=True, slots=True)
class Page:
    """A page in Markdown. `path` is below the language's folder; `title` stands in the menu.

    `hide` names what the theme shows beside a page and this one has no room for. A page that is
    not `listed` is built, but too many are like it for the menu; one that is not `searched` is
    left out of search.
    """

    path: str
    title: str
    text: str
    hide: tuple[str, ...] = ()
    listed: bool = True
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Part of the menu. The first page may be a `.../index.md`, the section's own page."""

    title: str
    parts: tuple[Page | Section, ...]

    def pages(self) -> list[Page]:
        """All pages of the section, in the order of the menu."""
        found: list[Page] = []
        for part in self.parts:
            found += part.pages() if isinstance(part, Section) else [part]
        return found


HOME = "index.md"
SCHEMA = "schema/index.md"
CODES = "schema/codes/index.md"
DATA = "data/index.md"
CITE = "cite.md"
CHANGELOG = "changelog.md"
PICTURES = "pictures/index.md"
PYTHON = "guides/python.md"
PAGE_TO_RECORD = "from-page-to-record.md"


def table_page(table: Table) -> str:
    """The reference page of a table."""
    return f"schema/tables/{table.name}.md"


def record_page(table: Table) -> str:
    """The reference page of the record that a table holds."""
    return f"schema/records/{table.model.__name__.lower()}.md"


def codes_page(name: str) -> str:
    """The page of a code list."""
    return f"schema/codes/{name}.md"


def data_page(table: Table) -> str:
    """The page with the rows of a table."""
    return f"data/{table.name}.md"


def item_page(table: str, record_id: str) -> str:
    """The page of one record: an article, an event, a directive ..."""
    return f"data/{table}/{record_id}.md"


def item_file(table: str, record_id: str) -> str:
    """The record as JSON, a file that both languages share."""
    return f"records/{table}/{record_id}.json"


def rows_file(table: Table, part: int) -> str:
    """A part of the rows of a long table as JSON, a file that both languages share."""
    return f"rows/{table.name}/{part}.json"


def picture_page(name: str) -> str:
    """The page of a picture drawn from the data."""
    return f"pictures/{name}.md"


def guide_page(name: str) -> str:
    """A guide."""
    return f"guides/{name}.md"


def href(here: str, there: str, fragment: str = "") -> str:
    """The address of one page as a link on another; `.md` paths become those of the built pages."""
    folder, _, name = there.rpartition("/")
    way = _way(posixpath.dirname(here), folder)
    target = name if way == "." else f"{way}/{name}"
    if target.endswith(".md"):
        target = target.removesuffix(".md") + ".html"
    return f"{target}#{fragment}" if fragment else target


@cache
def _way(here: str, there: str) -> str:
    """From one folder to another; a site has few folders and many links."""
    return posixpath.relpath("/" + there, "/" + here)


def filtered(here: str, table: Table, name: str, value: str) -> str:
    """The address of a table's rows with a filter set, as a link on a page."""
    return f"{href(here, data_page(table))}?{name}={value}"


def file_href(here: str, file: str) -> str:
    """The address of a file that both languages share, as a link on a page."""
    return href(f"language/{here}", file)


def link(here: str, there: str, shown: str, fragment: str = "") -> str:
    """A link in raw HTML to another page; `shown` is markup already."""
    return anchor(href(here, there, fragment), shown)


def file_link(here: str, file: str, shown: str) -> str:
    """A link in raw HTML to a file that both languages share; `shown` is markup already."""
    return anchor(file_href(here, file), shown)
