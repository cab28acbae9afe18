"""Runs both validators on one package and compares what they say.

frictionless's own validation is the oracle.
"""

from __future__ import annotations

import gc
import gzip
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from frictionless import Checklist, Package, Report

from opendata.validation.columnar import Run, content, validate_package

Files = Mapping[str, bytes]


def resource(name: str, schema: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A CSV table's descriptor. `more` overrides, as `dialect=` or `path=`."""
    found = {"name": name, "path": f"{name}.csv", "format": "csv", "encoding": "utf-8", **more}
    return {**found, "schema": schema} if schema is not None else found


def both(
    resources: list[dict[str, Any]], files: Files, chunk: int = content.CHUNK, **options: Any
) -> tuple[Report | Exception, Run | Exception]:
    """What frictionless and the columns say; a crash is an answer too."""
    with warnings.catch_warnings():
        # frictionless leaves files open where one cannot be decoded.
        warnings.simplefilter("ignore", ResourceWarning)
        said = _both(resources, files, chunk, options)
        if isinstance(said[0], Exception) or any(task.labels == [] for task in said[0].tasks):
            gc.collect()
        else:
            gc.collect(1)
        return said


def _both(
    resources: list[dict[str, Any]], files: Files, chunk: int, options: dict[str, Any]
) -> tuple[Report | Exception, Run | Exception]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
        text = json.dumps({"$schema": _PROFILE, "name": "package", "resources": resources})
        checklist = options.pop("checklist", {})

        def package() -> Package:
            return Package.from_descriptor(json.loads(text), basepath=folder)

        try:
            expected: Report | Exception = package().validate(Checklist(**checklist), **options)
        except Exception as error:
            expected = error
        before, content.CHUNK = content.CHUNK, chunk
        try:
            found: Run | Exception = validate_package(package(), Checklist(**checklist), options)
        except Exception as error:
            found = error
        finally:
            content.CHUNK = before
    return expected, found


_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def told(report: Report) -> list[Any]:
    """All that a report says, but for the time that it took."""
    tasks = [
        {
            "name": task.name,
            "place": task.place,
            "labels": task.labels,
            "valid": task.valid,
            "warnings": task.warnings,
            "errors": [error.to_descriptor() for error in task.errors],
            "stats": _stats(task),
        }
        for task in report.tasks
    ]
    return [report.valid, [one.to_descriptor() for one in report.errors], report.warnings, *tasks]


def _stats(task: Any) -> dict[str, Any]:
    # What was counted up to an error limit, or to bytes that cannot be read, is by the way.
    partial = any(one.startswith("reached error limit") for one in task.warnings)
    kept = ("errors", "warnings", "fields") if partial else tuple(task.stats)
    return {name: task.stats.get(name) for name in kept if name != "seconds"}


def assert_agree(
    resources: list[dict[str, Any]],
    files: Files,
    chunk: int = content.CHUNK,
    **options: Any,
) -> Run | None:
    """Both say the same in the same order, or crash in the same way. Returns what columns say."""
    expected, found = both(resources, files, chunk, **options)
    if isinstance(expected, Exception) or isinstance(found, Exception):
        assert type(expected) is type(found), (expected, found)
        return None
    assert told(found.report) == told(expected)
    return found
