"""Descriptors of any package: each fault is one issue that names its place."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.small import described, read, resource

from opendata.errors import InputError
from opendata.validation import validate
from opendata.validation.issues import Issue, first_of_each
from opendata.validation.source import Described, describe, is_address, is_safe
from opendata.validation.standard.descriptor import check_descriptor
from opendata.validation.standard.files import check_files

V1: dict[str, Any] = {
    "name": "kho-sach",
    "resources": [
        {
            "name": "sach",
            "path": "sach.csv",
            "profile": "tabular-data-resource",
            "schema": {
                "fields": [{"name": "id", "type": "integer"}, {"name": "tac_gia", "type": "string"}],
                "primaryKey": "id",
                "foreignKeys": [{"fields": "tac_gia", "reference": {"resource": "tac-gia", "fields": "id"}}],
            },
        },
        {
            "name": "tac-gia",
            "path": ["tac-gia.csv"],
            "schema": {"fields": [{"name": "id", "type": "string"}, {"name": "cha", "type": "string"}],
                       "foreignKeys": [{"fields": ["cha"], "reference": {"resource": "", "fields": ["id"]}}]},
        },
    ],
}  # fmt: skip
V2: dict[str, Any] = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "resources": [
        {
            "name": "Sách",
            "type": "table",
            "path": "sach.csv",
            "schema": {
                "fields": [
                    {"name": "id", "type": "integer", "categories": [{"value": 1, "label": "một"}]},
                    {"name": "the", "type": "list"},
                    {"name": "cha", "type": "integer"},
                ],
                "fieldsMatch": "subset",
                "primaryKey": ["id"],
                "uniqueKeys": [["id", "cha"]],
                "missingValues": [{"value": "-", "label": "không rõ"}],
                "foreignKeys": [{"fields": ["cha"], "reference": {"fields": ["id"]}}],
            },
        }
    ],
}


def issues_of(descriptor: dict[str, Any], folder: Path = Path()) -> tuple[Issue, ...]:
    return check_descriptor(Described(descriptor, folder)).issues


@pytest.mark.parametrize("descriptor", [V1, V2])
def test_other_packages_have_no_issue(descriptor: dict[str, Any]) -> None:
    assert issues_of(descriptor) == ()


def test_our_package_has_no_issue(sound: Path) -> None:
    assert check_descriptor(described(sound)).issues == ()


def put(place: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Puts a value at a place like `resources/0/name`; `...` takes out what is there."""

    def changed(descriptor: dict[str, Any]) -> None:
        *path, last = [int(part) if part.isdigit() else part for part in place.split("/")]
        inner: Any = descriptor
        for part in path:
            inner = inner[part]
        if value is ...:
            del inner[last]
        else:
            inner[last] = value

    return changed


FIELDS = "resources/0/schema/fields"
# fmt: off
FAULTS: list[tuple[dict[str, Any], str, object, str, str, str]] = [
    (V2, "resources", ..., "opendata-profile", "", "'resources' is a required property"),
    (V2, "resources", [], "opendata-profile", "resources", "[] should be non-empty"),
    (V2, "resources", "x", "opendata-profile", "resources", "'x' is not of type 'array'"),
    (V2, "resources/0", 5, "opendata-profile", "resources/0", "5 is not of type 'object'"),
    (V2, "resources/0/name", ..., "opendata-profile", "resources/0", "'name' is a required property"),
    (V2, "resources/0/path", ..., "opendata-profile", "resources/0", "'data' is a required property or 'path' is a required property"),
    (V2, "resources/0/data", [], "opendata-profile", "resources/0", "fits several forms of which only one is allowed"),
    (V2, "resources/0/path", 5, "opendata-profile", "resources/0/path", "5 is not of type 'string'"),
    (V2, "resources/0/type", "tables", "opendata-profile", "resources/0/type", "'tables' is not one of"),
    (V2, "resources/0/hash", "sha256:xyz", "opendata-profile", "resources/0/hash", "does not match"),
    (V2, "resources/0/bytes", "12", "opendata-profile", "resources/0/bytes", "'12' is not of type 'integer'"),
    (V2, "created", "hôm qua", "opendata-profile", "created", "'hôm qua' is not a 'date-time'"),
    (V2, "homepage", "trang nhà", "opendata-profile", "homepage", "is not a 'uri'"),
    (V2, "licenses", [{"title": "CC BY"}], "opendata-profile", "licenses/0", "'name' is a required property or 'path' is a required property"),
    (V2, f"{FIELDS}/2/type", "integr", "opendata-profile", f"{FIELDS}/2/type", "'integr' is not one of string, number, integer"),
    (V2, f"{FIELDS}/0/categories", 5, "opendata-profile", f"{FIELDS}/0/categories", "5 is not of type 'array'"),
    (V2, f"{FIELDS}/0/constraints", {"minimum": []}, "opendata-profile", f"{FIELDS}/0/constraints/minimum", "is not of type"),
    (V2, "resources/0/schema/fieldsMatch", ["subset", "equal"], "opendata-profile", "resources/0/schema/fieldsMatch", "is too long"),
    (V2, "resources/0/schema/fieldsMatch", "some", "opendata-profile", "resources/0/schema/fieldsMatch", "'some' is not one of"),
    (V2, "contributors", [{"title": "An", "roles": "creator"}], "opendata-profile", "contributors/0/roles", "'creator' is not of type 'array'"),
    (V2, "contributors", [{"email": "an"}], "opendata-profile", "contributors/0/email", "'an' is not a 'email'"),
    (V2, "contributors", [{"path": "../an"}], "opendata-profile", "contributors/0/path", "'../an' does not match"),
    (V2, "contributors", [{}], "opendata-profile", "contributors/0", "{} should be non-empty"),
    (V2, "sources", [{"version": 2}], "opendata-profile", "sources/0/version", "2 is not of type 'string'"),
    (V2, "version", 2, "opendata-profile", "version", "2 is not of type 'string'"),
    (V2, "created", "2026-11-22", "opendata-profile", "created", "'2026-11-22' is not a 'date-time'"),
    (V2, "title", {"vi": "Kho sách"}, "opendata-profile", "title", "is not of type 'string'"),
    (V2, "resources/0/title", {"vi": "Sách"}, "opendata-profile", "resources/0/title", "is not of type 'string'"),
    (V1, "name", "Kho Sách", "opendata-profile", "name", "does not match"),
    (V1, "resources/1/name", "sach", "opendata-name", "resources/1/name", "'sach' is already the name of resources/0"),
    (V2, "resources/0/schema/primaryKey", ["so"], "opendata-key", "resources/0/schema/primaryKey", "there is no field 'so'; expected one of 'id', 'the', 'cha'"),
    (V2, "resources/0/schema/uniqueKeys", [["id"], ["so"]], "opendata-key", "resources/0/schema/uniqueKeys/1", "there is no field 'so'"),
    (V2, "resources/0/schema/foreignKeys/0/fields", ["cha", "id"], "opendata-key", "resources/0/schema/foreignKeys/0/reference/fields", "1 fields for 2"),
    (V2, f"{FIELDS}/1/name", "id", "opendata-field-name", f"{FIELDS}/1/name", "'id' is already the name of fields/0"),
    (V2, f"{FIELDS}/1/categories", ["a"], "opendata-categories", f"{FIELDS}/1/categories", "stands at a field of type list"),
    (V2, f"{FIELDS}/0/categories", [1, 2, 1], "opendata-categories", f"{FIELDS}/0/categories", "value 1 stands twice"),
    (V2, f"{FIELDS}/0/categories", [{"value": 1, "label": "một"}, {"value": 2, "label": "một"}], "opendata-categories", f"{FIELDS}/0/categories", "label 'một' stands twice"),
    (V2, f"{FIELDS}/0/constraints", {"enum": [1, 2]}, "opendata-categories", f"{FIELDS}/0/constraints/enum", "2 is no category"),
    (V2, "resources/0/schema/missingValues", ["-", "", "-"], "opendata-missing-values", "resources/0/schema/missingValues", "value '-' stands twice"),
    (V2, f"{FIELDS}/2/missingValues", [{"value": "-", "label": "x"}, {"value": "", "label": "x"}], "opendata-missing-values", f"{FIELDS}/2/missingValues", "label 'x' stands twice"),
    (V2, f"{FIELDS}/2/constraints", {"minimum": 5, "maximum": 4}, "opendata-constraint", f"{FIELDS}/2/constraints/minimum", "5 is above maximum, 4"),
    (V2, f"{FIELDS}/2/constraints", {"minLength": 5}, "opendata-constraint", f"{FIELDS}/2/constraints/minLength", "is not for fields of type integer"),
    (V2, f"{FIELDS}/1", {"name": "the", "type": "string", "constraints": {"pattern": "(a"}}, "opendata-constraint", f"{FIELDS}/1/constraints/pattern", "is no regular expression"),
    (V2, f"{FIELDS}/1", {"name": "the", "type": "object", "constraints": {"jsonSchema": {"type": "tree"}}}, "opendata-constraint", f"{FIELDS}/1/constraints/jsonSchema", "is no JSON Schema"),
    (V2, f"{FIELDS}/1", {"name": "the", "type": "string", "constraints": {"pattern": "(a+)+(?=b)"}}, "opendata-pattern", f"{FIELDS}/1/constraints/pattern", "may take for ever"),
    (V2, "resources/0/schema/foreignKeys/0/fields", ["so"], "opendata-key", "resources/0/schema/foreignKeys/0/fields", "there is no field 'so'"),
    (V2, "resources/0/schema/foreignKeys/0/reference/fields", ["so"], "opendata-key", "resources/0/schema/foreignKeys/0/reference/fields", "there is no field 'so'"),
    (V1, "resources/0/schema/foreignKeys/0/reference/resource", "nguoi", "opendata-key", "resources/0/schema/foreignKeys/0/reference", "there is no resource 'nguoi'; expected one of 'sach', 'tac-gia'"),
    (V2, "resources/0/path", "../sach.csv", "opendata-path", "resources/0/path", "'../sach.csv' leaves the package's folder"),
    (V2, "resources/0/path", "data/../../sach.csv", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", "/etc/hosts", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", "~/sach.csv", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", "C:\\sach.csv", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", "a\\..\\..\\b.csv", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", "file:///etc/hosts", "opendata-path", "resources/0/path", "leaves"),
    (V2, "resources/0/path", ["a.csv", "../b.csv"], "opendata-path", "resources/0/path", "'../b.csv' leaves"),
    (V2, "resources/0/schema", "../schema.json", "opendata-path", "resources/0/schema", "leaves"),
    (V2, "resources/0/path", "https://example.org/sach.csv", "opendata-remote-path", "resources/0/path", "is an address, which is not fetched"),
    (V2, "resources/0/schema", "http://example.org/schema.json", "opendata-remote-path", "resources/0/schema", "is an address"),
    (V1, "profile", "https://example.org/profile.json", "opendata-remote-path", "profile", "is an address"),
]
# fmt: on


@pytest.mark.parametrize("base, place, value, type, expected, words", FAULTS)
def test_one_fault_is_one_issue(
    base: dict[str, Any], place: str, value: object, type: str, expected: str, words: str
) -> None:
    descriptor = copy.deepcopy(base)
    put(place, value)(descriptor)
    issues = issues_of(descriptor)
    assert [(one.type, one.place) for one in issues] == [(type, expected)]
    assert words in issues[0].note and issues[0].note.startswith("datapackage.json, ")


OWN: list[tuple[Callable[[dict[str, Any]], None], str, str]] = [
    (lambda d: d["resources"].remove(resource(d, "flags")), "resources", "name 'flags'"),
    (lambda d: d["resources"].remove(resource(d, "event-records")), "resources", "'event-records'"),
    (put("resources/0/hash", ...), "resources/0", "'hash' is a required property"),
    (
        put("resources/0/schema/primaryKey", ["title"]),
        "resources/0/schema/primaryKey",
        "['article_id']",
    ),
    (
        lambda d: resource(d, "flags")["schema"]["fields"].pop(),
        "resources/19/schema/fields",
        "'message'",
    ),
    (lambda d: d.pop("version"), "", "'version' is a required property"),
]


@pytest.mark.parametrize("change, place, words", OWN)
def test_one_fault_by_our_own_profile_is_one_issue(
    change: Callable[[dict[str, Any]], None], place: str, words: str, sound: Path
) -> None:
    descriptor = read(sound)
    change(descriptor)
    issues = issues_of(descriptor, sound)
    assert [(one.type, one.place) for one in issues] == [("opendata-profile", place)]
    assert words in issues[0].note


def test_addresses_may_be_allowed() -> None:
    descriptor = copy.deepcopy(V2)
    put("resources/0/path", "https://example.org/sach.csv")(descriptor)
    assert check_descriptor(Described(descriptor, Path()), allow_remote=True).issues == ()


def test_a_schema_in_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text('{"fields": [{"name": "id"}], "primaryKey": ["so"]}')
    descriptor = {"resources": [{"name": "sach", "path": "sach.csv", "schema": "schema.json"}]}
    assert [one.type for one in issues_of(descriptor, tmp_path)] == ["opendata-key"]


@pytest.mark.parametrize("file", ["schema.json", "schema.yaml"])
@pytest.mark.parametrize(
    "text, place",
    [
        ('{"fields": [[1]]}', "fields/0"),
        ('{"fields": [null]}', "fields/0"),
        ('{"fields": [{"name": "so"}], "foreignKeys": 5}', "foreignKeys"),
    ],
)
def test_a_schema_in_a_file_fits_the_profile(
    file: str, text: str, place: str, tmp_path: Path
) -> None:
    """frictionless crashes on these, or passes over the schema if it is given the folder."""
    (tmp_path / file).write_text(text)
    (tmp_path / "sach.csv").write_text("so\n1\n")
    descriptor = {"resources": [{"name": "sach", "path": "sach.csv", "schema": file}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor))
    (issue,) = issues_of(descriptor, tmp_path)
    assert (issue.type, issue.place) == ("opendata-profile", f"resources/0/schema/{place}")
    for given_as in (tmp_path, tmp_path / "datapackage.json"):
        assert [one.type for one in validate(given_as).errors] == ["opendata-profile"]


@pytest.mark.parametrize(
    "name, text",
    [
        ("datapackage.yaml", "resources: [{name: t, path: t.csv, schema: {fields: [[1]]}}]"),
        ("schema.yaml", "fields: [[1]]"),
        ("schema.json", '{"fields": [[1]]}'),
    ],
)
def test_a_descriptor_that_trips_frictionless_up(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a\n1\n", "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    report = validate(tmp_path / name)
    assert [error.type for error in report.errors] == ["opendata-not-checked"]
    assert name in report.errors[0].note


def test_a_schema_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[Path] = []

    def read_part(path: Path) -> dict[str, Any]:
        files.append(path)
        return {}

    monkeypatch.setattr("opendata.validation.source._read_part", read_part)
    (tmp_path / "schema.json").write_text("{}")
    issues_of({"resources": [{"name": "sach", "data": [], "schema": "schema.json"}]}, tmp_path)
    assert files == [tmp_path / "schema.json"]


# Files


@pytest.mark.parametrize(
    "hash, size, expected",
    [
        ("sha1:{sha1}", 3, []),
        ("SHA1:{sha1}", 3, []),
        ("sha512:" + "0" * 128, 3, ["opendata-file"]),
        ("SHA256:" + "0" * 64, 3, ["opendata-file"]),
        ("crc32:0", 3, []),
        ("0" * 32, 3, []),  # frictionless looks at md5 and sha256
        ("sha256:" + "0" * 64, 4, []),
        ("{md5}", 0, ["opendata-file"]),
    ],
)
def test_hashes_and_sizes_that_frictionless_skips(
    hash: str, size: int, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n")
    known = {name: hashlib.new(name, b"id\n").hexdigest() for name in ("sha1", "md5")}
    stated = {"name": "a", "path": "a.csv", "hash": hash.format(**known), "bytes": size}
    issues = check_files(Described({"resources": [stated]}, tmp_path))
    assert [one.type for one in issues] == expected


# Sources


@pytest.mark.parametrize(
    "text, words",
    [
        ('{"name": ', "line 1, column 10: is not JSON"),
        ('{"name": "a", "name": "b"}', "'name' stands twice in one object"),
        ('{"bytes": NaN}', "NaN is no value there"),
        ("[]", "expected a JSON object, found an array"),
        ('"x"', "found a string"),
        ("3", "found a bare value"),
        ("", "line 1, column 1: is not JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_descriptor_that_cannot_be_read(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(text, "utf-8")
    for given_path in (path, str(path), tmp_path):
        issue = describe(given_path, {})
        assert isinstance(issue, Issue) and issue.type == "opendata-descriptor"
        assert str(path) in issue.note and words in issue.note


def test_a_descriptor_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_bytes('{"name": "é"}'.encode("latin-1"))
    issue = describe(tmp_path, {})
    assert isinstance(issue, Issue) and "byte 10: is not UTF-8" in issue.note


def test_a_folder_without_a_package(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        describe(tmp_path, {})


def test_what_is_neither_package_nor_table_is_left_to_frictionless(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text('{"fields": []}')
    for source in (tmp_path / "schema.json", tmp_path / "nowhere" / "datapackage.json", 5):
        assert describe(source, {}) is None


def test_a_table_is_the_one_resource_of_its_descriptor(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("id\n")
    for source in (str(tmp_path / "table.csv"), {"name": "table", "path": "table.csv"}, [["id"]]):
        found = describe(source, {})
        assert isinstance(found, Described) and found.kind == "resource"
        assert [place for place, _, _ in found.resources()] == ["resource"]


def test_a_mapping_starts_from_basepath(tmp_path: Path) -> None:
    assert describe(V1, {"basepath": str(tmp_path)}) == Described(V1, tmp_path, "descriptor")


@given(st.lists(st.text("ab.", min_size=1, max_size=3), min_size=1, max_size=4).map("/".join))
def test_safe_paths_stay_below_their_folder(path: str) -> None:
    folder = Path("/package")
    inside = (folder / path).resolve().is_relative_to(folder)
    assert not is_safe(path) or inside
    assert not is_address(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def spots(value: Any, path: tuple[str, ...] = ()) -> list[str]:
    """Every place in a descriptor."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    inner = [spot for key, one in items for spot in spots(one, (*path, str(key)))]
    return (["/".join(path)] if path else []) + inner


@given(
    st.sampled_from([V1, V2]).flatmap(
        lambda d: st.tuples(st.just(d), st.sampled_from(spots(d)), JSON)
    )
)
def test_no_descriptor_breaks_the_checks(case: tuple[dict[str, Any], str, Any]) -> None:
    base, place, value = case
    descriptor = copy.deepcopy(base)
    put(place, value)(descriptor)
    issues = issues_of(descriptor)
    assert issues == first_of_each(issues)
    assert all(one.note and one.type.startswith("opendata-") for one in issues)
