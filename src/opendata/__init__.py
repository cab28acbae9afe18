"""opendata: Vietnamese press pages in, a traceable and validated open data package out.

The four verbs of the library are imported when they are first used, so that `import opendata` and
the command line start at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from opendata.builder import build
    from opendata.extraction.extract import extract
    from opendata.package.load import load
    from opendata.validation import validate

__version__ = "0.1.0"
__all__ = ["build", "extract", "load", "validate"]

_HOMES = {
    "build": "opendata.builder",
    "extract": "opendata.extraction.extract",
    "load": "opendata.package.load",
    "validate": "opendata.validation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'opendata' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
