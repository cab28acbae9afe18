"""Documents known by name: where a name ends, laws in every form, treaties, who appoints whom."""

from __future__ import annotations

import pytest
from tests.extraction.pages import page_of, quotes
from tests.linear import assert_linear

from opendata.extraction.documents.citations import find_citations
from opendata.extraction.mentions import Citation


def found(text: str) -> tuple[Citation, ...]:
    return find_citations(page_of(text, "2025-05-01"))


def words(text: str) -> list[str]:
    page = page_of(text, "2025-05-01")
    return quotes(page, find_citations(page), "named", "numbered")


# (sentence around it, as written)
ENDS = [
    ("Xã làm theo {}, rồi báo cáo.", "Chiến lược phát triển thể dục, thể thao đến năm 2030"),
    ("Xã làm theo {} từ đầu năm.", "Chiến lược cấp nước xã Tân Lập đến năm 2030, tầm nhìn đến năm 2045"),
    ("Xã làm theo {} từ đầu năm.", "Quy hoạch cấp nước xã Tân Lập đến năm 2030 và tầm nhìn đến năm 2045"),
    ("Xã làm theo {}.", "Kết luận tại phiên họp thứ 12 của Ban Chỉ đạo tỉnh về trồng rừng"),
    ("Xã làm theo {} nhằm giữ rừng.", "Chiến lược quốc gia về trồng rừng giai đoạn 2026 - 2030"),
    ("Xã làm theo {}; rồi nghỉ.", "Quy định về trách nhiệm nêu gương của cán bộ, đảng viên"),
    ("Xã làm theo {}, rồi nghỉ.", "Chiến lược bảo vệ Tổ quốc trong tình hình mới"),
    ("Xã làm theo {}, gửi học sinh.", "Quy chế tuyển sinh của Bộ Giáo dục và Đào tạo"),
    ("Xã học {} đề ra.", "Nghị quyết lãnh đạo nhiệm vụ năm 2024 của Quân ủy Trung ương"),
    ("Xã học {} chỉ đạo trồng rừng.", "Kết luận thanh tra năm 2018 của UBND tỉnh Bà Rịa - Vũng Tàu"),
    ("Xã học {} trên đồi.", "Chương trình mục tiêu trồng rừng vùng đồng bào dân tộc thiểu số và miền núi (DTTS&MN) giai đoạn 2021 - 2025"),
    ("Xã ban hành {} trong tháng này.", "Kế hoạch tổ chức hội thi về lĩnh vực trồng rừng năm 2024 - 2025"),
    ("Xã ký {}.", "Quy chế phối hợp trong công tác bảo vệ rừng"),
    ("Nhà trường có {} chạy tốt.", "Quy chế phối hợp giữa Ban Nội chính Tỉnh ủy và Viện kiểm sát nhân dân tỉnh"),
    ("Tòa nhận {} hôm qua.", "Kết luận kiểm sát trực tiếp tại Chi cục Thi hành án dân sự huyện Tân Lập"),
    ("Quốc hội thông qua {} sáng nay.", "Nghị quyết về hoạt động chất vấn"),
    ("Bộ xây dựng {} nhằm răn đe.", "Nghị định quy định xử phạt vi phạm trong lĩnh vực trồng rừng"),
    ("Thủ tướng trình bày {} sáng nay.", "Tờ trình đề nghị Quốc hội phê chuẩn Bộ trưởng Bộ Công an"),
    ("Bộ ban hành {} tại Hà Nội.", "Quy định của Bộ Chính trị"),
    ("Công an trao {} sáng nay.", "quyết định bổ nhiệm Thượng tá Nguyễn Văn Tám"),
    ("Chủ tịch trao {} - Bí thư xã.", "quyết định tặng Huân chương cho ông Nguyễn Văn Tám"),
    ("Xã học {} sáng nay.", "nghị quyết Đại hội Đảng bộ Quân đội lần thứ XI"),
    ("Xã học {} sáng nay.", "Nghị quyết Đại hội Đảng ủy khối các cơ quan lần thứ nhất"),
    ("Xã học {} khóa XXII về trồng rừng.", "Nghị quyết của Ban Chấp hành Đảng bộ huyện"),
    ("Xã học {} về công tác nhân sự.", "Hướng dẫn của Ban Tổ chức Trung ương"),
    ("Xã học {} sáng nay.", "nghị quyết hội nghị lần thứ X – BCH trung ương đảng khóa XI"),
    ("Họ học {} sáng nay.", "Quy chế Rome"),
    ("Đảng ra {} ấy.", "Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội"),
    ("Họ thề với {}.", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("Ủy ban công bố {} về ông Tám.", "Quyết định 31/7/2024"),
    ("Xã nộp: {}; xong.", "Đề án trồng khảo nghiệm giống cam"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, written", ENDS)
def test_name_goes_on_to_its_end(sentence: str, written: str) -> None:
    text = sentence.format(written)
    if written.startswith("Quy định của"):  # an organ needs a subject
        text = text.replace(" tại Hà Nội", " về việc trồng rừng")
    assert words(text) == [written]


LAWS = [
    ("Tòa áp dụng {} mới.", "Luật Quy hoạch đô thị và nông thôn"),
    ("Tòa áp dụng {} mới.", "Luật thi đua khen thưởng"),
    ("Tòa áp dụng {} mới.", "Luật Hôn nhân gia đình"),
    ("Tòa áp dụng {} mới.", "luật Xây dựng năm 2003"),
    ("Tòa áp dụng {} đề xuất phạt.", "luật Cảnh vệ"),
    ("Tòa bàn dự án {}, hôm qua.", "luật Sửa đổi, bổ sung một số điều của luật Cảnh vệ"),
    ("Tòa áp dụng {}.", "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức năm 2019"),
    ("Tòa áp dụng {}.", "Luật Hoạt động giám sát của Quốc hội và hội đồng nhân dân"),
    ("Bộ trình {} sáng nay.", "Pháp lệnh Quản lý, bảo vệ Khu Di tích"),
    ("Tàu đi theo {}.", "Công ước Liên hợp quốc về Luật Biển năm 1982"),
    ("Sau {}, ông ra Bắc.", "Hiệp định Genève"),
    ("Ông đàm phán {}.", "Hiệp định Đối tác và Hợp tác toàn diện Việt Nam - Liên minh châu Âu"),
    ("Nước ấy theo {}.", "Nghị định thư Kyoto"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, written", LAWS)
def test_law_or_treaty_is_found_whole(sentence: str, written: str) -> None:
    assert words(sentence.format(written)) == [written]


@pytest.mark.parametrize(
    "text, written, names",
    [
        ("Tòa áp dụng Điều 353 BLHS 2015.", ["BLHS 2015"], ["Bộ luật Hình sự 2015"]),
        ("Tòa áp dụng Luật PCTN.", ["Luật PCTN"], ["Luật Phòng, chống tham nhũng"]),
        ("Tòa áp dụng Luật THADS năm 2008.", ["Luật THADS năm 2008"], ["Luật Thi hành án dân sự năm 2008"]),
        (
            "Nay các Luật Đất đai, Kinh doanh bất động sản và Nhà ở cùng có hiệu lực.",
            ["Luật Đất đai", "Kinh doanh bất động sản", "Nhà ở"],
            ["", "Luật Kinh doanh bất động sản", "Luật Nhà ở"],
        ),
        ("Xã học Luật Đất đai; Luật Nhà ở.", ["Luật Đất đai", "Luật Nhà ở"], ["", ""]),
        ("Xã học Luật Đất đai, Nhà ở xã hội tăng.", ["Luật Đất đai"], [""]),
    ],
)  # fmt: skip
def test_shortened_name_is_kept_in_full(text: str, written: list[str], names: list[str]) -> None:
    assert words(text) == written
    assert [citation.name for citation in found(text)] == names


@pytest.mark.parametrize(
    "text, pinpoints",
    [
        ("Theo khoản 1 và khoản 2 Điều 4, Điều 5 Luật Thanh tra.", ["khoản 1 và khoản 2 Điều 4, Điều 5"]),
        ("Theo các điều 124, 125 và 126 Luật Đất đai.", ["điều 124, 125 và 126"]),
        ("Theo điểm a, điểm b khoản 2 Điều 7 của Nghị định 71.", ["điểm a, điểm b khoản 2 Điều 7"]),
        ("Theo khoản 4, Điều 358 BLHS.", ["khoản 4, Điều 358"]),
        ("Theo Luật Đấu thầu (Điều 20 và Điều 21), xã làm.", ["Điều 20 và Điều 21"]),
        ("Theo Điều 12 quy chế cũ, xã bỏ Luật Thanh tra.", [""]),
    ],
)  # fmt: skip
def test_articles_belong_to_the_law_beside_them(text: str, pinpoints: list[str]) -> None:
    assert [citation.pinpoint for citation in found(text)] == pinpoints


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Chính trị bốn lần ra Nghị quyết chỉ đạo về trồng rừng.",
        "Phương ký Nghị quyết các lần tăng vốn.",
        "Đoàn phim bỏ ngỏ Kế hoạch B của đạo diễn.",
        "Nước ta ký 17 Hiệp định thương mại tự do.",
        "Hạ viện Mỹ bác Nghị quyết 57, còn Nghị viện châu Âu hoãn Nghị quyết số 12.",
        "Xã làm theo Nghị định của Chính phủ, Thông tư của Bộ Quốc phòng về rừng.",
    ],
)
def test_what_is_no_document_is_left(text: str) -> None:
    assert words(text) == []


def test_name_ends_before_a_numbered_document() -> None:
    text = "Xã trình Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị."
    assert words(text) == ["Nghị quyết số 57-NQ/TW"]


def test_names_take_time_in_proportion_to_the_page() -> None:
    line = (
        "Xã bàn Đề án giữ rừng, trồng rừng và bảo vệ, phát triển rừng của Bộ Văn hóa, Thể thao và "
        "Du lịch (đợt hai) cho các Luật Đất đai, Nhà ở và Đấu thầu; điểm a, b khoản 1, 2 Điều 3. "
    )
    assert_linear(lambda size: page_of((line * 40 + "\n") * size), find_citations, 4)
