"""The page of an article, "from page to record": its text with every span that was read marked,
beside the record, each linked to the other.

The text is shown where the builder gave it; otherwise the quotes that the package holds, in the
order of the page. Marks come from the package's rows alone. Not for: the marking (`marked_text`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from opendata.site.items.cards import Sheet
from opendata.site.items.families import FAMILIES
from opendata.site.items.frame import frame, heading_html
from opendata.site.items.index import Index
from opendata.site.items.read_there import cards
from opendata.site.items.values import Shown, name_link, value_html
from opendata.site.marked_text import Block, Fragment, Span, fragments, marked
from opendata.site.markup import definitions, escaped
from opendata.site.pages import PAGE_TO_RECORD, link

# What a person reading the page did not come for.
_APART = {"boilerplate", "related", "teaser"}


def article_html(article: Any, shown: Shown) -> str:
    """The page below its title, as one block of HTML."""
    words = shown.words
    sheet = Sheet(shown, article.article_id)
    record = sheet.cards(cards(article, shown))
    text = _text(article, shown, sheet.spans)
    whole = article.article_id in shown.index.release.texts
    way = link(shown.here, PAGE_TO_RECORD, words("page_to_record"))
    body = (
        f"{_facts(article, shown)}{_legend(sheet.spans, shown)}"
        '<div class="columns" data-search-exclude="">'
        '<section class="source" aria-labelledby="_text">'
        f"{heading_html('_text', words('the_page'))}"
        f'<p class="note">{words("text_given" if whole else "quotes_only")}</p>'
        f'<div class="text" lang="{escaped(article.language)}">{text}</div></section>'
        '<section class="record" aria-labelledby="_record">'
        f"{heading_html('_record', words('record'))}{record}</section></div>"
    )
    return frame("articles", article.article_id, body, shown, "p2r", way)


def _facts(article: Any, shown: Shown) -> str:
    words = shown.words
    rows = [
        (words("outlet"), article.outlet_id and name_link("outlets", article.outlet_id, shown)),
        (words("published"), _value("published_on", article, shown)),
        (words("province"), _value("province_id", article, shown)),
        (words("source"), _value("url", article, shown) or escaped(article.source_name)),
        (words("licence_of_page"), _value("licence", article, shown) or words("licence_unknown")),
    ]
    return definitions(rows, "facts")


def _value(column: str, article: Any, shown: Shown) -> str:
    value = getattr(article, column)
    return "" if value is None else value_html("articles", column, value, shown)


def _legend(spans: Iterable[Span], shown: Shown) -> str:
    """A box a family: unticked, its marks and lines are taken back."""
    counts = Counter(one.family for one in {(s.start, s.end, s.family): s for s in spans}.values())
    keys = "".join(
        f'<label class="key {name}"><input type="checkbox" id="show-{name}" checked>'
        f"<span>{shown.words(key)}</span> <b>{counts[name]}</b></label>"
        for name, key in FAMILIES.items()
        if counts[name]
    )
    legend = f"<legend>{shown.words('show_marks')}</legend>"
    return f'<fieldset class="legend" data-search-exclude="">{legend}{keys}</fieldset>'


def _text(article: Any, shown: Shown, spans: list[Span]) -> str:
    index = shown.index
    blocks = [
        Block(one.start, one.end, f"b-{one.kind}{' apart' if one.kind in _APART else ''}")
        for one in index.rows("blocks", "article_id", article.article_id)
    ]
    text = index.release.texts.get(article.article_id)
    if text is not None:
        return marked(Fragment(0, text), spans, blocks)
    found = fragments(_quotes(index, article.article_id))
    gap = '<p class="gap" aria-hidden="true">⋯</p>'
    parts = _by_fragment(found, spans)
    return gap.join(marked(one, those, blocks) for one, those in zip(found, parts, strict=True))


def _by_fragment(found: list[Fragment], spans: list[Span]) -> list[list[Span]]:
    """The spans of each fragment; both go through the page from its beginning to its end."""
    parts: list[list[Span]] = [[] for _ in found]
    at = 0
    for span in sorted(spans, key=lambda one: one.start):
        while at < len(found) and found[at].end <= span.start:
            at += 1
        if at < len(found):
            parts[at].append(span)
    return parts


_QUOTING = (
    *("citations", "figures", "systems", "positions", "participations", "tasks"),
    *("directive_relations", "evidence"),
)


def _quotes(index: Index, article: str) -> Iterator[tuple[int, str]]:
    for table in _QUOTING:
        for row in index.rows(table, "article_id", article):
            if row.quote:
                yield row.start, row.quote
