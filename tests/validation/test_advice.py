"""What a descriptor should have: warnings. And the profiles of others that it names."""

import copy
import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from frictionless import system
from tests.validation.test_descriptor import V1, V2, put

from opendata.validation.source import Described
from opendata.validation.standard.custom_profile import check_custom_profiles
from opendata.validation.standard.descriptor import check_descriptor

FULL = {**V2, "name": "kho-sach", "licenses": [{"name": "CC0-1.0"}], "version": "1.0.0"}
FULL = json.loads(json.dumps(FULL, ensure_ascii=False).replace('"Sách"', '"sach"'))
SCHEMA = "resources/0/schema"

# fmt: off
ADVICE: list[tuple[str, object, str]] = [
    ("name", ..., "top level: recommended: a package should have name"),
    ("licenses", ..., "top level: recommended: a package should have licenses"),
    ("name", "Kho Sách", "name: recommended: 'Kho Sách' should be of lower-case letters"),
    ("version", "1", "version: recommended: '1' should be like 1.0.0"),
    ("contributors", [{"email": "an@example.org"}], "contributors/0: recommended: should have a title"),
    ("contributors", [{"title": "An", "role": "author"}], "contributors/0/role: recommended: version 2 has roles, a list"),
    ("sources", [{"path": "https://example.org"}], "sources/0: recommended: should have a title"),
    ("profile", "tabular-data-package", "profile: recommended: version 2 has $schema"),
    ("resources/0/name", "Sách", "resources/0/name: recommended: 'Sách' should be"),
    ("resources/0/schema", ..., "resources/0: recommended: a table should have a schema"),
    ("resources/0/encoding", "utf-88", "resources/0/encoding: recommended: 'utf-88' should be a registered name"),
    ("resources/0/profile", "tabular-data-resource", "resources/0/profile: recommended: version 2 has type"),
    ("resources/0/url", "https://example.org", "resources/0/url: recommended: version 2 has path"),
    ("resources/0/hash", "crc32:00", "resources/0/hash: hash not compared: nothing here computes 'crc32'. Use sha256"),
    (f"{SCHEMA}/fieldsMatch", ["subset"], f"{SCHEMA}/fieldsMatch: recommended: should be one word"),
    (f"{SCHEMA}/primaryKey", "id", f"{SCHEMA}/primaryKey: recommended: version 2 has a list of fields"),
    (f"{SCHEMA}/foreignKeys/0", {"fields": "cha", "reference": {"fields": "id"}}, f"{SCHEMA}/foreignKeys/0/fields: recommended: version 2 has a list"),
    (f"{SCHEMA}/foreignKeys/0/reference/resource", "", f"{SCHEMA}/foreignKeys/0/reference/resource: recommended: a key to the same table leaves it out"),
    (f"{SCHEMA}/fields/2/categoriesOrdered", True, f"{SCHEMA}/fields/2: recommended: categoriesOrdered says nothing"),
    (f"{SCHEMA}/fields/2", {"name": "cha", "type": "date", "format": "any"}, f"{SCHEMA}/fields/2/format: recommended: any is read otherwise"),
]
# fmt: on


def test_a_full_descriptor_has_no_warning() -> None:
    assert check_descriptor(Described(FULL, Path())).warnings == ()


@pytest.mark.parametrize("place, value, words", ADVICE, ids=[words for _, _, words in ADVICE])
def test_one_warning_for_each_place(place: str, value: object, words: str) -> None:
    descriptor = copy.deepcopy(FULL)
    put(place, value)(descriptor)
    stated = check_descriptor(Described(descriptor, Path()))
    assert stated.issues == ()
    (warning,) = stated.warnings
    assert warning.startswith(f"datapackage.json, {words}")


def test_idioms_of_version_1_are_right_in_version_1() -> None:
    stated = check_descriptor(Described({**V1, "licenses": [{"name": "CC0-1.0"}]}, Path()))
    assert stated.issues == () and stated.warnings == ()


# Profiles of others

PROFILE = {"required": ["id"], "properties": {"version": {"const": "2.0.0"}}}
EXPECTED = [
    ("", "'id' is a required property"),
    ("version", "'2.0.0' was expected"),
]
ADDRESS = "https://example.org/profile.json"


def named(address: str, folder: Path, **options: Any) -> tuple[list[tuple[str, str]], list[str]]:
    descriptor = {**FULL, "$schema": address}
    issues, warnings = check_custom_profiles(
        Described(descriptor, folder), options.get("remote", False)
    )
    assert all(one.type == "opendata-custom-profile" for one in issues)
    return [(one.place, one.note) for one in issues], list(warnings)


def check(found: list[tuple[str, str]]) -> None:
    assert sorted(place for place, _ in found) == [place for place, _ in EXPECTED]
    for (_, words), (_, note) in zip(EXPECTED, sorted(found), strict=True):
        assert words in note


def test_a_profile_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_text(json.dumps(PROFILE))
    issues, warnings = named("profile.json", tmp_path)
    check(issues)
    assert warnings == []


def test_a_profile_in_parts(tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text(json.dumps(PROFILE))
    (tmp_path / "profile.json").write_text(json.dumps({"allOf": [{"$ref": "part.json"}]}))
    check(named("profile.json", tmp_path)[0])


def test_a_profile_of_a_resource_and_of_a_schema(tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_text('{"required": ["title"]}')
    descriptor = copy.deepcopy(FULL)
    put("resources/0/$schema", "profile.json")(descriptor)
    put(f"{SCHEMA}/$schema", "profile.json")(descriptor)
    issues, _ = check_custom_profiles(Described(descriptor, tmp_path), False)
    assert [one.place for one in issues] == ["resources/0", SCHEMA]


class _Installed:
    """What `opendata_profiles:profile` would be in an installed package."""

    profile = PROFILE


def test_a_profile_that_a_python_package_provides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Point(EntryPoint):
        def load(self) -> Any:
            return _Installed.profile

    points = [Point(ADDRESS, "opendata_profiles:profile", "opendata.profiles")]
    monkeypatch.setattr(
        "opendata.validation.standard.custom_profile.entry_points", lambda group: points
    )
    issues, warnings = named(ADDRESS, tmp_path)
    check(issues)
    assert warnings == []


def test_an_address_is_fetched_only_where_that_is_allowed(tmp_path: Path) -> None:
    asked = []

    class Session:
        def get(self, address: str, **options: Any) -> Any:
            asked.append((address, options["timeout"]))
            raise OSError("no network in tests")

    with system.use_context(http_session=Session()):
        issues, (warning,) = named(ADDRESS, tmp_path)
        assert (
            issues == []
            and "profile not checked: https://example.org/profile.json is an address" in warning
        )
        assert asked == []
        issues, (warning,) = named(ADDRESS, tmp_path, remote=True)
        assert issues == [] and "profile not checked" in warning
        assert asked == [(ADDRESS, 10)]


@pytest.mark.parametrize("text, words", [("[]", "is no JSON object"), ('{"type": "tree"}', "is no JSON Schema"), ("{", "is not JSON"), (None, "no such file")])  # fmt: skip
def test_profiles_that_cannot_be_used(text: str | None, words: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "profile.json").write_text(text)
    ((_, note),), _ = named("profile.json", tmp_path)
    assert words in note


@pytest.mark.parametrize("address", ["../profile.json", "/etc/profile.json"])
def test_profiles_outside_the_package(address: str, tmp_path: Path) -> None:
    ((_, note),), _ = named(address, tmp_path)
    assert "leaves the package's folder" in note
