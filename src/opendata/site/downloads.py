"""The files that both languages share: the package as it is and in one file, the schemas, the code
lists, the parts of long tables.

Not for: pages.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from opendata.package.export import schema_files
from opendata.records.tables import TABLES
from opendata.site.release import File, Release
from opendata.site.rows import write_rows

PACKAGE = "datapackage"
SCHEMAS = "schemas"
ARCHIVE = "datapackage.zip"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: the same files, the same archive


def write_archive(folder: Path, package: Path, release: Release) -> File:
    """Writes the whole package as one ZIP file below `folder`."""
    path = folder / ARCHIVE
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(release.files):
            entry = zipfile.ZipInfo(f"{PACKAGE}/{name}", _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as target, (package / name).open("rb") as source:
                shutil.copyfileobj(source, target)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(ARCHIVE, path.stat().st_size, digest)


def copy_files(folder: Path, package: Path, paths: Iterable[str]) -> None:
    """Copies files of a package, as they are, to where the pages link to them."""
    for path in paths:
        target = folder / PACKAGE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package / path, target)


def write_downloads(folder: Path, package: Path, release: Release) -> None:
    """Copies the package's files and writes schemas and parts of tables below `folder`."""
    copy_files(folder, package, release.files)
    for path, text in schema_files(release.lists).items():
        target = folder / SCHEMAS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    write_rows(folder, release, TABLES)
