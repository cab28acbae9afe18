"""`package.yaml`: what is taken, and what a faulty one is told."""

from pathlib import Path

import pytest

from opendata.errors import InputError
from opendata.package.metadata import read_metadata

GOOD = """
name: tu-phap
title: Courts
title_vi: Tòa án
version: 1.2.0
licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
contributors: [{title: Nhóm biên tập, roles: [creator]}]
keywords: [tòa án]
"""


def test_properties_are_those_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "package.yaml"
    path.write_text(GOOD, "utf-8")
    assert read_metadata(path).properties() == {
        "name": "tu-phap",
        "title": "Courts",
        "title_vi": "Tòa án",
        "version": "1.2.0",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": "Nhóm biên tập", "roles": ["creator"]}],
        "keywords": ["tòa án"],
    }


def test_an_empty_file_states_nothing(tmp_path: Path) -> None:
    path = tmp_path / "package.yaml"
    path.write_text("", "utf-8")
    assert read_metadata(path).name == "opendata-package"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: [a", r"package\.yaml, line \d+, column \d+: "),
        ("- name: a", "expected keys and values"),
        ("name: Tòa Án", r"package\.yaml, name: "),
        ("version: next", r"package\.yaml, version: "),
        ("licence: CC0", r"package\.yaml, licence: .* Keys are name, "),
        ("contributors: [{roles: [author]}]", r"contributors\.0\.title"),
        ("created: yesterday", r"package\.yaml, created: "),
    ],
)
def test_a_faulty_file_is_told_where_and_what(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "package.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        read_metadata(path)


def test_a_file_that_is_not_utf8_is_told_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "package.yaml"
    path.write_bytes("title: Tòa án".encode("utf-16"))
    with pytest.raises(InputError, match="is not UTF-8"):
        read_metadata(path)
