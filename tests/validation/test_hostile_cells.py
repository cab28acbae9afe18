"""Cells and files that mean harm, each in a process of its own: one that hangs fails, and no more."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opendata.errors import InputError
from opendata.yaml_file import expands, read_yaml

SECONDS = 60  # far more than is needed, far less than for ever
DEEP = "[" * 100_000 + "]" * 100_000
LONG = 200_000
# Nine aliases of nine aliases ...: a few lines that stand for 9 ** 10 values.
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
CHILD = """
import json, sys
from opendata.errors import InputError
from opendata.validation import validate
source, options = sys.argv[1], json.loads(sys.argv[2])
try:
    report = validate(source, **options)
except InputError as error:
    print(json.dumps([str(error)[:300]]))
else:
    print(json.dumps([one for one, in report.flatten(["type"])]))
"""


def run(source: Path, **options: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CHILD, str(source), json.dumps(options)],
        capture_output=True,
        check=False,
        timeout=SECONDS,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-500:]
    found: list[str] = json.loads(done.stdout)
    return found


def write(folder: Path, cell: str, kind: str, **field: Any) -> Path:
    """A package of one table, which holds the cell in its first row."""
    escaped = cell.replace('"', '""')
    (folder / "a.csv").write_text(f'id,b\n1,"{escaped}"\n')
    return describe(folder, {"name": "b", "type": kind, **field})


def describe(folder: Path, field: dict[str, Any], **resource: Any) -> Path:
    schema = {"fields": [{"name": "id", "type": "integer"}, field]}
    one = {"name": "a", "type": "table", "path": "a.csv", "schema": schema, **resource}
    address = "https://datapackage.org/profiles/2.0/datapackage.json"
    descriptor = {"$schema": address, "name": "a", "resources": [one]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    return folder


NESTED = {"constraints": {"jsonSchema": {"items": {"type": "array"}}}}
CELLS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("," * LONG, "string", {}, []),
    (",'a" * LONG, "string", {}, []),
    ('"' * LONG, "string", {}, []),
    ("\n" * LONG, "string", {}, []),
    ("1" * LONG, "integer", {}, ["type-error"]),
    (DEEP, "array", {}, ["type-error"]),
    (DEEP, "array", NESTED, ["type-error"]),
    (DEEP, "object", {}, ["type-error"]),
    ('{"a":' * LONG + "1" + "}" * LONG, "object", {}, ["type-error"]),
    (DEEP, "geojson", {}, ["type-error"]),
    (DEEP, "any", {}, []),
]


@pytest.mark.parametrize("cell, kind, field, expected", CELLS)
def test_a_cell_takes_no_time_to_speak_of(
    cell: str, kind: str, field: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    assert run(write(tmp_path, cell, kind, **field)) == expected


@pytest.mark.slow
@pytest.mark.parametrize("kind, expected", [("string", []), ("integer", ["type-error"])])
def test_a_cell_of_fifty_million_characters(kind: str, expected: list[str], tmp_path: Path) -> None:
    assert run(write(tmp_path, "x, " * 17_000_000, kind)) == expected


def descriptor_bomb(folder: Path) -> Path:
    (folder / "datapackage.yaml").write_text(f"{BOMB}name: a\nresources: *j\n")
    return folder / "datapackage.yaml"


def schema_bomb(folder: Path) -> Path:
    (folder / "a.csv").write_text("id,b\n1,x\n")
    (folder / "schema.yaml").write_text(f"{BOMB}fields: *j\n")
    return describe(folder, {}, schema="schema.yaml")


def gz_in_gz(folder: Path) -> Path:
    packed = gzip.compress(gzip.compress(b"id,b\n1,x\n", mtime=0), mtime=0)
    (folder / "a.csv.gz").write_bytes(packed)
    return describe(folder, {"name": "b", "type": "string"}, path="a.csv.gz", encoding="utf-8")


FILES: list[tuple[Callable[[Path], Path], str]] = [
    (descriptor_bomb, "opendata-unsafe-file"),
    (schema_bomb, "opendata-unsafe-file"),
    (gz_in_gz, "encoding-error"),
]


@pytest.mark.parametrize("make, expected", FILES)
def test_a_file_that_unpacks_into_more(
    make: Callable[[Path], Path], expected: str, tmp_path: Path
) -> None:
    assert run(make(tmp_path)) == [expected]


def test_rules_that_unpack_into_more(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(f"{BOMB}rules: *j\n")
    folder = write(tmp_path, "x", "string")
    (told,) = run(folder, rules=str(tmp_path / "rules.yaml"))
    assert "stands for more than 1000000 values" in told


EXPANDING = [
    ("a: 1", False),
    ("a: &x [1]\nb: *x\nc: {d: *x}", False),
    ("a: &x [1, *x]", True),
    (BOMB, True),
]


@pytest.mark.parametrize("text, expected", EXPANDING)
def test_what_aliases_make_of_a_file(text: str, expected: bool) -> None:
    assert expands(text) is expected


def test_yaml_that_is_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("[" * 10_000)
    with pytest.raises(InputError, match="is nested too deeply"):
        read_yaml(tmp_path / "a.yaml")
