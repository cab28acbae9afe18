"""The report as annotations of GitHub Actions."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.validation.reports.made import HOSTILE, fault, group, made

from opendata.validation.reports.found import Result
from opendata.validation.reports.github import MOST, render_results
from opendata.validation.reports.root import Root
from opendata.validation.reports.show import one_line

ROOT = Root(Path("/repo"), Path("/repo"))


def decoded(text: str, *, prop: bool = False) -> str:
    """As the runner of GitHub Actions decodes it."""
    if prop:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def commands(
    *results: Result, lang: str = "en"
) -> tuple[list[tuple[str, dict[str, str], str]], list[str]]:
    """Commands as the runner takes them from the lines of a log, and the lines that are none."""
    found, others = [], []
    for line in render_results(results, lang, ROOT).splitlines():  # type: ignore[arg-type]
        taken = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        if taken is None:
            others.append(line)
            continue
        stated = [one.partition("=") for one in taken[2].split(",")]
        found.append(
            (
                taken[1],
                {key: decoded(value, prop=True) for key, _, value in stated},
                decoded(taken[3]),
            )
        )
    return found, others


def test_an_annotation_stands_on_file_line_and_column(result: Result) -> None:
    found, others = commands(result)
    kind, properties, text = found[0]
    assert kind == "error"
    assert properties == {
        "file": "faulty/data/articles.csv", "line": "4", "col": "18",
        "title": "Cell is not of its column's type [year] × 3",
    }  # fmt: skip
    assert text.splitlines()[0] == 'row 3 "n/a": type is "integer/default"'
    assert text.splitlines()[1].startswith("→ Correct the cells; ")
    follow = "2 errors that follow from these are not shown; `--format json` has them."
    assert others == [follow, "faulty: invalid: 8 errors, 0 warnings"]


def test_one_of_each_group_comes_before_the_second_of_any() -> None:
    many = group(*(fault(cell=str(at), row=at) for at in range(2, 99)))
    found, others = commands(made(many, group(fault("blank-row", None, field=""))), lang="vi")
    titles = [properties["title"] for _, properties, _ in found]
    assert titles[:3] == [
        "Ô không đúng kiểu của cột [year] × 97",
        "Dòng trống",
        "Ô không đúng kiểu của cột [year]",
    ]
    assert len(found) == MOST
    assert others == [
        "10 trên 98 chú thích; các lỗi khác có trong báo cáo.",
        "data: không hợp lệ: 98 lỗi, 0 cảnh báo",
    ]


def test_known_errors_are_not_annotated() -> None:
    found, others = commands(
        made(group(fault(known=True)), group(fault(cell="a", known=True), fault(cell="b")))
    )
    assert [text.splitlines()[0] for _, _, text in found] == [
        'row 2 "b": type is "integer/default"'
    ]
    assert others == ["data: invalid: 3 errors (2 of them known), 0 warnings"]


def test_warnings_are_warnings_and_capped_apart() -> None:
    found, _ = commands(made(group(fault()), warnings=tuple(f"a: {at}: odd" for at in range(50))))
    kinds = [kind for kind, _, _ in found]
    assert kinds == ["error"] + ["warning"] * MOST


def test_a_place_that_is_unknown_is_left_out() -> None:
    ((_, properties, _),), _ = commands(made(group(fault(line=0, column=0))))
    assert properties.keys() == {"file", "title"}


@given(st.text() | st.text(st.sampled_from("%0AD:,=\n\r 3C"), max_size=9))
def test_any_cell_comes_out_as_it_went_in(cell: str) -> None:
    ((_, properties, text),), _ = commands(made(group(fault(cell=cell, field=cell))))
    assert properties["title"].startswith("Cell is not of its column's type")
    assert (f'"{one_line(cell, 80)}"' in text) == bool(cell)


def test_nothing_in_a_package_becomes_a_command() -> None:
    found, others = commands(
        made(group(fault(cell=HOSTILE, field=HOSTILE)), package=HOSTILE, warnings=(HOSTILE,))
    )
    assert [kind for kind, _, _ in found] == ["error", "warning"]
    assert not [line for line in others if line.startswith("::")]


def test_not_even_a_package_that_is_called_like_one() -> None:
    _, others = commands(made(package="::set-output name=x::y"))
    assert not [line for line in others if line.startswith("::")]
