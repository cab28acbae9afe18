"""The package agrees with what a person read: our notes and the founding pages in full, and the
passages but for the faults that the baseline knows.
"""

from pathlib import Path

import pytest

from opendata.builder import build
from opendata.evaluation import (
    compare,
    evaluate,
    read_baseline,
    read_passages,
    render_comparison,
    render_scores,
    write_passages,
)
from opendata.evaluation.passages import Passage

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "gold"


@pytest.mark.parametrize(
    ("sources", "answers"),
    [
        pytest.param(ROOT / "seeds", GOLD, id="notes"),
        pytest.param(
            SHARED / "seeds",
            SHARED / "gold",
            id="founding pages",
            marks=pytest.mark.skipif(
                not SHARED.is_dir(), reason="the founding pages are not published"
            ),
        ),
    ],
)
def test_every_measure_is_perfect(sources: Path, answers: Path, tmp_path: Path) -> None:
    built = build(sources, tmp_path / "package", people="all")
    assert built.left_out == ()
    scores = evaluate(built.out, answers, sources)
    assert scores.perfect, "\n" + render_scores(scores, show=True)


@pytest.fixture(scope="module")
def passages() -> tuple[Passage, ...]:
    """All passages of the project."""
    return read_passages(GOLD / "passages")


def test_nothing_is_lost_on_the_passages(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    write_passages(passages, tmp_path)
    built = build(tmp_path / "pages", tmp_path / "package", people="all")
    assert built.left_out == ()
    scores = evaluate(built.out, tmp_path / "answers", tmp_path / "pages")
    baseline = read_baseline(GOLD / "baseline" / "passages.csv")
    assert not compare(scores, baseline).lost, "\n" + render_comparison(scores, baseline)


def test_private_people_of_the_passages_stay_out(
    passages: tuple[Passage, ...], tmp_path: Path
) -> None:
    """No cell of a package made without being asked for private people holds one of their names."""
    with_private = tuple(one for one in passages if one.private)
    write_passages(with_private, tmp_path)
    built = build(tmp_path / "pages", tmp_path / "package")
    tables = "\n".join(path.read_text("utf-8") for path in (built.out / "data").glob("*.csv"))
    names = [name for one in with_private for name in one.private]
    assert names
    assert [name for name in names if name in tables] == []
