"""The timeline: documents on one side of a line, events on the other, in the order of their days.

Where there are too many to name, a bar a year. Not for: dates that are not stated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from opendata.records.tables import by_name
from opendata.site.items.index import Index
from opendata.site.items.values import Shown, name_of
from opendata.site.markup import anchor, escaped, heading, table
from opendata.site.pages import Page, filtered, href, item_page, link, picture_page
from opendata.site.pictures.svg import drawing, label, linked, safe, short
from opendata.site.words import Words

HERE = picture_page("timeline")
MOST = 150  # things that are named; beyond, years are counted
_LINE, _TOP, _STEM = 26, 34, 84
_HALF = 400  # of the bars
_LETTER = 7.6  # the mean width of a letter
_NAME = 52  # characters of a name beside the line
_SIDES = ("directives", "events")  # left, right
_DAYS = {"directives": "issued_on", "events": "starts_on"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a day as it is written, `2018-11-09`, or a year alone."""

    day: str
    table: str
    record_id: str
    name: str


def moments(index: Index, words: Words) -> tuple[list[Moment], Counter[str]]:
    """What has a day, oldest first, and how many of each table have none."""
    shown, undated = Shown(index, words, HERE), Counter[str]()
    found = []
    for name in _SIDES:
        for record_id, row in index.one[name].items():
            if day := getattr(row, _DAYS[name]) or getattr(row, "year", None):
                found.append(Moment(str(day), name, record_id, name_of(name, row, shown)))
            else:
                undated[name] += 1
    return sorted(found, key=lambda one: (one.day, one.table, one.record_id)), undated


def timeline_page(index: Index, words: Words) -> Page:
    """The page."""
    found, undated = moments(index, words)
    counted = len(found) > MOST
    parts = [
        heading(1, words("timeline")),
        words(
            "about_timeline",
            dated=words.number(len(found)),
            documents=words.number(undated["directives"]),
            events=words.number(undated["events"]),
        ),
        words("too_many_named", most=MOST) if counted else "",
        (_years(found, words) if counted else _named(found, words)) if found else "",
        heading(2, words("as_text"), "_text"),
        _table(found, counted, words),
    ]
    text = "\n\n".join(filter(None, parts)) + "\n"
    return Page(HERE, words("timeline"), text, ("toc",))


def _heads(spine: float, words: Words) -> list[str]:
    return [
        label(spine - 24, 16, words("documents_left"), "head left"),
        label(spine + 24, 16, words("events_right"), "head"),
    ]


def _room(found: Sequence[Moment], side: str) -> float:
    """How wide a side must be for its names."""
    longest = max((len(one.name) for one in found if one.table == side), default=0)
    return _STEM + _LETTER * max(min(longest, _NAME), 8)


def _named(found: Sequence[Moment], words: Words) -> str:
    spine = _room(found, "directives")
    parts, y, year = _heads(spine, words), _TOP, ""
    for one in found:
        if one.day[:4] != year:
            year = one.day[:4]
            y += 12
            parts.append(label(spine, y + 5, year, "year"))
            y += _LINE
        parts.append(_moment(one, spine, y))
        y += _LINE
    line = f'<path class="spine" d="M{spine:g} {_TOP + 20}V{y}"/>'
    width = spine + _room(found, "events")
    return drawing("timeline", words("timeline"), round(width), y + 8, [line, *parts])


def _moment(one: Moment, spine: float, y: float) -> str:
    side = -1 if one.table == "directives" else 1
    css = "left" if side < 0 else ""
    day = "/".join(reversed(one.day[5:].split("-")))
    text = f"{short(one.name, _NAME)} <tspan>{day}</tspan>"
    if side > 0:
        text = f"<tspan>{day}</tspan> {short(one.name, _NAME)}"
    return linked(
        href(HERE, item_page(one.table, one.record_id)),
        f"{one.day} · {safe(one.name)}",
        [
            f'<circle cx="{spine:g}" cy="{y}" r="5"/>',
            f'<path d="M{spine + side * 5:g} {y}h{side * 14}"/>',
            label(spine + side * 24, y + 4, text, css),
        ],
        one.table,
    )


def _counts(found: Sequence[Moment]) -> tuple[list[str], Counter[tuple[str, str]]]:
    counts = Counter((one.day[:4], one.table) for one in found)
    return sorted({year for year, _ in counts}), counts


def _years(found: Sequence[Moment], words: Words) -> str:
    years, counts = _counts(found)
    scale = (_HALF - 130) / max(counts.values())
    parts = _heads(_HALF, words)
    for at, year in enumerate(years):
        y = _TOP + at * _LINE
        parts.append(label(_HALF, y + 14, year, "year"))
        for side, name in zip((-1, 1), _SIDES, strict=True):
            count = counts[year, name]
            if count:
                parts.append(_bar(name, year, count, side, y, max(count * scale, 2), words))
    height = _TOP + len(years) * _LINE + 8
    return drawing("timeline", words("timeline"), 2 * _HALF, height, parts)


def _bar(name: str, year: str, count: int, side: int, y: int, length: float, words: Words) -> str:
    start = _HALF + side * 28
    x = start if side > 0 else start - length
    shown = words.number(count)
    return linked(
        _filtered(name, year),
        f"{year}: {shown}",
        [
            f'<rect x="{x:.1f}" y="{y}" width="{length:.1f}" height="18" rx="3"/>',
            label(start + side * (length + 6), y + 14, shown, "left" if side < 0 else ""),
        ],
        name,
    )


def _filtered(name: str, year: str) -> str:
    return filtered(HERE, by_name()[name], "year", year)


def _table(found: Sequence[Moment], counted: bool, words: Words) -> str:
    if counted:
        years, counts = _counts(found)
        rows = [
            (year, *(anchor(_filtered(n, year), words.number(counts[year, n])) for n in _SIDES))
            for year in years
        ]
        head = (words("year"), words("documents_left"), words("events_right"))
        return table(head, rows, "numbers")
    kinds = {"directives": words("one_document"), "events": words("one_event")}
    return table(
        (words("day"), words("kind"), words("name")),
        [
            (
                one.day,
                kinds[one.table],
                link(HERE, item_page(one.table, one.record_id), escaped(one.name)),
            )
            for one in found
        ],
    )
