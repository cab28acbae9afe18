"""Where the name of a document ends: `Chiến lược phát triển thể dục, thể thao đến năm 2030`.

A name goes on to the next word that cannot be part of one; a comma or `và` goes with it inside
known pairs of words, inside the name of an organ, and where a period closes the name. Not for:
whether there is a name (`named`), names of laws (`laws`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.issuers import issuer_at
from opendata.extraction.documents.lexicon import Lexicon, cues, lexicon
from opendata.extraction.people.names import LOWER, UPPER

LONGEST = 300
_PLAIN = (
    r"(?!\d{1,2}[/.]\d{1,2}(?!\d))(?!\S+\.(?:vn|com)\b)"
    r"[^\s,;:()\"\n.…]+(?:\.(?=\w)[^\s,;:()\"\n.…]+)*"
)
_START = re.compile(rf"(?<= )[{LOWER}{UPPER}]")
_BRACKET = r"(?: \([^()\n]{1,40}\))?"
_YEARS = r"(?:giai đoạn|(?:đến |trong )?năm(?: học)?|nhiệm kỳ|thời kỳ) (?=(?:19|20)\d\d)"
# A year ends a name, unless it goes on with whose or where.
_ENDS_WITH_YEAR = re.compile(
    r" (?:19|20)\d\d(?![\d/])(?! ?- ?(?:19|20)\d\d)"
    r"(?! (?:của|tỉnh|thành phố|huyện|quận|xã|phường|ngành|trên địa bàn)(?!\w))"
)
_OUTLOOK = re.compile(r"(?:,| và)? (?:tầm nhìn|định hướng) (?:đến )?(?:năm )?(?:19|20)\d\d")
_BETWEEN = re.compile(rf" giữa [^,;:()\"\n.…]{{3,80}}? (?:và|với) (?=[{UPPER}])")
_WHEN = re.compile(r" (?:đến năm|năm|nhiệm kỳ|khóa|ngày)(?!\w)")
_TAIL = re.compile(r" (?:gắn|của|các|những|đối với|phù hợp|với|do|kèm|hoặc|-)$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`word` matches one more word of a name, `joint` a comma or `và` between two of its words,
    `period` words that a comma, `và` or brackets part from the name and that a period closes,
    `where` further matters of an inspection, which a place closes,
    `verb` what an organ does."""

    word: re.Pattern[str]
    joint: re.Pattern[str]
    period: re.Pattern[str]
    where: re.Pattern[str]
    verb: re.Pattern[str]


@cache
def _patterns(authority: Authority) -> _Patterns:
    words = lexicon(authority)
    word = (
        rf" (?!{cues(words, 'goes_on', 'document_name_end')}(?!\w)"
        rf"|- (?:một|văn bản|là|[Ảả]nh)(?!\w)){_PLAIN}"
        r"| giữa(?= năm)| nêu(?= gương)|(?<=đối) với|(?<=hợp) với|(?<=không) được"
        r"|(?<=Kết luận) tại(?= (?:[Hh]ội nghị|[Pp]hiên họp|[Cc]uộc họp|[Kk]ỳ họp) )"
        r"|(?:(?<=trực tiếp)|(?<=thanh tra)|(?<=kiểm tra)|(?<=kiểm sát)) tại"
        r"| trong(?= lĩnh vực)|(?<=phối hợp) trong|(?<=hợp tác) trong|(?<=tự) do"
    )
    clause = cues(words, "document_clause")
    return _Patterns(
        word=re.compile(word),
        joint=re.compile(rf"(?:,| và)(?= [{LOWER}])(?! {clause}(?!\w)){word}"),
        period=re.compile(
            rf"{_BRACKET}(?:(?:,| và)(?= [{LOWER}])(?! {clause}(?!\w)))?"
            rf"(?:{word}){{0,12}}? {_YEARS}"
        ),
        where=re.compile(
            rf"(?:,| và)(?= [{LOWER}])(?! {clause}(?!\w))(?:{word}){{1,6}}? (?:trên địa bàn|tại)"
            rf"(?= (?:tỉnh|thành phố|huyện|[{UPPER}]))"
        ),
        verb=re.compile(rf" {cues(words, 'issuer_end')}(?!\w)"),
    )


def name_end(words: Lexicon, text: str, at: int, limit: int) -> int | None:
    """Where the name that begins at `at`, with a blank, ends; None where there is none."""
    patterns = _patterns(words.authority)
    limit = min(limit, at + LONGEST)
    end = _walked(words, patterns, text, at, limit)
    if dated := _ENDS_WITH_YEAR.search(text, at, end):
        outlook = _OUTLOOK.match(text, dated.end(), limit)
        return outlook.end() if outlook else dated.end()
    if between := _BETWEEN.match(text, end, limit):
        second = issuer_at(words, text, between.end(), limit)
        end = second.end if second else end
    while (tail := _TAIL.search(text, at, end)) is not None:
        end = tail.start()
    return end if end > at else None


def _walked(words: Lexicon, patterns: _Patterns, text: str, at: int, limit: int) -> int:
    """The end of a name, word by word."""
    end = at
    while end < limit:
        step = patterns.word.match(text, end, limit)
        if step is None:
            joined = _joined(words, patterns, text, at, end, limit)
            if joined is None:
                break
            end = joined
        elif _is_verb_of(words, patterns, text, at, end):
            break
        else:
            end = _with_organ(words, text, end + 1, step.end(), limit)
    return end


def _with_organ(words: Lexicon, text: str, start: int, end: int, limit: int) -> int:
    """The end of the known organ that a capital begins, with the commas in its name."""
    organ = words.organs.match(text, start, limit) if text[start].isupper() else None
    return organ.end if organ and organ.end > end else end


def _is_verb_of(words: Lexicon, patterns: _Patterns, text: str, at: int, end: int) -> bool:
    """`Kế hoạch năm 2024 của Quân ủy Trung ương nhấn mạnh`: what the organ in a name does."""
    of = text.rfind(" của ", at, end)
    if of == -1 or not text[of + 5].isupper() or _WHEN.match(text, end):
        return False
    if words.predicates.match(text, end + 1):
        return True
    organ = words.organs.match(text, of + 5, end)
    whole = organ is not None and organ.end == end
    proper = text[text.rfind(" ", at, end) + 1].isupper()
    return (whole or proper) and patterns.verb.match(text, end) is not None


def _joined(
    words: Lexicon, patterns: _Patterns, text: str, at: int, end: int, limit: int
) -> int | None:
    """Where a name goes on over a comma, `và` or brackets at `end`."""
    for word in _START.finditer(text, max(at, end - 40), end):
        pair = words.pairs.match(text, word.start(), limit)
        if pair and pair.end > end:
            return pair.end
    if words.nouns.match(text, text.find(" ", end + 1, limit) + 1):
        return None
    if closed := patterns.period.match(text, end, limit):
        return closed.end() - 1
    if " việc " in text[at:end] and (where := patterns.where.match(text, end, limit)):
        return where.end()
    said = text[at:end].split()
    few = len(said) <= 3 if text[end : end + 1] == "," else len(said) <= 2
    joint = patterns.joint.match(text, end, limit) if few and said else None
    return joint.end() if joint else None
