"""Reads a YAML file that a person wrote, with a clear error. Not for: what the file should hold."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from opendata.errors import InputError

# Far more values than a person writes; a few aliases of aliases stand for far more than these.
_VALUES = 1_000_000


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
        text = path.read_text("utf-8")
        if expands(text):
            problem = f"stands for more than {_VALUES} values, as its aliases repeat one another"
            raise InputError(str(path), problem, "Write it without aliases")
        return yaml.load(text, Loader=loader)
    except RecursionError:
        raise InputError(str(path), "is nested too deeply", "Write it flat") from None
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise InputError(str(path), "is not UTF-8", "Save it as UTF-8", place) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise InputError(str(path), str(problem), "Mend the YAML there", place) from None


def expands(text: str) -> bool:
    """Whether YAML holds aliases that make far more of it than stands there, or go in a circle.

    Raises `yaml.YAMLError` for what is no YAML, `RecursionError` for what is nested too deeply.
    """
    import yaml

    if "&" not in text or "*" not in text:
        return False
    sizes: dict[int, float] = {}

    def size(node: yaml.Node | None) -> float:
        if not isinstance(node, yaml.CollectionNode):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = math.inf  # until it is known: met again before that, it is a circle
            pairs = isinstance(node, yaml.MappingNode)
            parts = [one for pair in node.value for one in pair] if pairs else node.value
            sizes[id(node)] = 1 + sum(map(size, parts))
        return sizes[id(node)]

    return size(yaml.compose(text, Loader=yaml.SafeLoader)) > _VALUES
