"""Checks any Data Package, and of our own packages also what they promise beyond the standard.

`run` holds the order of the checks. Not for: mending anything, or judging pages (flags do that).
Both functions are imported when they are first used: who asks for a report prints none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from opendata.garbage import not_collected

if TYPE_CHECKING:
    from opendata.validation.reports import render_text
    from opendata.validation.run import validate

__all__ = ["render_text", "validate"]

_HOMES = {"render_text": "opendata.validation.reports", "validate": "opendata.validation.run"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with not_collected():
        return getattr(import_module(_HOMES[name]), name)
