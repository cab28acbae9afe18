"""`schemas/`: JSON Schema of each record, Table Schema of each table, profile, code lists.

Not for: the package's own descriptor.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from opendata.package.json_schema import package_profile, record_schema
from opendata.package.table_schema import table_schema
from opendata.package.write import json_text
from opendata.records.codes import CodeList
from opendata.records.columns import extra
from opendata.records.tables import TABLES, Table

PROFILE = "package.profile.json"


def table_schema_path(table: Table) -> str:
    """Where a table's Table Schema stands below `schemas/`."""
    return f"tables/{table.name}.schema.json"


def record_schema_path(table: Table) -> str:
    """Where the JSON Schema of a table's records stands below `schemas/`."""
    return f"records/{table.model.__name__.lower()}.schema.json"


def codes_path(name: str) -> str:
    """Where a code list stands below `schemas/`."""
    return f"codes/{name}.csv"


def schema_files(lists: Mapping[str, CodeList]) -> dict[str, str]:
    """The text of every schema file by its path below `schemas/`; `lists` are those in force."""
    files = {PROFILE: json_text(package_profile())}
    for table in TABLES:
        files[table_schema_path(table)] = json_text(table_schema(table, lists))
        if table.record:
            files[record_schema_path(table)] = json_text(record_schema(table))
    files |= {codes_path(name): _code_list(one) for name, one in lists.items()}
    files["codes/index.csv"] = _index(lists)
    return dict(sorted(files.items()))


def export_schemas(folder: Path, lists: Mapping[str, CodeList]) -> int:
    """Writes the schema files; takes away generated ones that no longer are. Returns how many."""
    files = schema_files(lists)
    for old in sorted([*folder.glob("*/*.schema.json"), *folder.glob("codes/*.csv")]):
        if old.relative_to(folder).as_posix() not in files:
            old.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _code_list(one: CodeList) -> str:
    rows = [(c.code, c.label, c.label_vi) for c in one.codes]
    return _csv([("code", "label_en", "label_vi"), *rows])


def _index(lists: Mapping[str, CodeList]) -> str:
    used: dict[str, list[str]] = {name: [] for name in lists}
    for table in TABLES:
        for name, field in table.columns.items():
            if extra(field, "codes"):
                used[extra(field, "codes")].append(f"{table.name}.{name}")
    rows = [
        (name, "open" if one.open else "closed", str(len(one.codes)), " ".join(used[name]))
        for name, one in lists.items()
    ]
    return _csv([("list", "status", "codes", "columns"), *rows])


def _csv(rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
