"""`validate` from end to end: one report, frictionless's and ours."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest
from frictionless import Checklist, Package, Report, Resource, system
from tests.validation.small import ARTICLE, PAGE, edit, read, rehash, resource, save

from opendata.errors import InputError
from opendata.validation import render_text, validate
from opendata.validation.errors import TYPES
from opendata.validation.issues import row_issue
from opendata.validation.merge import Findings, merge
from opendata.validation.reports.gather import gather
from opendata.validation.reports.places import find_places
from opendata.validation.reports.shown import show_package, show_tables

Found = list[tuple[str, str, int | None]]  # resource, type, row
Change = Callable[[Path], object]


def found(report: Report) -> Found:
    tasks = [(task.name, error) for task in report.tasks for error in task.errors]
    every = [*(("", error) for error in report.errors), *tasks]
    return [(name, error.type, getattr(error, "row_number", None)) for name, error in every]


def shown(report: Report, folder: Path) -> Found:
    """What the formats show of it."""
    places = find_places(folder)
    package, _ = show_package(report, lambda type: True)
    tables = show_tables(report, places, lambda type: True)
    every = [("", one) for one in package]
    every += [(one.task.name, error) for one in tables for error in one.errors]
    return [(name, error.type, getattr(error, "row_number", None)) for name, error in every]


def said(report: Report, folder: Path) -> str:
    """Every message and warning that is shown."""
    result = gather(report, str(folder), find_places(folder))
    faults = (one for group in result.groups for one in group.faults)
    return "\n".join([*result.warnings, *(f"{one.note}\n{one.message}" for one in faults)])


def theirs(report: Report) -> Found:
    """What frictionless says."""
    return [one for one in found(report) if not one[1].startswith("opendata-")]


def timeless(value: Any) -> Any:
    """A report's descriptor without its times."""
    if isinstance(value, dict):
        return {key: timeless(one) for key, one in value.items() if key != "seconds"}
    return [timeless(one) for one in value] if isinstance(value, list) else value


def described(**values: Any) -> Change:
    """Other values in the descriptor of the table of loans."""

    def changed(package: Path) -> None:
        descriptor = read(package)
        resource(descriptor, "loans").update(values)
        save(package, descriptor)

    return changed


def keyed(**values: Any) -> Change:
    """Other keys of the table of loans."""

    def changed(package: Path) -> None:
        descriptor = read(package)
        resource(descriptor, "loans")["schema"].update(values)
        save(package, descriptor)

    return changed


def edited(name: str, old: str, new: str) -> Change:
    """An edit of a file, with which hash and size of the descriptor agree."""

    def changed(package: Path) -> None:
        edit(package, name, old, new)
        rehash(package)

    return changed


# Any other package


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A package of two tables that is not ours."""
    books = {"fields": [{"name": "id", "type": "string"}], "primaryKey": ["id"]}
    loans = {
        "fields": [
            {"name": "id", "type": "integer", "constraints": {"unique": True}},
            {"name": "book", "type": "string"},
            {"name": "state", "type": "string", "constraints": {"enum": ["out", "back"]}},
            {"name": "tags", "type": "array"},
        ],
        "primaryKey": ["id"],
        "foreignKeys": [{"fields": ["book"], "reference": {"resource": "books", "fields": ["id"]}}],
    }
    save(tmp_path, {
        "name": "library",
        "licenses": [{"name": "CC0-1.0"}],
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "resources": [
            {"name": "books", "type": "table", "path": "books.csv", "schema": books},
            {"name": "loans", "type": "table", "path": "loans.csv", "schema": loans},
        ],
    })  # fmt: skip
    (tmp_path / "books.csv").write_text("id\nđế\nmèn\n", "utf-8")
    (tmp_path / "loans.csv").write_text("id,book,state,tags\n1,đế,out,[]\n2,đế,back,\n", "utf-8")
    rehash(tmp_path)
    return tmp_path


# fmt: off
FAULTS: list[tuple[str, Change, Found, str]] = [
    ("not JSON", lambda p: edit(p, "datapackage.json", "{", ""), [("", "opendata-descriptor", None)], "datapackage.json, line 1, column 7: is not JSON"),
    ("missing file", lambda p: (p / "loans.csv").unlink(), [("loans", "scheme-error", None)], "loans.csv"),
    ("missing file that another needs", lambda p: (p / "books.csv").unlink(), [("books", "scheme-error", None)], "loans: not checked: books cannot be read"),
    ("wrong hash", described(hash="sha256:" + "0" * 64), [("loans", "hash-count", None)], "0000"),
    ("wrong hash that frictionless skips", described(hash="sha1:" + "0" * 40), [("loans", "opendata-file", None)], "loans.csv: expected sha1 000"),
    ("wrong size", described(bytes=7), [("loans", "byte-count", None)], '"7"'),
    ("changed file", lambda p: edit(p, "loans.csv", ",back", ",out"), [("loans", "hash-count", None)], ""),
    ("extra column", edited("books.csv", "id\nđế\nmèn", "id,x\nđế,1\nmèn,2"), [("books", "extra-label", None)], '"x"'),
    ("extra first column", edited("books.csv", "id\nđế\nmèn", "x,id\n1,đế\n2,mèn"), [("books", "incorrect-label", None)], '"x"'),
    ("misspelt column", edited("books.csv", "id", "idd"), [("books", "incorrect-label", None)], '"idd"'),
    ("wrong type", edited("loans.csv", "\n1,", "\nmột,"), [("loans", "type-error", 2)], '"một"'),
    ("unknown code", edited("loans.csv", "out", "lost"), [("loans", "constraint-error", 2)], '"lost"'),
    ("broken primary key", edited("loans.csv", "\n2,", "\n1,"), [("loans", "primary-key", 3)], 'position "3"'),
    ("broken foreign key", edited("books.csv", "đế", "nhện"), [("loans", "foreign-key", 2)], "loans: missing key: 1 more rows point to books đế"),
    ("address", described(path="https://example.org/x.csv"), [("loans", "opendata-remote-path", None)], "'https://example.org/x.csv' is an address"),
    ("path out of the package", described(path="../x.csv"), [("", "opendata-path", None)], "resources/1/path (resource 'loans'): '../x.csv' leaves"),
    ("key of an unknown field", keyed(primaryKey=["no"]), [("", "opendata-key", None)], "(resource 'loans'): there is no field 'no'"),
    ("key of lists", keyed(primaryKey=["tags"]), [("loans", "opendata-unique-key", 3)], "a part of the primary key tags is empty"),
    ("key to an unknown table", keyed(foreignKeys=[{"fields": ["book"], "reference": {"resource": "shelves", "fields": ["id"]}}]), [("loans", "opendata-key", None)], "there is no resource 'shelves'"),
    ("key to an unknown field", keyed(foreignKeys=[{"fields": ["book"], "reference": {"resource": "books", "fields": ["no"]}}]), [("loans", "opendata-key", None)], "there is no field 'no'"),
    ("no name", lambda p: edit(p, "datapackage.json", '"name": "loans", ', ""), [("", "opendata-profile", None)], "resources/1: 'name' is a required property"),
]
# fmt: on


@pytest.mark.parametrize(
    "fault, expected, words", [pytest.param(*rest, id=name) for name, *rest in FAULTS]
)
def test_one_fault_is_one_error_that_names_it(
    fault: Change, expected: Found, words: str, library: Path
) -> None:
    fault(library)
    report = validate(library)
    assert not report.valid
    assert shown(report, library) == expected
    assert words in said(report, library)


UNREAD = {"opendata-descriptor"}
# Of which frictionless says nothing, as it would be given something else to check.
AMENDED = {"opendata-unique-key"}


@pytest.mark.parametrize(
    "fault, expected", [pytest.param(*rest[:2], id=name) for name, *rest in FAULTS]
)
def test_all_that_frictionless_says_stands_in_the_report(
    fault: Change, expected: Found, library: Path
) -> None:
    fault(library)
    if not {type for _, type, _ in expected} & (UNREAD | AMENDED):
        assert theirs(validate(library)) == found(validate(library, strict=False))


def test_sources_of_every_kind(library: Path) -> None:
    descriptor = read(library)
    for source, options in [
        (library, {}),
        (str(library), {}),
        (library / "datapackage.json", {}),
        (descriptor, {"basepath": str(library)}),
        (Package(str(library / "datapackage.json")), {}),
    ]:
        report = validate(source, **options)
        assert isinstance(report, Report)
        assert report.valid and report.warnings == [] and len(report.tasks) == 2
    table = Resource(path="books.csv", basepath=str(library))
    assert validate(table).valid and len(validate(table).tasks) == 1


def test_a_hash_that_we_compute_is_not_said_to_be_ignored(library: Path) -> None:
    digest = hashlib.sha1((library / "loans.csv").read_bytes()).hexdigest()
    described(hash=f"sha1:{digest}")(library)
    report = validate(library)
    assert report.valid and [task.warnings for task in report.tasks] == [[], []]


def test_version_1(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n1\n1\n", "utf-8")
    table: dict[str, Any] = {"fields": [{"name": "id", "type": "integer"}]}
    descriptor = {"name": "a", "resources": [{"name": "a", "path": "a.csv", "schema": table}]}
    assert validate(descriptor, basepath=str(tmp_path)).valid
    table["primaryKey"] = "id"
    assert found(validate(descriptor, basepath=str(tmp_path))) == [("a", "primary-key", 3)]


def break_many(package: Path) -> None:
    edited("loans.csv", "2,đế,back", "1,ma,lost")(package)
    (package / "books.csv").unlink()


@pytest.mark.parametrize(
    "fault", [lambda p: None, break_many, lambda p: edit(p, "datapackage.json", "{", "")]
)
def test_without_strict_the_report_is_that_of_frictionless(fault: Change, library: Path) -> None:
    fault(library)
    ours = validate(library, strict=False).to_descriptor()
    assert timeless(ours) == timeless(frictionless.validate(library).to_descriptor())


def test_the_network_is_not_used(library: Path) -> None:
    asked: list[str] = []

    class Session:
        def get(self, address: str, **_: Any) -> Any:
            asked.append(address)
            raise OSError("no network in tests")

    address = "https://example.org/x.csv"
    described(path=address)(library)
    context = system.use_context(http_session=Session())
    with context:
        assert not validate(library).valid
        assert not validate(library, strict=False).valid
        assert asked == []
        assert not validate(library, allow_remote=True).valid
        assert set(asked) == {address}
        with pytest.raises(InputError, match="is an address"):
            validate("https://example.org/datapackage.json")


def test_what_trips_frictionless_up_is_an_error(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: Any, **__: Any) -> Report:
        raise TypeError("unhashable type: 'list'")

    monkeypatch.setattr("opendata.validation.run.run_frictionless", trip)
    report = validate(library, skip_errors=["#opendata"])
    assert found(report) == [("", "opendata-not-checked", None)]
    assert "TypeError: unhashable type" in report.errors[0].note


# Options


def test_errors_can_be_picked_and_skipped(library: Path) -> None:
    described(hash="sha1:" + "0" * 40, bytes=7)(library)
    ours, theirs = "opendata-file", "byte-count"
    for options, expected in [
        ({}, [theirs, ours]),
        ({"skip_errors": [ours]}, [theirs]),
        ({"skip_errors": ["#opendata"]}, [theirs]),
        ({"pick_errors": [ours]}, [ours]),
        ({"checklist": Checklist(skip_errors=["#file"])}, [ours]),
    ]:
        assert [type for _, type, _ in found(validate(library, **options))] == expected


def test_skipping_ours_lets_theirs_show(library: Path) -> None:
    keyed(primaryKey=["no"])(library)
    report = validate(library, skip_errors=["opendata-key"])
    assert shown(report, library) == [("", "schema-error", None)]


def test_what_could_not_be_checked_cannot_be_skipped(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{")
    assert not validate(tmp_path, skip_errors=["#opendata"]).valid


def test_a_limit_of_errors_is_kept_and_said() -> None:
    issues = [row_issue("opendata-quote", "x", "citations", index) for index in range(5)]
    findings = Findings((), (), (), ())
    limited, whole = merge(findings, issues, 2, 0), merge(findings, issues, 0, 0)
    assert [error.row_number for error in limited.errors] == [2, 3]
    assert limited.warnings == ["reached error limit: 2 of 5 are listed"]
    assert len(whole.errors) == 5 and whole.warnings == []


# Packages of ours


def test_a_sound_package_is_valid(sound: Path, pages: Path) -> None:
    report = validate(sound, sources=pages)
    assert report.valid and found(report) == []
    assert report.warnings == [f"articles {ARTICLE}: undated: No date is stated."]
    assert len(report.tasks) == len(read(sound)["resources"])


# fmt: off
OWN_FAULTS: list[tuple[str, Change, Found, str]] = [
    ("changed file", lambda p: edit(p, "data/events.csv", "Họp bàn", "Họp"), [("events", "hash-count", None), ("events", "opendata-disagreement", 2)], "data/events.csv, row 2 (hop-1): differs in name"),
    ("wrong id", lambda p: [edited(f, f"{ARTICLE}.f", f"{ARTICLE}.g")(p) for f in ("data/figures.csv", "records/articles.json")], [("figures", "opendata-id", 2)], "data/figures.csv, row 2: figure_id is"),
    ("key that many rows lack", edited("data/articles.csv", ARTICLE, "trang-2"), [("blocks", "foreign-key", 2)], "not checked: records, offsets, links and evidence, as the tables have errors"),
]
# fmt: on


@pytest.mark.parametrize(
    "fault, expected, words", [pytest.param(*rest, id=name) for name, *rest in OWN_FAULTS]
)
def test_one_fault_of_our_package_is_one_error(
    fault: Change, expected: Found, words: str, package: Path
) -> None:
    fault(package)
    report = validate(package)
    assert shown(report, package) == expected
    assert words in said(report, package)
    again = Report.from_descriptor(json.loads(report.to_json()))
    assert again.to_descriptor() == report.to_descriptor()


def test_another_page_is_an_error_at_the_article(sound: Path, pages: Path) -> None:
    (pages / PAGE).write_text("Trang khác", "utf-8")
    report = validate(sound, sources=[pages])
    assert report.flatten(["type", "rowNumber", "fieldName"]) == [
        ["opendata-page", 2, "text_sha256"]
    ]
    assert hashlib.sha256("Trang khác".encode()).hexdigest() in render_text(report)


def test_a_part_of_the_rows_says_that_the_rest_was_not_checked(sound: Path) -> None:
    report = validate(sound, limit_rows=1)
    assert report.valid
    note = "package: not checked: records, offsets, links and evidence, as only a part of the tables was asked for"
    assert note in report.warnings


def test_types_say_what_they_mean() -> None:
    for type in TYPES:
        kind = system.select_error_class(type)
        assert issubclass(kind, frictionless.Error)
        assert kind.title and kind.description.endswith(".") and "#opendata" in kind.tags
