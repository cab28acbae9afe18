"""Cells as text that is equal where their values are: `07` and `7` of an integer are both `7`.

Texts that are written in that form already are left as they are; frictionless's own readers read
the distinct others. Not for: judging values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import polars as pl
from frictionless import Field

Reader = Callable[[Any], tuple[Any, dict[str, str] | None]]
_REMEMBERED = 200_000
# Whole numbers and decimals in the form that `value_text` writes.
_PLAIN = {
    "integer": r"^(?:0|-?[1-9][0-9]{0,30})$",
    "number": r"^(?:0|-?[1-9][0-9]{0,17}(?:\.[0-9]{0,17}[1-9])?|-?0\.[0-9]{0,17}[1-9])$",
}
_TYPED = {"integer": pl.Int128, "year": pl.Int128, "number": pl.Float64}


class Logical:
    """The cells of one field. Empty cells and such as are of a wrong type become null."""

    def __init__(self, field: Field, reader: Reader) -> None:
        self.field, self._reader = field, reader
        self._known: dict[Any, str | None] = {}
        absent = field.missing_values
        if not field.has_defined("missing_values") and field.schema:
            absent = field.schema.missing_values
        self._absent = [one if isinstance(one, str) else one["value"] for one in absent]
        is_text = field.type == "string" and field.format == "default"
        self._is_text = is_text or field.type == "any"

    def column(self, texts: pl.Series) -> pl.Series:
        """Of cells that are text."""
        absent = texts.is_in(pl.Series(self._absent, dtype=pl.String).implode())
        present = texts.zip_with(~absent, pl.Series([None], dtype=pl.String))
        if self._is_text:
            return present
        plain = _PLAIN.get(self.field.type)
        others = present if plain is None else present.filter(~present.str.contains(plain))
        distinct = others.drop_nulls().unique().to_list()
        if not distinct:
            return present
        read = pl.Series([self.text(one) for one in distinct], dtype=pl.String)
        pairs = pl.DataFrame({"text": pl.Series(distinct, dtype=pl.String), "value": read})
        joined = present.to_frame("text").join(pairs, "text", "left", maintain_order="left")
        if plain is None:
            return joined["value"]
        is_plain = present.str.contains(plain).fill_null(False)
        return present.zip_with(is_plain, joined["value"])

    def cells(self, cells: Iterable[Any]) -> pl.Series:
        """Of cells of any kind, as JSON or a spreadsheet has them."""
        return pl.Series([self.text(one) for one in cells], dtype=pl.String)

    def text(self, cell: Any) -> str | None:
        """Of one cell."""
        try:
            return self._known[type(cell), cell]
        except (KeyError, TypeError):
            pass
        text = self._read(cell)
        if len(self._known) < _REMEMBERED and isinstance(cell, str | int | float):
            self._known[type(cell), cell] = text
        return text

    def _read(self, cell: Any) -> str | None:
        try:
            value, notes = self._reader(cell)
        except Exception:  # a reader that fails is frictionless's to report
            return None
        return None if notes and "type" in notes else value_text(value)


def value_text(value: Any) -> str | None:
    """The text of a value; equal values have equal texts."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float | Decimal):
        return _number_text(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return str(value)


def _number_text(value: float | Decimal) -> str:
    exact = Decimal(str(value))
    if not exact.is_finite():
        return str(exact)
    if exact == 0:
        return "0"
    written = f"{exact:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def typed(texts: pl.Series, field: Field) -> pl.Series:
    """Numbers, days and truth values as such, for comparisons; other types stay text."""
    if field.type == "boolean":
        return texts == "true"
    if field.type == "date":
        return texts.str.to_date("%Y-%m-%d", strict=False)
    kind = _TYPED.get(field.type)
    return texts if kind is None else texts.cast(kind, strict=False)
