"""The picture on the home page: words of one page, and the values they became. Drawn from the
package's own rows, an SVG without colours of its own, with the same in words below it.

Not for: the tables and their keys (`picture`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from opendata.records.cells import cell_text
from opendata.records.columns import extra
from opendata.records.tables import by_name
from opendata.site.items.index import Index
from opendata.site.items.values import Shown
from opendata.site.markup import code, escaped
from opendata.site.names import table_title
from opendata.site.pages import HOME, href, item_page, table_page
from opendata.site.words import Words

_LONGEST = 34  # characters of a quote that fit on the sheet
_SIGN = 7.9  # about the width of a letter, in units of the picture
_WIDTH, _SHEET, _CARD_X, _CARD, _CARD_HEIGHT = 760, 340, 470, 288, 62
_TOP, _STEP = 64, 84

# What is told of each kind: the table whose quotes are taken, and the field that the value is in.
_TOLD = (
    ("evidence", "events", "starts_on"),
    ("participations", "participations", "role"),
    ("citations", "directives", "code"),
    ("figures", "figures", "value"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """Words of a page, and the value in a table that they became; `place` is where they begin."""

    place: int
    quote: str
    table: str
    column: str
    value: str
    article: str


def story(index: Index, words: Words) -> str:
    """The picture with its words as raw HTML; empty where no page has enough to tell."""
    steps = told(index, words)
    if not steps:
        return ""
    height = _TOP + len(steps) * _STEP
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="group" aria-labelledby="_story">',
        f'<title id="_story">{words("story_title")}</title>',
        *_sheet(steps[0].article, height, words),
        *(part for at, one in enumerate(steps) for part in _step(at, one, words)),
        "</svg>",
    ]
    items = "".join(f"<li>{_in_words(one, words)}</li>" for one in steps)
    # One line: a browser's SVG needs no line ends, and Markdown then sees one block.
    return (
        f'<figure class="story" data-search-exclude=""><div class="scrolled" tabindex="0">'
        f"{''.join(parts)}</div><figcaption><p>{words('story_caption')}</p>"
        f"<ul>{items}</ul></figcaption></figure>"
    )


def told(index: Index, words: Words) -> tuple[Step, ...]:
    """What is told: the page with the most to tell, its words in their order."""
    shown = Shown(index, words, HOME)
    pages: dict[str, dict[tuple[str, str], Step]] = {}
    for one in (step for kind in _TOLD for step in _candidates(shown, *kind)):
        pages.setdefault(one.article, {}).setdefault((one.table, one.column), one)
    best = max(pages.values(), key=len, default={})
    return tuple(sorted(best.values(), key=lambda one: one.place)) if len(best) > 1 else ()


def _candidates(shown: Shown, source: str, table: str, column: str) -> Iterable[Step]:
    rows: Iterable[Any] = shown.index.release.tables[source]
    for row in rows:
        quote = " ".join((row.quote or "").split())
        if 1 < len(quote) <= _LONGEST and (value := _value(shown, row, table, column)):
            yield Step(row.start, quote, table, column, value, row.article_id)


def _value(shown: Shown, row: Any, table: str, column: str) -> str:
    """The value as it stands in the package, codes by their label."""
    if table == "events":
        return cell_text(row.value) if (row.table, row.field) == (table, column) else ""
    if table == "directives":
        one = shown.index.one[table].get(row.directive_id)
        return cell_text(getattr(one, column)) if one else ""
    value = cell_text(getattr(row, column))
    if table == "participations":
        person = shown.index.one["persons"].get(row.person_id)
        name = person.name if person else ""
        return " · ".join(filter(None, [name, _label(shown, table, column, value)]))
    return " ".join(filter(None, [value, _label(shown, table, "unit", cell_text(row.unit))]))


def _label(shown: Shown, table: str, column: str, value: str) -> str:
    codes = extra(by_name()[table].columns[column], "codes")
    return shown.labels.get((codes, value), value)


def _sheet(article: str, height: int, words: Words) -> list[str]:
    return [
        f'<a class="sheet" href="{escaped(href(HOME, item_page("articles", article)))}">'
        f'<rect x="1" y="1" width="{_SHEET}" height="{height - 2}" rx="8"/>'
        f'<text class="label" x="24" y="34">{words("story_page")}</text></a>',
        f'<text class="label" x="{_CARD_X}" y="34">{words("story_records")}</text>',
    ]


def _step(at: int, one: Step, words: Words) -> list[str]:
    y = _TOP + at * _STEP
    width = round(len(one.quote) * _SIGN + 16)
    left = 24 + (at * 53) % max(_SHEET - 48 - width, 1) if at else 24
    middle = y + _CARD_HEIGHT // 2
    table = by_name()[one.table]
    end = left + width
    return [
        f'<path class="line" d="M24 {y}H{_SHEET - 24 - at * 31 % 70}'
        + (f"M24 {middle}H{left - 8}" if left > 40 else "")
        + (f"M{end + 8} {middle}H{_SHEET - 24}" if end < _SHEET - 48 else "")
        + '"/>',
        f'<path class="thread" d="M{end} {middle}'
        f'C{_SHEET + 50} {middle} {_SHEET + 70} {middle} {_CARD_X} {middle}"/>'
        f'<circle class="knot" cx="{_CARD_X}" cy="{middle}" r="4"/>',
        f'<rect class="mark" x="{left}" y="{middle - 15}" width="{width}" height="30" rx="4"/>'
        f'<text x="{left + 8}" y="{middle + 5}" textLength="{width - 16}" '
        f'lengthAdjust="spacingAndGlyphs">{escaped(one.quote)}</text>',
        f'<a class="card" href="{escaped(href(HOME, table_page(table), one.column))}">'
        f'<rect x="{_CARD_X}" y="{y}" width="{_CARD}" height="{_CARD_HEIGHT}" rx="6"/>'
        f'<text class="label" x="{_CARD_X + 18}" y="{y + 24}">'
        f'{escaped(table_title(table, words))} · <tspan class="name">{one.column}</tspan></text>'
        f'<text class="value" x="{_CARD_X + 18}" y="{y + 47}">{escaped(one.value)}</text></a>',
    ]


def _in_words(one: Step, words: Words) -> str:
    quote = f'<q lang="vi">{escaped(one.quote)}</q>'
    return f"{quote} → {code(f'{one.table}.{one.column}')} <strong>{escaped(one.value)}</strong>"
