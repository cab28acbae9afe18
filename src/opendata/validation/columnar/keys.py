"""Keys of one table: which rows repeat a key or point to nothing, and the keys others point to.

Repeated keys are looked for by hash, so rows that are named may be innocent, and foreign keys by
marks (`marks`). Not for: the words of an error (`explain`).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from opendata.validation.columnar.spill import Spill

Fields = tuple[str, ...]
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key. `source` is the name as it stands in the schema; empty: the table itself."""

    fields: Fields
    source: str
    source_fields: Fields


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which keys to look at. `unique` are fields, `exported` keys that references point to."""

    unique: Fields = ()
    primary: Fields = ()
    references: tuple[Reference, ...] = ()
    exported: tuple[Fields, ...] = ()

    def fields(self) -> Fields:
        """All fields that take part."""
        keys = (*self.exported, *(one.fields for one in self.references))
        return tuple(
            dict.fromkeys([*self.unique, *self.primary, *(n for key in keys for n in key)])
        )


@dataclass(frozen=True, slots=True)
class Repeated:
    """`suspects` are rows whose key stands elsewhere too, or is blank; in no order.

    `faults` is how many of them are errors: of each key the first row is none.
    """

    suspects: pl.Series
    faults: int


class Repeats:
    """Rows whose key stands elsewhere too, as far as hashes tell."""

    def __init__(self, fields: Fields, blank_is_fault: bool) -> None:
        self._fields, self._blank_is_fault = fields, blank_is_fault
        self._seen = Spill()
        self._blank: list[pl.Series] = []

    def add(self, codes: pl.DataFrame, numbers: pl.Series) -> None:
        chosen = codes.select(self._fields)
        blank = _all_null(chosen)
        if blank.any():
            if self._blank_is_fault:
                self._blank.append(numbers.filter(blank))
            chosen, numbers = chosen.filter(~blank), numbers.filter(~blank)
        self._seen.add(pl.DataFrame({"hash": _hash(chosen, _SEEDS[0]), "number": numbers}))

    def found(self) -> Repeated:
        """Nothing may be added afterwards."""
        suspects = list(self._blank)
        faults = sum(map(len, suspects))
        for part in self._seen.parts():
            hashes = part["hash"]
            distinct = hashes.n_unique()
            if distinct == part.height:
                continue
            repeated = hashes.is_duplicated()
            suspects.append(part["number"].filter(repeated))
            faults += part.height - distinct
        empty = pl.Series(dtype=pl.UInt32)
        return Repeated(pl.concat(suspects) if suspects else empty, faults)


class Lookup:
    """The different keys of a table; partly empty ones count, wholly empty ones do not."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._parts: list[pl.DataFrame] = []
        self._rows = 0

    def add(self, codes: pl.DataFrame) -> None:
        chosen = _named(codes, self._fields)
        marked = marks(chosen.filter(~_all_null(chosen)))
        self._parts.append(marked.unique())
        self._rows += self._parts[-1].height
        if self._rows >= max(_AT_ONCE, 2 * self._parts[0].height):
            self._parts = [self.keys()]
            self._rows = self._parts[0].height

    def keys(self) -> pl.DataFrame:
        """Marks of the keys."""
        return pl.concat(self._parts).unique() if self._parts else _NO_MARKS


class Pointers:
    """Rows whose foreign key is looked up; `keys` may come later, at the end at the latest."""

    def __init__(self, fields: Fields, keys: pl.DataFrame | None) -> None:
        self._fields, self._keys = fields, keys
        self._held: list[pl.DataFrame] = []
        self._rows = 0
        self._lost: list[pl.Series] = []

    def add(self, codes: pl.DataFrame, numbers: pl.Series) -> None:
        chosen = _named(codes, self._fields)
        blank = _all_null(chosen)
        marked = marks(chosen).with_columns(numbers.alias("number"))
        self._held.append(marked.filter(~blank) if blank.any() else marked)
        self._rows += marked.height
        if self._keys is not None and self._rows >= max(_AT_ONCE, self._keys.height):
            self._look_up(self._keys)

    def lost(self, keys: pl.DataFrame) -> pl.Series:
        """Numbers of the rows that point to nothing."""
        self._look_up(keys)
        return pl.concat(self._lost) if self._lost else pl.Series(dtype=pl.UInt32)

    def _look_up(self, keys: pl.DataFrame) -> None:
        if self._held:
            held = pl.concat(self._held)
            self._lost.append(held.join(keys, on=keys.columns, how="anti")["number"])
        self._held, self._rows = [], 0


def marks(key: pl.DataFrame) -> pl.DataFrame:
    """Sixteen bytes for each key, whatever its length; of different keys never the same, in effect.

    The seeds are another in each run, so that no table can be made to have two keys of one mark.
    """
    if not key.height:
        return _NO_MARKS
    return pl.DataFrame({"0": _hash(key, _SEEDS[0]), "1": _hash(key, _SEEDS[1])})


_SEEDS = (secrets.randbits(60), secrets.randbits(60))
_NO_MARKS = pl.DataFrame(schema={"0": pl.UInt64, "1": pl.UInt64})


def _named(codes: pl.DataFrame, fields: Sequence[str]) -> pl.DataFrame:
    """By place in the key; a field may stand in a key twice."""
    return pl.DataFrame({str(at): codes[name] for at, name in enumerate(fields)})


def _all_null(codes: pl.DataFrame) -> pl.Series:
    return codes.select(pl.all_horizontal(pl.all().is_null()).alias("")).to_series()


def _hash(codes: pl.DataFrame, seed: int) -> pl.Series:
    first, *others = (column.hash(seed=seed + at) for at, column in enumerate(codes))
    for one in others:
        first = first ^ one
    return first
