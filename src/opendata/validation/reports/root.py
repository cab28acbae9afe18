"""Paths as a host of repositories wants them: from the root of the repository.

Not for: text and Markdown, whose readers stand in the working directory.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Root:
    """The root of a repository, and the working directory that paths are relative to."""

    folder: Path
    working: Path

    def path(self, file: str) -> str:
        """A path from the root; one outside the repository stays as it is."""
        path = Path(os.path.normpath(self.working / file))
        if path.is_relative_to(self.folder):
            return path.relative_to(self.folder).as_posix()
        return Path(file).as_posix()


def find_root(working: Path) -> Root:
    """The nearest folder above the working directory that holds `.git`, or that itself."""
    folder = working.resolve()
    inside = (one for one in (folder, *folder.parents) if (one / ".git").exists())
    return Root(next(inside, folder), folder)
