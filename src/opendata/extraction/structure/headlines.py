"""Which line of a page is its headline, and how a cut headline is made whole.

Collections keep headlines cut (`... Viện Kiểm sát nhân ...`) above the text, in which the whole
one often comes again, alone or between a section's name and the first sentence. Not for: titles
of documents (`titles.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of
from opendata.extraction.structure.captions import is_credited, line_kind
from opendata.extraction.view import Span


@dataclass(frozen=True, slots=True)
class Repeat:
    """The headline where the text repeats it: `line` is its place among the lines."""

    line: int
    span: Span


_ELLIPSIS = re.compile(r" ?(?:\.\.\.|…)$")
_LONGEST = 250
_LONGEST_CUT = 130  # of a headline that is cut; a longer line is a cut teaser
_LONGEST_SECTION = 48
_SHORTEST_CUT = 16
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|mark|span)>")
_END = re.compile(r"(?<=[?!]) ")
_OPENING = 24  # characters by which the repetition of a teaser or headline is known
_DAY_BEFORE = 24  # characters before the headline's words in the first sentence
_NEXT_LINE = re.compile(r"\s+(?P<words>[^\n]+)")
_DATED = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_ON_A_DAY = re.compile(r"(?:\(\S+\) ?)?(?:(?:Sáng|Trưa|Chiều|Tối)(?: ngày)?|Ngày) \d{1,2}[/.-]\d")
_LONGEST_DATED = 90  # characters of a date line under a headline
_LONGEST_KICKER = 36  # characters of one above a headline that a date line follows


def is_cut(words: str) -> bool:
    """Whether a text ends with dots that stand for what was cut off."""
    return words.endswith(("...", "…"))


def uncut(words: str) -> str:
    """The text without the dots that it ends with."""
    return _ELLIPSIS.sub("", words)


@cache
def _site(authority: Authority) -> re.Pattern[str]:
    """The name of a site at the end of a headline: after a bar any, after a dash a known one."""
    known = {name for row in authority.outlets for name in (row.name, *row.hosts, *row.tags)}
    opened = any_of(authority.cues_by_category["site"])
    return re.compile(rf" ?\| ?[^|\d]{{2,40}}$| - (?:{any_of(known)}|{opened} [^-|]{{2,40}})$")


def without_site(words: str, authority: Authority) -> str:
    """A headline without the name of the site that templates set after it, if much is left."""
    if "|" not in words and " - " not in words:
        return words
    found = _site(authority).search(words)
    return words[: found.start()] if found and found.start() > len(words) / 2 else words


def without_markup(words: str) -> str:
    """A headline without the tags with which searches mark what was sought: `<b>Lũ</b> lụt`."""
    return _TAGS.sub("", words) if "<" in words else words


def is_headline(text: str, line: Span) -> bool:
    """Whether a line has the form of a headline: one clause, as a rule without a full stop."""
    size = line.end - line.start
    if size > _LONGEST or text.find(" ", line.start, line.end) < 0:
        return False
    if is_cut(text[line.start : line.end]):
        return size <= _LONGEST_CUT
    if text[line.end - 1] == ".":
        return text.find(". ", line.start, line.end) < 0 and _is_followed_up(text, line)
    return text[line.end - 1] not in ",;:"


def _is_followed_up(text: str, line: Span) -> bool:
    """Whether a line that ends with a full stop is a headline all the same: a date line is next,
    or a sentence that begins with the same words, be it after the day, or with a day where the
    line has its colon (`Kỳ họp thứ 20: thông qua 12 nghị quyết.`)."""
    following = _NEXT_LINE.match(text, line.end)
    if following is None:
        return False
    if following.end("words") - following.start("words") <= _LONGEST_DATED:
        return _DATED.search(following["words"]) is not None
    if text.find(": ", *line) > 0 and _ON_A_DAY.match(following["words"]):
        return True
    opening = text[line.start : min(line.end, line.start + _OPENING)]
    return opening in following["words"][: _OPENING + _DAY_BEFORE]


@cache
def _opener(authority: Authority) -> re.Pattern[str]:
    """The blank before words that begin sentences and, with a capital, nothing else."""
    words = any_of(authority.cues_by_category["lead_opening"])
    return re.compile(rf"(?<=[^\s.:?!,;(\"'-]) (?={words} )")


def is_section(text: str, line: Span, following: Span | None, authority: Authority) -> bool:
    """Whether a line is a kicker: it ends with a colon, or is short above a longer headline."""
    size = line.end - line.start
    if size <= 120 and text[line.end - 1] == ":":
        return True
    if following is None or size > _LONGEST_SECTION or 2 * size > following.end - following.start:
        return False
    words = text[line.start : line.end]
    short = words.isupper() or (size <= 24 and len(words.split()) <= 4)
    short = short or (
        size <= _LONGEST_KICKER
        and text[following.end - 1] == "."
        and not is_cut(text[slice(*following)])
        and is_headline(text, following)
    )
    return (
        short
        and is_headline(text, following)
        and line_kind(text[following.start : following.end], authority) != "caption"
    )


def find_repeat(
    text: str, lines: Mapping[int, Span], title: str, teaser: Span | None, authority: Authority
) -> Repeat | None:
    """The first of these lines that repeats a title, and where the title, made whole, stands."""
    stem = uncut(title)
    if len(stem) < _SHORTEST_CUT:
        return None
    for place, line in lines.items():
        at = text.find(stem, line.start, line.end)
        if at < 0 or at - line.start > _LONGEST_SECTION:
            continue
        end = _end(text, Span(at, at + len(stem)), line, is_cut(title), teaser, authority)
        if end:
            return Repeat(place, Span(at, at + len(text[at:end].rstrip())))
    return None


def _end(
    text: str, stem: Span, line: Span, cut: bool, teaser: Span | None, authority: Authority
) -> int | None:
    """Where a headline that begins with `stem` ends in its line; None where nothing tells."""
    at, known = stem
    if known == line.end:
        return known
    last = line.end if cut else known + 1
    rules = (_opener(authority), _END)
    ends = [found.start() for rule in rules if (found := rule.search(text, known - 1, last))]
    if teaser:
        opening = text[teaser.start : teaser.start + _OPENING]
        repeated = text.find(" " + opening, known, last + len(opening))
        ends += [repeated] if repeated >= 0 else []
    if ends and min(ends) - at <= _LONGEST:
        return min(ends)
    words = text[line.start : line.end]
    whole = (
        cut and at == line.start and is_headline(text, line) and not is_credited(words, authority)
    )
    return line.end if whole else None
