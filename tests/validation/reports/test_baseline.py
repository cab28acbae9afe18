"""Known errors: what they are known by, and how a baseline is read and written."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.errors import InputError
from opendata.validation.reports.baseline import (
    list_known,
    match,
    package_key,
    read_baseline,
    without,
    write_baseline,
)
from opendata.validation.reports.found import Fault, Group, Known


def fault(cell: str | None = "n/a", key: str = "", row: int = 2, note: str = "") -> Fault:
    return Fault(
        "type-error", "articles", "a.csv", note, "", row=row, field="year", cell=cell, key=key
    )


def group(*faults: Fault, count: int = 0) -> Group:
    total = count or len(faults)
    return Group("type-error", "articles", "a.csv", "year", total, faults)


# Faults that are known, faults of today; how many are known, how many lines are left.
CASES = [
    ([fault()], [fault()], 1, 0),
    ([fault(row=2)], [fault(row=99)], 1, 0),  # rows move
    ([fault(key="a")], [fault(key="b")], 0, 1),  # the same fault of another record is new
    ([fault("n/a")], [fault("không")], 0, 1),
    ([fault()], [fault(), fault()], 1, 0),  # one more of the same is new
    ([fault(), fault()], [fault()], 1, 1),  # one was mended
    ([fault()], [], 0, 1),
    ([fault("")], [fault("")], 1, 0),  # an empty cell is a cell
    ([fault("")], [fault("x")], 0, 1),
    (
        [fault(None, note="a.csv, row 7 (x): odd")],
        [fault(None, note="a.csv, row 8 (x): odd")],
        1,
        0,
    ),
    (
        [fault(None, note="a.csv, row 7 (x): odd")],
        [fault(None, note="a.csv, row 7 (y): odd")],
        0,
        1,
    ),
    ([fault("x" * 999)], [fault("x" * 999)], 1, 0),
    ([fault("x" * 999)], [fault("x" * 998)], 0, 1),
]


@pytest.mark.parametrize("then, now, known, left", CASES)
def test_an_error_is_known_by_what_it_says(
    then: list[Fault], now: list[Fault], known: int, left: int, tmp_path: Path
) -> None:
    write_baseline(tmp_path / "known.json", list_known([group(*then)], "."))
    found = match([group(*now)] if now else [], read_baseline(tmp_path / "known.json"), ".")
    assert sum(one.known for one in found.groups) == known
    assert sum(one.count for one in found.left) == left


def test_the_first_of_several_alike_are_the_known_ones() -> None:
    found = match(
        [group(fault(row=5), fault(row=6))],
        [Known(".", "articles", "type-error", "year", "n/a")],
        ".",
    )
    assert [one.known for one in found.groups[0].faults] == [True, False]


def test_a_group_of_which_not_all_are_listed_is_compared_by_number() -> None:
    known = list_known([group(fault(), count=5000)], ".")
    assert known == (Known(".", "articles", "type-error", "year", count=5000),)
    assert match([group(fault(), count=5000)], known, ".").groups[0].known == 5000
    more = match([group(fault(), count=5001)], known, ".").groups[0]
    assert (more.known, more.faults[0].known) == (5000, False)
    fewer = match([group(fault("x"), fault("y"))], known, ".")
    assert (fewer.groups[0].known, fewer.left[0].count) == (2, 4998)


def test_errors_of_another_package_are_no_concern() -> None:
    found = match([], [Known("other", "articles", "type-error", "year", "n/a")], ".")
    assert found.left == ()


def test_a_baseline_shrinks_by_what_was_mended() -> None:
    first = Known(".", "a", "type-error", "x", "1", count=3)
    other = Known(".", "a", "type-error", "x", "2")
    assert without([first, other], [replace(first, count=2), other]) == (replace(first, count=1),)


texts = st.text(max_size=5)
entries = st.builds(
    Known, package=texts, resource=texts, type=texts, field=texts, cell=st.none() | texts, key=texts,
    count=st.integers(1, 9),
)  # fmt: skip


@given(st.lists(entries, max_size=5))
def test_a_baseline_reads_back(
    tmp_path_factory: pytest.TempPathFactory, known: list[Known]
) -> None:
    path = tmp_path_factory.getbasetemp() / "known.json"
    write_baseline(path, known)
    assert read_baseline(path) == tuple(known)
    # One line an error, so that a change of it is easy to review.
    assert len(path.read_text("utf-8").split("\n")) == (len(known) + 6 if known else 5)


faults = st.builds(
    fault, cell=st.sampled_from(["n/a", "", "x"]), key=st.sampled_from(["", "1", "2"])
)


@given(st.lists(faults, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_every_error_is_known_in_any_order(listed: list[Fault], chance: random.Random) -> None:
    moved = [replace(one, row=at) for at, one in enumerate(chance.sample(listed, len(listed)))]
    found = match([group(*moved)], list_known([group(*listed)], "."), ".")
    assert found.groups[0].known == len(listed) and found.left == ()


@pytest.mark.parametrize(
    "package, key",
    [("data", "data"), ("data/datapackage.json", "data"), (".", "."), ("data/a.csv", "data/a.csv")],
)
def test_a_package_is_named_from_the_baseline(
    package: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert package_key(Path(package), Path("known.json")) == key
    monkeypatch.chdir(tmp_path / "data")  # from wherever it is called
    assert package_key(Path("..", package), Path("../known.json")) == key


FAULTY = [
    ("{", "is not JSON"),
    ("[]", "is no baseline"),
    ('{"opendata-baseline": 2}', "is no baseline"),
    ('{"opendata-baseline": 1}', "errors/0"),
    (
        '{"opendata-baseline": 1, "errors": [{"package": ".", "type": "x"}, {"type": "x"}]}',
        "errors/1",
    ),
    ('{"opendata-baseline": 1, "errors": [{"package": ".", "type": "x", "count": 0}]}', "errors/0"),
    ('{"opendata-baseline": 1, "errors": [{"package": ".", "type": "x", "cell": 5}]}', "errors/0"),
]


@pytest.mark.parametrize("text, problem", FAULTY)
def test_a_file_that_is_no_baseline_is_named(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem):
        read_baseline(path)


def test_a_missing_baseline_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"known\.json: cannot be read"):
        read_baseline(tmp_path / "known.json")
