"""How a CSV file is written, guessed as the standard library guesses it, but in linear time.

frictionless has `csv.Sniffer` look at the first hundred lines of every table, also where its
dialect is stated. Its patterns take minutes on one long cell that is made for it. Not for: the
delimiter of a file without quotes, which the standard library guesses in linear time itself.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from frictionless.formats.csv import parser

# Quote, delimiter (empty where a pattern has none) and the space after or before it.
_Match = tuple[str, str, str]
_BEFORE = re.compile(r"""(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["'])""")
_AT_START = re.compile(r"""(?:^|\n)(?P<quote>["'])""", re.MULTILINE)
_AFTER = {quote: re.compile(rf"""{quote}(?P<delim>[^\w\n"'])(?P<space> ?)""") for quote in "\"'"}
_AT_END = {quote: re.compile(rf"{quote}$", re.MULTILINE) for quote in "\"'"}


def bound_sniffing() -> None:
    """From now on frictionless guesses in linear time. Its guesses stay the same."""
    module: Any = parser
    if module.csv is csv:
        module.csv = SimpleNamespace(**{**vars(csv), "Sniffer": LinearSniffer})


class LinearSniffer(csv.Sniffer):
    """Says the same of delimiter, quote and spaces; whether quotes are doubled it does not say."""

    def _guess_quote_and_delimiter(
        self, data: str, delimiters: str | None
    ) -> tuple[str, bool, str | None, int]:
        for find in (_enclosed, _first_cells, _last_cells, _lone_cells):
            if matches := list(find(data)):
                return _judge(matches, delimiters)
        return "", False, None, 0


def _judge(matches: list[_Match], delimiters: str | None) -> tuple[str, bool, str, int]:
    """The commonest quote and delimiter, the earlier of equals."""
    quote = _commonest(Counter(quote for quote, _, _ in matches))
    allowed = [one for _, one, _ in matches if one and (delimiters is None or one in delimiters)]
    if not allowed:
        return quote, False, "", 0
    counts = Counter(allowed)
    delimiter = _commonest(counts)
    spaces = sum(bool(space) for _, delim, space in matches if delim)
    return quote, False, delimiter, counts[delimiter] == spaces


def _commonest(counts: Counter[str]) -> str:
    return max(counts, key=lambda one: counts[one])


def _enclosed(data: str) -> Iterator[_Match]:
    """`,"...",`: the same delimiter on both sides."""
    ends: dict[str, _Next] = {}

    def end(found: re.Match[str]) -> re.Match[str] | None:
        mark = found["quote"] + found["delim"]
        if mark not in ends:
            ends[mark] = _Next(data, re.compile(re.escape(mark)))
        return ends[mark].after(found.end())

    for start, _ in _pairs(data, _BEFORE, end):
        yield start["quote"], start["delim"], start["space"]


def _first_cells(data: str) -> Iterator[_Match]:
    """`"...",` at the beginning of a line."""
    ends = {quote: _Next(data, pattern) for quote, pattern in _AFTER.items()}
    for start, end in _pairs(data, _AT_START, lambda one: ends[one["quote"]].after(one.end())):
        yield start["quote"], end["delim"], end["space"]


def _last_cells(data: str) -> Iterator[_Match]:
    """`,"..."` at the end of a line."""
    ends = {quote: _Next(data, pattern) for quote, pattern in _AT_END.items()}
    for start, _ in _pairs(data, _BEFORE, lambda one: ends[one["quote"]].after(one.end())):
        yield start["quote"], start["delim"], start["space"]


def _lone_cells(data: str) -> Iterator[_Match]:
    """`"..."`, a whole line."""
    ends = {quote: _Next(data, pattern) for quote, pattern in _AT_END.items()}
    for start, _ in _pairs(data, _AT_START, lambda one: ends[one["quote"]].after(one.end())):
        yield start["quote"], "", ""


def _pairs(
    data: str, starts: re.Pattern[str], end: Callable[[re.Match[str]], re.Match[str] | None]
) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Starts with their nearest ends, none within another."""
    at = 0
    while start := starts.search(data, at):
        found = end(start)
        if found:
            yield start, found
        at = found.end() if found else start.start() + 1


class _Next:
    """The nearest match of a pattern after positions that only grow: each part is read once."""

    def __init__(self, data: str, pattern: re.Pattern[str]) -> None:
        self._data, self._pattern = data, pattern
        self._found = pattern.search(data)

    def after(self, at: int) -> re.Match[str] | None:
        if self._found and self._found.start() < at:
            self._found = self._pattern.search(self._data, at)
        return self._found
