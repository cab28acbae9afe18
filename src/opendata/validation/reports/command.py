"""What `opendata validate` does: packages in, reports out. Not for: options' texts (`cli`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, Report, ReportTask, Schema

from opendata.errors import InputError
from opendata.validation.changed import packages_of
from opendata.validation.reports import as_json, github, junit, markdown, sarif, text
from opendata.validation.reports.baseline import (
    list_known,
    match,
    package_key,
    read_baseline,
    seen_to_be_gone,
    without,
    write_baseline,
)
from opendata.validation.reports.found import Known, Result
from opendata.validation.reports.gather import gather
from opendata.validation.reports.messages import Language, count, messages, say
from opendata.validation.reports.places import Places, find_places
from opendata.validation.reports.root import find_root
from opendata.validation.reports.types import is_asked_for, read_types
from opendata.validation.run import validate
from opendata.validation.source import is_address
from opendata.validation.totals import count_kinds, read_totals, write_totals

# So many errors of a table are kept in memory: to count them where frictionless stops, and
# to compare them one by one with a baseline. `--limit` then says how many are listed.
_COUNTED = 10_000
_COMPARED = 20_000
# Only the pages tell whether there are such errors.
_OF_PAGES = frozenset(["opendata-page", "opendata-quote"])


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line.

    `reports` are formats and the files that they go to, beside `form` on standard output. At most
    `limit` errors of a resource are listed (0: all). `changed`: `paths` are files of packages.
    """

    paths: tuple[str, ...]
    form: str = "text"
    reports: tuple[tuple[str, Path], ...] = ()
    limit: int = 1000
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    baseline: Path | None = None
    write_baseline: Path | None = None
    lang: Language = "en"
    strict: bool = True
    sources: Path | None = None
    schema: Path | None = None
    rules: tuple[Path, ...] = ()
    allow_remote: bool = False
    changed: bool = False
    color: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to print, and whether there is no error but known ones."""

    output: str
    notice: str
    passed: bool


def run_command(request: Request) -> Outcome:
    """Validates, and writes the reports that go to files.

    Raises `InputError` for what cannot be used.
    """
    asked = replace(
        request,
        only=read_types("--only", request.only),
        skip=read_types("--skip", request.skip),
    )
    known = read_baseline(asked.baseline) if asked.baseline else ()
    paths = _changed(asked.paths) if asked.changed else asked.paths
    results = [_check(path, asked, known) for path in paths]
    notice = _write_baseline(paths, results, known, asked)
    results = [_limited(one, asked.limit) for one in results]
    for form, file in asked.reports:
        _write(file, _render(form, results, replace(asked, color=False)))
    output = _render(asked.form, results, asked) if results else ""
    only_written = bool(asked.write_baseline and not asked.baseline)
    output = output.encode("utf-8", "replace").decode("utf-8")
    return Outcome(output, notice, only_written or all(one.passed for one in results))


def _changed(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(folder.as_posix() for folder in packages_of(map(Path, files)))


def _check(source: str, asked: Request, known: Sequence[Known]) -> Result:
    kept = _COMPARED if asked.baseline or asked.write_baseline else _COUNTED
    options: dict[str, Any] = {
        "limit_errors": max(asked.limit, kept) if asked.limit else 0,
    }
    places = _places(source)
    if asked.schema:
        if not places.only:
            problem = "is a descriptor, which names its schemas itself"
            raise InputError(source, problem, "Give --schema with a table")
        options["schema"] = _read_schema(asked.schema)
    # To frictionless a path outside the working directory is not safe; here it was asked for.
    if places.only:
        options["basepath"] = str(places.folder)
    report = validate(
        Path(source).name if places.only else source,
        strict=asked.strict,
        sources=asked.sources,
        allow_remote=asked.allow_remote,
        rules=asked.rules,
        language=asked.lang,
        **options,
    )
    wanted = cache(partial(is_asked_for, only=asked.only, skip=asked.skip))
    result = gather(report, source, places, wanted)
    _keep(report, wanted)
    result = replace(result, blind=result.blind | _not_looked_for(asked))
    if not asked.baseline:
        return result
    found = match(result.groups, known, package_key(Path(source), asked.baseline))
    fixed = tuple(seen_to_be_gone(found.left, result))
    return replace(result, groups=found.groups, fixed=fixed, compared=True)


def _keep(report: Report, wanted: Callable[[str], bool]) -> None:
    """Takes out what was not asked for, as if frictionless had picked the errors itself."""
    parts: list[Report | ReportTask] = [report, *report.tasks]
    for one in parts:
        kept = [error for error in one.errors if wanted(error.type)]
        totals = {kind: n for kind, n in read_totals(one.stats).items() if wanted(kind[0])}
        others = {name: value for name, value in one.stats.items() if name != "totals"}
        stats: Any = {**others, "errors": len(kept), **write_totals(totals)}
        one.stats = stats
        one.errors[:] = kept
        one.valid = not kept
    report.valid = all(one.valid for one in parts)
    report.stats["errors"] = len(report.errors) + sum(len(task.errors) for task in report.tasks)


def _read_schema(path: Path) -> Schema:
    try:
        return Schema.from_descriptor(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "Check it") from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"is not JSON ({error})", "Mend it there") from error
    except (FrictionlessException, TypeError, AttributeError) as error:
        raise InputError(str(path), f"is no Table Schema ({error})", "Mend it there") from error


def _places(source: str) -> Places:
    """Raises `InputError` for a path that does not exist; patterns and addresses are let pass."""
    if is_address(source):
        return Places(source, Path())
    path = Path(source)
    if not path.exists() and not set(source) & set("*?["):
        raise InputError(source, "does not exist", "Check the path")
    return find_places(path)


def _write_baseline(
    paths: Sequence[str], results: Sequence[Result], known: Sequence[Known], asked: Request
) -> str:
    """Of all errors; where there is a baseline already, of those of them that still occur."""
    file = asked.write_baseline
    if file is None:
        return ""
    if asked.baseline:
        lines = without(known, (one for result in results for one in result.fixed))
    else:
        lines = tuple(
            one
            for path, result in zip(paths, results, strict=True)
            for one in list_known(result.groups, package_key(Path(path), file))
        )
    try:
        write_baseline(file, lines)
    except OSError as error:
        raise _unwritable(file, error) from error
    number = count(asked.lang, sum(one.count for one in lines), "known_error")
    return say(asked.lang, "written", n=number, file=file)


def _limited(result: Result, limit: int) -> Result:
    """At most so many errors of each resource: new before known ones, one of each group first."""
    if not limit:
        return result
    _shorten(result.report, limit)
    for task in result.report.tasks:
        _shorten(task, limit)
    ranked: dict[str, list[tuple[bool, int, int]]] = {}
    for at, group in enumerate(result.groups):
        faults = ranked.setdefault(group.resource, [])
        faults += ((one.known, rank, at) for rank, one in enumerate(group.faults))
    kept = {(at, rank) for faults in ranked.values() for _, rank, at in sorted(faults)[:limit]}
    groups = (
        replace(group, faults=tuple(f for r, f in enumerate(group.faults) if (at, r) in kept))
        for at, group in enumerate(result.groups)
    )
    return replace(result, groups=tuple(groups))


def _shorten(report: Report | ReportTask, limit: int) -> None:
    """Takes surplus errors out of the list, not out of the totals."""
    if len(report.errors) > limit:
        stats: Any = {**write_totals(count_kinds(report.errors)), **report.stats}
        report.stats = stats
        del report.errors[limit:]


def _render(form: str, results: Sequence[Result], asked: Request) -> str:
    lang = asked.lang
    match form:
        case "json":
            return as_json.render_results(results, lang)
        case "markdown":
            return markdown.render_results(results, lang)
        case "junit":
            return junit.render_results(results, lang)
        case "sarif":
            return sarif.render_results(results, lang, find_root(Path.cwd()))
        case "github":
            return github.render_results(results, lang, find_root(Path.cwd()))
    return text.render_results(results, lang, asked.color)


def _not_looked_for(asked: Request) -> frozenset[str]:
    """Types that the options leave out."""
    types = messages("en").values()
    unwanted = {one.type for one in types if not is_asked_for(one.type, asked.only, asked.skip)}
    if not asked.strict:
        unwanted |= {one.type for one in types if one.type.startswith("opendata-")}
    return frozenset(unwanted if asked.sources else unwanted | _OF_PAGES)


def _write(file: Path, report: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Half a surrogate pair, which JSON may hold, has no place in UTF-8.
        file.write_bytes(f"{report}\n".encode("utf-8", "replace"))
    except OSError as error:
        raise _unwritable(file, error) from error


def _unwritable(file: Path, error: OSError) -> InputError:
    return InputError(str(file), f"cannot be written ({error.strerror})", "Name another file")
