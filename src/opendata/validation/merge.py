"""One report of what frictionless found and what our checks found. Not for: printing it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frictionless import Error, Report, ReportTask

from opendata.validation.checked import Checked
from opendata.validation.errors import to_error
from opendata.validation.issues import Issue


@dataclass(frozen=True, slots=True)
class Findings:
    """`errors` and `warnings` are of the package as a whole, `checked` of its resources by task."""

    tasks: Sequence[ReportTask]
    checked: Sequence[Checked]
    errors: Sequence[Error]
    warnings: Sequence[str]


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
    kept, notes = _limited(ours.get("", []), limit)
    report: Report = Report.from_validation(
        time=round(time.perf_counter() - began, 3),
        tasks=tasks,
        errors=[*findings.errors, *map(to_error, kept)],
        warnings=[*findings.warnings, *notes],
    )
    return report


def _task(task: ReportTask, one: Checked, issues: list[Issue], limit: int) -> ReportTask:
    kept, notes = _limited(issues, limit)
    found = [*one.errors, *map(to_error, kept)]
    warnings = [*one.warnings, *notes]
    return ReportTask(
        name=task.name,
        type=task.type,
        title=task.title,
        description=task.description,
        place=task.place,
        labels=task.labels,
        valid=not found,
        stats={**task.stats, "errors": len(found), "warnings": len(warnings)},
        errors=found,
        warnings=warnings,
    )


def _limited(issues: list[Issue], limit: int) -> tuple[list[Issue], list[str]]:
    if not limit or len(issues) <= limit:
        return issues, []
    return issues[:limit], [f"reached error limit: {limit} of {len(issues)} are listed"]
