"""Points → SVG with both axes logarithmic, in which linear growth is a line of slope one.

Not for: measuring.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

Point = tuple[float, float]
Series = Mapping[str, Sequence[Point]]
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _MARGIN = 640, 400, 70, 50, 45
_COLOURS = ("#b3541e", "#1f5fa8", "#4a7a2c")


def plot(series: Series, across: str, up: str) -> str:
    """`across` and `up` name the axes; all numbers must be above 0."""
    points = [point for one in series.values() for point in one]
    xs, ys = _decades(x for x, _ in points), _decades(y for _, y in points)

    def place(x: float, y: float) -> Point:
        return (
            _LEFT + _share(x, xs) * (_WIDTH - _LEFT - _MARGIN),
            _HEIGHT - _BOTTOM - _share(y, ys) * (_HEIGHT - _BOTTOM - _MARGIN),
        )

    low, high = place(10 ** xs[0], 10 ** ys[0]), place(10 ** xs[1], 10 ** ys[1])
    parts = [*_grid(xs, ys, place, low, high)]
    for at, (name, one) in enumerate(series.items()):
        parts += _line(name, [place(*point) for point in one], _COLOURS[at % len(_COLOURS)])
    middle = (low[0] + high[0]) / 2
    parts += [
        f'<text x="{middle:.0f}" y="{_HEIGHT - 10}" text-anchor="middle">{across}</text>',
        f'<text x="{low[0]:.0f}" y="18">{up}</text>',
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
    head += f'role="img" aria-label="{up}, {across}: {", ".join(series)}" '
    head += 'font-family="sans-serif" font-size="13">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *parts, "</svg>", ""])


def _decades(values: Iterator[float]) -> tuple[int, int]:
    logs = [math.log10(one) for one in values]
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return low, max(high, low + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(value) - decades[0]) / (decades[1] - decades[0])


def _grid(
    xs: tuple[int, int],
    ys: tuple[int, int],
    place: Callable[[float, float], Point],
    low: Point,
    high: Point,
) -> Iterator[str]:
    rule = '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="#ddd"/>'
    for power in range(xs[0], xs[1] + 1):
        x, _ = place(10.0**power, 10.0 ** ys[0])
        yield rule.format(x, low[1], x, high[1])
        yield f'<text x="{x:.1f}" y="{low[1] + 18:.1f}" text-anchor="middle">{10**power:,}</text>'
    for power in range(ys[0], ys[1] + 1):
        _, y = place(10.0 ** xs[0], 10.0**power)
        yield rule.format(low[0], y, high[0], y)
        yield f'<text x="{low[0] - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'


def _line(name: str, points: Sequence[Point], colour: str) -> Iterator[str]:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{listed}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in points:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    x, y = points[-1]
    yield f'<text x="{x - 8:.1f}" y="{y - 10:.1f}" text-anchor="end" fill="{colour}">{name}</text>'
