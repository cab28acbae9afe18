"""Lists of tasks: what stands in `(1) ...; (2) ...`, after `Một là`, in lines after a colon.

Not for: whether a list is one of tasks, and whose (`tasks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opendata.extraction.mentions import Block
from opendata.extraction.sentences import sentences
from opendata.extraction.view import Span

LONGEST = 300
"""Characters of a task that are published at most."""

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CARDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBERED = re.compile(r"\((\d{1,2})\) ?|(?<![\w.,/])(\d{1,2})(?:\.|\)) (?=\D)")
_WORDED = re.compile(
    r"(?<!\w)(?:([Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười) là"
    r"|[Tt]hứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))[,:]? "
)
_BULLET = re.compile(r"[-+*•·] ?")
_SIGN = re.compile(r"[;()\[\]]")


def list_items(text: str, start: int, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The items of the list that begins at `start`, a place in or right after `blocks[0]`.

    Numbered by figures or words, or parted by ";" in a sentence, or a line each.
    """
    block = blocks[0].span
    start += len(text[start : block.end]) - len(text[start : block.end].lstrip())
    if start < block.end:
        return _in_line(text, Span(start, block.end))
    return _by_line(text, [following.span for following in blocks[1:]])


def begins_list(text: str, start: int) -> bool:
    """Whether the first item of a numbered list begins at `start`, blanks skipped."""
    while text[start : start + 1].isspace():
        start += 1
    for pattern in (_NUMBERED, _WORDED):
        marker = pattern.match(text, start)
        if marker and _number(marker) == 1:
            return True
    return False


def clauses(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span between the semicolons that stand in no brackets."""
    depth, start = 0, span.start
    for sign in _SIGN.finditer(text, *span):
        if sign[0] in "([":
            depth += 1
        elif sign[0] in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            yield trimmed(text, Span(start, sign.start()))
            start = sign.end()
    yield trimmed(text, Span(start, span.end))


def trimmed(text: str, span: Span) -> Span:
    """A span without blanks around it and without the signs that end it."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" \n,;:"))
    return Span(start, max(start, span.start + len(words.rstrip(" \n.,;:/…"))))


def shortened(text: str, span: Span) -> Span:
    """A span of at most `LONGEST` characters, cut at the end of a clause or else of a word."""
    if span.end - span.start <= LONGEST:
        return span
    words = text[span.start : span.start + LONGEST + 1]
    cut = max(words.rfind(sign) for sign in (";", ", ", ". ", " ("))
    if cut < LONGEST // 3:
        cut = words.rfind(" ")
    return trimmed(text, Span(span.start, span.start + (cut if cut > 0 else LONGEST)))


def _in_line(text: str, rest: Span) -> tuple[Span, ...]:
    if begins_list(text, rest.start):
        return tuple(_between_markers(text, rest))
    sentence = next(sentences(text, rest), rest)
    return tuple(item for item in clauses(text, sentence) if item.end > item.start)


def _between_markers(text: str, rest: Span) -> Iterator[Span]:
    """What stands between the markers 1, 2, 3 ...; after the last one, its sentence."""
    pattern = _NUMBERED if _NUMBERED.match(text, rest.start) else _WORDED
    style = text[rest.start] == "("
    markers: list[re.Match[str]] = []
    for marker in pattern.finditer(text, *rest):
        if (marker[0][0] == "(") != style:
            continue
        if _number(marker) == 1 and markers:
            break
        if _number(marker) == len(markers) + 1:
            markers.append(marker)
    for marker, following in pairwise(markers):
        yield trimmed(text, Span(marker.end(), following.start()))
    last = Span(markers[-1].end(), rest.end)
    yield trimmed(text, next(sentences(text, last), last))


def _by_line(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """A line each: all with a bullet, or numbered on, or each ended by ";" but the last."""
    if not lines:
        return ()
    if begins_list(text, lines[0].start):
        return tuple(_numbered_lines(text, lines))
    bullet = _BULLET.match(text, lines[0].start)
    items = []
    for line in lines:
        marker = _BULLET.match(text, line.start)
        if (marker is None) != (bullet is None):
            break
        items.append(trimmed(text, Span(marker.end() if marker else line.start, line.end)))
        if bullet is None and text[line.end - 1] != ";":
            break
    return tuple(items) if bullet is not None or len(items) > 1 else ()


def _numbered_lines(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    expected = 1
    for line in lines:
        marker = _NUMBERED.match(text, line.start) or _WORDED.match(text, line.start)
        if marker and _number(marker) == expected:
            yield trimmed(text, next(sentences(text, Span(marker.end(), line.end)), line))
            expected += 1


def _number(marker: re.Match[str]) -> int:
    if marker.re is _NUMBERED:
        return int(marker[1] or marker[2])
    if marker[1]:
        return _CARDINALS.index(marker[1].lower()) + 1
    return _ORDINALS.index(marker[2]) + 1
