"""Captions of pictures and subheadings, told from paragraphs by their form.

Not for: where on the page a line stands (`blocks.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of, capital_or_not

_NO_PICTURE = ("đã", "sẽ", "vừa", "được", "bị", "cũng", "có", "là")
_CREDIT_WORDS = ("Ảnh", "ảnh", "Nguồn", "Chụp")
_ALTERNATIVE = re.compile(r"(?:[A-Za-z0-9]+ ){1,12}(?:anh|hinh) \d{1,2}\. ")  # `Ha Noi anh 1. `
_SPOKEN = re.compile(r"^[-\"'(]|[:!?] ")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[./)]|[IVX]{1,4}[./)-]|[a-zđ]\)) ?\S")
_BULLET = re.compile(r"[-+*•–] ?\S")
_PROPER = re.compile(r"[^\W\d_]+")
_LONGEST_CREDITED = 420
_LONGEST_CREDIT = 90  # characters from the credit to the end of the line
_LONGEST_CAPTION = 220
_LONGEST_SENTENCE = 170  # of a caption that ends with a full stop
_LONGEST_HEADING = 140
_SHORTEST_NAMING = 40


@dataclass(frozen=True, slots=True)
class _Words:
    """`credit` tells who took the picture, `posture` which of the people on it is meant, `scene`
    and `act` what it shows. `told` is what no picture does: speech that is reported, a past, a
    plan, a count. `opening` begins a sentence of the text, `honoured` names somebody."""

    credit: re.Pattern[str]
    posture: re.Pattern[str]
    scene: re.Pattern[str]
    act: re.Pattern[str]
    told: re.Pattern[str]
    opening: re.Pattern[str]
    honoured: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    rows = (row for row in authority.honorifics if row.category == "public" and not row.plural)
    honorifics = [row.honorific[0].upper() + row.honorific[1:] for row in rows]
    return _Words(
        credit=re.compile(
            rf"(?:^|[ (.\-]){capital_or_not(cues['picture'])}(?: [^\W\d]+){{0,3}}? ?: ?\S"
            r"|^[Ảả]nh minh họa|\((?:[Ảả]nh minh h[oọ]a|[Nn]guồn(?: ảnh)?:[^)]*|[Ảả]nh [^)]{2,40})"
            r"\)\.?$|^Nguồn hình ảnh|Chụp lại hình ảnh"
        ),
        posture=re.compile(rf"\((?:{any_of(cues['posture'])}[^)]{{0,40}}|trái|phải|giữa)\)"),
        scene=re.compile(
            rf"(?:{any_of(cues['scene'])}|(?:Các|Đông đảo|Nhiều|Quý|Những)? ?[Đđ]ại biểu "
            rf"{any_of(cues['delegates_act'])})(?!\w)"
        ),
        act=re.compile(rf" {any_of(cues['pictured'])}(?!\w)"),
        told=re.compile(
            rf"[:;]|(?<!\w){any_of((*_NO_PICTURE, *cues['unpictured']))}(?!\w)"
            r"|(?<![\d-])\d{1,3}(?![\d-])"
        ),
        opening=re.compile(rf"{any_of(cues['text_opening'])}(?!\w)"),
        honoured=re.compile(rf"{any_of(honorifics)} "),
    )


def line_kind(line: str, authority: Authority) -> str:
    """`caption`, `subheading`, or empty for a paragraph."""
    size = len(line)
    if size > _LONGEST_CREDITED:
        return ""
    words = _words(authority)
    if is_credited(line, authority) or (size <= _LONGEST_CAPTION and _is_pictured(line, words)):
        return "caption"
    if size <= _LONGEST_HEADING and line[-1] == "?" and not _SPOKEN.search(line):
        return "subheading"
    if size > _LONGEST_CAPTION or line[-1] in ".,;:!?…)" or line.endswith("..."):
        return ""
    return _unpunctuated_kind(line, words)


def is_credited(line: str, authority: Authority) -> bool:
    """Whether a line tells who took a picture, or says that it is one."""
    end = line[-_LONGEST_CREDIT:]
    may = ":" in end or end.rstrip(".")[-1:] == ")" or end.startswith(_CREDIT_WORDS)
    return may and bool(_words(authority).credit.search(end))


def _is_pictured(line: str, words: _Words) -> bool:
    """Whether one sentence tells what a picture shows: a scene, or somebody doing something."""
    if ("anh " in line or "hinh " in line) and _ALTERNATIVE.match(line):
        return True
    if ". " in line or words.opening.match(line) or _BULLET.match(line):
        return False
    if "(" in line and words.posture.search(line):
        return True
    if len(line) > _LONGEST_SENTENCE:
        return False
    shows = words.scene.match(line) or (line[-1] == "." and words.act.search(line))
    return bool(shows) and not words.told.search(line)


def _unpunctuated_kind(line: str, words: _Words) -> str:
    if _BULLET.match(line):
        return ""
    if len(line) <= _LONGEST_HEADING and _NUMBERED.match(line):
        return "subheading"
    if words.honoured.match(line) or words.act.search(line) or _names_somebody(line):
        return "caption"
    return "subheading" if len(line) <= _LONGEST_HEADING else ""


def _names_somebody(line: str) -> bool:
    """Whether a proper name stands among the first words, as in most captions and few headings."""
    if len(line) < _SHORTEST_NAMING:
        return False
    words = _PROPER.findall(line, 0, 60)[:5]
    return bool(words) and (
        (len(words[0]) > 1 and words[0].isupper()) or any(word[0].isupper() for word in words[1:])
    )
