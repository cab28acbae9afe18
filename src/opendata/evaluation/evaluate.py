"""Adds the measures up over all pages and prints them. Not for: the measures themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opendata.evaluation.answers import read_answers
from opendata.evaluation.measures import MEASURES
from opendata.evaluation.outcome import Outcome
from opendata.evaluation.published import ABSENT, published_pages
from opendata.package.load import load


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure. `precision`, `recall` and `f1` are None where nothing was asked."""

    hit: int = 0
    miss: int = 0
    extra: int = 0

    @property
    def precision(self) -> float | None:
        return _ratio(self.hit, self.hit + self.extra)

    @property
    def recall(self) -> float | None:
        return _ratio(self.hit, self.hit + self.miss)

    @property
    def f1(self) -> float | None:
        return _ratio(2 * self.hit, 2 * self.hit + self.miss + self.extra)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores by measure, every outcome with its page, and the answers whose page is missing."""

    scores: Mapping[str, Score]
    outcomes: tuple[tuple[str, Outcome], ...]
    missing: tuple[str, ...]

    @property
    def perfect(self) -> bool:
        """Nothing missed, nothing extra, no page missing."""
        faults = any(one.miss or one.extra for one in self.scores.values())
        return not faults and not self.missing


def evaluate(package: Path, answers: Path, sources: Path | None = None) -> Scores:
    """Holds a package against a folder of answers.

    Pages are matched by the SHA-256 of their bytes where `sources` is given, else by the name of
    their source; what needs the page's text (captions, boilerplate, offsets) is then left out.
    """
    pages = published_pages(load(package))
    by_name = {page.article.source_name: page for page in pages.values()}
    outcomes: list[tuple[str, Outcome]] = []
    missing: list[str] = []
    for answer in read_answers(answers, sources):
        digest = answer.source_sha256
        page = pages.get(digest) if digest else by_name.get(answer.source_name)
        if page is None:
            missing.append(answer.name)
            page = ABSENT
        outcomes += [(answer.name, one) for measure in MEASURES for one in measure(answer, page)]
    return Scores(add(outcomes), tuple(outcomes), tuple(missing))


def add(outcomes: list[tuple[str, Outcome]]) -> dict[str, Score]:
    """The counts of each measure."""
    counts: dict[str, dict[str, int]] = {}
    for _, one in outcomes:
        tally = counts.setdefault(one.measure, {"hit": 0, "miss": 0, "extra": 0})
        tally[one.result] += 1
    return {measure: Score(**tally) for measure, tally in counts.items()}


def render_scores(found: Scores, *, show: bool = False) -> str:
    """A table, one measure a line; `show` puts every miss and extra before it."""
    lines = [f"not in the package: {name}" for name in found.missing]
    if show:
        lines += [
            f"{page}  {one.measure:<24} {'-' if one.result == 'miss' else '+'} {_said(one)}"
            for page, one in found.outcomes
            if one.result != "hit"
        ]
    head = ("", "hit", "miss", "extra", "prec", "recall", "F1")
    lines.append("{:<24}{:>6}{:>6}{:>6}{:>8}{:>8}{:>8}".format(*head))
    for measure, score in found.scores.items():
        counts = f"{measure:<24}{score.hit:>6}{score.miss:>6}{score.extra:>6}"
        lines.append(counts + "".join(map(_cell, (score.precision, score.recall, score.f1))))
    return "\n".join(lines)


def _said(one: Outcome) -> str:
    return f"{one.item}, got {one.got}" if one.got else one.item


def _cell(value: float | None) -> str:
    return f"{'–':>8}" if value is None else f"{value:8.3f}"


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
