"""The layout of the outlet that a page is of, where the reference data knows it.

The outlet is the one that is stated, or that the address or a tag near the top tells.
Not for: the outlet that is published with the page (`outlets.py`).
"""

from __future__ import annotations

from datetime import date

from opendata.authority import Authority
from opendata.authority.rows import OutletProfile
from opendata.extraction.mentions import Block
from opendata.extraction.structure.datelines import read_statement
from opendata.extraction.structure.outlets import find_outlet
from opendata.extraction.structure.paragraphs import tag_of
from opendata.extraction.view import Span, View
from opendata.reading.document import SourceDocument

_TOP = 1200  # characters in which a tag may stand


def find_profile(
    document: SourceDocument, page: View, authority: Authority
) -> OutletProfile | None:
    """The layout that held on the stated day, the newest where none is stated."""
    outlet = find_outlet(document, page, _tags(page.text, authority), authority)
    if outlet is None:
        return None
    statement = document.statement("published")
    stamp = read_statement(statement.value, authority) if statement else None
    day = stamp.day if stamp else None
    known = (row for row in authority.outlet_profiles if row.outlet_id == outlet[0].outlet_id)
    return max(
        (row for row in known if _holds(row, day)), key=lambda row: row.version, default=None
    )


def _holds(profile: OutletProfile, day: date | None) -> bool:
    return day is None or profile.valid_from is None or profile.valid_from <= day


def _tags(text: str, authority: Authority) -> list[Block]:
    """The tags that open lines near the top."""
    blocks: list[Block] = []
    start = 0
    while 0 <= start < _TOP:
        end = text.find("\n", start)
        tag = tag_of(text, Span(start, end if end >= 0 else len(text)), authority)
        if tag:
            blocks.append(Block("outlet_tag", tag))
        start = end + 1 if end >= 0 else _TOP
    return blocks
