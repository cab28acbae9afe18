"""A report of frictionless's shape → groups of faults with their places, each fault once.

Not for: validating (`opendata.validation.run`), nor for showing (a module a format).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from frictionless import Error, Report, ReportTask, errors

from opendata.validation.reports.found import Fault, Group, Resource, Result
from opendata.validation.reports.lines import Position
from opendata.validation.reports.messages import messages
from opendata.validation.reports.places import Places, Table
from opendata.validation.reports.shown import Shown, Wanted, show_package, show_tables
from opendata.validation.totals import Totals, field_of, read_totals

_LIMIT = "reached error limit"
_HALTED = re.compile("reached (?:error|row) limit|not checked: rows|not checked: .* cannot be read")
# `data/a.csv: opendata-category in kind: 10000 of 20000 are listed`
_CUT = re.compile(
    r"(?P<place>[^:\n]+): (?P<type>opendata-[a-z-]+)\b[^:\n]*: "
    r"(?P<number>\d+) of (?P<all>\d+) are listed"
)
_NO_KEYS = re.compile("not checked: keys")
_UNREAD = (
    errors.SourceError
    | errors.SchemeError
    | errors.FormatError
    | errors.EncodingError
    | errors.CompressionError
)
# `datapackage.json, resources/3/path (resource 'x'): ...`
_PART = re.compile(r"[^,\n]+, ([^\s:,(]+)(?: \(resource .*?\))?: ", re.DOTALL)
_LINE = re.compile(r", line (\d+), column (\d+): ")


def gather(
    report: Report,
    package: str,
    places: Places | None = None,
    wanted: Wanted = lambda type: True,
) -> Result:
    """The result of one package; `package` is what it is called.

    Without `places` files are those that the report names, and lines are unknown. `wanted` says
    which types of error to show, once those that follow from others are left out.
    """
    places = places or Places(package, Path())
    listed, left_out = show_package(report, wanted)
    faults = [_of_descriptor(error, "", places) for error in listed]
    groups = list(_groups(faults, read_totals(report.stats), True))
    resources = []
    warnings = list(report.warnings)
    for shown in show_tables(report, places, wanted):
        task = shown.task
        table = places.table(task.name, task.place)
        # Where frictionless stopped at its limit, nothing is known of the rows after that.
        stopped = any(one.startswith(_LIMIT) for one in task.warnings)
        exact = not stopped or bool(read_totals(task.stats))
        located = _located(_faults(shown, table, places), task, table)
        groups += _groups(located, shown.totals, exact)
        resources.append(_resource(shown, table, report.warnings))
        warnings += [f"{task.name}: {warning}" for warning in shown.warnings]
        left_out += shown.left_out
    return Result(
        package,
        report,
        tuple(resources),
        tuple(_counted(groups, report.warnings)),
        tuple(warnings),
        _blind_everywhere(report),
        left_out=left_out,
    )


def _counted(groups: Sequence[Group], warnings: Iterable[str]) -> list[Group]:
    """Checks of ours list so many issues and no more, and say in a warning how many there are."""
    counted = list(groups)
    for cut in filter(None, map(_CUT.match, warnings)):
        same = [at for at, one in enumerate(counted) if _is_cut(one, cut["place"], cut["type"])]
        for at in same:
            more = int(cut["all"]) - int(cut["number"]) if len(same) == 1 else 0
            counted[at] = replace(counted[at], count=counted[at].count + more, exact=bool(more))
    return counted


def _is_cut(group: Group, place: str, type: str) -> bool:
    return group.type == type and group.file.endswith(place)


def _resource(shown: Shown, table: Table, warnings: Iterable[str]) -> Resource:
    task = shown.task
    seconds = float(task.stats.get("seconds") or 0)
    blind = _blind(shown)
    if any(one.startswith(f"{task.name}: not checked: ") for one in warnings):
        blind |= _own_types()
    return Resource(task.name, table.file, task.type or "", seconds, blind)


def _blind(shown: Shown) -> frozenset[str]:
    """Types that were not looked for, or not in all rows."""
    unread = any(isinstance(error, errors.MetadataError) for error in shown.errors)
    if unread or any(_HALTED.match(warning) for warning in shown.warnings):
        return _types_of("rows", "")
    keys = any(_NO_KEYS.match(warning) for warning in shown.warnings)
    return frozenset(["foreign-key"] if keys else [])


def _blind_everywhere(report: Report) -> frozenset[str]:
    """A descriptor that is wrong stops all else; faults of tables stop our own checks."""
    if report.errors:
        return _types_of("file", "header", "rows", "content", "")
    names = tuple(f"{task.name}: not checked: " for task in report.tasks)
    stopped = any("not checked" in one and not one.startswith(names) for one in report.warnings)
    return _types_of("content") | _own_types() if stopped else frozenset()


def _own_types() -> frozenset[str]:
    """What ours look for in rows."""
    return frozenset(type for type in _types_of("rows") if type.startswith("opendata-"))


def _types_of(*scopes: str) -> frozenset[str]:
    return frozenset(one.type for one in messages("en").values() if one.scope in scopes)


def _faults(shown: Shown, table: Table, places: Places) -> list[Fault]:
    task = shown.task
    labels = tuple(task.labels)
    return [
        _of_descriptor(error, task.name, places)
        if isinstance(error, errors.MetadataError) and not isinstance(error, _UNREAD)
        else _of_table(error, task.name, table, labels)
        for error in shown.errors
    ]


def _of_descriptor(error: Error, resource: str, places: Places) -> Fault:
    fault = Fault(error.type, resource, places.file, error.note, error.message)
    line, column = _position(error.note, places) or (0, 0)
    return replace(fault, line=line, column=column)


def _position(note: str, places: Places) -> Position | None:
    """Where a fault of the descriptor stands, by the place that its note names."""
    if stated := _LINE.search(note):
        return int(stated[1]), int(stated[2])
    part = _PART.match(note)
    return places.position(part[1]) if part else None


def _of_table(error: Error, resource: str, table: Table, labels: tuple[str, ...]) -> Fault:
    field = field_of(error)
    fault = Fault(error.type, resource, table.file, error.note, error.message, field=field)
    row = getattr(error, "row_number", None) or 0
    if isinstance(error, errors.LabelError):
        number, label = error.field_number or 0, error.label or ""
        return replace(fault, row=table.header, number=number, cell=label)
    if isinstance(error, errors.HeaderError):
        return replace(fault, row=table.header)
    if not isinstance(error, errors.RowError):
        number = labels.index(field) + 1 if field in labels else 0
        return replace(fault, row=row, number=number)
    cells = dict(zip(labels, error.cells, strict=False))
    key = ", ".join(cells.get(name, "") for name in table.primary_key)
    column, cell = _cell(error, table, cells)
    number = labels.index(column) + 1 if column in labels else 0
    if isinstance(error, errors.CellError):
        number = number or error.field_number
    if isinstance(error, errors.ForeignKeyError | errors.PrimaryKeyError):
        key = ""  # The first row with this key stands for all of them.
    return replace(fault, row=row, number=number, cell=cell, key=key)


def _cell(error: errors.RowError, table: Table, cells: dict[str, str]) -> tuple[str, str]:
    """The column that an error of a row is placed in, and what it says of the row."""
    if isinstance(error, errors.ForeignKeyError):
        return next(iter(error.field_names), ""), ", ".join(error.field_cells)
    if isinstance(error, errors.PrimaryKeyError):
        values = (cells.get(name, "") for name in table.primary_key)
        return next(iter(table.primary_key), ""), ", ".join(values)
    if isinstance(error, errors.MissingCellError):
        return "", ""
    if isinstance(error, errors.CellError):
        return error.field_name, error.cell
    return "", ", ".join(error.cells)


def _located(faults: Sequence[Fault], task: ReportTask, table: Table) -> list[Fault]:
    """With lines and columns where the file has any."""
    wanted = {(one.row, one.number) for one in faults if one.row}
    found = table.positions(wanted, tuple(task.labels)) if wanted else {}
    positions = (found.get((one.row, one.number)) for one in faults)
    return [
        replace(one, line=at[0], column=at[1]) if at else one
        for one, at in zip(faults, positions, strict=True)
    ]


def _groups(faults: Iterable[Fault], totals: Totals, exact: bool) -> Iterable[Group]:
    """By type and field, in the order of their first error."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for one in faults:
        groups.setdefault((one.type, one.field), []).append(one)
    for (type, field), listed in groups.items():
        total = totals.get((type, field))
        first = listed[0]
        yield Group(
            type,
            first.resource,
            first.file,
            field,
            max(total or 0, len(listed)),
            tuple(listed),
            exact=exact,
        )
    # What was cut away before any of it could be listed.
    for (type, field), total in totals.items():
        if (type, field) not in groups and groups:
            other = next(iter(groups.values()))[0]
            yield Group(type, other.resource, other.file, field, total, ())
