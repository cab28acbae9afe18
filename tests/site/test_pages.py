"""Every table, column, record and code has its page and anchor, in both languages."""

import re

import pytest
from tests.validation.small import ARTICLE

from opendata.records.columns import extra
from opendata.records.tables import TABLES, by_name
from opendata.site.markup import escaped
from opendata.site.pages import (
    CODES,
    DATA,
    SCHEMA,
    Page,
    codes_page,
    data_page,
    record_page,
    table_page,
)
from opendata.site.release import Release
from opendata.site.words import LANGUAGES, words_of

Pages = dict[str, dict[str, Page]]


def entry(page: Page, column: str) -> str:
    """What a reference page says of a column."""
    match = re.search(rf"### <code>\S+</code> {{ #{column} }}\n\n(.+)\n", page.text)
    assert match, column
    return match[1]


def test_both_languages_have_the_same_pages(pages: Pages) -> None:
    assert pages["en"].keys() == pages["vi"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_its_pages_and_every_column_its_entry(pages: Pages, language: str) -> None:
    words = words_of(language)  # type: ignore[arg-type]
    for table in TABLES:
        page = pages[language][table_page(table)]
        assert data_page(table) in pages[language]
        for column, field in table.columns.items():
            said = entry(page, column)
            title = words.pick(field.title, extra(field, "title_vi"))
            assert f"<strong>{title}.</strong>" in said
            if codes := extra(field, "codes"):
                assert f'href="../codes/{codes}.html"' in said
            if target := extra(field, "references"):
                other, _, name = target.partition(".")
                assert f'href="{other}.html#{name}"' in said
            if extra(field, "term"):
                assert re.search(r'href="https?://[^"]+"', said)


def test_every_record_has_a_page_that_names_its_parts(pages: Pages) -> None:
    for table in TABLES:
        if table.record:
            text = pages["en"][record_page(table)].text
            for child in table.children:
                assert f"{child.table}.html" in text


def test_every_code_list_has_a_page_with_all_codes_and_their_labels(
    pages: Pages, release: Release
) -> None:
    used = {extra(f, "codes") for t in TABLES for f in t.columns.values()} - {""}
    assert release.lists.keys() == used
    for name, one in release.lists.items():
        for language in LANGUAGES:
            text = pages[language][codes_page(name)].text
            for code in one.codes:
                assert f'<code id="{code.code}">' in text
                assert f"<td>{escaped(code.label)}</td>" in text
                assert f"<td>{escaped(code.label_vi)}</td>" in text
            assert f"schemas/codes/{name}.csv" in text
        assert f"{name}.html" in pages["en"][CODES].text


@pytest.mark.parametrize(
    "name, opened",
    [("directive_kind", True), ("unit", True), ("level", False), ("flag_code", False)],
)
def test_open_and_closed_lists_are_told_apart(release: Release, name: str, opened: bool) -> None:
    assert release.lists[name].open == opened


def test_counts_of_codes(release: Release, pages: Pages) -> None:
    assert release.code_counts("directive_kind") == {"chi_thi": 1}
    row = next(
        line for line in pages["en"][codes_page("directive_kind")].text.split("\n")
        if 'id="chi_thi"' in line
    )  # fmt: skip
    assert row.endswith("<td>1</td></tr>")


@pytest.mark.parametrize(
    "table, column, english, vietnamese",
    [
        ("articles", "title", "Filled in 1 of 1 rows (100%)", "Có giá trị ở 1 trên 1 dòng (100%)"),
        ("articles", "kicker", "Filled in 0 of 1 rows (0%)", "Có giá trị ở 0 trên 1 dòng (0%)"),
        ("articles", "kicker", "when the page has one", "khi trang có dòng này"),
        ("articles", "text_length", "code points", "điểm mã Unicode"),
        ("articles", "text_length", "at least <code>0</code>", "tối thiểu <code>0</code>"),
        ("articles", "article_id", "always · part of the key", "luôn có · thuộc khóa"),
        ("outlets", "name", "has no rows in this table", "không có dòng nào trong bảng"),
        ("citations", "repairs", "&#91;&#34;separator&#34;&#93;", "&#91;&#34;separator&#34;&#93;"),
        ("articles", "language", "<code>und</code> where", "<code>und</code> khi"),
    ],
)
def test_what_an_entry_says(
    pages: Pages, table: str, column: str, english: str, vietnamese: str
) -> None:
    path = table_page(by_name()[table])
    assert english in entry(pages["en"][path], column)
    assert vietnamese in entry(pages["vi"][path], column)


def test_a_cell_links_to_the_row_it_points_to_and_to_its_code(bare: dict[str, Page]) -> None:
    citations = bare["data/citations.md"].text
    assert f'<a href="articles/{ARTICLE}.html">{ARTICLE}</a>' in citations
    assert f'<tr id="{ARTICLE}">' in bare["data/articles.md"].text
    assert '<a href="../schema/codes/citation_form.html#numbered">numbered</a>' in citations


def test_a_page_of_data_names_its_files_with_size_and_hash(
    bare: dict[str, Page], release: Release
) -> None:
    text = bare["data/articles.md"].text
    for path in ("data/articles.csv", "records/articles.json"):
        file = release.files[path]
        assert f'href="../../datapackage/{path}"' in text
        assert f'echo "{file.sha256}  {path.rpartition("/")[2]}" | sha256sum --check' in text
        assert f"<td>{file.size}</td>" in text or f"<td>{file.size:,}</td>" in text


def test_home_has_counts_and_three_ways_in(pages: Pages, bare: dict[str, Page]) -> None:
    home = pages["vi"]["index.md"].text
    assert home.startswith("# Một trang\n")
    assert "<strong>1</strong> <span>Bài viết</span>" in home
    assert 'href="guides/use-the-data.html"' in home
    assert 'href="guides/validate-in-ci.html"' in home
    assert 'href="schema/index.html"' in home
    assert 'href="guides/' not in bare["index.md"].text


def test_without_guides_there_are_home_reference_and_data_only(bare: dict[str, Page]) -> None:
    assert {"index.md", SCHEMA, DATA, "cite.md"} <= bare.keys()
    assert not [path for path in bare if path.startswith(("guides/", "changelog"))]


def test_how_to_cite(pages: Pages, bare: dict[str, Page]) -> None:
    text = pages["en"]["cite.md"].text
    assert "@misc{one-page-0.1.0,\n  title = {One page}," in text
    assert "@misc{opendata-" in text
    assert "@misc{opendata-" not in bare["cite.md"].text
