"""Sentences of a stretch of text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.extraction.sentences import sentences
from opendata.extraction.view import Span

CASES = [
    ("Một câu. Hai câu.", ["Một câu.", "Hai câu."]),
    ("Tại TP. Hà Nội có họp. Xong.", ["Tại TP. Hà Nội có họp.", "Xong."]),
    ("Ngày 18.12.2023 họp. Ngày 2.1 nghỉ.", ["Ngày 18.12.2023 họp.", "Ngày 2.1 nghỉ."]),
    ("1. Thực hiện tốt. 2. Kiểm tra.", ["1. Thực hiện tốt.", "2. Kiểm tra."]),
    ("Theo PGS. Lê An, Ths. Vũ Bá và Đ/c. Tô Bình. Hết.", ["Theo PGS. Lê An, Ths. Vũ Bá và Đ/c. Tô Bình.", "Hết."]),
    ("Đến năm 2020. Tăng 5 km. Đạt 90%. Hết.", ["Đến năm 2020.", "Tăng 5 km.", "Đạt 90%.", "Hết."]),
    ("Theo VKS. Tòa tuyên án.", ["Theo VKS.", "Tòa tuyên án."]),
    ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
    ("  Vì sao?  Vì thế!  ", ["Vì sao?", "Vì thế!"]),
    ('Ông nói: "Tốt." Rồi đi.', ['Ông nói: "Tốt."', "Rồi đi."]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_sentences(text, expected):
    found = sentences(text, Span(0, len(text)))
    assert [text[one.start : one.end] for one in found] == expected


@given(st.text(alphabet='aĐ .!?\n"1TP', max_size=60))
def test_sentences_lose_nothing_but_blanks(text):
    found = list(sentences(text, Span(0, len(text))))
    assert "".join(text[one.start : one.end] for one in found).split() == text.split() or (
        "".join(text).replace(" ", "").replace("\n", "")
        == "".join(text[one.start : one.end] for one in found).replace(" ", "").replace("\n", "")
    )
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
