"""One report of what frictionless found and what our checks found. Not for: printing it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from frictionless import Error, Report, ReportTask

from opendata.validation.checked import Checked
from opendata.validation.errors import to_error
from opendata.validation.issues import Issue
from opendata.validation.totals import (
    Kind,
    count_kinds,
    fold_totals,
    read_totals,
    write_totals,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """`errors` and `warnings` are of the package as a whole, `checked` of its resources by task."""

    tasks: Sequence[ReportTask]
    checked: Sequence[Checked]
    errors: Sequence[Error]
    warnings: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Limited:
    """The issues that are listed; where some are not, how many there are of each kind."""

    errors: list[Error]
    totals: dict[Kind, int]
    notes: list[str]


def merge(findings: Findings, issues: Iterable[Issue], limit: int, began: float) -> Report:
    """The report: each issue at its resource, at most `limit` of ours at each (0: all).

    `began` is the `time.perf_counter()` of the start.
    """
    names = {one.resource for one in findings.checked}
    ours: dict[str, list[Issue]] = {}
    for issue in issues:
        ours.setdefault(issue.resource if issue.resource in names else "", []).append(issue)
    tasks = [
        _task(task, one, ours.get(one.resource, []), limit)
        for task, one in zip(findings.tasks, findings.checked, strict=True)
    ]
    kept = _limited(ours.get("", []), limit)
    report: Report = Report.from_validation(
        time=round(time.perf_counter() - began, 3),
        tasks=tasks,
        errors=[*findings.errors, *kept.errors],
        warnings=[*findings.warnings, *kept.notes],
    )
    stats: Any = {**report.stats, **write_totals(kept.totals)}
    report.stats = stats
    return report


def _task(task: ReportTask, one: Checked, issues: list[Issue], limit: int) -> ReportTask:
    kept = _limited(issues, limit)
    found = [*one.errors, *kept.errors]
    warnings = [*one.warnings, *kept.notes]
    stated = read_totals(task.stats)
    totals = fold_totals(stated, count_kinds(task.errors), count_kinds(one.errors))
    stats: Any = {
        **{name: value for name, value in task.stats.items() if name != "totals"},
        "errors": len(found),
        "warnings": len(warnings),
        **write_totals({**totals, **kept.totals}),
    }
    return ReportTask(
        name=task.name,
        type=task.type,
        title=task.title,
        description=task.description,
        place=task.place,
        labels=task.labels,
        valid=not found,
        stats=stats,
        errors=found,
        warnings=warnings,
    )


def _limited(issues: list[Issue], limit: int) -> _Limited:
    if not limit or len(issues) <= limit:
        return _Limited([to_error(one) for one in issues], {}, [])
    totals = dict(Counter((one.type, one.field) for one in issues))
    listed = [to_error(one) for one in issues[:limit]]
    return _Limited(listed, totals, [f"reached error limit: {limit} of {len(issues)} are listed"])
