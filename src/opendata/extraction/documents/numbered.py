"""Documents cited by number: `Chỉ thị số 26-CT/TW`, `Nghị định 71`, `các Thông báo 11456, 11596`.

The bare number is the main case: the document word before it and what follows decide whether it
is a document's number or a count. Not for: documents known by name (`named`), nor what is said of
them (`titles`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from opendata.extraction.documents.lexicon import Lexicon, plain
from opendata.extraction.documents.symbols import Code
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span, View
from opendata.extraction.words import words_of


@dataclass(frozen=True, slots=True)
class Noun:
    """A document word on the page. `head` is where the plain word ends: `Chương trình` of
    `Chương trình làm việc`."""

    span: Span
    kind: str
    head: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number with its document word. `list_start` is where the noun of its list begins: equal
    to `span.start` unless several numbers stand under one noun."""

    span: Span
    kind: str
    code: Code
    list_start: int
    repairs: tuple[str, ...] = ()


_AFTER_NOUN = re.compile(r" {0,3}(?:[(\"]|- (?=[Ss]ố))? ?(?P<so>[Ss]ố|SỐ)? {0,2}:? {0,2}(?=\d)")
_ABBREVIATED = re.compile(r"([CĐHKNPQT][A-ZĐ][A-Za-z]{0,2}) ?(?P<so>số )?(?=\d)")
# Codes that mean nothing but a document before a bare number.
_PLAIN_CODES = ("NQ", "NĐ", "QĐ")
_OF = re.compile(rf" của (?=[{UPPER}])")
# A separator inside a symbol, and the number before it.
_SEPARATED = re.compile(r"[-/] ?(?:[A-ZĐƯ]|[a-zđ]{1,5} ?[-/])")
_NUMBER_BEFORE = re.compile(r"(?<![\w/.,-])\d{1,6}[a-dA-D]?(?: ?[-/] ?(?:19|20)\d\d)? ?$")
# A number, a blank and a symbol up to its stroke: `84 QĐ/TWĐTN`.
_SPACED = re.compile(r"(?<![\w/.,-])\d{1,6}(?= [A-ZĐ][A-Za-zĐđ]{1,4}/[A-ZĐƯ]{2})")
_SPACED_REACH = 12  # characters of it before the stroke
_NEXT_ITEM = re.compile(r"(?: ?[,;] ?| và | hoặc | & | hay )(?:số )?(?=\d)")
_FOLLOWING = re.compile(r" ?(?:([^\W\d_]+)(?: (\d+))?|(\S))?")
_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}]")
_NUMBER_WORD = re.compile(r"(?:số|SỐ|Số):? $")
_DIGITS_GO_ON = re.compile(r" ?%|[.,:]\d|[-/] ?\d|\d|[^\W\d_]")

# Document words that are verbs, or that count, as often as not.
_LOOSE = words_of(
    "quyet_dinh quy_dinh huong_dan thong_bao bao_cao ket_luan ke_hoach chuong_trinh phuong_an "
    "quy_hoach kien_nghi tuyen_bo thoa_thuan lenh"
)
# Of these, the ones that are no verbs.
_NO_VERBS = words_of("ke_hoach chuong_trinh")
# Kinds whose bare number is no document's: a chapter, a year, a count.
_CODE_ONLY = words_of(
    "luat bo_luat du_an hien_phap dieu_le cuong_linh chien_luoc quy_hoach phuong_an lenh tuyen_bo "
    "thoa_thuan cao_trang"
)
_TIMES = words_of("ngày tháng năm giờ")  # a count, where no date follows
_YEARLY = words_of("ke_hoach chuong_trinh bao_cao quy_dinh")
_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")


_VERB_BEFORE = re.compile("thông báo (?=K)")  # `Đoàn thông báo Kết luận`


def document_nouns(words: Lexicon, text: str) -> list[Noun]:
    """The document words of a text, in order."""
    found = []
    for match in words.nouns.finditer(text):
        start, end = match.span()
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalpha():
            continue
        if capital := _VERB_BEFORE.match(match[0]):
            start += capital.end()
        noun = " ".join(text[start:end].lower().split())
        kind = words.kinds.get(noun)
        if kind is not None:
            head = words.heads.get(noun)
            found.append(Noun(Span(start, end), kind, start + len(head) if head else end))
    return found


def abbreviated_nouns(words: Lexicon, text: str) -> list[Noun]:
    """The kind codes that stand in the place of a document word, `NQ 49`, in order."""
    found = []
    for match in _ABBREVIATED.finditer(text):
        code, start = match[1], match.start()
        if code not in words.codes or (
            start and (text[start - 1].isalnum() or text[start - 1] in "-/&.")
        ):
            continue
        parsed = words.grammar.parse(text, match.end())
        bare = len(parsed[0].number if parsed else "") > 1
        plain = bare and (code in _PLAIN_CODES or _OF.match(text, parsed[1] if parsed else 0))
        if match["so"] or (parsed and parsed[0].symbol) or plain:
            end = start + len(code)
            found.append(Noun(Span(start, end), words.codes[code][0], end))
    return found


def code_places(text: str) -> list[int]:
    """Where a number with a symbol may begin, in order."""
    found = []
    for match in _SEPARATED.finditer(text):
        at = match.start()
        if text[at - 1].isalnum() or text[at - 2 : at - 1].isdigit():
            number = _NUMBER_BEFORE.search(text, max(0, at - 16), at)
            if number is None and text[at] == "/":
                number = _SPACED.search(text, max(0, at - _SPACED_REACH), at + 3)
            if number:
                found.append(number.start())
    return found


def numbered(
    view: View, words: Lexicon, within: Span, nouns: list[Noun], short: list[Noun], codes: list[int]
) -> list[Numbered]:
    """The documents cited by number in a stretch of text, in order.

    `nouns`, `short` and `codes` are its document words, abbreviated ones and places of codes.
    """
    text = view.text
    found: list[Numbered] = []
    for noun in (*nouns, *short):
        after = _AFTER_NOUN.match(text, noun.span.end, within.end)
        if after:
            found += _series(words, text, within, noun, after)
    found.sort(key=lambda one: one.span)
    if codes:
        found += _loose_codes(words, text, within, nouns, codes, found)
    kept: list[Numbered] = []
    taken = within.start
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start >= taken:
            kept.append(_with_look_alikes(view, one))
            taken = one.span.end
    return kept


def _series(
    words: Lexicon, text: str, within: Span, noun: Noun, after: re.Match[str]
) -> list[Numbered]:
    """The number after a document word, and those that follow it under the same word."""
    parsed = words.grammar.parse(text, after.end())
    if parsed is None or parsed[1] > within.end:
        return []
    code, end = parsed
    if not code.symbol and not _is_number(words, text, within, noun, after, code, end):
        return []
    start = noun.span.start
    if _is_foreign(words, text, end) or (not code.symbol and _of_foreign(words, text, start)):
        return []
    mends = {"glued"} if after["so"] and not after[0].endswith((" ", ":")) else set()
    series = [_one(words, noun, Span(start, end), code, start, mends)]
    while item := _NEXT_ITEM.match(text, end, within.end):
        parsed = words.grammar.parse(text, item.end())
        if parsed is None or parsed[1] > within.end:
            break
        code, stop = parsed
        if not code.symbol and (series[-1].code.symbol or not _may_end(words, text, stop, code)):
            break
        series.append(_one(words, noun, Span(item.end(), stop), code, start, set()))
        end = stop
    return _shared(series)


def _one(
    words: Lexicon, noun: Noun, span: Span, code: Code, list_start: int, mends: set[str]
) -> Numbered:
    kind = noun.kind
    if kind == "van_ban" and code.symbol:
        kind = _kind_of(words, code) if code.kind in words.codes else "cong_van"
    return Numbered(span, kind, code, list_start, tuple(sorted({*code.repairs, *mends})))


def _kind_of(words: Lexicon, code: Code) -> str:
    """The kind that a number's own kind code says."""
    state = words.state_kinds.get(code.kind) if code.system == "state" else None
    return state or words.codes[code.kind][0]


def _shared(series: list[Numbered]) -> list[Numbered]:
    """`Nghị quyết 08 và 09/2018`: the last number's year or symbol is that of all."""
    last = series[-1].code
    if len(series) == 1 or not (last.year or last.symbol):
        return series
    return [
        one
        if one.code.year or one.code.symbol
        else replace(
            one,
            code=replace(last, number=one.code.number, repairs=()),
            repairs=tuple(sorted({*one.repairs, "shared"})),
        )
        for one in series
    ]


def _is_number(
    words: Lexicon,
    text: str,
    within: Span,
    noun: Noun,
    after: re.Match[str],
    code: Code,
    end: int,
) -> bool:
    """Whether a number without symbol is a document's, and not a count, a year or a place."""
    if noun.kind in _CODE_ONLY and not (after["so"] and code.year):
        return False
    if _DIGITS_GO_ON.match(text, end):
        return False
    if code.year or (len(code.number) > 1 and code.number[0] == "0" and noun.kind not in _LOOSE):
        return True
    follow = _FOLLOWING.match(text, end, within.end)
    word, digits = (follow[1], follow[2]) if follow else (None, None)
    if word == "năm" and digits and len(digits) == 4:
        return bool(after["so"]) or int(code.number.rstrip("abcdABCD")) > 10
    if word in ("ngày", "tháng") and digits:
        return (
            bool(after["so"]) or noun.kind not in _LOOSE or word == "ngày" or len(code.number) > 2
        )
    if word in _TIMES and noun.kind in _LOOSE and not after["so"]:
        return False
    counted = words.units.match(text, end + 1) or (noun.kind in _LOOSE and word in words.counted)
    if word is not None and counted and not after["so"]:
        return word in words.follow and len(code.number) > 1
    if after["so"]:
        return True
    if noun.kind in _YEARLY and _YEAR.fullmatch(code.number):
        return False
    opens = noun.kind not in _NO_VERBS and _begins_sentence(text, noun.span.start)
    named = text[noun.span.start].isupper() and not opens
    if word is None or word in words.follow or word[0].isupper():
        return named or noun.kind not in _LOOSE or len(code.number) > 1
    return len(code.number) > 1 and (named or noun.kind not in _LOOSE)


def _may_end(words: Lexicon, text: str, end: int, code: Code) -> bool:
    """Whether a further bare number of a list is one: not a date, not a count."""
    if _DIGITS_GO_ON.match(text, end):
        return False
    follow = _FOLLOWING.match(text, end)
    word = follow[1] if follow else None
    return bool(code.year) or word is None or word in words.follow or word == "năm"


def _is_foreign(words: Lexicon, text: str, end: int) -> bool:
    at = end + 5 if text.startswith(" của ", end) else end + 1
    return words.foreign.match(text, at) is not None


def _of_foreign(words: Lexicon, text: str, at: int) -> bool:
    """Whether a foreign body is the subject before a document word: `Hạ viện Mỹ bác Nghị quyết`."""
    before = text[max(0, at - 60) : at]
    start = 1 + max(before.rfind(mark) for mark in ",;:.\n(")
    return any(
        words.foreign.match(before, start + word.start())
        for word in _CAPITALISED.finditer(before[start:])
    )


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(' "(-')
    return not before or before[-1] in ".!?:;\n"


def _loose_codes(
    words: Lexicon,
    text: str,
    within: Span,
    nouns: list[Noun],
    codes: list[int],
    found: list[Numbered],
) -> Iterator[Numbered]:
    """Numbers with a symbol that stand apart from their document word, or have none."""
    place = 0
    used = {one.list_start for one in found}
    for at in codes:
        while place < len(found) and found[place].span.end <= at:
            place += 1
        if place < len(found) and found[place].span.start <= at:
            continue
        parsed = words.grammar.parse(text, at)
        if parsed is None or not parsed[0].symbol or parsed[1] > within.end:
            continue
        code, end = parsed
        before = _NUMBER_WORD.search(text, max(within.start, at - 5), at)
        noun = _noun_before(words, text, nouns, before.start() if before else at, code)
        if noun is not None and before and noun.span.start not in used:
            yield _one(words, noun, Span(noun.span.start, end), code, noun.span.start, set())
        elif damaged := _damaged_noun(words, text, within, before.start() if before else at):
            start = damaged.span.start
            mend = "case" if text[slice(*damaged.span)].isupper() else "marks"
            yield _one(words, damaged, Span(start, end), code, start, {mend})
        elif code.kind in words.codes and (before or words.grammar.issuer_row(code.issuer)):
            kind = _kind_of(words, code)
            if noun is not None and noun.kind in words.codes[code.kind]:
                kind = noun.kind
            yield Numbered(Span(at, end), kind, code, at, code.repairs)


def _noun_before(words: Lexicon, text: str, nouns: list[Noun], at: int, code: Code) -> Noun | None:
    """The document word that a code after "số" belongs to: in the same clause, of its kind."""
    place = bisect_left(nouns, at, key=_start)
    while place and nouns[place - 1].span.start > at - 120:
        place -= 1
        noun = nouns[place]
        if _parted(text, noun.span.end, at):
            return None
        if not code.kind or noun.kind in words.codes.get(code.kind, ()):
            return noun
    return None


def _start(noun: Noun) -> int:
    return noun.span.start


def _parted(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return any(mark in between for mark in (";", "\n", ". ", ": ", "(", ")", '"'))


def _damaged_noun(words: Lexicon, text: str, within: Span, at: int) -> Noun | None:
    """A document word in capitals or with its marks misplaced: `Nghị qụyết`."""
    before = list(re.finditer(r"\S+", text[max(within.start, at - 24) : at]))
    offset = max(within.start, at - 24)
    for count in (2, 1, 3):
        if len(before) < count or at - offset - before[-1].end() > 2:
            continue
        start = offset + before[-count].start()
        kind = words.unmarked.get(plain(text[start:at].strip()))
        if kind:
            return Noun(Span(start, at), kind, at)
    return None


def _with_look_alikes(view: View, one: Numbered) -> Numbered:
    """With the repair `look_alike` where a letter of the page only looks like the one meant."""
    code = Span(one.span.start, one.span.end)
    raw = unicodedata.normalize("NFC", view.quote(code))
    if raw == view.text[code.start : code.end]:
        return one
    letters = [c for c in raw if c.isalpha()]
    if letters == [c for c in view.text[code.start : code.end] if c.isalpha()]:
        return one
    if plain("".join(letters)) == plain("".join(filter(str.isalpha, view.text[slice(*code)]))):
        return one  # `khoá` and `khóa`
    return replace(one, repairs=tuple(sorted({*one.repairs, "look_alike"})))
