"""Which records have a page, in MkDocs or, where there are many, beside it.

Not for: what stands on the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from opendata.site.items.article import article_html
from opendata.site.items.index import ITEMS, Index
from opendata.site.items.record import (
    directive_html,
    event_html,
    organisation_html,
    person_html,
)
from opendata.site.items.values import Shown, name_of
from opendata.site.markup import heading, inline
from opendata.site.pages import Page, item_page
from opendata.site.words import Words

MANY = 1000  # records of a kind from which their pages are left out of search and MkDocs

_HTML: dict[str, Callable[[Any, Shown], str]] = {
    "articles": article_html,
    "events": event_html,
    "directives": directive_html,
    "persons": person_html,
    "organisations": organisation_html,
}


def is_many(index: Index, table: str) -> bool:
    """Whether there are so many records that their pages are plain."""
    return len(index.one[table]) > MANY


def item_pages(index: Index, words: Words) -> tuple[Page, ...]:
    """The pages for MkDocs: of every record whose kind has not too many."""
    return tuple(
        Page(path, title, f"{heading(1, inline(title))}\n\n{body}\n", ("navigation", "toc"), False)
        for table in ITEMS
        if not is_many(index, table)
        for path, title, body in items(index, table, words)
    )


def items(index: Index, table: str, words: Words) -> Iterator[tuple[str, str, str]]:
    """Path, title (text) and body (markup) of the page of each record, one after the other."""
    shown = Shown(index, words, item_page(table, "x"))  # links depend on the folder alone
    for name, row in index.one[table].items():
        title = name_of(table, row, shown)
        yield item_page(table, name), title, _HTML[table](row, shown)
