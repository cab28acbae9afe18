"""Patterns of alternatives are held against whole cells, as the standard has it.

frictionless puts `^` before and `$` behind a pattern: of `a|b` that makes `^a|b$`, which `ax`
matches too. Not for: patterns that may take for ever (`patterns`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import polars as pl

from opendata.validation.issues import shorten
from opendata.validation.values.found import Found, Listing, found, join
from opendata.validation.values.linear import is_risky, parser
from opendata.validation.values.patterns import stated_patterns
from opendata.validation.values.table import ROW, Table

_TYPE = "opendata-pattern-part"


def alternatives(schema: Mapping[str, Any]) -> dict[str, str]:
    """The patterns of a schema that are alternatives as a whole, by field."""
    return {
        str(field.get("name")): pattern
        for field, pattern in stated_patterns(schema)
        if field.get("type", "string") == "string" and _is_split(pattern)
    }


class Alternatives:
    """One issue for each cell of which only a part matches; what fails otherwise is left out."""

    def __init__(self, table: Table) -> None:
        self._table = table
        stated = alternatives(table.schema)
        self._patterns = {name: one for name, one in stated.items() if name in table.fields}
        self._wrong = {name: Listing() for name in self._patterns}
        self.fields = tuple(self._patterns)

    def add(self, part: pl.DataFrame) -> None:
        """Looks at some rows."""
        for name, pattern in self._patterns.items():
            loose, whole = re.compile(f"^{pattern}$"), re.compile(pattern)
            texts = part[name].drop_nulls().unique().to_list()
            bad = [one for one in texts if loose.match(one) and not whole.fullmatch(one)]
            known = pl.Series(bad, dtype=pl.String).implode()
            self._wrong[name].add(part.select(ROW, name).filter(pl.col(name).is_in(known)))

    def found(self) -> Found:
        """What was found in all rows."""
        return join(
            _found(self._table, *one, self._wrong[one[0]]) for one in self._patterns.items()
        )


def _is_split(pattern: str) -> bool:
    """Whether `^` or `$` around it would belong to one alternative only."""
    try:
        tree = parser.parse(f"^{pattern}$")
        parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    ends = [str(kind) for kind, _ in (tree[0], tree[-1])]
    return ends != ["AT", "AT"] and not is_risky(pattern)


def _found(table: Table, name: str, pattern: str, wrong: Listing) -> Found:
    issues = (
        table.issue(
            f"{name} is {shorten(repr(cells[name]), 60)}, of which only a part matches the pattern "
            f"{shorten(repr(pattern), 80)}. Mend the cell, or let the pattern match more",
            row,
            name,
            _TYPE,
        )
        for row, cells in wrong.rows()
    )
    return found(issues, wrong.total, f"{table.place}: {_TYPE} in {name}")
