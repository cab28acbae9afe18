"""The order of the checks of what packages of ours promise of their contents.

Each step looks only at what the steps before it found sound. Not for: any check itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from opendata.validation.agreement import check_agreement, check_repeats
from opendata.validation.contents import Contents, read_contents
from opendata.validation.evidence import check_evidence
from opendata.validation.flags import flag_warnings
from opendata.validation.ids import check_ids
from opendata.validation.issues import Issue, first_of_each
from opendata.validation.links import check_links, check_orphans, check_owners
from opendata.validation.offsets import check_offsets
from opendata.validation.pages import compare_pages
from opendata.validation.records import check_counts, check_records
from opendata.validation.source import Described

Check = Callable[[Contents], Iterable[Issue]]
_STEPS: tuple[tuple[Check, ...], ...] = (
    (check_records,),
    (check_repeats, check_agreement),
    (check_offsets, check_links, check_owners, check_ids, check_orphans),
    (check_evidence,),
)


def check_all(
    described: Described, pages: Sequence[str | Path]
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Issues and warnings."""
    contents = read_contents(described)
    if not isinstance(contents, Contents):
        return contents, ()
    warnings = flag_warnings(contents)
    issues = first_of_each(check_counts(contents, described))
    for step in _STEPS:
        if issues:
            return issues, warnings
        issues = first_of_each(issue for check in step for issue in check(contents))
    if issues or not pages:
        return issues, warnings
    compared = compare_pages(contents, pages)
    return compared.issues, (*warnings, *compared.warnings)
