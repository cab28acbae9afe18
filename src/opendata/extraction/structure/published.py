"""When a page was published: as stated, or by its date line; and what is doubtful about the date.

A date in running text is never one of publication. Not for: reading date lines (`datelines.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opendata.authority import Authority
from opendata.extraction.mentions import Block, Flag, Value
from opendata.extraction.structure.datelines import (
    Dateline,
    Stamp,
    read_dateline,
    read_statement,
)
from opendata.extraction.view import View
from opendata.reading.document import SourceDocument

_TEXT = ("lead", "body", "subheading", "caption")
_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d%]|[.,]\d|/[^\W\d]|-[^\W\d])")
_STALE = 2  # years from the last that a text tells of to a date that is doubtful
_TOLD = 2  # mentions of a year that make it the text's


@dataclass(frozen=True, slots=True)
class Published:
    """The day and the minute with their reasons; `basis` is a code of the list `date_basis`."""

    on: Value | None = None
    at: Value | None = None
    basis: str = "none"
    flags: tuple[Flag, ...] = ()

    @property
    def day(self) -> date | None:
        """The day as a date."""
        return date.fromisoformat(self.on.value) if self.on else None


def find_published(
    document: SourceDocument, page: View, blocks: Sequence[Block], authority: Authority
) -> Published:
    """The stated date, else that of the date line; a disagreement of the two is flagged."""
    told = _told(page, blocks, authority)
    statement = document.statement("published")
    stamp = read_statement(statement.value, authority) if statement else None
    if statement is None or stamp is None:
        return told
    on = Value(stamp.day.isoformat(), "metadata", statement.ref)
    if told.on and told.on.value != on.value:
        message = f"The date line says {told.on.value}, the metadata {on.value}."
        at = Value(stamp.minute, "metadata", statement.ref) if stamp.minute else None
        return Published(on, at, "metadata", (Flag("date_disagrees", message),))
    at = Value(stamp.minute, "metadata", statement.ref) if stamp.minute else told.at
    return Published(on, at, "metadata")


def _told(page: View, blocks: Sequence[Block], authority: Authority) -> Published:
    """By the first date line that says what it is, else the first: a frame may show the day of the
    visit above the headline."""
    first: tuple[int, Dateline] | None = None
    for place, block in enumerate(blocks):
        if block.kind != "dateline":
            continue
        dateline = read_dateline(page.text, block.span, authority)
        if dateline and (first is None or dateline.is_labelled):
            first = place, dateline
            if dateline.is_labelled or not _is_above(blocks, place, dateline):
                break
    if first is None:
        return Published(flags=(Flag("undated", "No date of publication is stated or shown."),))
    place, dateline = first
    above = _is_above(blocks, place, dateline)
    return _from_line(page, blocks[place], dateline.stamp, blocks, above)


def _is_above(blocks: Sequence[Block], place: int, dateline: Dateline) -> bool:
    """Whether a date without the hour stands above the headline."""
    bare = not dateline.stamp.minute
    return bare and not any(before.kind == "headline" for before in blocks[:place])


def _from_line(
    page: View, block: Block, stamp: Stamp, blocks: Sequence[Block], above: bool
) -> Published:
    on = Value(stamp.day.isoformat(), "text", "text", block.span)
    if not above:
        at = Value(stamp.minute, "text", "text", block.span) if stamp.minute else None
        return Published(on, at, "dateline")
    last = _last_year(page, blocks)
    flags: tuple[Flag, ...] = ()
    if last and last <= stamp.day.year - _STALE:
        message = (
            f"The date at the top may be the day on which the page was shown: it is of "
            f"{stamp.day.year}, and the last year that the text tells of is {last}."
        )
        flags = (Flag("date_doubtful", message),)
    return Published(on, None, "page_header", flags)


def _last_year(page: View, blocks: Sequence[Block]) -> int:
    """The last year that the text names, if it names any year before that several times; else 0."""
    years = Counter(
        int(year)
        for block in blocks
        if block.kind in _TEXT
        for year in _YEAR.findall(page.text, *block.span)
    )
    return max(years) if max(years.values(), default=0) >= _TOLD else 0
