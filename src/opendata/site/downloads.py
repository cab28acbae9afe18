"""The files that both languages share: the package as it is, the schemas, the code lists.

Not for: pages.
"""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from opendata.package.json_schema import package_profile, record_schema
from opendata.package.table_schema import table_schema
from opendata.package.write import json_text
from opendata.records.codes import CodeList
from opendata.records.tables import TABLES, Table
from opendata.site.release import Release

PACKAGE = "datapackage"
PROFILE = "schemas/package.profile.json"


def table_schema_path(table: Table) -> str:
    """Where the Table Schema of a table stands on the site."""
    return f"schemas/tables/{table.name}.schema.json"


def record_schema_path(table: Table) -> str:
    """Where the JSON Schema of a table's record stands on the site."""
    return f"schemas/records/{table.model.__name__.lower()}.schema.json"


def codes_path(name: str) -> str:
    """Where the CSV of a code list stands on the site."""
    return f"schemas/codes/{name}.csv"


def write_downloads(folder: Path, package: Path, release: Release) -> None:
    """Copies the package's files and writes the schemas below `folder`."""
    for path in release.files:
        target = folder / PACKAGE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package / path, target)
    for path, text in _schemas(release).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _schemas(release: Release) -> dict[str, str]:
    found = {PROFILE: json_text(package_profile())}
    for table in TABLES:
        found[table_schema_path(table)] = json_text(table_schema(table, release.lists))
        if table.record:
            found[record_schema_path(table)] = json_text(record_schema(table))
    return found | {codes_path(name): _codes(one) for name, one in release.lists.items()}


def _codes(one: CodeList) -> str:
    text = io.StringIO()
    rows = [(c.code, c.label, c.label_vi) for c in one.codes]
    csv.writer(text, lineterminator="\n").writerows([("code", "label_en", "label_vi"), *rows])
    return text.getvalue()
