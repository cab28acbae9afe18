"""The reference page of each record: what it is composed of, one from the package, its schema.

Not for: columns (`tables`).
"""

from __future__ import annotations

import json
from typing import Any

from opendata.package.descriptor import json_path
from opendata.package.export import record_schema_path
from opendata.package.json_schema import record_schema
from opendata.package.write import json_text
from opendata.records.tables import TABLES, Table, by_name
from opendata.site.downloads import PACKAGE, SCHEMAS
from opendata.site.markup import code, fence, folded, heading, inline, table, unsearched
from opendata.site.names import record_title, table_title
from opendata.site.pages import Page, file_link, link, record_page, table_page
from opendata.site.release import Release
from opendata.site.tables import table_about
from opendata.site.words import Words

_SHOWN = 2  # of the rows in each list of the example


def record_pages(release: Release, words: Words) -> tuple[Page, ...]:
    """A page for each record, in the order of the registry."""
    return tuple(_page(one, release, words) for one in TABLES if one.record)


def _page(one: Table, release: Release, words: Words) -> Page:
    here, title = record_page(one), record_title(one, words)
    own = link(here, table_page(one), code(one.name))
    file = file_link(here, f"{PACKAGE}/{json_path(one)}", code(json_path(one)))
    parts = [
        heading(1, inline(title)),
        table_about(one, words),
        words("record_stands", table=own, file=file),
        heading(2, words("composed_of"), "_parts"),
        _parts(one, here, words),
        *_example(one, release, words),
        heading(2, words("json_schema"), "_schema"),
        file_link(here, f"{SCHEMAS}/{record_schema_path(one)}", words("download_json_schema")),
        folded(words("show"), json_text(record_schema(one)), "json"),
    ]
    return Page(here, title, "\n\n".join(parts) + "\n")


def _parts(one: Table, here: str, words: Words) -> str:
    fields = ", ".join(link(here, table_page(one), code(name), name) for name in one.columns)
    rows = [(words("own_fields"), fields)]
    for child in one.children:
        other = by_name()[child.table]
        shown = link(here, table_page(other), inline(table_title(other, words)))
        via = link(here, table_page(other), code(f"{other.name}.{child.via}"), child.via)
        rows.append((shown, words("list_by", column=via)))
    return table((words("part"), words("what")), rows)


def _example(one: Table, release: Release, words: Words) -> list[str]:
    records = release.records[one.name]
    if not records:
        return []
    shown = _shortened(records[0].model_dump(mode="json", exclude_none=True))
    return [
        heading(2, words("example_record"), "_example"),
        words("about_example", count=_SHOWN),
        unsearched(fence(json.dumps(shown, ensure_ascii=False, indent=2), "json")),
    ]


def _shortened(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items() if item != []}
    return [_shortened(item) for item in value[:_SHOWN]] if isinstance(value, list) else value
