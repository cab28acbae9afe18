"""Reads a YAML file that a person wrote, with a clear error. Not for: what the file should hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from opendata.errors import InputError


def read_yaml(path: Path) -> Any:
    """What the file holds, None if nothing.

    Raises `InputError` with the byte or line where it is not UTF-8 or not YAML.
    """
    import yaml

    return _read(path, yaml.SafeLoader)


def read_yaml_as_written(path: Path) -> Any:
    """The same with every value as the text that stands there: no numbers, no days.

    Raises `InputError` as `read_yaml` does.
    """
    import yaml

    return _read(path, yaml.BaseLoader)


def _read(path: Path, loader: Any) -> Any:
    import yaml

    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise InputError(str(path), "is not UTF-8", "Save it as UTF-8", place) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise InputError(str(path), str(problem), "Mend the YAML there", place) from None
