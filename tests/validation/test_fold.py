"""One fault, one error; and no fault disappears."""

from pathlib import Path
from typing import Any

import pytest
from frictionless import Error, errors
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation.fold import Checked, fold
from opendata.validation.issues import package_issue
from opendata.validation.source import Described

NOWHERE = Described({"resources": []}, Path())


def unreadable(name: str) -> Error:
    return errors.SchemeError(note=f"No such file: {name}.csv")


def primary(row: int) -> Error:
    return errors.PrimaryKeyError(note="the same as above", cells=[], row_number=row)


def unique(row: int) -> Error:
    return errors.UniqueError(
        note="the same as above", cells=[], row_number=row, cell="", field_name="id", field_number=1
    )


def wrong_type(row: int) -> Error:
    return errors.TypeError(
        note="type is integer", cells=[], row_number=row, cell="x", field_name="id", field_number=1
    )


def empty_key(row: int) -> Error:
    note = 'cells composing the primary keys are all "None"'
    return errors.PrimaryKeyError(note=note, cells=[], row_number=row)


def missing(target: str, value: str, row: int) -> Error:
    return errors.ForeignKeyError(
        note=f"{value} not found", cells=[], row_number=row, field_names=["x"], field_cells=[value],
        reference_name=target, reference_field_names=["id"],
    )  # fmt: skip


HASH = errors.HashCountError(note="another hash")
SIZE = errors.ByteCountError(note="another size")


def checked(name: str, *found: Error, parents: str = "", warnings: tuple[str, ...] = ()) -> Checked:
    return Checked(name, frozenset(parents.split()), found, warnings)


def kept(
    found: list[Checked], described: Described = NOWHERE, **named: Any
) -> list[tuple[str, str, str]]:
    issues = [package_issue(type, "x", resource=name) for name, type in named.items()]
    return [
        (one.resource, e.type, e.note) for one in fold(found, described, issues) for e in one.errors
    ]


CASES: list[tuple[str, list[Checked], list[int]]] = [
    # Each with the row, counted from 0, of the errors that stay.
    ("a missing table", [checked("c", unreadable("a"), parents="a"), checked("a", unreadable("a"))], [1]),
    ("two missing tables", [checked("a", unreadable("a")), checked("b", unreadable("b"), parents="a")], [0, 1]),
    ("tables that point to each other", [checked("a", unreadable("a"), parents="b"), checked("b", unreadable("a"), parents="a")], [0, 1]),
    ("a key that is also unique", [checked("a", unique(3), primary(3), unique(4))], [1, 2]),
    ("a key of the wrong type", [checked("a", wrong_type(3), empty_key(3), empty_key(4))], [0, 2]),
    ("a changed file", [checked("a", HASH, SIZE), checked("b", SIZE)], [0, 2]),
    ("a missing key", [checked("b", missing("a", "1", 2), missing("a", "2", 3), missing("a", "1", 4)), checked("c", missing("a", "1", 2))], [0, 1]),
    ("a missing key of the table itself", [checked("b", missing("", "1", 2)), checked("c", missing("", "1", 2))], [0, 1]),
]  # fmt: skip


@pytest.mark.parametrize("found, stay", [pytest.param(*rest, id=name) for name, *rest in CASES])
def test_one_fault_is_one_error(found: list[Checked], stay: list[int]) -> None:
    every = [(one.resource, e.type, e.note) for one in found for e in one.errors]
    assert kept(found) == [every[at] for at in stay]


def test_what_was_not_checked_is_said() -> None:
    found = [checked("c", unreadable("a"), parents="a b"), checked("a", unreadable("a"))]
    assert fold(found, NOWHERE, [])[0].warnings == ("not checked: a cannot be read",)


def test_how_many_rows_lack_a_key_is_said() -> None:
    found = [checked("b", *(missing("a", "1", row) for row in (2, 3, 4)), warnings=("w",))]
    assert fold(found, NOWHERE, [])[0].warnings == ("w", "missing key: 2 more rows point to a 1")


def test_our_issue_stands_for_the_vaguer_error() -> None:
    found = [checked("a", unreadable("a"), HASH), checked("b", missing("a", "1", 2))]
    assert kept(found, a="opendata-remote-path", b="opendata-key") == [
        ("a", "hash-count", "another hash")
    ]
    assert len(kept(found, a="opendata-profile")) == 3


def test_a_hash_that_we_compute_is_not_said_to_be_ignored() -> None:
    described = Described(
        {"resources": [{"name": "a", "hash": "sha1:0"}, {"name": "b", "hash": "x:0"}]},
        NOWHERE.folder,
    )
    note = "hash is ignored; supported algorithms: md5/sha256"
    found = [checked(name, warnings=(note,)) for name in "ab"]
    assert [one.warnings for one in fold(found, described, [])] == [(), (note,)]


NAMES = st.sampled_from("abc")
ERRORS = (
    NAMES.map(unreadable)
    | st.integers(2, 4).map(primary)
    | st.integers(2, 4).map(unique)
    | st.builds(missing, NAMES, st.sampled_from("12"), st.integers(2, 4))
    | st.sampled_from([HASH, SIZE])
)
FOUND = st.lists(
    st.tuples(NAMES, st.lists(ERRORS, max_size=4), st.frozensets(NAMES)), max_size=3, unique_by=lambda one: one[0]
).map(lambda found: [Checked(name, parents - {name}, tuple(es), ()) for name, es, parents in found])  # fmt: skip


@given(FOUND)
def test_no_fault_disappears(found: list[Checked]) -> None:
    folded = kept(found)
    every = [(one.resource, e.type, e.note) for one in found for e in one.errors]
    assert all(one in every for one in folded)
    # Of each kind of fault one error stays; a size and a unique value are told by another error.
    told = {"byte-count": "hash-count", "unique-error": "primary-key"}
    types = {type for _, type, _ in folded}
    assert all(type in types or told[type] in types for _, type, _ in every)


@given(FOUND)
def test_folding_twice_changes_nothing(found: list[Checked]) -> None:
    once = fold(found, NOWHERE, [])
    assert [one.errors for one in fold(once, NOWHERE, [])] == [one.errors for one in once]
