"""The report as JUnit XML."""

import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.validation.reports.made import HOSTILE, fault, group, made

from opendata.validation.reports.found import Fault, Resource, Result
from opendata.validation.reports.junit import render_results

# Element: its attributes, those that must be there, its children; as junit-10.xsd of Jenkins has it.
SCHEMA = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "time", "skipped", "timestamp", "hostname", "id", "package", "file"},
        {"name", "tests", "failures", "errors"},
        {"testcase", "properties", "system-out", "system-err"},
    ),
    "testcase": ({"name", "time", "classname", "group"}, {"name"}, {"skipped", "error", "failure"}),
    "failure": ({"type", "message"}, set(), set()),
    "skipped": ({"type", "message"}, set(), set()),
    "system-out": (set(), set(), set()),
}  # fmt: skip


def parsed(*results: Result, lang: str = "en") -> ET.Element:
    root = ET.fromstring(render_results(results, lang))  # type: ignore[arg-type]
    for element in root.iter():
        attributes, needed, children = SCHEMA[element.tag]
        assert needed <= set(element.keys()) <= attributes
        assert {child.tag for child in element} <= children
        assert re.fullmatch(r"[0-9]*(\.[0-9]*)?", element.get("time", "0"))
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        for attribute, tag in (("failures", "failure"), ("skipped", "skipped")):
            assert int(suite.get(attribute, "")) == len(suite.findall(f"testcase/{tag}"))
    for attribute in ("tests", "failures"):
        assert int(root.get(attribute, "")) == sum(int(suite.get(attribute, "")) for suite in root)
    return root


def outcome(suite: ET.Element, type: str) -> list[str]:
    case = next(one for one in suite if one.get("name", "").startswith(f"{type}: "))
    return [child.tag for child in case]


def test_a_suite_a_resource_and_a_case_a_check(result: Result) -> None:
    root = parsed(result)
    assert [suite.get("name") for suite in root] == [
        "faulty",
        "faulty: articles",
        "faulty: outlets",
    ]
    articles = root[1]
    assert articles.get("failures") == "6" and articles.get("file") == "faulty/data/articles.csv"
    assert outcome(articles, "type-error") == ["failure"]
    assert outcome(articles, "encoding-error") == []  # looked for and not found
    assert outcome(root[2], "type-error") == []
    assert (root[0].findtext("system-out") or "").startswith("2 errors that follow from these")
    failure = next(articles.iter("failure"))
    assert failure.get("message") == "Row is empty: 1"
    assert (failure.text or "").strip().splitlines()[0] == "faulty/data/articles.csv:7:1  row 6"


def test_known_errors_are_skipped() -> None:
    (_, suite) = parsed(
        made(group(fault(known=True)), resources=(Resource("articles", "a.csv", "table"),))
    )
    assert outcome(suite, "type-error") == ["skipped"] and suite.get("failures") == "0"


def test_what_was_not_looked_for_does_not_pass() -> None:
    blind = Resource("articles", "a.csv", "table", blind=frozenset(["type-error"]))
    (whole, suite) = parsed(made(resources=(blind,), blind=frozenset(["opendata-name"])))
    assert outcome(suite, "type-error") == ["skipped"] and outcome(suite, "blank-label") == []
    assert outcome(whole, "opendata-name") == ["skipped"]


def test_a_type_of_no_standard_check_is_a_case_where_it_was_found() -> None:
    found = fault("ascii-value")
    (_, suite) = parsed(
        made(group(found), resources=(Resource("articles", "a.csv", "table"),)), lang="vi"
    )
    assert outcome(suite, "ascii-value") == ["failure"]


def test_faults_of_the_package_have_a_suite() -> None:
    (suite,) = parsed(made(group(Fault("opendata-profile", "", "datapackage.json", "odd", "odd"))))
    assert outcome(suite, "opendata-profile") == ["failure"]


@given(st.text())
def test_any_cell_is_well_formed(cell: str) -> None:
    parsed(
        made(
            group(fault(cell=cell, field=cell)),
            package=cell,
            resources=(Resource("articles", cell, "table"),),
        )
    )


def test_what_xml_cannot_hold_is_replaced() -> None:
    parsed(made(group(fault(cell=HOSTILE, field=HOSTILE)), package=HOSTILE, resources=(Resource("articles", HOSTILE, "table"),)))  # fmt: skip
