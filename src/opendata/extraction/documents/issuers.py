"""The names of those who issue documents, before and after a citation.

A known organ is named with its place; of others the name goes on to the next verb or preposition.
Not for: organisations at large (`organisations`), what an issuer does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.lexicon import Lexicon, cues, lexicon
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_REST = r"[^\s,;:()\"\n.…]*(?:\.(?=\w)[^\s,;:()\"\n.…]+)*"
# What may follow a known organ's name: where it is, or whose.
_PLACE = re.compile(
    rf"(?:(?<=TP)\.[{UPPER}]\w*)?"
    rf"(?: (?:tỉnh|thành phố|TP(?:\.(?:[{UPPER}]\w*)?)?|"
    rf"huyện|quận|thị xã|xã|phường|thị trấn|khối|các cơ quan|tối cao|"
    rf"khu vực|cấp cao tại|(?!Luật|Nghị|Hội nghị)[{UPPER}]{_REST}))" + "{0,8}"
)
# Where the subject of an issuing verb begins at the earliest.
_CUT = re.compile(
    r"[,;:()\"\n]|[.](?=\s)| (?:trình|đề nghị|sau khi|của|rằng|việc|để|theo|khi|tại|biết|do|mà|"
    r"từ|được|với|lúc|nên|và|khiến|giao|năm \d{4}|ngày [\d/.-]+) "
)
_TAIL = re.compile(r" (?:và|các|những|cả)$")
_TOKEN = re.compile(r"\S+")
# A family name after these is a place's: `Tỉnh ủy Hà Giang`, `TP Hồ Chí Minh`.
BEFORE_PLACES = words_of("tỉnh phố TP TP. huyện quận xã phường trấn ủy đoàn tại")
_BLANK = re.compile(" ")


@cache
def _proper(authority: Authority) -> re.Pattern[str]:
    """The name of an issuer that is not known: from a capital to the next verb or preposition."""
    stops = cues(lexicon(authority), "goes_on", "issuer_end")
    return re.compile(rf"[{UPPER}]{_REST}(?: (?!{stops}(?!\w))[^\W\d]{_REST}){{0,14}}")


def documents(words: Lexicon, text: str, start: int, end: int) -> Iterator[int]:
    """Where a document word begins inside a name: `của Bộ Chính trị Nghị quyết 18`."""
    for noun in words.nouns.finditer(text, start + 1, end):
        at, past = noun.span()
        whole = text[at - 1] == " " and text[at].isupper() and not text[past : past + 1].isalnum()
        if whole and not text[start:at].endswith(("Sở ", "Bộ ", "Tài chính ")):
            yield at - 1


def issuer_at(words: Lexicon, text: str, at: int, limit: int) -> Span | None:
    """The organ named at `at`: a known name with its place, else a proper name to its end."""
    known = words.organs.match(text, at, limit)
    if known:
        place = _PLACE.match(text, known.end, limit)
        end, stop = known.end, place.end() if place else known.end
    elif proper := _proper(words.authority).match(text, at, limit):
        end, stop = at, proper.end()
        headed = _head_of_known(words, text, at, limit)
        if headed and headed.end > stop:  # a comma in the name of the known organ
            end = stop = headed.end
    else:
        return None
    if noun := next(documents(words, text, at, stop), None):
        stop = max(noun, end)
    stop = _without_person(words, text, at, stop, end)
    return Span(at, _without_tail(words, text, at, stop, end))


def _head_of_known(words: Lexicon, text: str, at: int, limit: int) -> Span | None:
    """The known organ whose head is named at `at`: `Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch`."""
    head = words.bodies.match(text, at, limit)
    return words.organs.match(text, head.end + 1, limit) if head else None


def _without_person(words: Lexicon, text: str, start: int, end: int, known: int) -> int:
    """The end without a person's name: `Bộ trưởng Bộ Công an Lương Tam Quang`."""
    tokens = list(_TOKEN.finditer(text, start, end))
    for place in range(1, len(tokens) - 1):
        before, token = tokens[place - 1][0], tokens[place]
        if token.start() < known or token[0] not in words.families or before in BEFORE_PLACES:
            continue
        name = text[token.start() : end]
        if name not in words.provinces and all(t[0][0].isupper() for t in tokens[place:]):
            return token.start() - 1
    return end


def _without_tail(words: Lexicon, text: str, start: int, end: int, known: int) -> int:
    """The end without a dangling "và", and without a second organ joined by one."""
    joined = text.find(" và ", max(known, start), end)
    while joined != -1:
        after = joined + 4
        if words.organs.match(text, after) or not text[after].isupper():
            end = joined
            break
        joined = text.find(" và ", after, end)
    while (tail := _TAIL.search(text, max(known, start), end)) is not None:
        end = tail.start()
    return end


def issuer_before(words: Lexicon, text: str, start: int, end: int) -> Span | None:
    """The organ that is the subject of an issuing verb at `end`."""
    while end > start and text[end - 1] in " ,":
        end -= 1
    cut, first = start, None
    for match in _CUT.finditer(text, start, end):
        joined = match[0] == " và "
        first = _known_whole(words, text, cut, match.start()) if joined else None
        cut = match.end()
    while cut < end and text[cut] in " -":
        cut += 1
    if cut >= end or not text[cut].isupper():
        return None
    reached = cut
    if known := words.organs.match(text, cut, end):
        place = _PLACE.match(text, known.end, end)
        reached = place.end() if place else known.end
    if reached < end and words.bodies.match(text, cut, end):
        proper = _proper(words.authority).match(text, cut, end)
        if proper and not any(
            words.predicates.match(text, place.end()) for place in _BLANK.finditer(text, cut, end)
        ):
            reached = proper.end()
    if reached < end:
        return None
    return first or Span(cut, _without_person(words, text, cut, end, cut))


def _known_whole(words: Lexicon, text: str, start: int, end: int) -> Span | None:
    """The known organ that all the words between two places name, the first of two issuers."""
    while start < end and text[start] in " -":
        start += 1
    known = words.organs.match(text, start, end)
    place = _PLACE.match(text, known.end, end) if known else None
    return Span(start, end) if place and place.end() == end else None
