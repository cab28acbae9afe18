"""The map of provinces as tiles, one square a province, for the division of 63 and that of 34.

No freely licensed outlines were found; where a tile stands (tiles.csv) follows the map roughly.
A switch without script shows one division. Not for: which division a page's day belongs to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from opendata import authority
from opendata.authority.rows import Province
from opendata.records.tables import by_name
from opendata.site.csv_rows import rows_beside
from opendata.site.items.index import Index
from opendata.site.markup import anchor, escaped, heading, table
from opendata.site.names import table_title
from opendata.site.pages import Page, filtered, picture_page
from opendata.site.pictures.svg import drawing, label, linked, safe
from opendata.site.words import Words

HERE = picture_page("provinces")
COUNTED = ("articles", "directives", "events")
DIVISIONS = {"63": "division_63", "34": "division_34"}  # with the key of its name in words.csv
_WIDTH, _HEIGHT, _GAP = 84, 44, 4
_SHADES = 4  # beside the one for none
_LINE = 13  # characters on a line of a tile


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a province stands, in tiles from the upper left."""

    column: int
    row: int


@cache
def tiles() -> Mapping[str, Tile]:
    """The tile of each province, by id."""
    rows = rows_beside(__package__, "tiles.csv")
    return {one["province_id"]: Tile(int(one["column"]), int(one["row"])) for one in rows}


def provinces_page(index: Index, words: Words) -> Page:
    """The page."""
    known = {one.province_id: one for one in authority.load().provinces}
    counts = _counts(index, known)
    # Shown first: the division that most rows name.
    first = max(DIVISIONS, key=lambda one: (sum(_own(index, one).values()), one))
    switch = "".join(
        f'<input type="radio" name="division" id="_of-{one}"{" checked" if one == first else ""}>'
        f'<label for="_of-{one}">{words(DIVISIONS[one])}</label>'
        for one in DIVISIONS
    )
    maps = "".join(_division(one, known, counts, words) for one in DIVISIONS)
    unplaced = sum(not place for name in COUNTED for place in _places(index, name))
    parts = [
        heading(1, words("province_map")),
        words("about_province_map", unplaced=words.number(unplaced)),
        f'<fieldset class="divisions"><legend>{words("division")}</legend>'
        f"{switch}{maps}</fieldset>",
    ]
    return Page(HERE, words("province_map"), "\n\n".join(parts) + "\n", ("toc", "navigation"))


def _places(index: Index, table: str) -> list[str]:
    """The province of each row, empty where it names none."""
    rows: Sequence[Any] = index.release.tables[table]
    return [row.province_id or "" for row in rows]


Counts = Mapping[str, Counter[str]]


def _own(index: Index, division: str) -> Counter[str]:
    return Counter(
        place
        for name in COUNTED
        for place in _places(index, name)
        if place.endswith(f"-{division}")
    )


def _counts(index: Index, known: Mapping[str, Province]) -> Counts:
    """By table, the rows of each province; one of the 34 counts those of the provinces that it was
    made of, too."""
    found: dict[str, Counter[str]] = {}
    for name in COUNTED:
        counts = Counter[str]()
        for place in _places(index, name):
            if place in known:
                counts[place] += 1
                counts[known[place].successor_id or ""] += 1
        del counts[""]
        found[name] = counts
    return found


def _division(division: str, known: Mapping[str, Province], counts: Counts, words: Words) -> str:
    ours = [one for one in known.values() if one.division == division]
    total = {p.province_id: sum(counts[n][p.province_id] for n in COUNTED) for p in ours}
    most = max(total.values(), default=0)
    placed = [(one, tiles()[one.province_id]) for one in ours if one.province_id in tiles()]
    drawn = [_tile(one, at, total[one.province_id], most, words) for one, at in placed]
    width = (max(at.column for _, at in placed) + 1) * _WIDTH
    height = (max(at.row for _, at in placed) + 1) * _HEIGHT
    title = words(DIVISIONS[division])
    picture = drawing(f"tiles-{division}", title, width, height, drawn)
    return (
        f'<div class="division of-{division}">{picture}'
        f"{_list(division, ours, counts, total, words)}</div>"
    )


def _tile(one: Province, at: Tile, count: int, most: int, words: Words) -> str:
    x, y = at.column * _WIDTH + _GAP / 2, at.row * _HEIGHT + _GAP / 2
    shade = -(-_SHADES * count // most) if count else 0
    middle = x + (_WIDTH - _GAP) / 2
    lines = _lines(one.name)
    first = y + 13 if count else y + 29 - 5.5 * len(lines)
    parts = [
        f'<rect x="{x:g}" y="{y:g}" width="{_WIDTH - _GAP}" height="{_HEIGHT - _GAP}" rx="4"/>',
        *(label(middle, first + 11 * n, safe(line)) for n, line in enumerate(lines)),
    ]
    if count:
        parts.append(label(middle, y + 35, words.number(count), "count"))
    title = f"{safe(one.name)}: {words.number(count)}"
    if not count:
        return f'<g class="tile q0"><title>{title}</title>{"".join(parts)}</g>'
    return linked(f"#{one.province_id}", title, parts, f"tile q{shade}")


def _lines(name: str) -> list[str]:
    """A name on one line, or two where it is long."""
    if len(name) <= _LINE:
        return [name]
    cut = name.rfind(" ", 0, _LINE)
    return [name[:cut].rstrip(" -"), name[cut + 1 :].lstrip(" -")]


def _list(
    division: str, ours: list[Province], counts: Counts, total: Mapping[str, int], words: Words
) -> str:
    """The provinces that have something; the others in one sentence."""
    rows = []
    for one in sorted(ours, key=lambda p: (-total[p.province_id], p.province_id)):
        if not total[one.province_id]:
            continue
        cells = [f'<span id="{one.province_id}">{escaped(one.name)}</span>']
        cells += [_count(name, one, division, counts, words) for name in COUNTED]
        rows.append(cells)
    none = words("provinces_without", count=words.number(len(ours) - len(rows)))
    titles = [table_title(by_name()[name], words) for name in COUNTED]
    shown = table((words("province"), *titles), rows, "numbers").replace("\n", "") if rows else ""
    return f'<div class="beside">{shown}<p>{none}</p></div>'


def _count(name: str, one: Province, division: str, counts: Counts, words: Words) -> str:
    count = counts[name][one.province_id]
    if not count:
        return "0"
    # Rows name the province of their own day, so the filter knows those of the 63 alone.
    if division == "34":
        return words.number(count)
    address = filtered(HERE, by_name()[name], "province_id", one.province_id)
    return anchor(address, words.number(count))
