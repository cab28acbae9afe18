"""Typed cells of keys as text: two cells get the same text exactly if Python calls them equal.

Not for: which keys a table has (`keys`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
from frictionless import Field, fields

from opendata.validation.columnar.cells import Reader
from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.proofs import is_absent

_TEXT = (fields.StringField, fields.AnyField)
_NUMBER = (fields.IntegerField, fields.NumberField, fields.YearField, fields.BooleanField)
_DIGITS = 18  # integers up to this length are written out


def family(field: Field | None) -> str:
    """Cells of different families are never equal."""
    if isinstance(field, _NUMBER):
        return "number"
    return "text" if field is None or isinstance(field, _TEXT) else "other"


def is_text(field: Field) -> bool:
    """Whether the cells of a field are their own codes."""
    text = type(field) is fields.StringField and field.format == "default"
    return text or type(field) is fields.AnyField


def direct(field: Field, column: pl.Expr) -> pl.Expr | None:
    """The codes of cells; null for no value, and where more than an expression is needed.

    None if it is needed for all.
    """
    if is_text(field):
        code = column
    elif type(field) is fields.IntegerField and field.bare_number:
        read = column.cast(pl.Int64, strict=False)
        limit = 10**_DIGITS
        code = pl.when((read > -limit) & (read < limit)).then(read.cast(pl.String))
    else:
        return None
    return pl.when(~is_absent(field, column)).then(code)


class Codes:
    """Texts for the cells of all tables of one run, so that they may be compared."""

    def __init__(self) -> None:
        self._others: dict[Any, str] = {}

    def column(self, column: pl.Series, field: Field, reader: Reader) -> pl.Series:
        """The codes of cells that are given as text; null for no value and for wrong types."""
        text = pl.col("text")
        known = direct(field, text)
        judged = pl.DataFrame({"text": column}).select(
            code=pl.lit(None, pl.String) if known is None else known, absent=is_absent(field, text)
        )
        codes = judged["code"]
        unread = codes.is_null() & ~judged["absent"]
        if not unread.any():
            return codes
        texts = column.filter(unread).unique()
        read = [self.code(field, _value(reader, text)) for text in texts.to_list()]
        table = pl.DataFrame({"text": texts, "code": pl.Series(read, dtype=pl.String)})
        looked = pl.DataFrame({"text": column}).join(table, "text", "left", maintain_order="left")
        return codes.zip_with(~unread, looked["code"])

    def code(self, field: Field, value: Any) -> str | None:
        """The code of one typed cell."""
        if value is None:
            return None
        kind = family(field)
        if kind == "text":
            return str(value)
        if kind == "number":
            return number_code(value)
        try:
            return self._others.setdefault(value, str(len(self._others)))
        except TypeError as error:
            raise Unproven(f"cells of type {field.type} cannot be compared") from error


def number_code(value: Any) -> str:
    """Equal for equal numbers of any type. Raises `Unproven` for what equals nothing."""
    exact = value if isinstance(value, Decimal) else Decimal(value)
    if exact.is_nan():
        raise Unproven("a key holds a number that is not equal to itself")
    if exact.is_infinite():
        return str(exact)
    sign, digits, exponent = exact.as_tuple()
    assert isinstance(exponent, int)
    written = "".join(map(str, digits)).lstrip("0")
    short = written.rstrip("0")
    if not short:
        return "0"
    zeros = exponent + len(written) - len(short)
    minus = "-" * sign
    if zeros >= 0 and len(short) + zeros <= _DIGITS:
        return minus + short + "0" * zeros
    return f"{minus}{short}E{zeros}"


def _value(reader: Reader, text: str) -> Any:
    try:
        return reader(text)[0]
    except Exception as error:
        raise Unproven(f"a reader fails: {error!r}") from error
