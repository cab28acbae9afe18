"""Laws, codes, ordinances and treaties by name (`Luật Đất đai 2024`, `BLHS`), the constitution,
statutes.

Not for: laws cited by number (`numbered`), nor which version of a law is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.lexicon import Lexicon, cues, lexicon
from opendata.extraction.documents.name_ends import name_end
from opendata.extraction.documents.numbered import Noun
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span

# Kinds of which one is known by its bare name: there is one at a time.
ALONE = frozenset(("hien_phap", "dieu_le", "cuong_linh"))
# Kinds of agreements between states.
TREATIES = frozenset(("cong_uoc", "hiep_dinh"))

_WORD = r"[^\W\d][^\s,;:()\"\n.…]*"
_AMENDING = re.compile(
    r" (?:[Ss]ửa đổi,? (?:và )?bổ sung|[Ss]ửa đổi|[Bb]ổ sung)(?: một số điều)?(?: của)?"
    r"(?: các)? (?:[Ll]uật|[Bb]ộ luật|[Pp]háp lệnh)(?= )"
)
_YEAR = re.compile(r"(?: năm|,? sửa đổi năm)? (?:19|20)\d\d(?![\d/])")
_OF_BODY = re.compile(rf"(?: (?!Điều)(?:[{UPPER}]\w*|sản|đoàn|hội|nhân dân))+")
_OF_STATE = re.compile(
    r" (?:của )?(?:nước (?:Cộng hòa|CHXHCN|CHXHCNVN)|Cộng hòa|Việt Nam)"
    r"(?: (?:xã hội chủ nghĩa|XHCN|Xã hội Chủ nghĩa|Xã hội chủ nghĩa))?(?: Việt Nam)?"
)
_NEXT = re.compile(rf"(?:,| và|;) (?:(?:[Ll]uật|[Bb]ộ luật) )?(?=[{UPPER}])")
_TREATY = re.compile(
    rf" (?:[{UPPER}]|(?:khung|thương mại|vay|đối tác|hợp tác|tránh|song phương|"
    r"tương trợ|về|chống|chuyển giao|dẫn độ) )"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`name` matches the name of a law that is not known, `small` one without a
    capital, `short` what may be the abbreviation of one."""

    name: re.Pattern[str]
    small: re.Pattern[str]
    short: re.Pattern[str]


@cache
def _patterns(authority: Authority) -> _Patterns:
    words = lexicon(authority)
    none, ends = cues(words, "no_law"), cues(words, "goes_on", "law_name_end")
    go_on = rf"(?: (?!{ends}(?!\w)){_WORD})"
    capital = rf"[{UPPER}][^\s,;:()\"\n.…]*"
    firsts = "".join(sorted({name[0] for name in words.short_laws})) or "\0"
    return _Patterns(
        name=re.compile(rf" (?!{none}(?!\w))(?:{capital}|thuế){go_on}{{0,12}}"),
        small=re.compile(rf" (?!{none}(?!\w))(?!{ends}(?!\w)){_WORD}{go_on}{{1,8}}"),
        short=re.compile(rf"[{firsts}][A-ZĐ]+(?!\w)"),
    )


def law_end(words: Lexicon, text: str, noun: Noun, limit: int, *, inside: bool) -> int | None:
    """Where the name of a law ends, its year with it; None if none follows its document word.

    `inside`: the document word has a capital inside a sentence, and its name may have none.
    """
    at, capital = noun.head, text[noun.span.start].isupper()
    if known := _known(words, text, at, limit, capital=capital):
        return _with_year(text, known, limit)
    amending = _AMENDING.match(text, at, limit)
    if amending:
        at = amending.end()
        if known := _known(words, text, at, limit, capital=True):
            return _with_year(text, known, limit)
    patterns = _patterns(words.authority)
    name = patterns.name.match(text, at, limit)
    if name is None and inside and not amending:
        name = patterns.small.match(text, at, limit)
    if name is None:
        return None
    return _with_year(text, _over_pairs(words, text, at, name.end(), limit), limit)


def _known(words: Lexicon, text: str, at: int, limit: int, *, capital: bool) -> int | None:
    """Where the name of a known law ends; it or its document word has a capital."""
    known = words.laws.match(text, at + 1, limit)
    return known.end if known and (capital or text[at + 1].isupper()) else None


def _over_pairs(words: Lexicon, text: str, at: int, end: int, limit: int) -> int:
    """The end of a name over commas and `và` inside known pairs of words."""
    for word in re.finditer(r"(?<= )\w", text[at:end]):
        pair = words.pairs.match(text, at + word.start(), limit)
        if pair and pair.end > end:
            rest = _patterns(words.authority).name.match(f" X{text[pair.end : pair.end + 80]}")
            return pair.end + (rest.end() - 2 if rest else 0)
    return end


def listed_laws(words: Lexicon, text: str, end: int, limit: int) -> Iterator[Span]:
    """The names of known laws that follow a law's under its document word."""
    while joined := _NEXT.match(text, end, limit):
        known = words.laws.match(text, joined.end(), limit)
        if known is None or joined[0].endswith("uật "):
            return
        end = _with_year(text, known.end, limit)
        yield Span(known.start, end)


def abbreviated_laws(words: Lexicon, text: str) -> Iterator[tuple[Span, str, str]]:
    """The laws that an abbreviation alone names, `BLHS 2015`: place, kind and full name."""
    if not any(name in text for name in words.short_laws):  # as on most pages
        return
    for found in _patterns(words.authority).short.finditer(text):
        if found[0] not in words.short_laws or text[found.start() - 1 : found.start()].isalnum():
            continue
        end = _with_year(text, found.end(), len(text))
        kind, full = words.short_laws[found[0]]
        yield Span(found.start(), end), kind, full + text[found.end() : end]


def full_name(words: Lexicon, name: str) -> str:
    """`Luật Phòng, chống tham nhũng` of `Luật PCTN`; empty where nothing is short."""
    word, *parts = name.split(" ")
    full = " ".join(words.short_words.get(part, part) for part in parts)
    return f"{word} {full[0].upper()}{full[1:]}" if full != " ".join(parts) else ""


def alone_end(text: str, noun: Noun, limit: int) -> int | None:
    """Where `Hiến pháp năm 2013`, `Điều lệ Đảng` or `Cương lĩnh` ends."""
    end = noun.head
    if noun.kind == "dieu_le":
        body = _OF_BODY.match(text, end, limit)
        return body.end() if body else None
    if state := _OF_STATE.match(text, end, limit):
        end = state.end()
    return _with_year(text, end, limit)


def treaty_end(words: Lexicon, text: str, noun: Noun, limit: int) -> int | None:
    """Where `Công ước Liên hợp quốc về Luật Biển năm 1982` ends: a proper name or a subject."""
    capital = text[noun.span.start].isupper()
    begins = _TREATY.match(text, noun.head, limit)
    if begins is None or not (capital or begins[0][1].isupper()):
        return None
    end = noun.head
    if not begins[0].startswith((" về ", " chống ")):
        end = name_end(words, text, end, limit) or end
    if text.startswith((" về ", " chống "), end):
        end = name_end(words, text, end + 3, limit) or end
    return _with_year(text, end, limit) if end > noun.head else None


def _with_year(text: str, end: int, limit: int) -> int:
    year = _YEAR.match(text, end, limit)
    return year.end() if year else end
