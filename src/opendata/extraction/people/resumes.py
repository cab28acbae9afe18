"""Positions in the lines of a résumé: years and posts, `5/2015 - nay: Bí thư Huyện ủy`.

The person is the one last named before the lines. Not for: sentences (`careers.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opendata.extraction.people.careers import Mention, start_of
from opendata.extraction.people.positions import Heads, Title, read_titles
from opendata.extraction.view import Span

_MONTH = r"(?:[Tt]ừ )?(?:[Tt]háng |[Nn]ăm |ngày )?(?:\d{1,2}[/.-]){0,2}\d{4}"
_NOW = r"(?:đến )?(?:nay|hiện nay)"
_LINE = re.compile(
    rf"^[-+•*\d. ]{{0,4}}(?:{_MONTH}(?: ?(?:-|đến) ?(?:{_MONTH}|(?P<now>{_NOW})))?|[Hh]iện nay|"
    r"[Cc]hức vụ(?P<held>(?: hiện nay| hiện tại)?)) ?: ?",
    re.MULTILINE,
)


def resume_titles(
    text: str, block: Span, mentions: Sequence[Mention], titles: Heads, organs: Sequence[int]
) -> Iterator[tuple[str, Title]]:
    """Each title of the lines of a résumé, with the person's key.

    `mentions` are all mentions of the page in order; a name within the lines is somebody else's.
    """
    person: Mention | None = None
    after = block.start
    for line in _LINE.finditer(text, block.start, block.end):
        end = text.find("\n", line.end(), block.end)
        end = block.end if end < 0 else end
        if person is None or text[after : line.start()].strip():
            person = _last_named(mentions, line.start()) or person
        after = end
        if person is None:
            continue
        chain = read_titles(text, line.end(), end, titles, titles.stages, organs)
        current = line["now"] or line["held"] is not None
        for title in chain.titles:
            if title.category != "private" and title.status == "current" and not current:
                title = replace(title, status="former")
            yield person.key, title


def _last_named(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The person named in full last before a place."""
    before = mentions[: bisect_left(mentions, at, key=start_of)]
    return next((one for one in reversed(before) if one.name is not None), None)
