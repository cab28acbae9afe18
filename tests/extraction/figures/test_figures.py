from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.authority.rows import Unit
from opendata.extraction.figures.figures import find_figures
from opendata.extraction.mentions import Block, Citation, Figure, Header, Time
from opendata.extraction.page import Page
from opendata.extraction.view import Span, view


def page_of(text: str, kind: str = "body") -> Page:
    seen = view(text)
    return Page(seen, (Block(kind, Span(0, len(seen.text))),), Header(), load())


def figures_of(text: str, *times: Time, kind: str = "body") -> tuple[Figure, ...]:
    return find_figures(page_of(text, kind), times, ())


def time_of(text: str, words: str, starts: date, ends: date, precision: str = "year") -> Time:
    start = text.index(words)
    return Time(Span(start, start + len(words)), starts, ends, precision)


def year(text: str, number: int) -> Time:
    return time_of(text, f"năm {number}", date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    "text, quote, value, unit",
    [
        ("Xã có 12 chi bộ trực thuộc.", "12 chi bộ", 12, "party_cell"),
        ("Ông lấy 1,5 tỷ bà giữ phần kia.", "1,5 tỷ", 1_500_000_000, "vnd"),
        ("Nộp từ 5 đến dưới 10 tỷ đồng.", "5 đến dưới 10 tỷ đồng", 5_000_000_000, "vnd"),
        ("Xả lũ 300 m3/giây.", "300 m3/giây", 300, "cubic_metre_per_second"),
        # sums without a unit: what comes next is none of theirs
        ("Nộp lại 35 tỉ nhận từ bạn.", "35 tỉ", 35_000_000_000, "vnd"),
        ("Chi 150 tỉ mùa tới.", "150 tỉ", 150_000_000_000, "vnd"),
        ("Chi 5 tỷ năm 2023 cho xã.", "5 tỷ", 5_000_000_000, "vnd"),
        ("Lương hơn 5 triệu nuôi cả nhà.", "5 triệu", 5_000_000, "vnd"),
        ("Vay 3 tỷ rưỡi.", "3 tỷ rưỡi", 3_500_000_000, "vnd"),
        ("Thu 1 tỷ USD Việt Nam góp.", "1 tỷ USD", 1_000_000_000, "usd"),
        ("Thu 1,234.5 USD một năm.", "1,234.5 USD", 1234.5, "usd"),
        ("Rừng rộng 24 héc-ta.", "24 héc-ta", 24, "hectare"),
        ('Xây 2 "Nhà tình nghĩa".', '2 "Nhà tình nghĩa', 2, "house"),
        # things that no row names, written as counts are
        ("Có 3 triệu tơm mới.", "3 triệu", 3_000_000, "item"),
        ("Dời hơn 200 tơm đá.", "200", 200, "item"),
        ("Thêm 04 tơm mới.", "04", 4, "item"),
        ("Xã có 2.150 tơm cũ.", "2.150", 2150, "item"),
        ("Có 15/15 (100%) đại biểu dự.", "15/15", 15, "delegate"),
        ("Khoa có 41bác sỹ.", "41bác sỹ", 41, "person"),
        ("Nghỉ 3 ngày 2 đêm.", "2 đêm", 2, "night"),
        ("Phòng rộng 12 m2, cao 300 feet.", "300 feet", 300, "foot"),
        ("Hàng về sau 02 (hai) ngày.", "02 (hai) ngày", 2, "day"),
        ("Góp 05 (năm) tỷ đồng.", "05 (năm) tỷ đồng", 5_000_000_000, "vnd"),
        ("Thu hơn 3,900 tỷ đồng.", "3,900 tỷ đồng", 3_900_000_000_000, "vnd"),
        ("Thu 3,925 tỷ đồng.", "3,925 tỷ đồng", 3_925_000_000, "vnd"),
        ("Vay 2,150 tỷ để xây cầu.", "2,150 tỷ", 2_150_000_000_000, "vnd"),
        ("Vé giá 7,000 đồng.", "7,000 đồng", 7000, "vnd"),
        ("Đường dài 2,350 km.", "2,350 km", 2.35, "kilometre"),
        ("Bán ra 3 phiên bản mới.", "3 phiên bản", 3, "item"),
        ("Đội đoạt 9 HCV.", "9 HCV", 9, "item"),
        ("Ông bà có 2 con gái.", "2 con gái", 2, "person"),
        ("Rút gọn 21 TTHC cấp xã.", "21 TTHC", 21, "content_item"),
        ("Kết nạp 6.159 đảng viên.", "6.159 đảng viên", 6159, "party_member"),
        ("Chi bộ họp 12 kỳ/năm.", "12 kỳ/năm", 12, "meeting_per_year"),
        ("Giữ định kỳ 4 kỳ sinh hoạt.", "4 kỳ sinh hoạt", 4, "meeting"),
        ("Đề ra 08 nhóm nhiệm vụ, giải pháp.", "08 nhóm nhiệm vụ", 8, "task_group"),
        ("Có 3 khâu đột phá.", "3 khâu đột phá", 3, "breakthrough"),
        ("Tỉnh có 02 vụ án bị hủy.", "02 vụ án bị hủy", 2, "case"),
        ("Có 3,5 vụ án bị sửa.", "3,5 vụ án bị sửa", 3.5, "case"),
        ("Được khen 4 năm liền.", "4 năm liền", 4, "year"),
        ("Tỷ lệ giải quyết 71,4%.", "71,4%", 71.4, "percent"),
        ("Tăng 2 điểm phần trăm.", "2 điểm phần trăm", 2, "percentage_point"),
        ("Tăng bình quân 6,5%/năm.", "6,5%/năm", 6.5, "percent_per_year"),
        ("Tăng trưởng -2,3% trong quý.", "-2,3%", -2.3, "percent"),
        ("Thu 2,92 tỷ đồng.", "2,92 tỷ đồng", 2_920_000_000, "vnd"),
        ("Nộp 15 tỷ.", "15 tỷ", 15_000_000_000, "vnd"),
        ("Lương 12 triệu đồng/tháng.", "12 triệu đồng/tháng", 12_000_000, "vnd_per_month"),
        ("Rộng 18,1ha.", "18,1ha", 18.1, "hectare"),
        ("Phát 1,28 triệu cán bộ, đảng viên.", "1,28 triệu cán bộ, đảng viên", 1_280_000, "person"),
        ("Có 148 Câu lạc bộ.", "148 Câu lạc bộ", 148, "club"),
        ("Cùng 4 Phó viện trưởng.", "4 Phó viện trưởng", 4, "person"),
        ("Mua 5 chiếc đồng hồ.", "5 chiếc đồng hồ", 5, "item"),
        ("Trên mạng 5G.", None, None, None),
        ("Phạt 3 năm 6 tháng tù.", "3 năm 6 tháng tù", 3.5, "year"),
        ("Phạt 3 năm 4 tháng tù.", "3 năm 4 tháng tù", 40, "month"),
        ("Cử 1,500 người.", "1,500 người", 1500, "person"),
        ("Gồm 5 điều 19 nội dung.", "19 nội dung", 19, "content_item"),
        ("Trong tổng số 45 cơ sở.", "45 cơ sở", 45, "facility"),
        ("Mỗi năm 5 vụ.", "5 vụ", 5, "case"),
        ("Mức 20% trở lên.", "20% trở lên", 20, "percent"),
        ("Một nhóm 5 đối tượng.", "5 đối tượng", 5, "person"),
        ("Vé ngày 24.000 đồng.", "24.000 đồng", 24000, "vnd"),
        ("Trong vòng 24 giờ.", "24 giờ", 24, "hour"),
        ("Kêu gọi 1.884 tàu/10.685 lao động.", "10.685 lao động", 10685, "person"),
        ("Hơn 2000 người dự.", "2000 người", 2000, "person"),
    ],
)
def test_quantities(text: str, quote: str | None, value: float | None, unit: str | None) -> None:
    found = figures_of(text)
    quotes = [text[slice(*figure.span)] for figure in found]
    if quote is None:
        assert quotes == []
    else:
        figure = found[quotes.index(quote)]
        assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 80 năm giành độc lập, 50 năm thống nhất đất nước.",
        "Nhân 70 năm ký hiệp định.",
        "Trong 5 năm tới sẽ xây xong.",
        "Điểm chuẩn 2 năm gần nhất.",
        "Cấp 1 Cấp 2 Cấp 3",
        "Á hậu 2 lần lượt bước ra.",
        "Đến năm 2030 tỷ lệ này giảm.",
        "Phiên họp 7 triệu tập thêm.",
        "Vé giá từ 5.000 đến nay.",
        "Theo khoản 3 Điều 12 điều lệ.",
        "Phong trào 2022 - 2024 tổ chức xong.",
        "Tiêm cho trẻ 9 tháng tuổi.",
        "Chợ mở vào 29 tháng Chạp.",
        "Tại các khoản 1, 2 và 7 Điều 81.",
        "Tại các khoản 1, 2 Điều 81.",
        "Căn cứ Nghị định số 71 quy định.",
        "Kỳ họp lần thứ 24 hội đồng.",
        "Quốc hội khóa 13 đại biểu bầu.",
        "Chiều 14/11 đại biểu dự họp.",
        "Quảng trường 30/4 trung tâm huyện.",
        "Vào ngày 28 tháng 6.",
        "Lúc 8 giờ sáng.",
        "Hồi 15 giờ 30 phút cùng ngày.",
        "Ở 25 Tô Hiến Thành.",
        "Ban Chỉ đạo 35 tỉnh họp.",
        "Trong 2 ngày 8 và 9/5.",
        "Trong 6 tháng đầu năm.",
        "Suốt 15 năm qua.",
        "Kỷ niệm 50 năm Ngày thành lập.",
        "Kế hoạch 5 năm 2021-2025.",
        "Năm 2024 tỉnh đạt kết quả tốt.",
        "Ông Nam 45 tuổi.",
        "Tổ 2 phường Hòa Bình.",
        "Đơn vị bầu cử số 4 huyện.",
        "Mã 6512032 Dịch vụ bảo hiểm.",
        "Tỷ số là 3-1.",
        "Có 1/3 thành viên vắng.",
        "Có hơn 2/3 thành viên dự.",
        "Văn bản 26-CT/TW.",
        "Gọi 0912345678.",
        "Hai công trình, ba ý kiến.",
    ],
)
def test_names_dates_and_ages_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()


@pytest.mark.parametrize(
    "text, value, value_max, comparator, denominator",
    [
        ("Đạt từ 8,5 - 9%.", 8.5, 9, "eq", None),
        ("Gồm 20 (hai mươi) đến 25 (hai mươi lăm) người.", 20, 25, "eq", None),
        ("Nộp không muộn hơn 5 ngày.", 5, None, "le", None),
        ("Xe không nhanh hơn 40 km/h.", 40, None, "le", None),
        ("Hẹn không sớm hơn 3 ngày.", 3, None, "ge", None),
        ("Vốn góp nhỏ hơn 25%.", 25, None, "lt", None),
        ("Vốn góp không nhỏ hơn 25%.", 25, None, "ge", None),
        ("Lớp này nhiều hơn 3 học sinh.", 3, None, "eq", None),
        ("Trả trong 01 đến 03 tháng.", 1, 3, "eq", None),
        ("Lãi từ 5% đến 7%.", 5, 7, "eq", None),
        ("Phạt 2 triệu đồng - 5 triệu đồng.", 2_000_000, 5_000_000, "eq", None),
        ("Phạt từ 24 tháng đến 30 tháng tù.", 24, 30, "eq", None),
        ("Phải đạt 98% trở lên.", 98, None, "ge", None),
        ("Thu hơn 132 tỉ đồng.", 132_000_000_000, None, "gt", None),
        ("Có gần 500 căn nhà.", 500, None, "approx", None),
        ("Không quá 30 ngày.", 30, None, "le", None),
        ("Với 439/450 đại biểu tán thành.", 439, None, "eq", 450),
        ("Chốt 45 trong tổng số 2 tuần.", 2, None, "eq", None),
    ],
)
def test_ranges_bounds_and_shares(
    text: str, value: float, value_max: float | None, comparator: str, denominator: float | None
) -> None:
    (figure,) = figures_of(text)
    assert (figure.value, figure.value_max) == (value, value_max)
    assert (figure.comparator, figure.denominator) == (comparator, denominator)


def test_a_part_of_a_whole_has_its_unit() -> None:
    part, whole = figures_of("Xã trúng 39 trong số 51 gói thầu.")
    assert (part.value, part.denominator, part.unit) == (39, 51, "project")
    assert (whole.value, whole.unit) == (51, "project")


@pytest.mark.parametrize(
    "text, values, unit",
    [
        ("Tăng từ 5% đến 7%.", [5, 7], "percent"),
        ("Giảm án từ 18 xuống 17 năm tù.", [18, 17], "year"),
        ("Nâng từ 1,8 lên 2,34 triệu đồng.", [1_800_000, 2_340_000], "vnd"),
        ("Nâng từ 500.000 lên 1 triệu đồng.", [500_000, 1_000_000], "vnd"),
        ("Xây từ 25 lên hơn 37 tầng.", [25, 37], "storey"),
        ("Giảm từ 38 còn 12 tỷ.", [38_000_000_000, 12_000_000_000], "vnd"),
    ],
)
def test_a_change_from_one_value_to_another_is_no_range(
    text: str, values: list[float], unit: str
) -> None:
    found = figures_of(text)
    assert [figure.value for figure in found] == values
    assert {figure.unit for figure in found} == {unit}


@pytest.mark.parametrize(
    "text, about",
    [
        ("Năm qua, tỷ lệ hòa giải thành đạt 71%.", "tỷ lệ hòa giải thành"),
        ("Có 60% dân số dùng nước sạch.", "dân số dùng nước sạch"),
        ("Tòa án xử 12 vụ án ma túy lớn trong năm.", "vụ án ma túy lớn"),
        ("Phòng khám đa khoa: 01 cơ sở.", "Phòng khám đa khoa"),
        ("Tổng số tiền phạt là 50 triệu đồng.", "Tổng số tiền phạt"),
    ],
)
def test_about(text: str, about: str) -> None:
    assert figures_of(text)[0].about == about


@given(st.text(alphabet="ab 1,.;:()%\nvụ", max_size=200))
def test_about_is_short_and_of_the_page(text: str) -> None:
    for figure in figures_of(text):
        assert len(figure.about) <= 80
        assert figure.about in " ".join(view(text).text.split())


def test_the_period_of_the_sentence() -> None:
    text = "Trong năm 2017, chi bộ họp 18 kỳ. Cán bộ có 40 người."
    first, second = figures_of(text, year(text, 2017))
    assert first.period == year(text, 2017)
    assert second.period is None


def test_a_period_compared_with_is_not_the_figure_s() -> None:
    text = "Năm nay thụ lý 120 vụ, tăng 5% so với năm 2016."
    assert [figure.period for figure in figures_of(text, year(text, 2016))] == [None, None]


def test_a_length_of_time_takes_its_period_from_brackets() -> None:
    text = "Được khen 4 năm liền (năm 2014 - 2017)."
    period = time_of(text, "năm 2014 - 2017", date(2014, 1, 1), date(2017, 12, 31), "years")
    assert figures_of(text, period)[0].period == period


def test_this_period_is_the_last_one_reported_on() -> None:
    text = "Báo cáo năm 2021 nêu rõ. Chiến lược đến năm 2030. Trong kỳ có 2 vụ án."
    (figure,) = figures_of(text, year(text, 2021), year(text, 2030))
    assert figure.period == year(text, 2021)


@pytest.mark.parametrize(
    "text, target, formula, unit",
    [
        ("Đạt 97,6%, vượt chỉ tiêu được giao là 7,6%.", 90.0, "97.6 - 7.6", "percentage_point"),
        ("Đạt 92%, vượt 2% so với chỉ tiêu.", 90.0, "92 - 2", "percentage_point"),
        ("Đạt 88,5%, thấp hơn chỉ tiêu 1,5%.", 90.0, "88.5 + 1.5", "percentage_point"),
        ("Xử 120 vụ, vượt kế hoạch 20 vụ.", 100.0, "120 - 20", "case"),
        ("Đạt 97%, tăng 2% so với năm trước.", None, "", "percent"),
        ("Xử 120 vụ, vượt chỉ tiêu 20%.", None, "", "percent"),
        ("Đạt 97%. Vượt chỉ tiêu 2%.", None, "", "percent"),
        ("Đạt 98% (chỉ tiêu 95%) số việc.", 95.0, "", "percent"),
        ("Đạt 98%, chỉ tiêu được giao là 95%.", 95.0, "", "percent"),
        ("Đạt 98%, mục tiêu năm sau 99%.", None, "", "percent"),
        ("Đạt 98% kế hoạch, 95% dự toán.", None, "", "percent"),
    ],
)
def test_targets(text: str, target: float | None, formula: str, unit: str) -> None:
    value, distance = figures_of(text)
    assert (value.target, value.target_formula) == (target, formula)
    assert distance.unit == unit


def test_numbers_in_dates_and_document_numbers_are_taken() -> None:
    text = "Chỉ thị 26 vụ việc; ngày 14 vụ xử 3 vụ."
    cited = Citation(Span(0, 10), "numbered", "chi_thi", number="26")
    taken = time_of(text, "ngày 14", date(2023, 11, 14), date(2023, 11, 14), "day")
    (figure,) = find_figures(page_of(text), (taken,), (cited,))
    assert text[slice(*figure.span)] == "3 vụ"


def test_a_number_in_the_name_of_a_document_may_count() -> None:
    text = "Đề án tổ chức bộ máy 3 cấp."
    named = Citation(Span(0, len(text) - 1), "named", "de_an")
    assert len(find_figures(page_of(text), (), (named,))) == 1


@pytest.mark.parametrize(
    "kind, count",
    [
        ("headline", 1),
        ("caption", 1),
        ("teaser", 1),
        ("boilerplate", 0),
        ("dateline", 0),
        ("related", 0),
    ],
)
def test_the_frame_of_a_page_holds_no_figures(kind: str, count: int) -> None:
    assert len(figures_of("Có 12 lượt xem", kind=kind)) == count


@pytest.mark.parametrize("unit", load().units, ids=lambda unit: unit.unit)
def test_examples_of_units_are_read(unit: Unit) -> None:
    for example in unit.examples:
        assert [figure.unit for figure in figures_of(example)] == [unit.unit], example


@given(st.text(alphabet="0123456789.,/-% đồngtỷvụánàháệnăm(\n", max_size=120))
def test_spans_are_trimmed_and_in_order(text: str) -> None:
    end = 0
    for figure in figures_of(text):
        words = view(text).text[slice(*figure.span)]
        assert words == words.strip()
        assert end <= figure.span.start < figure.span.end
        end = figure.span.end
