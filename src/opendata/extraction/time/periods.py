"""Periods as a page writes them: `tháng 5/2024`, `quý II/2018`, `6 tháng đầu năm 2022`,
`năm 2017`, `từ năm 2014 - 2017`, `nhiệm kỳ 2020 - 2025`.

A period without a year has the year 0; `times.py` gives it one. Not for: days (`days.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from opendata.extraction.view import Span


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """Whole months: from the first month of `year` to the last of `end_year` (both 0: not said),
    `back` years before the page's own."""

    span: Span
    precision: str
    first: int
    last: int
    year: int
    end_year: int
    back: int = 0


_NUMBERS = {"ba": 3, "sáu": 6, "chín": 9}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:19|20)\d\d"
_STOP = r"(?![\w%]|[/.,-]\d|/\w)"
_MONTH = re.compile(
    r"háng (?P<first>\d{1,2})(?!\d)"
    r"(?:(?: ?- ?| đến (?:hết )?(?:tháng )?| và (?:tháng )?)(?P<last>\d{1,2})(?!\d))?"
    rf"(?:(?: ?[/.-] ?| năm )(?P<year>{_YEAR})| năm nay)?{_STOP}"
)
_MONTHS = re.compile(
    rf"háng (?:(?P<edge>đầu|cuối) năm(?: (?P<year>{_YEAR})| nay)?"
    rf"|(?:của )?năm (?:(?P<of>{_YEAR})|nay)){_STOP}"
)
_HALF = re.compile(rf"ửa (?P<edge>đầu|cuối) năm(?: (?P<year>{_YEAR})| nay)?{_STOP}")
_QUARTER = re.compile(
    r"uý (?P<first>I{1,3}|IV|[1-4])(?!\w)"
    rf"(?:(?: ?[/-] ?| năm | )(?P<year>{_YEAR})| năm nay)?{_STOP}"
)
_IN_YEARS = re.compile(
    rf"ăm (?P<first>{_YEAR})(?:(?P<list>(?:, ?{_YEAR}){{0,6}} và (?:năm )?{_YEAR})"
    rf"|(?: ?- ?| đến (?:hết )?(?:năm )?)(?P<last>{_YEAR}))?{_STOP}"
)
_RANGE = re.compile(rf"(?P<first>{_YEAR})(?: ?- ?| đến (?:năm )?)(?P<last>{_YEAR}){_STOP}")
_MONTH_AFTER = re.compile(
    rf"(?P<first>\d{{1,2}})[/.-](?P<year>{_YEAR})"
    rf"(?:(?: ?- ?| đến )(?P<last>\d{{1,2}})[/.-](?P<end_year>{_YEAR}))?{_STOP}"
)
_BEFORE_NUMBER = re.compile(r"(?:(\d{1,2})|\b([Bb]a|[Ss]áu|[Cc]hín)) [tT]$")
_BEFORE_RANGE = re.compile(r"(?:([Nn]hiệm kỳ)|[Gg]iai đoạn(?: từ)?|([Nn]ăm học)|[Tt]ừ)(?: năm)? $")
_PREPOSITION = re.compile(r"(?:[Tt]ừ|đến|tới|hồi|vào|[Kk]ể từ) $")
_DIGITS = re.compile(_YEAR)
_BARE_MONTHS = re.compile(
    r"(?:(?:[Ss]ơ kết|[Kk]ết quả|công tác|[Nn]hiệm vụ) (?P<number>[369]|11)"
    r"|(?:(?<![^\n])|(?<=[.!?] ))(?:Trong |Qua )?(?P<opening>[69])(?= tháng,))"
    r" tháng(?=[,.;\n]|$| của)"
)
_THIS_YEAR = re.compile(r"ăm (?:nay|(?P<last>ngoái))(?!\w)")


def find_periods(text: str, numbers: Iterable[tuple[int, int]]) -> Iterator[PeriodForm]:
    """The period forms of a text with these numbers, in no order; some lie inside others."""
    for word, read in _READERS:
        for at in places(text, word):
            form = read(text, at)
            if form:
                yield form
    for start, end in numbers:
        if end - start == 4:
            form = _range(text, start) or _month_after(text, start)
            if form:
                yield form


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text; several times as fast as a pattern that begins with it."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _month(text: str, at: int) -> PeriodForm | None:
    """`tháng 5/2024`, `tháng 3 - 5/2024`; the count in `6 tháng 10 ngày` is none."""
    found = _MONTH.match(text, at)
    if not found:
        return _months(text, at)
    if text[max(0, at - 3) : at - 2].isdigit() or text[at - 1] not in "tT":
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    year = int(found["year"] or 0)
    if not (1 <= first <= 12 and 1 <= last <= 12) or (first > last and not year):
        return None
    precision = "month" if first == last else "months"
    started = year - (first > last)  # `tháng 11 đến tháng 2/2025` begins in 2024
    return PeriodForm(Span(at - 1, found.end()), precision, first, last, started, year)


def _months(text: str, at: int) -> PeriodForm | None:
    """`6 tháng đầu năm 2022`, `sáu tháng cuối năm`, `9 tháng năm 2024`."""
    found = _MONTHS.match(text, at)
    number = _BEFORE_NUMBER.search(text, max(0, at - 6), at)
    if not found or not number:
        return None
    count = int(number[1]) if number[1] else _NUMBERS[number[2].lower()]
    if not 1 <= count <= 12:
        return None
    return _part_of_year(
        Span(number.start(), found.end()),
        count,
        found["edge"] == "cuối",
        int(found["year"] or found["of"] or 0),
    )


def _bare_months(text: str, at: int) -> PeriodForm | None:
    """`sơ kết 9 tháng`, `Trong 6 tháng, ...`: the first months of the year, where a review says so
    or where they open a sentence."""
    if not text[at - 1].isdigit():
        return None
    found = _BARE_MONTHS.search(text, max(0, at - 12), at + 10)
    number = "number" if found and found["number"] else "opening"
    if not found or not found.start(number) < at < found.end():
        return None
    return _part_of_year(Span(found.start(number), found.end()), int(found[number]), False, 0)


def _this_year(text: str, at: int) -> PeriodForm | None:
    """`năm nay`, `năm ngoái`."""
    found = _THIS_YEAR.match(text, at)
    if not found or text[at - 1] not in "nN":
        return None
    back = 1 if found["last"] else 0
    return PeriodForm(Span(at - 1, found.end()), "year", 1, 12, 0, 0, back)


def _half(text: str, at: int) -> PeriodForm | None:
    """`nửa đầu năm 2024`."""
    found = _HALF.match(text, at)
    if not found:
        return None
    span = Span(at - 1, found.end())
    return _part_of_year(span, 6, found["edge"] == "cuối", int(found["year"] or 0))


def _part_of_year(span: Span, count: int, late: bool, year: int) -> PeriodForm:
    first, last = (13 - count, 12) if late else (1, count)
    return PeriodForm(span, "half" if count == 6 else "months", first, last, year, year)


def _quarter(text: str, at: int) -> PeriodForm | None:
    """`quý II/2018`."""
    found = _QUARTER.match(text, at)
    if not found or text[at - 1] not in "qQ":
        return None
    last = 3 * _ROMAN[found["first"]]
    year = int(found["year"] or 0)
    return PeriodForm(Span(at - 1, found.end()), "quarter", last - 2, last, year, year)


def _years(text: str, at: int) -> PeriodForm | None:
    """`năm 2017`, `từ năm 2014 - 2017`, `các năm 2021, 2022 và 2023`."""
    if text[at + 3 : at + 4] not in ("1", "2") or text[at - 1] not in "nN":
        return None
    found = _IN_YEARS.match(text, at)
    if not found or text.endswith("hững ", 0, at - 1):
        return None
    years = [int(year) for year in _DIGITS.findall(found[0])]
    if years != sorted(years) or (found["list"] and years[-1] - years[0] >= len(years)):
        return None
    start = at - 1
    if len(years) > 1:
        before = _BEFORE_RANGE.search(text, max(0, start - 24), start)
        start = before.start() if before else start
    return PeriodForm(
        Span(start, found.end()), "years" if len(years) > 1 else "year", 1, 12, years[0], years[-1]
    )


def _year(text: str, at: int) -> PeriodForm | None:
    return _years(text, at) or _this_year(text, at)


def _range(text: str, at: int) -> PeriodForm | None:
    """`2021-2025` of a term, a plan period or standing alone; a school year has other bounds."""
    if text[at + 4 : at + 5] not in ("-", " "):
        return None
    found = _RANGE.match(text, at)
    if not found or (text[at - 1 : at] not in ' (\n"' and at > 0):
        return None
    first, last = int(found["first"]), int(found["last"])
    before = _BEFORE_RANGE.search(text, max(0, at - 24), at)
    if not 0 < last - first <= 50 or (before and before[2]):
        return None
    start = before.start() if before else at
    precision = "term" if before and before[1] else "years"
    return PeriodForm(Span(start, found.end()), precision, 1, 12, first, last)


def _month_after(text: str, at: int) -> PeriodForm | None:
    """`từ 8.2018`, `đến 4/2021`, `từ 01/2004 - 3/2008`: months that a preposition tells."""
    start = at - 1
    if text[at - 1 : at] not in ("/", ".", "-"):
        return None
    while start > 0 and text[start - 1].isdigit():
        start -= 1
    found = _MONTH_AFTER.match(text, start)
    if not found or not _PREPOSITION.search(text, max(0, start - 8), start):
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    year, end_year = int(found["year"]), int(found["end_year"] or found["year"])
    if (year, first) > (end_year, last):
        return None
    precision = "months" if found["last"] else "month"
    return PeriodForm(Span(*found.span()), precision, first, last, year, end_year)


_READERS: tuple[tuple[str, Callable[[str, int], PeriodForm | None]], ...] = (
    ("háng ", _month),
    (" tháng", _bare_months),
    ("ửa ", _half),
    ("uý ", _quarter),
    ("ăm ", _year),
)
