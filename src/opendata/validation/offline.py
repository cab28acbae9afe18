"""frictionless's verdicts, by columns where they suffice; fetches nothing unless told to.

Not for: our checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frictionless import Checklist, FrictionlessException, Package, Report, Resource, system

from opendata.validation.sniffing import bound_sniffing

_OWN = ("name", "resource_name", "parallel", "limit_rows", "limit_errors")
_CHECKS = ("checklist", "checks", "pick_errors", "skip_errors")


def run_frictionless(source: Any, allow_remote: bool, options: Mapping[str, Any]) -> Report:
    """frictionless's report on `source`; addresses are faults unless `allow_remote`."""
    bound_sniffing()
    context = system.use_context(http_session=None if allow_remote else _Offline())
    context.__enter__()
    try:
        return _validate(source, options)
    finally:
        # As a `with` block it would stay in force after an exception.
        context.__exit__(None, None, None)


def _validate(source: Any, options: Mapping[str, Any]) -> Report:
    """As `frictionless.validate`, but with tables in columns, and for packages as they are too."""
    from opendata.validation.columnar import validate_package, validate_resource

    checklist = checklist_of(options)
    chosen = {name: options[name] for name in _OWN if name in options}
    if name := chosen.pop("resource_name", None):
        chosen.setdefault("name", name)
    if isinstance(source, Package):
        return validate_package(source, checklist, chosen).report
    others = {name: one for name, one in options.items() if name not in (*_OWN, *_CHECKS, "type")}
    try:
        resource = (
            source
            if isinstance(source, Resource)
            else Resource(source, datatype=options.get("type"), **others)
        )
    except FrictionlessException as exception:
        report: Report = Report.from_validation(errors=exception.to_errors())
        return report
    return validate_resource(resource, checklist, chosen).report


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
