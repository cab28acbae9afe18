"""What packages of ours promise of their contents: each fault is one issue that names its place."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.small import (
    ARTICLE,
    PAGE,
    TEXT,
    WORDS,
    Rows,
    alter,
    at,
    described,
    edit,
    evidence_of,
    read,
    resource,
    row,
    small_rows,
)

from opendata.errors import InputError
from opendata.records.cells import cell_text
from opendata.validation.agreement import cell
from opendata.validation.issues import Issue
from opendata.validation.own import check_contents
from opendata.validation.source import Described

Write = Callable[[Path, Rows], Path]
Place = tuple[str, str, int, str]  # type, resource, row, field


def places(issues: tuple[Issue, ...]) -> list[Place]:
    return [(one.type, one.resource, one.row, one.field) for one in issues]


def test_a_sound_package_has_no_issue_and_its_flags_are_warnings(sound: Path, pages: Path) -> None:
    expected = ((), (f"articles {ARTICLE}: undated: No date is stated.",))
    assert check_contents(described(sound), []) == expected
    assert check_contents(described(sound), [pages]) == expected


def drop(table: str, index: int = 0) -> Callable[[Rows], None]:
    return lambda rows: rows[table].pop(index) and None


def change(name: str, index: int = 0, /, **values: Any) -> Callable[[Rows], None]:
    return lambda rows: alter(rows, name, index, **values)


def without_evidence(table: str, *fields: str) -> Callable[[Rows], None]:
    def changed(rows: Rows) -> None:
        for field in fields:
            del rows["evidence"][evidence_of(rows, field, table)]

    return changed


def change_evidence(name: str, column: str, /, **values: Any) -> Callable[[Rows], None]:
    return lambda rows: alter(rows, "evidence", evidence_of(rows, column, name), **values)


def add(name: str, /, **values: Any) -> Callable[[Rows], None]:
    return lambda rows: rows[name].append(row(name, **values))


def untie_person(rows: Rows) -> None:
    rows["participations"], rows["positions"] = [], []
    alter(rows, "evidence", evidence_of(rows, "name", "persons"), start=None, end=None, quote=None)


def both_owners(rows: Rows) -> None:
    alter(rows, "tasks", directive_id="ct-26")


TITLE_ROW = 2 + evidence_of(small_rows(), "title", "articles")
NUMBER_ROW = 2 + evidence_of(small_rows(), "number", "directives")
LONG = TEXT.index(".....")

# fmt: off
FAULTS: list[tuple[str, Callable[[Rows], None], Place]] = [
    ("quote too long for its place", change("citations", quote="Chỉ thị 26 "), ("opendata-quote", "citations", 2, "quote")),
    ("quote of more than 300", change("figures", figure_id=f"{ARTICLE}.f{LONG}", start=LONG, end=LONG + 301, quote="." * 301), ("opendata-quote", "figures", 2, "quote")),
    ("end outside the text", change("blocks", end=len(TEXT) + 1), ("opendata-offset", "blocks", 2, "end")),
    ("start outside the text", change("positions", start=len(TEXT) + 1), ("opendata-offset", "positions", 2, "start")),
    ("end before start", change("systems", end=0), ("opendata-offset", "systems", 2, "end")),
    ("evidence outside the text", change_evidence("articles", "title", end=len(TEXT) + 9), ("opendata-offset", "evidence", TITLE_ROW, "end")),
    ("evidence without a quote", change_evidence("articles", "title", quote=None), ("opendata-quote", "evidence", TITLE_ROW, "quote")),
    ("evidence without an end", change_evidence("articles", "title", end=None), ("opendata-offset", "evidence", TITLE_ROW, "end")),
    ("evidence of an unknown record", change_evidence("directives", "number", record_id="ct-99"), ("opendata-link", "evidence", NUMBER_ROW, "record_id")),
    ("evidence of an unknown table", change_evidence("directives", "number", table="laws"), ("opendata-link", "evidence", NUMBER_ROW, "table")),
    ("evidence of an unknown field", change_evidence("directives", "number", field="colour"), ("opendata-link", "evidence", NUMBER_ROW, "field")),
    ("flag of an unknown record", change("flags", table="events", record_id="hop-9"), ("opendata-link", "flags", 2, "record_id")),
    ("same as an unknown record", add("same_as", table="events", record_id="hop-1", same_as_id="hop-9", basis="same day"), ("opendata-link", "same_as", 2, "same_as_id")),
    ("wrong offset in an id", change("citations", citation_id=f"{ARTICLE}.c9"), ("opendata-id", "citations", 2, "citation_id")),
    ("longer number in an id", change("figures", figure_id=f"{ARTICLE}.f{at(WORDS['figure'])['start']}0"), ("opendata-id", "figures", 2, "figure_id")),
    ("wrong letter in an id", change("tasks", task_id=f"{ARTICLE}.x{at(WORDS['task'])['start']}"), ("opendata-id", "tasks", 2, "task_id")),
    ("wrong role in an id", change("participations", role="speaker"), ("opendata-id", "participations", 2, "participation_id")),
    ("wrong code in an id", change("flags", code="untitled"), ("opendata-id", "flags", 2, "flag_id")),
    ("wrong field in an id", change_evidence("articles", "title", evidence_id="a.b.c"), ("opendata-id", "evidence", TITLE_ROW, "evidence_id")),
    ("event that no page reports", drop("event_articles"), ("opendata-orphan", "events", 2, "event_id")),
    ("directive that no page cites", drop("citations"), ("opendata-orphan", "directives", 2, "directive_id")),
    ("person that no page names", untie_person, ("opendata-orphan", "persons", 2, "person_id")),
    ("task of two", both_owners, ("opendata-owner", "tasks", 2, "directive_id")),
    ("task of none", change("tasks", event_id=None), ("opendata-owner", "tasks", 2, "directive_id")),
    ("value without evidence", without_evidence("articles", "title"), ("opendata-evidence", "articles", 2, "title")),
    ("two values without evidence", without_evidence("directives", "kind", "number"), ("opendata-evidence", "directives", 2, "kind")),
    ("evidence of another value", change_evidence("directives", "number", value="27"), ("opendata-evidence", "directives", 2, "number")),
    ("date without evidence", change("articles", published_on=date(2023, 11, 14)), ("opendata-evidence", "articles", 2, "published_on")),
]
# fmt: on


@pytest.mark.parametrize("fault, expected", [pytest.param(f, e, id=name) for name, f, e in FAULTS])
def test_one_fault_of_the_rows_is_one_issue(
    fault: Callable[[Rows], None], expected: Place, write: Write, tmp_path: Path
) -> None:
    rows = small_rows()
    fault(rows)
    issues, _ = check_contents(described(write(tmp_path / "package", rows)), [])
    assert places(issues) == [expected]
    file = f"data/{expected[1]}.csv, row {expected[2]}"
    assert issues[0].note.startswith(file)


def test_a_code_that_says_that_nothing_is_known_needs_no_evidence(
    write: Write, tmp_path: Path
) -> None:
    rows = small_rows()
    assert (rows["directives"][0].level, rows["events"][0].date_precision) == ("unknown", "none")
    assert check_contents(described(write(tmp_path / "package", rows)), [])[0] == ()


# fmt: off
EDITS: list[tuple[str, str, str, str, Place, str]] = [
    ("cell", "data/articles.csv", "Họp bàn", "Họp kín", ("opendata-disagreement", "articles", 2, "title"), "data/articles.csv, row 2 (trang-1): differs in title"),
    ("cell of a child", "data/citations.csv", "numbered", "named", ("opendata-disagreement", "citations", 2, "form"), "'numbered' at records/articles.json, /0/citations/0"),
    ("member of a record", "records/events.json", '"Họp bàn"', '"Họp kín"', ("opendata-disagreement", "events", 2, "name"), "'Họp kín' at records/events.json, /0"),
    ("number", "data/figures.csv", "97.6", "97.5", ("opendata-disagreement", "figures", 2, "value"), "value is '97.5', but '97.6'"),
    ("array", "records/articles.json", '["separator"]', "[]", ("opendata-disagreement", "citations", 2, "repairs"), "but empty"),
    ("id of a record", "records/persons.json", '"person_id":"nguyen-van-an"', '"person_id":"nguyen-van-binh"', ("opendata-disagreement", "persons", 0, ""), "persons nguyen-van-binh is not in data/persons.csv"),
    ("missing member", "records/persons.json", '"name":"Nguyễn Văn An",', "", ("opendata-record", "person-records", 0, ""), "records/persons.json, /0 (nguyen-van-an): 'name' is a required property"),
    ("unknown member", "records/persons.json", '"name":', '"nom":"x","name":', ("opendata-record", "person-records", 0, ""), "'nom' was unexpected"),
    ("wrong type", "records/articles.json", '"start":0', '"start":"0"', ("opendata-record", "article-records", 0, ""), "records/articles.json, /0/blocks/0/start (trang-1): '0' is not of type 'integer'"),
    ("wrong date", "records/articles.json", '"language"', '"published_on":"2023-11-31","language"', ("opendata-record", "article-records", 0, ""), "/0/published_on (trang-1): '2023-11-31' is not a 'date'"),
    ("wrong id", "records/events.json", '"event_id":"hop-1"', '"event_id":"Họp"', ("opendata-record", "event-records", 0, ""), "/0/event_id"),
    ("no JSON", "records/events.json", '"kind":', '"kind"', ("opendata-record", "event-records", 0, ""), "records/events.json, line 2, column "),
    ("no array", "records/outlets.json", "[]", "{}", ("opendata-record", "outlet-records", 0, ""), "expected an array"),
    ("rows stated", "datapackage.json", '"rowCount": 1,', '"rowCount": 7,', ("opendata-count", "articles", 0, ""), "datapackage.json, resources/0/rowCount"),
]
# fmt: on


@pytest.mark.parametrize(
    "file, old, new, expected, words", [pytest.param(*rest, id=name) for name, *rest in EDITS]
)
def test_one_edit_of_a_file_is_one_issue(
    file: str, old: str, new: str, expected: Place, words: str, package: Path
) -> None:
    edit(package, file, old, new)
    issues, _ = check_contents(described(package), [])
    if "not in" in words:  # the row that CSV has is missing too
        issues = tuple(one for one in issues if not one.row)
    assert places(issues) == [expected]
    assert words in issues[0].note


def test_a_row_that_only_csv_has(package: Path) -> None:
    edit(
        package,
        "records/events.json",
        '"event_articles":[{"event_id":"hop-1","article_id":"trang-1"}]',
        '"event_articles":[]',
    )
    issues, _ = check_contents(described(package), [])
    assert places(issues) == [("opendata-disagreement", "event_articles", 2, "")]


def test_a_record_that_stands_twice(package: Path) -> None:
    path = package / "records" / "persons.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) * 2), "utf-8")
    descriptor = read(package)
    resource(descriptor, "person-records")["recordCount"] = 2
    issues, _ = check_contents(Described(descriptor, package), [])
    assert places(issues) == [("opendata-disagreement", "person-records", 0, "")]
    assert "records/persons.json, /1: nguyen-van-an stands there twice" in issues[0].note


def test_a_record_that_is_no_object(package: Path) -> None:
    (package / "records" / "persons.json").write_text("[3]", "utf-8")
    issues, _ = check_contents(described(package), [])
    assert places(issues) == [("opendata-record", "person-records", 0, "")]
    assert "/0 (no object): 3 is not of type 'object'" in issues[0].note


def test_not_utf8(package: Path) -> None:
    (package / "data" / "events.csv").write_bytes(b"event_id\n\xff\n")
    issues, _ = check_contents(described(package), [])
    assert places(issues) == [("opendata-record", "events", 0, "")]
    assert "data/events.csv, byte 9: is not UTF-8" in issues[0].note


# Pages


def test_another_text_of_a_page_is_one_issue(sound: Path, pages: Path) -> None:
    (pages / PAGE).write_bytes(b"x" + TEXT.encode())
    issues, _ = check_contents(described(sound), [pages])
    assert places(issues) == [("opendata-page", "articles", 2, "text_sha256")]


def test_a_quote_that_the_page_does_not_have(write: Write, tmp_path: Path, pages: Path) -> None:
    rows = small_rows()
    alter(rows, "positions", quote="Chủ  tịc")
    package = described(write(tmp_path / "package", rows))
    assert check_contents(package, [])[0] == ()
    issues, _ = check_contents(package, [pages])
    assert places(issues) == [("opendata-quote", "positions", 2, "quote")]
    assert "'Chủ  tịc'; trang-1.txt has 'Chủ tịch' from" in issues[0].note


def test_a_renamed_page_is_known_by_its_text(sound: Path, pages: Path) -> None:
    (pages / PAGE).rename(pages / "renamed.txt")
    assert check_contents(described(sound), [pages])[0] == ()


def test_a_page_that_is_not_given_is_a_warning(write: Write, tmp_path: Path, pages: Path) -> None:
    rows = small_rows()
    other = {"article_id": "trang-2", "source_name": "trang-2.txt", "text_sha256": "0" * 64}
    rows["articles"].append(rows["articles"][0].model_copy(update={**other, "title": None}))
    again = {"article_id": "trang-2", "record_id": "trang-2"}
    language = rows["evidence"][evidence_of(rows, "language", "articles")]
    own_id = {"evidence_id": "articles.trang-2.language.metadata"}
    rows["evidence"].append(language.model_copy(update={**again, **own_id}))
    issues, warnings = check_contents(described(write(tmp_path / "package", rows)), [pages])
    assert issues == ()
    assert (
        "articles trang-2: page not given: trang-2.txt is not among the sources, so its quotes were not compared"
        in warnings
    )


def test_pages_of_something_else(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Trang khác", "utf-8")
    with pytest.raises(InputError, match="holds no page of the package"):
        check_contents(described(sound), [tmp_path / "other.txt"])


def test_pages_of_a_package_that_is_not_ours(pages: Path) -> None:
    issues, warnings = check_contents(Described({"resources": []}, pages), [pages])
    assert issues == () and warnings[0].startswith("package: not checked: quotes")


# What holds for every value


@pytest.mark.parametrize("value, kind", [(10**400, float), ("2016-12-31T23:59:60Z", datetime)])
def test_a_value_that_python_does_not_have_is_taken_as_text(value: Any, kind: type) -> None:
    assert cell(value, kind) == str(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_the_same_in_json_and_csv(value: float) -> None:
    assert cell(json.loads(json.dumps(value)), float) == cell_text(value)


@given(st.lists(st.text('aĐ\u0301"\\,\n ')).map(tuple))
def test_an_array_reads_the_same_in_json_and_csv(value: tuple[str, ...]) -> None:
    assert cell(json.loads(json.dumps(value)), tuple) == cell_text(value)
