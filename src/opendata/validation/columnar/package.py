"""Any source that frictionless validates: tables in columns, everything else by frictionless.

Not for: our own checks.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frictionless import Checklist, FrictionlessException, Package, Report, Resource
from frictionless.resources import PackageResource, TableResource

from opendata.validation.columnar.links import Links
from opendata.validation.columnar.table import Validated, validate_table

_LIMITS = ("limit_rows", "limit_errors")


@dataclass(frozen=True, slots=True)
class Run:
    """A report and, for each table by name, why its rows were read one by one (empty: not)."""

    report: Report
    reasons: Mapping[str, str]


def validate_resource(resource: Resource, checklist: Checklist, options: Mapping[str, Any]) -> Run:
    """As `resource.validate`; `options` are its own."""
    limits = {name: options[name] for name in _LIMITS if name in options}
    if isinstance(resource, PackageResource):
        try:
            package = resource.read_metadata()
        except FrictionlessException as exception:
            return Run(Report.from_validation(errors=exception.to_errors()), {})
        return validate_package(package, checklist, options)
    if isinstance(resource, TableResource):
        links = Links(resource.package)
        done = validate_table(resource, checklist, links=links, **limits)
        return Run(done.report, {str(resource.name): done.reason})
    return Run(resource.validate(checklist, **options), {})


def validate_package(package: Package, checklist: Checklist, options: Mapping[str, Any]) -> Run:
    """As `package.validate`; `options` are its own."""
    began = time.perf_counter()
    name = options.get("name")
    resources = package.resources if name is None else [package.get_resource(name)]
    try:
        package.to_descriptor(validate=True)
    except FrictionlessException as exception:
        spent = round(time.perf_counter() - began, 3)
        return Run(Report.from_validation(time=spent, errors=exception.to_errors()), {})
    limits = {name: options[name] for name in _LIMITS if name in options}
    done = _validate_all(resources, Links(package), checklist, limits)
    report: Report = Report.from_validation_reports(
        time=round(time.perf_counter() - began, 3), reports=[one.report for one in done]
    )
    named = zip(resources, done, strict=True)
    return Run(report, {str(one.name): it.reason for one, it in named})


def _validate_all(
    resources: list[Resource], links: Links, checklist: Checklist, limits: Mapping[str, Any]
) -> list[Validated]:
    """In the order of the package, but tables that others point to are read before those."""
    places = {id(one): at for at, one in enumerate(resources)}
    by_name = {str(one.name): one for one in reversed(resources)}
    done: dict[int, Validated] = {}
    begun: set[int] = set()

    def validate(resource: Resource) -> None:
        at = places[id(resource)]
        if at in begun:
            return
        begun.add(at)
        for name in links.parents(resource):
            if name in by_name:
                validate(by_name[name])
        if isinstance(resource, TableResource):
            done[at] = validate_table(resource, checklist, links=links, **limits)
        else:
            done[at] = Validated(resource.validate(checklist, **limits), "it is no table")

    for resource in resources:
        validate(resource)
    return [done[at] for at in range(len(resources))]
