"""The entity-relationship picture: an SVG drawn from the registry, the same on every machine.

Records are frames in columns, tables boxes in them, foreign keys to other frames lines; a key
within a frame is told by the frame. Each box and line is a link. Colours are the page's own.
Not for: the same as text (`overview`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opendata.package.table_schema import foreign_keys
from opendata.records.tables import TABLES, Table, by_name
from opendata.site.markup import escaped
from opendata.site.pages import href, table_page
from opendata.site.words import Words

_COLUMNS = 3
_BOX, _BOX_HEIGHT, _BOX_GAP = 232, 44, 8
_PADDING, _HEAD, _FRAME_GAP, _GUTTER = 12, 30, 24, 120
_FRAME = _BOX + 2 * _PADDING
_MARGIN = 40  # beside the frames, for lines that return to their own column


@dataclass(frozen=True, slots=True)
class Frame:
    """A record with the tables that are its alone, or what is left over; `name` is a record's
    or a phrase."""

    name: str
    tables: tuple[Table, ...]

    @property
    def height(self) -> int:
        return _HEAD + len(self.tables) * (_BOX_HEIGHT + _BOX_GAP) - _BOX_GAP + _PADDING


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: column, left and top edge."""

    column: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A foreign key from a table to a table of another frame."""

    source: str
    column: str
    target: str


def frames() -> tuple[Frame, ...]:
    """All tables, each in one frame."""
    owners: dict[str, list[str]] = {table.name: [] for table in TABLES}
    for table in TABLES:
        for child in table.children:
            owners[child.table].append(table.name)
    whole = [
        Frame(t.name, (t, *(c for c in TABLES if owners[c.name] == [t.name])))
        for t in TABLES
        if t.children
    ]
    lone = tuple(t for t in TABLES if not owners[t.name] and not t.children)
    shared = tuple(t for t in TABLES if len(owners[t.name]) > 1)
    rest = [Frame("reference_rows", lone), Frame("shared_rows", shared)]
    return (*whole, *(frame for frame in rest if frame.tables))


def lines() -> tuple[Line, ...]:
    """The foreign keys that lead from one frame to another."""
    frame_of = {t.name: frame.name for frame in frames() for t in frame.tables}
    found = []
    for table in TABLES:
        for key in foreign_keys(table):
            target = key["reference"].get("resource", table.name)
            if frame_of[target] != frame_of[table.name]:
                found.append(Line(table.name, key["fields"][0], target))
    return tuple(found)


def picture(here: str, words: Words) -> str:
    """The picture as raw HTML for the page at `here`."""
    spots, size = _place(frames())
    boxes = {t.name: spot for frame, spot in spots for t, spot in _boxes(frame, spot)}
    parts = [
        f'<svg viewBox="0 0 {size[0]} {size[1]}" role="group" aria-labelledby="_drawn">',
        f'<title id="_drawn">{words("picture_title")}</title>',
        '<defs><marker id="_arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" '
        'markerHeight="10" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0L8 4L0 8z"/></marker></defs>',
        *(_frame(frame, spot, words) for frame, spot in spots),
        *_lines(lines(), boxes, here),
        *(_box(by_name()[name], spot, here, words) for name, spot in boxes.items()),
        "</svg>",
    ]
    # One line: a browser's SVG needs no line ends, and Markdown then sees one block.
    return f'<div class="picture" data-search-exclude="" tabindex="0">{"".join(parts)}</div>'


def _place(found: Sequence[Frame]) -> tuple[list[tuple[Frame, Spot]], tuple[int, int]]:
    """Fills the columns from left to right, about evenly, in the order of the registry."""
    share = sum(frame.height + _FRAME_GAP for frame in found) / _COLUMNS
    placed: list[tuple[Frame, Spot]] = []
    column, y = 0, 0
    for frame in found:
        if y and y + frame.height / 2 > share and column < _COLUMNS - 1:
            column, y = column + 1, 0
        placed.append((frame, Spot(column, _MARGIN + column * (_FRAME + _GUTTER), y)))
        y += frame.height + _FRAME_GAP
    width = 2 * _MARGIN + (column + 1) * _FRAME + column * _GUTTER
    return placed, (width, max(spot.y + frame.height for frame, spot in placed) + 2)


def _boxes(frame: Frame, spot: Spot) -> list[tuple[Table, Spot]]:
    top = spot.y + _HEAD
    return [
        (table, Spot(spot.column, spot.x + _PADDING, top + at * (_BOX_HEIGHT + _BOX_GAP)))
        for at, table in enumerate(frame.tables)
    ]


def _frame(frame: Frame, spot: Spot, words: Words) -> str:
    table = by_name().get(frame.name)
    name = words.pick(table.model.__name__, table.title_vi) if table else words(frame.name)
    return (
        f'<rect class="frame" x="{spot.x}" y="{spot.y + 0.5}" width="{_FRAME}" '
        f'height="{frame.height}" rx="6"/>'
        f'<text class="head" x="{spot.x + _PADDING}" y="{spot.y + 20}">{escaped(name)}</text>'
    )


def _box(table: Table, spot: Spot, here: str, words: Words) -> str:
    kind = "box whole" if table.children else "box"
    title = words.pick(table.title, table.title_vi)
    return (
        f'<a class="{kind}" href="{href(here, table_page(table))}">'
        f'<rect x="{spot.x}" y="{spot.y}" width="{_BOX}" height="{_BOX_HEIGHT}" rx="4"/>'
        f'<text x="{spot.x + 10}" y="{spot.y + 19}">{escaped(title)}</text>'
        f'<text class="name" x="{spot.x + 10}" y="{spot.y + 35}">{table.name}</text></a>'
    )


def _lines(found: Sequence[Line], boxes: Mapping[str, Spot], here: str) -> list[str]:
    ends = _ends(found, boxes)
    return [_line(one, ends[at], here) for at, one in enumerate(found)]


End = tuple[int, int, int]  # x, y, and the direction in which the line leaves: -1 left, 1 right


def _ends(found: Sequence[Line], boxes: Mapping[str, Spot]) -> list[tuple[End, End]]:
    """Both ends of each line; the ends on one side of a box are spread over it, top to bottom."""
    sides: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
    directions = []
    for at, one in enumerate(found):
        a, b = boxes[one.source], boxes[one.target]
        leave = 1 if a.column <= b.column else -1
        arrive = 1 if a.column >= b.column else -1
        directions.append((leave, arrive))
        sides.setdefault((one.source, leave), []).append((b.y, at, 0))
        sides.setdefault((one.target, arrive), []).append((a.y, at, 1))
    ends: dict[tuple[int, int], End] = {}
    for (name, direction), touching in sides.items():
        spot = boxes[name]
        x = spot.x + (_BOX if direction == 1 else 0)
        for order, (_, at, which) in enumerate(sorted(touching), 1):
            y = spot.y + order * _BOX_HEIGHT // (len(touching) + 1)
            ends[at, which] = (x, y, direction)
    return [(ends[at, 0], ends[at, 1]) for at in range(len(found))]


def _line(one: Line, ends: tuple[End, End], here: str) -> str:
    (x1, y1, leave), (x2, y2, arrive) = ends
    bend = 60 if x1 != x2 else 44
    path = f"M{x1} {y1}C{x1 + leave * bend} {y1} {x2 + arrive * bend} {y2} {x2 + arrive * 1} {y2}"
    label = f"{one.source}.{one.column} → {one.target}"
    target = href(here, table_page(by_name()[one.source]), one.column)
    return (
        f'<a class="key" href="{target}" aria-label="{label}"><title>{label}</title>'
        f'<path class="wide" d="{path}"/><path d="{path}" marker-end="url(#_arrow)"/></a>'
    )
