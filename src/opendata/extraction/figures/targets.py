"""Targets of figures: told beside them (`98% (chỉ tiêu 95%)`), or as how far they are from one.

97.6% done, 7.6% above target, so the target was 90%. Not for: finding figures, a target told is one
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from opendata.authority import Authority
from opendata.extraction.mentions import Figure
from opendata.extraction.patterns import any_of

_FARTHEST = 160


@dataclass(frozen=True, slots=True)
class _Words:
    """Words for an aim, between two figures, so that the second is the aim, or after the second;
    and for the side of it on which the first lies, with the group `above`."""

    aim: re.Pattern[str]
    aim_told: re.Pattern[str]
    aim_after: re.Pattern[str]
    side: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    aim, above, below = (any_of(cues[category]) for category in ("aim", "above", "below"))
    return _Words(
        aim=re.compile(rf"(?<!\w){aim}(?!\w)"),
        aim_told=re.compile(
            rf" ?[(,] ?(?:so với )?{aim}(?: (?:là|trên|từ|đề ra|đặt ra|(?:được )?giao|yêu cầu))* "
        ),
        aim_after=re.compile(rf"\s(?:so với |hơn )?{aim}(?!\w)"),
        side=re.compile(rf"(?<!\w)(?:(?P<above>{above})|{below})(?!\w)"),
    )


def with_targets(text: str, figures: Sequence[Figure], authority: Authority) -> tuple[Figure, ...]:
    """The figures, with the target of each that is followed by its distance from a target.

    A distance between two percentages is in percentage points.
    """
    out = list(figures)
    points = authority.unit_by_noun.get("điểm phần trăm")
    for place in range(len(out) - 1):
        value, distance = out[place], out[place + 1]
        if _tells_target(text, value, distance, authority):
            out[place] = replace(value, target=distance.value)
            continue
        sign = _direction(text, value, distance, authority)
        if not sign:
            continue
        high, low = Decimal(str(value.value)), Decimal(str(distance.value))
        target = high - sign * low
        formula = f"{high.normalize():f} {'-' if sign > 0 else '+'} {low.normalize():f}"
        out[place] = replace(value, target=float(target), target_formula=formula)
        if points is not None and distance.unit == "percent":
            out[place + 1] = replace(distance, unit=points.unit)
    return tuple(out)


def _tells_target(text: str, value: Figure, aim: Figure, authority: Authority) -> bool:
    """Whether the second figure is told as the aim of the first."""
    if value.unit != aim.unit or value.value_max or aim.value_max:
        return False
    told = _words(authority).aim_told
    return told.fullmatch(text, value.span.end, aim.span.start) is not None


def _direction(text: str, value: Figure, distance: Figure, authority: Authority) -> int:
    """1 where the second figure says how far the first is above a target, -1 below, else 0."""
    if value.unit != distance.unit or value.value_max or distance.value_max:
        return 0
    between = text[value.span.end : distance.span.start]
    if len(between) > _FARTHEST or any(sign in between for sign in ".;\n"):
        return 0
    words = _words(authority)
    side = words.side.search(between)
    if side is None:
        return 0
    # The aim stands between the two figures, or after the second: `vượt 7,6% so với chỉ tiêu`.
    aimed = words.aim.search(between, side.end())
    if not (aimed or words.aim_after.match(text, distance.span.end)):
        return 0
    return 1 if side["above"] else -1
