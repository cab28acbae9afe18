"""The committed schemas are what the models make, and are themselves valid."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from opendata.authority import load
from opendata.builder import Built
from opendata.package.export import schema_files
from opendata.records.codes import code_lists

ROOT = Path(__file__).parent.parent.parent
FILES = schema_files(code_lists(load()))


def test_committed_schemas_have_not_drifted() -> None:
    committed = {
        path.relative_to(ROOT / "schemas").as_posix(): path.read_text("utf-8")
        for path in sorted((ROOT / "schemas").rglob("*"))
        if path.is_file()
    }
    assert committed == FILES, "run `make schemas`"


def test_the_committed_package_has_not_drifted(built: Built) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    assert contents(ROOT / "datapackage") == contents(built.out), "run `make build`"


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("records/")])
def test_record_schemas_are_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(FILES[name]))


def test_record_schemas_accept_the_records_of_the_package(built: Built) -> None:
    for name in ("article", "event", "directive", "organisation", "person"):
        schema = Draft202012Validator(json.loads(FILES[f"records/{name}.schema.json"]))
        records = json.loads((built.out / "records" / f"{name}s.json").read_text("utf-8"))
        assert records
        for record in records:
            schema.validate(record)


def test_the_profile_accepts_our_package_and_nothing_less(built: Built) -> None:
    schema = json.loads(FILES["package.profile.json"])
    Draft7Validator.check_schema(schema)
    profile = Draft7Validator(schema)
    described = json.loads((built.out / "datapackage.json").read_text("utf-8"))
    profile.validate(described)
    for at in range(len(described["resources"])):
        less = {
            **described,
            "resources": described["resources"][:at] + described["resources"][at + 1 :],
        }
        assert not profile.is_valid(less)


def test_code_lists_have_labels_in_both_languages() -> None:
    for name, text in FILES.items():
        if name.startswith("codes/") and name != "codes/index.csv":
            lines = text.splitlines()
            assert lines[0] == "code,label_en,label_vi" and len(lines) > 1
