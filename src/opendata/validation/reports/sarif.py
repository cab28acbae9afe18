"""A report as SARIF 2.1.0, for code scanning and editors.

A rule a type of error, a result each error that is listed. Not for: warnings, which are no results
but notifications of the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from opendata.validation.reports.baseline import identity
from opendata.validation.reports.found import Fault, Group, Result
from opendata.validation.reports.messages import Language, count, message
from opendata.validation.reports.root import Root
from opendata.validation.reports.show import describe, one_line
from opendata.validation.reports.tool import NAME, toolkit_version

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub refuses a run with more.
_MOST = 25_000
_ROOT = "SRCROOT"


def render_results(results: Sequence[Result], lang: Language, root: Root) -> str:
    """One run for all packages: GitHub takes one run a category."""
    groups = [group for result in results for group in result.groups]
    types = list(dict.fromkeys(group.type for group in groups))
    run = {
        "tool": {
            "driver": {
                "name": NAME,
                "fullName": f"{NAME} validate",
                "version": toolkit_version(),
                "language": lang,
                "rules": [_rule(type, lang) for type in types],
            }
        },
        "automationDetails": {"id": f"{NAME}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(results, lang)],
        "results": list(_results(results, types, lang, root))[:_MOST],
        "properties": {"groups": [_total(group) for group in groups]},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(type: str, lang: Language) -> dict[str, Any]:
    told = message(type, lang)
    hint = told.hint or told.title
    return {
        "id": type,
        "name": "".join(part.capitalize() for part in type.split("-")),
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": f"{told.title}. {told.hint}".strip()},
        "help": {"text": hint, "markdown": hint},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["data", *filter(None, [told.scope])]},
    }


def _invocation(results: Sequence[Result], lang: Language) -> dict[str, Any]:
    left_out = (
        (one.package, count(lang, one.left_out, "left_out")) for one in results if one.left_out
    )
    notes = [
        {"level": "note", "message": {"text": one_line(f"{package}: {told}")}}
        for package, told in left_out
    ]
    notes += [
        {"level": "warning", "message": {"text": one_line(f"{result.package}: {warning}")}}
        for result in results
        for warning in result.warnings
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes[:_MOST]}


def _results(
    results: Sequence[Result], types: Sequence[str], lang: Language, root: Root
) -> Iterator[dict[str, Any]]:
    for result in results:
        for group in result.groups:
            for fault in group.faults:
                yield _result(fault, types.index(group.type), result, lang, root)


def _result(fault: Fault, rule: int, result: Result, lang: Language, root: Root) -> dict[str, Any]:
    told = message(fault.type, lang).title
    field = f" [{fault.field}]" if fault.field else ""
    text = ": ".join(filter(None, (f"{told}{field}", describe(fault, lang))))
    found: dict[str, Any] = {
        "ruleId": fault.type,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": one_line(text, 1000)},
        "locations": [_location(fault, root)],
        "partialFingerprints": {"opendataFault/v1": _fingerprint(fault, root)},
    }
    if result.compared:
        found["baselineState"] = "unchanged" if fault.known else "new"
    if fault.known:
        found["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return found


def _location(fault: Fault, root: Root) -> dict[str, Any]:
    path = Path(root.path(fault.file))
    inside = {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}
    artifact = {"uri": path.as_uri()} if path.is_absolute() else inside
    place: dict[str, Any] = {"artifactLocation": artifact}
    if fault.line:
        region = {"startLine": fault.line, "startColumn": fault.column}
        place["region"] = region
    names = ".".join(filter(None, (fault.resource, fault.field)))
    logical = [{"fullyQualifiedName": names, "kind": "member"}] if names else []
    return {"physicalLocation": place, **({"logicalLocations": logical} if logical else {})}


def _fingerprint(fault: Fault, root: Root) -> str:
    """The same wherever its row moves to; cells repeat, so that it need not be unique."""
    known = identity(fault, root.path(fault.file))
    return hashlib.sha256(repr(known).encode("utf-8", "replace")).hexdigest()[:32]


def _total(group: Group) -> dict[str, Any]:
    return {
        "ruleId": group.type,
        "resource": group.resource,
        "field": group.field,
        "count": group.count,
        "known": group.known,
        "exact": group.exact,
    }
