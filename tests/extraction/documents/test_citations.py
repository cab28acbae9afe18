"""Citations: every written form, false friends, names, and what is said beside the number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.pages import page_of, quotes
from tests.linear import assert_linear

from opendata.extraction.documents.citations import find_citations
from opendata.extraction.mentions import Citation


def found(text: str, published: str = "2025-05-01") -> tuple[Citation, ...]:
    return find_citations(page_of(text, published))


def words(text: str, *forms: str) -> list[str]:
    page = page_of(text, "2025-05-01")
    return quotes(page, find_citations(page), *forms)


def only(text: str) -> Citation:
    citations = found(text)
    assert len(citations) == 1, words(text)
    return citations[0]


NUMBERED = [
    # (sentence around it, as written, kind, number, code, repairs)
    ("Xã học tập {}.", "Chỉ thị số 26-CT/TW", "chi_thi", "26", "26-CT/TW", ()),
    ("Xã học tập {} của Bộ Chính trị.", "Chỉ thị 26", "chi_thi", "26", "", ()),
    ("Xã học tập {} rất sớm.", "Nghị quyết số31-NQ/TW", "nghi_quyet", "31", "31-NQ/TW", ("glued",)),
    ("Xã học tập {}.", "Quy định 31/QĐ-TW", "quy_dinh", "31", "31-QĐ/TW", ("separator",)),
    ("Xã học tập {}.", "Quyết định 31-QĐ/TW", "quyet_dinh", "31", "31-QĐ/TW", ()),
    ("Xã học tập {} từ đầu năm.", "NQ 49", "nghi_quyet", "49", "", ()),
    ("Thành phố áp dụng {} từ đầu năm.", "NQ98", "nghi_quyet", "98", "", ()),
    ("Xã học tập {}.", "Chương trình hành động số 32-CT/TU", "chuong_trinh", "32", "32-CT/TU", ()),
    ("Xã nhận {}.", "Thông báo kết luận số 384/TB-VPCP", "thong_bao", "384", "384/TB-VPCP", ()),
    ("Xã nhận {}.", "Văn bản số 15630/VP-KGVX", "cong_van", "15630", "15630/VP-KGVX", ()),
    ("Xã nhận {}.", "văn bản số 63/CV-BTS", "cong_van", "63", "63/CV-BTS", ()),
    ("Tòa căn cứ {}.", "Luật Đất đai số 31/2024/QH15", "luat", "31", "31/2024/QH15", ()),
    ("Tòa căn cứ {}.", "Luật số 83/2015/QH 13", "luat", "83", "83/2015/QH13", ("space",)),
    (
        "Tòa căn cứ {}.",
        "Nghị định 15/2020/NÐ-CP",
        "nghi_dinh",
        "15",
        "15/2020/NĐ-CP",
        ("look_alike",),
    ),
    ("Tòa căn cứ {}.", "Nghị qụyết số 18-NQ/TW", "nghi_quyet", "18", "18-NQ/TW", ("marks",)),
    ("{}: THÀNH TỰU.", "NGHỊ QUYẾT SỐ 18-NQ/TW", "nghi_quyet", "18", "18-NQ/TW", ("case",)),
    ("Tòa căn cứ {} cùng năm.", "Chỉ thị số 10–CT/TW", "chi_thi", "10", "10-CT/TW", ()),
    ("Tòa căn cứ {}.", "Kết luận số: 84-KL/TW", "ket_luan", "84", "84-KL/TW", ()),
    ("Đoàn viên học {} hôm qua.", "84 QĐ/TWĐTN", "quyet_dinh", "84", "84-QĐ/TWĐTN", ("separator",)),
    ("Nội dung nêu tại số {}.", "26-CT/TW", "chi_thi", "26", "26-CT/TW", ()),
    ("Nội dung nêu tại số {}.", "01/2009/TT-BNN", "thong_tu", "01", "01/2009/TT-BNN", ()),
    ("Nội dung nêu tại số {}.", "12-TT/TW", "thong_tri", "12", "12-TT/TW", ()),
    ("Tỉnh triển khai {} của Chính phủ.", "Đề án 06", "de_an", "06", "", ()),
    ("Theo {}, mức phạt tăng.", "nghị định 24", "nghi_dinh", "24", "", ()),
    ("Dự án làm theo {} gửi ủy ban.", "công văn 3626", "cong_van", "3626", "", ()),
    ("Ban Bí thư ban hành {} thành lập đoàn.", "Quyết định 1348", "quyet_dinh", "1348", "", ()),
    ("Sở nêu {} không bị khiếu nại.", "kết luận 929", "ket_luan", "929", "", ()),
    ("Sổ tóm tắt {} của UBKT Trung ương.", "HD 02", "huong_dan", "02", "", ()),
    ("{} giúp xã có trạm y tế.", "Chương trình 135", "chuong_trinh", "135", "", ()),
    ("Theo {} của Thủ tướng, xã làm.", "Quyết định – số 33", "quyet_dinh", "33", "", ()),
    ("Xã dẫn {}.", "Nghị định 7/2015/ND-CP", "nghi_dinh", "7", "7/2015/NĐ-CP", ("variant",)),
]


@pytest.mark.parametrize("sentence, written, kind, number, code, repairs", NUMBERED)
def test_numbered_form_is_found(
    sentence: str, written: str, kind: str, number: str, code: str, repairs: tuple[str, ...]
) -> None:
    text = sentence.format(written)
    assert words(text, "numbered") == [written]
    citation = only(text)
    assert (citation.kind, citation.number, citation.code) == (kind, number, code)
    assert citation.repairs == repairs


@pytest.mark.parametrize(
    "text",
    [
        "Công an xã hướng dẫn 10 người làm thủ tục.",
        "Trọng tài quy định 1 thẻ vàng cho mỗi đội.",
        "Tòa CT6 và biển số 29A-123.45 không liên quan.",
        "Đại hội quyết định 3 vấn đề lớn.",
        "Nghị quyết 1990 của Hội đồng Bảo an được nhắc lại.",
        "Cơ quan thi hành kỷ luật 47 cán bộ.",
        "Tỉnh xây dựng kế hoạch 5 năm và quy hoạch 1/500.",
        "Khách gọi theo thông báo số 0912345678 của bưu điện.",
        "Phòng lập kế hoạch 2025 và báo cáo 6 tháng.",
        "Hội đồng thông qua nghị quyết 9 nội dung.",
        "Tổ lập kế hoạch 100 ngày và chương trình 5 năm.",
        "Phạt theo Điều 12, khoản 3 đã nêu.",
        "Sở Kế hoạch và Đầu tư mời luật sư Hùng, cử nhân Luật.",
        "Các nghị quyết của Trung ương và chỉ thị của ngành được học tập.",
        "Công an ra quyết định khởi tố bị can, lệnh bắt bị can đối với Nguyễn Văn Tám.",
        "Tòa nêu Quyết định này có hiệu lực ngay.",
    ],
)
def test_false_friend_is_no_document(text: str) -> None:
    assert words(text, "numbered", "named") == []


@pytest.mark.parametrize(
    "text, written, codes",
    [
        (
            "Cục thu theo các Thông báo 11456, 11596, 11573 của Cục Thuế.",
            ["Thông báo 11456", "11596", "11573"],
            ["", "", ""],
        ),
        ("Xã học Nghị quyết 18 và 19 của Trung ương.", ["Nghị quyết 18", "19"], ["", ""]),
        ("Xã học Nghị quyết số 18 , 19 hôm nay.", ["Nghị quyết số 18", "19"], ["", ""]),
        (
            "Xã học các Nghị quyết số 18-NQ/TW, số 19-NQ/TW.",
            ["Nghị quyết số 18-NQ/TW", "19-NQ/TW"],
            ["18-NQ/TW", "19-NQ/TW"],
        ),
        (
            "Xã học Nghị quyết số 18, 19-NQ/TW.",
            ["Nghị quyết số 18", "19-NQ/TW"],
            ["18-NQ/TW", "19-NQ/TW"],
        ),
        ("Theo Nghị quyết 18, 20 đại biểu đã nói.", ["Nghị quyết 18"], [""]),
        ("Theo Chỉ thị 35, 9/7 sẽ họp.", ["Chỉ thị 35"], [""]),
    ],
)
def test_list_under_one_word_is_one_citation_each(
    text: str, written: list[str], codes: list[str]
) -> None:
    assert words(text) == written
    assert [c.code for c in found(text)] == codes


def test_year_of_the_last_number_is_that_of_the_list() -> None:
    first, second = found("Theo Nghị định 08 và 09/2018 của Chính phủ, mức phạt tăng.")
    assert (first.number, first.year, first.repairs) == ("08", "2018", ("shared",))
    assert (second.number, second.year, second.repairs) == ("09", "2018", ())


NAMED = [
    ("Các xã thực hiện {} tốt.", "Kế hoạch cải cách tư pháp năm 2022", "ke_hoach"),
    (
        "Các xã làm {} theo quy định.",
        "Chương trình làm việc của BCĐ huyện năm 2023",
        "chuong_trinh",
    ),
    ("Huyện duyệt {}.", 'Đề án "Trồng mới một vạn cây xanh"', "de_an"),
    ("Hai bên bàn việc xây dựng {}.", "quy chế phối hợp công tác", "quy_che"),
    ("Hai bên ký {} và ra về.", "Quy chế phối hợp giữa Tòa án và Viện kiểm sát huyện", "quy_che"),
    ("Vụ việc vi phạm {}.", "Luật Đất đai", "luat"),
    ("Vụ việc vi phạm {}, gây thiệt hại.", "Luật Phòng, chống tham nhũng", "luat"),
    ("Vụ việc vi phạm {}.", "Luật đầu tư công", "luat"),
    ("Vụ việc vi phạm {} đã nêu.", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "luat"),
    ("Bị cáo phạm khoản 3 Điều 355 {}.", "Bộ luật Hình sự 2015", "bo_luat"),
    ("Bị cáo phạm khoản 3 Điều 355 {}.", "Bộ luật hình sự", "bo_luat"),
    ("Việc này do {} quy định.", "Hiến pháp năm 2013", "hien_phap"),
    ("Chi bộ học {}.", "Điều lệ Đảng", "dieu_le"),
    ("Chi bộ học {} ngay đầu năm.", "Nghị quyết Trung ương 4 (khóa XII)", "nghi_quyet"),
    ("Chi bộ học {} ngay đầu năm.", "Nghị quyết Đại hội XIII của Đảng", "nghi_quyet"),
    ("Ông trình bày {} về bầu bổ sung.", "tờ trình của Ban Thường vụ Tỉnh ủy", "to_trinh"),
    ("Huyện nghe {} về công tác cán bộ.", "quyết định của Bộ Chính trị", "quyet_dinh"),
    ("Huyện trao {} bổ nhiệm ông Tám.", "Quyết định của Chủ tịch UBND tỉnh", "quyet_dinh"),
    ("Huyện trao {} về đơn vị.", "quyết định tiếp nhận ông Nguyễn Văn Tám", "quyet_dinh"),
    ("Tòa ra {}.", "quyết định mở thủ tục phá sản đối với Công ty Sao Mai", "quyet_dinh"),
    ("Hai bên ký kết {}.", "thỏa thuận hợp tác giai đoạn 2024-2027", "thoa_thuan"),
    ("Cán bộ vi phạm {}.", "Quy định về những điều đảng viên không được làm", "quy_dinh"),
    ("Bộ hoàn thiện {}, trình Chính phủ.", "Đề án sắp xếp các đơn vị sự nghiệp", "de_an"),
    ("Chi hội học {}.", "Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII", "nghi_quyet"),
    (
        "Chi hội học {} ngay.",
        "Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII",
        "nghi_quyet",
    ),
    ("Bộ trình {}.", "Pháp lệnh Quản lý, bảo vệ Khu Di tích", "phap_lenh"),
    ("Xã làm theo {} hiện hành.", "Luật Thi đua, khen thưởng", "luat"),
    ("Quốc hội thông qua {} sáng nay.", "Luật Địa chất và khoáng sản", "luat"),
    ("Ông Tám vi phạm {}.", "Quy định về trách nhiệm nêu gương của đảng viên", "quy_dinh"),
    ("Phòng gửi {} - một bản ngắn gọn.", "Quy chế Rome của Tòa án quốc tế", "quy_che"),
]


@pytest.mark.parametrize("sentence, written, kind", NAMED)
def test_document_known_by_name_is_found(sentence: str, written: str, kind: str) -> None:
    text = sentence.format(written)
    assert words(text, "named") == [written]
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Công an công bố các quyết định của Ban Thường vụ Tỉnh ủy về công tác cán bộ.",
        "Huyện trao quyết định bổ nhiệm Phó Viện trưởng.",
        "Kế hoạch đề ra ba nhiệm vụ.",
        "Các xã xây dựng Kế hoạch triển khai thực hiện.",
        "Bộ nói về Đối tác Chiến lược toàn diện.",
        "Doanh nghiệp có kế hoạch tuyển 300 người ở Hà Nội.",
        "Hai bên họp về Chương trình nghệ thuật đêm rằm.",
        "Kết luận hội nghị, bà Tám cảm ơn đại biểu.",
        "Công ty Luật Sao Mai cử luật sư Tám.",
        "Bài viết về Đề án sắp xếp các đơn vị ...",
        "Trường xây dựng quy chế khen thưởng cho viên chức.",
        "Đảng ủy xã bàn một Nghị quyết chuyên đề trồng rừng.",
        "Đảng ủy xã bàn Nghị quyết chuyên đề trồng rừng này.",
        "Bà Tám đọc Kết luận Thanh tra hôm qua.",
        "Bà Tám đọc trong Kết luận thanh tra, chùa Sao Mai xây nhà trái phép.",
        "Quốc hội bàn 3 dự thảo Nghị quyết chứa quy phạm mới.",
        "Thường trực thống nhất kết luận thực hiện giảm 5% phí cho dân.",
        "Hãng luật Sao Mai và công ty luật Hoa Ban cùng kiện.",
        "Xã làm theo Nghị quyết HĐND, đặc biệt là về rừng.",
        "Viện kiểm sát ra quyết định chuyển vụ án đến Công an tỉnh Hà Giang.",
    ],
)
def test_general_word_is_no_named_document(text: str) -> None:
    assert words(text, "named") == []


def test_title_of_its_own_on_a_line_is_a_named_document() -> None:
    title = "Kết luận về việc sắp xếp các đơn vị sự nghiệp công lập trong năm 2031"
    page = page_of(f"{title}\nBản này có ba phần.")
    assert quotes(page, find_citations(page)) == [title]


def test_assumed_year_is_said_to_be_derived() -> None:
    citation = only("Xã nhận Quyết định số 7/QĐ-TTg ngày 26/12.")
    assert citation.issued_on is not None
    assert (citation.issued_on.basis, citation.issued_on.ref) == ("derived", "year of publication")


def test_issuer_of_a_symbol_names_its_reference_row() -> None:
    citation = only("Xã nhận Công văn số 7-CV/VPTW.")
    assert citation.issuer is not None
    assert (citation.issuer.basis, citation.issuer.ref) == ("reference", "symbols/VPTW")


def test_symbol_of_several_organs_proves_no_issuer() -> None:
    assert only("Xã học Chỉ thị số 26-CT/TW.").issuer is None


def test_documents_in_a_row_share_issuer_and_day() -> None:
    text = "Thực hiện Công văn số 7-CV/VPTW và Công văn số 8-CV/VPTW, ngày 9/11/2024 của Văn phòng Trung ương Đảng."
    first, second = found(text)
    assert first.issued_on is not None
    assert first.issued_on == second.issued_on
    assert first.issuer == second.issuer


def test_documents_of_different_symbols_share_no_day() -> None:
    first, second = found("Theo Chỉ thị số 3-CT/TW và Kết luận số 4-KL/TW ngày 9/11/2024, xã làm.")
    assert first.issued_on is None
    assert second.issued_on is not None


def test_tu_is_meant_where_the_issuer_is_provincial() -> None:
    assert only("Học Kết luận 445-KL/TƯ của Tỉnh ủy.").code == "445-KL/TU"


def test_pinpoint_belongs_to_the_law_after_it() -> None:
    assert (
        only("Phạt theo điểm a khoản 3 Điều 12 Luật Đất đai.").pinpoint == "điểm a khoản 3 Điều 12"
    )
    assert only("Phạt theo Điều 37 của Nghị định 71.").pinpoint == "Điều 37"


def test_period_of_the_name_is_read() -> None:
    citation = only("Các xã thực hiện Kế hoạch trồng rừng giai đoạn 2021-2025.")
    assert (citation.period_start, citation.period_end) == ("2021-01-01", "2025-12-31")
    citation = only("Các xã thực hiện Kế hoạch trồng rừng năm 2022.")
    assert (citation.period_start, citation.period_end) == ("2022-01-01", "2022-12-31")


def test_document_that_is_being_written_is_a_draft() -> None:
    assert only("Hai bên bàn việc xây dựng quy chế phối hợp công tác.").status == "draft"
    assert only("Hai bên ký Quy chế phối hợp công tác liên ngành.").status == "issued"
    assert only("Quốc hội bàn dự án Luật Quy hoạch đô thị.").status == "draft"
    assert only("Quốc hội bàn về Luật Quy hoạch đô thị.").status == "issued"


def linked(text: str) -> list[tuple[str, int | None, str]]:
    page = page_of(text, "2025-05-01", headline=True)
    citations = find_citations(page)
    return [(page.view.quote(c.span), c.same_as, c.same_as_reason) for c in citations]


SAME = [
    (
        "Học Quy định 144\nXã học Quy định số 144-QĐ/TW sáng nay.",
        [("Quy định 144", 1, "same number"), ("Quy định số 144-QĐ/TW", None, "")],
    ),
    (
        "Tin\nXã học Chỉ thị số 5-CT/TW. Chỉ thị số 05-CT/TW rất mới.",
        [("Chỉ thị số 5-CT/TW", None, ""), ("Chỉ thị số 05-CT/TW", 0, "same code")],
    ),
    (
        "Tin\nXã học Chỉ thị 26 của Bộ Chính trị. Huyện học Chỉ thị 26 của Tỉnh ủy.",
        [("Chỉ thị 26", None, ""), ("Chỉ thị 26", None, "")],
    ),
    (
        "Tin\nXã học Chỉ thị số 26-CT/TW ngày 9/11/2018 rồi Chỉ thị số 26-CT/TW ngày 23/11/2023.",
        [("Chỉ thị số 26-CT/TW", None, ""), ("Chỉ thị số 26-CT/TW", None, "")],
    ),
    (
        'Làm Đề án "Trồng một vạn cây xanh trên đồi"\nHuyện có Đề án số 3-ĐA/TU về "Trồng một vạn cây xanh trên đồi trọc".',
        [
            ('Đề án "Trồng một vạn cây xanh trên đồi"', 1, "title overlap"),
            ("Đề án số 3-ĐA/TU", None, ""),
        ],
    ),
    (
        "Tin\nHuyện có Đề án số 3-ĐA/TU. Mục tiêu của Đề án là trồng cây. Theo đề án này, xã làm trước.",
        [("Đề án số 3-ĐA/TU", None, ""), ("Đề án", 0, "anaphora"), ("đề án này", 0, "anaphora")],
    ),
    (
        "Tin\nHai bên xây dựng quy chế phối hợp công tác. Khung quy chế phối hợp có ba phần.",
        [("quy chế phối hợp công tác", None, ""), ("quy chế phối hợp", 0, "anaphora")],
    ),
    (
        "Tin\nTòa áp dụng Luật Đất đai và Luật Đất đai 2013.",
        [("Luật Đất đai", None, ""), ("Luật Đất đai 2013", None, "")],
    ),
]


def test_lawyer_refers_to_no_law() -> None:
    assert words("Tin\nXã theo Luật Đất đai. Ông là Luật sư Tám.", "anaphoric") == []


@pytest.mark.parametrize("text, expected", SAME)
def test_repeated_document_is_linked(
    text: str, expected: list[tuple[str, int | None, str]]
) -> None:
    assert linked(text) == expected


def test_boilerplate_cites_nothing() -> None:
    page = page_of("Xã học Chỉ thị số 26-CT/TW.")
    block = page.blocks[0]
    hidden = type(page)(
        page.view, (type(block)("related", block.span),), page.header, page.authority
    )
    assert find_citations(hidden) == ()


PIECES = st.lists(
    st.sampled_from(
        ["Chỉ thị", "nghị quyết", "Luật", "số ", "26", "-CT/TW", "/2020", "/NĐ-CP", " của ", " về ", '"', ", ",
         "Bộ Chính trị", "ngày 29/7/2020", " ngày 31/2/2020", " này", "Đề án", "Đất đai", "\n", " và ", ". "]
    ),
    max_size=24,
)  # fmt: skip


@given(PIECES)
def test_any_order_of_words_gives_citations_in_order(pieces: list[str]) -> None:
    page = page_of("".join(pieces), "2025-05-01")
    citations = find_citations(page)
    spans = [citation.span for citation in citations]
    assert spans == sorted(spans)
    for one, after in pairwise(spans):
        assert one.end <= after.start
    for place, citation in enumerate(citations):
        assert page.view.quote(citation.span)
        assert citation.same_as is None or (
            citation.same_as != place and citation.same_as < len(citations)
        )


def test_year_of_a_law_is_its_own_and_no_period() -> None:
    citation = only("Tòa áp dụng Luật Đất đai năm 2013.")
    assert (citation.year, citation.period_start) == ("2013", "")


def test_time_grows_with_the_page_and_not_with_its_square() -> None:
    line = (
        "Xã học Chỉ thị số 26-CT/TW về trồng rừng, theo Luật Đất đai 2024 và Kế hoạch trồng cây. "
    )
    assert len(find_citations(page_of(line * 10))) == 30
    assert_linear(lambda size: page_of((line * 40 + "\n") * size), find_citations, 4)
