"""A narrowed pattern finds nothing that Python's `match` does not find."""

from __future__ import annotations

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation.columnar.patterns import narrow

PATTERNS: list[tuple[str, str, bool]] = [
    ("^[a-z]+$", "abc", True),
    ("^a|b$", "ab", True),  # frictionless does not bracket alternatives
    ("^a|b$", "xb", False),
    ("^[0-9]{2,3}$", "1234", False),
    (r"^\w+\.\d{1,2}$", "x.12", True),
    (r"^\w+$", "é", False),  # narrower: Python tells
    ("^[^,]*$", "a b", True),
    ("^.$", "\n", False),
    ("^ệ+$", "ệệ", True),
    ("^$", "", True),
    ("^a??b*?$", "abb", True),
]


@pytest.mark.parametrize("pattern,text,found", PATTERNS)
def test_narrow(pattern: str, text: str, found: bool) -> None:
    narrowed = narrow(pattern)
    assert narrowed is not None
    assert pl.Series([text]).str.contains(narrowed).to_list() == [found]


UNKNOWN = [
    r"^(?i)a$",
    r"(?i)a",
    r"^(?=a)a$",
    r"^(a)\1$",
    r"^[^\d]$",
    r"^\D$",
    r"^\bx$",
    "^(",
    r"^a{1,2000}$",
]


@pytest.mark.parametrize("pattern", UNKNOWN)
def test_left_to_python(pattern: str) -> None:
    assert narrow(pattern) is None


_PART = st.sampled_from(
    (
        "a",
        "b",
        "[ab]",
        "[^a]",
        ".",
        r"\w",
        r"\d",
        r"\s",
        "(a|b)",
        "(?:ab)?",
        "$",
        "^",
        "|",
        "a{0,2}",
        "1",
        "é",
    )
)


@given(
    st.lists(_PART, max_size=6).map("".join),
    st.lists(st.text("ab1 é\n٣", max_size=5), min_size=1, max_size=20),
)
def test_never_finds_more_than_python(pattern: str, texts: list[str]) -> None:
    narrowed = narrow(f"^{pattern}$")
    if narrowed is None:
        return
    found = pl.Series(texts).str.contains(narrowed).to_list()
    python = re.compile(f"^{pattern}$")
    assert not [t for t, one in zip(texts, found, strict=True) if one and not python.match(t)]
