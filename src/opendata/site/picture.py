"""The entity-relationship picture: an SVG drawn from the registry, the same on every machine.

Each box, field and line is a link; a key within a frame is told by the frame. Colours are the
page's own. Not for: where things stand (`picture_plan`), or the same as text (`overview`).
"""

from __future__ import annotations

from collections.abc import Sequence

from opendata.records.columns import extra
from opendata.records.tables import Table, by_name
from opendata.site.markup import escaped
from opendata.site.names import column_title, record_title, table_title
from opendata.site.pages import href, table_page
from opendata.site.picture_plan import BOX, PADDING, Frame, Line, Spot, box_height, field_y, plan
from opendata.site.pictures.svg import arrow_head
from opendata.site.words import Words


def picture(here: str, words: Words) -> str:
    """The picture as raw HTML for the page at `here`."""
    drawn = plan()
    parts = [
        f'<svg viewBox="0 0 {drawn.width} {drawn.height}" role="group" aria-labelledby="_drawn">',
        f'<title id="_drawn">{words("picture_title")}</title>',
        arrow_head("_arrow"),
        *(_frame(frame, spot, words) for frame, spot in drawn.frames),
        *(_line(one, corners, here) for one, corners in drawn.ways),
        *(_box(by_name()[name], spot, here, words) for name, spot in drawn.boxes.items()),
        "</svg>",
    ]
    # One line: a browser's SVG needs no line ends, and Markdown then sees one block.
    return f'<div class="picture" data-search-exclude="" tabindex="0">{"".join(parts)}</div>'


def _frame(frame: Frame, spot: Spot, words: Words) -> str:
    table = by_name().get(frame.name)
    name = record_title(table, words) if table else words(frame.name)
    return (
        f'<rect class="frame" x="{spot.x}" y="{spot.y + 0.5}" width="{BOX + 2 * PADDING}" '
        f'height="{frame.height}" rx="6"/>'
        f'<text class="head" x="{spot.x + PADDING}" y="{spot.y + 19}">{escaped(name)}</text>'
    )


def _box(table: Table, spot: Spot, here: str, words: Words) -> str:
    kind = "box whole" if table.children else "box"
    title = table_title(table, words)
    fields = "".join(_field(table, name, spot, here, words) for name in table.columns)
    return (
        f'<a class="{kind}" href="{href(here, table_page(table))}">'
        f'<rect x="{spot.x}" y="{spot.y}" width="{BOX}" height="{box_height(table)}" rx="4"/>'
        f'<text x="{spot.x + 10}" y="{spot.y + 17}">{escaped(title)}</text>'
        f'<text class="name" x="{spot.x + 10}" y="{spot.y + 32}">{table.name}</text></a>'
        f"{fields}"
    )


def _field(table: Table, name: str, spot: Spot, here: str, words: Words) -> str:
    field = table.columns[name]
    kind = "field"
    if name in table.key:
        kind += " own"
    elif extra(field, "references"):
        kind += " other"
    title = column_title(field, words)
    return (
        f'<a class="{kind}" href="{href(here, table_page(table), name)}">'
        f"<title>{escaped(title)}</title>"
        f'<text x="{spot.x + 18}" y="{field_y(table, name, spot.y) + 4}">{name}</text></a>'
    )


def _line(one: Line, corners: Sequence[tuple[int, int]], here: str) -> str:
    path = "M" + "L".join(f"{x} {y}" for x, y in corners)
    label = f"{one.source}.{one.column} → {one.target}"
    target = href(here, table_page(by_name()[one.source]), one.column)
    return (
        f'<a class="key" href="{target}" aria-label="{label}"><title>{label}</title>'
        f'<path class="wide" d="{path}"/><path d="{path}" marker-end="url(#_arrow)"/></a>'
    )
