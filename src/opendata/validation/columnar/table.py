"""One table: frictionless's task for it, found in columns where that is possible.

Not for: packages, and the order in which tables that point to one another are read (`package`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from frictionless import Check, Checklist, Error, FrictionlessException, Report, ReportTask
from frictionless.resources import TableResource

from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.explain import explain
from opendata.validation.columnar.links import Links
from opendata.validation.columnar.opened import Opened, open_table
from opendata.validation.columnar.scan import Scan, scan
from opendata.validation.columnar.tally import tally
from opendata.validation.totals import Kind, count_kinds, write_totals

_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Validated:
    """`report` has one task. `reason` says why the rows were read one by one; empty: in columns."""

    report: Report
    reason: str = ""

    @property
    def task(self) -> ReportTask:
        return self.report.tasks[0]


def validate_table(
    resource: TableResource,
    checklist: Checklist | None = None,
    *,
    limit_errors: int = _LIMIT,
    limit_rows: int | None = None,
    links: Links | None = None,
) -> Validated:
    """As `resource.validate`. `links` keeps the keys of tables that others point to."""
    checklist = checklist or Checklist()
    try:
        if limit_rows:
            raise Unproven("rows are limited")
        return Validated(_in_columns(resource, checklist, limit_errors, links or Links()))
    except Unproven as error:
        reason = str(error)
    # A field's reader may crash, or polars may: what that means for the report, frictionless says.
    except Exception as error:
        reason = f"stopped by {error!r}"
    resource.close()
    report = resource.validate(checklist, limit_errors=limit_errors, limit_rows=limit_rows)
    return Validated(report, reason)


def _in_columns(resource: TableResource, checklist: Checklist, limit: int, links: Links) -> Report:
    began = time.perf_counter()
    if checklist.checks:
        raise Unproven("there are checks of rows")
    checks = checklist.connect(resource)
    try:
        resource.to_descriptor(validate=True)
    except FrictionlessException as error:
        raise Unproven("its descriptor is not valid") from error
    opened = open_table(resource)
    wanted = links.wanted(opened)
    scanned = scan(opened, wanted, links.codes, lambda one: links.keys(opened, one))
    links.keep(opened, scanned.keys.exported)
    first = [one for check in checks for one in check.validate_start() if checklist.match(one)]
    totals: Counter[Kind] = Counter()
    scope = set(checklist.scope)  # worked out anew whenever it is asked for
    found = (e for _, row in explain(opened, wanted, scanned) for e in row if e.type in scope)
    errors, partial = _limited(first, found, scanned, limit)
    _state(opened, scanned)
    warnings = _hash_warning(resource)
    if partial:
        warnings.append(f"reached error limit: {limit}")
        totals = _totals(first, tally(opened, wanted, scanned), checklist)
    else:
        errors += _at_end(checks, checklist)
    report: Report = Report.from_validation_task(
        resource,
        time=round(time.perf_counter() - began, 3),
        labels=list(resource.labels),
        errors=errors,
        warnings=warnings,
    )
    task = report.tasks[0]
    task.stats = {**task.stats, **write_totals(totals)}  # type: ignore[typeddict-item]
    return report


def _totals(first: Iterable[Error], rows: Counter[Kind], checklist: Checklist) -> Counter[Kind]:
    """Of the whole table, as far as they are asked for."""
    scope = set(checklist.scope)
    wanted = Counter({kind: count for kind, count in rows.items() if kind[0] in scope})
    return count_kinds(first) + wanted


def _limited(
    first: list[Error], found: Iterable[Error], scanned: Scan, limit: int
) -> tuple[list[Error], bool]:
    """At most `limit` errors, and whether the limit was reached. It is looked at after a row."""
    errors = list(first)
    for error in found:
        if limit and len(errors) >= limit:
            break
        errors.append(error)
    reached = bool(limit and scanned.rows and len(errors) >= limit)
    return (errors[:limit] if reached else errors), reached


def _state(opened: Opened, scanned: Scan) -> None:
    """What frictionless counts while it reads."""
    stats = opened.resource.stats
    stats.rows, stats.bytes = scanned.rows, scanned.digest.bytes
    stats.md5, stats.sha256 = scanned.digest.md5, scanned.digest.sha256


def _hash_warning(resource: TableResource) -> list[str]:
    algorithm, colon, _ = str(resource.hash or "").partition(":")
    if resource.hash and colon and algorithm not in ("md5", "sha256"):
        return ["hash is ignored; supported algorithms: md5/sha256"]
    return []


def _at_end(checks: Iterable[Check], checklist: Checklist) -> list[Error]:
    return [one for check in checks for one in check.validate_end() if checklist.match(one)]
