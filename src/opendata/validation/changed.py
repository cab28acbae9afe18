"""Which packages changed files belong to, for hooks that are handed files. Not for: checks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_DESCRIPTOR = "datapackage.json"


def packages_of(files: Iterable[Path]) -> tuple[Path, ...]:
    """The folders of the packages that files lie in, each once; files of no package have none.

    A file belongs to the nearest folder above it that holds a `datapackage.json`; of a relative
    path up to the working directory.
    """
    folders = (_folder(file) for file in files)
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))


def _folder(file: Path) -> Path | None:
    above = (file, *file.parents) if file.is_dir() else file.parents
    return next((folder for folder in above if (folder / _DESCRIPTOR).is_file()), None)
