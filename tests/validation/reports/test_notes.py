"""The notes of checks are translated as the checks write them."""

import json
from pathlib import Path
from typing import Any

import pytest

from opendata.validation import validate
from opendata.validation.reports.gather import gather
from opendata.validation.reports.messages import translate_note, translate_warning
from opendata.validation.reports.show import describe

TEXT = {"name": "a", "type": "string"}
WHOLE = {"name": "a", "type": "integer"}
OTHER = {"name": "b", "type": "string"}
OBJECT = {"name": "a", "type": "object", "constraints": {"jsonSchema": {"required": ["x"]}}}
LIST = {"name": "a", "type": "array"}
# What the schema of a table states, its rows, the error that it brings about.
CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"fields": [WHOLE]}, "x", "type-error"),
    ({"fields": [{**WHOLE, "constraints": {"minimum": 5}}]}, "1", "constraint-error"),
    ({"fields": [{**WHOLE, "constraints": {"unique": True}}]}, "1\n1", "unique-error"),
    ({"fields": [WHOLE], "primaryKey": ["a"]}, "1\n1", "primary-key"),
    ({"fields": [TEXT], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "t", "fields": ["a"]}}]}, "x", "foreign-key"),
    ({"fields": [{**TEXT, "categories": ["y", "z"]}]}, "x", "opendata-category"),
    ({"fields": [{**TEXT, "constraints": {"pattern": "a|b"}}]}, "ax", "opendata-pattern-part"),
    ({"fields": [TEXT, OTHER], "uniqueKeys": [["a", "b"]]}, "x,y\nx,y", "opendata-unique-key"),
    ({"fields": [TEXT, OTHER], "primaryKey": ["a", "b"]}, "x,", "opendata-primary-key"),
    ({"fields": [OBJECT]}, '"{""y"": 1}"', "opendata-json-schema"),
    ({"fields": [LIST], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "t", "fields": ["a"]}}]}, '"[5]"', "opendata-foreign-key"),
]  # fmt: skip


@pytest.mark.parametrize("schema, rows, type", CASES, ids=[case[2] for case in CASES])
def test_a_note_is_in_vietnamese(
    schema: dict[str, Any], rows: str, type: str, tmp_path: Path
) -> None:
    header = ",".join(field["name"] for field in schema["fields"])
    (tmp_path / "s.csv").write_text(f"{header}\n{rows}\n")
    (tmp_path / "t.csv").write_text('a\n"[1]"\n')
    target = {"fields": [LIST if schema["fields"][0] == LIST else TEXT]}
    tables = [("s", schema), ("t", target)]
    listed = [
        {"name": name, "type": "table", "path": f"{name}.csv", "schema": one}
        for name, one in tables
    ]
    stated = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": listed,
    }
    (tmp_path / "datapackage.json").write_text(json.dumps(stated))
    result = gather(validate(str(tmp_path)), "gói")
    faults = [fault for group in result.groups for fault in group.faults if fault.type == type]
    assert faults
    for fault in faults:
        english, vietnamese = describe(fault, "en"), describe(fault, "vi")
        assert english.startswith("row ") and vietnamese.startswith("dòng ")
        assert english.partition(": ")[2] != vietnamese.partition(": ")[2] != ""


DESCRIPTORS = [
    ("a.json, name: 5 is not of type 'string'. Mend it there", "a.json, name: 5 không thuộc kiểu 'string'. Sửa ở đó"),
    ("a.json, x: 7 is not of type 'string' or 7 is not of type 'array'. Mend it there", "a.json, x: 7 không thuộc kiểu 'string' hoặc 7 không thuộc kiểu 'array'. Sửa ở đó"),
    ("a.json, x: 'b' is not one of a, c. Mend it there", "a.json, x: 'b' không phải một trong a, c. Sửa ở đó"),
    ("a.json, x: 'name' is a required property. Mend it there", "a.json, x: thiếu thuộc tính 'name'. Sửa ở đó"),
]  # fmt: skip


@pytest.mark.parametrize("note, expected", DESCRIPTORS)
def test_a_note_on_a_descriptor_is_in_vietnamese(note: str, expected: str) -> None:
    assert translate_note("vi", note) == expected


def test_a_recommendation_is_in_vietnamese() -> None:
    warning = "datapackage.json, top level: recommended: a package should have licenses"
    expected = "datapackage.json, top level: khuyến nghị: gói nên có licenses"
    assert translate_warning("vi", warning) == expected
