"""What is said beside a document's number: issuer, day of issue, khóa, official title."""

from __future__ import annotations

import pytest
from tests.extraction.pages import page_of

from opendata.extraction.documents.citations import find_citations

DETAILS = [
    # (text, issuer, day, term, title)
    (
        "Xã học Kết luận số 84-KL/TW, ngày 29/7/2020 của Bộ Chính trị về việc phát triển rừng; xã làm tốt.",
        "Bộ Chính trị",
        "2020-07-29",
        "",
        "phát triển rừng",
    ),
    (
        "Xã học Nghị quyết 27-NQ/TW (ngày 9-11-2022) và làm theo.",
        "",
        "2022-11-09",
        "",
        "",
    ),
    (
        "Xã học Nghị định số 117 ngày 07 tháng 10 năm 2013 của Chính phủ quy định mức phí.",
        "Chính phủ",
        "2013-10-07",
        "",
        "",
    ),
    (
        'Xã học Nghị quyết số 49-NQ/TW của Bộ Chính trị khóa IX về "Chiến lược trồng rừng đến năm 2030".',
        "Bộ Chính trị",
        "",
        "IX",
        "Chiến lược trồng rừng đến năm 2030",
    ),
    (
        "Ngày 18.12.2023, Chủ tịch UBND TP.HCM ký ban hành Quyết định số 53/QĐ-UBND phê duyệt dự án cầu.",
        "Chủ tịch UBND TP.HCM",
        "2023-12-18",
        "",
        "phê duyệt dự án cầu",
    ),
    (
        "Ngày 31-7-2024 Sở Tài chính trình UBND tỉnh Khánh Hòa ban hành Quyết định 2282.",
        "UBND tỉnh Khánh Hòa",
        "",
        "",
        "",
    ),
    (
        "Ban Thường vụ Tỉnh ủy Thái Nguyên ban hành Kế hoạch số 44-KH/TU.",
        "Ban Thường vụ Tỉnh ủy Thái Nguyên",
        "",
        "",
        "",
    ),
    (
        'Đề án số 3-ĐA/TU về "Trồng một vạn cây xanh" đã được Thành ủy Huế ban hành.',
        "Thành ủy Huế",
        "",
        "",
        "Trồng một vạn cây xanh",
    ),
    ("Quyết định số 5/QĐ-XYZ được Sở Y tế trao cho ông Tám.", "", "", "", ""),
    ("Xã nhận Công văn số 7-CV/VPTW.", "Văn phòng Trung ương Đảng", "", "", ""),
    ("Xã nhận Quyết định số 7/QĐ-TTg ngày 26/12.", "Thủ tướng Chính phủ", "2024-12-26", "", ""),
    (
        "Theo Quyết định số 7/2023/QĐ-TTg ngày 26/12, xã làm.",
        "Thủ tướng Chính phủ",
        "2023-12-26",
        "",
        "",
    ),
    ("Học Chỉ thị số 26-CT/TW, ngày 14/11/2024, xã tổ chức họp.", "", "", "", ""),
    ("Bộ trưởng Bộ Công an Lương Văn Tám ký Thông tư 9/2024/TT-XYZ.", "", "", "", ""),
    (
        "Bộ trưởng Bộ Công an Lương Văn Tám ký ban hành Thông tư 9/2024/TT-XYZ.",
        "Bộ trưởng Bộ Công an",
        "",
        "",
        "",
    ),
    (
        "Ban Thường vụ Tỉnh ủy Hà Giang ban hành Kế hoạch 9-KH/TU.",
        "Ban Thường vụ Tỉnh ủy Hà Giang",
        "",
        "",
        "",
    ),
    (
        "Bộ Chính trị và Ban Bí thư vừa ban hành Kết luận 26 về việc trồng rừng.",
        "Bộ Chính trị",
        "",
        "",
        "trồng rừng",
    ),
    (
        "Quốc hội chiều 18/2 vừa thông qua Nghị quyết số 7 về trồng rừng với 400/410 đại biểu.",
        "Quốc hội",
        "",
        "",
        "trồng rừng",
    ),
    (
        "Nghị quyết số 7 về trồng rừng ven biển được Quốc hội thông qua hôm qua.",
        "Quốc hội",
        "",
        "",
        "trồng rừng ven biển",
    ),
    (
        "Học Chỉ thị số 7/CT-XYZ ngày 13/5/2013 của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch về lễ hội.",
        "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        "2013-05-13",
        "",
        "lễ hội",
    ),
    (
        "Học Nghị quyết số 7-NQ/TW, ngày 24/11/2023, Hội nghị lần thứ 8 Ban Chấp hành Trung ương "
        'Đảng (khóa XIII) về "Trồng rừng trong giai đoạn mới".',
        "Ban Chấp hành Trung ương Đảng",
        "2023-11-24",
        "XIII",
        "Trồng rừng trong giai đoạn mới",
    ),
    (
        "Xã học Nghị quyết 7 về phát triển kinh tế - xã hội vùng ven năm 2024 - 2025 - ông Tám nói.",
        "",
        "",
        "",
        "phát triển kinh tế - xã hội vùng ven năm 2024 - 2025",
    ),
    (
        'Xã học Nghị quyết 7 về trồng rừng ven biển, "trồng một vạn cây xanh".',
        "",
        "",
        "",
        "trồng rừng ven biển",
    ),
    (
        "Theo Quyết định số 7/QĐ-XYZ về xây dựng cầu mới, ngày 10/12/2024, cầu mở cửa.",
        "",
        "",
        "",
        "xây dựng cầu mới",
    ),
    (
        "Xã học Kết luận số 1-KL/TW về thực hiện Chỉ thị số 5-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
        "",
        "",
        "",
        "thực hiện Chỉ thị số 5-CT/TW, ngày 15/5/2016 của Bộ Chính trị",
    ),
    (
        'Học Nghị quyết số 7-NQ/TW ngày 25/10/2027 của Hội nghị Trung ương 6 khóa XII "Trồng rừng mới".',
        "",
        "2027-10-25",
        "XII",
        "Trồng rừng mới",
    ),
    (
        "Đọc Quyết định số 7 về việc chỉ định đồng chí Nguyễn Văn Tám giữ chức bí thư.",
        "",
        "",
        "",
        "chỉ định đồng chí Nguyễn Văn Tám giữ chức bí thư",
    ),
    ("Xã làm theo Nghị quyết 7 về trồng rừng, tại xã Sa Pa.", "", "", "", "trồng rừng"),
    ("Dân góp ý Quyết định số 7/2024/QĐ-XYZ do Bộ Quốc phòng chủ trì xây dựng.", "", "", "", ""),
    ("Dân đọc Quyết định số 7 do Bộ Quốc phòng ban hành.", "Bộ Quốc phòng", "", "", ""),
    (
        "Điều 5 Nghị quyết 7 về trồng rừng như sau: mỗi nhà trồng mười cây.",
        "",
        "",
        "",
        "trồng rừng",
    ),
    (
        "Đọc Báo cáo số 103/BC-XYZ của Chi cục An toàn vệ sinh thực phẩm về bếp ăn.",
        "Chi cục An toàn vệ sinh thực phẩm",
        "",
        "",
        "bếp ăn",
    ),
    ("Quyết định số 7/2024/QĐ-XYZ quy định mức phạt tiền từ 5 - 10 triệu đồng.", "", "", "", ""),
    (
        "UBND TP.HCM vừa ban hành Quyết định số 7/2024 quy định giá đất ở.",
        "UBND TP.HCM",
        "",
        "",
        "quy định giá đất ở",
    ),
    ("Dân nhắc Quyết định số 7 của UBND TP.HCM đầu năm.", "UBND TP.HCM", "", "", ""),
    (
        "Đọc Quyết định số 7 về tặng bằng khen cho bà Tám vì đã giúp dân.",
        "",
        "",
        "",
        "tặng bằng khen cho bà Tám",
    ),
    ('Bà Tám thấy Nghị quyết 7 "chắc chắn sẽ giúp ích cho rừng".', "", "", "", ""),
    ("Xã học Nghị quyết 7 về quản lý rừng ra đời năm ngoái.", "", "", "", "quản lý rừng"),
    (
        "Bộ Tài chính ban hành Thông tư số 7/2025/TT-BTC hướng dẫn chi trả cho dân.",
        "Bộ Tài chính",
        "",
        "",
        "hướng dẫn chi trả cho dân",
    ),
    ("Thông tư số 7/2025/TT-XYZ hướng dẫn rõ cách làm.", "", "", "", ""),
    ("Theo khoản 3 Luật Đất đai về giá đất, xã chi trả.", "", "", "", ""),
    ("Cử tri gửi Công văn số 7/BDN ngày 1/2/2024.", "Ban Dân nguyện", "2024-02-01", "", ""),
]


@pytest.mark.parametrize("text, issuer, day, term, title", DETAILS)
def test_issuer_day_term_and_title_are_read(
    text: str, issuer: str, day: str, term: str, title: str
) -> None:
    citation = find_citations(page_of(text, "2025-05-01"))[0]
    values = (citation.issuer, citation.issued_on, citation.term, citation.title)
    assert tuple(value.value if value else "" for value in values) == (issuer, day, term, title)


def test_day_of_signing_is_the_day_of_issue() -> None:
    text = "Ngày 18/12/2023, Chủ tịch UBND tỉnh Bắc Ninh ký Quyết định số 9/QĐ-UBND về trồng rừng."
    (citation,) = find_citations(page_of(text, "2023-12-19"))
    assert citation.issued_on is not None
    assert citation.issued_on.value == "2023-12-18"
