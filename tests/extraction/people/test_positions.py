"""Titles of positions: where one begins and ends, and what joins two."""

import pytest
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.people.positions import Chain, heads, read_titles
from opendata.extraction.view import view


def chain_of(text: str, *, stages: bool = False) -> Chain:
    known = heads(load())
    return read_titles(text, 0, len(text), known, known.stages if stages else known.between)


def titles(text: str, *, stages: bool = False) -> list[str]:
    text = view(text).text
    return [text[t.span.start : t.span.end] for t in chain_of(text, stages=stages).titles]


@pytest.mark.parametrize(
    "text, expected",
    [
        # ends before a verb, a stop, a term of office
        ("Bí thư Tỉnh ủy phát biểu", ["Bí thư Tỉnh ủy"]),
        ("Chánh án TAND tỉnh cho biết", ["Chánh án TAND tỉnh"]),
        ("Chủ tịch HĐND huyện - cùng đoàn", ["Chủ tịch HĐND huyện"]),
        ("Chủ tịch UBND tỉnh khóa X, nhiệm kỳ 2021", ["Chủ tịch UBND tỉnh"]),
        ("Phó chủ tịch UBND Q.Tân Lập về quê", ["Phó chủ tịch UBND Q.Tân Lập"]),
        ("Trưởng Đoàn công tác khóa V tỉnh Lào Cai đi", ["Trưởng Đoàn công tác khóa V tỉnh Lào Cai"]),
        ("Phó Chủ tịch xã này", ["Phó Chủ tịch xã"]),
        # names of organs with commas, dashes, brackets, "và", "về", "của"
        ("Giám đốc Sở Văn hóa, Thể thao và Du lịch, nói", ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"]),
        ("Bí thư Chi bộ Văn thư - Lưu trữ cho biết", ["Bí thư Chi bộ Văn thư - Lưu trữ"]),
        ("Vụ trưởng Vụ Theo dõi đơn, thư của Ban Dân nguyện", ["Vụ trưởng Vụ Theo dõi đơn, thư của Ban Dân nguyện"]),
        ("Vụ trưởng Vụ Tổng hợp (VKSND tối cao); sau", ["Vụ trưởng Vụ Tổng hợp (VKSND tối cao)"]),
        ("Chánh Văn phòng Ban Chỉ đạo về cải cách, rồi", ["Chánh Văn phòng Ban Chỉ đạo về cải cách"]),
        ("Phó Trưởng ban Chỉ đạo cải cách tư pháp tỉnh chủ trì", ["Phó Trưởng ban Chỉ đạo cải cách tư pháp tỉnh"]),
        ("Viện trưởng VKSND cấp cao tại Đà Nẵng, nói", ["Viện trưởng VKSND cấp cao tại Đà Nẵng"]),
        ("Bộ trưởng Ngoại giao nói", ["Bộ trưởng Ngoại giao"]),
        ("Tư lệnh Quân đoàn 34, cho biết", ["Tư lệnh Quân đoàn 34"]),
        ("Trưởng ban Lễ tang đọc lời", ["Trưởng ban Lễ tang"]),
        ("Chủ tịch HĐND xã hôm 2/5", ["Chủ tịch HĐND xã"]),
        ("Trưởng Ban Chỉ đạo và sự góp sức", ["Trưởng Ban Chỉ đạo"]),
        # words of an organ's field that begin like verbs, or hold commas
        ("Thứ trưởng Bộ Ngoại giao nói", ["Thứ trưởng Bộ Ngoại giao"]),
        ("Giám đốc Sở Tài nguyên và Môi trường nói", ["Giám đốc Sở Tài nguyên và Môi trường"]),
        ("Trưởng Phòng Cảnh sát giao thông được", ["Trưởng Phòng Cảnh sát giao thông"]),
        ("Vụ trưởng Vụ Thị trường trong nước nói", ["Vụ trưởng Vụ Thị trường trong nước"]),
        ("Trưởng ban Chỉ đạo về phòng, chống tham nhũng, tiêu cực, nói", ["Trưởng ban Chỉ đạo về phòng, chống tham nhũng, tiêu cực"]),
        ("Giám đốc điều hành Công ty Lúa Vàng nói", ["Giám đốc điều hành Công ty Lúa Vàng"]),
        ("bí thư Thành ủy TP.HCM - chủ trì", ["bí thư Thành ủy TP.HCM"]),
        # several
        ("Tỉnh ủy viên, Bí thư Huyện ủy; ông", ["Tỉnh ủy viên", "Bí thư Huyện ủy"]),
        ("Giám đốc Sở Y tế kiêm Bí thư Đảng ủy", ["Giám đốc Sở Y tế", "Bí thư Đảng ủy"]),
        ("Bí thư Tỉnh ủy và Chủ tịch HĐND tỉnh", ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"]),
        ("Đại tá, Phó Giám đốc Công an tỉnh", ["Đại tá", "Phó Giám đốc Công an tỉnh"]),
        ("Tỉnh ủy viên khóa XII, nguyên Bí thư Huyện ủy", ["Tỉnh ủy viên", "nguyên Bí thư Huyện ủy"]),
        ("Chủ tịch HĐND xã nhiệm kỳ 2021-2026, Bí thư Đảng ủy", ["Chủ tịch HĐND xã", "Bí thư Đảng ủy"]),
        # an assistant's superior is somebody else
        ("trợ lý Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", ["trợ lý Bí thư Tỉnh ủy"]),
        # one organ for two titles of one kind, not for two of different kinds
        ("Phó Viện trưởng, Kiểm sát viên VKSND tỉnh", ["Phó Viện trưởng, Kiểm sát viên VKSND tỉnh"]),
        ("Phó Bí thư, Chủ tịch UBND xã", ["Phó Bí thư", "Chủ tịch UBND xã"]),
        ("Chánh Văn phòng kiêm người phát ngôn của Tỉnh ủy", ["Chánh Văn phòng kiêm người phát ngôn của Tỉnh ủy"]),
        ("Phó Thủ tướng kiêm Bộ trưởng Bộ Y tế", ["Phó Thủ tướng", "Bộ trưởng Bộ Y tế"]),
        ("Cục trưởng Cục Thanh tra, giám sát ngân hàng, nói", ["Cục trưởng Cục Thanh tra, giám sát ngân hàng"]),
        ("Giám đốc Chi nhánh Văn phòng đăng ký đất đai, nói", ["Giám đốc Chi nhánh Văn phòng đăng ký đất đai"]),
        ("Tổng Giám đốc Đài tiếng nói Việt Nam nói", ["Tổng Giám đốc Đài tiếng nói Việt Nam"]),
        ("Bí thư Đảng ủy dự", ["Bí thư Đảng ủy"]),
        ("Giám đốc Ban Quản lý dự án huyện nói", ["Giám đốc Ban Quản lý dự án huyện"]),
        # kept and dropped words before a title
        ("nguyên Giám đốc Sở Y tế", ["nguyên Giám đốc Sở Y tế"]),
        ("tân Giám đốc Sở Y tế", ["Giám đốc Sở Y tế"]),
        ("quyền Chủ tịch UBND tỉnh", ["quyền Chủ tịch UBND tỉnh"]),
        # no title
        ("Chủ tịch Hồ Chí Minh", []),
        ("Phó Giám đốc Sở Xây ...", []),
        ("người đi chợ", []),
    ],
)  # fmt: skip
def test_titles(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


def test_the_stages_of_a_career_are_parted_by_semicolons() -> None:
    text = "Trưởng phòng Tổng hợp; Phó Giám đốc Sở Y tế; sau đó là Giám đốc Sở Y tế."
    assert titles(text, stages=True) == [
        "Trưởng phòng Tổng hợp",
        "Phó Giám đốc Sở Y tế",
        "Giám đốc Sở Y tế",
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Bí thư Huyện ủy, Chủ tịch HĐND", ["current", "current"]),
        ("nguyên Bí thư Huyện ủy, Chủ tịch HĐND", ["former", "former"]),
        ("Bí thư Huyện ủy, nguyên Chủ tịch HĐND", ["current", "former"]),
        ("nguyên Bí thư Huyện ủy, hiện là Chủ tịch HĐND", ["former", "current"]),
        ("Bí thư Huyện ủy, nguyên: Chủ tịch HĐND, Giám đốc Sở", ["current", "former", "former"]),
        ("tân Bí thư Huyện ủy", ["new"]),
    ],
)
def test_status(text: str, expected: list[str]) -> None:
    assert [title.status for title in chain_of(text).titles] == expected


@pytest.mark.parametrize("row", load().positions, ids=lambda row: row.title)
def test_every_row_is_a_head_in_each_case(row) -> None:  # type: ignore[no-untyped-def]
    small = " ".join(w if w.isupper() else w.lower() for w in row.title.split())
    for word in (row.title, small):
        assert chain_of(word).titles[0].category == row.category


@pytest.mark.parametrize("piece", ["Văn hóa, ", "ABC ", "và Văn ", "Bí thư, ", "- Văn hóa "])
def test_time_is_linear(piece: str) -> None:
    assert_linear(lambda size: "Giám đốc Sở " + piece * size, chain_of, 2_000)
