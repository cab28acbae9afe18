"""What a record says, as cards of lines, each line with its reasons. Not for: HTML (`cards`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from opendata.records.cells import cell_text
from opendata.records.tables import by_name
from opendata.site.items.families import family
from opendata.site.items.values import Shown, value_html
from opendata.site.markup import escaped
from opendata.site.names import column_title


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value is there. `article_id`, `start`, `end`, `quote` are of the words that say so;
    `value` is what they say, where that is not the value of the record."""

    basis: str
    rule: str = ""
    article_id: str = ""
    start: int = -1
    end: int = -1
    quote: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A field with its value; `label` and `value` are markup."""

    label: str
    value: str
    family: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Lines that belong to one record or to one kind of rows; `title` and `kind` are markup."""

    family: str
    title: str
    lines: tuple[Line, ...]
    kind: str = ""


def quoted(row: Any) -> Reason:
    """A row with its own quote is its own reason."""
    return Reason("text", "", row.article_id, row.start, row.end, row.quote)


def field_lines(
    table: str, row: Any, evidence: Iterable[Any], shown: Shown, spoken_of: bool = False
) -> list[Line]:
    """A line for each field of a record that has a value, with its reasons among the evidence.

    `spoken_of`: only for the fields that the evidence speaks of.
    """
    table_ = by_name()[table]
    said: dict[str, list[Any]] = {}
    for one in evidence:
        said.setdefault(one.field, []).append(one)
    lines = []
    for name, field in table_.columns.items():
        value = getattr(row, name)
        if value in (None, ()) or name == table_.key[0] or name in table_.without_evidence:
            continue
        if spoken_of and name not in said:
            continue
        text = cell_text(value)
        reasons = tuple(
            Reason(
                one.basis,
                one.basis_ref or "",
                one.article_id or "",
                -1 if one.start is None else one.start,
                -1 if one.end is None else one.end,
                one.quote or "",
                "" if one.value == text else one.value,
            )
            for one in said.get(name, ())
        )
        label = escaped(column_title(field, shown.words))
        shown_value = value_html(table, name, value, shown)
        lines.append(Line(label, shown_value, family(table, name), reasons))
    return lines
