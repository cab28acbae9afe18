"""The structure of a page: which characters are headline, date line, lead, caption, byline, frame.

Line by line: the frame first, then what stands at the top and at the bottom, then the paragraphs
between (`paragraphs.py`). The forms of lines are judged by `frame.py`, `datelines.py`,
`headlines.py`, `bylines.py` and `captions.py`. Not for: values (`header.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from opendata.authority import Authority
from opendata.authority.rows import OutletProfile
from opendata.extraction.mentions import Block
from opendata.extraction.structure.bylines import read_byline, read_organisation
from opendata.extraction.structure.datelines import Dateline, read_dateline
from opendata.extraction.structure.frame import frame_of
from opendata.extraction.structure.headlines import (
    find_repeat,
    is_cut,
    is_headline,
    is_section,
    without_site,
)
from opendata.extraction.structure.paragraphs import Line, read_paragraphs
from opendata.extraction.view import Span, View, tidy, view

_MEANING = re.compile(r"[^\W_]")
_SIGNED = re.compile(r"[^\n]{2,60} ?[-|] ?$")
_PICTURE = re.compile(r"\[(?:img|image|ảnh)\]")
_SIGNS = 40  # characters of a line that may be signs alone
_PARAGRAPH = 160  # characters that no line of the frame has
_HEAD = 12  # lines from the top in which the frame may stand
_SIGNATURE = 60  # characters of a line above the text that tells who wrote it
_SECTION = 30  # characters before the date and the hour that name a section
_NAME = 30  # characters of a line that no bare name has
_SIGNED_BY = 3  # the last line of the page on which a bare name may stand above the text
_REPEAT = 5  # lines in which the headline may come again
_TAIL = 10  # lines from the bottom
_TRAILER = 90  # characters of a line that may follow the byline
_TRAILERS = 2  # lines that may follow a byline that only its form tells

# Blocks by the place of their line.
_Found = dict[int, list[Block]]


def find_blocks(
    page: View, authority: Authority, title: str = "", profile: OutletProfile | None = None
) -> tuple[Block, ...]:
    """The blocks of a page, in order and disjoint. `title` is the title stated elsewhere,
    `profile` the layout of its outlet."""
    text = page.text
    lines = _lines(text)
    found = _frame(text, lines, authority) | _framed(text, lines, profile)
    datelines = _datelines(text, lines, found, authority)
    found |= _dated(text, lines, datelines, authority)
    if profile is None or profile.byline != "bottom":
        found |= dict(_labelled(text, lines, found, authority))
    top, rest = _top(text, lines, found, datelines, tidy(view(title).text), authority)
    found |= top
    found |= _bottom(text, lines, found, max(top, default=-1) + 1, authority)
    pictures = {place for place in found if _PICTURE.match(text, lines[place].start)}
    left = [
        Line(rest.get(place, line), place - 1 in pictures)
        for place, line in enumerate(lines)
        if place not in found or place in rest
    ]
    blocks = [block for group in found.values() for block in group]
    blocks += read_paragraphs(text, left, authority)
    return tuple(sorted(blocks, key=lambda block: block.span))


def _lines(text: str) -> list[Span]:
    """The lines that hold a letter or digit, without the blanks around them."""
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words and (len(words) > _SIGNS or _MEANING.search(words)):
            start = at + line.index(words[0])
            lines.append(Span(start, start + len(words)))
        at += len(line) + 1
    return lines


def _frame(text: str, lines: Sequence[Span], authority: Authority) -> _Found:
    """The lines of the page's frame; what follows a heading of related pages is related."""
    frame = frame_of(authority)
    last = _last_paragraph(lines)
    found: _Found = {}
    related = False
    for place, line in enumerate(lines):
        kind = frame.kind(text[line.start : line.end], place > last and place > 0)
        related = place > last and (related or kind == "related")
        if related and not kind:
            kind = "related"
        if kind:
            found[place] = [Block(kind, line)]
    return found


def _framed(text: str, lines: Sequence[Span], profile: OutletProfile | None) -> _Found:
    """The lines that the outlet's profile names: its sections above the headline, its frame."""
    if profile is None:
        return {}
    found: _Found = {}
    for place, line in enumerate(lines):
        if place < _HEAD and text[slice(*line)] in profile.kickers:
            found[place] = [Block("kicker", line)]
        elif text.startswith(profile.frame, *line):
            found[place] = [Block("boilerplate", line)]
    return found


def _last_paragraph(lines: Sequence[Span]) -> int:
    """The place of the last line that is too long for the frame, -1 where there is none."""
    long = (place for place, (start, end) in enumerate(lines) if end - start > _PARAGRAPH)
    return max(long, default=-1)


def _datelines(
    text: str, lines: Sequence[Span], found: _Found, authority: Authority
) -> dict[int, Dateline]:
    """The lines near the edges of the page that end with a date."""
    edges = {*range(min(_HEAD, len(lines))), *range(max(0, len(lines) - _TAIL), len(lines))}
    read = {
        place: read_dateline(text, lines[place], authority)
        for place in sorted(edges)
        if place not in found
    }
    return {place: dateline for place, dateline in read.items() if dateline}


def _dated(
    text: str, lines: Sequence[Span], datelines: Mapping[int, Dateline], authority: Authority
) -> _Found:
    """The date lines proper: before the date stands nothing, or who wrote and a dash."""
    found: _Found = {}
    for place, dateline in datelines.items():
        if place >= _HEAD and not dateline.is_labelled:
            continue
        before = _stripped(text, dateline.before)
        signed = place < _HEAD and dateline.stamp.minute and _SIGNED.match(text, *dateline.before)
        name = [Block("byline", before)] if signed else _byline(text, before, authority)
        section = dateline.stamp.minute and before.end - before.start <= _SECTION
        if section and not name and before.start < before.end and place <= _SIGNED_BY:
            name = [Block("boilerplate", before)]
        if before.start == before.end or name:
            found[place] = [*name, *_date_blocks(text, dateline, authority)]
    for place in [place for place in found if place < _HEAD]:
        for beside in (place - 1, place + 1):
            if 0 < beside < len(lines) and beside not in found:
                name = _byline(text, lines[beside], authority)
                found |= {beside: name} if name else {}
    return found


def _date_blocks(text: str, dateline: Dateline, authority: Authority) -> list[Block]:
    """The date, and after it who wrote, where a word says so (`| Tác giả: Thu Lan`), or signs."""
    blocks = [Block("dateline", dateline.span)]
    after = _stripped(text, dateline.after, " ")
    if not _MEANING.search(text, *after):
        return blocks
    words = text[after.start : after.end]
    byline = Span(after.end - len(words.lstrip(" |-·•,")), after.end)
    name = read_byline(text, byline, authority)
    if name and name.name and name.certain:
        return [*blocks, Block("byline", byline)]
    return [*blocks, Block("boilerplate", after)]


def _stripped(text: str, span: Span, signs: str = " -|,:.([") -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" "))
    return Span(start, max(start, span.start + len(words.rstrip(signs))))


def _byline(text: str, line: Span, authority: Authority) -> list[Block]:
    """The byline that a line is; the name of a province is none, nor an act (`CHÚC MỪNG`)."""
    words = text[line.start : line.end]
    if line.start == line.end:
        return []
    byline = read_byline(text, line, authority)
    if byline is None:
        return []
    name = text[slice(*byline.name)] if byline.name else words
    if name in authority.provinces_by_name or name.lower() in _no_names(authority):
        return []
    return [Block("byline", line)]


@cache
def _no_names(authority: Authority) -> frozenset[str]:
    """The words for events and the names of organs, of which no line that is a name consists."""
    acts = (word for kind in authority.event_kinds for word in kind.triggers)
    return frozenset((*acts, *(name.lower() for name in authority.organs_by_name)))


def _labelled(
    text: str, lines: Sequence[Span], found: _Found, authority: Authority
) -> Iterator[tuple[int, list[Block]]]:
    """The bylines above the text that say that they are (`Tác giả: Thu Lan`, `PV Thu Lan`), or
    that stand between the headline and a paragraph (`Thu Lan`)."""
    above = _last_paragraph(lines)
    for place in range(1, min(_HEAD, len(lines))):
        start, end = lines[place]
        if place in found or end - start > _SIGNATURE:
            continue
        byline = read_byline(text, lines[place], authority)
        if byline is None or byline.name is None:
            continue
        if byline.certain:
            signed = text.find(":", start, end) > 0 or place < above
        else:
            signed = _opens_text(text, lines, place, authority)
        if signed:
            yield place, [Block("byline", lines[place])]


@cache
def _titles(authority: Authority) -> frozenset[str]:
    """The words before a name that a caption has and no byline."""
    return frozenset(row.honorific for row in authority.honorifics if row.category == "public")


def _opens_text(text: str, lines: Sequence[Span], place: int, authority: Authority) -> bool:
    """Whether a line, a name by its form, stands right above the text and right under one line
    that is longer than a name, the headline."""
    if place + 1 == len(lines):
        return False
    headline, following = lines[place - 1], lines[place + 1]
    words = text[slice(*lines[place])]
    return (
        following.end - following.start > _SIGNATURE
        and place <= _SIGNED_BY
        and headline.end - headline.start > _NAME
        and not words.isupper()
        and words.split(" ")[0].lower() not in _titles(authority)
        and bool(_byline(text, lines[place], authority))
    )


def _top(
    text: str,
    lines: Sequence[Span],
    found: _Found,
    datelines: Mapping[int, Dateline],
    title: str,
    authority: Authority,
) -> tuple[_Found, dict[int, Span]]:
    """Kicker and headline, and what is left of a line that begins with the headline."""
    top: _Found = {}
    free = [place for place in range(min(_HEAD, len(lines))) if place not in found]
    first = None
    if not title:
        first = _first_headline(text, lines, free, top, authority)
        if first is None:
            return top, {}
        title = without_site(text[slice(*lines[first])], authority)
    after = [place for place in free if first is None or place > first]
    teaser = lines[after[0]] if after else None
    stretch = {place: _undated(lines[place], datelines.get(place)) for place in after[:_REPEAT]}
    repeat = find_repeat(text, stretch, title, teaser, authority)
    if repeat is None:
        return top, {}
    line, span = lines[repeat.line], repeat.span
    whole = first is None or is_cut(title)
    if first is not None:
        top[first] = (
            [Block("teaser", lines[first])] if whole else _headline(text, lines[first], authority)
        )
    top[repeat.line] = [Block("headline" if whole else "teaser", span)]
    section = _stripped(text, Span(line.start, span.start))
    if section.start < section.end:
        top[repeat.line].append(Block("boilerplate", section))
    dateline = datelines.get(repeat.line)
    if dateline:
        top[repeat.line] += _date_blocks(text, dateline, authority)
        return top, {}
    rest = _stripped(text, Span(span.end, line.end), "")
    return top, {repeat.line: rest} if rest.start < rest.end else {}


def _first_headline(
    text: str, lines: Sequence[Span], free: Sequence[int], top: _Found, authority: Authority
) -> int | None:
    """The place of the first line that may be a headline; sections before it go to `top`."""
    for number, place in enumerate(free):
        following = lines[free[number + 1]] if number + 1 < len(free) else None
        if is_section(text, lines[place], following, authority):
            top[place] = [Block("kicker", lines[place])]
        elif is_headline(text, lines[place]):
            top[place] = _headline(text, lines[place], authority)
            return place
        else:
            break
    top.clear()
    return None


def _headline(text: str, line: Span, authority: Authority) -> list[Block]:
    """The headline that a line is, and the name of the site after it."""
    end = line.start + len(without_site(text[slice(*line)], authority))
    if end == line.end:
        return [Block("headline", line)]
    return [Block("headline", Span(line.start, end)), Block("boilerplate", Span(end, line.end))]


def _undated(line: Span, dateline: Dateline | None) -> Span:
    return dateline.before if dateline else line


def _bottom(
    text: str, lines: Sequence[Span], found: _Found, first: int, authority: Authority
) -> _Found:
    """The byline near the end, its organisation, and the short lines of the frame after it."""
    trailers: list[int] = []
    for place in range(len(lines) - 1, max(first, len(lines) - _TAIL - 1), -1):
        if place in found:
            continue
        line = lines[place]
        byline = read_byline(text, line, authority)
        blocks = _byline(text, line, authority)
        if byline and blocks and (byline.certain or len(trailers) <= _TRAILERS):
            return {place: blocks} | _after_byline(text, lines, trailers, authority)
        is_note = text[line.start] == "*" and line.end - line.start <= _PARAGRAPH
        if not is_note and _is_sentence(text, line):
            break
        trailers.append(place)
    return {}


def _is_sentence(text: str, line: Span) -> bool:
    return line.end - line.start > _TRAILER or text[line.end - 1] in ".!?…;:,"


def _after_byline(
    text: str, lines: Sequence[Span], trailers: Sequence[int], authority: Authority
) -> _Found:
    found: _Found = {}
    for number, place in enumerate(reversed(trailers)):
        is_organisation = number == 0 and read_organisation(text, lines[place], authority)
        kind = "byline" if is_organisation else "boilerplate"
        found[place] = [Block(kind, lines[place])]
    return found
