"""Lines of a page's frame: comment forms, share buttons, language switches, counters, links.

The words are reference data (`boilerplate.csv`). Not for: date lines, bylines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of
from opendata.extraction.view import view

_MARKUP = re.compile(r"(?:</?\w+>|\[(?:img|image|ảnh|video)\])+")
_COUNT = re.compile(r" ?\(\d{0,6}\)$")
_SIGNS = "*•› :."
_SEPARATOR = re.compile(r" ?[|»] ?")
_LONGEST = 160
_ANYWHERE = ("counter", "navigation")  # categories whose beginnings no headline has


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame's words in lower case: whole lines, beginnings by whether they may stand above the
    text too, endings, what a number counts, and three words or more of a menu in a row."""

    lines: Mapping[str, str]
    everywhere: tuple[str, ...]
    below: tuple[str, ...]
    related: tuple[str, ...]
    endings: tuple[str, ...]
    counter: re.Pattern[str]
    menu: re.Pattern[str]

    def kind(self, line: str, is_below: bool) -> str:
        """`boilerplate` or `related` for a line of the frame, else empty."""
        if len(line) > _LONGEST:
            return ""
        words = line.casefold().strip(_SIGNS)
        words = _COUNT.sub("", words) if words[-1:] == ")" else words
        if words in self.lines:
            return self.lines[words]
        if line[0] in "<[(0123456789" and (
            _MARKUP.fullmatch(line) or self.counter.fullmatch(words)
        ):
            return "boilerplate"
        if ("|" in words or "»" in words) and self._is_row(words):
            return "boilerplate"
        if self.menu.fullmatch(words) or words.endswith(self.endings):
            return "boilerplate"
        if is_below and words.startswith(self.related):
            return "related"
        beginnings = self.everywhere + self.below if is_below else self.everywhere
        return "boilerplate" if words.startswith(beginnings) else ""

    def _is_row(self, words: str) -> bool:
        """Whether a line holds words side by side, `Tiếng Việt | English`, and no others."""
        return all(part in self.lines for part in _SEPARATOR.split(words))


@cache
def frame_of(authority: Authority) -> Frame:
    """The frame words of some reference data, as a view has them."""
    rows = [(view(row.text).text.casefold(), row) for row in authority.boilerplate]
    menu = any_of(words for words, row in rows if row.match == "line")
    beginnings = [(words, row.category) for words, row in rows if row.match == "prefix"]
    return Frame(
        {
            words: "related" if row.category == "related" else "boilerplate"
            for words, row in rows
            if row.match == "line"
        },
        tuple(words for words, category in beginnings if category in _ANYWHERE),
        tuple(words for words, category in beginnings if category not in (*_ANYWHERE, "related")),
        tuple(words for words, category in beginnings if category == "related"),
        tuple(words for words, row in rows if row.match == "suffix"),
        re.compile(
            rf"\(?\d[\d.,]* ?{any_of(words for words, row in rows if row.match == 'count')}\)?"
        ),
        re.compile(rf"(?:{menu}(?: (?!\Z)|\Z)){{3,}}"),
    )
