"""What frictionless passes over in cells: one broken input, one error of that type."""

import json
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import polars as pl
import pytest
from frictionless import Field
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation import validate
from opendata.validation.values import found as listing
from opendata.validation.values.linear import is_risky
from opendata.validation.values.logical import Logical

V2 = "https://datapackage.org/profiles/2.0/datapackage.json"
ID = {"name": "id", "type": "integer"}
TEN = {"name": "ten", "type": "string"}
DS = {"name": "ds", "type": "array"}


def package(*resources: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": V2,
        "name": "kho",
        "licenses": [{"name": "CC0-1.0"}],
        "resources": list(resources),
    }


def table(
    fields: list[dict[str, Any]], text: str, name: str = "sach", **schema: Any
) -> dict[str, Any]:
    """A resource whose file will hold `text`."""
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "text": text,
        "schema": {"fields": fields, **schema},
    }


def write(folder: Path, *resources: dict[str, Any]) -> Path:
    for one in resources:
        text = one.pop("text", None)
        if text is not None:
            (folder / one["path"]).write_text(text, "utf-8")
    (folder / "datapackage.json").write_text(json.dumps(package(*resources)), "utf-8")
    return folder


def found(report: frictionless.Report) -> list[tuple[str, int | None, str | None]]:
    every = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    return [(e.type, getattr(e, "row_number", None), getattr(e, "field_name", None)) for e in every]


def with_(field: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**field, **more}


# fmt: off
LABELLED = [{"value": 1, "label": "một"}, {"value": 2, "label": "hai"}]
SCHEMA = {"items": {"type": "integer"}, "maxItems": 2}
FAULTS: dict[str, tuple[dict[str, Any], list[tuple[str, int | None, str | None]]]] = {
    "unique key": (table([ID, TEN], "id,ten\n1,a\n1,b\n1,a\n", uniqueKeys=[["id", "ten"]]), [("opendata-unique-key", 4, "id")]),
    "unique key by value": (table([ID, TEN], "id,ten\n7,a\n07,a\n", uniqueKeys=[["id"]]), [("opendata-unique-key", 3, "id")]),
    "unique key of a number": (table([{"name": "n", "type": "number"}], "n\n1.5\n1.50\n2\n", uniqueKeys=[["n"]]), [("opendata-unique-key", 3, "n")]),
    "unique key with nothing in it": (table([ID, TEN], "id,ten\n1,\n1,\n2,a\n", uniqueKeys=[["id", "ten"]]), []),
    "primary key with an empty part": (table([ID, TEN], "id,ten\n1,a\n1,\n2,b\n", primaryKey=["id", "ten"]), [("opendata-primary-key", 3, "id")]),
    "primary key with an unread part": (table([ID, TEN], "id,ten\n1,a\nx,a\n", primaryKey=["id", "ten"]), [("type-error", 3, "id")]),
    "two unique keys": (table([ID, TEN], "id,ten\n1,a\n1,b\n2,b\n", uniqueKeys=[["id"], ["ten"]]), [("opendata-unique-key", 3, "id"), ("opendata-unique-key", 4, "ten")]),
    "category of text": (table([ID, with_(TEN, categories=["a", "b"])], "id,ten\n1,a\n2,c\n3,\n"), [("opendata-category", 3, "ten")]),
    "category of a number": (table([with_(ID, categories=[1, 2])], "id\n1\n02\n3\n"), [("opendata-category", 4, "id")]),
    "category with labels": (table([with_(ID, categories=LABELLED, categoriesOrdered=True)], "id\n1\n5\n2\n"), [("opendata-category", 3, "id")]),
    "category of a wrong type": (table([with_(ID, categories=[1])], "id\n1\nx\n"), [("type-error", 3, "id")]),
    "missing value with a label": (table([with_(ID, categories=[1]), TEN], "id,ten\n1,a\n-,a\n", missingValues=[{"value": "-", "label": "không rõ"}]), []),
    "missing value of a field": (table([with_(ID, categories=[1], missingValues=["-"]), TEN], "id,ten\n1,a\n-,a\n"), []),
    "JSON Schema of an array": (table([ID, with_(DS, constraints={"jsonSchema": SCHEMA})], 'id,ds\n1,[1]\n2,"[1,2,3]"\n3,"[""x""]"\n4,\n'), [("opendata-json-schema", 3, "ds"), ("opendata-json-schema", 4, "ds")]),
    "unique array": (table([with_(DS, constraints={"unique": True})], 'ds\n"[1,2]"\n[1]\n"[1, 2]"\n'), [("opendata-unique-key", 4, "ds")]),
    "array as primary key": (table([DS, ID], 'ds,id\n[1],1\n[1],2\n,3\n', primaryKey=["ds"]), [("opendata-unique-key", 3, "ds"), ("opendata-unique-key", 4, "ds")]),
    "array that points to its own table": (table([DS, {"name": "cha", "type": "array"}], 'ds,cha\n[1],\n[2],[1]\n[3],[9]\n', foreignKeys=[{"fields": ["cha"], "reference": {"fields": ["ds"]}}]), [("opendata-foreign-key", 4, "cha")]),
    "exploding pattern": (table([with_(TEN, constraints={"pattern": "(a+)+"})], "ten\naaa\n" + "a" * 60 + "!\n"), [("constraint-error", 3, "ten")]),
    "pattern of alternatives": (table([with_(TEN, constraints={"pattern": "a|b"})], "ten\na\nax\nxb\nb\nx\n"), [("constraint-error", 4, "ten"), ("constraint-error", 6, "ten"), ("opendata-pattern-part", 3, "ten")]),
    "pattern of alternatives in brackets": (table([with_(TEN, constraints={"pattern": "(a|b)"})], "ten\na\nax\n"), [("constraint-error", 3, "ten")]),
    "pattern that exploding alternatives are": (table([with_(TEN, constraints={"pattern": "(a+)+|b"})], "ten\naaa\nax\n"), [("constraint-error", 3, "ten")]),
    "list of one word": (table([ID, TEN], "ten,id\na,1\n", fieldsMatch=["equal"]), []),
    "match as one word": (table([ID, TEN], "ten,id\na,1\n", fieldsMatch="equal"), []),
}
# fmt: on


@pytest.mark.parametrize("resource, expected", FAULTS.values(), ids=FAULTS.keys())
def test_one_fault_is_one_error(
    resource: dict[str, Any], expected: list[tuple[str, int | None, str | None]], tmp_path: Path
) -> None:
    report = validate(write(tmp_path, dict(resource)))
    assert found(report) == expected
    again = frictionless.Report.from_descriptor(json.loads(report.to_json()))
    assert again.to_descriptor() == report.to_descriptor()


@pytest.mark.parametrize("resource, expected", FAULTS.values(), ids=FAULTS.keys())
def test_a_table_given_alone_has_the_same_errors(
    resource: dict[str, Any], expected: list[tuple[str, int | None, str | None]], tmp_path: Path
) -> None:
    (tmp_path / "sach.csv").write_text(resource["text"], "utf-8")
    alone = {key: value for key, value in resource.items() if key != "text"}
    report = validate(alone, basepath=str(tmp_path))
    if "missingValues" not in str(resource):  # only packages say that they are of version 2
        assert found(report) == expected


def test_a_key_of_arrays_between_tables(tmp_path: Path) -> None:
    child = table([{"name": "x", "type": "array"}], "x\n[1]\n[4]\n", "con",
                  foreignKeys=[{"fields": ["x"], "reference": {"resource": "cha", "fields": ["ds"]}}])  # fmt: skip
    parent = table([DS], "ds\n[1]\n", "cha")
    assert found(validate(write(tmp_path, child, parent))) == [("opendata-foreign-key", 3, "x")]


@pytest.mark.parametrize("resource, file", [
    ({"data": []}, None),
    ({"path": "sach.json"}, "[]"),
    ({"path": "sach.jsonl"}, ""),
])  # fmt: skip
def test_an_empty_table_is_valid(
    resource: dict[str, Any], file: str | None, tmp_path: Path
) -> None:
    if file is not None:
        (tmp_path / resource["path"]).write_text(file, "utf-8")
    one = {"name": "sach", "type": "table", "schema": {"fields": [ID, TEN]}, **resource}
    child = table([{"name": "x", "type": "integer"}], "x\n4\n", "con",
                  foreignKeys=[{"fields": ["x"], "reference": {"resource": "sach", "fields": ["id"]}}])  # fmt: skip
    report = validate(write(tmp_path, one, child))
    assert found(report) == [("foreign-key", 2, None)]
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).tasks[0].valid


def test_json_tables_are_checked_too(tmp_path: Path) -> None:
    rows = [{"id": 1, "ten": "a"}, {"id": 3, "ten": "a"}, {"id": 1, "ten": "z"}]
    (tmp_path / "sach.json").write_text(json.dumps(rows), "utf-8")
    fields = [with_(ID, categories=[1, 2]), TEN]
    one = {
        "name": "sach",
        "type": "table",
        "path": "sach.json",
        "schema": {"fields": fields, "uniqueKeys": [["ten"]]},
    }
    expected = [("opendata-category", 3, "id"), ("opendata-unique-key", 3, "ten")]
    assert sorted(found(validate(write(tmp_path, one)))) == expected
    inline = {"name": "sach", "type": "table", "data": rows, "schema": one["schema"]}
    assert sorted(found(validate(write(tmp_path, inline)))) == expected


@pytest.mark.parametrize("name", ["datapackage.yaml", "package.zip"])
def test_packages_in_other_files(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path, table([with_(ID, categories=[1])], "id\n1\n3\n"))
    descriptor = folder / "datapackage.json"
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.write(descriptor, "datapackage.json")
            archive.write(folder / "sach.csv", "sach.csv")
    else:
        (tmp_path / name).write_bytes(descriptor.read_bytes())  # JSON is YAML
    descriptor.unlink()
    assert found(validate(str(tmp_path / name))) == [("opendata-category", 3, "id")]


def test_all_are_counted_and_the_first_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("found", "unique_keys"):
        monkeypatch.setattr(f"opendata.validation.values.{module}.MOST", 5)
    assert listing.MOST == 5
    text = "id\n" + "9\n" * 40
    report = validate(
        write(tmp_path, table([with_(ID, categories=[1])], text, uniqueKeys=[["id"]]))
    )
    assert [e.row_number for e in report.tasks[0].errors if e.type == "opendata-category"] == [
        2,
        3,
        4,
        5,
        6,
    ]
    assert "sach.csv: opendata-category in id: 5 of 40 are listed" in report.warnings
    assert "sach.csv: opendata-unique-key uniqueKeys/0: 5 of 39 are listed" in report.warnings


def test_types_can_be_picked_and_skipped(tmp_path: Path) -> None:
    folder = write(tmp_path, table([with_(ID, categories=[1])], "id\n3\n3\n", uniqueKeys=[["id"]]))
    assert {one for one, _, _ in found(validate(folder, pick_errors=["opendata-category"]))} == {
        "opendata-category"
    }
    assert {one for one, _, _ in found(validate(folder, skip_errors=["opendata-category"]))} == {
        "opendata-unique-key"
    }
    assert validate(folder, strict=False).valid


def test_a_table_that_cannot_be_read_says_that_values_were_not_checked(tmp_path: Path) -> None:
    folder = write(tmp_path, table([with_(ID, categories=[1])], "so\n3\n"))
    report = validate(folder)
    assert [one for one, _, _ in found(report)] == ["incorrect-label"]
    assert any(one.startswith("sach: not checked: categories") for one in report.warnings)


# Values


CELLS = st.one_of(
    st.integers().map(str),
    st.decimals(allow_nan=False).map(str),
    st.text(max_size=4),
    st.just("007"),
    st.just("1.50"),
    st.just("-0"),
)


@given(
    st.sampled_from(["integer", "number", "string", "date", "boolean", "any"]),
    st.lists(CELLS, max_size=6),
)
def test_columns_and_single_cells_have_the_same_values(kind: str, cells: list[str]) -> None:
    field = Field.from_descriptor({"name": "x", "type": kind})
    one = Logical(field, field.create_cell_reader())
    by_column = one.column(pl.Series(cells, dtype=pl.String)).to_list()
    assert by_column == one.cells(cells).to_list()
    values = [field.read_cell(cell)[0] for cell in cells]
    for text, value in zip(by_column, values, strict=True):
        assert (text is None) == (value is None)
    pairs = list(zip(by_column, values, strict=True))
    assert all(
        (a == b) == (x == y) for a, x in pairs for b, y in pairs if x is not None and y is not None
    )


@pytest.mark.parametrize("pattern, expected", [
    ("[A-Z]{2}-[0-9]+", False), ("a*b*", False), (r"\d{4}-\d{2}-\d{2}", False), ("(ab|cd)", False),
    ("(a+)+", True), ("(a|a)*", True), ("(a*)*b", True), ("(?:a?){30}", True), (".*.*.*x", True), ("((a{1,30}){1,30}){1,30}", True),
    ("([a-z]", False),
])  # fmt: skip
def test_risky_patterns(pattern: str, expected: bool) -> None:
    assert is_risky(pattern) == expected
