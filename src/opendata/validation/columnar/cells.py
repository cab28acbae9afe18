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
from opendata.validation.columnar.proofs import accepted, is_free, is_one_of, missing

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
        for at, field in enumerate(fields):
            column = pl.col(str(at))
            proven = accepted(field, column)
            self._absent[str(at)] = is_one_of(column, missing(field))
            if not is_free(field):
                self._by_text[str(at)] = {}
                if proven is not None:
                    self._proofs[str(at)] = proven

    def bad(self, frame: pl.DataFrame) -> pl.Series | None:
        """True for rows with a bad cell, or with no value at all; None if there are none."""
        judged = frame.lazy().select(**self._proofs).collect()
        blank = self._blank(frame)
        found = [] if blank is None else [blank]
        for name in self._by_text:
            proven = judged[name] if name in self._proofs else None
            if proven is not None and proven.all():
                continue
            column = frame[name]
            texts = column if proven is None else column.filter(~proven)
            bad = self._bad_texts(name, texts.unique())
            if bad:
                found.append(column.is_in(pl.Series(bad, dtype=pl.String).implode()))
        if not found:
            return None
        return found[0] if len(found) == 1 else pl.select(pl.any_horizontal(found)).to_series()

    def _blank(self, frame: pl.DataFrame) -> pl.Series | None:
        """Rows without a value; most tables have a column that shows that there are none."""
        blank = None
        for absent in self._absent.values():
            one = frame.select(absent.alias("")).to_series()
            blank = one if blank is None else blank & one
            if not blank.any():
                return None
        return blank

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
