"""Which rows of a block have a cell that frictionless does not accept.

Expressions prove most cells; frictionless's own readers judge the distinct texts of the others.
Not for: the words of an error (`explain`), or keys (`keys`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import polars as pl
from frictionless import Field

from opendata.validation.columnar.errors import Unproven
from opendata.validation.columnar.proofs import accepted, is_absent, is_free

_REMEMBERED = 200_000
Reader = Callable[[Any], tuple[Any, dict[str, str] | None]]


class Handler(Protocol):
    """What frictionless reads the cells of one field with."""

    @property
    def field(self) -> Field: ...
    @property
    def reader(self) -> Reader: ...


class Cells:
    """Judges the cells of a table block by block; remembers texts that it has seen."""

    def __init__(self, fields: list[Field], handlers: Mapping[str, Handler]) -> None:
        self._readers = [handlers[field.name].reader for field in fields]
        self._proofs: dict[str, pl.Expr] = {}
        self._by_text: dict[str, dict[str, bool]] = {}
        self._absent: dict[str, pl.Expr] = {}
        # Rows in which these are proven are not blank.
        self._required: set[str] = set()
        for at, field in enumerate(fields):
            column = pl.col(str(at))
            proven = accepted(field, column)
            self._absent[str(at)] = is_absent(field, column)
            if not is_free(field):
                self._by_text[str(at)] = {}
                if proven is not None:
                    self._proofs[str(at)] = proven
                    if field.required:
                        self._required.add(str(at))

    @property
    def asked(self) -> dict[str, pl.Expr]:
        """What to select of a block before its bad cells are looked for."""
        asked = {f"cell {name}": proof.all() for name, proof in self._proofs.items()}
        if not self._required:
            # Most tables have a column that shows that no row is blank.
            asked["blank"] = next(iter(self._absent.values())).any()
        return asked

    def bad(self, frame: pl.DataFrame, answer: pl.DataFrame) -> pl.Series | None:
        """True for rows with a bad cell, or with no value at all; None if there are none.

        `answer` is what was asked for of `frame`.
        """
        if not frame.height:
            return None
        proven = {name for name in self._proofs if answer[f"cell {name}"][0]}
        unproven = [name for name in self._by_text if name not in proven]
        texts = frame.select(**{name: self._unproven(name) for name in unproven})
        bad = {name: self._bad_texts(name, texts[name][0]) for name in unproven}
        wrong = [
            pl.col(name).is_in(pl.Series(listed, dtype=pl.String).implode())
            for name, listed in bad.items()
            if listed
        ]
        if self._may_be_blank(proven, answer):
            wrong.append(pl.all_horizontal(self._absent.values()))
        return frame.select(bad=pl.any_horizontal(wrong))["bad"] if wrong else None

    def _may_be_blank(self, proven: set[str], answer: pl.DataFrame) -> bool:
        """Whether there may be rows without any value."""
        if self._required:
            return not proven & self._required
        return bool(answer["blank"][0])

    def _unproven(self, name: str) -> pl.Expr:
        """The distinct texts of a column that are to be tried."""
        proof, column = self._proofs.get(name), pl.col(name)
        return (column if proof is None else column.filter(~proof)).unique().implode()

    def _bad_texts(self, name: str, texts: pl.Series) -> list[str]:
        seen, reader = self._by_text[name], self._readers[int(name)]
        if len(seen) > _REMEMBERED:
            seen.clear()
        bad = []
        for text in texts.to_list():
            good = seen.get(text)
            if good is None:
                good = seen[text] = _is_good(reader, text)
            if not good:
                bad.append(text)
        return bad


def _is_good(reader: Reader, text: str) -> bool:
    try:
        return not reader(text)[1]
    except Exception as error:
        raise Unproven(f"a reader fails: {error!r}") from error
