"""Bylines: `Tiến Dũng`, `P.V`, `CTV Tuấn Dũng/HTTV`, `Tin, ảnh: NGỌC HÂN`, `Theo TTXVN`.

A line is judged by its form alone; whether it stands where a byline stands is for `blocks.py`
to know. Not for: persons in the text (`persons.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from opendata.extraction.view import Span


@dataclass(frozen=True, slots=True)
class Byline:
    """`name` is what to publish, None where the line credits only a source; `certain` tells that
    the line says itself that it is a byline."""

    name: Span | None
    organisation: Span | None = None
    certain: bool = False


_ROLE = re.compile(
    r"\*? ?(?:(?:Tin|Bài|TIN|BÀI)(?:(?:,| và| -) ?(?:ảnh|bài|clip|video|đồ họa|Ảnh|ẢNH))* ?:"
    r"|Ảnh và bài ?:"
    r"|(?:Bài viết|Thực hiện|Tác giả|Người viết|Biên tập|Nhóm (?:thực hiện|tác giả))(?: ?:| )"
    r"|(?:CTV|BTV|PV|P\.V\.?|Phóng viên|Cộng tác viên)(?: ?: ?| (?=[^\W\d_])))\s*"
)
_SOURCE = re.compile(r"\(?(?:[Tt]heo|THEO|Nguồn(?: tin)?(?= ?:)|NGUỒN|Dẫn nguồn) ?:? *(?=\S)")
_STAFF = re.compile(r"(?:Nhóm )?(?:P\.?V\.?|CTV|BTV|BBT|Phóng viên|phóng viên)(?: [^\d:.]{1,40})?")
_AGENCY = re.compile(r"[A-ZĐ]{2,8}")
_SUFFIX = re.compile(
    r" ?(?:\((?:thực hiện|tổng hợp|ghi|lược ghi|lược dịch|dịch|biên soạn|sưu tầm|T[./]?H|t/h|"
    r"[Tt]heo [^()]{2,60}|[Tt]ừ [^()]{2,60})\)|/ ?[A-Z][\w.]{1,30}|(?:thực hiện|tổng hợp|lược ghi)"
    r"|\. ?Ảnh: ?[^:]{2,40})\.?"
)
_ORGANISATION = re.compile(r" ?\((?P<name>[^()]{6,80})\)")
_LINK = re.compile(r" ?(?: - |- | -|-|,|/| và | & ) ?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]*)*")
_LONGEST = 110


def read_byline(text: str, line: Span) -> Byline | None:
    """The byline that a line is, or None."""
    start, end = line
    if end - start > _LONGEST:
        return None
    source = _SOURCE.match(text, start, end)
    if source:
        name = _names(text, source.end(), end)
        return Byline(name, certain=True) if name or end - source.end() <= 60 else None
    role = _ROLE.match(text, start, end)
    name = _names(text, role.end(), end) if role else _names(text, start, end)
    if name:
        return Byline(name, _organisation(text, Span(name.end, end)), bool(role))
    if _STAFF.fullmatch(text, start, end):
        return Byline(line, certain=True)
    return Byline(None) if _AGENCY.fullmatch(text, start, end) else None


def read_organisation(text: str, line: Span) -> Span | None:
    """The organisation that a line of its own in brackets gives: `(Ban Nội chính Tỉnh ủy)`."""
    return _organisation(text, line)


def _organisation(text: str, stretch: Span) -> Span | None:
    found = _ORGANISATION.fullmatch(text, *stretch)
    if found is None or _SUFFIX.fullmatch(text, *stretch):
        return None
    return Span(*found.span("name"))


def _names(text: str, start: int, end: int) -> Span | None:
    """Names of people that fill a stretch, but for a note of what they did or for whom."""
    stop = end
    for pattern in (_SUFFIX, _ORGANISATION):
        cut = next((m for m in pattern.finditer(text, start, end) if m.end() == end), None)
        if cut:
            stop = min(stop, cut.start())
    stop = start + len(text[start:stop].rstrip(" .,;"))
    pieces = _LINK.split(text[start:stop])
    return Span(start, stop) if stop > start and all(map(_is_name, pieces)) else None


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
