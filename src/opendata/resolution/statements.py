"""Statements: one value of one field of one record, with its reason, as rows of `evidence`.

A record is made of its statements: for each field the best one counts, the others stay visible.
Not for: rows that carry their own quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from opendata.extraction.mentions import Value
from opendata.extraction.view import Span, View, tidy
from opendata.records.base import Row
from opendata.records.cells import cell_text
from opendata.records.evidence import Evidence
from opendata.records.tables import by_name, row_id

MAX_QUOTE = 300
# What a page says outranks what the reference data says of the same thing; a title is the
# exception, for pages shorten titles.
_RANK = {"correction": 0, "metadata": 1, "text": 2, "reference": 3, "derived": 4}
_TITLE_RANK = {**_RANK, "reference": 1.5}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of the page: offsets in its text and its own characters, at most 300."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, view: View, span: Span) -> Quoted:
        start, end = view.locate(span)
        end = min(end, start + MAX_QUOTE)
        return cls(start, end, view.source[start:end])

    def fields(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that statements speak of, on the page that makes them."""

    article_id: str
    view: View
    table: str
    record_id: str

    def say(self, field: str, value: Value | None) -> list[Evidence]:
        """The statement of a value that extraction gave with its reason; none for no value."""
        if value is None or not value.value:
            return []
        return self.state(field, value.value, value.basis, value.ref, value.span)

    def text(self, field: str, value: object, span: Span, ref: str = "") -> list[Evidence]:
        """The statement of a value read from the words at `span`."""
        return self.state(field, value, "text", ref, span)

    def state(
        self, field: str, value: object, basis: str, ref: str = "", span: Span | None = None
    ) -> list[Evidence]:
        """A statement as a list, empty where the value is."""
        if value in (None, "", ()):
            return []
        quoted = Quoted.of(self.view, span) if span else None
        place = str(quoted.start) if quoted else basis
        return [
            Evidence(
                evidence_id=row_id(
                    "evidence",
                    self.article_id,
                    place,
                    table=self.table,
                    record_id=self.record_id,
                    field=field,
                ),
                article_id=self.article_id,
                table=self.table,
                record_id=self.record_id,
                field=field,
                value=tidy(cell_text(value)),
                basis=basis,
                basis_ref=None if ref in ("", basis) else ref,
                **(quoted.fields() if quoted else {}),
            )
        ]


def first_of_each(statements: Iterable[Evidence]) -> list[Evidence]:
    """Of one page's statements the first for each value of a field: a page repeats itself."""
    found: dict[tuple[str, str, str, str], Evidence] = {}
    for one in statements:
        key = (one.table, one.record_id, one.field, one.value)
        if key not in found or _order(one) < _order(found[key]):
            found[key] = one
    # Two values may be read from one place; an id names one row.
    return list({one.evidence_id: one for one in found.values()}.values())


def assemble(
    table: str, record_id: str, statements: Iterable[Evidence], base: Mapping[str, object]
) -> Row:
    """The record made of its statements; `base` are ids, hashes and counts: no reasons needed."""
    best: dict[str, Evidence] = {}
    for one in statements:
        if one.field not in best or _order(one) < _order(best[one.field]):
            best[one.field] = one
    values: dict[str, object] = {name: one.value for name, one in best.items()}
    (key,) = by_name()[table].key
    return by_name()[table].model.model_validate({**values, **base, key: record_id})


def _order(one: Evidence) -> tuple[float, int, str, int, str]:
    """Best first: by basis, a title by how full it is, then by page and place."""
    is_title = (one.table, one.field) == ("directives", "title")
    rank = (_TITLE_RANK if is_title else _RANK)[one.basis]
    fullness = -len(one.value) if is_title else 0
    return rank, fullness, one.article_id or "", one.start or 0, one.value
