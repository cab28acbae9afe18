"""Rows do not repeat a key: `uniqueKeys`, and keys of lists and objects.

Memory is 8 bytes a row: keys are compared by hash first, and only rows whose hash stands twice are
read again. Not for: primary keys and `unique` of plain values, which frictionless checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from opendata.validation.issues import Issue, shorten
from opendata.validation.standard.keys import names, objects, unique_keys
from opendata.validation.values.found import MOST, Found, Listing, found
from opendata.validation.values.table import ROW, Table

_TYPE = "opendata-unique-key"
_PRIMARY = "opendata-primary-key"
# frictionless compares keys by hash, which Python gives these no value of.
UNHASHABLE = {"array", "geojson", "list", "object"}


@dataclass(frozen=True, slots=True)
class Key:
    """`place` is where the schema states it; empty cells are a fault where it `is_primary`."""

    place: str
    fields: tuple[str, ...]
    is_primary: bool = False


def stated_keys(table: Table) -> Iterator[Key]:
    """The keys of `uniqueKeys`."""
    for at, columns in enumerate(unique_keys(dict(table.schema))):
        yield Key(f"uniqueKeys/{at}", tuple(dict.fromkeys(columns)))


def unhashable_keys(schema: dict[str, object]) -> Iterator[Key]:
    """The primary key and the unique fields that frictionless cannot check."""
    fields = objects(schema.get("fields"))
    odd = {str(one.get("name")) for one in fields if one.get("type") in UNHASHABLE}
    primary = names(schema.get("primaryKey"))
    if odd & set(primary):
        yield Key("primaryKey", tuple(dict.fromkeys(primary)), is_primary=True)
    for at, field in enumerate(fields):
        constraints = field.get("constraints")
        if field.get("name") in odd and isinstance(constraints, dict) and constraints.get("unique"):
            yield Key(f"fields/{at}/constraints/unique", (str(field["name"]),))


class UniqueKey:
    """One issue for each row that repeats an earlier key, or leaves a primary one empty."""

    def __init__(self, table: Table, key: Key) -> None:
        self._table, self._key = table, key
        self._hashes: list[pl.Series] = []
        self._empty = Listing()
        self.fields = key.fields if set(key.fields) <= table.fields.keys() else ()

    def add(self, part: pl.DataFrame) -> None:
        """Looks at some rows."""
        filled = part.drop_nulls(self.fields)
        if self._key.is_primary and filled.height < part.height:
            nulls = pl.any_horizontal(pl.col(self.fields).is_null())
            self._empty.add(part.filter(nulls).select(ROW))
        self._hashes.append(_hash(filled, self.fields))

    def found(self) -> Found:
        """What was found in all rows; those whose hash stands twice are read again."""
        table, key = self._table, self._key
        every = pl.concat(self._hashes) if self._hashes else pl.Series(dtype=pl.UInt64)
        repeated = every.filter(every.is_duplicated())
        both = [*_empty(table, key, self._empty), *_repeats(table, key, repeated)]
        issues = sorted(both, key=lambda issue: issue.row)
        # All but the first of each; a hash that two keys share would count one too many.
        total = len(every) - every.n_unique() + self._empty.total
        total = len(issues) if len(issues) < MOST else total
        return found(issues[:MOST], total, f"{table.place}: {_TYPE} {key.place}")


class FilledKey:
    """One issue for each row that leaves a part of a primary key empty, but not all of it.

    frictionless lets such rows pass (frictionlessdata/frictionless-py#1623).
    """

    def __init__(self, table: Table) -> None:
        self._table, self._partly = table, Listing()
        primary = tuple(dict.fromkeys(names(table.schema.get("primaryKey"))))
        is_composite = len(primary) > 1 and set(primary) <= table.fields.keys()
        self.fields = primary if is_composite else ()

    def add(self, part: pl.DataFrame) -> None:
        """Looks at some rows."""
        columns = pl.col(self.fields)
        partly = pl.any_horizontal(columns.is_null()) & pl.any_horizontal(columns.is_not_null())
        self._partly.add(part.filter(partly).select(ROW))

    def found(self) -> Found:
        """What was found in all rows."""
        issues = _empty(self._table, Key("primaryKey", self.fields), self._partly, _PRIMARY)
        return found(issues, self._partly.total, f"{self._table.place}: {_PRIMARY}")


def _hash(part: pl.DataFrame, fields: Sequence[str]) -> pl.Series:
    return part.select(pl.struct(fields).hash(seed=7).alias("")).to_series()


def _repeats(table: Table, key: Key, repeated: pl.Series) -> Iterator[Issue]:
    if not len(repeated):
        return
    wanted = repeated.unique().implode()
    first: dict[tuple[str, ...], int] = {}
    listed = 0
    for part in table.texts(key.fields):
        filled = part.drop_nulls(key.fields)
        for number, *values in filled.filter(_hash(filled, key.fields).is_in(wanted)).iter_rows():
            earlier = first.setdefault(tuple(values), number)
            if earlier != number:
                shown = shorten(", ".join(map(repr, values)), 80)
                note = f"{', '.join(key.fields)} is {shown}, as in row {earlier}; expected a key "
                note += f"of its own ({key.place}). Mend one, or take one row out"
                yield table.issue(note, number, key.fields[0], _TYPE)
                listed += 1
                if listed == MOST:
                    return


def _empty(table: Table, key: Key, empty: Listing, type: str = _TYPE) -> Iterator[Issue]:
    for number, _ in empty.rows():
        note = f"a part of the primary key {', '.join(key.fields)} is empty. Fill it"
        yield table.issue(note, number, key.fields[0], type)
