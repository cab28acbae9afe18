"""What a page says of itself, and what is stated about it elsewhere."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.mentions import Flag, Header
from opendata.extraction.structure.blocks import find_blocks
from opendata.extraction.structure.datelines import read_dateline, read_statement
from opendata.extraction.structure.header import read_header
from opendata.extraction.view import Span, view
from opendata.reading.document import SourceDocument, Stated

TITLE = "Huyện Tân Lập họp bàn việc trồng rừng"
LEAD = "Ngày 5/3, Ủy ban nhân dân huyện họp bàn kế hoạch trồng rừng, nhiều xã cử người đến dự."
BODY = "Các xã cam kết trồng xong trước mùa mưa; phòng chuyên môn cấp cây giống và cử người xuống thôn."
DATE = "05/03/2024 08:30"


def read(*lines: str, url: str = "", **stated: str) -> tuple[Header, tuple[Flag, ...]]:
    text = "\n".join(lines)
    statements = tuple(
        Stated(field, value, f"sources.csv:{field}") for field, value in stated.items()
    )
    document = SourceDocument(
        "a.txt", text, "", "", "text/plain", "utf-8", "utf-8", "plain", url, statements
    )
    seen, authority = view(text), load()
    return read_header(
        document, seen, find_blocks(seen, authority, stated.get("title", "")), authority
    )


def codes(flags: tuple[Flag, ...]) -> list[str]:
    return [flag.code for flag in flags]


DATELINES = [
    ("19:58 14-11-2023 | :16816", "2023-11-14", "19:58"),
    ("Thứ Tư, 20/07/2022, 07:50 [GMT+7]", "2022-07-20", "07:50"),
    ("17/08/2022 - 17:36", "2022-08-17", "17:36"),
    ("Thứ tư,  14/04/2021", "2021-04-14", ""),
    ("Thứ năm, 20/06/2024 18:35 (GMT+7)", "2024-06-20", "18:35"),
    ("Thứ hai, 24/06/2024 - 14:30'", "2024-06-24", "14:30"),
    ("Thứ Hai 29/04/2024 , 17:15 (GMT+7)", "2024-04-29", "17:15"),
    ("17:04 | Thứ tư, 18/09/2024 0", "2024-09-18", "17:04"),
    ("Cập nhật: 23-11-2024 | 14:38:11", "2024-11-23", "14:38"),
    ("Ngày đăng: 5/3/2024", "2024-03-05", ""),
    ("Thứ sáu, ngày 11/10/2024 20:02 GMT+7", "2024-10-11", "20:02"),
    ("15 tháng 6 2024, 14:45 +07", "2024-06-15", "14:45"),
    ("Ngày 15 tháng 6 năm 2024", "2024-06-15", ""),
    ("22.2.2025 8h05", "2025-02-22", "08:05"),
    ("5/3/2024 2:30 PM", "2024-03-05", "14:30"),
    ("5/3/2024 12:05 AM", "2024-03-05", "00:05"),
    ("5/3/2024 25:61", "2024-03-05", ""),
    ("2024-09-09T05:25:56-04:00", "2024-09-09", "16:25"),
    ("24-6-2024 Lượt xem: 120", "2024-06-24", ""),
    ("Tháng Chín 15, 2022", "2022-09-15", ""),
    ("15 Tháng Mười Hai, 2022", "2022-12-15", ""),
    ("15 Tháng 9 2022 08:24", "2022-09-15", "08:24"),
    ("(15/09/2022 08:24)", "2022-09-15", "08:24"),
    ("Đăng lúc: Thứ năm - 15/09/2022 08:24 - Người đăng bài viết: Admin", "2022-09-15", "08:24"),
    ("Chủ Nhật 12/3/2023 07:15:22", "2023-03-12", "07:15"),
    ("14:30' 24-06-2024", "2024-06-24", "14:30"),
    ("Các hoạt động nổi bật tuần từ 15-19/7/2024", None, None),
    ("2 giờ trước", None, None),
    ("31/02/2024 10:00", None, None),
    ("Quyết định có hiệu lực ngày 01/4/2024 tại huyện", None, None),
    ("08:30", None, None),
    ("12/3", None, None),
]  # fmt: skip


@pytest.mark.parametrize("line, day, minute", DATELINES)
def test_datelines(line: str, day: str | None, minute: str | None) -> None:
    text = view(line).text
    found = read_dateline(text, Span(0, len(text)), load())
    if day is None:
        assert found is None
    else:
        assert found
        assert (found.stamp.day.isoformat(), found.stamp.minute[11:16]) == (day, minute)
        assert found.stamp.minute == "" or found.stamp.minute.endswith(":00+07:00")


STATEMENTS = [
    ("2023-11-14", "2023-11-14", ""),
    ("2023-11-14T19:58:00+07:00", "2023-11-14", "2023-11-14T19:58:00+07:00"),
    ("2023-11-14T19:58:30Z", "2023-11-15", "2023-11-15T02:58:00+07:00"),
    ("2023-11-14 19:58", "2023-11-14", "2023-11-14T19:58:00+07:00"),
    ("14/11/2023 19:58", "2023-11-14", "2023-11-14T19:58:00+07:00"),
    ("Thứ Ba, 14/11/2023", "2023-11-14", ""),
    ("Tue, 14 Nov 2023 19:58:00 +0700", "2023-11-14", "2023-11-14T19:58:00+07:00"),
]


@pytest.mark.parametrize("value, day, minute", STATEMENTS)
def test_stated_dates(value: str, day: str, minute: str) -> None:
    stamp = read_statement(value, load())
    assert stamp
    assert (stamp.day.isoformat(), stamp.minute) == (day, minute)


@pytest.mark.parametrize("value", ["hôm qua", "2023-13-40", "31/2/2023", "", "2023"])
def test_what_is_no_stated_date(value: str) -> None:
    assert read_statement(value, load()) is None


FORMS = [
    "{d:02d}/{m:02d}/{y} {H:02d}:{M:02d}",
    "{H:02d}:{M:02d} {d}-{m}-{y}",
    "Thứ hai, {d}/{m}/{y}, {H}:{M:02d} [GMT+7]",
]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.sampled_from(FORMS))
def test_every_minute_comes_back(at: datetime, form: str) -> None:
    line = form.format(d=at.day, m=at.month, y=at.year, H=at.hour, M=at.minute)
    found = read_dateline(line, Span(0, len(line)), load())
    assert found
    assert found.stamp.minute == at.strftime("%Y-%m-%dT%H:%M:00+07:00")


def test_a_page_with_everything() -> None:
    header, flags = read(
        TITLE, "08:30 05-03-2024 | :99", f"Laocaitv.vn - {LEAD}", BODY, "Thu Lan", "(Phòng Văn hóa)"
    )
    assert header.title and header.title.value == TITLE
    assert header.published_on and header.published_on.value == "2024-03-05"
    assert header.published_at and header.published_at.value == "2024-03-05T08:30:00+07:00"
    assert header.date_basis == "dateline"
    assert header.byline and header.byline.value == "Thu Lan"
    assert header.byline_organisation and header.byline_organisation.value == "Phòng Văn hóa"
    assert header.outlet and (header.outlet.value, header.outlet.basis) == ("laocaitv", "text")
    assert header.outlet.ref == "outlets/laocaitv"
    assert header.province and header.province.value == "lao-cai-63"
    assert (header.province.basis, header.province.ref) == ("reference", "outlets/laocaitv")
    assert header.language and header.language.value == "vi"
    assert flags == ()


def test_every_value_from_the_text_quotes_it() -> None:
    lines = [f"Lào Cai: {TITLE}", DATE, f"LSO-{LEAD}", BODY, "Thu Lan"]
    header, _ = read(*lines)
    seen = view("\n".join(lines))
    for value, quote in [
        (header.title, lines[0]),
        (header.published_on, DATE),
        (header.byline, "Thu Lan"),
        (header.outlet, "LSO"),
        (header.province, "Lào Cai"),
    ]:
        assert value and value.span
        assert seen.quote(value.span) == quote


@pytest.mark.parametrize(
    "lines, basis",
    [
        ([DATE, TITLE, LEAD, BODY], "dateline"),
        (["05/03/2024", TITLE, LEAD, BODY], "page_header"),
        ([TITLE, "05/03/2024", LEAD, BODY], "dateline"),
        ([TITLE, LEAD, BODY], "none"),
        ([TITLE, f"{LEAD} Quyết định ký ngày 01/02/2024.", BODY], "none"),
    ],
)
def test_where_the_date_stands(lines: list[str], basis: str) -> None:
    header, flags = read(*lines)
    assert header.date_basis == basis
    assert ("undated" in codes(flags)) == (basis == "none")


@pytest.mark.parametrize(
    "line, title, site",
    [
        (f"{TITLE} | Tiếng nói Tân Lập", TITLE, " | Tiếng nói Tân Lập"),
        (f"{TITLE} - Báo Tân Lập", TITLE, " - Báo Tân Lập"),
        (f"{TITLE} - Báo Công ...", TITLE, " - Báo Công ..."),
        (f"{TITLE} - baolangson.vn", TITLE, " - baolangson.vn"),
        (f"{TITLE} - phủ xanh đồi trọc", f"{TITLE} - phủ xanh đồi trọc", ""),
        (f"Huyện | {TITLE}", f"Huyện | {TITLE}", ""),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_headline(line: str, title: str, site: str) -> None:
    header, _ = read(line, LEAD, BODY)
    assert header.title and header.title.value == title
    stated, _ = read(LEAD, BODY, title=line)
    assert stated.title and stated.title.value == title
    found = find_blocks(view(line), load())
    assert [line[slice(*block.span)] for block in found] == [title, *([site] if site else [])]


def test_marks_of_a_search_are_no_part_of_the_headline() -> None:
    header, _ = read("Huyện <b>Tân Lập</b> họp bàn việc <b>trồng rừng</b>", LEAD, BODY)
    assert header.title and header.title.value == TITLE


LONG = BODY + " Cuộc họp còn nghe các thôn nêu khó khăn về đường đi và nước tưới."
HEADS = [
    ([TITLE, "Hoàng Anh 18:11, 27/09/2023", LONG], "2023-09-27", "Hoàng Anh"),
    ([TITLE, "HOÀNG ANH - 27/09/2023 18:11", LONG], "2023-09-27", "HOÀNG ANH"),
    ([TITLE, "Chuyện quê 12/08/2020 - 23:24", LONG], "2020-08-12", None),
    ([TITLE, "Báo Lạng Sơn", "15/09/2022 08:24", LONG], "2022-09-15", None),
    (["15/09/2022 08:24", TITLE, "Hoàng Anh", LONG], "2022-09-15", "Hoàng Anh"),
    ([TITLE, "Hoàng Anh", LONG], None, "Hoàng Anh"),
    ([TITLE, LONG, "** Hoàng Anh"], None, "Hoàng Anh"),
    ([TITLE, "Ông Hoàng Anh", LONG], None, None),
    ([TITLE, "THỜI SỰ", LONG], None, None),
    ([TITLE, "Phóng viên Hoàng Anh", LONG], None, "Hoàng Anh"),
    (["Skip to main content", TITLE, LONG], None, None),
    (["Thời sự", TITLE, LONG], None, None),
    ([TITLE, LONG, "TỈNH ỦY - HĐND TỈNH"], None, None),
    (["Thứ 3, Ngày 16/07/2024 -", TITLE, "Ngày đăng: 08/07/2024", LONG], "2024-07-08", None),
]  # fmt: skip


@pytest.mark.parametrize("lines, day, byline", HEADS)
def test_the_lines_around_the_headline(
    lines: list[str], day: str | None, byline: str | None
) -> None:
    header, _ = read(*lines)
    found = (header.title, header.published_on, header.byline)
    assert tuple(one and one.value for one in found) == (TITLE, day, byline)


def test_stated_metadata_outranks_the_text() -> None:
    header, flags = read(
        TITLE, DATE, f"LSO-{LEAD}", BODY, "Thu Lan",
        title="Tin huyện", published="2024-03-06", byline="Minh Hạnh", outlet="Laocaitv.vn",
    )  # fmt: skip
    values = (header.title, header.published_on, header.byline, header.outlet)
    assert [value and (value.value, value.basis) for value in values] == [
        ("Tin huyện", "metadata"),
        ("2024-03-06", "metadata"),
        ("Minh Hạnh", "metadata"),
        ("laocaitv", "metadata"),
    ]
    assert header.published_at is None
    assert (header.date_basis, codes(flags)) == ("metadata", ["date_disagrees"])
    assert "2024-03-05" in flags[0].message and "2024-03-06" in flags[0].message


def test_where_both_agree_the_text_adds_the_minute() -> None:
    header, flags = read(TITLE, DATE, LEAD, BODY, published="2024-03-05")
    assert header.published_on and header.published_on.basis == "metadata"
    assert header.published_at and header.published_at.basis == "text"
    assert flags == ()


def test_a_stated_title_that_is_cut_is_made_whole() -> None:
    header, _ = read(LEAD[:60] + "...", TITLE, LEAD, BODY, title=TITLE[:25] + " ...")
    assert header.title and (header.title.value, header.title.basis) == (TITLE, "text")


@pytest.mark.parametrize(
    "years, doubtful",
    [
        ("năm 2017 trồng 20 ha, năm 2017 chăm sóc 30 ha, năm 2018 trồng dặm", True),
        ("năm 2017 trồng 20 ha", False),
        ("năm 2017 trồng 20 ha, năm 2017 chăm sóc 30 ha, đến năm 2025 khép tán", False),
        ("năm 2023 trồng 20 ha, năm 2023 chăm sóc 30 ha", False),
    ],
)
def test_a_bare_date_long_after_the_text_is_doubtful(years: str, doubtful: bool) -> None:
    _, flags = read("05/03/2024", TITLE, f"Theo thống kê của huyện, {years}, đạt kế hoạch.", BODY)
    assert ("date_doubtful" in codes(flags)) == doubtful
    _, flags = read(DATE, TITLE, f"Theo thống kê của huyện, {years}, đạt kế hoạch.", BODY)
    assert "date_doubtful" not in codes(flags)


PROVINCES = [
    (["Bắc Kạn: Trồng rừng mùa xuân", DATE, LEAD, BODY], "", "bac-kan-63"),
    (["Trồng rừng ở tỉnh Lào Cai", DATE, LEAD, BODY], "", "lao-cai-63"),
    (["Trồng rừng ở tỉnh Lào Cai", "05/08/2025 08:30", LEAD, BODY], "", "lao-cai-34"),
    (["Trồng rừng ở tỉnh Lào Cai", LEAD, BODY], "", "lao-cai-63"),
    ([TITLE, DATE, "Chiều 5/3, Đảng đoàn HĐND tỉnh Long An họp bàn.", BODY], "", "long-an-63"),
    ([TITLE, DATE, LEAD, "Tỉnh Đắk Lắk trồng 20 ha, tỉnh Đồng Nai 5 ha, tỉnh Đắk Lắk thêm 3 ha."], "", "dak-lak-63"),
    ([TITLE, DATE, LEAD, "Tỉnh Đắk Lắk trồng 20 ha, tỉnh Đồng Nai trồng 5 ha."], "", None),
    (["Lào Cai và Yên Bái cùng trồng rừng", DATE, LEAD, BODY], "", None),
    ([TITLE, DATE, LEAD, BODY], "https://baolangson.vn/a-1.html", "lang-son-63"),
    ([TITLE, DATE, LEAD, BODY], "", None),
    (["Khen thưởng ông Đỗ Thái Bình", DATE, LEAD, BODY], "", None),
    (["Bí thư Thái Bình Đỗ Văn Nam thăm rừng", DATE, LEAD, BODY], "", "thai-binh-63"),
]  # fmt: skip


@pytest.mark.parametrize("lines, url, province", PROVINCES)
def test_provinces(lines: list[str], url: str, province: str | None) -> None:
    header, _ = read(*lines, url=url)
    assert (header.province and header.province.value) == province


@pytest.mark.parametrize(
    "lines, stated, outlet",
    [
        ([TITLE, f"(Dân trí) - {LEAD}", BODY], {}, "dan-tri"),
        ([TITLE, f"(ANTV) - {LEAD}", BODY], {}, "antv"),
        ([TITLE, f"LSO-{LEAD}", BODY], {}, "bao-lang-son"),
        ([TITLE, f"(Tin của xã) - {LEAD}", BODY], {}, None),
        ([TITLE, LEAD, BODY], {"outlet": "LSO"}, "bao-lang-son"),
        ([TITLE, LEAD, BODY], {"outlet": "dan-tri"}, "dan-tri"),
        ([TITLE, LEAD, BODY], {"outlet": "Tờ tin của xã"}, None),
        ([TITLE, LEAD, BODY], {"url": "https://www.dantri.com.vn/a.htm"}, "dan-tri"),
        ([TITLE, LEAD, BODY], {"url": "https://m.dantri.com.vn/a.htm"}, "dan-tri"),
        ([TITLE, LEAD, BODY], {"url": "không phải địa chỉ"}, None),
    ],
)
def test_outlets(lines: list[str], stated: dict[str, str], outlet: str | None) -> None:
    url = stated.pop("url", "")
    header, _ = read(*lines, url=url, **stated)
    assert (header.outlet and header.outlet.value) == outlet


@pytest.mark.parametrize(
    "lines, language",
    [
        ([TITLE, LEAD, BODY], "vi"),
        (["Forest planting season opens", "The district said that the season of planting is open to all."], "en"),
        (["Aufforstung im Frühjahr", "Der Landkreis beginnt im Frühjahr mit der Aufforstung seiner Wälder."], "und"),
    ],
)  # fmt: skip
def test_languages(lines: list[str], language: str) -> None:
    header, flags = read(*lines)
    assert header.language and header.language.value == language
    assert ("other_language" in codes(flags)) == (language != "vi")


def test_too_little_text_has_the_language_that_is_stated() -> None:
    assert read("Trồng rừng")[0].language is None
    header, _ = read("Trồng rừng", language="vi")
    assert header.language and header.language.basis == "metadata"


def test_what_is_missing_is_flagged() -> None:
    assert codes(read(LEAD, BODY)[1]) == ["undated", "untitled"]
    assert codes(read(TITLE, DATE, LEAD[:60] + " ...")[1]) == ["truncated"]
    assert codes(read("")[1]) == ["undated", "untitled"]
