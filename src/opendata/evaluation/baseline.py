"""The baseline: which faults are known, so that a change shows what it gained and what it lost.

A CSV file of one line a fault (miss or extra), sorted, and one line a measure with the number of
hits. Not for: scores (`evaluate`).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from opendata.errors import InputError
from opendata.evaluation.evaluate import Score, Scores

COLUMNS = ("measure", "page", "result", "item")
ALL_PAGES = "*"  # the page of the lines that count a measure's hits


class Fault(NamedTuple):
    """A line of the file: a miss or an extra of one page."""

    measure: str
    page: str
    result: str
    item: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a package scored when the file was written: hits by measure, and every fault."""

    hits: Mapping[str, int]
    faults: Counter[Fault]

    def score(self, measure: str) -> Score:
        """The counts of one measure then."""
        results = Counter[str]()
        for fault, count in self.faults.items():
            if fault.measure == measure:
                results[fault.result] += count
        return Score(self.hits.get(measure, 0), results["miss"], results["extra"])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Faults that went away and faults that came; answers that are no longer asked gain nothing."""

    gained: tuple[Fault, ...]
    lost: tuple[Fault, ...]


def baseline_of(found: Scores) -> Baseline:
    """The baseline that scores would make."""
    faults = Counter(
        Fault(one.measure, page, one.result, " ".join(one.item.split()))  # one line each
        for page, one in found.outcomes
        if one.result != "hit"
    )
    faults.update(Fault("pages", page, "miss", "not in the package") for page in found.missing)
    return Baseline({name: score.hit for name, score in found.scores.items()}, faults)


def compare(found: Scores, baseline: Baseline) -> Comparison:
    """What changed since the baseline, sorted."""
    now = baseline_of(found).faults
    gained, lost = baseline.faults - now, now - baseline.faults
    return Comparison(tuple(sorted(gained.elements())), tuple(sorted(lost.elements())))


def read_baseline(path: Path) -> Baseline:
    """Reads the file. Raises `InputError` with the line that is none of a baseline."""
    hits: dict[str, int] = {}
    faults: Counter[Fault] = Counter()
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        if tuple(next(rows, ())) != COLUMNS:
            raise _fault(path, 1, f"the header is not {','.join(COLUMNS)}")
        for cells in rows:
            if len(cells) != len(COLUMNS):
                raise _fault(path, rows.line_num, f"has {len(cells)} cells, not {len(COLUMNS)}")
            line = Fault(*cells)
            if line.page == ALL_PAGES and line.result == "hit" and line.item.isdecimal():
                hits[line.measure] = int(line.item)
            elif line.result in ("miss", "extra"):
                faults[line] += 1
            else:
                raise _fault(path, rows.line_num, f"{line.result!r} is no miss, extra or total")
    return Baseline(hits, faults)


def write_baseline(path: Path, found: Scores) -> None:
    """Writes what was found as the new baseline."""
    baseline = baseline_of(found)
    totals = (Fault(name, ALL_PAGES, "hit", str(hits)) for name, hits in baseline.hits.items())
    lines = sorted([*totals, *baseline.faults.elements()])
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(lines)


def _fault(path: Path, line: int, problem: str) -> InputError:
    remedy = "Write it anew with opendata evaluate --update-baseline"
    return InputError(str(path), problem, remedy, f"line {line}")


def render_comparison(found: Scores, baseline: Baseline) -> str:
    """The measures whose F1 changed, then and now, and every fault gained and lost."""
    change = compare(found, baseline)
    lines = [*_changed_measures(found, baseline)]
    lines += [f"gained  {_line(one)}" for one in change.gained]
    lines += [f"lost    {_line(one)}" for one in change.lost]
    lines.append(f"against the baseline: {len(change.gained)} gained, {len(change.lost)} lost")
    return "\n".join(lines)


def _changed_measures(found: Scores, baseline: Baseline) -> Iterator[str]:
    for name in sorted(found.scores.keys() | baseline.hits.keys()):
        then, now = baseline.score(name), found.scores.get(name, Score())
        if then.f1 != now.f1:
            yield f"changed {name:<24}{_counts(then)} → {_counts(now)}"


def _counts(score: Score) -> str:
    f1 = "–" if score.f1 is None else f"{score.f1:.3f}"
    return f"{score.hit} hit, {score.miss} miss, {score.extra} extra, F1 {f1}"


def _line(fault: Fault) -> str:
    return f"{fault.page}  {fault.measure}: {fault.result} {fault.item}"
