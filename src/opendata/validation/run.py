"""The order of the checks: descriptor, tables, records, what rows say of one another, evidence.

Each step looks only at what the steps before it found sound, so that one fault is one error.
Not for: any check itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from frictionless import Report, settings

from opendata.errors import InputError
from opendata.validation.agreement import check_agreement, check_repeats
from opendata.validation.checked import Checked, checked
from opendata.validation.contents import Contents, read_contents
from opendata.validation.errors import is_wanted
from opendata.validation.evidence import check_evidence
from opendata.validation.flags import flag_warnings
from opendata.validation.fold import fold
from opendata.validation.ids import check_ids
from opendata.validation.issues import Issue, first_of_each, package_issue, shorten
from opendata.validation.keys import check_keys, check_names
from opendata.validation.links import check_links, check_orphans, check_owners
from opendata.validation.merge import Findings, merge
from opendata.validation.offline import checklist_of, run_frictionless
from opendata.validation.offsets import check_offsets
from opendata.validation.pages import compare_pages
from opendata.validation.paths import check_files, check_paths
from opendata.validation.profile import check_own_profile, check_profile, is_ours
from opendata.validation.records import check_counts, check_records
from opendata.validation.source import Described, describe, is_address

Check = Callable[[Contents], Iterable[Issue]]
_STEPS: tuple[tuple[Check, ...], ...] = (
    (check_records,),
    (check_repeats, check_agreement),
    (check_offsets, check_links, check_owners, check_ids, check_orphans),
    (check_evidence,),
)
_CHANGED_FILE = ("hash-count", "byte-count")


def validate(
    source: Any,
    *,
    strict: bool = True,
    sources: str | Path | Sequence[str | Path] | None = None,
    allow_remote: bool = False,
    **options: Any,
) -> Report:
    """Checks a Data Package; of a package of ours also what it promises beyond the standard.

    `source` and `options` are those of `frictionless.validate` for packages (`checklist`,
    `limit_rows`, `limit_errors`, `pick_errors`, `skip_errors`, `basepath` ...). `strict=False`
    leaves our own checks out: the report is frictionless's own. `sources` are the pages that a
    package of ours was made from; its quotes are then compared with them. Nothing is fetched from
    other hosts without `allow_remote`.

    Raises `InputError` for a path that does not exist or that holds no descriptor or no page.
    """
    began = time.perf_counter()
    if isinstance(source, str) and is_address(source) and not allow_remote:
        raise InputError(source, "is an address", "Download the package, or allow remote paths")
    described = describe(source, options)
    if not strict:
        return run_frictionless(source, allow_remote, options)
    if isinstance(described, Issue):
        return merge(Findings((), (), (), ()), [described], 0, began)
    if described is None:
        return run_frictionless(source, allow_remote, options)
    return _validate(source, described, _paths(sources), allow_remote, options, began)


def _paths(sources: str | Path | Sequence[str | Path] | None) -> tuple[str | Path, ...]:
    if sources is None:
        return ()
    return (sources,) if isinstance(sources, str | Path) else tuple(sources)


def _validate(
    source: Any,
    described: Described,
    pages: Sequence[str | Path],
    allow_remote: bool,
    options: Mapping[str, Any],
    began: float,
) -> Report:
    stated = check_descriptor(described, allow_remote)
    named = _wanted(stated, options)
    try:
        report = run_frictionless(source, allow_remote, options)
    except Exception as error:  # odd packages trip it up in ways that are not listed anywhere
        report = Report.from_validation()
        # A descriptor that is known to be wrong explains it.
        named = named or (_crashed(error, described),)
    found = fold(checked(report.tasks, described), named)
    obstacle = _obstacle(report, found, (*stated, *named), options)
    more, notes = check_contents(described, pages, obstacle)
    files = () if stated else first_of_each(check_files(described))
    # Of a descriptor frictionless says the same as ours, without the place.
    errors = () if named else tuple(report.errors)
    findings = Findings(report.tasks, found, errors, (*report.warnings, *notes))
    limit = options.get("limit_errors", settings.DEFAULT_LIMIT_ERRORS)
    return merge(findings, (*named, *_wanted((*files, *more), options)), limit, began)


def check_descriptor(described: Described, allow_remote: bool = False) -> tuple[Issue, ...]:
    """Faults of a descriptor; by the profile of our packages only where it is sound otherwise."""
    names = tuple(check_names(described))
    keys = () if names else tuple(check_keys(described))  # keys point to resources by name
    paths = check_paths(described, allow_remote)
    issues = first_of_each([*paths, *names, *keys, *check_profile(described)])
    if not issues and is_ours(described):
        issues = first_of_each(check_own_profile(described))
    return issues


def _crashed(error: Exception, described: Described) -> Issue:
    problem = f"{type(error).__name__}: {error}"
    note = f"{described.file}: the tables could not be checked ({shorten(problem)}). "
    note += "Mend the descriptor, or check the resources one by one"
    return package_issue("opendata-not-checked", note)


def _obstacle(
    report: Report, found: Sequence[Checked], stated: Sequence[Issue], options: Mapping[str, Any]
) -> str:
    """Why contents cannot be looked at further, or nothing. A changed file is no obstacle."""
    if stated or report.errors:
        return "the descriptor has errors"
    if any(error.type not in _CHANGED_FILE for one in found for error in one.errors):
        return "the tables have errors"
    if options.get("limit_rows") or options.get("name"):
        return "only a part of the tables was asked for"
    return ""


def check_contents(
    described: Described, pages: Sequence[str | Path], obstacle: str = ""
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """What packages of ours promise of their contents, step by step; issues and warnings."""
    if not is_ours(described):
        notes = ("package: not checked: quotes, as it does not say that it is of our kind",)
        return (), notes if pages else ()
    if obstacle:
        return (), (f"package: not checked: records, offsets, links and evidence, as {obstacle}",)
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


def _wanted(issues: Iterable[Issue], options: Mapping[str, Any]) -> tuple[Issue, ...]:
    checklist = checklist_of(options)
    pick, skip = checklist.pick_errors, checklist.skip_errors
    return tuple(one for one in issues if is_wanted(one, pick, skip))
