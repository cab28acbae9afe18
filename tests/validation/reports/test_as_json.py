"""The report as JSON."""

import json
from importlib import resources
from typing import Any

from frictionless import Report
from jsonschema import Draft202012Validator
from tests.validation.reports.made import HOSTILE, fault, fixed, group, made

from opendata.validation.reports.as_json import render_results
from opendata.validation.reports.found import Result

SCHEMA = json.loads(
    resources.files("opendata.validation.reports").joinpath("report.schema.json").read_text("utf-8")
)


def parsed(*results: Result, lang: str = "en") -> Any:
    found = json.loads(render_results(results, lang))  # type: ignore[arg-type]
    for one in found if isinstance(found, list) else [found]:
        assert not list(Draft202012Validator(SCHEMA).iter_errors(one))
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_frictionless_report_and_more(result: Result) -> None:
    found = parsed(result)
    report = Report.from_descriptor(found)
    assert report.flatten(["rowNumber", "type"]) == result.report.flatten(["rowNumber", "type"])
    # Two of them follow from others.
    assert report.stats["errors"] == 10 and found["valid"] is False
    ours = found["opendata"]
    assert ours["leftOut"] == 2
    assert (ours["package"], ours["errors"], ours["new"], ours["passed"]) == ("faulty", 8, 8, False)
    assert ours["groups"][0]["examples"][0] == {
        "row": 3, "line": 4, "column": 18, "cell": "n/a", "note": 'type is "integer/default"', "known": False,
    }  # fmt: skip


def test_known_and_fixed_errors_are_told() -> None:
    ours = parsed(
        made(group(fault(known=True), fault()), fixed=(fixed(),), compared=True), lang="vi"
    )["opendata"]
    assert (ours["known"], ours["new"], ours["passed"]) == (1, 1, False)
    assert ours["groups"][0]["title"] == "Ô không đúng kiểu của cột"
    assert ours["fixed"][0]["key"] == "7"


def test_several_packages_are_an_array() -> None:
    assert [one["opendata"]["package"] for one in parsed(made(package="a"), made(package="b"))] == [
        "a",
        "b",
    ]


def test_what_no_file_can_hold_is_parsed() -> None:
    parsed(made(group(fault(cell=HOSTILE, field=HOSTILE)), package=HOSTILE, warnings=(HOSTILE,)))
