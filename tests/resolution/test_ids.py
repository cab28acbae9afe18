"""Ids are readable ASCII and depend on nothing but what they name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.reading.document import SourceDocument, text_document
from opendata.records.base import ID_PATTERN
from opendata.resolution.ids import article_id, place_slug, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Thường vụ Tỉnh ủy Thái Nguyên", "ban-thuong-vu-tinh-uy-thai-nguyen"),
        ("ĐẶNG Xuân  Phong", "dang-xuan-phong"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Tòa án nhân dân\u00a0tối cao", "toa-an-nhan-dan-toi-cao"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_is_always_an_id(text: str) -> None:
    import re

    assert re.fullmatch(ID_PATTERN, slug(text))
    assert len(slug(text)) <= 72


def test_long_texts_that_differ_at_the_end_have_different_slugs() -> None:
    name = "Ban Chỉ đạo cải cách tư pháp và phòng, chống tham nhũng, tiêu cực của tỉnh "
    assert slug(name + "Lào Cai và vùng lân cận") != slug(name + "Lạng Sơn và vùng lân cận")


def document(name: str, url: str = "", text: str = "x") -> SourceDocument:
    return replace(text_document(text, name), url=url)


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("lao-cai-2023.txt", "", "lao-cai-2023"),
        ("2023/Tòa án.html", "", "2023-toa-an"),
        ("press.jsonl.gz#page-7", "", "press-page-7"),
        ("a.txt", "https://www.baolangson.vn/toa-an/123.html", "baolangson-vn-toa-an-123"),
        ("a.txt", "https://a.vn/tin?id=5", "a-vn-tin-id-5"),
    ],
)
def test_article_id(name: str, url: str, expected: str) -> None:
    assert article_id(document(name, url)) == expected


def test_an_article_id_does_not_depend_on_the_text() -> None:
    assert article_id(document("a.txt", text="một")) == article_id(document("a.txt", text="hai"))


def test_place_slug_leaves_the_division_out() -> None:
    assert place_slug("lao-cai-63") == place_slug("lao-cai-34") == "lao-cai"
