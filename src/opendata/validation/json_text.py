"""JSON as descriptors are written: no repeated names, no NaN, no bottomless nesting.

Not for: JSON tables, which frictionless reads.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Never

LARGEST = 64 << 20
_LONGEST = 1000


def read_json(path: Path) -> Any:
    """What a file holds.

    Raises `OSError`, and `ValueError` with words that say what is wrong and where.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(
            f"has {size} bytes, more than {LARGEST}. Move tables into files of their own"
        )
    return parse_json(path.read_bytes())


def parse_json(data: bytes) -> Any:
    """Raises `ValueError` with words that say what is wrong and where."""
    try:
        return json.loads(
            data.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no, parse_int=_integer
        )
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start}: is not UTF-8. Save it as UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ValueError(f"{place}: is not JSON ({error.msg}). Mend it there") from None
    except RecursionError:
        raise ValueError("is nested too deeply. Write it flat") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        count = Counter(name for name, _ in pairs)
        twice = next(name for name in count if count[name] > 1)
        raise ValueError(f"{twice!r} stands twice in one object. Keep one of the two")
    return found


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST:
        raise ValueError(f"holds a number of {len(digits)} digits, more than {_LONGEST}. Mend it")
    return int(digits)


def _no(constant: str) -> Never:
    raise ValueError(f"is not JSON: {constant} is no value there. Write a number or null")
