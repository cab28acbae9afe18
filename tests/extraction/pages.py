"""Pages for the tests of citations: a line is a block, the first one the headline."""

from __future__ import annotations

from opendata.authority import load
from opendata.extraction.mentions import Block, Citation, Header, Value
from opendata.extraction.page import Page
from opendata.extraction.view import Span, view


def page_of(text: str, published: str = "", province: str = "", *, headline: bool = False) -> Page:
    """A page of body lines; with `headline` its first line is one."""
    seen = view(text)
    blocks, at = [], 0
    for line in seen.text.split("\n"):
        if line.strip():
            kind = "headline" if headline and not blocks else "body"
            blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    header = Header(
        published_on=Value(published, "metadata", "test") if published else None,
        province=Value(province, "metadata", "test") if province else None,
    )
    return Page(seen, tuple(blocks), header, load())


def quotes(page: Page, citations: tuple[Citation, ...], *forms: str) -> list[str]:
    """The words of the citations of some forms, of all where none is given."""
    return [page.view.quote(c.span) for c in citations if not forms or c.form in forms]
