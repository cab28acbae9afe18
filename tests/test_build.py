"""What must always be true of a build: same bytes, stable ids, all or nothing, one page at a time."""

import json
import shutil
from pathlib import Path

import pytest

from opendata.builder import Built, build
from opendata.errors import InputError
from opendata.package.load import load, load_records

PAGE = """Tòa án tỉnh bàn việc năm mới

Thứ Hai, 06/03/2023, 08:30 [GMT+7]
Sáng 6/3, Tỉnh ủy Lào Cai họp bàn về Chỉ thị số 26-CT/TW của Bộ Chính trị.
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of(seeds: Path, folder: Path) -> Path:
    shutil.copytree(seeds, folder)
    return folder


def test_same_input_same_bytes(built: Built, seeds: Path, tmp_path: Path) -> None:
    again = build(copy_of(seeds, tmp_path / "elsewhere"), tmp_path / "package")
    assert contents(again.out) == contents(built.out)


def test_the_order_of_sources_does_not_matter(seeds: Path, tmp_path: Path) -> None:
    pages = sorted(seeds.glob("*.txt"))
    forward = build(pages, tmp_path / "forward")
    backward = build(pages[::-1], tmp_path / "backward")
    assert contents(forward.out) == contents(backward.out)


def test_ids_do_not_change_when_a_page_is_added(built: Built, seeds: Path, tmp_path: Path) -> None:
    more = copy_of(seeds, tmp_path / "more")
    (more / "a-new-page.txt").write_text(PAGE, "utf-8")
    before, after = load(built.out).tables, load(build(more, tmp_path / "package").out).tables
    for name, rows in before.items():
        if name not in ("evidence", "same_as"):
            key = built_keys(rows)
            assert key <= built_keys(after[name]), name


def built_keys(rows: tuple[object, ...]) -> set[str]:
    return {str(next(iter(row.__dict__.values()))) for row in rows}


def test_csv_and_json_hold_the_same_records(built: Built) -> None:
    assert load_records(built.out) == load(built.out).records


def test_one_document_two_ways_of_citing_it(built: Built) -> None:
    """A bare number on one page, the whole code on another: one record, by stated evidence."""
    tables = load(built.out).tables
    (document,) = [d for d in tables["directives"] if d.code == "26-CT/TW"]
    assert (str(document.issued_on), document.term, document.resolution) == (
        "2018-11-09",
        "XII",
        "resolved",
    )
    cited = {c.as_written for c in tables["citations"] if c.directive_id == document.directive_id}
    assert cited == {"Chỉ thị 26", "Chỉ thị số 26-CT/TW"}
    reasons = [
        e.basis_ref
        for e in tables["evidence"]
        if e.record_id == document.directive_id and e.field == "resolution"
    ]
    assert all(reasons) and any("title" in str(reason) for reason in reasons)


def test_a_target_worked_out_from_two_numbers_says_so(built: Built) -> None:
    figures = load(built.out).tables["figures"]
    (rate,) = [f for f in figures if f.value == 97.6]
    assert (rate.target, rate.target_basis, rate.target_formula) == (90, "derived", "97.6 - 7.6")


def test_doubts_are_flags(built: Built) -> None:
    flags = {(f.article_id, f.code) for f in load(built.out).tables["flags"]}
    assert ("lang-son-toa-an-2021", "date_doubtful") in flags


def test_every_quote_is_the_pages_own(built: Built, seeds: Path) -> None:
    tables = load(built.out).tables
    texts = {
        a.article_id: (seeds / a.source_name).read_bytes().decode("utf-8")
        for a in tables["articles"]
    }
    quoted = [
        row for rows in tables.values() for row in rows if getattr(row, "quote", None) is not None
    ]
    assert len(quoted) > 200
    for row in quoted:
        assert texts[row.article_id][row.start : row.end] == row.quote
        assert len(row.quote) <= 300


def test_a_bad_page_costs_only_itself(seeds: Path, tmp_path: Path) -> None:
    folder = copy_of(seeds, tmp_path / "pages")
    (folder / "broken.txt").write_bytes(b"T\xc3\xb2a \xff\xfe \xc3")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "empty.txt").write_text(" \n\u00a0\n", "utf-8")
    made = build(folder, tmp_path / "package")
    assert sorted(one.name.partition(",")[0] for one in made.left_out) == [
        "broken.txt",
        "empty.txt",
        "picture.txt",
    ]
    assert made.counts["articles"] == 5


def test_two_pages_with_one_id(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "tin 1.txt").write_text(PAGE, "utf-8")
    (folder / "tin-1.txt").write_text(PAGE.replace("Sáng", "Chiều"), "utf-8")
    made = build(folder, tmp_path / "package")
    (left,) = made.left_out
    assert left.name == "tin-1.txt" and "the same id as tin 1.txt" in left.reason


def test_the_same_page_twice_is_flagged(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE, "utf-8")
    (folder / "two.txt").write_text(PAGE, "utf-8")
    flags = load(build(folder, tmp_path / "package").out).tables["flags"]
    assert {f.article_id for f in flags if f.code == "duplicate_text"} == {"one", "two"}


def test_undated_and_foreign_pages_are_published_with_a_flag(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    text = "Court opens new wing\n\nThe court of the province has opened a new wing this week.\n"
    (folder / "english.txt").write_text(text * 3, "utf-8")
    tables = load(build(folder, tmp_path / "package").out).tables
    assert {f.code for f in tables["flags"]} >= {"undated", "other_language"}
    assert tables["articles"][0].language != "vi"


@pytest.mark.parametrize("text", ["Tòa án", "Tòa", "ok", "Họp 5/3", "..a"])
def test_a_page_of_a_few_letters_does_not_stop_the_others(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "short.txt").write_text(text, "utf-8")
    (folder / "whole.txt").write_text(PAGE, "utf-8")
    made = build(folder, tmp_path / "package")
    assert made.counts["articles"] == 2
    languages = {a.article_id: a.language for a in load(made.out).tables["articles"]}
    assert languages["whole"] == "vi"


def test_a_page_taken_down_leaves_nothing(seeds: Path, tmp_path: Path) -> None:
    folder = copy_of(seeds, tmp_path / "pages")
    (folder / "corrections.yaml").write_text(
        "- {record: articles/lao-cai-toa-an-2023, action: take_down, reason: yêu cầu, who: tòa soạn}",
        "utf-8",
    )
    made = build(folder, tmp_path / "package")
    assert made.counts["articles"] == 4 and made.notices == ()
    assert not any(
        b"lao-cai-toa-an-2023" in data
        for name, data in contents(made.out).items()
        if name.startswith(("data/", "records/"))
    )


def test_nothing_to_build_leaves_the_old_package(built: Built, tmp_path: Path) -> None:
    out = tmp_path / "package"
    shutil.copytree(built.out, out)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError):
        build(empty, out)
    assert contents(out) == contents(built.out)


def test_the_descriptor_says_what_is_there(built: Built) -> None:
    described = json.loads((built.out / "datapackage.json").read_text("utf-8"))
    assert described["$schema"].endswith("/2.0/datapackage.json")
    for resource in described["resources"]:
        path = built.out / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        assert resource["hash"].startswith("sha256:")
    counts = {r["name"]: r["rowCount"] for r in described["resources"] if "rowCount" in r}
    assert counts == dict(built.counts)


def test_published_text_is_nfc_but_quotes_are_the_pages_own(tmp_path: Path) -> None:
    import unicodedata

    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "nfd.txt").write_text(unicodedata.normalize("NFD", PAGE), "utf-8")
    tables = load(build(folder, tmp_path / "package").out).tables
    assert tables["articles"][0].title == "Tòa án tỉnh bàn việc năm mới"
    (citation,) = tables["citations"]
    assert citation.as_written == "Chỉ thị số 26-CT/TW"
    assert citation.quote == unicodedata.normalize("NFD", "Chỉ thị số 26-CT/TW")
