"""Reports of a validation: for people, for machines, and for CI; in English and Vietnamese.

`gather` makes groups of faults of a report; a module a format shows them; `command` strings both
together for the command line. Not for: finding faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from opendata.validation.reports.gather import gather
from opendata.validation.reports.messages import Language
from opendata.validation.reports.text import render_results

if TYPE_CHECKING:
    from frictionless import Report

__all__ = ["render_text"]


def render_text(report: Report, lang: Language = "en") -> str:
    """A report as text: by table, type of error and column, with the first few errors of each."""
    return render_results([gather(report, "datapackage.json")], lang)
