"""What polars reads is taken only where Python's csv reads the same; what is well written, is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation.columnar.block import Block, Format
from opendata.validation.columnar.parse_bytes import parse_bytes
from opendata.validation.columnar.parse_written import parse_written

Parse = Callable[[bytes, Format], Block | None]


def form(width: int, **options: object) -> Format:
    return Format(csv.reader([], **options).dialect, width)  # type: ignore[arg-type]


def records(block: Block) -> list[list[str]]:
    """In the order of their numbers."""
    even = zip(block.numbers.to_list(), map(list, block.frame.iter_rows()), strict=True)
    return [cells for _, cells in sorted([*even, *block.odd], key=lambda one: one[0])]


def by_csv(text: str, written: Format) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), dialect=written.dialect))


MANY = "1,a\n" * 40
# Text, how it is written, and by which of the two it is read.
CASES = {
    "plain": ("1,a\n2,b\n", {}, "written"),
    "Vietnamese": ("1,Tòa án nhân dân\n2,Nghị quyết 27-NQ/TW\n", {}, "written"),
    "empty cells": (",\n1,\n", {}, "written"),
    "quotes where needed": ('1,"a,b"\n2,"a ""b"""\n', {}, "written"),
    "a line's end in quotes": ('1,"a\nb"\n2,"a\r\nb"\n', {}, "written"),
    "both line ends in Windows": ('1,a\r\n2,"b,c"\r\n', {}, "written"),
    "quotes everywhere": ('"1","a"\n"2",""\n', {}, "written"),
    "another delimiter and quote": ("1;'a;b'\n2;c\n", {"delimiter": ";", "quotechar": "'"}, "written"),
    "quotes that mean nothing": ('1,"a\n2,b"c\n', {"quoting": csv.QUOTE_NONE}, "written"),
    "a long, a short and a blank record": (MANY + "1,2,3\n" + MANY + "1\n\n" + MANY, {}, "written"),
    "a quote that is not needed": (MANY + '"1",a\n', {}, "written"),
    "quotes around text only": ('1,"a"\n2,"b"\n', {}, "bytes"),
    "a quoted blank": ('1,""\n2,a\n', {}, "written"),
    "mixed line ends": ("1,a\r\n2,b\n", {}, "bytes"),
    "spaces before cells that are passed over": ("1,a\n2,b\n", {"skipinitialspace": True}, "written"),
    "spaces that are passed over": ("1, a\n", {"skipinitialspace": True}, ""),
    "a quote within a cell": ('1,a"b\n2,c\n', {}, ""),
    "a quote that is not closed": ('1,"a\n', {}, ""),
    "a carriage return": ("1,a\rb\n", {}, ""),
    "a byte order mark": ("\ufeff1,a\n", {}, ""),
}  # fmt: skip


@pytest.mark.parametrize("text, options, way", CASES.values(), ids=CASES.keys())
def test_who_reads_it(text: str, options: dict[str, object], way: str) -> None:
    written = form(2, **options)
    first = parse_written(text.encode(), written)
    assert (first is not None) == (way == "written")
    found = first or parse_bytes(text.encode(), written)
    assert (found is not None) == bool(way)
    if found is not None:
        assert records(found) == by_csv(text, written)


PIECES = ("a", "â", "1", '"', '""', '"a,b"', '"a\nb"', ",", ",,", ";", "\n", "\n\n", "\r\n", "\r", " ", "'")  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
OPTIONS = st.sampled_from(
    (
        {},
        {"delimiter": ";"},
        {"quotechar": "'"},
        {"quoting": csv.QUOTE_NONE},
        {"skipinitialspace": True},
    )
)


@pytest.mark.parametrize("parse", [parse_written, parse_bytes])
@given(text=TEXTS, options=OPTIONS, width=st.integers(1, 4), many=st.booleans())
def test_never_otherwise_than_csv(
    parse: Parse, text: str, options: dict[str, object], width: int, many: bool
) -> None:
    written = form(width, **options)
    separator = written.separator.decode()
    # Among many sound records a few that are not may be read apart.
    around = (separator.join("x" * width) + "\n") * 40 if many else ""
    text = f"{around}{text}\n{around}"
    found = parse(text.encode(), written)
    if found is not None:
        assert records(found) == by_csv(text, written)
        assert found.count == len(by_csv(text, written))
