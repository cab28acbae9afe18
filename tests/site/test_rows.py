"""Tables of rows: what a reader can filter, where cells lead, parts of long tables, downloads."""

import gzip
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.site.conftest import HOSTILE
from tests.validation.small import ARTICLE

from opendata.records.tables import TABLES, by_name
from opendata.site import rows as module
from opendata.site.data import data_pages
from opendata.site.downloads import ARCHIVE, write_archive
from opendata.site.release import Release, read_release
from opendata.site.rows import FIRST, Grid, filters, grid_html, write_rows, year_column
from opendata.site.since import since
from opendata.site.words import words_of

ENGLISH, VIETNAMESE = words_of("en"), words_of("vi")


def many(release: Release, count: int) -> Release:
    """The release with `count` articles, of three years and two provinces."""
    (article,) = release.tables["articles"]
    found = tuple(
        article.model_copy(
            update={
                "article_id": f"a{at}",
                "title": f"Bài {at} về <Đề án>",
                "published_on": None if at % 4 == 3 else f"{2020 + at % 4}-05-01",
                "province_id": "lao-cai-63" if at % 3 else "ha-noi-34",
            }
        )
        for at in range(count)
    )
    return replace(release, tables={**release.tables, "articles": found})


def grid(release: Release, table: str = "articles") -> Grid:
    return Grid(by_name()[table], release, ENGLISH)


def test_filters_count_the_rows_of_each_value(release: Release) -> None:
    found = {one.name: one for one in filters(grid(many(release, 12)))}
    assert found["province_id"].title == "Province"
    assert found["province_id"].options == (
        ("lao-cai-63", "Lào Cai (63)", 8),
        ("ha-noi-34", "ha-noi-34", 4),
    )
    assert found["year"].column == "published_on"
    assert found["year"].options == (("2022", "2022", 3), ("2021", "2021", 3), ("2020", "2020", 3))


def test_one_value_is_no_choice(release: Release) -> None:
    assert filters(grid(release)) == []
    assert filters(grid(many(release, 0))) == []


@pytest.mark.parametrize(
    "table, column",
    [
        ("directives", "year"),
        ("events", "starts_on"),
        ("articles", "published_on"),
        ("persons", ""),
    ],
)
def test_the_column_of_the_year(table: str, column: str) -> None:
    assert year_column(by_name()[table]) == column


def test_filters_have_labels_in_both_languages(release: Release) -> None:
    flag = release.tables["flags"][0]
    codes = release.lists["flag_code"].codes[:2]
    flags = tuple(flag.model_copy(update={"flag_id": c.code, "code": c.code}) for c in codes)
    both = replace(release, tables={**release.tables, "flags": flags})
    for words, labels in (
        (ENGLISH, [c.label for c in codes]),
        (VIETNAMESE, [c.label_vi for c in codes]),
    ):
        (one,) = (f for f in filters(Grid(by_name()["flags"], both, words)) if f.name == "code")
        assert {label for _, label, _ in one.options} == set(labels)


def test_without_script_there_is_a_table_and_no_form(release: Release) -> None:
    text = grid_html(grid(many(release, 5)))
    assert re.search(r'<form class="find"[^>]* hidden', text)
    assert text.count("<tr id=") == 5
    assert "data-parts" not in text
    assert '<td><a href="articles/a3.html">a3</a></td>' in text
    assert '<td><a href="provinces.html#lao-cai-63">lao-cai-63</a></td>' in text


def test_a_long_table_begins_on_the_page_and_goes_on_in_parts(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WHOLE", 20)
    monkeypatch.setattr(module, "PART", 10)
    long = many(release, 25)
    page = {p.path: p.text for p in data_pages(long, ENGLISH)}["data/articles.md"]
    assert 'data-parts="3" data-from="../../rows/articles/"' in page
    assert f"starts with {FIRST} rows" in page
    write_rows(tmp_path, long, TABLES)
    parts = [json.loads((tmp_path / f"rows/articles/{at}.json").read_text()) for at in range(3)]
    assert [len(part) for part in parts] == [10, 10, 5]
    names = list(by_name()["articles"].columns)
    assert parts[2][4][names.index("title")] == "Bài 24 về <Đề án>"
    assert all(len(row) == len(names) for part in parts for row in part)
    assert sorted(p.name for p in (tmp_path / "rows").iterdir()) == ["articles"]
    # What script makes of a cell is what the page has.
    assert 'data-name="article_id" data-to="articles/*.html"' in page
    assert 'data-name="text_length" data-number=""' in page


def test_a_page_of_many_rows_is_light(release: Release) -> None:
    assert len(grid_html(grid(many(release, 10_000))).encode()) < 300_000


def test_hostile_text_is_text(hostile: Path) -> None:
    release = read_release(hostile)
    for table in TABLES:
        text = grid_html(Grid(table, release, VIETNAMESE))
        assert "<script" not in text
        body = re.search(r"<table>.*</table>", text, re.DOTALL)
        assert body
        cells = [c.text for c in ElementTree.fromstring(body[0]).iter("td")]
        if table.name == "events":
            assert any(c and c.startswith("<script>alert(1)</script> & &amp;") for c in cells)
    assert "\x02" in HOSTILE


def test_the_script_is_small_and_asks_for_nothing_elsewhere() -> None:
    script = Path(module.__file__).parent / "theme/assets/opendata/rows.js"
    text = script.read_text("utf-8")
    assert len(gzip.compress(text.encode())) < 2500
    assert "innerHTML" not in text
    assert "://" not in text


def test_the_archive_holds_the_package_and_is_the_same_each_time(
    package: Path, release: Release, tmp_path: Path
) -> None:
    file = write_archive(tmp_path, package, release)
    first = (tmp_path / ARCHIVE).read_bytes()
    assert file.size == len(first)
    assert file.sha256 == hashlib.sha256(first).hexdigest()
    with zipfile.ZipFile(tmp_path / ARCHIVE) as archive:
        assert sorted(archive.namelist()) == sorted(f"datapackage/{p}" for p in release.files)
        for path in release.files:
            assert archive.read(f"datapackage/{path}") == (package / path).read_bytes()
    write_archive(tmp_path, package, release)
    assert (tmp_path / ARCHIVE).read_bytes() == first
    page = data_pages(replace(release, archive=file), VIETNAMESE)[0].text
    assert f'echo "{file.sha256}  datapackage.zip" | sha256sum --check' in page


def test_every_table_says_since_when() -> None:
    found: dict[str, Any] = {t.name: [since(t.name, c) for c in t.columns] for t in TABLES}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", v) for versions in found.values() for v in versions)
    with pytest.raises(KeyError):
        since("no_such_table", ARTICLE)
