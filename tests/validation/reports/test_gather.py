"""A report becomes groups of faults with their places."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Report, ReportTask, errors
from tests.validation.reports.faulty import FAULTS, SOUND_ARTICLES, descriptor, write_faulty

from opendata.validation import validate
from opendata.validation.errors import to_error
from opendata.validation.issues import Issue, package_issue
from opendata.validation.reports.found import Result
from opendata.validation.reports.gather import gather
from opendata.validation.reports.places import find_places


def found(folder: str | Path, **options: Any) -> Result:
    return gather(validate(str(folder), **options), str(folder), find_places(Path(folder)))


def test_every_fault_has_its_place(result: Result) -> None:
    faults = [one for group in result.groups for one in group.faults]
    seen = [(one.type, one.field, one.row, one.line, one.column) for one in faults]
    assert sorted(seen) == sorted(FAULTS)
    assert {one.file for one in faults} == {"faulty/data/articles.csv"}


def test_faults_of_one_type_and_column_are_one_group(result: Result) -> None:
    counts = {(group.type, group.field): group.count for group in result.groups}
    assert counts["type-error", "year"] == 3 and len(counts) == 6
    assert result.errors == 8 and result.exact and not result.passed


def test_a_row_is_known_by_its_primary_key(result: Result) -> None:
    keys = {(one.type, one.key) for group in result.groups for one in group.faults}
    assert {("type-error", "2"), ("missing-cell", "5"), ("extra-cell", "6")} <= keys
    # The first row that points to a missing key, or repeats one, stands for all of them.
    assert {("foreign-key", ""), ("primary-key", "")} <= keys


def test_a_sound_package_has_no_groups(sound_result: Result) -> None:
    assert (sound_result.groups, sound_result.passed) == ((), True)
    assert [one.name for one in sound_result.resources] == ["articles", "outlets"]


def test_a_wrong_heading_is_placed_in_its_cell(tmp_path: Path) -> None:
    result = found(write_faulty(tmp_path, SOUND_ARTICLES.replace("year", "yaer")))
    (fault,) = (one for group in result.groups for one in group.faults)
    assert (fault.type, fault.field, fault.cell) == ("incorrect-label", "year", "yaer")
    assert (fault.row, fault.line, fault.column) == (1, 1, 10)


def change(edit: Callable[[dict[str, Any]], None]) -> Callable[[Path], Path]:
    def changed(folder: Path) -> Path:
        value = descriptor()
        edit(value)
        write_faulty(folder, SOUND_ARTICLES)
        (folder / "datapackage.json").write_text(json.dumps(value, indent=2), "utf-8")
        return folder

    return changed


DESCRIPTORS = [
    (lambda d: d["resources"][0]["schema"].update(primaryKey=["no"]), "opendata-key", '"primaryKey": ['),
    (lambda d: d["resources"][1].update(name="articles"), "opendata-name", '"name": "articles",'),
    (lambda d: d["resources"][0].update(path="../a.csv"), "opendata-path", '"path": "../a.csv",'),
    (lambda d: d.update(created="yesterday"), "opendata-profile", '"created": "yesterday"'),
]  # fmt: skip


@pytest.mark.parametrize("edit, type, line", DESCRIPTORS)
def test_a_fault_of_the_descriptor_is_placed_in_it(
    edit: Callable[[dict[str, Any]], None], type: str, line: str, tmp_path: Path
) -> None:
    folder = change(edit)(tmp_path)
    fault = next(f for group in found(folder).groups for f in group.faults if f.type == type)
    assert fault.file == (folder / "datapackage.json").as_posix()
    lines = (folder / "datapackage.json").read_text("utf-8").splitlines()
    assert lines[fault.line - 1][fault.column - 1 :] == line


def test_broken_json_is_placed_where_it_breaks(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{\n  "name": tòa\n}', "utf-8")
    (fault,) = (one for group in found(tmp_path).groups for one in group.faults)
    assert (fault.type, fault.line, fault.column) == ("opendata-descriptor", 2, 11)


def test_a_table_without_descriptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("bảng.csv")
    path.write_text('a;b\n"x\ny";z\nx\n', "utf-8")
    (fault,) = (one for group in found(path).groups for one in group.faults)
    assert (fault.type, fault.file, fault.line, fault.column) == (
        "missing-cell",
        path.as_posix(),
        4,
        2,
    )


def test_a_compressed_table_has_rows_and_no_lines(tmp_path: Path) -> None:
    def compressed(value: dict[str, Any]) -> None:
        value["resources"][1]["path"] = "data/outlets.csv.gz"

    folder = change(compressed)(tmp_path)
    (folder / "data" / "outlets.csv.gz").write_bytes(gzip.compress(b"id,name\nlang,L\nlao\n"))
    (fault,) = (one for group in found(folder).groups for one in group.faults)
    assert (fault.type, fault.row, fault.line, fault.place) == ("missing-cell", 3, 0, f"{folder.as_posix()}/data/outlets.csv.gz")  # fmt: skip


def task(
    stats: dict[str, Any], *listed: errors.FileError, warnings: tuple[str, ...] = ()
) -> ReportTask:
    return ReportTask(
        name="bang", type="table", valid=not listed, place="bang.csv", labels=[], errors=list(listed),
        stats={"errors": len(listed), "warnings": 0, "seconds": 0, **stats}, warnings=list(warnings),
    )  # fmt: skip


def test_totals_are_true_where_a_limit_cut_the_list() -> None:
    totals = [
        {"type": "hash-count", "field": "", "count": 12345},
        {"type": "type-error", "field": "year", "count": 7},
    ]
    cut = task(
        {"totals": totals}, errors.HashCountError(note="x"), warnings=("reached error limit: 1",)
    )
    result = gather(Report.from_validation(tasks=[cut]), "gói")
    groups = [(one.type, one.field, one.count, len(one.faults), one.exact) for one in result.groups]
    assert groups == [("hash-count", "", 12345, 1, True), ("type-error", "year", 7, 0, True)]


def test_without_totals_there_are_at_least_so_many() -> None:
    cut = task({}, errors.HashCountError(note="x"), warnings=("reached error limit: 1",))
    result = gather(Report.from_validation(tasks=[cut]), "gói")
    assert not result.exact and result.errors == 1


BLIND = [
    ((), (), set()),
    ((errors.SourceError(note="x"),), (), {"type-error", "blank-row", "foreign-key"}),
    ((), ("reached error limit: 5",), {"type-error", "blank-row", "foreign-key"}),
    ((), ("not checked: keys to a, whose columns are wrong",), {"foreign-key"}),
]


@pytest.mark.parametrize("listed, warnings, blind", BLIND)
def test_what_was_not_looked_for_is_told(
    listed: tuple[Any, ...], warnings: tuple[str, ...], blind: set[str]
) -> None:
    result = gather(Report.from_validation(tasks=[task({}, *listed, warnings=warnings)]), "gói")
    assert result.resources[0].blind & {"type-error", "blank-row", "foreign-key"} == blind
    assert result.blind == frozenset()


def test_checks_of_ours_that_stopped_are_told() -> None:
    warnings = ["bang: not checked: categories, keys and rules, as it has other errors"]
    result = gather(Report.from_validation(tasks=[task({})], warnings=warnings), "gói")
    assert {"opendata-rule", "opendata-category"} <= result.resources[0].blind
    assert result.blind == frozenset()
    rules = ["rules: not checked, as the descriptor has errors or only some rows were asked for"]
    result = gather(Report.from_validation(tasks=[task({})], warnings=rules), "gói")
    assert "opendata-rule" in result.blind and "type-error" not in result.blind


CUT = [
    (["id"], "bang.csv: opendata-unique-key uniqueKeys/0: 1 of 9 are listed", [(9, True)]),
    (
        ["id", "x"],
        "bang.csv: opendata-unique-key uniqueKeys/0: 1 of 9 are listed",
        [(1, False), (1, False)],
    ),
    (["id"], "bang.csv: opendata-category in x: 1 of 9 are listed", [(1, True)]),
    (["id"], "khac.csv: opendata-unique-key uniqueKeys/0: 1 of 9 are listed", [(1, True)]),
]


@pytest.mark.parametrize("fields, warning, counts", CUT)
def test_what_ours_did_not_list_is_counted(
    fields: list[str], warning: str, counts: list[tuple[int, bool]]
) -> None:
    listed = [to_error(Issue("bang", 2, one, "", "opendata-unique-key", "note")) for one in fields]
    report = Report.from_validation(tasks=[task({}, *listed)], warnings=[warning])  # type: ignore[arg-type]
    assert [(one.count, one.exact) for one in gather(report, "gói").groups] == counts


def test_a_faulty_descriptor_leaves_nothing_looked_at() -> None:
    error = to_error(package_issue("opendata-profile", "datapackage.json, name: odd"))
    result = gather(Report.from_validation(errors=[error]), "gói")
    assert {"type-error", "hash-count", "opendata-quote"} <= result.blind
