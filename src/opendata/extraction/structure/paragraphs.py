"""What stands between the top and the bottom of a page: teasers, lead, captions, subheadings, body.

Not for: headline, date lines, bylines and the frame (`blocks.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from opendata.authority import Authority
from opendata.extraction.mentions import Block
from opendata.extraction.people.names import UPPER
from opendata.extraction.structure.captions import is_credited, line_kind
from opendata.extraction.structure.headlines import is_cut, uncut
from opendata.extraction.view import Span


class Line(NamedTuple):
    """A line, and whether a picture stands right above it."""

    span: Span
    is_below_picture: bool = False


_TAG = re.compile(
    r"(?:\([^()\n]{2,40}\)\.? ?-|[\w.]{1,30}\.(?:vn|VN|com|net|org) ?-"
    rf"|[A-ZĐ]{{2,6}} ?-(?= ?[{UPPER}][^\W\d_{UPPER}]))[ -]*(?=\S)"
)
_WORDS_TAG = re.compile(r"\(?(?P<tag>[^()\n-]{2,32}?)\)?\.? ?- ?(?=\S|$)")
_WORDS_TAG_DASH = 37  # characters of it up to the dash
_BARE_DASH = re.compile(r"- ?")
_PROBE = 40  # characters by which a repetition is known
_SHORT = 220  # characters of a line that is a caption when the page repeats it
_REMEMBERED = 2000  # characters of captions in which a later line may stand
_TEASERS = 6  # lines in which a teaser may stand
_SHORTEST_LEAD = 100  # characters of a lead without a full stop
_SHORTEST_TEASER = 30
_LONGEST_TEASER = 700


def read_paragraphs(text: str, lines: Sequence[Line], authority: Authority) -> list[Block]:
    """The blocks of these lines; the first paragraph that none below repeats is the lead.

    Where every line has the form of a caption, the first whole sentence, else the first line, is
    the text all the same.
    """
    blocks = list(_read(text, lines, authority))
    if not any(block.kind in ("lead", "body") for block in blocks):
        captions = [
            (text[block.span.end - 1] == ".", -place)
            for place, block in enumerate(blocks)
            if block.kind == "caption" and not is_credited(text[slice(*block.span)], authority)
        ]
        if captions:
            place = -max(captions)[1]
            blocks[place] = Block("lead", blocks[place].span)
    return blocks


def _read(text: str, lines: Sequence[Line], authority: Authority) -> Iterator[Block]:
    words = [text[line.span.start : line.span.end] for line in lines]
    repeated = {
        line
        for line, times in Counter(words).items()
        if times > 1 and len(line) <= _SHORT and line[-1] not in ":;"
    }
    captions = ""
    lead = False
    for place, ((span, below_picture), line) in enumerate(zip(lines, words, strict=True)):
        if lead:
            start = span.start
        else:
            start = _after_tag(text, span, authority)
            if start > span.start and text[span.start] != "-":
                yield Block("outlet_tag", _trimmed(text, span.start, start))
        if start == span.end:
            continue
        left = span if start == span.start else Span(start, span.end)
        kind = line_kind(line, authority)
        again = line in repeated or (_SHORTEST_TEASER <= len(line) <= _SHORT and line in captions)
        if below_picture or kind == "caption" or (again and (lead or len(line) < _SHORTEST_TEASER)):
            captions = f"{captions}\n{line}"[-_REMEMBERED:]
            yield Block("caption", left)
        elif not lead and place < _TEASERS and _is_teaser(text, left):
            repeated.discard(line)
            yield Block("teaser", left)
        elif not lead and (not kind or len(line) >= _SHORTEST_LEAD):
            lead = True
            yield Block("lead", left)
        else:
            yield Block(kind or "body", left)


def tag_of(text: str, line: Span, authority: Authority) -> Span | None:
    """The outlet's own tag with which a line begins."""
    known = _known_tag(text, line, authority)
    return Span(*known.span("tag")) if known else None


def _known_tag(text: str, line: Span, authority: Authority) -> re.Match[str] | None:
    if text.find("-", line.start, line.start + _WORDS_TAG_DASH) < 0:
        return None
    found = _WORDS_TAG.match(text, *line)
    return found if found and found["tag"].lower() in authority.outlet_by_tag else None


def _after_tag(text: str, line: Span, authority: Authority) -> int:
    """Where a line begins after the name of the outlet: `LSO-`, `(Dân trí) -`, `Laocaitv.vn -`."""
    known = _known_tag(text, line, authority)
    if known:
        return known.end()
    found = _TAG.match(text, *line) or _BARE_DASH.match(text, *line)
    return found.end() if found else line.start


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _is_teaser(text: str, line: Span) -> bool:
    """Whether the page repeats a line below: whole, or its beginning or most of it if it is cut."""
    words = text[line.start : line.end]
    if not _SHORTEST_TEASER <= len(words) <= _LONGEST_TEASER:
        return False
    if not is_cut(words):
        return text.find(words, line.end) >= 0
    stem = uncut(words)
    pieces = [stem[at : at + _PROBE] for at in range(0, len(stem) - _PROBE + 1, _PROBE)]
    again = [text.find(piece, line.end) >= 0 for piece in pieces or [stem]]
    return again[0] or sum(again) > len(again) / 2
