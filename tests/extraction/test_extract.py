"""The finders together: what a page costs, and pages that they leave alone."""

import pytest
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.extract import extract

TOP = "\n".join(
    (
        "Huyện Tân Lập họp bàn việc trồng rừng",
        "05/03/2024 08:30",
        "Sáng 5/3/2024, Ủy ban nhân dân huyện Tân Lập tổ chức hội nghị bàn việc trồng rừng. " * 8,
        "",
    )
)
# What each finder finds hardest: what it looks for again and again, begun and never ended, on one
# endless line or on lines without end.
NASTY = {
    "digits": "1",
    "numbers": "12 ",
    "ranges": "5-7 - ",
    "shares": "12/15/",
    "percent": "5% ",
    "sums": "5 tỷ 300 triệu ",
    "steps": "từ 5 lên 6 ",
    "anniversaries": "kỷ niệm 70 năm, ",
    "document nouns": "Nghị quyết ",
    "documents": "Nghị quyết số 26-NQ/TW, ",
    "several numbers": "Nghị quyết 18 và ",
    "codes": "26-CT/TW ",
    "one long code": "26-CT/TW-",
    "the word số": "số ",
    "law": "khoản 1 Điều 5 ",
    "honorifics": "đồng chí ",
    "names": "Nguyễn Văn Bình ",
    "persons": "đồng chí Nguyễn Văn Bình, Bí thư Tỉnh ủy, ",
    "titles": "Bí thư, ",
    "capitals": "A",
    "capital words": "An ",
    "organisations": "Phòng Tài nguyên và Môi trường ",
    "places": "huyện Tân Lập, tỉnh Lào Cai, ",
    "quotation marks": '"a ',
    "brackets": "(",
    "dates": "ngày 5/3 và ",
    "days": "từ ngày 5/3 đến ",
    "hours": "8 giờ 30 phút ",
    "occasions": "hội nghị tổng kết ",
    "requests": "yêu cầu các đơn vị tăng cường ",
    "list of tasks": "Một là, làm tốt; ",
    "systems": "phần mềm quản lý ",
    "full stops": ". ",
    "letters": "a",
    "captions": "Ảnh\n",
    "list of documents": "- Nghị quyết số 5;\n",
    "lines of names": "Nguyễn Văn Bình\n",
    "lines of dates": "Bí thư 5/3\n",
    "decomposed letters": "a\u0301\u0323 ",
    "marks": "\u0301",
    "invisible signs": "\u200b",
    "line ends": "\r\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY)
def test_time_grows_with_the_page(piece: str) -> None:
    authority = load()
    size = 10_000 // len(piece)
    assert_linear(
        lambda times: TOP + piece * (times * size), lambda page: extract(page, authority), 1
    )


# What the sentences that open a page are searched for, on one of them without end.
NASTY_OPENING = {
    "occasions held": "tổ chức hội nghị, ",
    "acts": "tiến hành xử phạt, ",
    "acts at occasions": "tổ chức kỳ họp, bầu, ",
    "documents issued": "ban hành Nghị quyết số 26-NQ/TW, ",
    "persons at occasions": "ông Nguyễn Văn Bình chủ trì hội nghị, ",
    "private people": "bị cáo Nguyễn Văn Bình, ",
    "positions given": "bầu Chủ tịch HĐND đối với ông Nguyễn Văn Bình; ",
    "menus": "Tin nóng ",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", NASTY_OPENING.values(), ids=NASTY_OPENING)
def test_time_grows_with_the_opening_sentence(piece: str) -> None:
    authority = load()
    size = 10_000 // len(piece)
    top = "Huyện Tân Lập họp bàn việc trồng rừng\n05/03/2024 08:30\n"
    assert_linear(
        lambda times: top + piece * (times * size), lambda page: extract(page, authority), 1
    )


@pytest.mark.slow
def test_five_megabytes_take_eight_times_as_long_as_an_eighth() -> None:
    authority = load()
    mixed = "\n".join(piece * (2000 // len(piece)) for piece in NASTY.values())
    assert_linear(
        lambda times: TOP + mixed * times,
        lambda page: extract(page, authority),
        5_000_000 // 8 // len(mixed),
        runs=1,
    )


def test_no_number_is_read_in_a_language_that_no_finder_knows() -> None:
    german = "Der Kreis pflanzt 12 km Hecken für 5 EUR und baut 3 Türme aus Holz am Fluss. " * 3
    found = extract(f"Kreis pflanzt Hecken\n{german}")
    assert found.header.language and found.header.language.value == "und"
    assert (found.figures, found.times, found.citations) == ((), (), ())
    assert [flag.code for flag in found.flags if flag.code == "other_language"]


def test_shares_are_read_on_english_pages() -> None:
    english = "The rate of the province is 12.5% and it is one of the best in the country. " * 2
    assert {figure.value for figure in extract(f"Rate is up\n{english}").figures} == {12.5}
