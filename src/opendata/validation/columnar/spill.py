"""Many small rows kept until the end: in memory while they are few, then in files by hash.

Rows with equal hashes come back together, so that memory is bounded by a part of them. Not for:
what the rows mean.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

AT_ONCE = 1 << 22  # rows in memory
_PARTS = 64
Schema = Mapping[str, type[pl.DataType]]


class Spill:
    """Frames with a column `hash` of 64 bits. Its files are gone once nothing refers to it.

    Of rows that are the same, one is enough if `distinct`.
    """

    def __init__(self, schema: Schema, *, distinct: bool = False) -> None:
        self._schema, self._distinct = schema, distinct
        self._held: list[pl.DataFrame] = []
        self._files = 0
        self._folder: Path | None = None
        self.rows = 0

    @property
    def is_written(self) -> bool:
        """Whether rows are in files; `rows` are then those that are not."""
        return self._folder is not None

    def add(self, frame: pl.DataFrame) -> None:
        """Adds rows with the columns of the schema."""
        self._held.append(frame)
        self.rows += frame.height
        # Rows that repeat others may be few in truth.
        if self.rows > AT_ONCE and (not self._distinct or self.frame().height > AT_ONCE // 2):
            self.write()

    def frame(self) -> pl.DataFrame:
        """The rows in memory."""
        frame = pl.concat([pl.DataFrame(schema=self._schema), *self._held], rechunk=True)
        frame = frame.unique() if self._distinct else frame
        self._held, self.rows = [frame], frame.height
        return frame

    def part(self, number: int) -> pl.DataFrame:
        """One of the parts that `write` made."""
        assert self._folder is not None
        files = sorted(self._folder.glob(f"{number}-*"))
        return pl.concat([pl.DataFrame(schema=self._schema), *map(pl.read_ipc, files)])

    def write(self) -> None:
        """Puts the rows in memory into files."""
        if self._folder is None:
            made = tempfile.TemporaryDirectory(prefix="opendata-keys-")
            weakref.finalize(self, made.cleanup)
            self._folder = Path(made.name)
        parted = self.frame().with_columns((pl.col("hash") % _PARTS).alias("part"))
        for (part,), frame in parted.partition_by("part", as_dict=True, include_key=False).items():
            frame.write_ipc(self._folder / f"{part}-{self._files}")
        self._files += 1
        self._held, self.rows = [], 0


def parts(*spills: Spill) -> Iterator[tuple[pl.DataFrame, ...]]:
    """All rows of each, those with equal hashes at the same time; no more may be added."""
    if not any(one.is_written for one in spills):
        yield tuple(one.frame() for one in spills)
        return
    for one in spills:
        one.write()
    for number in range(_PARTS):
        yield tuple(one.part(number) for one in spills)
