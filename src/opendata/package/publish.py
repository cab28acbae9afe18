"""Replaces a package in one step by a complete, checked one, or leaves the old one as it was.

Not for: what is written or checked; both are given.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from opendata.errors import InputError

_OWN_FILES = {"datapackage.json", "README.md"}


def publish(out: Path, write: Callable[[Path], None]) -> None:
    """Puts the package that `write` makes in the place of the old one.

    Raises `InputError` if `out` holds anything that is not a package's, before anything is done.
    """
    refuse_foreign(out)
    replace_folder(out, write)


def replace_folder(out: Path, write: Callable[[Path], None]) -> None:
    """`write` fills a new folder beside `out` or raises; then the two change places.

    Raises `InputError` if `out` cannot be written.
    """
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise _not_written(out, error) from None
    try:
        new, old = work / "new", work / "old"
        new.mkdir()
        write(new)
        _swap(new, out, old)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _swap(new: Path, out: Path, old: Path) -> None:
    try:
        if out.exists():
            out.rename(old)
        new.rename(out)
    except OSError as error:
        if old.exists():
            old.rename(out)
        raise _not_written(out, error) from None


def _not_written(out: Path, error: OSError) -> InputError:
    return InputError(str(out), f"cannot be written ({error.strerror})", "Choose another --out")


def refuse_foreign(out: Path) -> None:
    """Raises `InputError` if replacing `out` would lose files that no package put there."""
    out = out.resolve()
    if not out.exists():
        return
    if not out.is_dir():
        raise InputError(str(out), "is a file, not a folder", "Choose another --out")
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir()}
    foreign = sorted(found - _OWN_FILES - _described(out / "datapackage.json"))
    if foreign:
        raise InputError(
            str(out),
            f"holds {foreign[0]}, which no package put there",
            "Choose another --out, or move them away first",
        )


def _described(path: Path) -> set[str]:
    try:
        resources = json.loads(path.read_text("utf-8"))["resources"]
        return {resource["path"] for resource in resources if isinstance(resource["path"], str)}
    except (OSError, ValueError, LookupError, TypeError):
        return set()
