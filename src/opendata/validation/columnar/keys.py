"""Keys of one table: which rows repeat a key or point to nothing, and the keys others point to.

Repeated keys are looked for by half a mark, so rows that are named may be innocent, and foreign
keys by whole ones. Not for: the words of an error (`explain`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from opendata.validation.columnar.marks import MARKS, Fields, Marks
from opendata.validation.columnar.spill import Spill, parts
from opendata.validation.totals import Kind

_AT_ONCE = 1 << 20
_POINTERS = {**MARKS, "number": pl.UInt32}


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

    def keys(self) -> tuple[Fields, ...]:
        """All keys that take part."""
        unique = ((name,) for name in self.unique)
        primary = (self.primary,) if self.primary else ()
        others = (one.fields for one in self.references)
        return tuple(dict.fromkeys([*unique, *primary, *others, *self.exported]))


# The keys that a reference points to; None while they are being read.
Keys = Callable[[Reference], Spill | None]


@dataclass(frozen=True, slots=True)
class KeysFound:
    """What the keys of a table show.

    `suspects` are numbers of rows whose key stands elsewhere too, or is blank, in no order;
    `repeated` is how many of them are errors of unique fields and of the primary key. `lost` are
    for each reference the rows that point to nothing. `exported` are keys others point to.
    """

    suspects: tuple[pl.Series, ...]
    repeated: Mapping[Kind, int]
    lost: tuple[pl.Series, ...]
    exported: Mapping[Fields, Spill]


class KeysPassing:
    """Collects the keys of a table while its rows pass."""

    def __init__(self, wanted: Wanted, keys: Keys) -> None:
        self._keys = keys
        # By type of error and field: the key, and the rows that repeat it.
        self._repeats: dict[Kind, tuple[Fields, Repeats]] = {
            ("unique-error", name): ((name,), Repeats(blank_is_fault=False))
            for name in wanted.unique
        }
        if wanted.primary:
            self._repeats["primary-key", ""] = (wanted.primary, Repeats(blank_is_fault=True))
        self._pointers = [(one, Pointers(keys(one))) for one in wanted.references]
        # Partly empty keys count, wholly empty ones do not.
        self._exported = {key: Spill(MARKS, distinct=True) for key in wanted.exported}

    def add(self, marks: Mapping[Fields, Marks], numbers: pl.Series) -> None:
        """Adds rows: the marks of all keys, and their numbers."""
        for key, repeats in self._repeats.values():
            repeats.add(marks[key], numbers)
        for one, pointers in self._pointers:
            pointers.add(marks[one.fields], numbers)
        for key, exported in self._exported.items():
            exported.add(marks[key].frame())

    def found(self) -> KeysFound:
        """Nothing may be added afterwards."""
        lost = tuple(pointers.lost(self._pointed_to(one)) for one, pointers in self._pointers)
        repeated = {kind: repeats.found() for kind, (_, repeats) in self._repeats.items()}
        suspects = tuple(rows for rows, _ in repeated.values())
        faults = {kind: count for kind, (_, count) in repeated.items()}
        return KeysFound(suspects, faults, lost, self._exported)

    def _pointed_to(self, reference: Reference) -> Spill:
        keys = self._keys(reference)
        return self._exported[reference.source_fields] if keys is None else keys


class Repeats:
    """Rows whose key stands elsewhere too, as far as hashes tell."""

    def __init__(self, blank_is_fault: bool) -> None:
        self._blank_is_fault = blank_is_fault
        self._seen = Spill({"hash": pl.UInt64, "number": pl.UInt32})
        self._blank: list[pl.Series] = []

    def add(self, marks: Marks, numbers: pl.Series) -> None:
        hashes = marks.first
        if hashes.null_count():
            blank = hashes.is_null()
            if self._blank_is_fault:
                self._blank.append(numbers.filter(blank))
            hashes, numbers = hashes.filter(~blank), numbers.filter(~blank)
        self._seen.add(pl.DataFrame({"hash": hashes, "number": numbers}))

    def found(self) -> tuple[pl.Series, int]:
        """The rows, and how many of them are errors: of each key the first row is none."""
        suspects = list(self._blank)
        faults = sum(map(len, suspects))
        for (part,) in parts(self._seen):
            hashes = part["hash"]
            distinct = hashes.n_unique()
            if distinct == part.height:
                continue
            repeated = hashes.is_duplicated()
            suspects.append(part["number"].filter(repeated))
            faults += part.height - distinct
        empty = pl.Series(dtype=pl.UInt32)
        return pl.concat(suspects) if suspects else empty, faults


class Pointers:
    """Rows whose foreign key is looked up; `keys` may come later, at the end at the latest."""

    def __init__(self, keys: Spill | None) -> None:
        self._keys = keys
        self._held = Spill(_POINTERS)
        self._lost: list[pl.Series] = []

    def add(self, marks: Marks, numbers: pl.Series) -> None:
        self._held.add(marks.frame(number=numbers))
        keys = self._keys
        if keys is None or keys.is_written or self._held.is_written:
            return
        if self._held.rows >= max(_AT_ONCE, keys.rows):
            self._look_up(keys)

    def lost(self, keys: Spill) -> pl.Series:
        """Numbers of the rows that point to nothing."""
        self._look_up(keys)
        return pl.concat(self._lost)

    def _look_up(self, keys: Spill) -> None:
        for pointing, known in parts(self._held, keys):
            found = pointing.join(known, on=list(MARKS), how="anti")
            self._lost.append(found["number"])
        self._held = Spill(_POINTERS)
