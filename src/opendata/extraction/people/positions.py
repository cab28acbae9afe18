"""Titles of positions as the press writes them: where one begins, where it ends, what follows.

A title is a head (Phó Chủ tịch) with the organ and the place after it, up to a verb, a stop or a
name. Not for: whose position it is (`persons.py`, `careers.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from opendata.authority import Authority
from opendata.extraction.patterns import any_case_of, any_of, where_any_of
from opendata.extraction.people.names import LOWER, UPPER
from opendata.extraction.view import Span


@dataclass(frozen=True, slots=True)
class Title:
    """A position as it is named: `span` covers the words to publish.

    `status` is `former` after nguyên and cựu, which belong to the title, and `new` after tân,
    which does not. `bare`: no organ follows the head. `superior` is where the title of the official
    begins whose assistant it names.
    """

    span: Span
    category: str
    organ_kind: str
    status: str
    bare: bool
    superior: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Titles that follow one another, and where the last one ends."""

    titles: tuple[Title, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Heads:
    """What the reference data says of titles, as patterns.

    `head` matches a head with the words before it, `where` finds where it may; `rows` gives the
    category and the kind of organ of a head in lower case. `tail` goes over the words after a
    head, `closed` finds where a place among them is complete though words follow. `between` joins
    the titles of a person, `stages` those of a career.
    """

    head: re.Pattern[str]
    where: re.Pattern[str]
    rows: Mapping[str, tuple[str, str]]
    tail: re.Pattern[str]
    closed: re.Pattern[str]
    between: re.Pattern[str]
    stages: re.Pattern[str]


_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_COMPOUND = f"{_U}{_L}+ {_L}+"
# The term of the title before: `Ủy viên Trung ương Đảng khóa XII, nguyên Bí thư Tỉnh ủy`.
_TERM = (
    r"(?: (?:các )?khóa (?:[IVX]+|\d+)(?:(?:, | và | - |-)(?:[IVX]+|\d+))*(?!\w)"
    r"| nhiệm kỳ \d{4} ?- ?\d{4})?"
)
_BETWEEN = re.compile(
    rf"{_TERM}(?:,? ?- ?| ?, ?| (?=kiêm )| và )"
    r"(?:(?:đồng thời(?: là)?|kiêm(?: nhiệm)?|hiện(?: nay)?(?: là)?|nay là|là) )?"
)
_WHOLE = r"(?:, (?:Bộ|Ban|Công an|Cục|Sở|Tổng cục|Ủy ban|Văn phòng) [^,;:.()\n]{1,60}(?=;))?"
_STAGES = re.compile(
    rf"{_WHOLE}{_TERM}(?: \((?:nay|trước đây|cũ)[^()\n]{{0,60}}\)(?=[,;]))?(?: ?[,;] ?| - | )"
    r"(?:(?:và|rồi|sau đó|tiếp đó|trước đó|đến|là|làm|lên|kiêm|đồng thời|hiện|nay) )*"
)
# What may go on after an organ or a place that is complete, besides a place.
_GOES_ON = (
    r"khóa|[Tt]ối cao|cấp|quân sự|nhân dân|thuộc|trực thuộc|của(?= [{U}])|các cơ quan|khối|"
    r"phụ trách|chuyên trách|phía|về"
).replace("{U}", UPPER)
_NEW_PHRASE = re.compile(rf" (?!(?:{_GOES_ON}|tỉnh|huyện|quận|xã|phường|thị|thành)(?!\w)){_L}")
_NO_COMPANY = (
    r"các|những|ông|bà|đồng chí|một|hai|ba|nhiều|đại biểu|đại diện|lãnh đạo|cán bộ|đoàn|tập thể|"
    r"toàn|gia đình|vợ|con|hơn|người|nhân dân|bị|cộng sự|sự"
)
# No small syllable that makes one word with the capital before it.
NO_SECOND = (
    "và|của|thuộc|tại|về|các|những|này|đã|sẽ|đang|vừa|được|bị|là|có|cho|với|không|cũng|do|từ|đến|"
    "trong|khi|để|phải|cùng|vào|theo|khóa|nhiệm|ông|bà|trước|sau|nhưng|mà|nên|vì|thì|như|nếu|hoặc|"
    "hay|còn|vẫn|đều|lại|rất|nơi|năm|ngày|tháng|đối|ở|tới|qua|rồi"
)
# Words of an organ's field of work that begin like a verb.
_NO_STOP = (
    "(?:giao (?:thông|dịch|hàng|nhận)|trong (?:sạch|nước)|từ thiện|trước bạ|có công"
    "|nói Việt|(?<=đăng )ký|tuyên (?:giáo|huấn|truyền)"
    "|(?<=danh )dự|dự (?:án|toán|báo|phòng|khuyết|trữ|thảo|bị))"
)
# Commas within the names of such fields.
_LISTED_FIELDS = (
    r"(?<= phòng), chống(?!\w)|(?<=[Tt]hanh tra), giám sát(?!\w)"
    r"|(?<=tham nhũng), (?:tiêu cực|lãng phí|kinh tế, buôn lậu)(?!\w)"
)
_TRAILING = re.compile(r"(?:,? (?:[Kk]hóa(?: [IVXLC\d]+)?|của|thuộc|và|các|tại|về|phụ trách|-))+$")
_NOT_ABOUT = re.compile(r"(?:[Cc]hỉ đạo|tội phạm$|Ủy ban Quốc gia|Ban vận động|Tổ công tác)")
_CUT_SHORT = re.compile(rf"(?: {_L}+){{0,2}} ?(?:\.\.\.|…)")  # a headline that breaks off
# Named on most pages, and on none as one who acts on its day; the name is a city's as well.
_LATE_PRESIDENT = re.compile(r" {1,2}Hồ Chí Minh(?!\w)")
_NOW = re.compile(r"(?<!\w)(?:hiện|nay)(?!\w)")
_LONGEST = 200  # characters after a head
_QUALIFIERS = frozenset(("", "thường trực", "chuyên trách", "phụ trách", "thứ nhất"))
_ASSISTANTS = frozenset(("trợ lý", "thư ký"))  # an official's, whose titles follow theirs
_OF = re.compile(" (?:của )?")
_SOMEBODYS = re.compile(r" (?:của |cho |riêng )*(?:ông|bà|anh|chị)(?!\w)")
_NO_TAIL = frozenset(("rank", "private"))


@cache
def heads(authority: Authority) -> Heads:
    """The patterns of some reference data."""
    cues = authority.cues_by_category
    titles = {
        title: (row.category, row.organ_kind or "")
        for row in reversed(authority.positions)
        for title in (row.title, *row.abbreviations)
        if len(title) > 2 or row.category in ("rank", "profession")
    }
    head = rf"(?P<head>{any_case_of(titles)})(?![\w/])"
    prefixes = ("tân", "quyền", "phó", *cues["former"])
    former = any_case_of(cues["former"])
    verbs = (cues[category] for category in ("predicate", "incoming", "outgoing"))
    stops = [*chain.from_iterable(verbs), *(row.honorific for row in authority.honorifics)]
    return Heads(
        head=re.compile(
            rf"(?P<former>{former}:? )?(?P<new>[Tt]ân )?(?P<title>(?:[Qq]uyền )?(?:[Pp]hó )?{head})"
        ),
        where=re.compile(where_any_of([*titles, *(f"{word} " for word in prefixes)])),
        rows={title.lower(): row for title, row in titles.items()},
        tail=re.compile(_tail(stops, head.replace("?P<head>", "?:"), authority)),
        closed=re.compile(_closed(cues["place"])),
        between=_BETWEEN,
        stages=_STAGES,
    )


def _tail(stops: Sequence[str], head: str, authority: Authority) -> str:
    """The words after a head: capitals, and lower-case words that are no predicates.

    A small syllable after a single capital is one word with it (Ngoại giao), whatever it means,
    and after a body's word and a capital (Bộ Ngoại giao).
    """
    cues = authority.cues_by_category
    places = cues["place"]
    bodies = any_of((*cues["body"], *cues["part"]))
    stop = rf"(?!{_NO_STOP}(?!\w))(?:{any_of(stops)}|tại|về|và|dự)(?!\w)"
    said = any_of(word for word in stops if " " in word)
    dotted = any_of(place for place in places if place.endswith("."))
    compound = rf"{_U}{_L}{{1,5}} (?!(?:{NO_SECOND}|{said})(?!\w)){_L}+(?!\w)"
    return (
        rf"(?:(?!(?: {{1,2}}(?:và|-)|,) {head})"
        rf"(?: {{1,2}}(?:{dotted} ?{_U}\w*(?: {_U}\w*)*"
        rf"|(?:{bodies} )?{compound}"
        rf"|{_U}\w*(?:[./&'-]\w+)*(?: {_U}\w*(?:[./&'-]\w+)*)*"
        rf"|(?!{stop}){_L}\w*"
        rf"|\d{{1,3}}(?![\w/%]|[.,]\d)(?! (?:khóa|năm|tháng|ngày|lần|người)(?!\w))"
        rf"|(?<=cao )tại(?= {_U})|về(?= {_L})"
        rf"|và(?= {_COMPOUND}| {_U}{{2}}| (?!(?:{_NO_COMPANY}|{stop})(?!\w)){_L})"
        rf"|- {_COMPOUND}|\({_U}{{3}}[^()\n]{{0,40}}\))"
        rf"|, {_COMPOUND}(?=(?:, {_COMPOUND})* và {_U})"
        rf"|{_LISTED_FIELDS}"
        rf"|, (?!{stop})(?:{_L}+ ){{1,4}}của(?= {_U})))*"
    )


def _closed(places: Sequence[str]) -> str:
    """A place at its end, where a lower-case word follows that begins a new phrase."""
    place = any_of(places)
    return (
        rf"(?<!\w)(?:{place})(?!\w)(?! (?:ủy|đoàn|hội|lậu|bán)(?!\w))(?: ?{_U}[\w.]*+| \d++)*+"
        rf"(?= {_L})(?! (?:{_GOES_ON}|{place})(?!\w))"
    )


def read_titles(
    text: str,
    start: int,
    limit: int,
    known: Heads,
    joint: re.Pattern[str],
    organs: Sequence[int] = (),
) -> Chain:
    """The titles from `start` on, up to `limit`; `joint` is what stands between two of them.

    `organs` are the places, in order, where the names of organisations end.
    """
    titles: list[Title] = []
    at = end = start
    while found := known.head.match(text, at, limit):
        title = _title(text, found, limit, known, organs)
        if _LATE_PRESIDENT.match(text, found.end()):
            break
        if titles and _is_one(text, titles[-1], title, at):
            title = replace(title, span=Span(titles.pop().span.start, title.span.end))
        if _CUT_SHORT.match(text, title.span.end):
            break
        titles.append(title)
        end = title.span.end
        gap = joint.match(text, end, limit)
        if gap is None or title.superior is not None:
            break
        at = gap.end()
    return Chain(_all_former(text, titles), end)


def _all_former(text: str, titles: Sequence[Title]) -> tuple[Title, ...]:
    """A nguyên that stands only before the first title is said of them all, one with a colon of all
    that follow."""
    if all(title.status != "former" for title in titles):
        return tuple(titles)
    if len(titles) > 1 and _NOW.search(text, titles[0].span.end, titles[1].span.start):
        return tuple(titles)
    first = 0
    if [title.status for title in titles] != ["former", *["current"] * (len(titles) - 1)]:
        colons = (text[max(0, title.span.start - 2) : title.span.start] == ": " for title in titles)
        listed = (place for place, colon in enumerate(colons) if colon)
        first = next((at for at in listed if titles[at].status == "former"), len(titles))
    later = (replace(title, status="former") for title in titles[first:])
    return (*titles[:first], *later)


def _title(
    text: str, found: re.Match[str], limit: int, known: Heads, organs: Sequence[int]
) -> Title:
    category, organ_kind = known.rows[" ".join(found["head"].lower().split())]
    end = found.end()
    if category not in _NO_TAIL:
        end = _tail_end(text, found, limit, known, organs)
    assists = found["head"].lower() in _ASSISTANTS
    if assists and _SOMEBODYS.match(text, found.end()):
        category = "private"
    above = assists and _OF.match(text, found.end())
    boss = known.head.match(text, above.end(), end) if above else None
    status = "former" if found["former"] else "new" if found["new"] else "current"
    return Title(
        Span(found.start() if _belongs(found["former"]) else found.start("title"), end),
        category,
        organ_kind,
        status,
        bare=text[found.end() : end].strip().lower() in _QUALIFIERS,
        superior=boss.start() if boss else None,
    )


def _belongs(former: str | None) -> bool:
    """Whether the word is a part of the title, not said of a list: `nguyên: Bí thư, Chủ tịch`."""
    return former is not None and not former.endswith(": ")


def _tail_end(
    text: str, found: re.Match[str], limit: int, known: Heads, organs: Sequence[int]
) -> int:
    tail = known.tail.match(text, found.end(), min(limit, found.end() + _LONGEST))
    end = tail.end() if tail else found.end()
    for close in organs[bisect_left(organs, found.end()) : bisect_left(organs, end)]:
        if _NEW_PHRASE.match(text, close, limit):
            end = close
            break
    at = found.end()
    while closed := known.closed.search(text, at, min(end + 2, limit)):
        end, at = min(end, closed.end()), closed.end()
    about = text.find(" về ", found.end(), end)
    if about >= 0 and not _NOT_ABOUT.search(text, found.start("head"), about):
        end = about
    trailing = _TRAILING.search(text, found.end(), end)
    return trailing.start() if trailing else end


def after_last(text: str, floor: int, end: int, signs: str) -> int:
    """Where the words begin that lead to `end` without one of `signs` or a full stop."""
    start = max(floor, *(text.rfind(sign, floor, end) + 1 for sign in signs))
    stop = text.rfind(". ", start, end)
    while stop > start and text[stop - 1].isupper():  # TP. Hà Nội
        stop = text.rfind(". ", start, stop)
    return max(start, stop + 1)


def _is_one(text: str, first: Title, second: Title, at: int) -> bool:
    """Whether two titles name one organ between them: `Phó Viện trưởng, Kiểm sát viên VKSND`,
    `Chánh Văn phòng kiêm người phát ngôn Tỉnh ủy`."""
    alike = first.organ_kind == second.organ_kind and first.status == second.status
    if not alike or not first.bare or second.bare:
        return False
    if text[first.span.end : at] == " kiêm ":
        return True
    return text[at - 2 : at] == ", " and first.organ_kind != ""
