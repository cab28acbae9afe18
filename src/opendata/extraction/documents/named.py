"""Documents known by name alone: `Kế hoạch cải cách tư pháp năm 2022`, `Đề án "..."`, resolutions
of a plenum or congress, `quyết định của Bộ Chính trị` before "về ...".

A name is specific: a general word ("các nghị quyết của Trung ương") and a bare document word are
none. Not for: where a name ends (`name_ends`), how a law is named (`laws`), numbered documents
(`numbered`), words that only refer back (`anaphora`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from opendata.extraction.documents.issuers import issuer_at
from opendata.extraction.documents.laws import (
    ALONE,
    TREATIES,
    abbreviated_laws,
    alone_end,
    full_name,
    law_end,
    listed_laws,
    treaty_end,
)
from opendata.extraction.documents.lexicon import LAWS, Lexicon
from opendata.extraction.documents.name_ends import name_end
from opendata.extraction.documents.numbered import Noun
from opendata.extraction.documents.plenums import congress_end, plenum_end
from opendata.extraction.documents.specific import (
    PERIOD,
    STRICT,
    Wording,
    capitalised_end,
    issued_end,
    wording_of,
)
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of


@dataclass(frozen=True, slots=True)
class Named:
    """A document's name. `name` is the part after the document word, `organ` the issuer in it,
    `full` the name in full where the page shortens it or leaves the document word out."""

    span: Span
    kind: str
    name: Span
    organ: Span | None = None
    term: Span | None = None
    draft: bool = False
    full: str = ""


# Document words that are as often a show, a project, a verb or a paper of a case.
_NEVER = words_of(
    "du_an lenh ban_an an_le cao_trang khang_nghi kien_nghi van_ban phuong_an sac_lenh tuyen_bo"
)
# Known by organ and subject: `tờ trình của Ban Thường vụ Tỉnh ủy về ...`.
_BY_ORGAN = words_of("quyet_dinh to_trinh nghi_quyet chi_thi ket_luan ke_hoach thong_bao")
# The same, with a capital.
_BY_ORGAN_CAPITAL = _BY_ORGAN | words_of("quy_dinh de_an quy_che huong_dan")
# The same, with a capital where they are issued or written.
_BY_ORGAN_ISSUED = _BY_ORGAN_CAPITAL | words_of("nghi_dinh thong_tu huong_dan")
# Known in lower case, where somebody issues them.
_LOWER = words_of("quyet_dinh thong_bao ket_luan ke_hoach thoa_thuan quy_che de_an nghi_quyet")
_ALSO_DECIDES = words_of("quyet_dinh ket_luan thong_bao")  # verbs after "thống nhất"
_ALSO_VERBS = words_of("quy_dinh huong_dan thong_bao bao_cao")
# Named in forms of their own (`laws`).
_OWN_FORMS = LAWS | TREATIES | ALONE
# Named in lower case as well.
_ALSO_SMALL = LAWS | TREATIES | _BY_ORGAN | _LOWER | STRICT
# Rarely open a clause after a colon or semicolon but in a list of documents.
_LISTED = words_of("de_an quy_che chien_luoc quy_hoach")
_PLURAL = re.compile(
    r"(?:^|\W)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ọi|[Mm]ỗi|[Tt]ừng|[Hh]ai|[Bb]a|\d+|"
    r"loạt) (?:dự án |dự thảo |bản )?$"
)
_LIST_MARK = re.compile(r"(?:^|\s)\w{1,2}\)$")
_TITLE = re.compile(
    r"(?: về(?: việc)?)?(?P<words>(?: [^\s,;:()\"\n.]+){0,5}?):? ?\"[^\"\n]{8,300}\""
)
_ORGAN = re.compile(rf" của (?=[{UPPER}])")
_ON_WHAT = re.compile(r"(?:,? \(?[Kk]hóa (?:[IVX]+|\d{1,2})\)?)? (?:về|lãnh đạo) ")
_SETS_UP = re.compile(r" (?:thành lập|sắp xếp|điều chỉnh|sáp nhập|phê chuẩn) \S+ \S")
_DATED = re.compile(r"(?:,? ngày)? \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_PLANNED = re.compile(r"(?:ban hành|ký|phê duyệt) $")
_BILL = re.compile(r"[Dd]ự (?:án|thảo) $")
_INDEFINITE = re.compile(r"(?:^|\W)[Mm]ột $")
_TRUNCATED = re.compile(r" (?:\.\.\.|…)")


def named(
    words: Lexicon,
    text: str,
    within: Span,
    nouns: list[Noun],
    numbers: list[int],
    *,
    heading: bool,
) -> list[Named]:
    """The documents known by name in a stretch of text; `nouns` are its unnumbered document words,
    `numbers` the places of its numbered documents, `heading` tells that it is a line without a
    sentence."""
    wording = wording_of(words.authority)
    found: list[Named] = []
    taken = within.start
    for noun in nouns:
        if noun.span.start < taken:
            continue
        place = bisect_left(numbers, noun.span.end)
        limit = numbers[place] if place < len(numbers) else within.end
        one = _named(words, wording, text, Span(within.start, limit), noun, heading)
        if one is not None and not _TRUNCATED.match(text, one.span.end, within.end):
            if noun.kind in LAWS:
                one = replace(one, full=full_name(words, text[slice(*one.span)]))
            found.append(one)
            if noun.kind in LAWS:
                found += _further_laws(words, text, Span(within.start, limit), noun, one)
            taken = found[-1].span.end
    return found


def _named(
    words: Lexicon, wording: Wording, text: str, within: Span, noun: Noun, heading: bool
) -> Named | None:
    start = noun.span.start
    capital = text[start].isupper()
    if noun.kind in _NEVER or not (capital or noun.kind in _ALSO_SMALL):
        return None
    before = text[max(within.start, start - 24) : start]
    drafted = _BILL
    if noun.kind in _OWN_FORMS:
        one = _law(words, wording, text, within, noun, before)
    elif noun.kind == "nghi_quyet" and (taken := _taken(text, noun, within.end, before)):
        one = taken if taken.span.end > noun.head else None
    elif _PLURAL.search(before):
        return None
    else:
        find = _capitalised if capital else _small
        one, drafted = find(words, wording, text, within, noun, before, heading), wording.drafted
    if one is None or _is_part(wording, before):
        return None
    return replace(one, draft=drafted.search(before) is not None)


def _law(
    words: Lexicon, wording: Wording, text: str, within: Span, noun: Noun, before: str
) -> Named | None:
    """Laws, treaties, the constitution, statutes: their names have forms of their own."""
    limit, capital = within.end, text[noun.span.start].isupper()
    if noun.kind in LAWS:
        inside = capital and not _opens(text, within, noun.span.start)
        return _to(noun, law_end(words, text, noun, limit, inside=inside))
    if noun.kind in TREATIES:
        end = None if _PLURAL.search(before) else treaty_end(words, text, noun, limit)
        return _to(noun, end)
    known = wording.known.match(text, noun.head + 1, limit)
    end = known.end if known else alone_end(text, noun, limit)
    return _to(noun, end) if capital else None


def _taken(text: str, noun: Noun, limit: int, before: str) -> Named | None:
    """The resolution of a plenum or congress; one that ends with its document word where the
    congress could be any."""
    if plenum := plenum_end(text, noun.head, limit):
        return _to(noun, plenum[0], term=plenum[1])
    congress = congress_end(text, noun.head, limit)
    if congress is None:
        return None
    return _to(noun, noun.head if congress < 0 or _PLURAL.search(before) else congress)


def _capitalised(
    words: Lexicon,
    wording: Wording,
    text: str,
    within: Span,
    noun: Noun,
    before: str,
    heading: bool,
) -> Named | None:
    """A document word with a capital, and its name."""
    limit = within.end
    if known := wording.known.match(text, noun.head + 1, limit):
        return _to(noun, name_end(words, text, known.end, limit) or known.end)
    opens = _opens(text, within, noun.span.start)
    if title := _title_end(wording, text, noun, limit, opens):
        return _to(noun, title)
    made = (wording.issued.search(before) or wording.drafted.search(before)) is not None
    if noun.kind in (_BY_ORGAN_ISSUED if made else _BY_ORGAN_CAPITAL) and (
        organ := _organ_of(words, wording, text, noun, limit)
    ):
        return _to(noun, organ.end, organ=organ)
    if dated := _DATED.match(text, noun.head, limit):
        return _to(noun, dated.end())
    if heading and opens and _heads_a_page(text, noun, limit):
        return _to(noun, limit)
    if _INDEFINITE.search(before) or (opens and not _opens_with_name(text, noun, limit)):
        return None
    return _to(noun, capitalised_end(words, wording, text, noun, limit, made))


def _small(
    words: Lexicon,
    wording: Wording,
    text: str,
    within: Span,
    noun: Noun,
    before: str,
    _: bool,
) -> Named | None:
    """A document word in lower case, and its name."""
    limit = within.end
    opens = _opens(text, within, noun.span.start)
    if noun.kind in STRICT and (title := _title_end(wording, text, noun, limit, opens)):
        return _to(noun, title)
    if noun.kind in _BY_ORGAN and (organ := _organ_of(words, wording, text, noun, limit)):
        return _to(noun, organ.end, organ=organ)
    if dated := _DATED.match(text, noun.head, limit):
        return _to(noun, dated.end()) if noun.kind in STRICT else None
    if noun.kind not in _LOWER or (noun.kind in _ALSO_DECIDES and before.endswith("thống nhất ")):
        return None
    issued = (_PLANNED if noun.kind == "ke_hoach" else wording.issued).search(before)
    return _to(noun, issued_end(words, wording, text, noun, limit)) if issued else None


def short_laws(words: Lexicon, text: str) -> list[Named]:
    """The laws that an abbreviation alone names: `Điều 353 BLHS`."""
    return [
        Named(span, kind, span, full=full) for span, kind, full in abbreviated_laws(words, text)
    ]


def _further_laws(words: Lexicon, text: str, within: Span, noun: Noun, first: Named) -> list[Named]:
    """`các Luật Đất đai, Nhà ở và Đấu thầu`: each name under one document word is a law."""
    before = text[max(within.start, noun.span.start - 24) : noun.span.start]
    if not _PLURAL.search(before):
        return []
    word = text[noun.span.start : noun.span.end]
    return [
        Named(span, noun.kind, span, draft=first.draft, full=f"{word} {text[slice(*span)]}")
        for span in listed_laws(words, text, first.span.end, within.end)
    ]


def _is_part(wording: Wording, before: str) -> bool:
    """Whether the document word is part of another name: `Sở Kế hoạch và Đầu tư`."""
    found = wording.part.search(before)
    return found is not None and not before[: found.start()][-1:].isalpha()


def _to(
    noun: Noun,
    end: int | None,
    *,
    organ: Span | None = None,
    term: Span | None = None,
) -> Named | None:
    """The name that goes up to `end`, none where there is none."""
    if end is None:
        return None
    span = Span(noun.span.start, end)
    return Named(span, noun.kind, Span(noun.head, end), organ, term)


def _opens(text: str, within: Span, start: int) -> bool:
    """Whether a sentence or a list item begins here: capitals say nothing then."""
    before = text[max(within.start, start - 5) : start].rstrip(' "-+')
    return not before or before[-1] in ".!?:;\n" or _LIST_MARK.search(before) is not None


def _heads_a_page(text: str, noun: Noun, limit: int) -> bool:
    """`Kết luận về một số nội dung ...` as a line of its own: the document's own title."""
    about = text.startswith(" về ", noun.head) and 40 < limit - noun.head <= 300
    return about and noun.kind not in _ALSO_VERBS


def _opens_with_name(text: str, noun: Noun, limit: int) -> bool:
    """Whether a document word that opens a sentence has a period after it, as names have, or is
    one of a list of documents."""
    at = noun.head
    if noun.kind == "bao_cao":
        return False
    listed = noun.kind in _LISTED and text[: noun.span.start].endswith((": ", "; "))
    between = noun.kind == "quy_che" and text.startswith(" phối hợp giữa ", at)
    period = PERIOD.search(text, at, min(limit, at + 60)) is not None
    return listed or between or period


def _title_end(wording: Wording, text: str, noun: Noun, limit: int, opens: bool) -> int | None:
    """The end of a title in quotation marks after the document word; no words may stand between
    them where the document word opens a sentence, for they may be a verb."""
    if noun.kind in ("chuong_trinh", "bao_cao"):
        return None
    title = _TITLE.match(text, noun.head, limit)
    if title is None:
        return None
    if title["words"] and (opens or wording.predicate.match(text, noun.head, limit)):
        return None
    return title.end()


def _organ_of(words: Lexicon, wording: Wording, text: str, noun: Noun, limit: int) -> Span | None:
    """The organ of `tờ trình của Ban Thường vụ Tỉnh ủy` where "về ..." or an appointment tells
    which one it is."""
    of = _ORGAN.match(text, noun.head, limit)
    if of is None:
        return None
    at = of.end()
    if not (words.organs.match(text, at, limit) or words.bodies.match(text, at, limit)):
        return None
    organ = issuer_at(words, text, at, limit)
    if organ is None:
        return None
    told = _ON_WHAT.match(text, organ.end, limit)
    if told or wording.appoints.match(text, organ.end, limit):
        return organ
    sets_up = noun.kind == "nghi_quyet" and _SETS_UP.match(text, organ.end, limit)
    return organ if sets_up else None
