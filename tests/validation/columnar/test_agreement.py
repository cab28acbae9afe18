"""Whatever the package, columns say what frictionless says: the same errors in the same order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.validation.columnar.agree import assert_agree, resource
from tests.validation.columnar.tables import chunks, options, packages

_FAST = settings(max_examples=30, suppress_health_check=list(HealthCheck))
_LONG = settings(max_examples=600, suppress_health_check=list(HealthCheck))
_SOUP = st.lists(
    st.sampled_from(
        (
            "a",
            "b",
            "1",
            '"',
            '""',
            ",",
            ";",
            "\n",
            "\r\n",
            "\r",
            " ",
            "é",
            "\u2028",
            "\0",
            "\ufeff",
            "\x0c",
        )
    ),
    max_size=40,
).map("".join)
_DIALECTS = st.sampled_from(
    (
        {"delimiter": ","},
        {"delimiter": ",", "skipInitialSpace": True},
        {"delimiter": ",", "quoteChar": ""},
        {"delimiter": ",", "header": False},
        {"delimiter": ",", "skipBlankRows": True},
    )
)


def check_package(
    made: tuple[list[dict[str, Any]], dict[str, bytes]], chosen: dict[str, Any], chunk: int
) -> None:
    assert_agree(made[0], made[1], chunk, **chosen)


def check_soup(text: str, dialect: dict[str, Any], width: int, chunk: int) -> None:
    """Any text under a sound header of one to three columns."""
    names = [f"f{at}" for at in range(width)]
    schema = {"fields": [{"name": name, "type": "string"} for name in names], "primaryKey": ["f0"]}
    data = (",".join(names) + "\n" + text).encode()
    assert_agree([resource("t", schema, dialect=dialect)], {"t.csv": data}, chunk)


@_FAST
@given(packages(), options, chunks)
def test_packages(made: Any, chosen: Any, chunk: int) -> None:
    check_package(made, chosen, chunk)


@_FAST
@given(_SOUP, _DIALECTS, st.integers(1, 3), chunks)
def test_any_text(text: str, dialect: Any, width: int, chunk: int) -> None:
    check_soup(text, dialect, width, chunk)


@pytest.mark.slow
@_LONG
@given(packages(), options, chunks)
def test_many_packages(made: Any, chosen: Any, chunk: int) -> None:
    check_package(made, chosen, chunk)


@pytest.mark.slow
@_LONG
@given(_SOUP, _DIALECTS, st.integers(1, 3), chunks)
def test_many_texts(text: str, dialect: Any, width: int, chunk: int) -> None:
    check_soup(text, dialect, width, chunk)
