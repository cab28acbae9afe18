"""Conditions of rules in YAML, as polars expressions: a small vocabulary, and no code.

A condition is one of

    {field: NAME, OPERATOR: OPERAND}      {sum: [NAME, …], OPERATOR: OPERAND}
    {all: [CONDITION, …]}   {any: [CONDITION, …]}   {not: CONDITION}

The operators are `present: true|false`, `equals`, `differs_from`, `less_than`, `at_most`,
`more_than`, `at_least`, `in: [VALUE, …]`, `not_in: [VALUE, …]`, `pattern`, `min_length`,
`max_length`. The operand is a value, or `{field: NAME}` for a column of the same row. Days are
written as they stand in the table, `2026-11-22`. Nothing is said of empty cells, but by `present`.
Not for: rules (`file`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from opendata.validation.values.linear import is_linear

_CLOSE = 1e-9  # sums of decimals are not exact


class ConditionError(ValueError):
    """`str()` says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`make` builds the expression, true, false or null, for columns of the types given."""

    fields: tuple[str, ...]
    make: Callable[[Mapping[str, pl.DataType]], pl.Expr]


def read_condition(given: Any) -> Condition:
    """Raises `ConditionError`."""
    if not isinstance(given, Mapping):
        raise ConditionError(
            f"expected a condition, found {given!r}. Write {{field: …, equals: …}}"
        )
    for word, combine in (("all", pl.all_horizontal), ("any", pl.any_horizontal)):
        if word in given:
            _only(given, word)
            return _combined(word, given[word], combine)
    if "not" in given:
        _only(given, "not")
        inner = read_condition(given["not"])
        return Condition(inner.fields, lambda types: ~inner.make(types))
    return _comparison(given)


def _only(given: Mapping[Any, Any], word: str) -> None:
    if len(given) > 1:
        raise ConditionError(f"{word!r} stands beside other words. Put them inside it")


def _combined(word: str, listed: Any, combine: Callable[..., pl.Expr]) -> Condition:
    if not isinstance(listed, list) or not listed:
        raise ConditionError(f"{word!r} has no list of conditions. Write one under it")
    inner = [read_condition(one) for one in listed]
    fields = tuple(dict.fromkeys(name for one in inner for name in one.fields))
    return Condition(fields, lambda types: combine([one.make(types) for one in inner]))


def _comparison(given: Mapping[Any, Any]) -> Condition:
    left = {"field", "sum"} & given.keys()
    right = [word for word in given if word not in ("field", "sum")]
    if len(left) != 1 or len(right) != 1:
        words = ", ".join(_OPERATORS)
        raise ConditionError(f"expected field or sum, and one of {words}; found {list(given)}")
    (operator,) = right
    if operator not in _OPERATORS:
        raise ConditionError(f"{operator!r} is no operator; expected {', '.join(_OPERATORS)}")
    names = given.get("sum", [given.get("field")])
    if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
        raise ConditionError("expected the name of a field, or a list of names for sum")
    operand = given[operator]
    _OPERATORS[operator].accept(operator, operand)
    other = _other(operand)
    fields = tuple(dict.fromkeys([*names, *([other] if other else [])]))

    def make(types: Mapping[str, pl.DataType]) -> pl.Expr:
        if "sum" in given:
            value = pl.sum_horizontal([pl.col(n).cast(pl.Float64, strict=False) for n in names])
            # A sum with an empty part says nothing.
            value = pl.when(pl.all_horizontal(pl.col(names).is_not_null())).then(value)
            kind: pl.DataType = pl.Float64()
        else:
            value, kind = pl.col(names[0]), types[names[0]]
        against: Any = pl.col(other) if other else operand
        return _OPERATORS[operator].make(value, against, kind)

    return Condition(fields, make)


def _other(operand: Any) -> str:
    """The column that an operand names, if it does."""
    if not isinstance(operand, Mapping):
        return ""
    if operand.keys() != {"field"} or not isinstance(operand["field"], str):
        raise ConditionError(f"expected a value or {{field: NAME}}, found {dict(operand)!r}")
    return str(operand["field"])


@dataclass(frozen=True, slots=True)
class _Operator:
    """`accept` raises `ConditionError` for an operand that it cannot have."""

    make: Callable[[pl.Expr, Any, pl.DataType], pl.Expr]
    accept: Callable[[str, Any], None]


def _literal(value: Any, kind: pl.DataType) -> pl.Expr:
    """A value as the column has it: days and numbers may be written as text."""
    if isinstance(value, pl.Expr):
        return value
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, bool) or kind == pl.Boolean:
        return pl.lit(value)
    if kind == pl.String:
        return pl.lit(str(value))
    if kind == pl.Date:
        return pl.lit(str(value)).str.to_date("%Y-%m-%d", strict=False)
    return pl.lit(str(value)).cast(kind, strict=False)


def _expr(made: Any) -> pl.Expr:
    assert isinstance(made, pl.Expr)
    return made


def _compare(name: str) -> Callable[[pl.Expr, Any, pl.DataType], pl.Expr]:
    def make(left: pl.Expr, right: Any, kind: pl.DataType) -> pl.Expr:
        other = _literal(right, kind)
        if kind == pl.Float64 and name in ("eq", "ne", "le", "ge"):
            # Decimals such as 0.1 + 0.2 are close, not equal.
            other = other.cast(pl.Float64, strict=False)
            close = (left - other).abs() <= _CLOSE * pl.max_horizontal(left.abs(), other.abs(), 1.0)
            if name in ("eq", "ne"):
                return close if name == "eq" else ~close
            return _expr(close | getattr(left, name)(other))
        return _expr(getattr(left, name)(other))

    return make


def _present(left: pl.Expr, wanted: bool, _: pl.DataType) -> pl.Expr:
    return left.is_not_null() if wanted else left.is_null()


def _in(left: pl.Expr, values: list[Any], kind: pl.DataType) -> pl.Expr:
    return pl.any_horizontal([_compare("eq")(left, value, kind) for value in values])


def _not_in(left: pl.Expr, values: list[Any], kind: pl.DataType) -> pl.Expr:
    return ~_in(left, values, kind)


def _pattern(left: pl.Expr, pattern: str, _: pl.DataType) -> pl.Expr:
    return left.cast(pl.String).str.contains(rf"\A(?:{pattern})\z")


def _length(name: str) -> Callable[[pl.Expr, Any, pl.DataType], pl.Expr]:
    def make(left: pl.Expr, limit: int, _: pl.DataType) -> pl.Expr:
        return _expr(getattr(left.cast(pl.String).str.len_chars(), name)(limit))

    return make


def _is_value(word: str, operand: Any) -> None:
    if isinstance(operand, list) or operand is None:
        raise ConditionError(f"{word!r} has {operand!r}; expected one value or {{field: NAME}}")


def _is_bool(word: str, operand: Any) -> None:
    if not isinstance(operand, bool):
        raise ConditionError(f"{word!r} has {operand!r}; expected true or false")


def _is_list(word: str, operand: Any) -> None:
    if not isinstance(operand, list) or not operand:
        raise ConditionError(f"{word!r} has {operand!r}; expected a list of values")


def _is_count(word: str, operand: Any) -> None:
    if not isinstance(operand, int) or isinstance(operand, bool):
        raise ConditionError(f"{word!r} has {operand!r}; expected a whole number")


def _is_pattern(word: str, operand: Any) -> None:
    if not is_linear(rf"\A(?:{operand})\z"):
        note = f"{word!r} has {operand!r}, which is no pattern. It may not look around or back"
        raise ConditionError(note)


_OPERATORS = {
    "present": _Operator(_present, _is_bool),
    "equals": _Operator(_compare("eq"), _is_value),
    "differs_from": _Operator(_compare("ne"), _is_value),
    "less_than": _Operator(_compare("lt"), _is_value),
    "at_most": _Operator(_compare("le"), _is_value),
    "more_than": _Operator(_compare("gt"), _is_value),
    "at_least": _Operator(_compare("ge"), _is_value),
    "in": _Operator(_in, _is_list),
    "not_in": _Operator(_not_in, _is_list),
    "pattern": _Operator(_pattern, _is_pattern),
    "min_length": _Operator(_length("ge"), _is_count),
    "max_length": _Operator(_length("le"), _is_count),
}
