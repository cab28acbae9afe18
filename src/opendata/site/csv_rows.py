"""Rows of the CSV files that stand beside the modules. Not for: files of a package."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows_beside(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a file in the folder of a package of modules, each by the names of its head."""
    text = files(package).joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
