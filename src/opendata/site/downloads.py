"""The files that both languages share: the package as it is, the schemas, the code lists.

Not for: pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from opendata.package.export import schema_files
from opendata.site.release import Release

PACKAGE = "datapackage"
SCHEMAS = "schemas"


def write_downloads(folder: Path, package: Path, release: Release) -> None:
    """Copies the package's files and writes the schemas below `folder`."""
    for path in release.files:
        target = folder / PACKAGE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package / path, target)
    for path, text in schema_files(release.lists).items():
        target = folder / SCHEMAS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
