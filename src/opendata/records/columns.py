"""What a column says of itself: the type of its values, whether it is always there, its notes.

Not for: values (`cells`).
"""

from __future__ import annotations

import types
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo


def column_type(field: FieldInfo) -> type:
    """The type of a column's values: `str`, `int`, `float`, `date`, `datetime` or `tuple`."""
    annotation: Any = field.annotation
    if get_origin(annotation) in (Union, types.UnionType):
        (annotation,) = (a for a in get_args(annotation) if a is not type(None))
    found: type = get_origin(annotation) or annotation
    return found


def extra(field: FieldInfo, name: str) -> str:
    """What the column says of itself beyond Pydantic's own (`title_vi`, `codes`, `term` ...)."""
    declared = field.json_schema_extra
    return str(declared.get(f"x-{name}", "")) if isinstance(declared, dict) else ""


def is_required(field: FieldInfo) -> bool:
    """Whether every row has a value: there is no default, or the default is a value."""
    return field.is_required() or field.default not in (None, ())
