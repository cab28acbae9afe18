"""The files of records beside MkDocs: each record as JSON, and plain pages where there are many.

A plain page has the look of the others, since it is one of theirs with other words in it: MkDocs
builds an empty page a kind and language, which this fills. Not for: what stands on the pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from opendata.package.write import json_text
from opendata.records.tables import by_name
from opendata.site.items.index import ITEMS, Index
from opendata.site.items.pages import is_many, items
from opendata.site.markup import escaped, heading
from opendata.site.pages import Page, item_file, item_page
from opendata.site.words import LANGUAGES, Words, words_of

# Where the empty page is to be filled; no id begins with `_`.
_NAME, _TITLE, _BODY = "_empty-page", "TitleOfTheEmptyPage", '<div id="_empty-body"></div>'
_BLANK_LINES = re.compile(r"\n\s+")


def plain_pages(index: Index) -> tuple[Page, ...]:
    """The empty page of each kind with too many records for MkDocs."""
    text = f"{heading(1, _TITLE, '_title')}\n\n{_BODY}\n"
    return tuple(
        Page(item_page(table, _NAME), _TITLE, text, ("navigation", "toc"), False, False)
        for table in ITEMS
        if is_many(index, table)
    )


def write_records(site: Path, index: Index) -> None:
    """Writes each record of the package as a JSON file of its own below `site`."""
    for table in ITEMS:
        key = by_name()[table].key[0]
        (site / item_file(table, "x")).parent.mkdir(parents=True, exist_ok=True)
        for record in index.release.records[table]:
            text = json_text(record.model_dump(mode="json", exclude_none=True))
            path = site / item_file(table, getattr(record, key))
            path.write_text(text, encoding="utf-8", newline="\n")


def write_plain_pages(site: Path, index: Index) -> None:
    """Fills the empty pages of a built site, and removes them."""
    for table in ITEMS:
        if is_many(index, table):
            for language in LANGUAGES:
                _fill(site / language, table, index, words_of(language))


def _fill(folder: Path, table: str, index: Index, words: Words) -> None:
    empty = folder / _built(item_page(table, _NAME))
    parts = _parts(_BLANK_LINES.sub("\n", empty.read_text("utf-8")))
    for path, title, body in items(index, table, words):
        name = path.rpartition("/")[2].removesuffix(".md")
        said: Mapping[str, str] = {_TITLE: escaped(title), _BODY: body, _NAME: name}
        text = "".join(said.get(part, part) for part in parts)
        (folder / _built(path)).write_text(text, encoding="utf-8", newline="\n")
    empty.unlink()


def _parts(text: str) -> list[str]:
    """The page cut at what is to be filled in, the cuts included."""
    cuts = "|".join(map(re.escape, (_TITLE, _BODY, _NAME)))
    return re.split(f"({cuts})", text)


def _built(path: str) -> str:
    return path.removesuffix(".md") + ".html"
