"""A page for each record, and what stands on it; a page's text beside its record."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from tests.site.conftest import HOSTILE, write
from tests.site.test_marked_text import Reader
from tests.validation.small import ARTICLE, PAGE, TEXT, WORDS, alter, row, small_rows

from opendata.errors import InputError
from opendata.package.metadata import Metadata
from opendata.records.base import Row
from opendata.site.guides import NO_GUIDES
from opendata.site.items import files, pages
from opendata.site.items.families import FAMILIES, family
from opendata.site.items.files import plain_pages, write_plain_pages, write_records
from opendata.site.items.index import ITEMS, index
from opendata.site.items.pages import item_pages, items
from opendata.site.marked_text import mark_id
from opendata.site.menu import menu
from opendata.site.pages import Page, item_page
from opendata.site.release import Release, read_release
from opendata.site.sources import page_texts
from opendata.site.words import LANGUAGES, words_of


@pytest.fixture(scope="module")
def told(release: Release) -> Release:
    """The small package with the text of its page."""
    return replace(release, texts={ARTICLE: TEXT})


def page_of(release: Release, table: str, name: str, language: str = "en") -> Page:
    found = item_pages(index(release), words_of(language))  # type: ignore[arg-type]
    return next(one for one in found if one.path == item_page(table, name))


def text_of(page: Page) -> str:
    """The marked text alone."""
    match = re.search(
        r'<div class="text" lang="\w+">(.*)</div></section><section class="record"', page.text
    )
    assert match
    return match[1]


def other(release: Release, **changed: list[Row]) -> Release:
    """The release with other rows in some tables."""
    return replace(release, tables={**release.tables, **{k: tuple(v) for k, v in changed.items()}})


def test_every_record_has_a_page_in_both_languages(release: Release) -> None:
    expected = {item_page(table, name) for table in ITEMS for name in index(release).one[table]}
    assert len(expected) == 5 - 1  # one article, event, directive and person
    for language in LANGUAGES:
        found = [one for one in menu(index(release), NO_GUIDES, language).pages() if not one.listed]
        assert {one.path for one in found} == expected


def test_every_family_has_a_name_and_a_colour() -> None:
    css = (
        Path(pages.__file__).parent.parent / "theme/assets/opendata/page-to-record.css"
    ).read_text("utf-8")
    for name in FAMILIES:
        assert css.count(f"  --{name}: ") + css.count(f"; --{name}: ") == 2, name  # light and dark
        assert f"#show-{name}:not(:checked)) .m.{name}" in css


@pytest.mark.parametrize(
    "table, column, expected",
    [
        ("citations", "", "citation"),
        ("directives", "number", "citation"),
        ("directives", "issued_on", "time"),
        ("articles", "title", "article"),
        ("articles", "published_at", "time"),
        ("events", "part_of_day", "time"),
        ("events", "name", "event"),
        ("persons", "name", "person"),
    ],
)
def test_families(table: str, column: str, expected: str) -> None:
    assert family(table, column) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_given_text_stands_there_whole_with_all_spans_marked(
    told: Release, language: str
) -> None:
    read = Reader(text_of(page_of(told, "articles", ARTICLE, language)))
    assert read.text == TEXT
    for words in WORDS.values():
        at = TEXT.index(words)
        held = read.held[mark_id(at, at + len(words))]
        assert held == set(range(at, at + len(words)))


def test_without_the_text_only_quotes_stand_there(release: Release) -> None:
    page = page_of(release, "articles", ARTICLE)
    text = Reader(text_of(page)).text
    for words in WORDS.values():
        assert words in text
    assert "chủ trì; đạt" not in text
    assert words_of("en")("quotes_only") in page.text


def test_marks_and_lines_lead_to_each_other(told: Release) -> None:
    html = page_of(told, "articles", ARTICLE).text
    ids = set(re.findall(r' id="([^"]+)"', html))
    to_lines = set(re.findall(r'href="#(k\d+)"', html))
    to_marks = set(re.findall(r'href="#(m\d+-\d+)"', html))
    assert to_lines <= ids
    assert to_marks == {one for one in ids if re.fullmatch(r"m\d+-\d+", one)}
    described = {one for many in re.findall(r'describedby="([^"]+)"', html) for one in many.split()}
    assert described <= ids


def test_a_line_names_value_basis_and_rule(release: Release) -> None:
    rows = [
        row("evidence", evidence_id="e1", article_id=ARTICLE, table="directives", record_id="ct-26",
            field="kind", value="chi_thi", basis="reference", basis_ref="directives/ct-26: organ: X"),
    ]  # fmt: skip
    html = page_of(other(release, evidence=rows), "articles", ARTICLE).text
    assert (
        '<dt>Kind</dt><dd><span class="value">directive</span> <span class="why reference">'
        '<span>reference</span><a class="rule" href="#w1">1</a></span></dd>'
    ) in html
    assert '<a href="../directives/ct-26.html"><code>directives/ct-26</code></a>' in html
    assert '<span lang="en">organ: X</span>' in html


def test_what_a_page_says_otherwise_is_shown(release: Release) -> None:
    rows = [
        one.model_copy(update={"value": "62"}) if getattr(one, "field", "") == "number" else one
        for one in release.tables["evidence"]
    ]
    assert "≠ 62" in page_of(other(release, evidence=rows), "articles", ARTICLE).text


def test_a_directive_says_who_cites_it_with_which_words(release: Release) -> None:
    page = page_of(release, "directives", "ct-26")
    at = TEXT.index("Chỉ thị 26")
    there = f"../articles/{ARTICLE}.html#{mark_id(at, at + 10)}"
    assert f'<a class="quote" href="{there}"' in page.text
    assert page.text.startswith("# Directive 26\n")
    assert 'href="../../../records/directives/ct-26.json"' in page.text


def test_a_directive_names_relations_both_ways_and_candidates(release: Release) -> None:
    second = row("directives", directive_id="kh-1", kind="ke_hoach", number="1", resolution="page")
    at = TEXT.index("Chỉ thị 26")
    relation = row("directive_relations", relation_id=f"{ARTICLE}.r{at}.implements.ct-26",
        directive_id="kh-1", relation="implements", related_directive_id="ct-26", article_id=ARTICLE,
        start=at, end=at + 10, quote="Chỉ thị 26")  # fmt: skip
    flag = row("flags", flag_id=f"{ARTICLE}.candidates.ct-26", article_id=ARTICLE, table="directives",
        record_id="ct-26", code="candidates", message="Known documents that fit: kh-1, kh-2.")  # fmt: skip
    changed = other(
        release,
        directives=[*release.tables["directives"], second],
        directive_relations=[relation],
        flags=[flag],
    )
    html = page_of(changed, "directives", "ct-26").text
    assert '<a href="kh-1.html">Plan 1</a> implements this document' in html
    assert 'fit: kh-1, kh-2.</span> (<a href="kh-1.html">Plan 1</a>)' in html
    inverse = page_of(changed, "directives", "kh-1").text
    assert 'this document implements <a href="ct-26.html">Directive 26</a>' in inverse


def test_an_event_names_people_tasks_and_pages(release: Release) -> None:
    html = page_of(release, "events", "hop-1", "vi").text
    assert '<a href="../persons/nguyen-van-an.html">Nguyễn Văn An</a>' in html
    assert "<q>rà soát</q>" in html
    assert f'<a href="../articles/{ARTICLE}.html">' in html
    assert '<a href="../directives/ct-26.html">Chỉ thị 26</a>' in html


def test_text_of_a_package_and_of_a_page_is_text(tmp_path: Path) -> None:
    rows = small_rows()
    alter(rows, "articles", title=HOSTILE, byline=HOSTILE, source_name=HOSTILE, url=HOSTILE,
          licence=HOSTILE)  # fmt: skip
    alter(rows, "directives", title=HOSTILE, number=HOSTILE, term=HOSTILE)
    alter(rows, "events", name=HOSTILE, place=HOSTILE)
    alter(rows, "persons", name=HOSTILE)
    alter(rows, "positions", title=HOSTILE)
    alter(rows, "citations", as_written=HOSTILE, pinpoint=HOSTILE, repairs=(HOSTILE,))
    alter(rows, "figures", about=HOSTILE, target=1.0, target_formula=HOSTILE)
    alter(rows, "systems", name=HOSTILE)
    alter(rows, "tasks", text=HOSTILE, assignee=HOSTILE)
    alter(rows, "flags", message=HOSTILE)
    for at in range(len(rows["evidence"])):
        alter(rows, "evidence", at, value=HOSTILE, basis_ref=f"directives/ct-26: {HOSTILE}")
    package = write(tmp_path / "datapackage", rows, Metadata())
    release = replace(read_release(package), texts={ARTICLE: HOSTILE + TEXT})
    for language in LANGUAGES:
        for page in item_pages(index(release), words_of(language)):
            title, _, body = page.text.partition("\n\n")
            assert "\n" not in title and "<script" not in title
            assert body.count("\n") == 1 and body.endswith("\n")  # one block of HTML
            assert "<script" not in body
            assert "javascript:e" not in " ".join(re.findall(r'href="([^"]*)"', body))
            assert "</table>" not in body
        read = Reader(text_of(page_of(release, "articles", ARTICLE, language)))
        assert read.text.startswith("<script>alert(1)</script> & &amp; \"'`a`` *b*")


def test_a_page_that_is_not_the_one_that_was_read_is_refused(
    release: Release, tmp_path: Path
) -> None:
    articles = release.tables["articles"]
    (tmp_path / PAGE).write_bytes(TEXT.encode())
    assert page_texts(articles, tmp_path) == {ARTICLE: TEXT}
    assert page_texts(articles, tmp_path / PAGE) == {ARTICLE: TEXT}
    (tmp_path / PAGE).write_bytes(TEXT.replace("26", "27").encode())
    with pytest.raises(InputError, match="is not the text that trang-1 was read from"):
        page_texts(articles, tmp_path)


def test_pages_of_another_package_are_refused(release: Release, tmp_path: Path) -> None:
    (tmp_path / "khac.txt").write_text("Trang khác.", "utf-8")
    with pytest.raises(InputError, match="holds no page of the package"):
        page_texts(release.tables["articles"], tmp_path)


def test_each_record_is_a_json_file(release: Release, tmp_path: Path) -> None:
    write_records(tmp_path, index(release))
    record = json.loads((tmp_path / "records/directives/ct-26.json").read_text("utf-8"))
    assert record["number"] == "26"
    assert record == release.records["directives"][0].model_dump(mode="json", exclude_none=True)


def test_many_records_have_plain_pages_beside_mkdocs(
    told: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MANY", 0)
    rows = index(told)
    assert item_pages(rows, words_of("en")) == ()
    empty = plain_pages(rows)
    assert len(empty) == 4
    assert not any(page.listed or page.searched for page in empty)
    for page in empty:
        for language in LANGUAGES:
            built = tmp_path / language / page.path.replace(".md", ".html")
            built.parent.mkdir(parents=True, exist_ok=True)
            body = page.text.partition("\n\n")[2]
            built.write_text(
                f"<title>{page.title} - x</title>\n\n   <a href='../vi/{built.name}'>vi</a>{body}",
                "utf-8",
            )
    write_plain_pages(tmp_path, rows)
    assert list(tmp_path.rglob(f"{files._NAME}*")) == []
    for language in LANGUAGES:
        ((_, title, body),) = items(rows, "articles", words_of(language))
        text = (tmp_path / language / f"data/articles/{ARTICLE}.html").read_text("utf-8")
        assert f"<title>{title} - x</title>" in unescape(text)
        assert f"<a href='../vi/{ARTICLE}.html'>" in text
        assert body in text
