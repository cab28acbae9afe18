"""The first page: what the package is, what it holds, and three ways in. Not for: guides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from opendata.records.tables import TABLES, by_name
from opendata.site.items.index import Index
from opendata.site.markup import anchor, definitions, escaped, heading, inline, table
from opendata.site.names import table_title, title_of
from opendata.site.pages import DATA, HOME, SCHEMA, Page, data_page, guide_page, link
from opendata.site.release import Release
from opendata.site.story import story
from opendata.site.tables import table_about
from opendata.site.words import Words

# The ways in: its words, and the pages it leads to, of which the first that is there is taken.
_DOORS = (
    ("door_use", (guide_page("use-the-data"), DATA)),
    ("door_check", (guide_page("validate-in-ci"), DATA)),
    ("door_read", (SCHEMA,)),
)


def home_page(index: Index, words: Words, guides: Collection[str]) -> Page:
    """The home page; `guides` are the paths of the hand-written pages."""
    release, about = index.release, index.release.descriptor
    title = title_of(about, words, about["name"])
    parts = [
        heading(1, inline(title)),
        _lead(inline(words.pick(about.get("description"), about.get("description_vi")))),
        _numbers(release, words),
        _doors(words, guides),
        *_story(index, words),
        heading(2, words("this_release"), "_release"),
        words("home_about", tables=len(TABLES), evidence=_evidence(words)),
        _rest(release, words),
        facts(about, words),
    ]
    return Page(HOME, words("home"), "\n\n".join(parts) + "\n", ("navigation", "toc"))


def _lead(text: str) -> str:
    return f'<p class="lead">{text}</p>' if text else ""


def _story(index: Index, words: Words) -> list[str]:
    drawn = story(index, words)
    return [heading(2, words("story"), "_story-of-a-page"), drawn] if drawn else []


def _evidence(words: Words) -> str:
    one = by_name()["evidence"]
    return link(HOME, data_page(one), inline(table_title(one, words)))


def _doors(words: Words, guides: Collection[str]) -> str:
    cards = []
    for key, targets in _DOORS:
        there = next(path for path in targets if path in guides or path in (DATA, SCHEMA))
        text = f"<strong>{words(key)}</strong> <span>{words(f'{key}_text')}</span>"
        cards.append(link(HOME, there, text))
    return f'<div class="doors">{"".join(cards)}</div>'


def _numbers(release: Release, words: Words) -> str:
    """The records, in large figures."""
    cells = []
    for one in TABLES:
        if one.children:
            count = words.number(len(release.tables[one.name]))
            title = inline(table_title(one, words))
            shown = f"<strong>{count}</strong> <span>{title}</span>"
            cells.append(link(HOME, data_page(one), shown))
    return f'<div class="counts">{"".join(cells)}</div>'


def _rest(release: Release, words: Words) -> str:
    rows = [
        (
            link(HOME, data_page(one), inline(table_title(one, words))),
            table_about(one, words),
            words.number(len(release.tables[one.name])),
        )
        for one in TABLES
        if not one.children
    ]
    return table((words("table"), words("what"), words("rows")), rows, "numbers")


def facts(about: Mapping[str, Any], words: Words) -> str:
    """What a descriptor says of its package, beside title and description."""
    licences = [
        anchor(one["path"], escaped(one.get("title") or one.get("name", one["path"])))
        if str(one.get("path", "")).startswith(("https://", "http://"))
        else escaped(one.get("title") or one.get("name", ""))
        for one in about.get("licenses", [])
    ]
    people = [str(one.get("title", "")) for one in about.get("contributors", [])]
    rows = [
        (words("name"), escaped(about.get("name", ""))),
        (words("version"), escaped(about.get("version", ""))),
        (words("created"), escaped(about.get("created", ""))),
        (words("licence"), ", ".join(licences)),
        (words("made_by"), escaped(", ".join(filter(None, people)))),
        (words("keywords"), escaped(", ".join(map(str, about.get("keywords", []))))),
    ]
    return definitions(rows, "facts")
