"""The documents that a page cites, in page order: numbered, named, and said again.

Not for: which known document it is (`resolution.directives`), nor what the page says of two
documents (`relations`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from opendata.authority import Authority
from opendata.extraction.documents.anaphora import anaphoric
from opendata.extraction.documents.laws import ALONE, TREATIES
from opendata.extraction.documents.lexicon import LAWS, Lexicon, lexicon
from opendata.extraction.documents.named import Named, named, short_laws
from opendata.extraction.documents.numbered import (
    Noun,
    Numbered,
    abbreviated_nouns,
    code_places,
    document_nouns,
    numbered,
)
from opendata.extraction.documents.sameness import same_as
from opendata.extraction.documents.symbols import Code, fold
from opendata.extraction.documents.titles import details_after, details_before
from opendata.extraction.mentions import Citation, Value
from opendata.extraction.page import Page
from opendata.extraction.time.dates import day as day_of
from opendata.extraction.view import Span

BLOCKS = ("headline", "kicker", "lead", "body", "subheading", "caption")
"""Kinds of blocks whose documents the article cites."""


@dataclass(frozen=True, slots=True)
class Read:
    """A citation, and where what is said of its issuer and day ends."""

    citation: Citation
    end: int


def find_citations(page: Page) -> tuple[Citation, ...]:
    """The citations of a page, in page order."""
    words = lexicon(page.authority)
    text = page.view.text
    nouns, short = _Marks.of(document_nouns(words, text)), _Marks.of(abbreviated_nouns(words, text))
    codes, laws = code_places(text), short_laws(words, text)
    read: list[Read] = []
    left: list[Noun] = []
    for span in page.spans(*BLOCKS):
        own, abbreviated = nouns.inside(span), short.inside(span)
        places = codes[bisect_left(codes, span.start) : bisect_left(codes, span.end)]
        short_names = [law for law in laws if span.start <= law.span.start < span.end]
        if own or places or abbreviated or short_names:
            numbers = numbered(page.view, words, span, own, abbreviated, places)
            found, unused = _block(page, words, span, own, numbers, short_names)
            read += found
            left += unused
    return _linked(page, _coordinated(text, read), left)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Document words in page order, to be asked by place."""

    nouns: list[Noun]
    starts: list[int]

    @classmethod
    def of(cls, nouns: list[Noun]) -> _Marks:
        return cls(nouns, [noun.span.start for noun in nouns])

    def inside(self, span: Span) -> list[Noun]:
        first = bisect_left(self.starts, span.start)
        return self.nouns[first : bisect_left(self.starts, span.end, lo=first)]


def _block(
    page: Page,
    words: Lexicon,
    within: Span,
    nouns: list[Noun],
    numbers: list[Numbered],
    laws: list[Named],
) -> tuple[list[Read], list[Noun]]:
    """The citations of one block, and its document words that belong to none."""
    text = page.view.text
    read = [_numbered(page, words, one, within) for one in numbers]
    taken = {one.citation.span.end + 1 for one in read}  # `Nghị định 73/2024/NĐ-CP Quy định ...`
    taken |= {t.span.start for one in read if (t := one.citation.title) and t.span}
    free = [n for n in _outside(nouns, read) if n.span.start not in taken]
    starts = [one.list_start for one in numbers]
    names = named(words, text, within, free, starts, heading=_is_heading(text, within))
    read += [_named(page, words, one, within) for one in (*names, *laws)]
    read.sort(key=lambda one: one.citation.span)
    return read, _outside(free, read)


def _is_heading(text: str, within: Span) -> bool:
    """Whether a stretch of text is a line without a sentence in it."""
    return text[within.end - 1] not in ".!?;:,…" and ". " not in text[slice(*within)]


def _outside(nouns: Sequence[Noun], read: Sequence[Read]) -> list[Noun]:
    """The document words that belong to none of the citations, both in page order."""
    found, place = [], 0
    for noun in nouns:
        at = noun.span.start
        while place < len(read) and read[place].citation.span.end <= at:
            place += 1
        if place == len(read) or at < read[place].citation.span.start:
            found.append(noun)
    return found


def _numbered(page: Page, words: Lexicon, one: Numbered, within: Span) -> Read:
    text = page.view.text
    after = details_after(page, words, one.span.end, within.end, one.code)
    start = _sentence_start(text, one.list_start, within.start)
    before = details_before(page, words, one.list_start, start, one.code)
    issuer = after.issuer or before.issuer
    code = one.code
    if issuer and _is_provincial(issuer.value):
        code = words.grammar.provincial(code)
    period = _period(after.title.value if after.title else "")
    citation = Citation(
        span=one.span,
        form="numbered",
        kind=one.kind,
        number=code.number,
        year=code.year or after.year,
        symbol=code.symbol,
        code=code.code,
        repairs=one.repairs,
        title=after.title,
        issuer=issuer or _issuer_of(code, words, page.authority),
        issued_on=after.issued_on or before.issued_on,
        term=after.term,
        period_start=period[0],
        period_end=period[1],
        pinpoint=_pinpoint(page, Span(one.list_start, one.span.end), within),
    )
    return Read(citation, after.end)


def _is_provincial(issuer: str) -> bool:
    return "Tỉnh ủy" in issuer or "Thành ủy" in issuer or "Đảng bộ" in issuer


def _named(page: Page, words: Lexicon, one: Named, within: Span) -> Read:
    view = page.view
    after = details_after(page, words, one.span.end, within.end)
    start = _sentence_start(view.text, one.span.start, within.start)
    before = details_before(page, words, one.span.start, start)
    issuer = after.issuer or before.issuer
    if one.organ:
        issuer = Value.of(view, one.organ)
    wording = view.text[one.name.start : one.name.end]
    whole = one.kind in LAWS | ALONE | TREATIES
    title = None if whole else after.title  # a law's name is its title
    quoted = _IN_QUOTES.search(wording)
    if quoted:
        span = Span(one.name.start + quoted.start(1), one.name.start + quoted.end(1))
        title = Value.of(view, span)
    term = Value.of(view, one.term) if one.term else after.term
    year = _YEAR_OF_LAW.search(wording) if whole else None
    period = _period("" if year else wording)
    citation = Citation(
        span=one.span,
        form="named",
        kind=one.kind,
        year=year[0] if year else "",
        title=title,
        issuer=issuer,
        issued_on=_dated(page, one) or after.issued_on or before.issued_on,
        term=term,
        period_start=period[0],
        period_end=period[1],
        status="draft" if one.draft else "issued",
        pinpoint=_pinpoint(page, one.span, within),
        name=one.full,
    )
    return Read(citation, after.end)


_IN_QUOTES = re.compile(r'"([^"]+)"')
_YEAR_OF_LAW = re.compile(r"(?:19|20)\d\d$")
_DAY = re.compile(r"(?: ngày)? (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def _dated(page: Page, one: Named) -> Value | None:
    """The day that a document is known by: `Quyết định ngày 12/3/2024`."""
    match = _DAY.search(page.view.text, *one.span)
    day = day_of(int(match[3]), int(match[2]), int(match[1])) if match else None
    if match is None or day is None:
        return None
    return Value(day.isoformat(), "text", "text", Span(match.start(1), one.span.end))


_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def _sentence_start(text: str, at: int, earliest: int) -> int:
    """Where the sentence of `at` begins, 400 characters before it at the most."""
    start = max(earliest, at - 400)
    for match in _SENTENCE_END.finditer(text, start, at):
        start = match.end()
    return start


_POINT = r"[Đđ]iểm [a-zđ]\d?(?!\w)(?:(?:,| và| hoặc) (?:điểm )?[a-zđ]\d?(?!\w))*"
_CLAUSE = r"[Kk]hoản \d+[a-z]?(?:(?:,| và| hoặc) (?:khoản )?\d+[a-z]?(?!\w))*"
_ARTICLE = r"[Đđ]iều \d+[a-z]?(?:(?:,| và| hoặc) (?:[Đđ]iều )?\d+[a-z]?(?!\w))*"
_PLACE = rf"(?:{_POINT},? ?)?(?:{_CLAUSE},? ?)?{_ARTICLE}(?:, ?{_CLAUSE})?(?:, ?{_POINT})?"
_PLACES = rf"{_PLACE}(?:(?:,|;| và|, và) {_PLACE})*"
_PINPOINT = re.compile(rf"(?P<places>{_PLACES})(?:,? của| -)? $")
_PINPOINT_AFTER = re.compile(rf" \((?:tại )?(?P<places>{_PLACES})\)")


def _pinpoint(page: Page, span: Span, within: Span) -> str:
    """The articles, clauses and points of a law or decree: before its name, or in brackets."""
    text, start = page.view.text, max(within.start, span.start - 120)
    match = None
    if text.find("iều ", start, span.start) != -1:
        match = _PINPOINT.search(text, start, span.start)
    match = match or _PINPOINT_AFTER.match(text, span.end, within.end)
    return page.view.value(Span(*match.span("places"))) if match else ""


_PERIOD = re.compile(
    r"(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|năm) )"
    r"((?:19|20)\d\d)(?: ?- ?((?:19|20)\d\d))?(?![\d/.])"
)


def _period(wording: str) -> tuple[str, str]:
    """First and last day of the years that a name or title gives, as ISO dates."""
    match = _PERIOD.search(wording.translate({0x2013: "-", 0x2014: "-"}))
    if match is None or wording[: match.start()].endswith(("đến ", "từ ", "trước ", "sau ")):
        return "", ""
    return f"{match[1]}-01-01", f"{match[2] or match[1]}-12-31"


def _issuer_of(code: Code, words: Lexicon, authority: Authority) -> Value | None:
    """The issuer that the symbol alone proves: `VPTW` is one office, `TU` is not."""
    row = words.grammar.issuer_row(code.issuer) if code.issuer else None
    if row is None or len(row.organs) != 1 or row.needs_province:
        return None
    if fold(code.issuer.rstrip("0123456789")) != fold(row.symbol):
        return None  # a unit of the organ, or another organ's code
    organ = authority.organ_by_id[row.organs[0]]
    return Value(organ.name, "reference", f"symbols/{row.symbol}")


_JOINED = re.compile(r",? ?(?:và|,|;|hoặc|cùng)?(?: (?:các|tại|số|theo))* ?")


def _coordinated(text: str, read: list[Read]) -> list[Read]:
    """Issuer and day of the last of several documents in a row are those of the others as well:
    `Chỉ thị số 35-CT/TW và Kết luận số 118-KL/TW của Bộ Chính trị`."""
    out = list(read)
    for place in range(len(out) - 2, -1, -1):
        one, after = out[place].citation, out[place + 1].citation
        if one.form != "numbered" or after.form != "numbered":
            continue
        if out[place].end > one.span.end or not _JOINED.fullmatch(
            text, one.span.end, after.span.start
        ):
            continue
        shared = replace(one, issuer=_issuer_with(one, after), issued_on=_day_with(one, after))
        out[place] = replace(out[place], citation=shared)
    return out


def _issuer_with(one: Citation, after: Citation) -> Value | None:
    """The issuer of a citation that another follows directly."""
    stated = after.issuer is not None and after.issuer.basis == "text"
    if not stated or (one.issuer and one.issuer.basis == "text"):
        return one.issuer
    same = one.symbol == after.symbol or _issuer_code(one) in ("", _issuer_code(after))
    return after.issuer if same else one.issuer


def _issuer_code(citation: Citation) -> str:
    return re.split("[/-]", citation.symbol, maxsplit=1)[-1]


def _day_with(one: Citation, after: Citation) -> Value | None:
    """The day of issue of a citation that another of the same symbol follows directly."""
    if one.issued_on or not after.issued_on:
        return one.issued_on
    same = (one.kind, one.symbol) == (after.kind, after.symbol)
    fits = not one.year or after.issued_on.value.startswith(one.year)
    return after.issued_on if same and fits else None


def _linked(page: Page, read: list[Read], nouns: list[Noun]) -> tuple[Citation, ...]:
    """All citations in page order, each with the one it repeats."""
    view = page.view
    citations = [one.citation for one in read]
    links: list[tuple[int, str] | None] = same_as(
        citations, [one.name or view.text[slice(*one.span)] for one in citations]
    )
    again = anaphoric(view.text, citations, nouns)
    merged = [(c, links[i]) for i, c in enumerate(citations)]
    merged += [(c, (antecedent, "anaphora")) for c, antecedent in again]
    order = sorted(range(len(merged)), key=lambda i: merged[i][0].span)
    place_of = {old: new for new, old in enumerate(order)}
    out = []
    for old in order:
        citation, link = merged[old]
        if link is not None:
            citation = replace(citation, same_as=place_of[link[0]], same_as_reason=link[1])
        out.append(citation)
    return tuple(out)
