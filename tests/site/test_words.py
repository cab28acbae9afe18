"""Both languages say everything."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.records.columns import extra
from opendata.records.tables import TABLES
from opendata.site import words as module
from opendata.site.words import words_of

NOTES = {(t.model.__doc__ or "").strip().partition("\n")[0] for t in TABLES} | {
    extra(field, kind) for t in TABLES for field in t.columns.values() for kind in ("when", "unit")
} - {""}


def test_every_note_of_the_models_is_translated_and_none_is_left_over() -> None:
    translated = words_of("vi").notes
    assert {note for note in NOTES if not translated.get(note)} == set(), "add to notes.csv"
    assert translated.keys() - NOTES == set(), "take out of notes.csv"


def test_every_phrase_stands_in_both_languages_with_the_same_values() -> None:
    english, vietnamese = words_of("en").phrases, words_of("vi").phrases
    for key, phrase in english.items():
        assert vietnamese[key]
        if key != "english_only":
            assert phrase
            assert set(re.findall(r"{\w+}", phrase)) == set(re.findall(r"{\w+}", vietnamese[key]))


@pytest.mark.parametrize("name, key", [("words.csv", "key"), ("notes.csv", "en")])
def test_nothing_stands_twice(name: str, key: str) -> None:
    with (Path(module.__file__).parent / name).open(encoding="utf-8") as file:
        keys = [row[key] for row in csv.DictReader(file)]
    assert [one for one, count in Counter(keys).items() if count > 1] == []


def test_no_phrase_is_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(module.__file__).parent.rglob("*.py"))
    doors = {"door_use_text", "door_check_text", "door_read_text"}
    unused = {
        key for key in words_of("en").phrases if not re.search(rf"[\"']{key}[\"']", code)
    } - doors
    assert unused == set()


@pytest.mark.parametrize(
    "part, whole, expected",
    [(0, 5, "0%"), (5, 5, "100%"), (1, 1000, "1%"), (999, 1000, "99%"), (1, 3, "33%")],
)
def test_share(part: int, whole: int, expected: str) -> None:
    assert words_of("en").share(part, whole) == expected


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_share_is_whole_only_where_it_is(whole: int, part: int) -> None:
    shown = words_of("vi").share(min(part, whole), whole)
    assert (shown == "100%") == (part >= whole)
    assert (shown == "0%") == (part == 0)


@pytest.mark.parametrize(
    "language, count, expected", [("en", 1234567, "1,234,567"), ("vi", 1234567, "1.234.567")]
)
def test_number(language: module.Language, count: int, expected: str) -> None:
    assert words_of(language).number(count) == expected
