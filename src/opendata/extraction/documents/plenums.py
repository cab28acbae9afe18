"""Resolutions known by the plenum or the congress that took them: `Nghị quyết Trung ương 4
(khóa XII)`, `Nghị quyết Đại hội XIII của Đảng`. Not for: other names of documents (`named`)."""

from __future__ import annotations

import re

from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span

_COMMITTEE = (
    r"(?:(?:Ban [Cc]hấp hành|BCH) (?:[Tt]rung ương|TW|TƯ)(?: [Đđ]ảng)?|"
    r"(?:[Tt]rung ương|TW|TƯ|T\.Ư)(?: [Đđ]ảng)?)"
)
_PLENUM = re.compile(
    r" (?:(?:của )?[Hh]ội nghị )?"
    rf"(?:lần thứ \w+(?: \(khóa [IVX]+\))?(?:,| [-–])? (?:của )?{_COMMITTEE}|"
    r"(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?(?: lần thứ)? "
    r"(?:\d{1,2}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w))"
    r"(?:,? ?\(?[Kk]hóa (?:(?P<term>[IVX]+)|\d{1,2})(?!\w)\)?)?"
)
_CONGRESS = re.compile(
    r" (?:của )?Đại hội(?P<which>(?: (?:đại biểu|toàn quốc|Đảng(?: bộ| ủy)?|"
    r"lần thứ(?: nhất| hai| ba)?|[IVX]+(?!\w)|\d+|"
    r"tỉnh|thành phố|huyện|quận|xã|phường|khối|(?:các )?cơ quan|của Đảng|"
    r"các cấp|cấp trên|(?:Công|Liên) đoàn|Phụ nữ|Nông dân|"
    r"Quân đội|Công an|Hội (?:Liên hiệp|Cựu chiến binh)|Cựu chiến binh|Thanh niên|Cộng sản|"
    rf"[{UPPER}][^\s,;:()\".]*))*)"
)
_WHICH = re.compile(r" (?:[IVX]+|\d+|lần thứ (?:nhất|hai|ba)|Đảng bộ .+)(?!\w)")


def plenum_end(text: str, at: int, limit: int) -> tuple[int, Span | None] | None:
    """Where the plenum named at `at` ends, and its khóa."""
    plenum = _PLENUM.match(text, at, limit)
    if plenum is None:
        return None
    return plenum.end(), Span(*plenum.span("term")) if plenum["term"] else None


def congress_end(text: str, at: int, limit: int) -> int | None:
    """Where the congress named at `at` ends; -1 for one that could be any, None for no congress."""
    congress = _CONGRESS.match(text, at, limit)
    if congress is None:
        return None
    return congress.end() if _WHICH.search(congress["which"]) else -1
