"""What frictionless found in one resource, with what is needed to tell cause from consequence.

Not for: telling them apart (`fold`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from frictionless import Error, ReportTask

from opendata.validation.source import Described
from opendata.validation.standard.keys import objects


@dataclass(frozen=True, slots=True)
class Checked:
    """`parents` are the resources that its keys point to, `fields` the columns it should have."""

    resource: str
    errors: tuple[Error, ...] = ()
    warnings: tuple[str, ...] = ()
    parents: frozenset[str] = field(default_factory=frozenset)
    fields: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def keep(self, wanted: Callable[[Error], bool], *notes: str) -> Checked:
        """Without the errors that are not wanted; `notes` are further warnings."""
        kept = tuple(error for error in self.errors if wanted(error))
        return replace(self, errors=kept, warnings=(*self.warnings, *notes))


def checked(tasks: Iterable[ReportTask], described: Described) -> tuple[Checked, ...]:
    """What was found, task by task."""
    schemas = {name: described.schema(resource) for _, name, resource in described.resources()}
    return tuple(checked_task(task, schemas.get(task.name, {})) for task in tasks)


def checked_task(task: ReportTask, schema: Mapping[str, object]) -> Checked:
    """What was found in one table; `schema` is its Table Schema, empty if that is not known."""
    return Checked(
        task.name,
        tuple(task.errors),
        # `files` compares these hashes, or says why not.
        tuple(one for one in task.warnings if "hash is ignored" not in one),
        frozenset(_targets(schema) - {task.name}),
        tuple(str(one.get("name")) for one in objects(schema.get("fields"))),
        tuple(task.labels),
    )


def _targets(schema: Mapping[str, object]) -> set[str]:
    references = [key.get("reference") for key in objects(schema.get("foreignKeys"))]
    return {str(one.get("resource") or "") for one in references if isinstance(one, dict)} - {""}
