"""Rules of a maintainer's own, in Python and in YAML."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.errors import InputError
from opendata.validation import validate
from opendata.validation.issues import Issue
from opendata.validation.rules import Table, load_rules, rule
from opendata.validation.rules.condition import read_condition

FIELDS = [
    {"name": "id", "type": "integer"},
    {"name": "kind", "type": "string"},
    {"name": "starts", "type": "date"},
    {"name": "ends", "type": "date"},
    {"name": "a", "type": "number"},
    {"name": "b", "type": "number"},
    {"name": "total", "type": "number"},
    {"name": "open", "type": "boolean"},
]
TEXT = """id,kind,starts,ends,a,b,total,open
1,họp,2026-11-01,2026-11-02,0.1,0.2,0.3,true
2,họp,2026-11-05,2026-11-03,1,2,4,false
3,,2026-11-05,,1,,4,true
10,xử án,,2026-11-03,-1,2,1,
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "events.csv").write_text(TEXT, "utf-8")
    (tmp_path / "other.csv").write_text("so\n1\n", "utf-8")
    events = {"name": "events", "type": "table", "path": "events.csv", "schema": {"fields": FIELDS}}
    other = {
        "name": "other",
        "type": "table",
        "path": "other.csv",
        "schema": {"fields": [{"name": "so", "type": "integer"}]},
    }
    descriptor = {"name": "x", "resources": [events, other]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return tmp_path


def save(folder: Path, *rules: dict[str, Any]) -> Path:
    path = folder / "rules.yaml"
    path.write_text(json.dumps({"rules": list(rules)}, ensure_ascii=False), "utf-8")  # JSON is YAML
    return path


# The condition that must hold, and the rows in which it does not.
CASES: list[tuple[dict[str, Any], list[int]]] = [
    ({"field": "kind", "present": True}, [4]),
    ({"field": "kind", "present": False}, [2, 3, 5]),
    ({"field": "kind", "equals": "họp"}, [5]),
    ({"field": "kind", "differs_from": "họp"}, [2, 3]),
    ({"field": "kind", "in": ["họp", "hội nghị"]}, [5]),
    ({"field": "kind", "not_in": ["xử án"]}, [5]),
    ({"field": "kind", "pattern": "h.p"}, [5]),
    ({"field": "kind", "min_length": 4}, [2, 3]),
    ({"field": "kind", "max_length": 3}, [5]),
    ({"field": "id", "equals": 10}, [2, 3, 4]),
    ({"field": "id", "less_than": 3}, [4, 5]),
    ({"field": "id", "at_most": 3}, [5]),
    ({"field": "id", "more_than": 2}, [2, 3]),
    ({"field": "id", "in": [1, 2, 3]}, [5]),
    ({"field": "a", "at_least": 0}, [5]),
    ({"field": "starts", "at_least": "2026-11-02"}, [2]),
    ({"field": "ends", "at_least": {"field": "starts"}}, [3]),
    ({"field": "open", "equals": True}, [3]),
    ({"sum": ["a", "b"], "equals": {"field": "total"}}, [3]),
    ({"sum": ["a", "b"], "at_most": 1}, [3]),
    ({"all": [{"field": "id", "at_least": 2}, {"field": "kind", "present": True}]}, [2, 4]),
    ({"any": [{"field": "id", "at_least": 10}, {"field": "open", "equals": True}]}, [3]),
    ({"not": {"field": "kind", "equals": "họp"}}, [2, 3]),
]


@pytest.mark.parametrize("condition, rows", CASES, ids=[str(one) for one, _ in CASES])
def test_conditions(condition: dict[str, Any], rows: list[int], package: Path) -> None:
    path = save(package, {"name": "quy-tac", "resource": "events", "require": condition})
    report = validate(package, rules=path)
    found = report.flatten(["type", "rowNumber"])
    assert found == [["opendata-rule", row] for row in rows]


def test_required_if(package: Path) -> None:
    path = save(package, {"name": "x", "when": {"field": "kind", "equals": "họp"}, "require": {"field": "ends", "at_least": {"field": "starts"}},
                          "message": {"vi": "kết thúc trước khi bắt đầu", "en": "ends before it starts"}})  # fmt: skip
    for language, words in [("vi", "kết thúc trước"), ("en", "ends before"), ("fr", "ends before")]:
        (error,) = validate(package, rules=[str(path)], language=language).tasks[0].errors
        assert (error.row_number, error.field_name) == (3, "ends")
        assert error.note.startswith(f"events.csv, row 3: {words}") and "rule x" in error.note


def test_warnings_leave_a_package_valid(package: Path) -> None:
    path = save(
        package, {"name": "x", "level": "warning", "require": {"field": "id", "more_than": 99}}
    )
    report = validate(package, rules=path)
    assert report.valid
    told = [one for one in report.warnings if one.startswith("events.csv: x: ")]
    assert len(told) == 4 and told[-1] == "events.csv: x: 1 more rows"


def test_checks_in_python(package: Path) -> None:
    @rule(resource="events")
    def late(table: Table) -> Iterator[Issue]:
        for part in table.columns(["starts", "ends"]):
            for row in part.filter(pl.col("ends") < pl.col("starts"))["#"]:
                yield table.issue("ends too early", row, "ends")

    def ids(table: Table) -> list[Issue]:
        return [
            table.issue("10 is too much", row["#"]) for row in table.rows() if row.get("id") == 10
        ]

    report = validate(package, rules=[late, ids])
    assert report.flatten(["rowNumber", "fieldName"]) == [[3, "ends"], [5, None]]
    assert "ends too early (rule late)" in report.tasks[0].errors[0].note
    assert validate(package, rules=late, skip_errors=["opendata-rule"]).valid
    assert validate(package, rules=late, strict=False).valid


def test_a_rule_for_a_table_that_is_not_there(package: Path) -> None:
    path = save(
        package, {"name": "x", "resource": "nowhere", "require": {"field": "id", "present": True}}
    )
    report = validate(package, rules=path)
    assert "rules: x: not checked: there is no table 'nowhere'" in report.warnings
    path = save(
        package, {"name": "x", "resource": "other", "require": {"field": "id", "present": True}}
    )
    assert (
        "other.csv: x: not checked: there is no column 'id'"
        in validate(package, rules=path).warnings
    )


def test_a_check_that_fails_is_named(package: Path) -> None:
    def wrong(table: Table) -> list[Issue]:
        raise KeyError("so")

    with pytest.raises(InputError, match="rule wrong failed: KeyError"):
        validate(package, rules=wrong)


GOOD = {"field": "id", "present": True}
BAD: list[tuple[object, str]] = [
    ("rules: 5", "has no list of rules"),
    ("rules: [5]", "expected a rule, found 5"),
    ("rules: [{require: {}}]", "has no name"),
    ("rules: [{name: x}]", "has no 'require'"),
    ("rules: [{name: x, require: 5}]", "expected a condition"),
    ("rules: [{name: x, requires: 5}]", "'requires' is no part of a rule"),
    ({"name": "x", "require": GOOD, "level": "note"}, "level is 'note'"),
    ({"name": "x", "require": GOOD, "resource": 5}, "expected the name of a table"),
    ({"name": "x", "require": GOOD, "message": 5}, "expected text"),
    ({"name": "x", "require": {"field": "id"}}, "and one of present"),
    ({"name": "x", "require": {"field": "id", "is": 5}}, "'is' is no operator"),
    ({"name": "x", "require": {"field": 5, "equals": 5}}, "expected the name of a field"),
    ({"name": "x", "require": {"field": "id", "equals": [5]}}, "expected one value"),
    ({"name": "x", "require": {"field": "id", "equals": {"python": "5"}}}, "expected a value or"),
    ({"name": "x", "require": {"field": "id", "in": 5}}, "expected a list"),
    ({"name": "x", "require": {"field": "id", "present": "yes"}}, "expected true or false"),
    ({"name": "x", "require": {"field": "id", "min_length": "5"}}, "expected a whole number"),
    ({"name": "x", "require": {"field": "id", "pattern": "(?=a)"}}, "is no pattern"),
    ({"name": "x", "require": {"all": []}}, "'all' has no list"),
    ({"name": "x", "require": {"not": GOOD, "field": "id"}}, "'not' stands beside other words"),
]


@pytest.mark.parametrize("given, words", BAD, ids=[words for _, words in BAD])
def test_files_that_cannot_be_used(given: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    if isinstance(given, dict):
        save(tmp_path, given)
    else:
        path.write_text(str(given), "utf-8")
    with pytest.raises(InputError) as caught:
        load_rules(path)
    assert words in str(caught.value) and "rules.yaml" in str(caught.value)


def test_what_is_no_rule() -> None:
    with pytest.raises(InputError, match="does not exist"):
        load_rules("nowhere.yaml")
    with pytest.raises(InputError, match="is no rule"):
        load_rules([5])


ROWS = st.lists(
    st.tuples(st.none() | st.integers(-3, 3), st.none() | st.integers(-3, 3)),
    min_size=1,
    max_size=8,
)
OPERATORS = {
    "equals": "__eq__",
    "differs_from": "__ne__",
    "less_than": "__lt__",
    "at_most": "__le__",
    "more_than": "__gt__",
    "at_least": "__ge__",
}


@given(ROWS, st.sampled_from(sorted(OPERATORS)))
def test_comparisons_are_those_of_python(
    rows: list[tuple[int | None, int | None]], word: str
) -> None:
    frame = pl.DataFrame(rows, schema={"a": pl.Int128, "b": pl.Int128}, orient="row")
    condition = read_condition({"field": "a", word: {"field": "b"}})
    found = frame.select(condition.make(dict(frame.schema)).alias("")).to_series().to_list()
    expected = [None if a is None or b is None else getattr(a, OPERATORS[word])(b) for a, b in rows]
    assert found == expected
