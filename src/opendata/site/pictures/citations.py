"""Citations by the year of the page that cites and the kind of the document: a circle each.

Not for: which documents are cited (their own pages say by whom).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from opendata.records.tables import by_name
from opendata.site.items.index import Index
from opendata.site.items.values import Shown
from opendata.site.markup import anchor, heading, table
from opendata.site.pages import Page, filtered, picture_page
from opendata.site.pictures.svg import drawing, label, linked
from opendata.site.words import Words

HERE = picture_page("citations")
MOST_KINDS, MOST_YEARS = 20, 30
_CELL, _NAMES, _TOP = 54, 190, 30
_OTHER = ""


Cells = Counter[tuple[str, str]]


def citations_page(index: Index, words: Words) -> Page:
    """The page."""
    shown = Shown(index, words, HERE)
    cells, undated, unknown = _count(index)
    kinds = [k for k, _ in _total(cells, 0).most_common()]
    years = sorted(_total(cells, 1))
    cut = len(kinds) > MOST_KINDS or len(years) > MOST_YEARS
    few, late = kinds[:MOST_KINDS], years[-MOST_YEARS:]
    parts = [
        heading(1, words("citations_by_year")),
        words(
            "about_citations_by_year",
            count=words.number(sum(cells.values()) + undated + unknown),
            undated=words.number(undated),
        ),
        words("matrix_cut", kinds=MOST_KINDS, years=MOST_YEARS) if cut else "",
        _picture(cells, few, late, shown) if cells else "",
        heading(2, words("as_text"), "_text"),
        _table(cells, kinds, years, shown) if cells else words("no_rows"),
    ]
    text = "\n\n".join(filter(None, parts)) + "\n"
    return Page(HERE, words("citations_by_year"), text, ("toc",))


def _count(index: Index) -> tuple[Cells, int, int]:
    """Citations by kind and year; how many stand on a page without a day, or name no document."""
    cells: Cells = Counter()
    undated = unknown = 0
    rows: Sequence[Any] = index.release.tables["citations"]
    for row in rows:
        article = index.one["articles"].get(row.article_id)
        directive = index.one["directives"].get(row.directive_id)
        if directive is None:
            unknown += 1
        elif article is None or not article.published_on:
            undated += 1
        else:
            cells[directive.kind, str(article.published_on.year)] += 1
    return cells, undated, unknown


def _total(cells: Cells, at: int) -> Counter[str]:
    found = Counter[str]()
    for key, count in cells.items():
        found[key[at]] += count
    return found


def _picture(cells: Cells, kinds: Sequence[str], years: Sequence[str], shown: Shown) -> str:
    most = max(cells.values())
    parts = [label(_NAMES + (at + 0.5) * _CELL, 16, year, "year") for at, year in enumerate(years)]
    for down, kind in enumerate(kinds):
        y = _TOP + down * _CELL + _CELL / 2
        name = shown.label("directive_kind", kind)
        address = _filtered(kind)
        parts.append(linked(address, name, [label(_NAMES - 14, y + 4, name, "left")]))
        parts.append(f'<path class="rule" d="M{_NAMES} {y:g}h{len(years) * _CELL}"/>')
        for at, year in enumerate(years):
            count = cells[kind, year]
            if count:
                x = _NAMES + (at + 0.5) * _CELL
                radius = max((count / most) ** 0.5 * (_CELL / 2 - 2), 9)
                parts.append(
                    f'<g><title>{name}, {year}: {count}</title><circle cx="{x:g}" cy="{y:g}" '
                    f'r="{radius:.1f}"/>{label(x, y + 4, shown.words.number(count), "count")}</g>'
                )
    width, height = _NAMES + len(years) * _CELL + 10, _TOP + len(kinds) * _CELL
    return drawing("citations", shown.words("citations_by_year"), width, height, parts)


def _filtered(kind: str) -> str:
    return filtered(HERE, by_name()["directives"], "kind", kind)


def _table(cells: Cells, kinds: Sequence[str], years: Sequence[str], shown: Shown) -> str:
    words, total = shown.words, _total(cells, 0)
    rows = [
        (
            anchor(_filtered(kind), shown.label("directive_kind", kind)),
            *(words.number(cells[kind, year]) for year in years),
            words.number(total[kind]),
        )
        for kind in kinds
    ]
    return table((words("kind"), *years, words("sum")), rows, "numbers")
