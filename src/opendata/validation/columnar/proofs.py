"""Field → an expression that is true only for cells which frictionless's reader accepts.

It may be false for good cells: those are tried by the reader itself, once for each distinct text.
Not for: missing cells, or which rows the other cells are in (`cells`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
from frictionless import Field, fields

from opendata.validation.columnar.patterns import narrow

_FEW = 4
_INTEGERS = range(-(2**62), 2**62)
_NUMBER = r"\A-?[0-9]{1,15}(?:\.[0-9]{1,15})?\z"
# Days 29 to 31 only where every year has them.
_DAY = (
    r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_DATE = rf"\A[1-9][0-9]{{3}}-{_DAY}\z"
_DATETIME = rf"\A[1-9][0-9]{{3}}-{_DAY}T{_TIME}Z?\z"
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def is_free(field: Field) -> bool:
    """Whether every text is a good cell."""
    checked = set(field.constraints) - {"unique"}
    checked -= {name for name in checked if field.constraints[name] is False}
    text = isinstance(field, fields.StringField) and field.format == "default"
    return not checked and (text or isinstance(field, fields.AnyField))


def missing(field: Field) -> Sequence[str]:
    """The texts that mean no value, of the field itself or else of its schema."""
    if not field.has_defined("missing_values") and field.schema:
        return list(field.schema.missing_values)
    return list(field.missing_values)


def is_one_of(column: pl.Expr, texts: Sequence[str]) -> pl.Expr:
    """Comparing a few times is faster than looking a text up."""
    if len(texts) > _FEW:
        return column.is_in(list(texts))
    return pl.any_horizontal(column == text for text in texts) if texts else column.is_null()


def is_absent(field: Field, column: pl.Expr) -> pl.Expr:
    """True for cells without a value."""
    return is_one_of(column, missing(field))


def proof(field: Field, column: pl.Expr) -> pl.Expr | None:
    """None: nothing is known but by reading each distinct text."""
    for kind, make in _PROOFS.items():
        if type(field) is kind:
            return make(field, column)
    return None


def accepted(field: Field, column: pl.Expr) -> pl.Expr | None:
    """As `proof`, and true for missing cells where the field is not required."""
    proven = proof(field, column)
    if proven is None:
        return None
    absent = is_absent(field, column)
    return proven & ~absent if field.required else proven | absent


def _string(field: Field, column: pl.Expr) -> pl.Expr | None:
    limits = field.constraints
    if field.format != "default":
        return None
    proven = []
    if "pattern" in limits:
        pattern = narrow(f"^{limits['pattern']}$")
        if pattern is None:
            return None
        proven.append(column.str.contains(pattern))
    if "minLength" in limits:
        proven.append(column.str.len_chars() >= limits["minLength"])
    if "maxLength" in limits:
        proven.append(column.str.len_chars() <= limits["maxLength"])
    if "enum" in limits:
        proven.append(is_one_of(column, [one for one in limits["enum"] if isinstance(one, str)]))
    return pl.all_horizontal(proven) if proven else column.is_not_null()


def _integer(field: Field, column: pl.Expr) -> pl.Expr | None:
    assert isinstance(field, fields.IntegerField)
    if "enum" in field.constraints or not field.bare_number:
        return None
    read = column.cast(pl.Int64, strict=False)
    bounds = _bounds(field, int, float, Decimal)
    if bounds is None or any(bound not in _INTEGERS for bound in bounds.values()):
        return None
    return pl.all_horizontal(
        read.is_not_null(), *(_COMPARE[name](read, bound) for name, bound in bounds.items())
    )


def _number(field: Field, column: pl.Expr) -> pl.Expr | None:
    assert isinstance(field, fields.NumberField)
    options = {"group_char", "decimal_char", "bare_number"} & set(field.list_defined())
    if "enum" in field.constraints or options:
        return None
    bounds = _bounds(field, int, float, Decimal)
    if bounds is None:
        return None
    # Rounding to a float keeps the order but for equal ones, which are then not proven.
    read = column.cast(pl.Float64, strict=False)
    strict = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
    compared = [_COMPARE[strict.get(name, name)](read, float(one)) for name, one in bounds.items()]
    return pl.all_horizontal(column.str.contains(_NUMBER), *compared)


def _date(field: Field, column: pl.Expr) -> pl.Expr | None:
    bounds = _bounds(field, date)
    if field.format != "default" or "enum" in field.constraints or bounds is None:
        return None
    # Written with four digits of the year, days are in order as texts.
    if any(bound.year < 1000 for bound in bounds.values()):
        return None
    compared = [_COMPARE[name](column, bound.isoformat()) for name, bound in bounds.items()]
    return pl.all_horizontal(column.str.contains(_DATE), *compared)


def _datetime(field: Field, column: pl.Expr) -> pl.Expr | None:
    if field.format != "default" or set(field.constraints) - {"unique", "required"}:
        return None
    return column.str.contains(_DATETIME)


def _bounds(field: Field, *kinds: type) -> dict[str, Any] | None:
    """The bounds as the field reads them; None if one is of another kind."""
    reader = field.create_value_reader()
    found = {name: reader(field.constraints[name]) for name in _BOUNDS if name in field.constraints}
    return found if all(isinstance(one, kinds) for one in found.values()) else None


_COMPARE: dict[str, Callable[[pl.Expr, Any], pl.Expr]] = {
    "minimum": lambda read, bound: read >= bound,
    "maximum": lambda read, bound: read <= bound,
    "exclusiveMinimum": lambda read, bound: read > bound,
    "exclusiveMaximum": lambda read, bound: read < bound,
}
_PROOFS: dict[type[Field], Callable[[Field, pl.Expr], pl.Expr | None]] = {
    fields.StringField: _string,
    fields.IntegerField: _integer,
    fields.NumberField: _number,
    fields.DateField: _date,
    fields.DatetimeField: _datetime,
}
