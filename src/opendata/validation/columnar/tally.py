"""Suspect rows → how many errors they have of each type and field, without making any error.

Not for: errors that are listed (`explain`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from opendata.validation.columnar.cells import Reader
from opendata.validation.columnar.keys import Wanted
from opendata.validation.columnar.opened import Opened
from opendata.validation.columnar.rows import read_again
from opendata.validation.columnar.scan import Scan, suspects_by_span
from opendata.validation.totals import Kind

_REMEMBERED = 100_000


def tally(opened: Opened, wanted: Wanted, scan: Scan) -> Counter[Kind]:
    """The errors of all rows; memory does not grow with them."""
    found: Counter[Kind] = Counter(scan.keys.repeated)
    for reference, lost in zip(wanted.references, scan.keys.lost, strict=True):
        found["foreign-key", ", ".join(reference.fields)] += len(lost)
    columns = [_Column(one.name, opened.handlers[one.name].reader) for one in opened.fields]
    for rows in read_again(opened, suspects_by_span(scan)):
        for _, cells in rows:
            found.update(_of_row(cells, columns))
    return +found


class _Column:
    """What is wrong with the cells of one field, by their text; None is a cell that lacks."""

    def __init__(self, name: str, reader: Reader) -> None:
        self._name, self._reader = name, reader
        self._seen: dict[str | None, tuple[bool, tuple[Kind, ...]]] = {}

    def judge(self, text: str | None) -> tuple[bool, tuple[Kind, ...]]:
        """Whether there is no value, and the errors."""
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            known = self._seen[text] = self._read(text)
        return known

    def _read(self, text: str | None) -> tuple[bool, tuple[Kind, ...]]:
        value, notes = self._reader(text)
        types = ["type-error" if one == "type" else "constraint-error" for one in notes or ()]
        if text is None:
            types.append("missing-cell")
        blank = value is None and "type-error" not in types
        return blank, tuple((one, self._name) for one in types)


def _of_row(cells: Sequence[str], columns: Sequence[_Column]) -> Iterator[Kind]:
    """As `Row` finds them."""
    blank = 0
    kinds: list[Kind] = []
    for at, column in enumerate(columns):
        is_blank, wrong = column.judge(cells[at] if at < len(cells) else None)
        blank += is_blank
        kinds += wrong
    if blank == len(columns):
        yield "blank-row", ""
        return
    yield from kinds
    for _ in range(len(cells) - len(columns)):
        yield "extra-cell", ""
