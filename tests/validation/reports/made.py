"""Results made by hand, for what a package would not easily give."""

from frictionless import Report

from opendata.validation.reports.found import Fault, Group, Known, Result


def fault(type: str = "type-error", cell: str | None = "n/a", **values: object) -> Fault:
    stated = {"file": "data/a.csv", "row": 2, "line": 2, "column": 3, "field": "year", **values}
    return Fault(
        type, "articles", note='type is "integer/default"', message="", cell=cell, **stated
    )  # type: ignore[arg-type]


def group(*faults: Fault, **values: object) -> Group:
    first = faults[0] if faults else fault()
    stated = {"count": len(faults), "known": sum(one.known for one in faults), **values}
    return Group(first.type, first.resource, first.file, first.field, faults=faults, **stated)  # type: ignore[arg-type]


def made(*groups: Group, package: str = "data", **values: object) -> Result:
    stated = {"resources": (), "warnings": (), **values}
    return Result(package, Report.from_validation(), groups=groups, **stated)  # type: ignore[arg-type]


def fixed(cell: str = "n/a", count: int = 1) -> Known:
    return Known("data", "articles", "type-error", "year", cell, "7", count)


# What might end a line, a command, a table cell, a code span, an attribute, or steer a terminal.
HOSTILE = "a\r\n::error::b | `c` ``d`` <script>&\"' \x1b[31m \x00 %0A , : @nhóm \ud800 ]]>"
