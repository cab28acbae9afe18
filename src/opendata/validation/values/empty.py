"""Tables without a row, where the format has no header: JSON, JSON Lines and inline data.

Not for: CSV, whose header frictionless reads.
"""

from __future__ import annotations

from typing import Any

from opendata.validation.source import Described
from opendata.validation.standard.keys import objects

_ENDINGS = {".json": (b"[]",), ".jsonl": (b"",), ".ndjson": (b"",)}
_LARGEST = 1024


def is_empty_table(described: Described, resource: dict[str, Any]) -> bool:
    """Whether a table with a schema holds no row and no header; not so for what is no table."""
    schema = described.schema(resource)
    if not objects(schema.get("fields")):
        return False
    if "data" in resource:
        return bool(resource["data"] == [])
    path = described.path(resource)
    if path is None or not path.is_file() or path.stat().st_size > _LARGEST:
        return False
    return b"".join(path.read_bytes().split()) in _ENDINGS.get(path.suffix.lower(), ())
