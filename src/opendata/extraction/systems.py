"""Information systems that a page names: `hệ thống giao ban trực tuyến`, `phần mềm kế toán`.

A name is a head (`hệ thống`, `phần mềm`) with the words after it up to the last one that makes it a
system of information (`trực tuyến`, `điện tử`); some heads need no such word. Not for: systems of
other kinds (`hệ thống chính trị`), systems that are only counted (`figures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.mentions import Organisation, System
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_case_after_first, any_of, capital_or_not
from opendata.extraction.people.names import LOWER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

_BLOCKS = ("lead", "subheading", "body")
# Several together are no name.
_PLURAL = words_of("các những nhiều mọi số loại hệ")
_PHRASE = re.compile(
    r"(?: (?!(?:của|tại|với|để|nhằm|và|là|được|đã|trong|cho|theo|từ|khi|trên|này|do|giữa|cũng|"
    r"không|chưa|phải|sẽ|đang|có|đến|vào|gồm|như)(?!\w))[^\W_]+(?:-\w+)?){1,8}"
)
_ABOUT = rf"(?: về(?: (?!(?:của|tại|và|đã|đang|để|với|được|có|sẽ)(?!\w))[{LOWER}]+){{1,4}})?"
_BRAND = re.compile(r"(?: (?=\w*[A-Z])[A-Za-z][A-Za-z0-9-]*(?!\w)){0,2}")
_OWNER = re.compile(r" (?:của |tại )?")


@dataclass(frozen=True, slots=True)
class _Words:
    """`tails` matches heads without their first letter, for most letters of a page begin some
    head; `heads` are whole, in lower case, with whether they need no qualifier. `field` tells one
    that needs none from others, by its level and what it is about; `other` follows the head of a
    system of another kind."""

    tails: re.Pattern[str]
    heads: Mapping[str, bool]
    qualifiers: re.Pattern[str]
    field: re.Pattern[str]
    other: re.Pattern[str]


def find_systems(page: Page, organisations: Sequence[Organisation]) -> tuple[System, ...]:
    """The systems that the text names, each once, in page order."""
    text = page.view.text
    words = _words(page.authority)
    owners = {organisation.span.start: organisation.name for organisation in organisations}
    found: dict[str, System] = {}
    for block in page.spans(*_BLOCKS):
        for span in _names(text, block, words):
            owner = _OWNER.match(text, span.end)
            system = System(
                name=page.view.value(span),
                span=span,
                organisation=owners.get(owner.end(), "") if owner else "",
            )
            found.setdefault(system.name.lower(), system)
    return tuple(found.values())


@cache
def _words(authority: Authority) -> _Words:
    heads = [row for row in authority.systems if row.role == "head"]
    tails = any_case_after_first(row.word[1:] for row in heads)
    qualifiers = any_of(row.word for row in authority.systems if row.role == "qualifier")
    scopes = capital_or_not(authority.cues_by_category["system_scope"])
    others = any_of(authority.cues_by_category["no_system"])
    return _Words(
        tails=re.compile(rf"{tails}(?!\w)"),
        heads={row.word.lower(): row.alone for row in heads},
        qualifiers=re.compile(rf"(?<!\w)(?:{qualifiers})(?!\w)(?! [0-9])"),
        field=re.compile(rf"(?: {scopes})?{_ABOUT}"),
        other=re.compile(rf" {others}(?!\w)"),
    )


def _names(text: str, block: Span, words: _Words) -> Iterator[Span]:
    done = block.start
    for tail in words.tails.finditer(text, block.start + 1, block.end):
        start, end = tail.start() - 1, tail.end()
        alone = words.heads.get(text[start:end].lower())
        if start < done or alone is None or not _stands_free(text, block, start):
            continue
        stop = _qualified(text, block, end, words)
        if stop is None and alone and not words.other.match(text, end):
            field = words.field.match(text, end, block.end)
            stop = _with_brand(text, field.end() if field else end, block)
        if stop is not None:
            done = stop
            yield Span(start, stop)


def _stands_free(text: str, block: Span, start: int) -> bool:
    """Whether the head is a word of its own and names one system, not several or a number."""
    if start > block.start and text[start - 1].isalnum():
        return False
    before = text[max(block.start, start - 12) : start].lower().split()
    return not before or not (before[-1] in _PLURAL or before[-1].isdecimal())


def _qualified(text: str, block: Span, end: int, words: _Words) -> int | None:
    """Where the last word that makes the head a system of information ends, a brand included."""
    phrase = _PHRASE.match(text, end, block.end)
    if phrase is None:
        return None
    found = list(words.qualifiers.finditer(text, end, phrase.end()))
    return _with_brand(text, found[-1].end(), block) if found else None


def _with_brand(text: str, end: int, block: Span) -> int:
    brand = _BRAND.match(text, end, block.end)
    return brand.end() if brand else end
