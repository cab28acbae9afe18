"""Which province a page is about: its headline's, its outlet's, or that which its text names most.

A page is about the province as it was on the day of publication. Not for: the place of an event,
districts and communes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from operator import attrgetter

from opendata.authority import Authority
from opendata.authority.rows import Outlet, Province
from opendata.extraction.mentions import Block, Value
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span

_OLD_DIVISION = date(2025, 6, 30)  # the last day of the 63 provinces
_WORD = rf"[{UPPER}][^\W\d_]*"
_NAME = rf"{_WORD}(?:(?: | ?- ?){_WORD}){{0,4}}"
_UNITS = ("ỉnh ", "hành phố ", "TP")
_AFTER_UNIT = re.compile(rf"\.? ?({_NAME})")
_NAMES = re.compile(_NAME)
_PART = re.compile(r" ?- ?| ")
_END = attrgetter("end")
_ENOUGH = 2  # mentions that make a province the text's


def find_province(
    text: str,
    blocks: Sequence[Block],
    outlet: Outlet | None,
    published: date | None,
    authority: Authority,
) -> Value | None:
    """The province's id with the reason; None where nothing tells one province from the others."""
    headline = [block.span for block in blocks if block.kind == "headline"]
    named = dict.fromkeys(name for name, _ in _in_headline(text, headline, authority))
    if len(named) == 1:
        name, span = next(_in_headline(text, headline, authority))
        return _value(name, "text", "text", span, published, authority)
    if outlet and outlet.province:
        reference = f"outlets/{outlet.outlet_id}"
        return _value(outlet.province, "reference", reference, None, published, authority)
    lead = [block.span for block in blocks if block.kind == "lead"]
    body = [block.span for block in blocks if block.kind in ("lead", "body", "caption")]
    units = _units(text, [*lead, *body])
    found = _most_named(text, units, lead, 1, authority)
    found = found or _most_named(text, units, body, _ENOUGH, authority)
    return _value(found[0], "text", "text", found[1], published, authority) if found else None


def _in_headline(
    text: str, spans: Sequence[Span], authority: Authority
) -> Iterator[tuple[str, Span]]:
    """Provinces that a headline names, with or without their kind."""
    for span in spans:
        for found in _NAMES.finditer(text, *span):
            at = found.start()
            person = _opens_as_person(found[0], authority)
            while at < found.end():
                name = _longest(text[at : found.end()], authority)
                if name and not (person and at > found.start()):
                    yield name, Span(at, at + len(name))
                step = _PART.search(text, at + len(name), found.end())
                at = step.end() if step else found.end()


def _opens_as_person(words: str, authority: Authority) -> bool:
    """Whether the words begin as a person's name does (`Đỗ Thái Bình`) and not with a province."""
    first = _PART.split(words, maxsplit=1)[0]
    return first in _families(authority) and not _longest(words, authority)


@cache
def _families(authority: Authority) -> frozenset[str]:
    return frozenset(row.name for row in authority.family_names if row.common)


def _most_named(
    text: str, units: Sequence[Span], spans: Sequence[Span], least: int, authority: Authority
) -> tuple[str, Span] | None:
    """The province that stretches name most as `tỉnh X`: so often at least, no other as often."""
    first: dict[str, Span] = {}
    times: Counter[str] = Counter()
    for unit in units:
        if not any(start <= unit.start and unit.end <= end for start, end in spans):
            continue
        found = _AFTER_UNIT.match(text, unit.end)
        name = _longest(found[1], authority) if found else ""
        if found and name:
            times[name] += 1
            first.setdefault(name, Span(found.start(1), found.start(1) + len(name)))
    ranked = times.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0], first[ranked[0][0]]


def _units(text: str, spans: Sequence[Span]) -> list[Span]:
    """The words for a kind of province from the first to the last of some stretches, in order."""
    if not spans:
        return []
    first, last = min(spans).start, max(spans).end
    found = []
    for unit in _UNITS:
        at = text.find(unit, first, last)
        while at >= 0:
            found.append(Span(at, at + len(unit)))
            at = text.find(unit, at + len(unit), last)
    return sorted(found, key=_END)


def _longest(words: str, authority: Authority) -> str:
    """The longest name of a province that begins these words, as written."""
    ends = [len(words), *(part.start() for part in reversed(list(_PART.finditer(words))))]
    return next((words[:end] for end in ends if words[:end] in authority.provinces_by_name), "")


def _value(
    name: str,
    basis: str,
    ref: str,
    span: Span | None,
    published: date | None,
    authority: Authority,
) -> Value | None:
    """A page without a date is read with the division of 63, unless only the 34 have the name."""
    province: Province | None = authority.province_named(name, published)
    province = province or authority.province_named(name, _OLD_DIVISION)
    if province is None:
        return None
    return Value(province.province_id, "text" if basis == "text" else "reference", ref, span)
