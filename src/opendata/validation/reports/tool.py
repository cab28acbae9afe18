"""What reports call the tool that made them. Not for: the version of a package or schema."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

NAME = "opendata"


def toolkit_version() -> str:
    """The installed version; `0` where the code runs without being installed."""
    try:
        return version("opendata-press")
    except PackageNotFoundError:
        return "0"
