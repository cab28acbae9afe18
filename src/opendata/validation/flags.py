"""Faults of the world as warnings: they never make a package invalid. Not for: finding them."""

from __future__ import annotations

from opendata.validation.contents import Cells, Contents


def flag_warnings(contents: Contents) -> tuple[str, ...]:
    """Faults of the world, as the package itself flags them."""
    return tuple(_warning(row) for row in contents.rows["flags"])


def _warning(row: Cells) -> str:
    return f"{row['table']} {row['record_id']}: {row['code']}: {row['message']}"
