"""What the renderers of all formats are given: faults with their places, in groups.

Not for: making it of a report (`gather`), or showing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frictionless import Report


@dataclass(frozen=True, slots=True)
class Known:
    """One line of a baseline: so many errors of this type, at this place, with this cell and key.

    `package` is the folder of the package, seen from the folder of the baseline. `key` is the row's
    primary key. Without `cell` the line is about all errors of the type and field.
    """

    package: str
    resource: str
    type: str
    field: str
    cell: str | None = None
    key: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One error that is listed.

    `file` is the path as seen from the working directory. `row` counts as frictionless does (the
    header is 1), `line` and `column` are those of the file, in characters from 1; all are 0 where
    unknown. `cell` is None where an error is not about one. `known`: stands in the baseline.
    """

    type: str
    resource: str
    file: str
    note: str
    message: str
    row: int = 0
    field: str = ""
    number: int = 0
    cell: str | None = None
    key: str = ""
    line: int = 0
    column: int = 0
    known: bool = False

    @property
    def place(self) -> str:
        """`data/table.csv:14:7`, as editors understand it."""
        parts = (self.file, *(str(one) for one in (self.line, self.column) if one))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Group:
    """The errors of one type in one column. `count` is true also where not all are listed, unless
    `exact` is false: then there are at least so many. `known` of them stand in the baseline.
    """

    type: str
    resource: str
    file: str
    field: str
    count: int
    faults: tuple[Fault, ...]
    known: int = 0
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource that was looked at, but not for errors of the types in `blind`."""

    name: str
    file: str
    type: str
    seconds: float = 0.0
    blind: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Result:
    """What the validation of one package gave.

    `package` is called as it was given. No resource was looked at for errors of the types in
    `blind`. `fixed` are errors of the baseline that no longer occur; `compared` tells whether there
    was a baseline. `left_out` errors of the report follow from those in the groups.
    """

    package: str
    report: Report
    resources: tuple[Resource, ...]
    groups: tuple[Group, ...]
    warnings: tuple[str, ...]
    blind: frozenset[str] = frozenset()
    fixed: tuple[Known, ...] = ()
    compared: bool = False
    left_out: int = 0

    @property
    def errors(self) -> int:
        """How many, known ones included."""
        return sum(group.count for group in self.groups)

    @property
    def known(self) -> int:
        """How many of the errors stand in the baseline."""
        return sum(group.known for group in self.groups)

    @property
    def exact(self) -> bool:
        """Whether all errors were counted."""
        return all(group.exact for group in self.groups)

    @property
    def passed(self) -> bool:
        """Whether there is no error that is not known, also among those that were not counted."""
        return self.errors == self.known and (self.exact or not self.errors)
