"""Counts of errors beyond those that are listed."""

import time
from collections import Counter

import pytest
from frictionless import ReportTask, errors

from opendata.validation.checked import Checked
from opendata.validation.issues import Issue
from opendata.validation.merge import Findings, merge
from opendata.validation.totals import fold_totals, read_totals, write_totals

TYPE, KEY = ("type-error", "year"), ("foreign-key", "outlet")


@pytest.mark.parametrize(
    "totals, before, after, folded",
    [
        ({TYPE: 900}, {TYPE: 10}, {TYPE: 10}, {TYPE: 900}),
        ({TYPE: 900}, {TYPE: 10}, {}, {}),  # all of them are consequences, so the others are too
        ({KEY: 900}, {KEY: 10}, {KEY: 2}, {KEY: 892}),
        ({TYPE: 900}, {}, {}, {TYPE: 900}),  # none of them is listed
    ],
)
def test_totals_follow_what_is_folded(
    totals: dict[tuple[str, str], int], before: dict[tuple[str, str], int],
    after: dict[tuple[str, str], int], folded: dict[tuple[str, str], int],
) -> None:  # fmt: skip
    assert fold_totals(totals, Counter(before), Counter(after)) == folded


def test_totals_read_back() -> None:
    assert read_totals(write_totals({TYPE: 3, KEY: 4})) == {TYPE: 3, KEY: 4}
    assert write_totals({}) == {} and read_totals({"errors": 1}) == {}


def test_a_merged_report_tells_the_totals_of_both() -> None:
    listed = errors.HashCountError(note="x")
    task = ReportTask(
        name="bang", type="table", valid=False, place="bang.csv", labels=[], errors=[listed],
        stats={"errors": 1, "seconds": 0, **write_totals({("hash-count", ""): 70})},  # type: ignore[typeddict-item]
    )  # fmt: skip
    issues = [Issue("bang", row, "ten", "", "opendata-link", "note") for row in range(2, 7)]
    whole = [Issue("", 0, "", str(at), "opendata-profile", "note") for at in range(3)]
    findings = Findings([task], [Checked("bang", (listed,))], [], [])
    report = merge(findings, [*issues, *whole], 2, time.perf_counter())
    assert read_totals(report.tasks[0].stats) == {
        ("hash-count", ""): 70,
        ("opendata-link", "ten"): 5,
    }
    assert read_totals(report.stats) == {("opendata-profile", ""): 3}
    assert [len(report.tasks[0].errors), len(report.errors)] == [3, 2]
    assert report.tasks[0].warnings == ["reached error limit: 2 of 5 are listed"]
