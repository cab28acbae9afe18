"""What of a report is shown: each fault once, and only of the types that were asked for.

Types are chosen after folding: to skip the cause of an error does not let the error stand out.
Not for: places and groups (`gather`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from frictionless import Error, Report, ReportTask

from opendata.validation.checked import Checked, checked_task
from opendata.validation.errors import DescriptorFault
from opendata.validation.fold import fold
from opendata.validation.reports.places import Places
from opendata.validation.totals import Kind, Totals, count_kinds, fold_totals, read_totals

# Whether errors of a type are.
Wanted = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a table; its totals are those of the errors that are shown.

    `left_out` are so many errors that follow from others.
    """

    task: ReportTask
    errors: tuple[Error, ...]
    warnings: tuple[str, ...]
    totals: Totals
    left_out: int


def show_tables(report: Report, places: Places, wanted: Wanted) -> tuple[Shown, ...]:
    """Table by table, in the order of the report."""
    schemas = [places.table(task.name, task.place).schema for task in report.tasks]
    found = [checked_task(task, schema) for task, schema in zip(report.tasks, schemas, strict=True)]
    pairs = zip(report.tasks, fold(found), strict=True)
    return tuple(_show(task, one, wanted) for task, one in pairs)


def show_package(report: Report, wanted: Wanted) -> tuple[tuple[Error, ...], int]:
    """The errors of the package as a whole, and how many are left out.

    Of a descriptor frictionless says the same as ours, without the place.
    """
    errors = tuple(one for one in report.errors if wanted(one.type))
    ours = tuple(one for one in errors if one.type.startswith("opendata-"))
    is_named = any(isinstance(one, DescriptorFault) for one in ours)
    return (ours, len(errors) - len(ours)) if is_named else (errors, 0)


def _show(task: ReportTask, one: Checked, wanted: Wanted) -> Shown:
    kept = one.keep(lambda error: wanted(error.type))
    listed = count_kinds(error for error in task.errors if wanted(error.type))
    after = count_kinds(kept.errors)
    asked = {kind: n for kind, n in read_totals(task.stats).items() if wanted(kind[0])}
    totals = fold_totals(asked, listed, after)
    left_out = _sum(asked, listed) - _sum(totals, after)
    return Shown(task, kept.errors, _warnings(kept), totals, left_out)


def _warnings(one: Checked) -> tuple[str, ...]:
    """A missing key is spoken of where its error is."""
    if any(error.type == "foreign-key" for error in one.errors):
        return one.warnings
    return tuple(note for note in one.warnings if not note.startswith("missing key: "))


def _sum(totals: Totals, listed: Counter[Kind]) -> int:
    return sum(max(totals.get(kind, 0), listed[kind]) for kind in totals.keys() | listed.keys())
