"""The normalised view and its way back to the page."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.extraction.view import Span, tidy, view

NBSP = "\u00a0"
LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)
SIGNS = " \n.,;:()/0123456789" + NBSP + "\u2009\u2013\u2014\u201c\u201d\u2019"
# As pages have them: composed, decomposed, upper case, damaged by invisible signs and line ends.
PIECES = st.one_of(
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS).map(str.upper),
    st.sampled_from(LETTERS).map(lambda letter: unicodedata.normalize("NFD", letter)),
    st.sampled_from(SIGNS),
    st.sampled_from(["\r\n", "\r", "\u200b", "\ufeff", "\u00ad", "Ð", "oà", "uỷ", "oè", "quý"]),
    # Marks alone, joined, and of other alphabets; letters that are no marks and not Latin.
    st.sampled_from(["\u0301", "\u034f", "\u0344", "\u05bf", "\U0001d15e", "\u212b", "中", "한"]),
)
PAGES = st.lists(PIECES, max_size=60).map("".join)


def folded(text: str) -> str:
    return " ".join(view(text).text.split())


@pytest.mark.parametrize(
    "source, text",
    [
        ("Uỷ ban, Toà án, khoá, hoà, thuỷ", "Ủy ban, Tòa án, khóa, hòa, thủy"),
        ("toàn, hoàng, quý, quỹ, loẻng", "toàn, hoàng, quý, quỹ, loẻng"),
        (f"26{NBSP}–{NBSP}CT/TW", "26 - CT/TW"),
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("QÐ-TTg", "QĐ-TTg"),
        ("dòng\r\nsau\rnữa", "dòng\nsau\nnữa"),
        ("Ca\u0301n bo\u0323\u0302", "Cán bộ"),
        ("Nghị\u200b quyết", "Nghị quyết"),
        ("", ""),
    ],
)
def test_forms_become_one(source: str, text: str) -> None:
    assert view(source).text == text


def test_quote_is_the_pages_own_and_value_is_tidy() -> None:
    seen = view(f"chiê\u0300u{NBSP}nga\u0300y{NBSP}\u200b14/11, Toà án")
    at = seen.text.index("chiều")
    span = Span(at, seen.text.index(","))
    assert seen.quote(span) == f"chiê\u0300u{NBSP}nga\u0300y{NBSP}\u200b14/11"
    assert seen.value(span) == "chiều ngày 14/11"
    court = Span(seen.text.index("Tòa"), len(seen.text))
    assert seen.quote(court) == seen.value(court) == "Toà án"


@given(PAGES)
def test_words_stand_for_the_characters_that_they_were_read_from(source: str) -> None:
    seen = view(source)
    for word in re.finditer(r"\S+", seen.text):
        span = Span(*word.span())
        assert folded(seen.quote(span)) == word[0]
        assert folded(tidy(seen.quote(span))) == word[0]
        start, end = seen.locate(span)
        assert source[start:end] == seen.quote(span)


@given(PAGES, st.data())
def test_stretches_of_words_do_too(source: str, data: st.DataObject) -> None:
    seen = view(source)
    words = [Span(*word.span()) for word in re.finditer(r"\S+", seen.text)]
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    span = Span(words[first].start, words[last].end)
    assert folded(seen.value(span)) == " ".join(seen.text[slice(*span)].split())


@given(PAGES)
def test_places_run_forward_within_the_source(source: str) -> None:
    seen = view(source)
    places = [seen.locate(Span(at, at + 1)) for at in range(len(seen.text))]
    assert all(0 <= place.start < place.end <= len(source) for place in places)
    assert all(a.end <= b.start or a == b for a, b in itertools.pairwise(places))


@given(PAGES)
def test_a_view_of_a_view_changes_nothing(source: str) -> None:
    text = view(source).text
    assert view(text).text == text
    assert unicodedata.is_normalized("NFC", text)
