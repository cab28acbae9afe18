"""JSON Schemas of others: nothing is fetched, and no pattern takes for ever.

Not for: which values are held against which schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend, validator_for
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
from referencing import Registry, Resource

from opendata.validation.values.linear import search

Retrieve = Callable[[str], Resource[Any]]


def validator(schema: Mapping[str, Any], retrieve: Retrieve | None = None) -> Validator:
    """`retrieve` reads what the schema refers to; without it only the schema itself is known.

    Validating raises `ValueError` for a pattern that cannot be matched in bounded time, and
    `referencing.exceptions.Unresolvable` for what it refers to and is not there.
    """
    own_words = {"pattern": _pattern, "patternProperties": _properties}
    kind = extend(validator_for(schema), own_words)  # type: ignore[no-untyped-call]
    own: Any = Registry if retrieve is None else Registry(retrieve=retrieve)  # type: ignore[call-arg]
    known = REGISTRY if retrieve is None else REGISTRY.combine(own)
    made: Validator = kind(schema, registry=known, format_checker=kind.FORMAT_CHECKER)
    return made


def _pattern(_: Validator, pattern: str, value: Any, __: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and not search(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _properties(
    validator: Validator, patterns: Mapping[str, Any], value: Any, _: object
) -> Iterator[ValidationError]:
    if not isinstance(value, dict):
        return
    for pattern, schema in patterns.items():
        for name, inner in value.items():
            if search(pattern, name):
                yield from validator.descend(inner, schema, path=name, schema_path=pattern)  # type: ignore[attr-defined]
