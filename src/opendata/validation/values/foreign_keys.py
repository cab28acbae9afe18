"""Foreign keys of lists and objects, which frictionless cannot look up. Not for: other keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from opendata.validation.issues import Issue, shorten
from opendata.validation.source import Described
from opendata.validation.standard.keys import names, objects
from opendata.validation.values.found import Found, Listing, found
from opendata.validation.values.table import ROW, Table
from opendata.validation.values.unique_keys import UNHASHABLE

_TYPE = "opendata-foreign-key"


@dataclass(frozen=True, slots=True)
class Link:
    """`at` is its place among the foreign keys of `resource`."""

    resource: str
    at: int
    fields: tuple[str, ...]
    target: str
    target_fields: tuple[str, ...]


def unhashable_links(described: Described) -> Iterator[Link]:
    """The foreign keys in which a list or object takes part, on either side."""
    schemas = {name: described.schema(resource) for _, name, resource in described.resources()}
    odd = {
        (name, one.get("name"))
        for name, schema in schemas.items()
        for one in objects(schema.get("fields"))
        if one.get("type") in UNHASHABLE
    }
    for name, schema in schemas.items():
        for at, key in enumerate(objects(schema.get("foreignKeys"))):
            reference = key.get("reference")
            if not isinstance(reference, dict):
                continue
            target = str(reference.get("resource") or name)
            ours, theirs = names(key.get("fields")), names(reference.get("fields"))
            sides = [(name, one) for one in ours] + [(target, one) for one in theirs]
            if odd & set(sides):
                yield Link(name, at, tuple(ours), target, tuple(theirs))


def check_link(tables: Mapping[str, Table], link: Link) -> Found:
    """One issue for each row that points to nothing; rows without a value point nowhere."""
    own, target = tables[link.resource], tables[link.target]
    columns = [str(at) for at in range(len(link.fields))]
    every = pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    for part in target.texts(link.target_fields):
        every = pl.concat([every, part.select(*_named(link.target_fields))]).unique()
    lost = Listing()
    for part in own.texts(link.fields):
        chosen = part.select(ROW, *_named(link.fields))
        filled = chosen.filter(~pl.all_horizontal(pl.col(columns).is_null()))
        lost.add(filled.join(every, on=columns, how="anti", nulls_equal=True).sort(ROW))
    return found(_issues(own, link, lost), lost.total, f"{own.place}: {_TYPE}")


def _named(fields: tuple[str, ...]) -> list[pl.Expr]:
    return [pl.col(name).alias(str(at)) for at, name in enumerate(fields)]


def _issues(table: Table, link: Link, lost: Listing) -> Iterator[Issue]:
    for number, row in lost.rows():
        shown = shorten(", ".join(repr(row[str(at)]) for at in range(len(link.fields))), 80)
        note = f"{', '.join(link.fields)} is {shown}, which {link.target} does not have; expected "
        note += f"a value of its {', '.join(link.target_fields)}. Mend the cell, or add the row"
        yield table.issue(note, number, link.fields[0], _TYPE)
