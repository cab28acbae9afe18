import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.mentions import Block, Header, Organisation, System
from opendata.extraction.page import Page
from opendata.extraction.systems import find_systems
from opendata.extraction.view import Span, view


def systems_of(text: str, *organisations: Organisation) -> tuple[System, ...]:
    seen = view(text)
    blocks = (Block("body", Span(0, len(seen.text))),)
    return find_systems(Page(seen, blocks, Header(), load()), organisations)


@pytest.mark.parametrize(
    "text, names",
    [
        (
            "Dùng hệ thống văn phòng điện tử Eoffice; họp tổ.",
            ["hệ thống văn phòng điện tử Eoffice"],
        ),
        ("Lắp hệ thống giao ban trực tuyến giữa hai cấp.", ["hệ thống giao ban trực tuyến"]),
        (
            "Hệ thống giám sát phiên tòa trực tuyến tại tòa.",
            ["Hệ thống giám sát phiên tòa trực tuyến"],
        ),
        (
            "Cài phần mềm một cửa điện tử liên thông, phần mềm quản lý án để dùng.",
            ["phần mềm một cửa điện tử liên thông", "phần mềm quản lý án"],
        ),
        ("Giữ trang thông tin điện tử, cập nhật tin.", ["trang thông tin điện tử"]),
        ("Nộp qua Cổng Dịch vụ công quốc gia.", ["Cổng Dịch vụ công quốc gia"]),
        ("Tra cơ sở dữ liệu quốc gia về dân cư đã có.", ["cơ sở dữ liệu quốc gia về dân cư"]),
        ("Kích hoạt ứng dụng VNeID và dùng.", ["ứng dụng VNeID"]),
        (
            "Họp qua hệ thống họp trực tuyến. Có hệ thống họp trực tuyến.",
            ["hệ thống họp trực tuyến"],
        ),
        ("Xây dựng hệ thống chính trị vững mạnh.", []),
        ("Sửa hệ thống điện, hệ thống thoát nước.", []),
        ("Hệ thống thông tin liên lạc thông suốt.", []),
        ("Duy trì 3 hệ thống thông tin gồm.", []),
        ("Nâng cấp các trang thông tin điện tử.", []),
        ("Đẩy mạnh ứng dụng công nghệ thông tin.", []),
        ("Ngành công nghiệp phần mềm.", []),
        ("Báo chí và thông tin đại chúng.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [system.name for system in systems_of(text)] == names


def test_the_organisation_right_after_is_the_owner() -> None:
    text = "Đăng trên trang thông tin điện tử của Tòa án tỉnh."
    start = text.index("Tòa")
    court = Organisation("Tòa án tỉnh", Span(start, start + 11))
    assert systems_of(text, court)[0].organisation == "Tòa án tỉnh"
    assert systems_of(text)[0].organisation == ""


@pytest.mark.parametrize(
    "example",
    [example for row in load().systems if row.alone for example in row.examples],
)
def test_examples_of_the_reference_data(example: str) -> None:
    assert len(systems_of(f"Mở {example}.")) == 1


PIECES = "hệ thống|phần mềm|điện tử|trực tuyến|của|,|.|3|và|Cổng dịch vụ công|\n|Eoffice"


@given(st.lists(st.sampled_from(PIECES.split("|"))))
def test_spans_are_inside_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for system in systems_of(text):
        assert end <= system.span.start < system.span.end <= len(text)
        assert text[slice(*system.span)].strip() == text[slice(*system.span)]
        end = system.span.end
