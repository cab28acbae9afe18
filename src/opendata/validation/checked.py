"""What frictionless found in one resource, with what is needed to tell cause from consequence.

Not for: telling them apart (`fold`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from frictionless import Error, ReportTask

from opendata.validation.paths import is_hash_of_ours
from opendata.validation.source import Described


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
    # `paths` compares the hashes that frictionless says it ignores.
    hashed = {name for _, name, resource in described.resources() if is_hash_of_ours(resource)}
    return tuple(
        Checked(
            task.name,
            tuple(task.errors),
            tuple(w for w in task.warnings if task.name not in hashed or "hash is ign" not in w),
            frozenset(_targets(schemas.get(task.name, {})) - {task.name}),
            tuple(str(one.get("name")) for one in _objects(schemas.get(task.name, {}), "fields")),
            tuple(task.labels),
        )
        for task in tasks
    )


def _targets(schema: Mapping[str, object]) -> set[str]:
    references = [key.get("reference") for key in _objects(schema, "foreignKeys")]
    return {str(one.get("resource") or "") for one in references if isinstance(one, dict)} - {""}


def _objects(schema: Mapping[str, object], key: str) -> list[dict[str, object]]:
    listed = schema.get(key)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
