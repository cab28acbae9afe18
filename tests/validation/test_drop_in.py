"""`opendata.validate` where `frictionless.validate` stood: the same calls, the same reports."""

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest
from frictionless import (
    Checklist,
    Detector,
    Dialect,
    Package,
    Report,
    Resource,
    Schema,
    checks,
    formats,
)

import opendata

# frictionless's schema_sync is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:The --schema-sync option:DeprecationWarning")
Call = Callable[[], tuple[Any, dict[str, Any]]]
SCHEMA = {
    "fields": [
        {"name": "id", "type": "integer", "constraints": {"required": True}},
        {"name": "ten", "type": "string", "constraints": {"maxLength": 6}},
    ],
    "primaryKey": ["id"],
}
TEXT = "id,ten\n1,đế\n2,dế mèn phiêu lưu\nba,nhện\n2,ve\n\n5,a,b\n6\n"
GOOD = "id,ten\n1,đế\n2,ve\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of every kind in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.csv").write_text(TEXT, "utf-8")
    (tmp_path / "good.csv").write_text(GOOD, "utf-8")
    (tmp_path / "semicolon.txt").write_text(GOOD.replace(",", ";"), "utf-8")
    (tmp_path / "utf16.csv").write_text(GOOD, "utf-16")
    (tmp_path / "table.json").write_text(
        json.dumps([{"id": 1, "ten": "a"}, {"id": "x", "ten": None}])
    )
    (tmp_path / "schema.json").write_text(json.dumps(SCHEMA))
    (tmp_path / "wrong-schema.json").write_text('{"fields": {}}')
    (tmp_path / "dialect.json").write_text('{"header": false}')
    (tmp_path / "checklist.json").write_text(
        '{"checks": [{"type": "duplicate-row"}], "skipErrors": ["blank-row"]}'
    )
    (tmp_path / "inquiry.json").write_text('{"tasks": [{"path": "good.csv"}, {"path": "bad.csv"}]}')
    with gzip.open(tmp_path / "good.csv.gz", "wb") as file:
        file.write(GOOD.encode())
    one = {"name": "bad", "path": "bad.csv", "schema": "schema.json"}
    (tmp_path / "bad.resource.json").write_text(json.dumps(one))
    descriptor = {
        "name": "kho",
        "resources": [one, {"name": "good", "path": "good.csv", "schema": SCHEMA}],
    }
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor))
    (tmp_path / "wrong.json").write_text('{"resources": [{"path": "good.csv"}]}')
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        for name in ("datapackage.json", "schema.json", "bad.csv", "good.csv"):
            archive.write(tmp_path / name, name)


def descriptor() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path("datapackage.json").read_text("utf-8"))
    return found


# fmt: off
CALLS: dict[str, Call] = {
    "path": lambda: ("bad.csv", {}),
    "good path": lambda: ("good.csv", {}),
    "no such path": lambda: ("nowhere.csv", {}),
    "no such package": lambda: ("nowhere.json", {"type": "package"}),
    "path as option": lambda: (None, {"path": "bad.csv"}),
    "schema": lambda: ("bad.csv", {"schema": Schema.from_descriptor(SCHEMA)}),
    "schema by path": lambda: ("bad.csv", {"schema": "schema.json"}),
    "JSON table": lambda: ("table.json", {"schema": "schema.json", "type": "table"}),
    "gz": lambda: ("good.csv.gz", {"schema": "schema.json"}),
    "format": lambda: ("semicolon.txt", {"format": "csv", "schema": "schema.json"}),
    "dialect": lambda: ("semicolon.txt", {"format": "csv", "dialect": Dialect(controls=[formats.CsvControl(delimiter=";")])}),
    "header row": lambda: ("bad.csv", {"dialect": Dialect(header=False)}),
    "encoding": lambda: ("utf16.csv", {"encoding": "utf-16", "schema": "schema.json"}),
    "wrong encoding": lambda: ("utf16.csv", {"encoding": "utf-8"}),
    "detector": lambda: ("bad.csv", {"detector": Detector(schema_sync=True), "schema": "schema.json"}),
    "detected types": lambda: ("bad.csv", {"detector": Detector(field_type="string")}),
    "limit of rows": lambda: ("bad.csv", {"schema": "schema.json", "limit_rows": 3}),
    "limit of errors": lambda: ("bad.csv", {"schema": "schema.json", "limit_errors": 2}),
    "picked": lambda: ("bad.csv", {"schema": "schema.json", "pick_errors": ["type-error", "#row"]}),
    "skipped": lambda: ("bad.csv", {"schema": "schema.json", "skip_errors": ["#row", "missing-cell"]}),
    "checks": lambda: ("bad.csv", {"checks": [checks.table_dimensions(num_rows=3), checks.duplicate_row()]}),
    "checklist": lambda: ("bad.csv", {"checklist": Checklist(checks=[checks.row_constraint(formula="id > 1")], skip_errors=["blank-row"])}),
    "checklist by path": lambda: ("bad.csv", {"checklist": "checklist.json"}),
    "list of mappings": lambda: ([{"id": 1, "ten": "a"}, {"id": "x", "ten": "b"}], {"schema": Schema.from_descriptor(SCHEMA)}),
    "list of lists": lambda: ([["id", "ten"], [1, "a"], [1]], {}),
    "Resource": lambda: (Resource(path="bad.csv", schema="schema.json"), {}),
    "Resource with options": lambda: (Resource(path="bad.csv", schema="schema.json"), {"pick_errors": ["type-error"], "limit_rows": 4}),
    "resource mapping": lambda: ({"name": "bad", "path": "bad.csv", "schema": SCHEMA}, {}),
    "resource mapping of a type": lambda: ({"name": "bad", "path": "bad.csv"}, {"type": "resource"}),
    "resource by path": lambda: ("bad.resource.json", {"type": "resource"}),
    "package by path": lambda: ("datapackage.json", {}),
    "package mapping": lambda: (descriptor(), {}),
    "package mapping of a type": lambda: (descriptor(), {"type": "package"}),
    "package of nothing": lambda: ({"resources": []}, {"type": "package"}),
    "wrong package": lambda: ("wrong.json", {"type": "package"}),
    "Package": lambda: (Package("datapackage.json"), {}),
    "Package in parallel": lambda: (Package("datapackage.json"), {"parallel": True}),
    "one of a package": lambda: ("datapackage.json", {"name": "good"}),
    "package and limit": lambda: ("datapackage.json", {"limit_errors": 1}),
    "zip": lambda: ("package.zip", {}),
    "glob": lambda: ("g*.csv", {}),
    "several paths": lambda: (["good.csv", "bad.csv"], {}),
    "type schema": lambda: ("schema.json", {"type": "schema"}),
    "wrong schema": lambda: ("wrong-schema.json", {"type": "schema"}),
    "type dialect": lambda: ("dialect.json", {"type": "dialect"}),
    "type inquiry": lambda: ("inquiry.json", {"type": "inquiry"}),
    "type checklist": lambda: ("checklist.json", {"type": "checklist"}),
}
# fmt: on
# Which report rows of the file even after a limit, so that counts are true.
COUNTS = ("seconds", "rows", "totals", "bytes", "md5", "sha256")


def theirs(call: Call) -> Report:
    source, options = call()
    if isinstance(source, Package):
        return source.validate(**options)
    return frictionless.validate(source, **options)


def ours(call: Call, strict: bool) -> Report:
    source, options = call()
    return opendata.validate(source, strict=strict, **options)


def plain(report: Report) -> Any:
    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(one) for key, one in value.items() if key not in COUNTS}
        return [without(one) for one in value] if isinstance(value, list) else value

    return without(report.to_descriptor())


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_the_report_is_the_same(call: Call) -> None:
    assert plain(ours(call, strict=False)) == plain(theirs(call))


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_what_ours_adds_stands_under_types_of_its_own(call: Call) -> None:
    def errors(report: Report) -> list[str]:
        every = [*report.errors, *(one for task in report.tasks for one in task.errors)]
        return [str(one.to_descriptor()) for one in every if not one.type.startswith("opendata-")]

    assert errors(ours(call, strict=True)) == errors(theirs(call))


def test_a_report_is_read_back() -> None:
    report = opendata.validate("datapackage.json")
    again = Report.from_descriptor(json.loads(report.to_json()))
    assert again.to_descriptor() == report.to_descriptor()


def test_the_table_that_was_asked_for_is_not_there() -> None:
    for strict in (True, False):
        with pytest.raises(frictionless.FrictionlessException):
            opendata.validate("datapackage.json", name="nowhere", strict=strict)
