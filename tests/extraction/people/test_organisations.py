"""Organisations: names of the reference data, names built like them, their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.pages import page_of
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.mentions import Block, Header, Value
from opendata.extraction.page import Page
from opendata.extraction.people.organisations import complete, find_organisations
from opendata.extraction.view import Span, view

LAO_CAI = "lao-cai-63"


def found(text: str, province: str = LAO_CAI) -> list[tuple[str, str]]:
    page = page_of(text, "2023-11-14", province)
    return [(page.view.quote(o.span), o.name) for o in find_organisations(page)]


@pytest.mark.parametrize(
    "written, name",
    [
        # as the reference data has it, completed by the page's province
        ("Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy Lào Cai"),
        ("Tỉnh uỷ", "Tỉnh ủy Lào Cai"),
        ("Ban Cán sự Đảng Tòa án nhân dân tỉnh", "Ban cán sự đảng Tòa án nhân dân tỉnh Lào Cai"),
        ("Ban cán sự đảng TAND tỉnh", "Ban cán sự đảng Tòa án nhân dân tỉnh Lào Cai"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo tỉnh Lào Cai"),
        ("Bộ Chính trị", "Bộ Chính trị"),
        # the place that the page says
        ("Đảng đoàn HĐND tỉnh Long An", "Đảng đoàn Hội đồng nhân dân tỉnh Long An"),
        ("Sở Xây dựng Long An", "Sở Xây dựng tỉnh Long An"),
        ("Ban Thường vụ Tỉnh ủy Thái Nguyên", "Ban Thường vụ Tỉnh ủy Thái Nguyên"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("UBND Q.Tân Lập", "Ủy ban nhân dân quận Tân Lập"),
        ("UBND xã Hòa Lập", "Ủy ban nhân dân xã Hòa Lập"),
        ("Huyện ủy Mộc Hóa", "Huyện ủy Mộc Hóa"),
        # built like the names of organs
        ("Trường Chính trị tỉnh", "Trường Chính trị tỉnh Lào Cai"),
        ("Hội đồng thẩm định giá đất tỉnh", "Hội đồng thẩm định giá đất tỉnh Lào Cai"),
        ("Ban Quản lý rừng phòng hộ huyện Tân Lập", "Ban Quản lý rừng phòng hộ huyện Tân Lập"),
        ("Đảng đoàn Hội Nông dân tỉnh", "Đảng đoàn Hội Nông dân tỉnh Lào Cai"),
        ("Ban Chấp hành Trung ương Hội Nông dân Việt Nam", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
        ("Công ty cổ phần đầu tư ABC", "Công ty cổ phần đầu tư ABC"),
        ("Ngân hàng Công nghiệp và Nông thôn Việt Nam", "Ngân hàng Công nghiệp và Nông thôn Việt Nam"),
        ("Báo Người Làm Vườn", "Báo Người Làm Vườn"),
        ("Công đoàn Trường THCS Tân Lập", "Công đoàn Trường THCS Tân Lập"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sentence", ["{}.", "Hôm qua {} đã họp.", "{}, nơi tiếp dân"])
def test_name(written: str, name: str, sentence: str) -> None:
    assert found(sentence.format(written)) == [(written, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bàn về Bộ luật",
        "đi Hội An, Trường Sa và Đài Loan",
        "Đoàn Văn Hậu ghi bàn",
        "các Tỉnh ủy viên",
        "Ban Quản lý rất đông",
        "Chi bộ luôn họp đúng ngày",
        "Phòng Cảnh sát",
        "tỉnh ủy, sở, ban, ngành",
    ],
)
def test_no_organisation(text: str) -> None:
    assert found(text) == []


def test_an_official_after_a_place_is_no_part_of_the_name() -> None:
    text = "Chủ tịch UBND huyện Cao Sơn Nguyễn Văn Lợi và Giám đốc Công an Hải Phòng Đỗ Văn Lợi"
    assert [written for written, _ in found(text)] == ["UBND huyện Cao Sơn", "Công an Hải Phòng"]


def test_what_a_mention_knows() -> None:
    page = page_of("TAND tỉnh và UBND huyện Tân Lập họp với Công ty ABC", "2023-11-14", LAO_CAI)
    court, district, company = find_organisations(page)
    assert (court.kind, court.organ, court.province_id) == (
        "court",
        "toa-an-nhan-dan-tinh",
        LAO_CAI,
    )
    assert (district.kind, district.province_id) == ("government", LAO_CAI)
    assert (company.kind, company.organ, company.province_id) == ("other", "", "")


def test_a_page_without_a_province_leaves_a_name_as_it_is() -> None:
    assert found("Thường trực Tỉnh ủy họp", "") == [("Thường trực Tỉnh ủy", "Thường trực Tỉnh ủy")]


@pytest.mark.parametrize(
    "name, province, expected",
    [
        ("Tỉnh ủy", "lao-cai-63", "Tỉnh ủy Lào Cai"),
        ("Thành ủy", "ha-noi-63", "Thành ủy Hà Nội"),
        ("Thành ủy", "lao-cai-63", "Thành ủy"),  # of a town in the province
        ("Tòa án nhân dân hai cấp", "lao-cai-63", "Tòa án nhân dân hai cấp tỉnh Lào Cai"),
        ("Sở Y tế", "ha-noi-63", "Sở Y tế thành phố Hà Nội"),
        ("Bộ Y tế", "lao-cai-63", "Bộ Y tế"),
    ],
)
def test_complete(name: str, province: str, expected: str) -> None:
    assert complete(name, load().province_by_id[province]) == expected
    assert complete(name, None) == name


@pytest.mark.parametrize("kind", ["byline", "boilerplate", "related", "teaser"])
def test_only_the_article_is_read(kind: str) -> None:
    seen = view("Sở Y tế họp")
    page = Page(seen, (Block(kind, Span(0, len(seen.text))),), Header(), load())
    assert find_organisations(page) == ()


def test_a_page_of_another_language_is_not_read() -> None:
    seen = view("ASEAN meets")
    header = Header(language=Value("en", "text", "test"))
    page = Page(seen, (Block("body", Span(0, len(seen.text))),), header, load())
    assert find_organisations(page) == ()


@pytest.mark.parametrize("row", load().cues, ids=lambda row: f"{row.category}: {row.cue}")
def test_the_examples_of_a_cue_hold_it(row) -> None:  # type: ignore[no-untyped-def]
    assert row.examples
    for example in row.examples:
        assert row.cue in example


@given(
    st.lists(
        st.sampled_from(
            [
                "Sở",
                "Ban",
                "UBND",
                "tỉnh",
                "TP.",
                "Lào Cai",
                "Văn hóa",
                "và",
                ", ",
                "- ",
                "A",
                "B1",
                "ủy",
            ]
        )
    )
)
def test_mentions_are_in_order_and_disjoint(words: list[str]) -> None:
    page = page_of(" ".join(words))
    end = 0
    for organisation in find_organisations(page):
        assert organisation.name
        assert end <= organisation.span.start < organisation.span.end <= len(page.view.text)
        end = organisation.span.end


@pytest.mark.parametrize("piece", ["A", "A ", "Văn hóa, ", "ABC.", "TP ", "và Văn hóa "])
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: page_of("Sở " + piece * size + "1x"), find_organisations, 1_000)
