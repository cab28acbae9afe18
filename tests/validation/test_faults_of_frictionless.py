"""Faults of frictionless 5.21 that ours does not share: the smallest case of each, and the thread.

A case that fails here because frictionless has mended it can go, with what ours does about it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest

import opendata

ID = {"name": "id", "type": "integer"}
DS = {"name": "ds", "type": "array"}


def table(fields: list[dict[str, Any]], *rows: list[Any], **schema: Any) -> dict[str, Any]:
    labels = [one["name"] for one in fields]
    return {"name": "a", "data": [labels, *rows], "schema": {"fields": fields, **schema}}


def csv(folder: Path, text: str, **resource: Any) -> dict[str, Any]:
    (folder / "a.csv").write_text(text, "utf-8")
    return {"name": "a", "path": "a.csv", **resource}


def types(report: frictionless.Report) -> list[str]:
    return [str(one[0]) for one in report.flatten(["type"])]


# fmt: off
# Thread (or "none known"), the resource, what frictionless says, what ours says.
FAULTS: list[tuple[str, str, Callable[[Path], dict[str, Any]], Any, list[str]]] = [
    ("unique keys are not looked at", "frictionless-py#937", lambda _: table([ID], [1], [1], uniqueKeys=[["id"]]), [], ["opendata-unique-key"]),
    ("categories are not looked at", "frictionless-py#1814", lambda _: table([{**ID, "categories": [1]}], [2]), [], ["opendata-category"]),
    ("categories may be anything", "frictionless-py#1814", lambda _: table([{**ID, "categories": 5}], [2]), [], ["opendata-profile"]),
    ("a composite primary key may be empty in part", "frictionless-py#1623", lambda _: table([ID, {"name": "ten", "type": "string"}], [1, None], primaryKey=["id", "ten"]), [], ["opendata-primary-key"]),
    ("jsonSchema is refused", "none known", lambda _: table([{**DS, "constraints": {"jsonSchema": {"maxItems": 1}}}], [[1]]), ["field-error"], []),
    ("a unique array crashes", "none known", lambda _: table([{**DS, "constraints": {"unique": True}}], [[1]], [[2]]), TypeError, []),
    ("an array as primary key crashes", "none known", lambda _: table([DS], [[1]], [[2]], primaryKey=["ds"]), TypeError, []),
    ("an array in a foreign key crashes", "none known", lambda _: table([DS], [[1]], foreignKeys=[{"fields": ["ds"], "reference": {"fields": ["ds"]}}]), TypeError, []),
    ("a table without rows is refused", "none known", lambda _: {"name": "a", "data": [], "schema": {"fields": [ID]}}, ["source-error"], []),
    ("fieldsMatch as the profile has it is refused", "datapackage#965", lambda _: table([ID], [1], fieldsMatch=["exact"]), ["schema-error", "schema-error"], []),
    ("a hash by sha1 is not compared", "none known", lambda p: csv(p, "id\n1\n", hash="sha1:" + "0" * 40), [], ["opendata-file"]),
    ("a hash by SHA256 is not compared", "none known", lambda p: csv(p, "id\n1\n", hash="SHA256:" + "0" * 64), [], ["opendata-file"]),
    ("a size of 0 is not compared", "none known", lambda p: csv(p, "id\n1\n", bytes=0), [], ["opendata-file"]),
    ("a link may lead out of the package", "none known", lambda p: link(p), [], ["opendata-unsafe-file"]),
    ("of alternatives only one end is held", "none known", lambda _: table([{"name": "id", "type": "string", "constraints": {"pattern": "a|b"}}], ["a"], ["ax"]), [], ["opendata-pattern-part"]),
    ("a time without zone as bound crashes on times with one", "none known", lambda _: table([{"name": "id", "type": "datetime", "constraints": {"minimum": "2020-01-01T00:00:00"}}], ["2021-01-01T00:00:00Z"]), TypeError, ["opendata-not-checked"]),
    ("a bound may be above another", "none known", lambda _: table([{**ID, "constraints": {"minimum": 5, "maximum": 4}}]), [], ["opendata-constraint"]),
]
# fmt: on


def link(folder: Path) -> dict[str, Any]:
    (folder.parent / "outside.csv").write_text("id\n1\n")
    (folder / "a.csv").symlink_to(folder.parent / "outside.csv")
    return {"name": "a", "path": "a.csv"}


@pytest.mark.parametrize(
    "thread, make, theirs, ours", [pytest.param(*rest, id=name) for name, *rest in FAULTS]
)
def test_faults(
    thread: str,
    make: Callable[[Path], dict[str, Any]],
    theirs: Any,
    ours: list[str],
    tmp_path: Path,
) -> None:
    address = "https://datapackage.org/profiles/2.0/datapackage.json"
    folder = tmp_path / "package"
    folder.mkdir()
    package = {"$schema": address, "resources": [make(folder)]}
    options = {"type": "package", "basepath": str(folder)}
    if isinstance(theirs, type):
        with pytest.raises(theirs, match=r"unhashable|compare"):
            frictionless.validate(package, **options)
    else:
        assert types(frictionless.validate(package, **options)) == theirs
    assert types(opendata.validate(package, **options)) == ours
    assert thread
