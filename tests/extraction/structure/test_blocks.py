"""The structure of a page: short pages in our own words, line by line."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.structure.blocks import find_blocks
from opendata.extraction.structure.bylines import read_byline
from opendata.extraction.structure.captions import line_kind
from opendata.extraction.view import Span, View, tidy, view

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
TITLE = "Huyện Tân Lập họp bàn việc trồng rừng"
LEAD = (
    "Ngày 5/3, Ủy ban nhân dân huyện Tân Lập họp bàn kế hoạch trồng rừng, nhiều xã cử người đến dự."
)
BODY = "Các xã cam kết trồng xong trước mùa mưa; phòng chuyên môn cấp cây giống và cử người xuống thôn."
MORE = "Huyện cũng nhắc các chủ rừng giữ đường băng cản lửa, trực gác vào những ngày nắng nóng kéo dài."


def kinds(text: str, title: str = "") -> list[tuple[str, str]]:
    seen = view(text)
    return [(block.kind, seen.value(block.span)) for block in find_blocks(seen, load(), title)]


PAGES = {
    "menu above, who wrote after the date": (
        ["Tin nóng Media Tin ảnh", TITLE, "Ngày đăng bài: 05/03/2024 | Tác giả: Thu Lan", LEAD, BODY],
        ["boilerplate", "headline", "dateline", "byline", "lead", "body"],
    ),
    "date with a colon": (
        [TITLE, "Ngày: 05/03/2024", LEAD, BODY],
        ["headline", "dateline", "lead", "body"],
    ),
    "headline, date, lead, body, byline": (
        [TITLE, "", "Thứ Ba, 05/03/2024, 08:30 [GMT+7]", LEAD, BODY, "Minh Hạnh"],
        ["headline", "dateline", "lead", "body", "byline"],
    ),
    "language switch and date above, share button below": (
        ["Tiếng Việt | English", "05/03/2024 - 08:30", TITLE, LEAD, BODY, "Thu Lan", "Chia sẻ"],
        ["boilerplate", "dateline", "headline", "lead", "body", "byline", "boilerplate"],
    ),
    "bare date, kicker, tag": (
        ["Thứ ba,\u00a0 05/03/2024", "Huyện ủy Tân Lập:", TITLE, f"LSO-{LEAD}", BODY, "THU LAN"],
        ["dateline", "kicker", "headline", "outlet_tag", "lead", "body", "byline"],
    ),
    "view count beside the date": (
        [TITLE, "08:30 05-03-2024 | :1204", LEAD, BODY],
        ["headline", "dateline", "boilerplate", "lead", "body"],
    ),
    "repeated caption": (
        [TITLE, LEAD, "Toàn cảnh cuộc họp", "Toàn cảnh cuộc họp", BODY, ".", "P.V", "."],
        ["headline", "lead", "caption", "caption", "body", "byline"],
    ),
    "picture marks": (
        [f"(tanlap.gov.vn) - {LEAD}", "[img]", "Rừng trồng năm thứ hai ở xã Bình Sơn.", BODY],
        ["outlet_tag", "lead", "boilerplate", "caption", "body"],
    ),
    "byline with its organisation": (
        [TITLE, LEAD, BODY, "Nguyễn Thu Lan", "(Phòng Văn hóa huyện Tân Lập)", "\u00a0", "."],
        ["headline", "lead", "body", "byline", "byline"],
    ),
    "links after the byline": (
        [TITLE, LEAD, BODY, "CTV Thu Lan/LSO", "Link Tân Lập ngày mới", "Link trang của huyện"],
        ["headline", "lead", "body", "byline", "boilerplate", "boilerplate"],
    ),
    "name before the date": (
        [TITLE, "THU LAN - Thứ ba, 05/03/2024 08:30 (GMT+7)", LEAD, BODY],
        ["headline", "byline", "dateline", "lead", "body"],
    ),
    "date of the last change below": (
        [TITLE, LEAD, BODY, MORE, "Cập nhật: 05/03/2024 09:15"],
        ["headline", "lead", "body", "body", "dateline"],
    ),
    "teaser that is cut": (
        [TITLE, "", LEAD[:80] + "\u00a0...", "", LEAD, BODY],
        ["headline", "teaser", "lead", "body"],
    ),
    "teaser from further down": ([TITLE, MORE, LEAD, BODY, MORE], ["headline", "teaser", "lead", "body", "body"]),
    "cut text that nothing repeats": ([TITLE, LEAD[:80] + " ..."], ["headline", "lead"]),
    "headline with a full stop that the text takes up": (
        [TITLE + ".", f"Ngày 5/3, {TITLE} và cử người xuống thôn. {LEAD} {BODY}", MORE],
        ["headline", "lead", "body"],
    ),
    "section, headline with a full stop, date": (
        ["Hoạt động của xã", TITLE + ".", "05/03/2024 08:30", LEAD, BODY],
        ["kicker", "headline", "dateline", "lead", "body"],
    ),
    "sentence with a full stop that opens the text": ([LEAD[:90] + ".", BODY], ["lead", "body"]),
    "cut headline, whole below, with a date": (
        [TITLE[:30] + " ...", LEAD[:80] + "...", TITLE, "05/03/2024 08:30", LEAD, BODY],
        ["teaser", "teaser", "headline", "dateline", "lead", "body"],
    ),
    "cut headline, whole below between section and lead": (
        [TITLE[:30] + " ...", LEAD[:80] + "...", f"Thời sự {TITLE} {LEAD}", BODY],
        ["teaser", "teaser", "boilerplate", "headline", "lead", "body"],
    ),
    "headline with its date on one line": (
        [TITLE[:30] + " ...", LEAD[:80] + "...", f"{TITLE} 05/03/2024 15:36", LEAD, BODY],
        ["teaser", "teaser", "headline", "dateline", "lead", "body"],
    ),
    "subheadings": (
        [TITLE, LEAD, "Giao khoán tới từng hộ", BODY, "2. Công tác phòng cháy", MORE, "Ai chịu trách nhiệm?", BODY.lower()],
        ["headline", "lead", "subheading", "body", "subheading", "body", "subheading", "body"],
    ),
    "related pages": (
        [TITLE, LEAD, BODY, "Thu Lan", "Tin liên quan", "Xã Bình Sơn trồng thêm rừng"],
        ["headline", "lead", "body", "byline", "related", "related"],
    ),
    "no headline": ([LEAD, BODY, MORE], ["lead", "body", "body"]),
    "numbers and dates of the text stay in the text": (
        [TITLE, LEAD, "Quyết định có hiệu lực từ ngày 01/4/2024.", BODY],
        ["headline", "lead", "body", "body"],
    ),
    "the name of the outlet on a line of its own": (
        [TITLE, "(VTC News) -", LEAD, "(SGGPO).- " + BODY],
        ["headline", "outlet_tag", "lead", "body"],
    ),
    "a short caption repeated above the lead": (
        [TITLE, "Ông Lê Văn Ba.", "Ông Lê Văn Ba.", LEAD, BODY],
        ["headline", "caption", "caption", "lead", "body"],
    ),
    "a section and links of a portal": (
        ["Chính trị - Xã hội", TITLE, "Xem với cỡ chữ", LEAD, BODY, "Thu Lan", "Các tin đã đưa", "Tin cũ của xã"],
        ["boilerplate", "headline", "boilerplate", "lead", "body", "byline", "related", "related"],
    ),
    "a text of one sentence that could be a caption": (
        [TITLE, "Ông Lê Văn Ba, Bí thư Chi bộ, tặng quà các em.", "THU LAN"],
        ["headline", "lead", "byline"],
    ),
    "signs alone": (["...", "_____", TITLE, LEAD, "."], ["headline", "lead"]),
    "nothing": (["", " ", "\u00a0"], []),
}  # fmt: skip


@pytest.mark.parametrize("lines, expected", PAGES.values(), ids=PAGES)
def test_pages(lines: list[str], expected: list[str]) -> None:
    assert [kind for kind, _ in kinds("\n".join(lines))] == expected


def test_line_ends_of_any_kind() -> None:
    lines, expected = PAGES["headline, date, lead, body, byline"]
    assert [kind for kind, _ in kinds("\r\n".join(lines))] == expected


def test_a_line_may_hold_several_blocks() -> None:
    found = kinds(f"{TITLE}\n08:30 05-03-2024 | :1204\nLaocaitv.vn -\u00a0{LEAD}\n{BODY}")
    assert found[:5] == [
        ("headline", TITLE),
        ("dateline", "08:30 05-03-2024"),
        ("boilerplate", "| :1204"),
        ("outlet_tag", "Laocaitv.vn -"),
        ("lead", LEAD),
    ]


def test_a_stated_title_is_looked_for_in_the_text() -> None:
    text = f"{LEAD[:80]}...\n{TITLE}\n{LEAD}\n{BODY}"
    expected = [("headline", TITLE), ("lead", LEAD), ("body", BODY)]
    assert kinds(text, TITLE)[1:] == kinds(text, TITLE[:30] + " ...")[1:] == expected
    assert [kind for kind, _ in kinds(f"{LEAD}\n{BODY}", TITLE)] == ["lead", "body"]


CAPTIONS = [
    ("Quang cảnh buổi lễ.", "caption"),
    ("Toàn cảnh Hội nghị", "caption"),
    ("Các đại biểu dự hội nghị tổng kết", "caption"),
    ("Đồng chí Trần Văn Bình, Bí thư Huyện ủy phát biểu tại lễ ra quân.", "caption"),
    ("Lãnh đạo huyện tặng hoa chúc mừng đội văn nghệ xã Bình Sơn.", "caption"),
    ("Chủ tịch huyện Trần Văn Bình (bên phải) thăm rừng giống", "caption"),
    ("Ông Trần Văn Bình (phải) và các hộ nhận khoán.", "caption"),
    ("Rừng mới trồng ở xã Bình Sơn. Ảnh: Thu Lan", "caption"),
    ("Rừng mới trồng ở xã Bình Sơn - Ảnh: THU LAN", "caption"),
    ("Rừng mới trồng ở xã Bình Sơn ẢNH: THU LAN", "caption"),
    ("Rừng mới trồng (Ảnh: Báo huyện).", "caption"),
    ("Rừng mới trồng (ảnh minh họa)", "caption"),
    ("Ảnh minh họa.", "caption"),
    ("Tan Lap trong rung anh 2. Các hộ nhận cây giống tại xã Bình Sơn.", "caption"),
    ("Trồng rừng là trồng tương lai", "subheading"),
    ("1. Giao đất, giao rừng", "subheading"),
    ("Vì sao rừng chậm lớn?", "subheading"),
    ("Đồng chí Trần Văn Bình và đồng chí Lê Thị Hoa đồng chủ trì cuộc họp.", ""),
    ("Ông Trần Văn Bình cho biết: rừng lên tốt.", ""),
    ("Tại lễ ra quân, Bí thư Huyện ủy phát biểu động viên.", ""),
    ("Đoàn đã tặng 20 suất quà.", ""),
    ("Theo đó, các xã nhận cây giống.", ""),
    ("- Trồng mới 20 ha rừng", ""),
    ("Xã Bình Sơn: 12 ha;", ""),
    ("Các xã gồm:", ""),
    (LEAD, ""),
]


@pytest.mark.parametrize("line, kind", CAPTIONS)
def test_captions(line: str, kind: str) -> None:
    assert line_kind(view(line).text, load()) == kind


BYLINES = [
    ("Tiến Dũng", "Tiến Dũng"),
    ("PHÙNG KHIÊM", "PHÙNG KHIÊM"),
    ("(Tiến Dũng)", "Tiến Dũng"),
    ("(hết)", None),
    ("TD", "TD"),
    ("TTXVN", ""),
    ("P.V", "P.V"),
    ("PV", "PV"),
    ("Nhóm PV", "Nhóm PV"),
    ("Nguyễn Thị Thu Lan", "Nguyễn Thị Thu Lan"),
    ("Minh Hạnh – Thu Lan", "Minh Hạnh – Thu Lan"),
    ("Minh Hạnh, Thu Lan", "Minh Hạnh, Thu Lan"),
    ("P. Lan - Lê Hạnh", "P. Lan - Lê Hạnh"),
    ("Đ.LAN", "Đ.LAN"),
    ("CTV Tuấn Dũng/HTTV", "Tuấn Dũng"),
    ("Tin, ảnh: THU LAN", "THU LAN"),
    ("Bài và ảnh: Thu Lan", "Thu Lan"),
    ("Tác giả: Thu Lan", "Thu Lan"),
    ("THU LAN (thực hiện)", "THU LAN"),
    ("Thu Lan (Theo TTXVN)", "Thu Lan"),
    ("Theo Thu Lan", "Thu Lan"),
    ("Thu Lan (T/h)", "Thu Lan"),
    ("Thu Lan - VKSND tỉnh Lạng Sơn", "Thu Lan"),
    ("Thu Lan, Tòa án huyện Chi Lăng", "Thu Lan"),
    ("Văn Ba/Báo Lạng Sơn", "Văn Ba"),
    ("MINH TUẤN - THANH LAN", "MINH TUẤN - THANH LAN"),
    ("Tin bài: Thu Lan", "Thu Lan"),
    ("Bài: Thu Lan - Ảnh: Văn Ba", "Thu Lan"),
    ("Thu Lan, ảnh: Văn Ba", "Thu Lan"),
    ("* Thu Lan", "Thu Lan"),
    ("Thu Lan./.", "Thu Lan"),
    ("Nguồn: Báo Lạng Sơn", ""),
    ("Sở Tư Pháp", None),
    ("Theo TTXVN", ""),
    ("Nguồn: TTXVN", ""),
    ("TTXVN", ""),
    ("Rừng mới trồng", None),
    ("Thu lan", None),
    ("Huyện Tân Lập họp", None),
    ("Nguồn hình ảnh, kho ảnh của huyện", None),
    ("Ảnh: THU LAN", None),
    (LEAD, None),
]


@pytest.mark.parametrize("line, name", BYLINES)
def test_bylines(line: str, name: str | None) -> None:
    seen = view(line)
    found = read_byline(seen.text, Span(0, len(seen.text)), load())
    assert (found and (seen.quote(found.name) if found.name else "")) == name


@pytest.mark.parametrize("line", ["Hà Nam", "CHÚC MỪNG"])
def test_a_place_or_an_act_is_no_byline(line: str) -> None:
    kind, words = kinds(f"{TITLE}\n{LEAD}\n{BODY}\n{line}")[-1]
    assert (kind != "byline", words) == (True, line)


def test_a_byline_above_the_text_says_that_it_is_one() -> None:
    page = kinds(f"{TITLE}\nChuyện nhà nông\nTác giả: Thu Lan\n{LEAD}\n{BODY}")
    assert ("byline", "Tác giả: Thu Lan") in page


@given(
    st.lists(
        st.sampled_from([TITLE, LEAD, BODY, MORE, "", ".", "P.V", "05/03/2024", "Thu Lan", "[img]",
                         "Toàn cảnh", LEAD[:70] + "...", TITLE[:25] + " ...", "Tin liên quan",
                         "Tiếng Việt | English", "(ANTV) - " + MORE, "10:00 | 5/3/2024 7", "*"]),
        max_size=14,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.sampled_from(["", TITLE, TITLE[:25] + " ..."]),
)  # fmt: skip
def test_blocks_are_disjoint_in_order_and_trimmed(lines: list[str], end: str, title: str) -> None:
    seen = view(end.join(lines))
    spans = [block.span for block in find_blocks(seen, load(), title)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    words = [seen.text[slice(*span)] for span in spans]
    assert all(one and one == one.strip() for one in words)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the founding pages are not published")
@pytest.mark.parametrize("answers", sorted((SHARED / "gold").glob("*.json")), ids=lambda p: p.stem)
def test_captions_and_frame_of_the_founding_pages(answers: Path) -> None:
    expected = json.loads(answers.read_text("utf-8"))
    text = (SHARED / "seeds" / expected["source"]).read_bytes().decode()
    found = kinds(text)
    assert {words for kind, words in found if kind == "caption"} == set(expected["captions"])
    assert [words for kind, words in found if kind == "boilerplate"] == expected["boilerplate"]
    assert dict(found)["headline"] == tidy(expected["article"]["title"])


@pytest.mark.parametrize(
    "line",
    ["(" * 200 + " - Thứ tư 5/3/2024 : Ảnh (ảnh " + "A B - " * 300, "Trồng rừng", "Toàn cảnh xã", LEAD],
    ids=["signs", "headings", "captions", "paragraphs"],
)  # fmt: skip
def test_time_grows_with_length_alone(line: str) -> None:
    def text(size: int) -> View:
        return view("\n".join(f"{line} {number}" for number in range(size)))

    assert_linear(text, lambda page: find_blocks(page, load()), 50 if len(line) > 99 else 1_000)
