"""How many issues a check of values lists: the first ones, and how many there are in all.

Not for: limits of a report, which come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from opendata.validation.issues import Issue

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """`issues` are the first ones, `total` counts all; `warnings` are what was not checked."""

    issues: tuple[Issue, ...] = ()
    total: int = 0
    warnings: tuple[str, ...] = field(default=())


class Listing:
    """Collects rows at fault, of which the first are listed and all are counted."""

    def __init__(self) -> None:
        self._parts: list[pl.DataFrame] = []
        self._kept = 0
        self.total = 0

    def add(self, rows: pl.DataFrame) -> None:
        """Rows at fault; the column `#` is their number."""
        self.total += rows.height
        kept = rows.head(max(MOST - self._kept, 0))
        if kept.height:
            self._kept += kept.height
            self._parts.append(kept)

    def rows(self) -> Iterator[tuple[int, dict[str, object]]]:
        """Number and cells of the first rows at fault."""
        for part in self._parts:
            yield from zip(part["#"].to_list(), part.iter_rows(named=True), strict=True)


def found(issues: Iterable[Issue], total: int, what: str) -> Found:
    """`what` says which check and where, for the warning that not all are listed."""
    listed = tuple(issues)
    note = f"{what}: {len(listed)} of {total} are listed"
    return Found(listed, total, (note,) if total > len(listed) else ())


def join(parts: Iterable[Found]) -> Found:
    """All together."""
    every = tuple(parts)
    return Found(
        tuple(issue for one in every for issue in one.issues),
        sum(one.total for one in every),
        tuple(note for one in every for note in one.warnings),
    )
