"""What a page says of itself: headline, kicker, date, byline, outlet, province, language.

What is stated about a page elsewhere outranks its text; where the two agree the text's own words
are the better evidence. Not for: the structure of the page (`blocks.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opendata.authority import Authority
from opendata.extraction.mentions import Block, Flag, Header, Value
from opendata.extraction.structure.bylines import read_byline, read_organisation
from opendata.extraction.structure.headlines import is_cut, uncut, without_markup, without_site
from opendata.extraction.structure.language import find_language
from opendata.extraction.structure.outlets import find_outlet
from opendata.extraction.structure.provinces import find_province
from opendata.extraction.structure.published import find_published
from opendata.extraction.view import Span, View, tidy
from opendata.reading.document import SourceDocument

_TEXT = ("headline", "lead", "body", "teaser")


def read_header(
    document: SourceDocument, view: View, blocks: Sequence[Block], authority: Authority
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a page, with what is doubtful about it."""
    published = find_published(document, view, blocks, authority)
    outlet = find_outlet(document, view, blocks, authority)
    row, outlet_id = outlet or (None, None)
    byline, organisation = _byline(document, view, blocks, authority)
    header = Header(
        title=_title(document, view, blocks, authority),
        kicker=_first(view, blocks, "kicker"),
        byline=byline,
        byline_organisation=organisation,
        published_on=published.on,
        published_at=published.at,
        date_basis=published.basis,
        outlet=outlet_id,
        province=find_province(view.text, blocks, row, published.day, authority),
        language=_language(document, view, blocks),
    )
    return header, (*published.flags, *_flags(header, view, blocks))


def _first(view: View, blocks: Sequence[Block], kind: str) -> Value | None:
    span = next((block.span for block in blocks if block.kind == kind), None)
    return _text(view, span)


def _title(
    document: SourceDocument, view: View, blocks: Sequence[Block], authority: Authority
) -> Value | None:
    """The headline, made whole by the text where what is stated is cut."""
    told, stated = _first(view, blocks, "headline"), document.statement("title")
    if told and "<" in told.value:
        told = replace(told, value=without_markup(told.value))
    if stated is None:
        return told
    title = without_site(without_markup(tidy(stated.value)), authority)
    if told and (told.value == title or (is_cut(title) and told.value.startswith(uncut(title)))):
        return told
    return Value(title, "metadata", stated.ref)


def _byline(
    document: SourceDocument, view: View, blocks: Sequence[Block], authority: Authority
) -> tuple[Value | None, Value | None]:
    """Who wrote, and for whom where the line or the next says so."""
    lines = [block.span for block in blocks if block.kind == "byline"]
    organisations = (read_organisation(view.text, line, authority) for line in lines)
    organisation = next(filter(None, organisations), None)
    name = None
    for line in lines:
        byline = read_byline(view.text, line, authority)
        if byline and byline.name:
            name, organisation = byline.name, byline.organisation or organisation
            break
    stated = document.statement("byline")
    if stated:
        return Value(tidy(stated.value), "metadata", stated.ref), _text(view, organisation)
    return _text(view, name), _text(view, organisation)


def _text(view: View, span: Span | None) -> Value | None:
    return Value.of(view, span) if span else None


def _language(document: SourceDocument, view: View, blocks: Sequence[Block]) -> Value | None:
    """As the letters tell; templates declare a language that the page need not have."""
    told = find_language(view.text, (block.span for block in blocks if block.kind in _TEXT))
    if told:
        return Value(told, "derived", "the letters of the text")
    stated = document.statement("language")
    return Value(tidy(stated.value), "metadata", stated.ref) if stated else None


def _flags(header: Header, view: View, blocks: Sequence[Block]) -> list[Flag]:
    flags = []
    if header.title is None:
        flags.append(Flag("untitled", "No headline was found on the page, and none is stated."))
    if header.language and header.language.value not in ("vi", "vi-VN"):
        message = "The page is not in Vietnamese, so little can be read from it."
        flags.append(Flag("other_language", message))
    paragraphs = [block.span for block in blocks if block.kind in ("lead", "body")]
    if len(paragraphs) == 1 and is_cut(view.text[slice(*paragraphs[0])]):
        flags.append(Flag("truncated", "The text is cut off after its first lines."))
    return flags
