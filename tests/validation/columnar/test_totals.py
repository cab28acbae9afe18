"""Beyond an error limit all errors are counted, as frictionless counts them without a limit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from frictionless import Checklist, Package
from hypothesis import HealthCheck, given, settings
from tests.validation.columnar.agree import both, resource
from tests.validation.columnar.tables import chunks, packages

from opendata.validation.columnar import keys, spill, validate_package
from opendata.validation.totals import count_kinds, read_totals

# Of a whole file; after a limit they are not looked for.
_AT_END = {"hash-count", "byte-count", "field-count", "row-count"}


def check_totals(resources: list[dict[str, Any]], files: Any, chunk: int = 1 << 20) -> int:
    """Returns in how many tables a limit was met."""
    expected, _ = both(resources, files, chunk, limit_errors=0)
    _, found = both(resources, files, chunk, limit_errors=1)
    if isinstance(expected, Exception) or isinstance(found, Exception):
        return 0
    met = 0
    for whole, cut in zip(expected.tasks, found.report.tasks, strict=True):
        if found.reasons[cut.name] or not any("error limit" in one for one in cut.warnings):
            assert not read_totals(cut.stats)
            continue
        met += 1
        every = count_kinds(one for one in whole.errors if one.type not in _AT_END)
        assert read_totals(cut.stats) == dict(every)
    return met


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(packages(), chunks)
def test_totals_of_any_package(made: Any, chunk: int) -> None:
    check_totals(*made, chunk)


_SCHEMA = {
    "primaryKey": ["a"],
    "foreignKeys": [{"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}}],
    "fields": [
        {"name": "a", "type": "integer", "constraints": {"maximum": 5, "enum": ["1", "2"]}},
        {"name": "b", "type": "integer", "constraints": {"unique": True}},
        {"name": "c", "type": "date", "constraints": {"required": True}},
    ],
}
_ROWS = b"a,b,c\n1,1,2020-01-01\n9,1,x\n9,x\n1,1,,more,more\n,,\n,,\n2,7,2020-01-02\n"


def test_totals_of_every_kind() -> None:
    one = resource("t", _SCHEMA, dialect={"delimiter": ","})
    assert check_totals([one], {"t.csv": _ROWS}) == 1


def test_totals_are_those_that_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(_ROWS)
    one = resource("t", _SCHEMA, dialect={"delimiter": ","})
    package = Package.from_descriptor({"name": "p", "resources": [one]}, basepath=str(tmp_path))
    run = validate_package(package, Checklist(pick_errors=["blank-row"]), {"limit_errors": 1})
    assert read_totals(run.report.tasks[0].stats) == {("blank-row", ""): 2}


@pytest.mark.parametrize("at_once", [0, 3, 1000])
def test_keys_on_disk(at_once: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spill, "AT_ONCE", at_once)
    monkeypatch.setattr(keys, "_AT_ONCE", at_once)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    rows = [f"{at % 40},{at % 50 or ''},2020-01-01" for at in range(100)]
    data = "\n".join(["a,b,c", *rows, ""]).encode()
    one = resource("t", {**_SCHEMA, "fields": [*_SCHEMA["fields"]]}, dialect={"delimiter": ","})
    expected, found = both([one], {"t.csv": data}, 64)
    assert not isinstance(expected, Exception) and not isinstance(found, Exception)
    kinds = Counter(one.type for one in found.report.tasks[0].errors)
    assert kinds == Counter(one.type for one in expected.tasks[0].errors)
    assert kinds["primary-key"] == 60 and kinds["unique-error"] == 49
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("at_once", [0, 3, 1000])
@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_keys_of_another_table_on_disk(
    at_once: int, order: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(spill, "AT_ONCE", at_once)
    monkeypatch.setattr(keys, "_AT_ONCE", at_once)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fields = [{"name": "id", "type": "string"}, {"name": "so", "type": "integer"}]
    there = {"resource": "a", "fields": ["id", "so"]}
    schemas = {
        "a": {"fields": fields},
        "b": {"fields": fields, "foreignKeys": [{"fields": ["id", "so"], "reference": there}]},
    }
    data = {
        "a.csv": "".join(["id,so\n", *(f"điều {at % 30},{at % 20}\n" for at in range(200))]),
        "b.csv": "".join(["id,so\n", *(f"điều {at % 37},{at % 20}\n" for at in range(150)), ",\n"]),
    }
    resources = [resource(name, schemas[name], dialect={"delimiter": ","}) for name in order]
    expected, found = both(resources, {name: text.encode() for name, text in data.items()}, 64)
    assert not isinstance(expected, Exception) and not isinstance(found, Exception)
    lost = [[one.to_descriptor() for one in task.errors] for task in found.report.tasks]
    assert lost == [[one.to_descriptor() for one in task.errors] for task in expected.tasks]
    assert sum(map(len, lost)) > 100
    assert not list(tmp_path.iterdir())
