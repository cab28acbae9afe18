"""Patterns made of words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from opendata.extraction.patterns import (
    any_case_after_first,
    any_case_of,
    any_of,
    capital_or_not,
    where_any_of,
)

WORDS = st.lists(
    st.text(st.sampled_from("aăbđ.H"), min_size=1, max_size=4).map(lambda w: w + " x"), min_size=1
)


@given(WORDS)
def test_every_word_is_matched_whole(words: list[str]) -> None:
    for word in words:
        assert re.fullmatch(any_of(words), word)
        assert re.fullmatch(any_case_of(words), word)
        assert re.fullmatch(capital_or_not(words), word)
        assert re.fullmatch(any_case_after_first(words), word)
        assert re.fullmatch(where_any_of(words), word)


def test_the_longest_word_comes_first() -> None:
    found = re.match(any_of(["Tỉnh ủy", "Tỉnh ủy viên"]), "Tỉnh ủy viên")
    assert found
    assert found[0] == "Tỉnh ủy viên"


def test_case_of_initials() -> None:
    pattern = re.compile(any_case_of(["Phó Bí thư", "HĐND tỉnh"]))
    assert all(map(pattern.fullmatch, ["phó bí thư", "Phó Bí Thư", "HĐND Tỉnh", "phó  bí thư"]))
    assert not any(map(pattern.fullmatch, ["PHÓ BÍ THƯ", "hđnd tỉnh"]))
    pattern = re.compile(any_case_after_first(["Tỉnh ủy"]))
    assert pattern.fullmatch("Tỉnh Ủy")
    assert not pattern.fullmatch("tỉnh ủy")
    pattern = re.compile(capital_or_not(["yêu cầu", "VKS"]))
    assert all(map(pattern.fullmatch, ["yêu cầu", "Yêu cầu", "VKS"]))
    assert not any(map(pattern.fullmatch, ["Yêu Cầu", "vKS"]))


def test_no_words_match_nothing() -> None:
    assert not re.search(any_of([]), "x")
    assert not re.search(capital_or_not([]), "x")
