"""The report as Markdown."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.validation.reports.made import HOSTILE, fault, fixed, group, made

from opendata.validation.reports.found import Result
from opendata.validation.reports.markdown import render_results
from opendata.validation.reports.show import one_line

# Tables, and HTML as GitHub lets it through.
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


def rendered(*results: Result, lang: str = "en") -> str:
    return str(MARKDOWN.render(render_results(results, lang)))  # type: ignore[arg-type]


def cells(page: str) -> list[str]:
    return re.findall(r"<td.*?>(.*?)</td>", page, re.DOTALL)


def test_a_table_of_groups() -> None:
    page = rendered(made(group(fault(), count=1204)))
    assert "<h3>❌ <code>data</code>: invalid: 1,204 errors, 0 warnings</h3>" in page
    assert cells(page) == [
        "<code>articles</code>",
        "<code>year</code>",
        "Cell is not of its column's type (<code>type-error</code>)",
        "1,204",
        "<code>data/a.csv:2:3</code><br><code>row 2 &quot;n/a&quot;: type is &quot;integer/default&quot;</code>",
    ]
    assert "<li><code>type-error</code>: Correct the cells; add" in page


def test_a_sound_package_is_one_heading() -> None:
    assert (
        rendered(made(), lang="vi") == "<h3>✅ <code>data</code>: hợp lệ: 0 lỗi, 0 cảnh báo</h3>\n"
    )


def test_what_was_mended_is_folded_away() -> None:
    page = rendered(made(fixed=(fixed(), fixed("x")), compared=True))
    assert "<summary>2 known errors no longer occur:</summary>" in page
    assert "<li><code>articles 7 year type-error &quot;n/a&quot;</code></li>" in page


def test_new_errors_come_before_known_ones() -> None:
    page = rendered(made(group(fault(known=True)), group(fault("blank-row", None))))
    assert ["blank-row" in cells(page)[2], "type-error" in cells(page)[7]] == [True, True]


def test_a_comment_is_never_too_long() -> None:
    groups = [
        group(fault(field=f"{at} " + "ộ" * 300, cell="ộ" * 300, file="d/" * 999))
        for at in range(99)
    ]
    page = render_results([made(*groups)] * 9, "vi")
    assert len(page) <= 60_000 and page.startswith("### ❌ `data`")
    assert "Hiện 40 trên 99 loại lỗi" in render_results([made(*(group(fault(field=str(at))) for at in range(99)))], "vi")  # fmt: skip


@given(st.text() | st.text(st.sampled_from("`|\\ \n<@"), max_size=8))
def test_any_cell_shows_as_it_is(cell: str) -> None:
    found = cells(rendered(made(group(fault(field=cell, file=cell, line=0)))))
    assert len(found) == 5
    shown = html.unescape(found[1].removeprefix("<code>").removesuffix("</code>"))
    assert shown.strip() == one_line(cell)


def test_nothing_in_a_package_becomes_markup_or_a_mention() -> None:
    page = rendered(made(group(fault(cell=HOSTILE, field=HOSTILE, file=HOSTILE)), package=HOSTILE, warnings=(HOSTILE,), fixed=(fixed(HOSTILE),)))  # fmt: skip
    assert "<script" not in page and len(cells(page)) == 5
    outside = re.sub(r"<code>.*?</code>", "", page, flags=re.DOTALL)
    assert "@" not in outside
