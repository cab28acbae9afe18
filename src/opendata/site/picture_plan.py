"""Where everything stands in the entity-relationship picture, and the ways of its lines.

Records are frames in columns, tables boxes in them with a row a field. A line leaves its field for
the gutter beside the column and never runs behind a box: lines to the same table share a track in
each gutter, and change columns above all frames. Not for: drawing (`picture`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opendata.package.table_schema import foreign_keys
from opendata.records.tables import TABLES, Table, by_name

BOX, ROW, HEAD = 222, 16, 40  # a box is a head of two lines and a row a field
FRAME_HEAD, PADDING, GAP = 28, 10, 10
_COLUMNS = 3
_FRAME_GAP, _TRACK, _EDGE = 22, 7, 14


@dataclass(frozen=True, slots=True)
class Frame:
    """A record with the tables that are its alone, or what is left over; `name` is a record's
    or a phrase."""

    name: str
    tables: tuple[Table, ...]

    @property
    def height(self) -> int:
        return FRAME_HEAD + sum(box_height(one) + GAP for one in self.tables) - GAP + PADDING


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


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole picture: `ways` are the corners of each line, its ends first and last."""

    frames: tuple[tuple[Frame, Spot], ...]
    boxes: Mapping[str, Spot]
    ways: tuple[tuple[Line, tuple[tuple[int, int], ...]], ...]
    width: int
    height: int


def box_height(table: Table) -> int:
    """The height of a table's box."""
    return HEAD + ROW * len(table.columns) + 6


def field_y(table: Table, column: str, top: int) -> int:
    """The middle of a field's row in a box whose top is given."""
    return top + HEAD + ROW * list(table.columns).index(column) + ROW // 2


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


def plan() -> Plan:
    """Places everything."""
    columns = _columns(frames())
    column_of = {t.name: at for at, column in enumerate(columns) for f in column for t in f.tables}
    drawn = lines()
    gutters = [_gutters(one, column_of) for one in drawn]
    tracks = _tracks(drawn, gutters)
    above = sorted({one.target for one, (a, b) in zip(drawn, gutters, strict=True) if a != b})
    top = _EDGE + _TRACK * len(above)
    lefts, width = _lefts(tracks)
    placed = [
        (frame, Spot(at, lefts[at], y))
        for at, column in enumerate(columns)
        for frame, y in _stacked(column, top)
    ]
    boxes = {t.name: spot for frame, spot in placed for t, spot in _boxes(frame, spot)}
    ways = []
    for one, (leave, arrive) in zip(drawn, gutters, strict=True):
        xs = [_track_x(gutter, one.target, tracks, lefts) for gutter in (leave, arrive)]
        over = _EDGE // 2 + _TRACK * above.index(one.target) if leave != arrive else None
        ways.append((one, _way(one, boxes, leave, xs, over)))
    height = max(spot.y + frame.height for frame, spot in placed) + 2
    return Plan(tuple(placed), boxes, tuple(ways), width, height)


def _columns(found: Sequence[Frame]) -> list[list[Frame]]:
    """Fills the columns, about evenly, in the order of the registry."""
    share = sum(frame.height + _FRAME_GAP for frame in found) / _COLUMNS
    columns: list[list[Frame]] = [[]]
    filled = 0
    for frame in found:
        if filled and filled + frame.height / 2 > share and len(columns) < _COLUMNS:
            columns.append([])
            filled = 0
        columns[-1].append(frame)
        filled += frame.height + _FRAME_GAP
    return columns


def _stacked(column: Sequence[Frame], top: int) -> list[tuple[Frame, int]]:
    found, y = [], top
    for frame in column:
        found.append((frame, y))
        y += frame.height + _FRAME_GAP
    return found


def _boxes(frame: Frame, spot: Spot) -> list[tuple[Table, Spot]]:
    found, y = [], spot.y + FRAME_HEAD
    for table in frame.tables:
        found.append((table, Spot(spot.column, spot.x + PADDING, y)))
        y += box_height(table) + GAP
    return found


def _gutters(one: Line, column_of: Mapping[str, int]) -> tuple[int, int]:
    """The gutters in which a line leaves and arrives; gutter n is left of column n. It arrives
    from the left."""
    source, target = column_of[one.source], column_of[one.target]
    return (source + 1 if source < target else source), target


Tracks = Sequence[Sequence[str]]  # by gutter: the targets whose lines run in it


def _tracks(drawn: Sequence[Line], gutters: Sequence[tuple[int, int]]) -> Tracks:
    used: list[set[str]] = [set() for _ in range(_COLUMNS + 1)]
    for one, both in zip(drawn, gutters, strict=True):
        for gutter in both:
            used[gutter].add(one.target)
    return [[name for name in by_name() if name in found] for found in used]


def _room(tracks: Tracks, gutter: int) -> int:
    return 2 * _EDGE + _TRACK * len(tracks[gutter]) if tracks[gutter] else 2


def _lefts(tracks: Tracks) -> tuple[list[int], int]:
    """The left edge of each column's frames, and the width of all."""
    lefts, x = [], 0
    for at in range(_COLUMNS):
        x += _room(tracks, at)
        lefts.append(x)
        x += BOX + 2 * PADDING
    return lefts, x + _room(tracks, _COLUMNS)


def _track_x(gutter: int, target: str, tracks: Tracks, lefts: Sequence[int]) -> int:
    before = lefts[gutter - 1] + BOX + 2 * PADDING if gutter else 0
    return before + _EDGE + _TRACK * tracks[gutter].index(target)


def _way(
    one: Line, boxes: Mapping[str, Spot], leave: int, xs: Sequence[int], over: int | None
) -> tuple[tuple[int, int], ...]:
    source, target = by_name()[one.source], by_name()[one.target]
    a, b = boxes[one.source], boxes[one.target]
    start = field_y(source, one.column, a.y)
    end = field_y(target, target.key[0], b.y)
    first = (a.x + BOX if leave > a.column else a.x, start)
    if over is None:
        return (first, (xs[0], start), (xs[0], end), (b.x, end))
    return (first, (xs[0], start), (xs[0], over), (xs[1], over), (xs[1], end), (b.x, end))
