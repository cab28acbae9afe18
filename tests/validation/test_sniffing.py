"""The same guesses as the standard library's, in linear time."""

import csv
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from opendata.validation.sniffing import LinearSniffer

GUESSED = ("delimiter", "quotechar", "skipinitialspace", "lineterminator", "quoting")
DELIMITERS = ",\t;|"


def guess(sniffer: csv.Sniffer, text: str, delimiters: str | None) -> list[object]:
    try:
        dialect = sniffer.sniff(text, delimiters)
    except csv.Error as error:
        return [str(error)]
    return [getattr(dialect, name) for name in GUESSED]


@settings(max_examples=400)
@given(st.text("ab,; \n\"'", max_size=40), st.sampled_from([DELIMITERS, ",", None]))
@example("a,b\n1,'x'\n2,\"y\"\n", DELIMITERS)
@example('"a", "b"\n"đế", "mèn"\n', DELIMITERS)
@example('"a"\n\'b\'\n\n"c"', None)
def test_guesses_are_those_of_the_standard_library(text: str, delimiters: str | None) -> None:
    assert guess(LinearSniffer(), text, delimiters) == guess(csv.Sniffer(), text, delimiters)


@pytest.mark.parametrize("cell", [",", ",'a", '""', '"x', "; ", '\n"', "',", " '"])
def test_no_cell_takes_long(cell: str) -> None:
    began = time.monotonic()
    guess(LinearSniffer(), f'a,"b",c\n1,"{cell * 200_000}"\n', DELIMITERS)
    assert time.monotonic() - began < 10
