"""Many small rows kept until the end: in memory while they are few, then in files by hash.

Rows with equal hashes come back together, so that memory is bounded by a part of them. Not for:
what the rows mean.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

import polars as pl

AT_ONCE = 1 << 22  # rows in memory
_PARTS = 64


class Spill:
    """Frames with a column `hash` of 64 bits. Its files are gone once nothing refers to it."""

    def __init__(self) -> None:
        self._held: list[pl.DataFrame] = []
        self._rows = 0
        self._files = 0
        self._folder: Path | None = None

    def add(self, frame: pl.DataFrame) -> None:
        self._held.append(frame)
        self._rows += frame.height
        if self._rows > AT_ONCE:
            self._write()

    def parts(self) -> Iterator[pl.DataFrame]:
        """All rows, each hash in one part only. Nothing may be added afterwards."""
        if self._folder is None:
            if self._held:
                yield pl.concat(self._held, rechunk=True)
            return
        self._write()
        for part in range(_PARTS):
            files = sorted(self._folder.glob(f"{part}-*"))
            yield pl.concat([pl.read_ipc(one) for one in files], rechunk=True)

    def _write(self) -> None:
        if self._folder is None:
            made = tempfile.TemporaryDirectory(prefix="opendata-keys-")
            weakref.finalize(self, made.cleanup)
            self._folder = Path(made.name)
        if not self._held:
            return
        held = pl.concat(self._held)
        self._held, self._rows = [], 0
        parted = held.with_columns((pl.col("hash") % _PARTS).alias("part"))
        for (part,), frame in parted.partition_by("part", as_dict=True, include_key=False).items():
            frame.write_ipc(self._folder / f"{part}-{self._files}")
        self._files += 1
