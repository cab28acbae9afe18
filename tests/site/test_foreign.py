"""The plain site of a package that this toolkit did not make."""

import json
from pathlib import Path
from typing import Any

import pytest

from opendata.errors import InputError
from opendata.site.build import build_site
from opendata.site.foreign import SHOWN, is_foreign, read_foreign
from opendata.site.foreign_pages import foreign_menu
from opendata.site.pages import Page
from opendata.site.words import LANGUAGES, words_of

RIVERS: dict[str, Any] = {
    "name": "rivers",
    "path": "data/rivers list.csv",
    "title": "Rivers",
    "title_vi": "Sông",
    "schema": {
        "primaryKey": "id",
        "fields": [
            {"name": "id", "type": "integer"},
            {"name": "tên <b>", "description": "Its name.", "constraints": {"required": True}},
            {"name": "land", "constraints": {"enum": ["north", "south"], "maxLength": 5}},
        ],
        "foreignKeys": [{"fields": "land", "reference": {"resource": "lands", "fields": "land"}}],
    },
}
LANDS = {"name": "lands", "path": "lands.tsv", "schema": "lands.json"}
MAP = {"name": "Bản đồ", "path": "https://example.org/map.png"}
ROWS = "id,tên <b>,land\n1,Sông <script>alert(1)</script>,north\n2,Suối,south\n"


def package(folder: Path, *resources: Any, **about: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "rivers list.csv").write_text(ROWS, "utf-8")
    (folder / "lands.tsv").write_text("land\tsize\nnorth\t3\n", "utf-8")
    (folder / "lands.json").write_text('{"fields": [{"name": "land"}, {"name": "size"}]}', "utf-8")
    descriptor = {"resources": list(resources), **about}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return folder


def pages(folder: Path, language: Any = "en") -> dict[str, Page]:
    found = foreign_menu(read_foreign(folder), (), words_of(language)).pages()
    return {page.path: page for page in found}


def test_a_package_of_ours_is_not_foreign() -> None:
    assert is_foreign({"resources": []})
    assert not is_foreign({"conformsTo": "opendata-press/1"})


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    return package(tmp_path / "package", RIVERS, LANDS, MAP, name="waters", title="Waters")


def test_each_resource_has_a_page_whatever_its_name(rivers: Path) -> None:
    assert list(pages(rivers)) == [
        "index.md",
        "tables/rivers.md",
        "tables/lands.md",
        "tables/resource-3.md",
    ]


@pytest.mark.parametrize(
    "language, expected",
    [
        ("en", ["# Rivers", "always · part of the key", "<code>north</code>", "maxLength&#58;"]),
        ("vi", ["# Sông", "luôn có · thuộc khóa", 'href="lands.html"']),
    ],
)
def test_a_page_has_fields_and_rows(rivers: Path, language: str, expected: list[str]) -> None:
    text = pages(rivers, language)["tables/rivers.md"].text
    assert [one for one in expected if one not in text] == []
    assert "<td>Suối</td>" in text
    assert "<script>" not in text
    assert 'href="../../datapackage/data/rivers%20list.csv"' in text


def test_a_schema_may_stand_in_a_file_and_a_file_elsewhere(rivers: Path) -> None:
    found = pages(rivers)
    assert "<code>size</code>" in found["tables/lands.md"].text
    assert 'href="https://example.org/map.png"' in found["tables/resource-3.md"].text


def test_a_long_table_is_cut_and_says_so(tmp_path: Path) -> None:
    folder = package(tmp_path, RIVERS)
    more = "".join(f"{at},x,north\n" for at in range(SHOWN + 5))
    (folder / "data" / "rivers list.csv").write_text("id,tên <b>,land\n" + more, "utf-8")
    text = pages(folder)["tables/rivers.md"].text
    assert f"The first {SHOWN} of {SHOWN + 5} rows" in text
    assert text.count("<td>x</td>") == SHOWN


@pytest.mark.parametrize(
    "dialect, text",
    [
        ({"delimiter": ";"}, "id;b\n1;x\n"),
        ({"delimiter": ";", "header": False}, "1;x\n"),
        ({"quoteChar": "'"}, "id,b\n1,'x'\n"),
    ],
)
def test_a_dialect_is_kept_to(tmp_path: Path, dialect: Any, text: str) -> None:
    resource = {
        "name": "a",
        "path": "a.csv",
        "dialect": dialect,
        "schema": {"fields": [{"name": "id"}, {"name": "b"}]},
    }
    folder = package(tmp_path, resource)
    (folder / "a.csv").write_text(text, "utf-8")
    (one,) = read_foreign(folder).resources
    assert (one.head, one.rows) == (("id", "b"), (("1", "x"),))


@pytest.mark.parametrize(
    "resource, message",
    [
        ({"name": "a", "path": "../secret.csv"}, r"outside the package: \.\./secret\.csv"),
        ({"name": "a", "path": "/etc/hostname"}, "outside the package"),
        ({"name": "a", "path": "gone.csv"}, r"not there: gone\.csv"),
        ({"name": "a", "path": {"x": 1}}, "resource a, path: is not a path"),
        ({"name": "a", "path": "lands.tsv", "schema": []}, "is not a schema"),
        ({"name": "a", "path": "lands.tsv", "schema": "lands.tsv"}, "is not JSON"),
        ({"name": "a", "path": "data/rivers list.csv", "encoding": "ascii"}, "not text in ascii"),
        ({"name": "a", "path": "data/rivers list.csv", "encoding": "no"}, "not text in no"),
        ("a", "has no list of resources"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, resource: Any, message: str) -> None:
    (tmp_path / "secret.csv").write_text("a\n", "utf-8")
    with pytest.raises(InputError, match=message):
        read_foreign(package(tmp_path / "package", resource))


@pytest.mark.slow
def test_the_site_is_built_in_both_languages(rivers: Path, tmp_path: Path) -> None:
    site = build_site(rivers, tmp_path / "site", None)
    for language in LANGUAGES:
        text = (site / language / "tables" / "rivers.html").read_text("utf-8")
        assert "Content-Security-Policy" in text
        assert "<script>alert" not in text
    assert (site / "datapackage" / "data" / "rivers list.csv").read_text("utf-8") == ROWS
    assert (site / "datapackage" / "datapackage.json").is_file()


@pytest.mark.slow
def test_texts_of_pages_belong_to_packages_of_ours(rivers: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--sources"):
        build_site(rivers, tmp_path / "site", None, tmp_path)
