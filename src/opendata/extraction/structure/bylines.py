"""Bylines: `Tiến Dũng`, `P.V`, `CTV Tuấn Dũng/HTTV`, `Tin, ảnh: NGỌC HÂN`, `Theo TTXVN`.

A line is judged by its form alone; whether it stands where a byline stands is for `blocks.py`
to know. Not for: persons in the text (`persons.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of, capital_or_not
from opendata.extraction.people.names import LOWER, UPPER
from opendata.extraction.view import Span


@dataclass(frozen=True, slots=True)
class Byline:
    """`name` is what to publish, None where the line credits only a source; `certain` tells that
    the line says itself that it is a byline."""

    name: Span | None
    organisation: Span | None = None
    certain: bool = False


_SOURCE = re.compile(r"\(?(?:[Tt]heo|THEO|Nguồn(?: tin)?(?= ?:)|NGUỒN|Dẫn nguồn) ?:? *(?=\S)")
_AGENCY = re.compile(r"[A-ZĐ]{3,8}")
_ORGANISATION = re.compile(r" ?\((?P<name>[^()]{6,80})\)|(?: ?- ?|, ?)(?P<after>[^()\n,:]{8,80})")
_STAR = re.compile(r"\*{1,2} ?")
_LINK = re.compile(r" ?(?: - |- | -|-|,|/| và | & ) ?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]+|[A-ZĐ]{2}")
_GIVEN_NAMES = re.compile(f"[{UPPER}][{LOWER}]{{2,5}} - [{UPPER}][{LOWER}]{{2,5}}")  # Lan - Quang
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]*)*")
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class _Words:
    """`role` opens a byline, `staff` fills one that names nobody; `note` ends one after a name,
    `body` opens the name of an organisation."""

    role: re.Pattern[str]
    staff: re.Pattern[str]
    note: re.Pattern[str]
    body: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    texts = [f for w in cues["text_work"] for f in (w[0].upper() + w[1:], w.upper())]
    pictures = (form for word in cues["picture"] for form in (word, word.lower()))
    works = capital_or_not((*cues["text_work"], *pictures))
    reporter, notes = any_of(cues["reporter"]), cues["byline_note"]
    bare = any_of(note for note in notes if " " in note)  # one syllable may be a name's last
    short = (row.short for row in authority.abbreviations if len(row.short) > 2)
    body = rf"(?:{any_of((*cues['body'], *short))}) "
    return _Words(
        role=re.compile(
            rf"\*? ?(?:{any_of(texts)}(?:(?:,| và| -)? ?{works})* ?:|Ảnh và bài ?:"
            rf"|{any_of(cues['byline'])}(?: ?:| )|{reporter}(?: ?: ?| (?=[^\W\d_])))\s*"
        ),
        staff=re.compile(rf"(?:Nhóm )?{reporter}(?: [^\d:.]{{1,40}})?"),
        note=re.compile(
            rf" ?(?:\((?:{capital_or_not(notes)}|(?:[Tt]heo|[Tt]ừ) [^()]{{2,60}})\)|{bare}"
            rf"|/ ?(?:{body}[^/:]{{2,40}}|[A-Z][\w.]{{1,30}})|[.,;-] ?[Ảả]nh ?: ?[^:]{{2,40}})\.?"
        ),
        body=re.compile(body),
    )


def read_byline(text: str, line: Span, authority: Authority) -> Byline | None:
    """The byline that a line is, or None."""
    start, end = line
    words = _words(authority)
    if end - start > _LONGEST:
        return None
    source = _SOURCE.match(text, start, end)
    if source:
        name = _names(text, source.end(), end, words)
        return Byline(name, certain=True) if name or end - source.end() <= 60 else None
    role = words.role.match(text, start, end) or _STAR.match(text, start, end)
    name = _names(text, role.end() if role else start, end, words)
    if name:
        certain = role is not None and role.re is words.role
        return Byline(name, _organisation(text, Span(name.end, end), words), certain)
    if text[start] == "(" and text.find(")", start, end) == end - 1:
        name = _names(text, start + 1, end - 1, words)
        return Byline(name) if name else None
    if words.staff.fullmatch(text, start, end):
        return Byline(line, certain=True)
    return Byline(None) if _AGENCY.fullmatch(text, start, end) else None


def read_organisation(text: str, line: Span, authority: Authority) -> Span | None:
    """The organisation that a line of its own in brackets gives: `(Ban Nội chính Tỉnh ủy)`."""
    return _organisation(text, line, _words(authority))


def _organisation(text: str, stretch: Span, words: _Words) -> Span | None:
    found = _ORGANISATION.fullmatch(text, *stretch)
    if found is None or words.note.fullmatch(text, *stretch):
        return None
    if found["after"] and not words.body.match(text, found.start("after")):
        return None
    return Span(*found.span(found.lastgroup or 0))


def _names(text: str, start: int, end: int, words: _Words) -> Span | None:
    """Names of people that fill a stretch, but for a note of what they did or for whom."""
    stop = end
    for pattern in (words.note, _ORGANISATION):
        cut = next((m for m in pattern.finditer(text, start, end) if m.end() == end), None)
        if cut and (cut.lastgroup != "after" or words.body.match(text, cut.start("after"))):
            stop = min(stop, cut.start())
    stop = start + len(text[start:stop].rstrip(" .,;/-"))
    pieces = _LINK.split(text[start:stop])
    if stop <= start or words.body.match(text, start):
        return None
    if not all(map(_is_name, pieces)) and not _GIVEN_NAMES.fullmatch(text, start, stop):
        return None
    return Span(start, stop)


def _is_name(words: str) -> bool:
    """Two to five capitalised syllables, all of one case, or initials before one."""
    syllables = words.split()
    if len(syllables) < 2:
        return bool(_INITIALS.fullmatch(words)) and words[0].isupper()
    if len(syllables) > 5 or not all(_WORD.fullmatch(word) for word in syllables):
        return False
    whole = [word for word in syllables if len(word) > 1 and "." not in word]
    return all(word[0].isupper() for word in syllables) and (
        all(word.isupper() for word in whole) or all(word[1:].islower() for word in whole)
    )
