"""Hypothesis strategies for rows of every published table. Not for: pages of text."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from opendata.records.base import Row
from opendata.records.columns import column_type, extra, is_required
from opendata.records.tables import TABLES, Table

IDS = st.sampled_from(["a", "b-2", "lao-cai.c647", "nd-30-2020-cp"])
# What files get wrong: quotes, commas, line ends of every kind, formulas, marks that combine.
TEXT = st.text(
    st.sampled_from("aĐđươ\u0301\u00a0 ,;\"'\r\n\t=+#0"), min_size=1, max_size=12
) | st.text(min_size=1, max_size=12)
VIETNAM = timezone(timedelta(hours=7))
DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))
BY_TYPE: dict[type, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**12).map(float),
    date: DATES,
    datetime: st.datetimes(
        datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(VIETNAM)
    ).map(lambda at: at.replace(microsecond=0)),
    tuple: st.lists(TEXT, max_size=3).map(tuple),
}


def rows_of(table: Table) -> st.SearchStrategy[Row]:
    """Rows of one table; ids come from a small pool, so that rows point to one another."""
    fields = {}
    for name, field in table.columns.items():
        kind = column_type(field)
        values = BY_TYPE[kind]
        if "id" in name.split("_") or name in table.key:
            values = IDS if kind is str else values
        if name == "table":
            values = st.sampled_from([t.name for t in TABLES if t.record])
        if "sha256" in name:
            values = st.just("0" * 64)
        if name == "language":
            values = st.just("vi")
        if not is_required(field) and kind is not tuple:
            values = st.none() | values
        if name == "ordinal":
            values = st.integers(1, 9)
        fields[name] = values
        assert extra(field, "title_vi"), name
    return st.builds(table.model, **fields)


def unique_rows(table: Table, most: int = 4) -> st.SearchStrategy[tuple[Row, ...]]:
    """Rows with distinct keys, sorted by key, as tables hold them."""

    def key(row: Row) -> tuple[Any, ...]:
        return tuple(getattr(row, part) for part in table.key)

    return st.lists(rows_of(table), max_size=most, unique_by=key).map(
        lambda rows: tuple(sorted(rows, key=key))
    )
