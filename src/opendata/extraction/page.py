"""What every finder is given: the page's view, its structure, its header, the reference data.

Not for: finding anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opendata.authority import Authority
from opendata.extraction.mentions import Block, Header
from opendata.extraction.view import Span, View


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the finders see it."""

    view: View
    blocks: tuple[Block, ...]
    header: Header
    authority: Authority

    @property
    def published(self) -> date | None:
        """The day of publication, where it is known."""
        stated = self.header.published_on
        return date.fromisoformat(stated.value) if stated else None

    @property
    def is_foreign(self) -> bool:
        """Whether the page is in a language whose numbers and names no finder reads.

        On English pages, which write codes of documents and shares alike, what is known is found.
        """
        return self.header.language is not None and self.header.language.value == "und"

    def spans(self, *kinds: str) -> tuple[Span, ...]:
        """The spans of the blocks of these kinds, in page order."""
        return tuple(block.span for block in self.blocks if block.kind in kinds)
