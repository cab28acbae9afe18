"""Known phrases at a place of a text: the longest, whole words, any form of comparison."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.extraction.documents.lexicon import loose
from opendata.extraction.documents.phrasebook import Phrasebook

BODIES = Phrasebook(["Bộ Công an", "Bộ Văn hóa, Thể thao và Du lịch", "HĐND", "T.Ư", "Bộ"])
LAWS = Phrasebook(["Phòng, chống ma túy", "Hôn nhân và gia đình"], loose)


@pytest.mark.parametrize(
    "text, found",
    [
        ("Bộ Công an tỉnh", "Bộ Công an"),
        ("Bộ Công an, sáng nay", "Bộ Công an"),
        ("Bộ  Công an.", "Bộ  Công an"),
        ("Bộ Công\nan", "Bộ"),
        ("Bộ Công thương", "Bộ"),
        ("Bộ Văn hóa, Thể thao và Du lịch: họp", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ Văn hóa, Thể thao và", "Bộ"),
        ("HĐND-UBND xã", "HĐND"),
        ("HĐNDX", None),
        ("T.Ư Đảng", "T.Ư"),
        ("bộ Công an", None),
        ("", None),
    ],
)
def test_longest_phrase_of_whole_words_is_found(text: str, found: str | None) -> None:
    span = BODIES.match(text)
    assert (text[slice(*span)] if span else None) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("Phòng chống Ma túy 2021", "Phòng chống Ma túy"),
        ("phòng, chống ma túy, gây hại", "phòng, chống ma túy"),
        ("Hôn nhân và Gia đình.", "Hôn nhân và Gia đình"),
        ("Phòng, chống lũ", None),
    ],
)
def test_words_are_compared_in_the_given_form(text: str, found: str | None) -> None:
    span = LAWS.match(text)
    assert (text[slice(*span)] if span else None) == found


def test_nothing_is_found_beyond_the_limit() -> None:
    assert BODIES.match("Bộ Công an", 0, 5) == (0, 2)
    assert BODIES.match("Gửi Bộ Công an", 4) == (4, 14)


WORDS = st.lists(st.sampled_from(["a", "b", "a,", "b-a", "ab"]), min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_finds_what_a_pattern_of_the_phrases_finds(
    phrases: list[list[str]], said: list[str]
) -> None:
    known = [" ".join(words).rstrip(",") for words in phrases]
    text = " ".join(said)
    longest = sorted(known, key=len, reverse=True)
    found = next((p for p in longest if re.match(re.escape(p) + r"(?!\w)", text)), None)
    span = Phrasebook(known).match(text)
    assert (text[slice(*span)] if span else None) == found
