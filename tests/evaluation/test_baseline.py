"""What a change gained and lost against a baseline, line by line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.errors import InputError
from opendata.evaluation import compare, read_baseline, render_comparison, write_baseline
from opendata.evaluation.baseline import Fault, baseline_of
from opendata.evaluation.evaluate import Scores, add
from opendata.evaluation.outcome import Outcome


def scores(*faults: tuple[str, str], hits: int = 0, missing: tuple[str, ...] = ()) -> Scores:
    """Figures of one page: hits, misses and extras."""
    outcomes = [("p", Outcome("figures", "hit", str(n))) for n in range(hits)]
    outcomes += [("p", Outcome("figures", result, item)) for result, item in faults]  # type: ignore[arg-type]
    return Scores(add(outcomes), tuple(outcomes), missing)


MISS, EXTRA = ("miss", "98%"), ("extra", "3 vụ")


@pytest.mark.parametrize(
    ("then", "now", "gained", "lost"),
    [
        ([], [], 0, 0),
        ([MISS], [], 1, 0),
        ([], [MISS], 0, 1),
        ([], [EXTRA], 0, 1),
        ([MISS], [EXTRA], 1, 1),
        ([MISS], [MISS, MISS], 0, 1),
        ([MISS, MISS], [MISS], 1, 0),
    ],
)
def test_what_was_gained_and_lost(
    then: list[tuple[str, str]], now: list[tuple[str, str]], gained: int, lost: int
) -> None:
    change = compare(scores(*now), baseline_of(scores(*then)))
    assert (len(change.gained), len(change.lost)) == (gained, lost)


def test_a_page_that_is_no_longer_in_the_package_is_lost() -> None:
    change = compare(scores(missing=("q",)), baseline_of(scores()))
    assert change.lost == (Fault("pages", "q", "miss", "not in the package"),)


def test_the_report_names_each_item() -> None:
    report = render_comparison(scores(EXTRA, hits=2), baseline_of(scores(MISS, hits=1)))
    assert report.splitlines() == [
        "changed figures                 1 hit, 1 miss, 0 extra, F1 0.667"
        " → 2 hit, 0 miss, 1 extra, F1 0.800",
        "gained  p  figures: miss 98%",
        "lost    p  figures: extra 3 vụ",
        "against the baseline: 1 gained, 1 lost",
    ]


def test_what_is_written_is_sorted_and_small(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b.csv", scores(MISS, EXTRA, hits=2))
    assert (tmp_path / "b.csv").read_text("utf-8").splitlines() == [
        "measure,page,result,item",
        "figures,*,hit,2",
        "figures,p,extra,3 vụ",
        "figures,p,miss,98%",
    ]


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["miss", "extra"]), texts), max_size=8))
def test_what_is_read_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, faults: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.csv"
    found = scores(*faults, hits=3)
    write_baseline(path, found)
    assert read_baseline(path) == baseline_of(found)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "line 1: the header is not measure,page,result,item"),
        ("measure,page,result,item\nfigures,p,miss\n", "line 2: has 3 cells, not 4"),
        ("measure,page,result,item\nfigures,p,hit,98%\n", "line 2: 'hit' is no miss, extra"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "b.csv").write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem):
        read_baseline(tmp_path / "b.csv")
