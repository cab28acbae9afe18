"""The package agrees with what a person read: on our notes always, on the founding pages if there."""

from pathlib import Path

import pytest

from opendata.build import build
from opendata.evaluation import evaluate, render_scores

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.mark.parametrize(
    ("sources", "answers"),
    [
        pytest.param(ROOT / "seeds", ROOT / "tests" / "gold", id="notes"),
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
