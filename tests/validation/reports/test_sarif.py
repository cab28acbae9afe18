"""The report as SARIF."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.reports.made import HOSTILE, fault, group, made

from opendata.validation.reports.found import Result
from opendata.validation.reports.root import Root, find_root
from opendata.validation.reports.sarif import render_results

ROOT = Root(Path("/repo"), Path("/repo/sub"))


def run(*results: Result, lang: str = "en", root: Root = ROOT) -> dict[str, Any]:
    """The one run of a log, held against what the standard's schema asks of the parts that it has."""
    log = json.loads(render_results(results, lang, root))  # type: ignore[arg-type]
    assert log.keys() == {"$schema", "version", "runs"} and log["version"] == "2.1.0"
    (found,) = log["runs"]
    assert found["tool"]["driver"]["name"] == "opendata"
    rules = found["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert (
            rule["help"]["text"]
            and rule["shortDescription"]["text"]
            and rule["fullDescription"]["text"]
        )
    for one in found["results"]:
        assert one["ruleId"] == rules[one["ruleIndex"]]["id"]
        assert one["level"] == "error" and one["message"]["text"]
        assert one.get("baselineState", "new") in ("new", "unchanged", "updated", "absent")
        (location,) = one["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"].isascii()
        base = physical["artifactLocation"].get("uriBaseId")
        outside = physical["artifactLocation"]["uri"].startswith("file:///")
        assert base in found["originalUriBaseIds"] or outside
        assert all(number >= 1 for number in physical.get("region", {}).values())
    return dict(found)


def test_results_stand_on_line_and_column(result: Result) -> None:
    found = run(result, root=find_root(Path.cwd()))
    places = []
    for one in found["results"]:
        physical = one["locations"][0]["physicalLocation"]
        region = physical["region"]
        places.append(
            (
                one["ruleId"],
                physical["artifactLocation"]["uri"],
                region["startLine"],
                region["startColumn"],
            )
        )
    assert ("type-error", "faulty/data/articles.csv", 4, 18) in places and len(places) == 8
    assert found["columnKind"] == "unicodeCodePoints"
    assert (
        found["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
        == "articles.year"
    )


def test_rules_and_messages_are_in_the_language() -> None:
    found = run(made(group(fault())), lang="vi")
    assert found["tool"]["driver"]["language"] == "vi"
    assert (
        found["tool"]["driver"]["rules"][0]["shortDescription"]["text"]
        == "Ô không đúng kiểu của cột"
    )
    assert found["results"][0]["message"]["text"] == 'Ô không đúng kiểu của cột [year]: dòng 2 "n/a": cần kiểu "integer/default"'  # fmt: skip


def test_known_errors_are_unchanged_and_suppressed() -> None:
    found = run(made(group(fault(known=True), fault()), compared=True))
    known, new = found["results"]
    assert (known["baselineState"], new["baselineState"]) == ("unchanged", "new")
    assert known["suppressions"] and "suppressions" not in new
    assert "baselineState" not in run(made(group(fault())))["results"][0]


def test_warnings_are_notifications_and_totals_properties() -> None:
    found = run(made(group(fault(), count=1204), warnings=("a: odd",)))
    (note,) = found["invocations"][0]["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("warning", "data: a: odd")
    assert found["properties"]["groups"][0]["count"] == 1204


def test_several_packages_are_one_run() -> None:
    assert len(run(made(group(fault())), made(group(fault("blank-row", None))))["results"]) == 2


def test_a_fingerprint_does_not_change_when_a_row_moves() -> None:
    one, moved, other = (
        run(made(group(fault(**values))))["results"][0]["partialFingerprints"]
        for values in ({"row": 2, "line": 2}, {"row": 9, "line": 12}, {"cell": "x"})
    )
    assert one == moved != other


@pytest.mark.parametrize(
    "file, path",
    [
        ("data/a.csv", "sub/data/a.csv"),
        ("../data/bảng 1.csv", "data/bảng 1.csv"),
        ("/repo/a.csv", "a.csv"),
        ("/elsewhere/a.csv", "/elsewhere/a.csv"),
    ],
)
def test_paths_start_at_the_root_of_the_repository(file: str, path: str) -> None:
    assert ROOT.path(file) == path


def test_the_root_is_where_git_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_root(tmp_path / "a" / "b").folder == tmp_path.resolve()


def test_a_file_outside_the_repository_has_an_address() -> None:
    (one,) = run(made(group(fault(file="/elsewhere/bảng.csv"))))["results"]
    assert one["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///elsewhere/b%E1%BA%A3ng.csv"}  # fmt: skip


@given(st.text())
def test_any_cell_makes_a_sound_log(cell: str) -> None:
    run(made(group(fault(cell=cell, field=cell, file=f"d/{cell}")), package=cell))


def test_what_no_file_can_hold_makes_a_sound_log() -> None:
    run(made(group(fault(cell=HOSTILE, field=HOSTILE)), package=HOSTILE, warnings=(HOSTILE,)))
