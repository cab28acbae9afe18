"""Since which version of the toolkit's schema a table and a column are there, from `since.csv`.

A row with an empty column speaks of a table as it first was; a column that came later has a row of
its own. Not for: versions of a package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from opendata.site.csv_rows import rows_beside


def since(table: str, column: str = "") -> str:
    """The version; `KeyError` for a table that `since.csv` does not have."""
    return _rows().get((table, column)) or _rows()[table, ""]


@cache
def _rows() -> Mapping[tuple[str, str], str]:
    return {(r["table"], r["column"]): r["since"] for r in rows_beside(__package__, "since.csv")}
