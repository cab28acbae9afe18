"""One fault, one error; and no fault disappears."""

from dataclasses import replace
from typing import Any

import pytest
from frictionless import Error, errors
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation.checked import Checked
from opendata.validation.errors import to_error
from opendata.validation.fold import fold
from opendata.validation.issues import package_issue


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


def checked(
    name: str, *found: Error, parents: str = "", columns: str = "", **values: Any
) -> Checked:
    """`columns` are the fields and the labels, as `a b > b`."""
    fields, _, labels = columns.partition(" > ")
    values = {"fields": tuple(fields.split()), "labels": tuple(labels.split()), **values}
    return Checked(name, found, parents=frozenset(parents.split()), **values)


def kept(found: list[Checked], **named: Any) -> list[tuple[str, str, str]]:
    found = [replace(one, errors=(*one.errors, *ours(named.get(one.resource)))) for one in found]
    return [(one.resource, e.type, e.note) for one in fold(found) for e in one.errors]


def ours(type: str | None) -> list[Error]:
    return [to_error(package_issue(type, "x"))] if type else []


def label(kind: type[Any], label: str, field: str, at: int) -> Error:
    error: Error = kind(
        note="x", labels=[], row_numbers=[1], label=label, field_name=field, field_number=at
    )
    return error


def misplaced(name: str, field: str, at: int) -> Error:
    return label(errors.IncorrectLabelError, name, field, at)


def row_error(kind: type[Any], row: int, at: int = 1) -> Error:
    """An error of one row, or of one cell of it."""
    cell = {"cell": "", "field_name": "id", "field_number": at}
    values = cell if issubclass(kind, errors.CellError) else {}
    error: Error = kind(note=f"cell {at}", cells=[], row_number=row, **values)
    return error


CASES: list[tuple[str, list[Checked], list[int]]] = [
    # Each with the row, counted from 0, of the errors that stay.
    ("a missing table", [checked("c", unreadable("a"), parents="a"), checked("a", unreadable("a"))], [1]),
    ("two missing tables", [checked("a", unreadable("a")), checked("b", unreadable("b"), parents="a")], [0, 1]),
    ("tables that point to each other", [checked("a", unreadable("a"), parents="b"), checked("b", unreadable("a"), parents="a")], [0, 1]),
    ("a key that is also unique", [checked("a", unique(3), primary(3), unique(4))], [1, 2]),
    ("a key of the wrong type", [checked("a", wrong_type(3), empty_key(3), empty_key(4))], [0, 2]),
    ("a blank row", [checked("a", row_error(errors.BlankRowError, 3), empty_key(3))], [0]),
    ("a row that is too long", [checked("a", row_error(errors.ExtraCellError, 2, 4), row_error(errors.ExtraCellError, 2, 5), wrong_type(2), wrong_type(3))], [0, 3]),
    ("a row that is too short", [checked("a", row_error(errors.ConstraintError, 2), row_error(errors.MissingCellError, 2), missing("b", "1", 2))], [1]),
    ("a column at the end", [checked("a", label(errors.ExtraLabelError, "x", "", 3), wrong_type(2), columns="a b > a b x")], [0, 1]),
    ("a column before others", [checked("a", misplaced("x", "a", 1), misplaced("a", "b", 2), label(errors.ExtraLabelError, "b", "", 3), wrong_type(2), columns="a b > x a b")], [0]),
    ("a missing column", [checked("a", misplaced("b", "a", 1), label(errors.MissingLabelError, "", "b", 2), wrong_type(2), columns="a b > b")], [0]),
    ("a misspelt column", [checked("a", misplaced("x", "a", 1), wrong_type(2), columns="a b > x b")], [0, 1]),
    ("two misspelt columns", [checked("a", misplaced("x", "a", 1), misplaced("y", "b", 2), columns="a b > x y")], [0, 1]),
    ("columns in another order", [checked("a", misplaced("b", "a", 1), misplaced("a", "b", 2), wrong_type(2), columns="a b > b a")], [0]),
    ("keys to moved columns", [checked("b", missing("a", "1", 2), missing("c", "1", 2)), checked("a", misplaced("b", "a", 1), columns="a b > b a")], [1, 2]),
    ("keys beside an extra column", [checked("b", missing("a", "1", 2)), checked("a", label(errors.ExtraLabelError, "x", "", 2), columns="a > a x")], [0, 1]),
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
    assert fold(found)[0].warnings == ("not checked: a cannot be read",)


def test_how_many_rows_lack_a_key_is_said() -> None:
    found = [checked("b", *(missing("a", "1", row) for row in (2, 3, 4)), warnings=("w",))]
    assert fold(found)[0].warnings == ("w", "missing key: 2 more rows point to a 1")


def test_our_issue_stands_for_the_vaguer_error() -> None:
    found = [checked("a", unreadable("a"), HASH), checked("b", missing("a", "1", 2))]
    assert kept(found, a="opendata-remote-path", b="opendata-key") == [
        ("a", "hash-count", "another hash"),
        ("a", "opendata-remote-path", "x"),
        ("b", "opendata-key", "x"),
    ]
    assert len(kept(found, a="opendata-profile")) == 4


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
).map(lambda found: [Checked(name, tuple(es), parents=parents - {name}) for name, es, parents in found])  # fmt: skip


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
    once = fold(found)
    assert [one.errors for one in fold(once)] == [one.errors for one in once]
