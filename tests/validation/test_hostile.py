"""Packages that mean harm: a clear error, in bounded time and memory, and no traceback."""

import gzip
import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opendata.errors import InputError
from opendata.validation import validate
from opendata.validation.standard import safety

FIELDS = [{"name": "id", "type": "integer"}]
SECONDS = 20  # far more than is needed, far less than for ever


def describe(folder: Path, resource: dict[str, Any], **more: Any) -> Path:
    one = {"name": "a", "type": "table", "schema": {"fields": FIELDS}, **resource}
    address = "https://datapackage.org/profiles/2.0/datapackage.json"
    descriptor = {"$schema": address, "name": "a", "resources": [one], **more}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return folder


def types(folder: Path | str, **options: Any) -> list[str]:
    began = time.monotonic()
    report = validate(folder, **options)
    assert time.monotonic() - began < SECONDS
    return [error[0] for error in report.flatten(["type"])]


def link(folder: Path) -> dict[str, Any]:
    (folder.parent / "secret.csv").write_text("id\n1\n")
    (folder / "a.csv").symlink_to(folder.parent / "secret.csv")
    return {"path": "a.csv"}


def linked_folder(folder: Path) -> dict[str, Any]:
    (folder / "data").symlink_to(folder.parent, target_is_directory=True)
    (folder.parent / "secret.csv").write_text("id\n1\n")
    return {"path": "data/secret.csv"}


def circle(folder: Path) -> dict[str, Any]:
    (folder / "a.csv").symlink_to("b.csv")
    (folder / "b.csv").symlink_to("a.csv")
    return {"path": "a.csv"}


def linked_schema(folder: Path) -> dict[str, Any]:
    (folder.parent / "secret.json").write_text('{"fields": []}')
    (folder / "schema.json").symlink_to(folder.parent / "secret.json")
    (folder / "a.csv").write_text("id\n")
    return {"path": "a.csv", "schema": "schema.json"}


def pipe(folder: Path) -> dict[str, Any]:
    os.mkfifo(folder / "a.csv")
    return {"path": "a.csv"}


def folder_as_file(folder: Path) -> dict[str, Any]:
    (folder / "a.csv").mkdir()
    return {"path": "a.csv"}


def gz_bomb(folder: Path) -> dict[str, Any]:
    with gzip.open(folder / "a.csv.gz", "wb") as file:
        file.write(b"id\n" + b"1\n" * 3_000_000)
    return {"path": "a.csv.gz"}


def zip_bomb(folder: Path) -> dict[str, Any]:
    with zipfile.ZipFile(folder / "a.csv.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", "id\n" + "1\n" * 3_000_000)
    return {"path": "a.csv.zip"}


FILES: list[tuple[Callable[[Path], dict[str, Any]], list[str]]] = [
    (link, ["opendata-unsafe-file"]),
    (linked_folder, ["opendata-unsafe-file"]),
    (circle, ["opendata-unsafe-file"]),
    (linked_schema, ["opendata-unsafe-file"]),
    (pipe, ["opendata-unsafe-file"]),
    (folder_as_file, ["opendata-unsafe-file"]),
    (gz_bomb, ["opendata-unsafe-file"]),
    (zip_bomb, ["opendata-unsafe-file"]),
    (lambda _: {"path": "../a.csv"}, ["opendata-path"]),
    (lambda _: {"path": "/etc/hostname"}, ["opendata-path"]),
    (lambda _: {"path": "a\0.csv"}, ["opendata-path"]),
    (lambda _: {"path": "https://example.org/a.csv"}, ["opendata-remote-path"]),
    (
        lambda _: {"path": "a.csv", "schema": "https://example.org/a.json"},
        ["opendata-remote-path"],
    ),
    (lambda _: {"path": "a.csv", "dialect": "../dialect.json"}, ["opendata-path"]),
]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("make, expected", FILES)
def test_files_that_are_not_opened(
    make: Callable[[Path], dict[str, Any]],
    expected: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(safety, "LARGE", 1 << 20)
    folder = tmp_path / "package"
    folder.mkdir()
    describe(folder, make(folder))
    assert [one for one in types(folder) if one.startswith("opendata-")] == expected
    # Skipping the error does not open the file.
    assert types(folder, skip_errors=["#opendata"]) != []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_bomb_that_is_given_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "LARGE", 1 << 20)
    pipe(tmp_path)
    zip_bomb(tmp_path)
    os.mkfifo(tmp_path / "datapackage.json")
    for name in ("a.csv", "a.csv.zip", "datapackage.json"):
        assert types(str(tmp_path / name)) == ["opendata-unsafe-file"]
    assert types(tmp_path) == ["opendata-descriptor"]


def test_what_packs_well_is_no_bomb(tmp_path: Path) -> None:
    gz_bomb(tmp_path)
    assert types(describe(tmp_path, {"path": "a.csv.gz"})) == []


def test_an_archive_of_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "_ENTRIES", 3)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for at in range(4):
            archive.writestr(f"{at}.csv", "id\n")
    assert "holds 4 files" in safety.unsafe(tmp_path / "a.zip")


def test_a_name_with_nul() -> None:
    with pytest.raises(InputError, match="is no path"):
        validate("a\0b")


DEEP = "[" * 100_000 + "]" * 100_000
TEXTS = [
    (DEEP, "nested too deeply"),
    ('{"resources": ' + DEEP + "}", "nested too deeply"),
    ('{"name": "a", "name": "b"}', "'name' stands twice"),
    ('{"bytes": Infinity}', "Infinity is no value"),
    ("\0", "is not JSON"),
    ('{"bytes": ' + "9" * 10_000 + "}", "a number of 10000 digits"),
]


@pytest.mark.parametrize("text, words", TEXTS, ids=[words for _, words in TEXTS])
def test_descriptors_that_cannot_be_read(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    report = validate(tmp_path)
    assert [error.type for error in report.errors] == ["opendata-descriptor"]
    assert words in report.errors[0].note and len(report.errors[0].note) < 1000


@pytest.mark.parametrize("text", [DEEP, "{" * 1000, '{"fields": ' + DEEP + "}"])
def test_schemas_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n1\n")
    (tmp_path / "schema.json").write_text(text)
    assert len(types(describe(tmp_path, {"path": "a.csv", "schema": "schema.json"}))) == 1


@pytest.mark.parametrize("text", [DEEP, f'[{{"id": {DEEP}}}]', '[{"id": NaN}]', '{"id"'])
def test_json_tables_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text)
    assert len(types(describe(tmp_path, {"path": "a.json"}))) == 1


def test_a_huge_cell(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n" + "9" * 5_000_000 + "x\n")
    report = validate(describe(tmp_path, {"path": "a.csv"}))
    assert [error[0] for error in report.flatten(["type"])] == ["type-error"]


def test_patterns_that_explode(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n" + "a" * 40 + "!\n")
    for pattern, expected in [
        ("(a+)+", ["constraint-error"]),
        ("(a|aa)+", ["constraint-error"]),
        ("(.*)*b", ["constraint-error"]),
        (r"(a+)+\1", ["opendata-pattern"]),
        ("(?=(a+)+b)a", ["opendata-pattern"]),
    ]:
        field = {"name": "id", "type": "string", "constraints": {"pattern": pattern}}
        assert (
            types(describe(tmp_path, {"path": "a.csv", "schema": {"fields": [field]}})) == expected
        )
    assert types(tmp_path, skip_errors=["opendata-pattern"]) == ["opendata-pattern"]


def test_patterns_in_json_schemas_that_explode(tmp_path: Path) -> None:
    text = '"[""' + "a" * 40 + '!""]"'
    (tmp_path / "a.csv").write_text(f"id\n{text}\n")
    for pattern, expected in [("^(a+)+$", ["opendata-json-schema"]), (r"^(a+)+\1$", [])]:
        schema = {"items": {"pattern": pattern}}
        field = {"name": "id", "type": "array", "constraints": {"jsonSchema": schema}}
        describe(tmp_path, {"path": "a.csv", "schema": {"fields": [field]}})
        assert types(tmp_path) == expected
    assert any("may take for ever" in one for one in validate(tmp_path).warnings)
    profile = {
        "properties": {"name": {"pattern": r"^(a+)+\1$"}},
        "patternProperties": {"^(a+)+$": False},
    }
    (tmp_path / "profile.json").write_text(json.dumps(profile))
    (tmp_path / "a.csv").write_text("id\n1\n")
    describe(tmp_path, {"path": "a.csv"}, **{"$schema": "profile.json", "a" * 40 + "!": 1})
    assert types(tmp_path) == ["opendata-custom-profile"]


def test_more_resources_and_fields_than_anyone_could_mean(tmp_path: Path) -> None:
    fields = [{"name": f"f{at}", "type": "string"} for at in range(100_001)]
    assert types(describe(tmp_path, {"path": "a.csv", "schema": {"fields": fields}})) == [
        "opendata-too-large"
    ]
    many = [{"name": f"r{at}", "path": "a.csv"} for at in range(10_001)]
    assert types(describe(tmp_path, {}, resources=many)) == ["opendata-too-large"]


def test_many_fields_and_wrong_keys(tmp_path: Path) -> None:
    fields = [{"name": f"f{at}", "type": "string"} for at in range(1_000)]
    keys = [[f"g{at}"] for at in range(1_000)]
    schema = {"fields": fields, "uniqueKeys": keys}
    (tmp_path / "a.csv").write_text(",".join(one["name"] for one in fields) + "\n")
    report = validate(describe(tmp_path, {"path": "a.csv", "schema": schema}), limit_errors=10)
    assert {error[0] for error in report.flatten(["type"])} == {"opendata-key"}
    assert len(report.to_json()) < 5_000_000


def test_errors_without_number(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n" + "x\n" * 50_000)
    report = validate(describe(tmp_path, {"path": "a.csv"}), limit_errors=100)
    assert len(report.tasks[0].errors) == 100


REFS = [
    "https://example.org/other.json",
    "file:///etc/hostname",
    "../secret.json",
    "/etc/hostname",
    "nowhere.json",
    "#/definitions/nowhere",
]


@pytest.mark.parametrize("reference", REFS)
def test_profiles_that_refer_elsewhere(reference: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (tmp_path / "secret.json").write_text("{}")
    (folder / "a.csv").write_text("id\n1\n")
    (folder / "profile.json").write_text(json.dumps({"allOf": [{"$ref": reference}]}))
    describe(folder, {"path": "a.csv"}, **{"$schema": "profile.json"})
    report = validate(folder)
    assert [error.type for error in report.errors] == ["opendata-custom-profile"]
    assert "cannot be used: it refers to" in report.errors[0].note


def test_a_profile_that_refers_to_itself_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n1\n")
    (tmp_path / "profile.json").write_text('{"$ref": "#"}')
    assert types(describe(tmp_path, {"path": "a.csv"}, **{"$schema": "profile.json"})) == [
        "opendata-custom-profile"
    ]
