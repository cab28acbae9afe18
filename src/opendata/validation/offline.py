"""frictionless's own validation, which fetches nothing unless told to. Not for: our checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import frictionless
from frictionless import Checklist, Package, Report, system


def run_frictionless(source: Any, allow_remote: bool, options: Mapping[str, Any]) -> Report:
    """frictionless's report on `source`; addresses are faults unless `allow_remote`."""
    context = system.use_context(http_session=None if allow_remote else _Offline())
    context.__enter__()
    try:
        report: Report = (
            _validate_package(source, options)
            if isinstance(source, Package)
            else frictionless.validate(source, **options)
        )
        return report
    finally:
        # As a `with` block it would stay in force after an exception.
        context.__exit__(None, None, None)


def _validate_package(package: Package, options: Mapping[str, Any]) -> Any:
    """`frictionless.validate` takes a package for inline data."""
    names = ("name", "parallel", "limit_rows", "limit_errors")
    chosen = {name: options[name] for name in names if name in options}
    return package.validate(checklist_of(options), **chosen)


def checklist_of(options: Mapping[str, Any]) -> Checklist:
    """The checklist that options of `frictionless.validate` mean."""
    given = options.get("checklist")
    if isinstance(given, str):
        return Checklist.from_descriptor(given)
    names = ("checks", "pick_errors", "skip_errors")
    return given or Checklist(**{name: options[name] for name in names if name in options})


class _Offline:
    """Stands in for an HTTP session and refuses."""

    def get(self, address: str, **_: Any) -> Any:
        raise OSError(f"{address} is an address, which is not fetched")
