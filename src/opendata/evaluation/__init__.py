"""How well a package agrees with hand-read answers, whatever made the package."""

from opendata.evaluation.evaluate import Scores, evaluate, render_scores

__all__ = ["Scores", "evaluate", "render_scores"]
