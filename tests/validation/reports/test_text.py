"""The report as text."""

import re
from dataclasses import replace

from frictionless import Report, ReportTask, errors
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.reports.made import HOSTILE, fault, fixed, group, made

from opendata.validation import render_text
from opendata.validation.reports.found import Result
from opendata.validation.reports.text import render_results


def lines(*results: Result, lang: str = "en", color: bool = False) -> list[str]:
    return render_results(results, lang, color).split("\n")  # type: ignore[arg-type]


def test_a_group_has_its_count_first_examples_and_remedy() -> None:
    faults = [fault(cell=str(at), row=at, line=at) for at in range(2, 7)]
    assert lines(made(group(*faults)))[:-2] == [
        "articles (data/a.csv)",
        "  type-error [year]: 5  Cell is not of its column's type",
        '    data/a.csv:2:3  row 2 "2": type is "integer/default"',
        '    data/a.csv:3:3  row 3 "3": type is "integer/default"',
        '    data/a.csv:4:3  row 4 "4": type is "integer/default"',
        "    … and 2 more",
    ]
    assert lines(made(group(*faults)))[-2].startswith("    → Correct the cells")
    assert lines(made(group(*faults)))[-1] == "invalid: 5 errors, 0 warnings"


def test_in_vietnamese() -> None:
    shown = lines(made(group(fault(), count=1204), warnings=("a: not checked: keys to b, whose columns are wrong",)), lang="vi")  # fmt: skip
    assert shown[1:4] == [
        "  type-error [year]: 1.204  Ô không đúng kiểu của cột",
        '    data/a.csv:2:3  dòng 2 "n/a": cần kiểu "integer/default"',
        "    … và 1.203 lỗi nữa",
    ]
    assert shown[-4:] == [
        "1 cảnh báo",
        "  chưa kiểm tra: 1",
        "    a: chưa kiểm tra: khóa trỏ tới b, vì cột của bảng ấy sai",
        "không hợp lệ: 1.204 lỗi, 1 cảnh báo",
    ]


def test_a_note_of_ours_does_not_say_its_place_twice() -> None:
    note = "data/a.csv, row 5 (x): kind is 'a', which is no category; expected one of 'b'. Mend the cell, or add the category"
    of_ours = replace(fault("opendata-category", None, row=5, line=5), note=note)
    assert "    data/a.csv:5:3  dòng 5: kind là 'a', không thuộc danh mục; cần một trong 'b'" in lines(made(group(of_ours)), lang="vi")  # fmt: skip


def test_one_of_each_cell_is_shown_before_the_second_of_any() -> None:
    cells = ["n/a", "n/a", "n/a", "hai", "ba"]
    shown = lines(made(group(*(fault(cell=one) for one in cells))))
    assert [re.findall('"(.*?)"', line)[0] for line in shown if "data/a.csv:2" in line] == [
        "n/a",
        "hai",
        "ba",
    ]


def test_known_errors_step_back() -> None:
    known, new = fault(cell="cũ", known=True), fault(cell="mới")
    text = "\n".join(
        lines(made(group(known, new), group(known), fixed=(fixed(count=2),), compared=True))
    )
    assert '"mới"' in text and '"cũ"' not in text
    assert "type-error [year]: 2 (1 of them known)" in text and "type-error [year]: 1 known" in text
    assert text.endswith(
        '2 known errors no longer occur:\n    articles 7 year type-error "n/a" (2)\n'
        "invalid: 3 errors (2 of them known), 0 warnings"
    )


def test_only_known_errors_are_valid() -> None:
    assert lines(made(group(fault(known=True))))[-1] == "valid: 1 known error, none new, 0 warnings"


def test_what_was_not_counted_to_the_end_says_so() -> None:
    shown = lines(made(group(fault(), count=1000, exact=False)))
    assert "type-error [year]: at least 1,000  " in shown[1]
    assert shown[-1] == "invalid: at least 1,000 errors, 0 warnings"


def test_what_was_not_counted_to_the_end_is_never_all_known() -> None:
    last = lines(made(group(fault(known=True), count=9, known=9, exact=False)))[-1]
    assert last == "invalid: at least 9 errors (9 of them known), 0 warnings"


def test_a_valid_report_is_one_line() -> None:
    assert lines(made()) == ["valid: 0 errors, 0 warnings"]


def test_several_packages_are_told_apart() -> None:
    assert lines(made(package="a"), made(package="b")) == ["a", "valid: 0 errors, 0 warnings", "", "b", "valid: 0 errors, 0 warnings"]  # fmt: skip


def test_colour_is_there_only_where_it_is_wanted() -> None:
    assert "\x1b[31minvalid" in "\n".join(lines(made(group(fault())), color=True))
    assert "\x1b" not in "\n".join(lines(made(group(fault()))))


def test_nothing_in_a_package_ends_a_line_or_steers_the_terminal() -> None:
    hostile = fault(cell=HOSTILE, field=HOSTILE, file=HOSTILE)
    text = render_results([made(group(hostile), package=HOSTILE, warnings=(HOSTILE,))] * 2, "en")
    assert "\x1b" not in text and "\x00" not in text and "\r" not in text
    assert not [line for line in text.split("\n") if line.startswith("::")]
    assert max(map(len, text.split("\n"))) < 2000


@given(st.text(), st.text())
def test_any_cell_stays_on_its_line(cell: str, field: str) -> None:
    plain = lines(made(group(fault())))
    assert len(lines(made(group(fault(cell=cell, field=field))))) == len(plain)


def test_a_report_alone_can_be_shown() -> None:
    hashes = [errors.HashCountError(note=f"hash {at}") for at in range(5)]
    task = ReportTask(
        name="b", type="table", valid=False, place="data/b.csv", labels=[], errors=list(hashes),
        stats={"errors": 5, "warnings": 0, "seconds": 0}, warnings=["not checked: a cannot be read"],
    )  # fmt: skip
    report = Report.from_validation(tasks=[task], errors=[errors.PackageError(note="broken")])
    assert render_text(report).splitlines() == [
        "package (datapackage.json)",
        "  package-error: 1  Package is described wrongly",
        "    datapackage.json  broken",
        "    → Mend the descriptor at the place that is named.",
        "b (data/b.csv)",
        "  hash-count: 5  File is not the one described",
        "    data/b.csv  hash 0",
        "    data/b.csv  hash 1",
        "    data/b.csv  hash 2",
        "    … and 2 more",
        "    → If the change is meant, state the new `hash` in the descriptor; if not, restore the file.",
        "1 warning",
        "  not checked: 1",
        "    b: not checked: a cannot be read",
        "invalid: 6 errors, 1 warning",
    ]
