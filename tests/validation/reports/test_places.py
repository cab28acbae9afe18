"""How a package's files are written, as its descriptor says."""

import json
from pathlib import Path
from typing import Any

import pytest

from opendata.validation.reports.lines import Text
from opendata.validation.reports.places import find_places

# What a resource states, and how its file is written.
CASES: list[tuple[dict[str, Any], dict[str, Any] | None]] = [
    ({"path": "a.csv"}, {"encoding": "utf-8-sig"}),
    ({"path": "a.csv", "encoding": "cp1258"}, {"encoding": "cp1258"}),
    ({"path": "a.csv", "dialect": {"delimiter": ";"}}, {"delimiter": ";"}),
    ({"path": "a.csv", "dialect": {"csv": {"delimiter": ";"}}}, {"delimiter": ";"}),
    ({"path": "a.csv", "dialect": "dialect.json"}, {"delimiter": "|", "quote": "'"}),
    ({"path": "a.csv", "dialect": "../dialect.json"}, {}),
    ({"path": "a.csv", "dialect": {"quoteChar": "'", "escapeChar": "\\", "doubleQuote": False}}, {"quote": "'", "escape": "\\", "double": False}),
    ({"path": "a.csv", "dialect": {"delimiter": 5, "quoteChar": None, "escapeChar": "long"}}, {"quote": ""}),
    ({"path": "a.tsv"}, {"delimiter": "\t"}),
    ({"path": "a.txt", "format": "csv"}, {}),
    ({"path": "a.csv.gz"}, None),
    ({"path": "a.csv", "compression": "zip"}, None),
    ({"path": "a.xlsx"}, None),
    ({"path": "a.json"}, None),
    ({"path": "../a.csv"}, None),
    ({"path": "/etc/passwd.csv"}, None),
    ({"path": "https://example.org/a.csv"}, None),
    ({"path": ["a.csv", "b.csv"]}, None),
    ({"path": 5}, None),
    ({"data": [["a"], [1]]}, None),
]  # fmt: skip


@pytest.mark.parametrize("stated, written", CASES)
def test_a_table_is_read_as_it_is_written(
    stated: dict[str, Any], written: dict[str, Any] | None, tmp_path: Path
) -> None:
    (tmp_path / "dialect.json").write_text('{"delimiter": "|", "quoteChar": "\'"}')
    resource = {"name": "a", **stated}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    table = find_places(tmp_path).table("a", "place")
    if written is None:
        assert table.text is None
    else:
        path = tmp_path / stated["path"]
        assert table.text == Text(path, **{"encoding": "utf-8-sig", **written})
    # A resource may be described alone.
    (tmp_path / "resource.json").write_text(json.dumps(resource))
    assert find_places(tmp_path / "resource.json").table("a", "place") == table


def test_keys_and_header_are_those_of_the_schema_and_dialect(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text('{"primaryKey": "id"}')
    resource = {
        "name": "a",
        "path": "a.csv",
        "schema": "schema.json",
        "dialect": {"headerRows": [1, 3]},
    }
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    table = find_places(tmp_path).table("a", "")
    assert (table.primary_key, table.header) == (("id",), 3)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"resources": 5}', '{"resources": [5]}', "[" * 99_999]
)
def test_a_broken_descriptor_has_no_tables(text: str, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(text)
    places = find_places(tmp_path)
    assert places.table("a", "a.csv").file == "a.csv" and places.table("a", "a.csv").text is None
