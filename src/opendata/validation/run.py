"""The order of the checks: descriptor, tables, values, and what packages of ours promise beyond.

Each step looks only at what the steps before it found sound. All that frictionless says stands in
the report; what of it is shown is for `reports` to say. Not for: any check itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, Report, settings

from opendata.errors import InputError
from opendata.validation.amend import Amended, amend
from opendata.validation.checked import Checked, checked
from opendata.validation.errors import is_wanted
from opendata.validation.fold import fold
from opendata.validation.issues import Issue, first_of_each, package_issue, shorten
from opendata.validation.merge import Findings, merge
from opendata.validation.offline import checklist_of, run_frictionless
from opendata.validation.own import check_contents
from opendata.validation.rules.rule import Rule, load_rules
from opendata.validation.source import FOR_VALIDATION, Described, describe, is_address
from opendata.validation.standard.descriptor import check_descriptor
from opendata.validation.standard.files import check_files
from opendata.validation.standard.safety import unsafe
from opendata.validation.values.check import Values, check_values

_DESCRIPTORS = (".json", ".yaml", ".yml")
_CHANGED_FILE = ("hash-count", "byte-count")
# Faults for which no table is opened.
_DANGEROUS = {"opendata-unsafe-file", "opendata-too-large", "opendata-pattern"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What `validate` was asked for. `began` is the `time.perf_counter()` of the start."""

    source: Any
    allow_remote: bool
    options: Mapping[str, Any]
    rules: tuple[Rule, ...]
    pages: tuple[str | Path, ...]
    began: float


def validate(
    source: Any = None,
    *,
    strict: bool = True,
    sources: str | Path | Sequence[str | Path] | None = None,
    allow_remote: bool = False,
    rules: Any = (),
    language: str = "en",
    **options: Any,
) -> Report:
    """Checks a Data Package, or a table; of a package of ours also what it promises beyond.

    `source` and `options` are those of `frictionless.validate` (`checklist`, `limit_rows`,
    `limit_errors`, `pick_errors`, `skip_errors`, `basepath`, `type`, `schema` ...), and so is the
    report. What frictionless passes over stands in it under types that begin with `opendata-`;
    `strict=False` leaves that out, and the verdict is frictionless's own. `rules` are functions or
    YAML files (`opendata.validation.rules`), their messages in `language`. `sources` are the pages
    that a package of ours was made from; its quotes are then compared with them. Nothing is fetched
    from other hosts without `allow_remote`.

    Raises `InputError` for a folder without descriptor or page, and for rules that cannot be used.
    """
    began = time.perf_counter()
    if not strict:
        return run_frictionless(source, allow_remote, options)
    if isinstance(source, str) and is_address(source) and not allow_remote:
        raise InputError(source, "is an address", "Download the package, or allow remote paths")
    own_rules = load_rules(rules, language)
    described = _unsafe_source(source, options) or describe(source, options)
    if isinstance(described, Issue):
        return merge(Findings((), (), (), ()), [described], 0, began)
    if described is None:
        return _left_to_frictionless(source, allow_remote, options, began)
    asked = _Asked(source, allow_remote, options, own_rules, _paths(sources), began)
    return _validate(asked, described)


def _left_to_frictionless(
    source: Any, allow_remote: bool, options: Mapping[str, Any], began: float
) -> Report:
    """frictionless's report; a descriptor in a file that trips it up is a fault of the file."""
    try:
        return run_frictionless(source, allow_remote, options)
    except FrictionlessException:
        raise  # a fault of the call, as a resource that is not there
    except Exception as error:
        if not isinstance(source, str | Path) or Path(source).suffix not in _DESCRIPTORS:
            raise
        return merge(Findings((), (), (), ()), [_crashed(error, str(source))], 0, began)


def _paths(sources: str | Path | Sequence[str | Path] | None) -> tuple[str | Path, ...]:
    if sources is None:
        return ()
    return (sources,) if isinstance(sources, str | Path) else tuple(sources)


def _unsafe_source(source: Any, options: Mapping[str, Any]) -> Issue | None:
    """Why a file that was given is not to be opened."""
    path = source if isinstance(source, str | Path) else options.get("path")
    if not isinstance(path, str | Path) or is_address(str(path)) or "\0" in str(path):
        return None
    full = Path(options.get("basepath") or ".") / path
    problem = "" if full.is_dir() else unsafe(full)
    return package_issue("opendata-unsafe-file", f"{path}: {problem}") if problem else None


def _validate(asked: _Asked, described: Described) -> Report:
    options = asked.options
    stated = check_descriptor(described, asked.allow_remote)
    named = _wanted(stated.issues, options)
    amended = Amended(described) if stated.issues else amend(described)
    report = Report.from_validation()
    if not any(issue.type in _DANGEROUS for issue in stated.issues):
        try:
            report = _run(asked, amended)
        except Exception as error:  # odd packages trip it up in ways that are not listed anywhere
            if _asks_for_unknown(options, described):
                raise
            # A descriptor that is known to be wrong explains it.
            named = named or (_crashed(error, described.file),)
    found = checked(report.tasks, described)
    causes = fold(found) if described.kind == "package" else found
    values = _values(asked, described, amended, report, causes, (*stated.issues, *named))
    found = _with_errors(found, values, options)
    obstacle = _obstacle(report, found, (*stated.issues, *named), options)
    more, notes = check_contents(described, asked.pages, obstacle)
    files = () if stated.issues else first_of_each(check_files(described))
    warnings = (*report.warnings, *stated.warnings, *values.warnings, *notes)
    findings = Findings(report.tasks, found, report.errors, warnings)
    limit = options.get("limit_errors", settings.DEFAULT_LIMIT_ERRORS)
    issues = (*named, *_wanted((*files, *values.issues, *more), options))
    return merge(findings, issues, limit, asked.began)


def _run(asked: _Asked, amended: Amended) -> Report:
    """frictionless's report, on the source itself if nothing had to be taken out of it."""
    if not amended.is_changed:
        return run_frictionless(asked.source, asked.allow_remote, asked.options)
    given = amended.described
    names = FOR_VALIDATION if given.kind == "resource" else asked.options.keys() - {"path"}
    options = {name: one for name, one in asked.options.items() if name in names}
    descriptor = dict(given.descriptor)
    kind = "package"
    if given.kind == "resource":
        (descriptor,) = descriptor["resources"]
        kind = "resource"
    options |= {"type": kind, "basepath": str(given.folder)}
    return run_frictionless(descriptor, asked.allow_remote, options)


def _asks_for_unknown(options: Mapping[str, Any], described: Described) -> bool:
    """Whether the one table that was asked for is not there: a fault of the call."""
    name = options.get("name") or options.get("resource_name")
    return bool(name) and name not in [one for _, one, _ in described.resources()]


def _crashed(error: Exception, file: str) -> Issue:
    problem = f"{type(error).__name__}: {error}"
    note = f"{file}: the tables could not be checked ({shorten(problem)}). "
    note += "Mend the descriptor, or check the resources one by one"
    return package_issue("opendata-not-checked", note)


def _values(
    asked: _Asked,
    described: Described,
    amended: Amended,
    report: Report,
    found: Sequence[Checked],
    stated: Sequence[Issue],
) -> Values:
    if stated or report.errors or asked.options.get("limit_rows"):
        note = (
            "rules: not checked, as the descriptor has errors or only some rows were asked for",
        )
        return Values((), note if asked.rules else ())
    return check_values(described, amended, found, asked.rules)


def _with_errors(
    found: Sequence[Checked], values: Values, options: Mapping[str, Any]
) -> tuple[Checked, ...]:
    """With frictionless's own errors that ours found for it."""
    match = checklist_of(options).match
    return tuple(
        replace(one, errors=(*one.errors, *filter(match, values.errors.get(one.resource, ()))))
        for one in found
    )


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


def _wanted(issues: Iterable[Issue], options: Mapping[str, Any]) -> tuple[Issue, ...]:
    checklist = checklist_of(options)
    pick, skip = checklist.pick_errors, checklist.skip_errors
    return tuple(one for one in issues if is_wanted(one.type, pick, skip))
