"""The entrance to "from page to record": how to read such a page, and the articles that have one.

Not for: the pages themselves (`article`).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from opendata.records.tables import by_name
from opendata.site.items.families import FAMILIES, family
from opendata.site.items.index import Index
from opendata.site.items.values import Shown, cut, name_link, name_of
from opendata.site.markup import escaped, heading
from opendata.site.names import table_title
from opendata.site.pages import PAGE_TO_RECORD, Page, data_page, item_page, link
from opendata.site.words import Words

MOST = 300  # articles on the page; the table of articles has all
_COUNTED = ("citations", "figures", "tasks", "positions", "participations", "systems")


def overview_page(index: Index, words: Words) -> Page:
    """The page."""
    shown = Shown(index, words, PAGE_TO_RECORD)
    articles = list(index.one["articles"].values())
    cards = "".join(_card(one, shown) for one in articles[:MOST])
    more = ""
    if len(articles) > MOST:
        table = by_name()["articles"]
        rows = link(PAGE_TO_RECORD, data_page(table), table_title(table, words))
        more = words("more_articles", count=words.number(len(articles) - MOST), table=rows)
    keys = "".join(
        f'<li class="key {name}"><span>{words(key)}</span></li>' for name, key in FAMILIES.items()
    )
    parts = [
        heading(1, words("page_to_record")),
        words("about_page_to_record"),
        f'<ul class="item legend">{keys}</ul>',
        words("about_page_texts"),
        heading(2, words("the_pages"), "_pages"),
        f'<div class="item shelf">{cards}</div>',
        more,
    ]
    text = "\n\n".join(filter(None, parts)) + "\n"
    return Page(PAGE_TO_RECORD, words("page_to_record"), text, ("navigation", "toc"))


def _card(article: Any, shown: Shown) -> str:
    name, index = article.article_id, shown.index
    counts = Counter[str]()
    for table in _COUNTED:
        counts[family(table)] += len(index.rows(table, "article_id", name))
    chips = "".join(
        f'<li class="key {one}"><span>{shown.words(FAMILIES[one])}</span> <b>{count}</b></li>'
        for one, count in counts.items()
        if count
    )
    title = escaped(cut(name_of("articles", article, shown)))
    outlet = name_link("outlets", article.outlet_id, shown) if article.outlet_id else ""
    day = f"<time>{article.published_on}</time>" if article.published_on else ""
    about = " · ".join(filter(None, [day, outlet]))
    return (
        f"<article><h3>{link(shown.here, item_page('articles', name), title)}</h3>"
        f'<p class="form">{about}</p><ul class="legend" data-search-exclude="">{chips}</ul>'
        "</article>"
    )
