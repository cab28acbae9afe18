"""The one way in which bad input is reported: which file, which place, what was wrong, what to do.

Not for: faults of the world, which are flags, or faults of a package, which are a report's errors.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class InputError(Exception):
    """Something given to the toolkit cannot be used. `place` is a line, key or cell, or empty."""

    file: str
    problem: str
    remedy: str
    place: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem}. {self.remedy}"
