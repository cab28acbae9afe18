"""What the words around a document's number say of it: issuer, day of issue, khóa, official title.

`details_after` reads on from the number ("ngày 29/7/2020 của Bộ Chính trị khóa IX về ..."),
`details_before` back from it ("Ngày 19/11/2024, X ban hành ..."). Not for: finding documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.issuers import documents, issuer_at, issuer_before
from opendata.extraction.documents.lexicon import Lexicon, cues, lexicon
from opendata.extraction.documents.symbols import Code
from opendata.extraction.mentions import Value
from opendata.extraction.page import Page
from opendata.extraction.people.names import UPPER
from opendata.extraction.time.dates import day as day_of
from opendata.extraction.view import Span

LONGEST_TITLE = 300
NO_CODE = Code("")


@dataclass(frozen=True, slots=True)
class Details:
    """What was read, and `end`: where the words about number, issuer and day are over."""

    end: int
    issuer: Value | None = None
    issued_on: Value | None = None
    term: Value | None = None
    title: Value | None = None
    year: str = ""


_DAY = (
    r"(?:(?P<d>\d{1,2})(?: ?[/.-] ?(?P<m>\d{1,2})(?: ?[/.-] ?(?P<y>\d{4})(?!\d))?(?![/.-]?\d)"
    r"| tháng (?P<tm>\d{1,2})(?: năm (?P<ty>\d{4}))?))"
)
_DATE = re.compile(
    r"(?P<open>[ ,(]*)(?:(?:được )?(?:ký|ban hành|ra)(?: ban hành)? )?(?:ngày|Ngày) " + _DAY
)
_BRACKETED_DATE = re.compile(r"(?P<open> ?\()(?:ngày )?" + _DAY + r"(?=\))")
_MONTH = re.compile(r",? \(?tháng \d{1,2}(?:[/.-]| năm )\d{4}\)?")
_YEAR = re.compile(r" \(?năm (\d{4})(?!\d)\)?")
_TERM = re.compile(r"[ ,(]*(?:nhiệm kỳ )?[Kk]hóa (?P<term>[IVX]{1,5})(?!\w)\)?")
_OF = re.compile(rf"[ ,(]*(?:(?:của|do) |(?:của )?Hội nghị lần thứ \w+,? (?:của )?)(?=[{UPPER}])")
_PLENUM = re.compile(r"[ ,(]*(?:của |tại )?Hội nghị Trung ương(?: lần thứ)? (?:\d{1,2}|[^\W\d]+)")
_DRAFTS = re.compile(r" (?:chủ trì|xây dựng|soạn thảo|biên soạn|đề xuất|trình|tham mưu)(?!\w)")
_AND_ORGAN = re.compile(rf"(?:, | và )(?=[{UPPER}])")
_ABOUT = re.compile(r"[ ,]*\(?(?:về việc|[Vv]/[Vv]|về)(?: việc)?:? (?=\S)")
_QUOTED = re.compile(
    r"[ ,]*(?:(?:về việc|về)(?: việc)?:? )?\"(?:(?:[Vv]ề việc|[Vv]ề) )?([^\"\n]{8,300})\""
)
# What somebody says of a document in quotation marks, and no title.
_SAYING = re.compile(r"(?:chắc chắn|sẽ|đã|là|không|có|chưa|rất|còn|cần|phải) ")
_PASSIVE = re.compile(rf"\"?,? (?:(?:đã|vừa|mới|sẽ) )?được (?=[{UPPER}])")
_IS_ISSUED = re.compile(r" (?:ký |chính thức )?(?:ban hành|thông qua|phê duyệt)(?!\w)")
_LINK = re.compile(r"(?:,|;| và| hoặc| cùng)(?: với)?\s*(?:các |tại |theo )?$")
_ISSUES = re.compile(
    r"(?P<before>[,\s])(?:(?:sáng|trưa|chiều|tối) (?:ngày )?[\d/.-]+,? )?(?:cho (?:hay|biết),? )?"
    r"(?:(?:đã|vừa|mới|cũng|chính thức|tiếp tục|kịp thời|sẽ) )*"
    r"(?:(?:ký|thông qua)?,? ?(?:ban hành|ra|có|thông qua)|biểu quyết thông qua|(?P<signs>ký))"
    r"(?: các| một số)? ?$"
)
_DATED_START = re.compile(r"[\s\"(-]*(?:[^\W\d]+,? ){0,4}?[Nn]gày " + _DAY)
_NOT_ITS_DAY = re.compile(r" (?:trình|đề nghị|thực hiện|căn cứ|triển khai|dẫn|theo|sau) ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`act` is a verb that opens a title without "về", `end` the end of a title."""

    act: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _patterns(authority: Authority) -> _Patterns:
    words = lexicon(authority)
    act, ends, compound = (
        cues(words, category) for category in ("title_act", "title_end", "compound")
    )
    return _Patterns(
        act=re.compile(
            " (?!(?:[Qq]uy định|hướng dẫn)(?: cụ thể)? "
            "(?:tại|rõ|phạt|mức phạt|như|này|trên|nêu|thì|theo))"
            rf"(?={act},? )"
        ),
        end=re.compile(
            rf"[;\n\"]|[.…](?=\s|$|/|\.)|…|\s(?:-(?! (?:\d{{4}}|{compound})(?!\w))|\()|"
            rf"(?:,|\s)\s*(?=(?:{ends}|từ ngày \d+|với \d+/\d+)(?!\w))|"
            rf", (?=[{UPPER}]|đồng chí |tại )|"
            # a day after a number is of the document in the title
            r"(?<![A-ZĐ\d,])[,\s]\s*(?=ngày \d)|(?<!\"), (?=\")|"
            rf" (?=(?:(?:đã|vừa) )?được [{UPPER}][^,;.\n]{{1,60}}? (?:ban hành|thông qua)(?!\w))"
        ),
    )


def details_after(page: Page, words: Lexicon, at: int, limit: int, code: Code = NO_CODE) -> Details:
    """What stands between the end of a citation and `limit` (the end of its block)."""
    text = page.view.text
    found = Details(at)
    for _ in range(6):
        step = _modifier(page, words, found, limit, code.year)
        if step is None:
            break
        found = step
    title = _title(page, words, text, found.end, limit, acts=bool(code.symbol or code.year))
    end = title.span.end if title and title.span else found.end
    organ = None if found.issuer else _issuer_of_passive(words, text, end, limit)
    issuer = Value.of(page.view, organ) if organ else found.issuer
    return replace(found, title=title, issuer=issuer)


def _issuer_of_passive(words: Lexicon, text: str, at: int, limit: int) -> Span | None:
    """`Đề án về "..." đã được Tỉnh ủy ban hành`."""
    passive = _PASSIVE.match(text, at, limit)
    organ = issuer_at(words, text, passive.end(), limit) if passive else None
    return organ if organ and _IS_ISSUED.match(text, organ.end, limit) else None


def details_before(
    page: Page, words: Lexicon, at: int, start: int, code: Code = NO_CODE
) -> Details:
    """What the sentence from `start` on says before a number's noun at `at`."""
    text = page.view.text
    found = Details(at)
    issues = _ISSUES.search(text, max(start, at - 40), at)
    if issues is None:
        return found
    organ = issuer_before(words, text, start, issues.start("before"))
    if organ is not None and not issues["signs"]:  # who signs may sign for another
        found = replace(found, issuer=Value.of(page.view, organ))
    dated = _DATED_START.match(text, start, issues.start())
    if dated and not _NOT_ITS_DAY.search(text, _clause(text, dated.end(), issues), issues.start()):
        found = replace(found, issued_on=_day(page, dated, code.year))
    return found


def _clause(text: str, start: int, issues: re.Match[str]) -> int:
    """Where the clause of an issuing verb begins, at `start` at the earliest."""
    return max(start, text.rfind(",", start, issues.start()) + 1)


def _modifier(
    page: Page, words: Lexicon, found: Details, limit: int, code_year: str
) -> Details | None:
    """One step on: a day, an issuer, a term or a year; None when there is none."""
    text, at = page.view.text, found.end
    dated = _DATE.match(text, at, limit) or _BRACKETED_DATE.match(text, at, limit)
    if dated and not found.issued_on and not _is_of_the_event(text, dated, limit):
        end = dated.end() + (text[dated.end() : dated.end() + 1] == ")" and "(" in dated["open"])
        return replace(found, end=end, issued_on=_day(page, dated, code_year))
    if (month := _MONTH.match(text, at, limit)) is not None:
        return replace(found, end=month.end())
    if (year := _YEAR.match(text, at, limit)) is not None:
        return replace(found, end=year.end(), year=year[1])
    if term := _TERM.match(text, at, limit):
        value = Value(term["term"], "text", "text", Span(*term.span("term")))
        return replace(found, end=term.end(), term=value)
    if plenum := _PLENUM.match(text, at, limit):
        return replace(found, end=plenum.end())
    if found.issuer is None:
        of = _OF.match(text, at, limit)
        organ = issuer_at(words, text, of.end(), limit) if of else None
        if of and organ and of[0].endswith("do ") and _DRAFTS.match(text, organ.end, limit):
            return None
        if organ is None and text[at : at + 1] == " ":
            organ = words.organs.match(text, at + 1)
        if organ is not None:
            value = Value.of(page.view, organ)
            return replace(found, end=organ.end, issuer=value)
    elif (also := _AND_ORGAN.match(text, at, limit)) and (
        second := words.organs.match(text, also.end())
    ):
        return replace(found, end=second.end)
    return None


def _is_of_the_event(text: str, dated: re.Match[str], limit: int) -> bool:
    """`X số 5, ngày 9/11/2024, Tỉnh ủy tổ chức`: between commas a day opens the clause after it."""
    if "," not in dated["open"]:
        return False
    rest = text[dated.end() : min(limit, dated.end() + 24)]
    own = ("của", "về", "do", "khóa", "Hội nghị lần thứ")
    return rest.startswith(",") and not rest[1:].lstrip().startswith(own)


def _day(page: Page, match: re.Match[str], code_year: str) -> Value | None:
    """A day as ISO date; its year is the number's or the page's where none is written."""
    parts = match.groupdict()
    year, month = parts["y"] or parts["ty"], parts["m"] or parts["tm"]
    if not month:
        return None
    span = Span(match.start("d"), match.end())
    in_month = int(month), int(parts["d"])
    if year:
        day = day_of(int(year), *in_month)
        return Value(day.isoformat(), "text", "text", span) if day else None
    if code_year:
        day = day_of(int(code_year), *in_month)
        return Value(day.isoformat(), "derived", "year of the number", span) if day else None
    if written := page.published:
        day = day_of(written.year, *in_month)
        if day and day > written:
            day = day_of(written.year - 1, *in_month)
        return Value(day.isoformat(), "derived", "year of publication", span) if day else None
    return None


def _title(
    page: Page, words: Lexicon, text: str, at: int, limit: int, *, acts: bool
) -> Value | None:
    """The official title that begins at `at`; with `acts` a verb may open it."""
    if (quoted := _QUOTED.match(text, at, limit)) and not _SAYING.match(text, quoted.start(1)):
        span = _stripped(text, *quoted.span(1))
        return Value.of(page.view, span)
    patterns = _patterns(words.authority)
    about = _ABOUT.match(text, at, limit) or (patterns.act.match(text, at, limit) if acts else None)
    if about is None:
        return None
    start = about.end()
    end = min(limit, start + LONGEST_TITLE)
    at = start + 1
    while stop := patterns.end.search(text, at, end):
        closing = text.find('"', stop.end(), end) if stop[0] == '"' else -1
        if closing == -1:
            end = stop.start()
            break
        at = closing + 1
    for noun in documents(words, text, start, end):
        if joined := _LINK.search(text, start, noun + 1):
            end = joined.start()
            break
    span = _stripped(text, start, end)
    return Value.of(page.view, span) if span.end - span.start > 3 else None


_DANGLING = re.compile(r"(?: (?:đối với|của|về|và|vì|cho|tại|với|từ|các|là))+$|[ ,.:]+$")


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] == " ":
        start += 1
    while (dangling := _DANGLING.search(text, start, end)) is not None:
        end = dangling.start()
    return Span(start, end)
