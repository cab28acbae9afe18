"""How well a package agrees with hand-read answers, whatever made the package."""

from opendata.evaluation.baseline import (
    compare,
    read_baseline,
    render_comparison,
    write_baseline,
)
from opendata.evaluation.evaluate import Scores, evaluate, render_scores
from opendata.evaluation.passages import read_passages, write_passages

__all__ = [
    "Scores",
    "compare",
    "evaluate",
    "read_baseline",
    "read_passages",
    "render_comparison",
    "render_scores",
    "write_baseline",
    "write_passages",
]
