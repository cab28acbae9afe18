"""For each check of frictionless, one broken input: one error of that type, the same in both."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validation.columnar.agree import assert_agree, resource

_DIALECT = {"delimiter": ","}
_GOOD = b"id,of,kind,day\n1,,a,2020-01-01\n2,1,b,2020-01-02\n3,1,a,2020-01-03\n"
_SCHEMA: dict[str, Any] = {
    "primaryKey": ["id"],
    "foreignKeys": [{"fields": ["of"], "reference": {"resource": "", "fields": ["id"]}}],
    "fields": [
        {"name": "id", "type": "integer"},
        {"name": "of", "type": "integer"},
        {"name": "kind", "type": "string", "constraints": {"enum": ["a", "b"]}},
        {"name": "day", "type": "date", "constraints": {"required": True, "unique": True}},
    ],
}

FAULTS: list[tuple[str, bytes, bytes, dict[str, Any]]] = [
    ("type-error", b"2020-01-03", b"2020-02-30", {}),
    ("constraint-error", b"3,1,a", b"3,1,c", {}),
    ("constraint-error", b"2020-01-03", b"", {}),
    ("unique-error", b"2020-01-03", b"2020-01-01", {}),
    ("primary-key", b"\n3,", b"\n2,", {}),
    ("primary-key", b"\n3,", b"\n,", {}),
    ("foreign-key", b"3,1,a", b"3,9,a", {}),
    ("extra-cell", b"2020-01-03", b"2020-01-03,x", {}),
    ("incorrect-label", b"kind", b"sort", {}),
    ("extra-label", b"day\n", b"day,more\n", {}),
    ("encoding-error", b"3,1,a", b"3,1,\xff", {}),
    ("byte-count", b"", b"", {"bytes": 1}),
    ("hash-count", b"", b"", {"hash": "sha256:0"}),
    ("hash-count", b"", b"", {"hash": "0"}),
    ("field-count", b"", b"", {"fields": 3}),
    ("row-count", b"", b"", {"rows": 4}),
    ("scheme-error", b"", b"", {"path": "none.csv"}),
    ("compression-error", b"", b"", {"compression": "zip"}),
]


@pytest.mark.parametrize(
    "kind,old,new,more", FAULTS, ids=[f"{r[0]}-{i}" for i, r in enumerate(FAULTS)]
)
def test_one_fault_is_one_error(kind: str, old: bytes, new: bytes, more: dict[str, Any]) -> None:
    assert old in _GOOD
    data = _GOOD.replace(old, new, 1) if old else _GOOD
    described = resource("t", _SCHEMA, dialect=_DIALECT, **more)
    run = assert_agree([described], {"t.csv": data})
    assert run is not None
    found = [error.type for task in run.report.tasks for error in task.errors]
    extra_rows = {"extra-label": ["missing-cell"] * 3, "encoding-error": []}.get(kind, [])
    assert found == [kind, *extra_rows]


def test_the_good_table_has_none() -> None:
    run = assert_agree([resource("t", _SCHEMA, dialect=_DIALECT)], {"t.csv": _GOOD})
    assert run is not None
    assert run.report.valid
    assert run.reasons == {"t": ""}


ROWS: list[tuple[str, bytes]] = [
    ("missing-cell", b"1,2\n3\n"),
    ("blank-row", b"1,2\n,\n"),
    ("blank-row", b"1,2\n\n"),
]


@pytest.mark.parametrize("kind,rows", ROWS)
def test_one_fault_of_a_row(kind: str, rows: bytes) -> None:
    schema = {"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "integer"}]}
    run = assert_agree([resource("t", schema, dialect=_DIALECT)], {"t.csv": b"a,b\n" + rows})
    assert run is not None
    assert [error.type for error in run.report.tasks[0].errors] == [kind]


LABELS: list[tuple[list[str], bytes]] = [
    (["missing-label"], b"a\n1\n"),
    (["blank-label"], b"a,\n1,2\n"),
    (["duplicate-label"], b"a,a\n1,2\n"),
]


@pytest.mark.parametrize("kinds,data", LABELS)
def test_one_fault_of_a_header(kinds: list[str], data: bytes) -> None:
    schema = {"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "integer"}]}
    run = assert_agree([resource("t", schema, dialect=_DIALECT)], {"t.csv": data})
    assert run is not None
    assert [error.type for error in run.report.tasks[0].errors] == kinds
