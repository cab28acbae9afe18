"""Recurrences: `mỗi tháng 1 lần vào ngày 28 hằng tháng` → `FREQ=MONTHLY;BYMONTHDAY=28`.

Rules are RRULE values of iCalendar (RFC 5545, section 3.3.10). Only what fixes a rhythm is one:
`hằng năm` alone does not, and `12 kỳ/năm` is a figure. Not for: single days and periods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from opendata.extraction.time.days import PART, WEEKDAY
from opendata.extraction.time.periods import places
from opendata.extraction.view import Span

_RULES = {
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDER = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6} | {
    str(number): number - 2 for number in range(2, 8)
}
_EVERY = r"(?:(?:[Hh]ằng|[Hh]àng)|(?:của )?mỗi)"
_WEEKDAYS = rf"(?:(?:các )?ngày )?{WEEKDAY}(?:(?:, ?| và | ?- ?| đến )(?:ngày )?{WEEKDAY}){{0,6}}"
_DAYS = r"(?:các )?ngày \d{1,2}(?:(?:, ?| và )(?:ngày )?\d{1,2}){0,5}(?![\d/.-])"
_ONCE = re.compile(
    r"(?:[Mm]ỗi|[Mm]ột|(?<!\d)(?P<interval>\d{1,2})) (?P<unit>tuần|tháng|quý|năm)"
    r"(?:(?: [^\W\d]+){0,3}? (?:0?1|một) lần| ?/ ?(?:1 )?lần)(?!\w)(?!/)"
    rf"(?:,? vào (?:(?P<days>{_DAYS})(?: {_EVERY} tháng)?"
    rf"|(?P<week>{_WEEKDAYS})(?: {_EVERY} tuần)?))?"
)
_REGULAR = re.compile(
    rf"(?:(?:{PART} )?(?P<week>{_WEEKDAYS}),? {_EVERY} tuần"
    rf"|(?P<days>{_DAYS}),? {_EVERY} tháng"
    rf"|ngày (?P<day>\d{{1,2}})(?:[/.-]| tháng )(?P<month>\d{{1,2}}),? {_EVERY} năm)(?!\w)"
)
_NUMBER = re.compile(r"\d+")
_WEEKDAY = re.compile(r"([^\W_]+)(?=(?:, ?| và | ?- ?| đến )|$)")
# Characters before and after the word of rhythm that may belong to the recurrence.
_BEFORE = 80
_AFTER = 120


def find_recurrences(text: str) -> Iterator[tuple[Span, str]]:
    """The recurrences of a text with their rules, in order."""
    anchors = [
        (at, pattern)
        for word, before, pattern in _ANCHORS
        for at in places(text, word)
        if text[at - 1] in before
    ]
    taken = 0
    for anchor, pattern in sorted(anchors, key=itemgetter(0)):
        if anchor < taken:
            continue
        found = pattern.search(text, max(taken, anchor - _BEFORE), anchor + _AFTER)
        if found and found.start() <= anchor < found.end():
            rule = _rule(found)
            if rule:
                taken = found.end()
                yield Span(*found.span()), rule


def _rule(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("day"):
        day, month = int(parts["day"]), int(parts["month"])
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return ""
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    rule = _RULES[parts.get("unit") or ("tuần" if parts["week"] else "tháng")]
    if parts.get("interval") and int(parts["interval"]) > 1:
        if parts["unit"] == "quý":
            rule = f"FREQ=MONTHLY;INTERVAL={3 * int(parts['interval'])}"
        else:
            rule += f";INTERVAL={int(parts['interval'])}"
    if parts["days"]:
        days = sorted({int(day) for day in _NUMBER.findall(parts["days"])})
        if not all(1 <= day <= 31 for day in days):
            return ""
        rule += ";BYMONTHDAY=" + ",".join(map(str, days))
    if parts["week"]:
        rule += ";BYDAY=" + ",".join(_weekdays(parts["week"]))
    return rule


def _weekdays(words: str) -> list[str]:
    places = [_ORDER[word] for word in _WEEKDAY.findall(words.lower()) if word in _ORDER]
    if len(places) == 2 and places[0] < places[1] and (" đến " in words or "-" in words):
        return list(_CODES[places[0] : places[1] + 1])
    return [_CODES[place] for place in sorted(set(places))]


# Words of rhythm, the letters that may stand before them (for speed), and what to read there.
_ANCHORS = (
    (" lần", "1t", _ONCE),
    ("/lần", "ngmý", _ONCE),
    *((word, "ằàỗ", _REGULAR) for word in ("ng tuần", "ng tháng", "ng năm", "i tuần", "i tháng")),
)
