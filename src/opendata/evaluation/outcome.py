"""One thing that was compared, and the small comparisons that all measures share.

Not for: what is compared (`measures`), adding outcomes up (`evaluate`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple


class Outcome(NamedTuple):
    """One thing that was compared: `hit`, `miss` (wanted, not found), `extra` (found, not wanted).

    `item` names what was wanted, or the extra, and stays the same while a miss stays one; `got`
    tells what was published in its place.
    """

    measure: str
    result: Literal["hit", "miss", "extra"]
    item: str
    got: str = ""


def judge(measure: str, same: bool, item: object, got: object) -> Outcome:
    """A hit or a miss."""
    return Outcome(measure, "hit" if same else "miss", str(item), str(got))


def sets(measure: str, wanted: set[str], got: set[str]) -> Iterator[Outcome]:
    """One outcome for each thing that is in either set."""
    yield from (Outcome(measure, "hit", one) for one in sorted(wanted & got))
    yield from (Outcome(measure, "miss", one) for one in sorted(wanted - got))
    yield from (Outcome(measure, "extra", one) for one in sorted(got - wanted))


def overlap(wanted: dict[str, Any], got: Any) -> int:
    """How many characters an answer and a row share; less than one if none."""
    return int(min(wanted["end"], got.end) - max(wanted["start"], got.start))


def share(wanted: dict[str, Any], got: Any) -> float:
    """The characters that both have, of those that either has."""
    both = max(wanted["end"], got.end) - min(wanted["start"], got.start)
    return max(0, overlap(wanted, got)) / int(both)


def overlaps_any(row: Any, items: list[dict[str, Any]]) -> bool:
    """Whether a row shares characters with one of the answers."""
    return any(overlap(one, row) > 0 for one in items)
