"""The one way in which bad input is reported: which file, which place, what was wrong, what to do.

Not for: faults of the world, which are flags, or faults of a package, which are a report's errors.
"""

from __future__ import annotations


class InputError(Exception):
    """Something given to the toolkit cannot be used. `place` is a line, key or cell, or empty."""

    def __init__(self, file: str, problem: str, remedy: str, place: str = "") -> None:
        # All four are the exception's arguments, so that it can cross a process boundary.
        super().__init__(file, problem, remedy, place)
        self.file = file
        self.problem = problem
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        """One line for people."""
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem}. {self.remedy}"
