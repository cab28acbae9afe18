"""The entrance to the schema: the picture, and the same as lists. Not for: columns (`tables`)."""

from __future__ import annotations

from opendata.package.export import PROFILE
from opendata.package.table_schema import foreign_keys
from opendata.records.tables import TABLES, Table, by_name
from opendata.site.downloads import SCHEMAS
from opendata.site.markup import code, heading, inline, table
from opendata.site.names import record_title, table_title
from opendata.site.pages import (
    CODES,
    SCHEMA,
    Page,
    file_link,
    link,
    record_page,
    table_page,
)
from opendata.site.picture import picture
from opendata.site.tables import table_about
from opendata.site.words import Words


def overview_page(words: Words) -> Page:
    """The page of the schema as a whole."""
    parts = [
        heading(1, words("schema")),
        words("about_schema"),
        heading(2, words("picture"), "_picture"),
        words("how_to_read_picture"),
        picture(SCHEMA, words),
        heading(2, words("records"), "_records"),
        words("about_records"),
        _records(words),
        heading(2, words("tables"), "_tables"),
        words("about_tables"),
        _tables(words),
        heading(2, words("more_schemas"), "_more"),
        words(
            "about_more_schemas",
            codes=link(SCHEMA, CODES, words("code_lists")),
            profile=file_link(SCHEMA, f"{SCHEMAS}/{PROFILE}", code("package.profile.json")),
        ),
    ]
    return Page(SCHEMA, words("schema"), "\n\n".join(parts) + "\n", ("toc",))


def _records(words: Words) -> str:
    rows = []
    for one in TABLES:
        if one.record:
            lists = ", ".join(_link(by_name()[child.table], words) for child in one.children)
            shown = link(SCHEMA, record_page(one), inline(record_title(one, words)))
            rows.append((shown, table_about(one, words), lists))
    return table((words("record"), words("what"), words("holds")), rows)


def _tables(words: Words) -> str:
    rows = []
    for one in TABLES:
        keys = [
            link(SCHEMA, table_page(one), code(key["fields"][0]), key["fields"][0])
            + " → "
            + _link(by_name()[key["reference"].get("resource", one.name)], words)
            for key in foreign_keys(one)
        ]
        cells = (_link(one, words), code(one.name), table_about(one, words))
        rows.append((*cells, "<br>".join(keys)))
    return table((words("table"), words("name"), words("what"), words("points_to")), rows)


def _link(one: Table, words: Words) -> str:
    return link(SCHEMA, table_page(one), inline(table_title(one, words)))
