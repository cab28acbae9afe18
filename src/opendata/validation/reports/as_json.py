"""A report as JSON: frictionless's own, and beside it under `opendata` what ours adds.

report.schema.json describes that part. Not for: reading reports (`frictionless.Report` does).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from opendata.validation.reports.found import Fault, Group, Result
from opendata.validation.reports.messages import Language, message
from opendata.validation.reports.show import examples, one_line
from opendata.validation.reports.tool import toolkit_version


def render_results(results: Sequence[Result], lang: Language) -> str:
    """One report, or an array of them where several packages were asked for."""
    reports = [{**one.report.to_descriptor(), "opendata": _ours(one, lang)} for one in results]
    return json.dumps(reports[0] if len(reports) == 1 else reports, ensure_ascii=False, indent=2)


def _ours(result: Result, lang: Language) -> dict[str, Any]:
    return {
        "version": toolkit_version(),
        "language": lang,
        "package": result.package,
        "passed": result.passed,
        "errors": result.errors,
        "known": result.known,
        "new": result.errors - result.known,
        "exact": result.exact,
        "leftOut": result.left_out,
        "groups": [_group(group, lang) for group in result.groups],
        "fixed": [asdict(one) for one in result.fixed],
    }


def _group(group: Group, lang: Language) -> dict[str, Any]:
    told = message(group.type, lang)
    return {
        "type": group.type,
        "title": told.title,
        "hint": told.hint,
        "resource": group.resource,
        "file": group.file,
        "field": group.field,
        "count": group.count,
        "known": group.known,
        "exact": group.exact,
        "examples": [_example(fault) for fault in examples(group)],
    }


def _example(fault: Fault) -> dict[str, Any]:
    return {
        "row": fault.row,
        "line": fault.line,
        "column": fault.column,
        "cell": None if fault.cell is None else one_line(fault.cell),
        "note": one_line(fault.note),
        "known": fault.known,
    }
