"""Whether a page is Vietnamese, told by its letters. Not for: telling other languages apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opendata.extraction.view import Span

_SAMPLE = 600  # characters
_LEAST = 40  # characters besides blanks that are enough to tell
_SHARE = 0.04  # of letters that only Vietnamese has; the press has about 0.2
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_ENGLISH = re.compile(  # one class of first letters, for speed
    r"[afiotw](?<!\w.)(?:(?<=t)(?:he|o|hat)|(?<=o)f|(?<=a)nd|(?<=i)[ns]|(?<=w)as|(?<=f)or)(?!\w)"
)
_ENGLISH_SHARE = 0.012  # of characters that begin such a word


def find_language(text: str, spans: Iterable[Span]) -> str:
    """`vi`, `en`, `und` for another language, empty where there is too little text to tell."""
    sample = _sample(text, spans)
    size = len(sample) - sample.count(" ")
    if size < _LEAST:
        return ""
    if len(_VIETNAMESE.findall(sample)) >= _SHARE * size:
        return "vi"
    return "en" if len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * len(sample) else "und"


def _sample(text: str, spans: Iterable[Span]) -> str:
    pieces: list[str] = []
    size = 0
    for start, end in spans:
        pieces.append(text[start : min(end, start + _SAMPLE)])
        size += len(pieces[-1]) + 1
        if size > _SAMPLE:
            break
    return "\n".join(pieces)[:_SAMPLE]
