"""Since which version of the toolkit's schema a table and a column are there, from `since.csv`.

A row with an empty column speaks of a table as it first was; a column that came later has a row of
its own. Not for: versions of a package.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def since(table: str, column: str = "") -> str:
    """The version; `KeyError` for a table that `since.csv` does not have."""
    return _rows().get((table, column)) or _rows()[table, ""]


@cache
def _rows() -> Mapping[tuple[str, str], str]:
    text = files(__package__).joinpath("since.csv").read_text("utf-8")
    return {(r["table"], r["column"]): r["since"] for r in csv.DictReader(text.splitlines())}
