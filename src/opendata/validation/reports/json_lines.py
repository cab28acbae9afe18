"""Where the parts of a JSON file stand: line and column of what `resources/3/path` names.

Not for: reading JSON that is not well-formed.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from opendata.validation.reports.lines import Position

# No part of a descriptor that has a name lies deeper.
_DEEPEST = 30
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def find_place(text: str, place: str) -> Position | None:
    """Where the value (of an object: its name) at a place begins; else the nearest above it."""
    starts, line_ends = _index(text)
    steps = place.split("/")
    for length in range(len(steps), 0, -1):
        at = starts.get("/".join(steps[:length]))
        if at is not None:
            line = bisect_left(line_ends, at)
            return line + 1, at - (line_ends[line - 1] if line else -1)
    return None


@lru_cache(maxsize=1)
def _index(text: str) -> tuple[dict[str, int], list[int]]:
    """Where each part starts, and where lines end: a descriptor with many faults is read once."""
    starts: dict[str, int] = {}
    for path, at in _values(text):
        starts.setdefault(path, at)
    return starts, [found.start() for found in re.finditer("\n", text)]


def _values(text: str) -> Iterator[tuple[str, int]]:
    """Path and start of every member and item, in the order of the text."""
    # A step is the name of a member that is being read, or the number of an item.
    steps: list[str | int | None] = []
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in ("{", "["):
            if steps and isinstance(steps[-1], int):
                yield _path(steps), token.start()
            steps.append(None if mark == "{" else 0)
        elif mark in ("}", "]"):
            if steps:
                steps.pop()
        elif mark == ",":
            if steps:
                steps[-1] = steps[-1] + 1 if isinstance(steps[-1], int) else None
        elif mark != ":" and steps and steps[-1] is None:
            steps[-1] = _name(mark)
            yield _path(steps), token.start()
        elif mark != ":" and steps and isinstance(steps[-1], int):
            yield _path(steps), token.start()


def _name(mark: str) -> str:
    try:
        return str(json.loads(mark))
    except ValueError:
        return mark


def _path(steps: list[str | int | None]) -> str:
    return "/".join(map(str, steps)) if len(steps) <= _DEEPEST else ""
