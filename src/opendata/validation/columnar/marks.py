"""Keys of rows as marks: sixteen bytes for each key, whatever its length.

Marks of different keys are never the same, in effect; their seeds are another in each run, so that
no table can be made to have two keys of one mark. Not for: what is asked of keys (`keys`).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import xor

import polars as pl
from frictionless.table.row import Row

from opendata.validation.columnar.codes import Codes, direct, is_text
from opendata.validation.columnar.opened import Opened
from opendata.validation.columnar.proofs import is_absent

Fields = tuple[str, ...]
_SEEDS = (secrets.randbits(60), secrets.randbits(60))
_UNREAD = "unread"
MARKS = {"hash": pl.UInt64, "rest": pl.UInt64}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one key in some rows, in two halves; null where all fields are empty."""

    first: pl.Series
    second: pl.Series

    def frame(self, **others: pl.Series) -> pl.DataFrame:
        """Both halves, as `MARKS` names them, and other columns, without nulls."""
        frame = pl.DataFrame({"hash": self.first, "rest": self.second, **others})
        return frame.drop_nulls() if self.first.null_count() else frame


def marks_of(codes: pl.DataFrame, keys: Sequence[Fields]) -> dict[Fields, Marks]:
    """Of rows whose cells are given as codes, by field."""
    named = {name: pl.col(name) for name in codes.columns}
    return _marks(codes.select(**_asked(keys, named)), keys)


class Marker:
    """Marks the keys of a table. `asked` is what to select of a block, as far as that is enough."""

    def __init__(self, opened: Opened, keys: Sequence[Fields], codes: Codes) -> None:
        self._opened, self._keys, self._codes = opened, keys, codes
        self._names = tuple(dict.fromkeys(name for key in keys for name in key))
        self._fields = {field.name: (at, field) for at, field in enumerate(opened.fields)}
        self.asked = self._direct()

    def _direct(self) -> dict[str, pl.Expr]:
        """Empty if there are cells whose codes no expression tells."""
        codes: dict[str, pl.Expr] = {}
        unread = []
        for name in self._names:
            if name not in self._fields:
                codes[name] = pl.when(False).then(pl.col("0"))
                continue
            at, field = self._fields[name]
            column = pl.col(str(at))
            code = direct(field, column)
            if code is None:
                return {}
            codes[name] = code
            if not is_text(field):
                unread.append((code.is_null() & ~is_absent(field, column)).any())
        asked = _asked(self._keys, codes)
        return asked | ({_UNREAD: pl.any_horizontal(unread)} if unread else {})

    def even(self, frame: pl.DataFrame, answer: pl.DataFrame) -> dict[Fields, Marks]:
        """Of rows in columns; `answer` is what was asked for of them."""
        if self.asked and not (_UNREAD in self.asked and answer[_UNREAD].any()):
            return _marks(answer, self._keys)
        codes = {name: self._codes_of(name, frame) for name in self._names}
        return marks_of(pl.DataFrame(codes), self._keys)

    def _codes_of(self, name: str, frame: pl.DataFrame) -> pl.Series:
        if name not in self._fields:
            return pl.Series([None], dtype=pl.String).new_from_index(0, frame.height)
        at, field = self._fields[name]
        return self._codes.column(frame[str(at)], field, self._opened.handlers[name].reader)

    def odd(self, rows: Sequence[tuple[int, list[str]]]) -> dict[Fields, Marks]:
        """Of rows that are read one by one: their numbers and cells."""
        handlers = self._opened.handlers
        read = [Row(cells, handlers=handlers, row_number=at) for at, cells in rows]  # type: ignore[arg-type]
        columns = {}
        for name in self._names:
            _, field = self._fields.get(name, (0, None))
            values = [self._codes.code(field, row[name]) if field else None for row in read]
            columns[name] = pl.Series(values, dtype=pl.String)
        return marks_of(pl.DataFrame(columns), self._keys)


def _asked(keys: Sequence[Fields], codes: Mapping[str, pl.Expr]) -> dict[str, pl.Expr]:
    asked: dict[str, pl.Expr] = {}
    for at, key in enumerate(keys):
        parts = [codes[name] for name in key]
        blank = pl.all_horizontal(one.is_null() for one in parts)
        for half, seed in enumerate(_SEEDS):
            hashed = (one.hash(seed + place) for place, one in enumerate(parts))
            asked[f"key {at} {half}"] = pl.when(~blank).then(reduce(xor, hashed))
    return asked


def _marks(answer: pl.DataFrame, keys: Sequence[Fields]) -> dict[Fields, Marks]:
    return {key: Marks(answer[f"key {at} 0"], answer[f"key {at} 1"]) for at, key in enumerate(keys)}
