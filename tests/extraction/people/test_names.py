"""The form of names: syllables, full names, what capitals are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.people.names import find_names, grammar, is_syllable, spelled
from opendata.extraction.view import Span, view

SYLLABLES = [
    "Nguyễn",
    "Thị",
    "Huyền",
    "Quý",
    "Khuya",
    "nghiêng",
    "Phước",
    "Út",
    "Y",
    "Giàng",
    "oằn",
]
NO_SYLLABLES = ["Smith", "Blx", "Faros", "Nguyễễn", "tốc̀", "cap", "hoch", "UBND", "strên", ""]


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", NO_SYLLABLES)
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def names(text: str) -> list[str]:
    seen = view(text)
    known = grammar(load())
    found = find_names(seen.text, Span(0, len(seen.text)), known)
    return [seen.value(name.span) for name in found]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("gặp Nguyễn Văn Tám ở chợ", ["Nguyễn Văn Tám"]),
        ("gặp Tô Bình", ["Tô Bình"]),
        ("huyện Hoàng Su Phì và Huyện ủy Si Ma Cai", []),
        ("Thị ủy La Gi", []),
        ("HĐND tỉnh Lai Châu Khóa XV", []),
        ("gặp bà Kim Sơn", ["Kim Sơn"]),
        ("ÔNG TRẦN THỊ BƯỞI ĐẾN", ["TRẦN THỊ BƯỞI ĐẾN"]),
        ("bà Y Hoa Niê Kđăm và K'Bình", ["Y Hoa Niê Kđăm", "K'Bình"]),
        ("Hầu A Páo, Giàng Seo Vư", ["Hầu A Páo", "Giàng Seo Vư"]),
        # a place before the name, or a place alone
        ("tỉnh Lạng Sơn Hồ Tiến Lợi", ["Hồ Tiến Lợi"]),
        ("TP Hà Nội Trần Văn Lợi", ["Trần Văn Lợi"]),
        ("huyện Mộc Hóa Nguyễn Văn Lợi", ["Nguyễn Văn Lợi"]),
        ("UBND tỉnh Lê Văn Lợi", ["Lê Văn Lợi"]),
        ("Huyện ủy Cao Sơn", []),
        ("tỉnh Hà Giang, thành phố Hồ Chí Minh, xã Trần Phú", []),
        ("Phát triển nông thôn Lê Văn Lợi", ["Lê Văn Lợi"]),
        # other languages: only after a title, an honorific or a country
        ("Tổng thống Nga Ivan Petrov", ["Ivan Petrov"]),
        ("ông John Smith nói", ["John Smith"]),
        ("hãng Golden Hills", []),
        # a family name that no list has needs an honorific
        ("ông Xồ Bá Lợi", ["Xồ Bá Lợi"]),
        ("sân Xồ Mí Lợi", []),
        # cut short, made anonymous, incomplete
        ("Nguyễn Văn ...", []),
        ("bà Lê Thị T. và ông Phạm Xuân Tr", []),
        ("Nguyễn Văn là họ và chữ đệm", []),
        ("Đoàn Thanh niên", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("row", load().family_names, ids=lambda row: row.name)
def test_every_family_name_has_an_example_that_is_a_name(row) -> None:  # type: ignore[no-untyped-def]
    for example in row.examples:
        assert names(f"ông {example} nói") == [example]


def test_names_in_capitals_are_spelled_as_names() -> None:
    assert spelled("PHÙNG THỊ MƠ") == "Phùng Thị Mơ"
    assert spelled("Y Hoa Niê Kđăm") == "Y Hoa Niê Kđăm"


@given(st.text(st.sampled_from("Nguyễn TRẦN hàK'. \n12"), max_size=80))
def test_names_are_disjoint_and_within_a_line(text: str) -> None:
    seen = view(text)
    end = 0
    for name in find_names(seen.text, Span(0, len(seen.text)), grammar(load())):
        assert end <= name.span.start < name.span.end <= len(seen.text)
        assert "\n" not in seen.text[name.span.start : name.span.end]
        end = name.span.end
