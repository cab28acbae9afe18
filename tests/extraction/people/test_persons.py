"""Persons and positions: by honorific, by title, in lists, by verbs; and who is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.pages import page_of
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.mentions import Block, Header
from opendata.extraction.page import Page
from opendata.extraction.people.organisations import find_organisations
from opendata.extraction.people.persons import find_persons
from opendata.extraction.view import Span, view

Found = dict[str, list[str]]


def found(text: str, published: str = "2024-05-06") -> Found:
    """Name to titles."""
    page = page_of(text, published, "lao-cai-63")
    persons, positions = find_persons(page, find_organisations(page))
    return {
        person.name: [p.title for p in positions if p.person == place]
        for place, person in enumerate(persons)
    }


AN, BINH, CHI = "Nguyễn Văn An", "Trần Thị Bình", "Lường Đức Chi"

CASES: list[tuple[str, Found]] = [
    # honorific, name, titles
    (
        f"Đồng chí {AN}, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch HĐND tỉnh chủ trì.",
        {AN: ["Ủy viên Ban Thường vụ Tỉnh ủy", "Chủ tịch HĐND tỉnh"]},
    ),
    (f"ông {AN} - Giám đốc Sở Y tế - cho biết", {AN: ["Giám đốc Sở Y tế"]}),
    (f"bà {BINH} (45 tuổi), Trưởng phòng Tư pháp huyện, nói", {BINH: ["Trưởng phòng Tư pháp huyện"]}),
    (f"ông {AN} (nguyên giám đốc Công ty ABC) khai", {AN: ["nguyên giám đốc Công ty ABC"]}),
    (f"Vụ bắt {AN}, 58 tuổi, cựu giám đốc Sở Y tế, và {BINH}, 30 tuổi.", {AN: ["cựu giám đốc Sở Y tế"], BINH: []}),
    (f"bà {BINH} là Phó viện trưởng.", {BINH: ["Phó viện trưởng"]}),
    (f"ông {AN}: Giám đốc Sở Y tế", {AN: ["Giám đốc Sở Y tế"]}),
    (f"bà {BINH} - Phi Chủ tịch Hội Nông dân huyện - đọc", {BINH: ["Chủ tịch Hội Nông dân huyện"]}),
    # titles before the name
    (f"Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai {AN} đến", {AN: ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh Lào Cai"]}),
    (f"Phó Chủ tịch HĐND tỉnh - {AN} và Chánh án TAND tỉnh - {BINH} họp", {AN: ["Phó Chủ tịch HĐND tỉnh"], BINH: ["Chánh án TAND tỉnh"]}),
    (f"đồng chí Bí thư Tỉnh ủy {AN} nói", {AN: ["Bí thư Tỉnh ủy"]}),
    (f"Giám đốc Sở Y tế ông {AN} nói", {AN: ["Giám đốc Sở Y tế"]}),
    (f"Trung tướng {AN}, Phó Tư lệnh Quân khu 2", {AN: ["Trung tướng", "Phó Tư lệnh Quân khu 2"]}),
    (f"Thủ tướng {AN}, Chủ tịch Quốc hội {BINH} và Chủ tịch nước {CHI} dự", {AN: ["Thủ tướng"], BINH: ["Chủ tịch Quốc hội"], CHI: ["Chủ tịch nước"]}),
    (f"Phó Giám đốc Sở {AN}, trợ lý của Bí thư Tỉnh ủy {BINH}, đến", {AN: ["Phó Giám đốc Sở"], BINH: ["Bí thư Tỉnh ủy"]}),
    (f"Bộ trưởng Bộ Nông nghiệp và Môi trường {AN} nói", {AN: ["Bộ trưởng Bộ Nông nghiệp và Môi trường"]}),
    (f"Cục trưởng Cục Quản lý thị trường {AN} nói", {AN: ["Cục trưởng Cục Quản lý thị trường"]}),
    (f"ông {AN}, Giám đốc Sở Y tế, nghe. Cảm ơn ông {AN}, Tỉnh ủy viên, Bí thư Huyện ủy {BINH} nói.", {AN: ["Giám đốc Sở Y tế"], BINH: ["Tỉnh ủy viên", "Bí thư Huyện ủy"]}),
    (f"bác sỹ {BINH} nói", {BINH: ["bác sỹ"]}),
    ("Tổng thống Nga Ivan Petrov sang thăm", {"Ivan Petrov": ["Tổng thống Nga"]}),
    # lists
    (
        f"Các đồng chí: {AN}, Bí thư Huyện ủy, Chủ tịch HĐND huyện; {BINH}, Trưởng Ban Dân vận Huyện ủy chủ trì.",
        {AN: ["Bí thư Huyện ủy", "Chủ tịch HĐND huyện"], BINH: ["Trưởng Ban Dân vận Huyện ủy"]},
    ),
    (f"Viện có 3 Phó viện trưởng là bà {BINH}, ông {AN} và ông {CHI}.", {BINH: ["Phó viện trưởng"], AN: ["Phó viện trưởng"], CHI: ["Phó viện trưởng"]}),
    (f"các Phó Chủ tịch HĐND tỉnh: {AN}, {BINH} dự", {AN: ["Phó Chủ tịch HĐND tỉnh"], BINH: ["Phó Chủ tịch HĐND tỉnh"]}),
    (f"Bộ có 2 Thứ trưởng: Thượng tướng {AN}, Trung tướng {CHI}.", {AN: ["Thứ trưởng", "Thượng tướng"], CHI: ["Thứ trưởng", "Trung tướng"]}),
    (f"Dự lễ có Giám đốc Sở Y tế {AN}...", {AN: ["Giám đốc Sở Y tế"]}),
    # the accused, and who was in office
    (f"02 bị cáo {AN} (An \"lùn\") và {CHI} lãnh án", {AN: ["bị cáo"], CHI: ["bị cáo"]}),
    (f"bị cáo {AN} - cựu Giám đốc Sở Y tế, cựu Tỉnh ủy viên; {BINH} - cựu chuyên viên", {AN: ["cựu Giám đốc Sở Y tế", "cựu Tỉnh ủy viên"], BINH: ["cựu chuyên viên"]}),
    (f"ông {AN} (chồng bà {BINH}) khai", {AN: [], BINH: []}),
    (f"bắt giữ {AN} (SN 1990, trú xã Tân Lập)", {AN: []}),
    # the same position again, shorter or longer
    (f"Bí thư Tỉnh ủy {AN} nói. Ông {AN}, Bí thư Tỉnh ủy Lào Cai, hỏi.", {AN: ["Bí thư Tỉnh ủy Lào Cai"]}),
    (f"Viện trưởng VKSND tỉnh {AN} nói. Ông {AN}, Viện trưởng Viện kiểm sát nhân dân tỉnh, hỏi.", {AN: ["Viện trưởng VKSND tỉnh"]}),
    (f"Cựu Giám đốc Công an Lào Cai {AN} khai. Cựu Giám đốc Công an tỉnh Lào Cai {AN} im.", {AN: ["Cựu Giám đốc Công an tỉnh Lào Cai"]}),
    (f"Chủ tịch UBND tỉnh {AN} nói. Ông {AN}, Chủ tịch UBND tỉnh Lào Cai, hỏi.", {AN: ["Chủ tịch UBND tỉnh Lào Cai"]}),
    # a name in capitals, and an odd word after a name
    (f"ÔNG {AN.upper()}\nÔng {AN}, Giám đốc Sở Y tế", {AN: ["Giám đốc Sở Y tế"]}),
    (f"Ông {AN} Trưởng ban Tổ chức Huyện ủy nói", {AN: ["Trưởng ban Tổ chức Huyện ủy"]}),
    # after a colon, a stop, the day of birth, a term of office
    (f"kỷ luật các ông: {AN}, nguyên: Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; {CHI}, nguyên: Giám đốc Sở Y tế; {BINH} về hưu", {AN: ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"], CHI: ["Giám đốc Sở Y tế"], BINH: []}),
    (f"gồm các ông, bà: {AN}; {BINH}; {CHI}.", {AN: [], BINH: [], CHI: []}),
    (f"đồng chí: {AN} - Bí thư Tỉnh ủy", {AN: ["Bí thư Tỉnh ủy"]}),
    (f"PGS.TS. {AN} và Ths. {BINH} nói", {AN: ["PGS.TS"], BINH: ["Ths"]}),
    (f"{AN} (sinh năm 1975, Giám đốc Sở Y tế); {BINH}, sinh ngày 17/10/1970, Phó Giám đốc Sở Y tế", {AN: ["Giám đốc Sở Y tế"], BINH: ["Phó Giám đốc Sở Y tế"]}),
    (f"bầu bổ sung hai Phó Chủ tịch UBND tỉnh Lào Cai, nhiệm kỳ 2004-2011, gồm các ông: {AN}, Ủy viên Ban Thường vụ Tỉnh ủy và {CHI}.", {AN: ["Phó Chủ tịch UBND tỉnh Lào Cai", "Ủy viên Ban Thường vụ Tỉnh ủy"], CHI: ["Phó Chủ tịch UBND tỉnh Lào Cai"]}),
    # whose titles stand between two names
    (f"Trung tướng {AN}, Cục trưởng Cục An ninh và Thiếu tướng {CHI}, Tư lệnh Quân khu 2", {AN: ["Trung tướng", "Cục trưởng Cục An ninh"], CHI: ["Thiếu tướng", "Tư lệnh Quân khu 2"]}),
    # titles of somebody named before, after honorific and given name
    (f"Ông {AN} quê Lào Cai. Ông An (50 tuổi, nguyên Giám đốc Sở Y tế) khai.", {AN: ["nguyên Giám đốc Sở Y tế"]}),
    (f"bị can {AN} khai. Bị can An là trưởng thôn Hợp Lập.", {AN: ["trưởng thôn Hợp Lập"]}),
    # one position in two spellings
    (f"Ông {AN}, PCT UBND tỉnh Lào Cai. Bầu Phó Chủ tịch UBND tỉnh Lào Cai đối với ông {AN}.", {AN: ["Phó Chủ tịch UBND tỉnh Lào Cai"]}),
    (f"Bầu Phó Chủ tịch UBND tỉnh Lào Cai đối với ông {AN}. Tân Phó Chủ tịch tỉnh Lào Cai {AN} nói.", {AN: ["Phó Chủ tịch UBND tỉnh Lào Cai"]}),
    # faiths, artists, other languages
    ("Thượng tọa Thích Đạo Như, Trưởng ban Hoằng pháp tỉnh nói", {"Thích Đạo Như": ["Thượng tọa", "Trưởng ban Hoằng pháp tỉnh"]}),
    ("Trụ trì chùa Ba Vàng Thích Minh Hòa nói", {"Thích Minh Hòa": ["Trụ trì chùa Ba Vàng"]}),
    (f"NSƯT {AN} hát", {AN: ["NSƯT"]}),
    ("Đ/c Y Thanh Hà Niê Kđăm, Bí thư Đảng ủy; ông Ksor H'Bơ Khăp, Phó Giám đốc Sở Y tế", {"Y Thanh Hà Niê Kđăm": ["Bí thư Đảng ủy"], "Ksor H'Bơ Khăp": ["Phó Giám đốc Sở Y tế"]}),
    ("Ông Vladimir Petrov sẽ đến. Bà Anna Smith, Bộ trưởng Ngoại giao, là khách.", {"Vladimir Petrov": [], "Anna Smith": ["Bộ trưởng Ngoại giao"]}),
    ("Giáo sư Ivan Petrov nói", {"Ivan Petrov": ["Giáo sư"]}),
    # a résumé
    (f"Họ và tên: {AN}\nQuê quán: Lào Cai\n2010 - 2015: Phó Chủ tịch UBND huyện Tân Lập\nTừ 5/2015 đến nay: Bí thư Huyện ủy Tân Lập", {AN: ["Phó Chủ tịch UBND huyện Tân Lập", "Bí thư Huyện ủy Tân Lập"]}),
    (f"Họ tên: {AN}\nChức vụ: Chủ tịch UBND tỉnh", {AN: ["Chủ tịch UBND tỉnh"]}),
    # no holder, no name, no title
    (f"Hội nghị về công tác cán bộ, Trưởng ban {AN} nói", {AN: ["Trưởng ban"]}),
    ("chủ tịch Công ty Giáo dục Văn Lang nói", {}),
    (f"Quyết định số 96/QĐ-TTg, ông {AN} nói. TTg, ông", {AN: []}),
    # nobody
    ("đường Nguyễn Văn Cừ, Trường THPT Trần Phú, xã Lê Lợi", {}),
    ("học tập đạo đức, phong cách Hồ Chí Minh; Chủ tịch Hồ Chí Minh", {}),
    ("Phòng khám chuyên khoa Bác sĩ Lê Hữu Lợi", {}),
    ("Thủ tướng Thái Lan sang thăm", {}),
    ("Giám đốc Công ty Trần Gia nói", {}),
    ("Ảnh: Lê Lợi", {}),
    ("cán bộ Văn Phòng Trung ương", {}),
    ("Giám đốc Sở Y tế Nguyễn Văn ...", {}),
    ("đồng chí Bí thư Tỉnh ủy nhấn mạnh", {}),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_persons(text: str, expected: Found) -> None:
    assert found(text) == expected


VERBS: list[tuple[str, list[tuple[str, str]]]] = [
    (f"Bầu bà {AN} làm Chủ tịch HĐND tỉnh.", [("Chủ tịch HĐND tỉnh", "new")]),
    (
        f"Phê chuẩn kết quả bầu: Chủ tịch HĐND tỉnh Cao Bằng Khóa XV đối với ông {AN} kể từ ngày "
        f"15/6/2024; Phó Chủ tịch HĐND tỉnh Hà Nam đối với bà {BINH} và họp tiếp.",
        [("Chủ tịch HĐND tỉnh Cao Bằng", "new"), ("Phó Chủ tịch HĐND tỉnh Hà Nam", "new")],
    ),
    (f"Phó trưởng ban tuyên giáo huyện ủy {AN} nói.", [("Phó trưởng ban tuyên giáo huyện ủy", "current")]),
    (f"Hai đối tượng là {AN} và {BINH} bị bắt.", []),
    (f"Ông {AN} được bổ nhiệm giữ chức vụ Phó giám đốc Sở Y tế.", [("Phó giám đốc Sở Y tế", "new")]),
    (f"Ông {AN} trúng cử chức vụ Chủ tịch UBND tỉnh.", [("Chủ tịch UBND tỉnh", "new")]),
    (f"Ông {AN} được giới thiệu làm Bí thư Tỉnh ủy.", [("Bí thư Tỉnh ủy", "new")]),
    (f"Bổ nhiệm Phó Giám đốc Sở Y tế đối với ông {AN}.", [("Phó Giám đốc Sở Y tế", "new")]),
    (f"Ông {AN} thôi giữ chức Bí thư Huyện ủy.", [("Bí thư Huyện ủy", "former")]),
    (f"Ông {AN} từng là Chánh Văn phòng Tỉnh ủy.", [("Chánh Văn phòng Tỉnh ủy", "former")]),
    (f"Ông {AN} sinh năm 1970. Năm 2010, ông giữ chức Trưởng phòng Tư pháp.", [("Trưởng phòng Tư pháp", "former")]),
    (f"Ông {AN} quê Lào Cai. Ông An hiện là Giám đốc Sở Y tế.", [("Giám đốc Sở Y tế", "current")]),
    (f"Ông {AN} từng kinh qua các chức vụ như Trưởng phòng Tư pháp; Phó Chánh án TAND huyện.", [("Trưởng phòng Tư pháp", "former"), ("Phó Chánh án TAND huyện", "former")]),
    (f"Ông {AN}, 50 tuổi, hiện là phó bí thư Tỉnh ủy Lào Cai.", [("phó bí thư Tỉnh ủy Lào Cai", "current")]),
    (f"Ông {AN} đã trải qua nhiều chức vụ như Trưởng phòng Tư pháp, Sở Tư pháp; Phó Chánh án TAND huyện.", [("Trưởng phòng Tư pháp", "former"), ("Phó Chánh án TAND huyện", "former")]),
    (f"Ông {AN} quê Lào Cai. Tháng 2/2010, ông giữ chức Trưởng phòng Tư pháp.", [("Trưởng phòng Tư pháp", "former")]),
    (f"Ông {AN}, trong thời gian giữ cương vị Bí thư Huyện ủy, đã sai phạm.", [("Bí thư Huyện ủy", "former")]),
    (f"Chuẩn y chức vụ Bí thư Huyện ủy đối với ông {AN}.", [("Bí thư Huyện ủy", "new")]),
    (f"Phê chuẩn kết quả bầu bổ sung chức vụ Phó Chủ tịch UBND tỉnh, nhiệm kỳ 2016 - 2021 đối với ông {AN}.", [("Phó Chủ tịch UBND tỉnh", "new")]),
    (f"Phê chuẩn kết quả bầu các Phó Chủ tịch UBND tỉnh đối với ông {AN}.", [("Phó Chủ tịch UBND tỉnh", "new")]),
    (f"Miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với: Ông {AN}, để nghỉ hưu theo chế độ; ông {CHI} để nhận nhiệm vụ mới.", [("Phó Chủ tịch UBND tỉnh", "former")] * 2),
    (f"Cho thôi làm nhiệm vụ đại biểu HĐND tỉnh khóa XII, nhiệm kỳ 2021 - 2026 đối với ông {AN}.", [("đại biểu HĐND tỉnh", "former")]),
    (f"Quyết định: đồng chí {AN} thôi giữ chức Bí thư Huyện ủy; điều động, bổ nhiệm giữ chức Giám đốc Sở Y tế.", [("Bí thư Huyện ủy", "former"), ("Giám đốc Sở Y tế", "new")]),
    (f"Ông {AN} nhận quyết định bổ nhiệm giữ chức Giám đốc Sở Y tế.", [("Giám đốc Sở Y tế", "new")]),
    (f"Ông {AN} đã trải qua nhiều chức vụ công tác tại địa phương như: Trưởng phòng Tư pháp; Phó Chánh án TAND huyện.", [("Trưởng phòng Tư pháp", "former"), ("Phó Chánh án TAND huyện", "former")]),
    (f"Ông {AN}, Phó Bí thư Tỉnh ủy Cà Mau, giữ chức Chủ tịch UBND tỉnh Cà Mau.", [("Phó Bí thư Tỉnh ủy Cà Mau", "current"), ("Chủ tịch UBND tỉnh Cà Mau", "current")]),
    (f"Ông {AN} là nguyên là trưởng thôn Hợp Lập.", [("trưởng thôn Hợp Lập", "former")]),
    (f"Đoàn do ông {AN} làm Trưởng đoàn.", [("Trưởng đoàn", "current")]),
    # no position of the person who is named
    (f"Ông {AN} ký quyết định về việc chỉ định nhân sự giữ chức Bí thư Huyện ủy.", []),
    (f"Ông {AN} vừa phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh.", []),
    (f"Theo đề nghị của ông {AN}, đại biểu bầu bổ sung Ủy viên UBND tỉnh.", []),
    (f"Ông {AN} chưa giữ chức Bí thư Huyện ủy.", []),
    (f"Ông {AN} trình dự thảo bầu Chủ tịch HĐND tỉnh.", []),
    (f"Ông {AN} làm trưởng đoàn.", []),
    (f"Ông {AN} là cán bộ được rèn luyện.", []),
    (f"Ông {AN} cho biết người kia là Giám đốc Sở Y tế.", []),
    (f"Ông {AN} nghỉ. Hội nghị bầu chức vụ Chủ tịch HĐND tỉnh.", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", VERBS)
def test_positions_by_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    page = page_of(text, "2024-05-06")
    _, positions = find_persons(page, find_organisations(page))
    assert [(position.title, position.status) for position in positions] == expected


def test_who_takes_over_from_whom() -> None:
    text = f"Ông {AN} được bầu giữ chức Chánh án TAND tỉnh thay ông {CHI}."
    assert found(text) == {AN: ["Chánh án TAND tỉnh"], CHI: []}
    text = f"Ông {AN} thay ông {CHI} làm Chánh án TAND tỉnh."
    assert found(text) == {AN: ["Chánh án TAND tỉnh"], CHI: []}


def test_a_decision_may_name_several() -> None:
    text = f"Bổ nhiệm chức vụ Thứ trưởng Bộ Y tế đối với bà {BINH} và đồng chí Đại tá {AN}."
    assert found(text) == {BINH: ["Thứ trưởng Bộ Y tế"], AN: ["Thứ trưởng Bộ Y tế", "Đại tá"]}


@pytest.mark.parametrize(
    "text, private",
    [
        (f"bị cáo {AN} khai", True),
        (f"chị {BINH} bán hàng", True),
        (f"bị cáo {AN}, cựu Giám đốc Sở Y tế", False),
        (f"bị cáo {AN}, bác sĩ Khoa Nội, khai", True),
        (f"nạn nhân là giáo viên {AN}", True),
        (f"{AN} (trợ lý của bà Bình) khai", True),
        (f"luật sư {AN} bào chữa", False),
        (f"Bí thư Tỉnh ủy {AN}", False),
        # an office of a company is no public one; of the Party in a company it is
        (f"bị cáo {AN}, Chủ tịch HĐQT Tập đoàn Lúa Vàng", True),
        (f"ông {AN}, Giám đốc Công ty TNHH Lúa Vàng", True),
        (f"ông {AN}, cán bộ Công ty TNHH Lúa Vàng", True),
        (f"ông {AN}, Bí thư Đảng ủy Tập đoàn Điện lực", False),
        (f"ông {AN}, Giám đốc Công ty Lúa Vàng, đại biểu HĐND tỉnh", False),
        (f"cháu {AN} (8 tuổi)", True),
        (f"anh {AN} (trú xã Tân Lập)", True),
    ],
)
def test_private(text: str, private: bool) -> None:
    page = page_of(text)
    persons, _ = find_persons(page, find_organisations(page))
    assert [person.private for person in persons] == [private]


def test_spans_are_all_mentions() -> None:
    page = page_of(f"Ông {AN}, Giám đốc Sở Y tế, đến.\n{AN} hỏi. Ông An về. Anh Tư ở lại.")
    (person,), _ = find_persons(page, find_organisations(page))
    assert [page.view.quote(span) for span in person.spans] == [AN, AN, "An"]


def test_middle_and_given_name_after_an_honorific_are_the_same_person() -> None:
    page = page_of("Bí thư Tỉnh ủy Trần Tuấn Anh nói. Theo ông Tuấn Anh, việc đã xong.")
    persons, _ = find_persons(page, find_organisations(page))
    assert [(one.name, len(one.spans), one.private) for one in persons] == [
        ("Trần Tuấn Anh", 2, False)
    ]


def test_a_position_knows_its_words_and_its_organisation() -> None:
    page = page_of(f"Ông {AN}, Chủ tịch UBND tỉnh, nói", "2024-05-06", "lao-cai-63")
    _, (position,) = find_persons(page, find_organisations(page))
    assert page.view.quote(position.span) == "Chủ tịch UBND tỉnh"
    assert position.organisation == "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize("kind", ["byline", "boilerplate", "related", "teaser"])
def test_only_the_article_is_read(kind: str) -> None:
    seen = view(f"Ông {AN}, Giám đốc Sở Y tế")
    page = Page(seen, (Block(kind, Span(0, len(seen.text))),), Header(), load())
    assert find_persons(page, ()) == ((), ())


WORDS = f"{AN}|{BINH}|ông|bà|Bí thư Tỉnh ủy|Giám đốc|, |; | - |(|)|là|làm|bổ nhiệm|các|và|.|\n|Sở Y tế|..."


@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=30))
def test_any_order_of_words(words: list[str]) -> None:
    page = page_of(" ".join(words))
    persons, positions = find_persons(page, find_organisations(page))
    size = len(page.view.text)
    assert len({person.name for person in persons}) == len(persons)
    for person in persons:
        assert list(person.spans) == sorted(set(person.spans))
        assert all(0 <= span.start < span.end <= size for span in person.spans)
    for position in positions:
        assert position.title
        assert position.person < len(persons)
        assert 0 <= position.span.start < position.span.end <= size
    assert list(positions) == sorted(positions, key=lambda position: position.span)


@pytest.mark.parametrize(
    "piece", [f"ông {AN}, ", f"{AN} (", "Bí thư Tỉnh ủy, ", "ông ", "bổ nhiệm Giám đốc ", "Nguyễn "]
)
def test_time_stays_low_on_long_pages(piece: str) -> None:
    def find(page: Page) -> object:
        return find_persons(page, find_organisations(page))

    assert_linear(lambda size: page_of(f"ông {AN} " + piece * size), find, 250)
