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
    """`write` fills a new folder beside `out` or raises; then the two change places.

    Raises `InputError` if `out` holds anything that is not a package's, before anything is done.
    """
    out = out.resolve()
    refuse_foreign(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise InputError(
            str(out), f"cannot be written ({error.strerror})", "Choose another --out"
        ) from None
    try:
        new, old = work / "new", work / "old"
        new.mkdir()
        write(new)
        if out.exists():
            out.rename(old)
        try:
            new.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def refuse_foreign(out: Path) -> None:
    """Raises `InputError` if replacing `out` would lose files that no package put there."""
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
