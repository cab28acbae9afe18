"""Dates, ranges, periods and recurrences in running text."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.mentions import Block, Header, Time, Value
from opendata.extraction.page import Page
from opendata.extraction.time.times import find_times
from opendata.extraction.view import Span, view

PUBLISHED = "2024-05-20"


def page(*paragraphs: str, published: str | None = PUBLISHED) -> Page:
    seen = view("\n".join(paragraphs))
    blocks, at = [], 0
    for line in seen.text.split("\n"):
        blocks.append(Block("body", Span(at, at + len(line))))
        at += len(line) + 1
    day = Value(published, "metadata", "sources.csv:published") if published else None
    return Page(seen, tuple(blocks), Header(published_on=day), load())


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str, str]]:
    """Quote, first and last day, precision."""
    found = page(text, published=published)
    return [
        (found.view.quote(one.span), str(one.starts_on), str(one.ends_on), one.precision)
        for one in find_times(found)
    ]


DAYS = [
    ("Họp chiều 17/8 tại xã", "2023-08-17", "chiều 17/8", "2023-08-17", "2023-08-17", "day"),
    ("họp chiều\u00a0ngày\u00a014/11,", PUBLISHED, "chiều\u00a0ngày\u00a014/11", "2023-11-14", "2023-11-14", "day"),
    ("ký ngày 29/7/2020.", PUBLISHED, "ngày 29/7/2020", "2020-07-29", "2020-07-29", "day"),
    ("Sáng 17.7, xã", "2024-07-18", "Sáng 17.7", "2024-07-17", "2024-07-17", "day"),
    ("từ ngày 29-9", PUBLISHED, "ngày 29-9", "2023-09-29", "2023-09-29", "day"),
    ("trong hai ngày 9 và 10-1", PUBLISHED, "ngày 9 và 10-1", "2024-01-09", "2024-01-10", "days"),
    ("từ ngày 19 - 25.1", PUBLISHED, "ngày 19 - 25.1", "2024-01-19", "2024-01-25", "days"),
    ("các ngày 23 và 24.4.2024", PUBLISHED, "ngày 23 và 24.4.2024", "2024-04-23", "2024-04-24", "days"),
    ("tuần từ 19-23/1/2026", PUBLISHED, "19-23/1/2026", "2026-01-19", "2026-01-23", "days"),
    ("sáng nay 25/8", "2024-08-25", "sáng nay 25/8", "2024-08-25", "2024-08-25", "day"),
    ("hôm nay (16/5), huyện", PUBLISHED, "hôm nay (16/5)", "2024-05-16", "2024-05-16", "day"),
    ("ngày hôm qua (16-5) xã", PUBLISHED, "ngày hôm qua (16-5)", "2024-05-16", "2024-05-16", "day"),
    ("số 117 ngày 07 tháng 10 năm 2013", PUBLISHED, "ngày 07 tháng 10 năm 2013", "2013-10-07", "2013-10-07", "day"),
    ("vào ngày 25 tháng 01/2025", PUBLISHED, "ngày 25 tháng 01/2025", "2025-01-25", "2025-01-25", "day"),
    ("Thứ Sáu, ngày 24/1, đoàn", PUBLISHED, "Thứ Sáu, ngày 24/1", "2024-01-24", "2024-01-24", "day"),
    ("tối thứ ba (7/5)", PUBLISHED, "tối thứ ba (7/5)", "2024-05-07", "2024-05-07", "day"),
    ("rạng sáng 5-4", PUBLISHED, "rạng sáng 5-4", "2024-04-05", "2024-04-05", "day"),
    ("sáng ngày mai 21.5", PUBLISHED, "sáng ngày mai 21.5", "2024-05-21", "2024-05-21", "day"),
    ("từ 28/4 đến hết ngày 2/5/2024", PUBLISHED, "28/4 đến hết ngày 2/5/2024", "2024-04-28", "2024-05-02", "days"),
    ("chiều 30 - 1/5", PUBLISHED, "chiều 30 - 1/5", "2024-04-30", "2024-05-01", "days"),
    ("từ ngày 28/12 đến 3/1/2025", PUBLISHED, "ngày 28/12 đến 3/1/2025", "2024-12-28", "2025-01-03", "days"),
    ("dự kiến ngày 15/7 sẽ họp", PUBLISHED, "ngày 15/7", "2024-07-15", "2024-07-15", "day"),
    ("ngày 2/1 tới", "2024-12-30", "ngày 2/1", "2025-01-02", "2025-01-02", "day"),
    ("Chiều nay, huyện", PUBLISHED, "Chiều nay", "2024-05-20", "2024-05-20", "day"),
    ("tối qua, tại xã", PUBLISHED, "tối qua", "2024-05-19", "2024-05-19", "day"),
    ("Sáng sớm 7/5, huyện", PUBLISHED, "Sáng sớm 7/5", "2024-05-07", "2024-05-07", "day"),
    ("Ngày 16 - 4 - 2024, xã", PUBLISHED, "Ngày 16 - 4 - 2024", "2024-04-16", "2024-04-16", "day"),
    ("Ngày 19 – 4, tỉnh", PUBLISHED, "Ngày 19 – 4", "2024-04-19", "2024-04-19", "day"),
    ("ngày 16/09/23, xã", PUBLISHED, "ngày 16/09/23", "2023-09-16", "2023-09-16", "day"),
    ("trong ba ngày, từ 19 đến 21/4, xã", PUBLISHED, "19 đến 21/4", "2024-04-19", "2024-04-21", "days"),
    ("ngày 15 và 16 - 3, huyện", PUBLISHED, "ngày 15 và 16 - 3", "2024-03-15", "2024-03-16", "days"),
    ("Hôm nay, tỉnh", PUBLISHED, "Hôm nay", "2024-05-20", "2024-05-20", "day"),
]  # fmt: skip
PERIODS = [
    ("trong quý II/2018", "quý II/2018", "2018-04-01", "2018-06-30", "quarter"),
    ("Quý I năm 2022", "Quý I năm 2022", "2022-01-01", "2022-03-31", "quarter"),
    ("quý 3 tới", "quý 3", "2024-07-01", "2024-09-30", "quarter"),
    ("sơ kết 6 tháng đầu năm 2022", "6 tháng đầu năm 2022", "2022-01-01", "2022-06-30", "half"),
    ("nhiệm vụ 6 tháng cuối năm", "6 tháng cuối năm", "2024-07-01", "2024-12-31", "half"),
    ("sáu tháng đầu năm 2023", "sáu tháng đầu năm 2023", "2023-01-01", "2023-06-30", "half"),
    ("nửa đầu năm 2023", "nửa đầu năm 2023", "2023-01-01", "2023-06-30", "half"),
    ("kết quả 9 tháng, xã", "9 tháng", "2024-01-01", "2024-09-30", "months"),
    ("thu ngân sách 7 tháng năm 2023", "7 tháng năm 2023", "2023-01-01", "2023-07-31", "months"),
    ("Năm ngoái, huyện trồng rừng", "Năm ngoái", "2023-01-01", "2023-12-31", "year"),
    ("nhiều hơn năm nay", "năm nay", "2024-01-01", "2024-12-31", "year"),
    ("Trong 6 tháng, xã trồng rừng", "6 tháng", "2024-01-01", "2024-06-30", "half"),
    ("5 tháng đầu năm nay", "5 tháng đầu năm nay", "2024-01-01", "2024-05-31", "months"),
    ("từ tháng 5/2024", "tháng 5/2024", "2024-05-01", "2024-05-31", "month"),
    ("hồi tháng 11-2023", "tháng 11-2023", "2023-11-01", "2023-11-30", "month"),
    ("đầu tháng 12", "tháng 12", "2023-12-01", "2023-12-31", "month"),
    ("tháng 3 - 5/2024", "tháng 3 - 5/2024", "2024-03-01", "2024-05-31", "months"),
    ("tháng 11 đến tháng 2/2024", "tháng 11 đến tháng 2/2024", "2023-11-01", "2024-02-29", "months"),
    ("Từ tháng 10/2017 đến 4/2021", "tháng 10/2017 đến 4/2021", "2017-10-01", "2021-04-30", "months"),
    ("từ 8.2018 tới nay", "8.2018", "2018-08-01", "2018-08-31", "month"),
    ("năm 2017", "năm 2017", "2017-01-01", "2017-12-31", "year"),
    ("liền (từ năm 2014 – 2017) được", "từ năm 2014 – 2017", "2014-01-01", "2017-12-31", "years"),
    ("các năm 2021, 2022 và 2023", "năm 2021, 2022 và 2023", "2021-01-01", "2023-12-31", "years"),
    ("giai đoạn 2021-2025", "giai đoạn 2021-2025", "2021-01-01", "2025-12-31", "years"),
    ("nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2020 - 2025", "2020-01-01", "2025-12-31", "term"),
]  # fmt: skip
RECURRENCES = [
    ("họp mỗi tháng 1 lần vào ngày 28 hằng tháng", "mỗi tháng 1 lần vào ngày 28 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=28"),
    ("họp vào thứ ba và thứ tư hằng tuần", "thứ ba và thứ tư hằng tuần", "FREQ=WEEKLY;BYDAY=TU,WE"),
    ("chi bộ họp mỗi quý 1 lần", "mỗi quý 1 lần", "FREQ=MONTHLY;INTERVAL=3"),
    ("mỗi tháng họp một lần", "mỗi tháng họp một lần", "FREQ=MONTHLY"),
    ("3 tháng một lần", "3 tháng một lần", "FREQ=MONTHLY;INTERVAL=3"),
    ("giao ban 06 tháng/lần", "06 tháng/lần", "FREQ=MONTHLY;INTERVAL=6"),
    ("từ thứ hai đến thứ sáu hàng tuần", "thứ hai đến thứ sáu hàng tuần", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("sáng thứ 2 hằng tuần", "sáng thứ 2 hằng tuần", "FREQ=WEEKLY;BYDAY=MO"),
    ("chủ nhật hằng tuần", "chủ nhật hằng tuần", "FREQ=WEEKLY;BYDAY=SU"),
    ("tiếp dân ngày 10 và 25 hằng tháng", "ngày 10 và 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=10,25"),
    ("lấy ngày 21/6 hằng năm làm", "ngày 21/6 hằng năm", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21"),
]  # fmt: skip
NONE = [
    "Chỉ thị 26-CT/TW, Kết luận 84-KL/TW",
    "đạt 45.799/36.875 hồ sơ",
    "với 439/439 đại biểu",
    "3,5 vụ án; 12/2 điểm; tỷ số 3-1",
    "gọi 0912.345.678",
    "ngày 31/2 và ngày 30.2.2024",
    "tháng 13/2024, quý V, quý khách",
    "12 kỳ/năm, 18 kỳ",
    "duy trì sinh hoạt định kỳ hằng năm",
    "án 2 năm 9 tháng tù; 6 tháng 10 ngày",
    "xếp thứ 5/63 tỉnh",
    "số 30/2020/NĐ-CP, số 81/2025/QH15",
    "sáng mồng 6/3 âm lịch",
    "năm học 2023-2024",
    "đường 30 tháng 4",
    "mỗi năm xét 3 lần",
    "cuộc sống hôm nay, như ngày hôm nay",
    "từ đầu nhiệm kỳ đến nay",
    "những năm 1990",
    "tăng từ 5 - 7 tấn, có 5 - 10 người; giảm từ 12/15 xã",
]


@pytest.mark.parametrize("text, published, quote, first, last, precision", DAYS)
def test_days(text: str, published: str, quote: str, first: str, last: str, precision: str) -> None:
    assert told(text, published) == [(quote, first, last, precision)]


@pytest.mark.parametrize("text, quote, first, last, precision", PERIODS)
def test_periods(text: str, quote: str, first: str, last: str, precision: str) -> None:
    assert told(text) == [(quote, first, last, precision)]


@pytest.mark.parametrize("text, quote, rule", RECURRENCES)
def test_recurrences(text: str, quote: str, rule: str) -> None:
    found = page(text)
    (one,) = find_times(found)
    assert (found.view.quote(one.span), one.recurrence) == (quote, rule)
    assert (one.precision, one.starts_on) == ("recurring", None)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text, part",
    [
        ("sáng 5/4", "morning"),
        ("rạng sáng 5/4", "morning"),
        ("trưa 5/4", "noon"),
        ("chiều ngày 5/4", "afternoon"),
        ("tối 5/4", "evening"),
        ("đêm 5/4", "evening"),
        ("ngày 5/4", ""),
    ],
)
def test_part_of_day(text: str, part: str) -> None:
    (one,) = find_times(page(text))
    assert one.part_of_day == part


def test_what_was_assumed_is_said() -> None:
    found = find_times(page("Ngày 2/5/2024, xã họp.", "Sáng cùng ngày, huyện họp.", "Chiều 3/5."))
    assert [(str(one.starts_on), one.part_of_day, one.assumed) for one in found] == [
        ("2024-05-02", "", ()),
        ("2024-05-02", "morning", ("day",)),
        ("2024-05-03", "afternoon", ("year",)),
    ]


def test_a_month_with_its_year_dates_the_days_of_an_undated_page() -> None:
    assert told("Ngày 29/10, xã tiếp dân định kỳ tháng 10/2024.", None)[0][1] == "2024-10-29"
    two = "Ngày 29/10, xã tiếp dân định kỳ tháng 10/2024, nhiều hơn tháng 10/2023."
    assert told(two, None)[0][1] != "2024-10-29"


def test_a_day_without_a_year_is_no_date_on_an_undated_page() -> None:
    assert told("Chiều 17/8, quý I và năm 2020; sáng nay", None) == [
        ("Chiều 17/8", "None", "None", "day"),
        ("quý I", "None", "None", "quarter"),
        ("năm 2020", "2020-01-01", "2020-12-31", "year"),
        ("sáng nay", "None", "None", "day"),
    ]


def test_days_that_make_no_range_stand_alone() -> None:
    assert [row[:2] for row in told("các ngày 7, 9 và 12/5/2024")] == [
        ("ngày 7", "2024-05-07"),
        ("9", "2024-05-09"),
        ("12/5/2024", "2024-05-12"),
    ]


def test_a_day_and_its_anniversary_are_no_stretch() -> None:
    assert [row[:3] for row in told("kỷ niệm (3/2/1930 - 3/2/2024)")] == [
        ("3/2/1930", "1930-02-03", "1930-02-03"),
        ("3/2/2024", "2024-02-03", "2024-02-03"),
    ]


def test_a_bare_number_is_a_date_where_the_page_says_so_elsewhere() -> None:
    assert told("đổi lịch từ 4/5") == []
    assert [row[0] for row in told("đổi lịch từ 4/5 theo thông báo, họp sáng 4/5")] == [
        "4/5",
        "sáng 4/5",
    ]


def test_only_the_articles_own_blocks_are_read() -> None:
    found = page("chiều 17/8", "chiều 18/8")
    first, second = found.blocks
    hidden = Page(found.view, (Block("related", first.span), second), found.header, found.authority)
    assert [found.view.quote(one.span) for one in find_times(hidden)] == ["chiều 18/8"]


FORMS = st.sampled_from(
    [
        "ngày {d}/{m}/{y}",
        "ngày {d:02d}/{m:02d}/{y}",
        "{d}-{m}-{y}",
        "{d}.{m}.{y}",
        "sáng {d:02d}.{m:02d}.{y}",
        "ngày {d:02d} tháng {m:02d} năm {y}",
        "ngày {d} tháng {m}/{y}",
        "ngày {d} tháng {m}, năm {y}",
        "Thứ tư, ngày {d}/{m}/{y}",
        "hôm nay ({d}-{m}-{y})",
    ]
)


@given(st.dates(date(1930, 1, 1), date(2060, 12, 31)), FORMS)
def test_every_day_comes_back(day: date, form: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year)
    found = page(f"Huyện họp {written}, có biên bản.")
    (one,) = find_times(found)
    assert (one.starts_on, one.ends_on, one.precision, one.assumed) == (day, day, "day", ())
    assert found.view.quote(one.span).rstrip(")") == written.rstrip(")")


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.integers(0, 300), st.booleans())
def test_a_day_of_the_last_months_gets_its_year(published: date, ago: int, dotted: bool) -> None:
    day = date.fromordinal(published.toordinal() - ago)
    written = f"chiều {day.day}{'.' if dotted else '/'}{day.month}"
    (one,) = find_times(page(written, published=published.isoformat()))
    assert (one.starts_on, one.assumed) == (day, ("year",))


@given(
    st.lists(
        st.sampled_from(["ngày", "sáng", "tháng", "năm", "quý", "mỗi", "lần", "tuần", "1", "2", "12/5", "31/12/2024", "2024", "-", "/", ",", ".", "(", ")", "II", "đến", "và"]),
        max_size=25,
    ).map(" ".join)
)  # fmt: skip
def test_times_are_in_order_apart_and_possible(text: str) -> None:
    found: tuple[Time, ...] = find_times(page(text))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(
        (one.starts_on is None and one.ends_on is None)
        or (one.starts_on and one.ends_on and one.starts_on <= one.ends_on)
        for one in found
    )


def test_time_grows_with_length_alone() -> None:
    hard = "từ ngày 1, 2, 3, 4 và 5 - 6 tháng mỗi tháng 1 năm 2020 - 2021 quý I 12/5 - "
    assert_linear(lambda size: page(hard * size), find_times, 100)
