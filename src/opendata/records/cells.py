"""A value as the text of a CSV cell. Not for: files."""

from __future__ import annotations

import json
from datetime import date, datetime


def cell_text(value: object) -> str:
    """Exact text that reads back as the same value; empty for None and for no items."""
    if value is None or value == ():
        return ""
    if isinstance(value, float):
        return number(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def number(value: float) -> str:
    """The shortest text that reads back as the same number; whole numbers without `.0`."""
    return str(int(value)) if value.is_integer() else repr(value)
