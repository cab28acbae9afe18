"""HTML: the main text that trafilatura makes, and what the markup states, never what it hints."""

import codecs
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trafilatura import __version__, load_html

from opendata.errors import InputError
from opendata.reading.document import Stated
from opendata.reading.html import read_html
from opendata.reading.html_metadata import head_statements

PARAGRAPHS = [
    "Sáng 12/5, tại thành phố Yên Bái, Tòa án nhân dân tỉnh mở hội nghị bàn cách rút ngắn thời gian giải quyết án dân sự ở hai cấp.",
    "Theo báo cáo nêu tại hội nghị, bốn tháng qua các tòa trong tỉnh thụ lý 1.204 vụ, việc, nhiều hơn cùng kỳ 86 vụ; tỷ lệ giải quyết đạt 61,5%.",
    "Hội nghị cũng nghe quán triệt Chỉ thị số 26-CT/TW ngày 09/11/2018 của Bộ Chính trị và thống nhất sáu việc phải làm ngay trong quý II.",
]
BODY = (
    "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/thoi-su'>Thời sự</a></li></ul></nav>"
    "<h1>Tòa án tỉnh bàn cách rút ngắn thời gian xử án</h1>"
    "<article>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "<table><tr><td>Thụ lý</td><td>1.204</td></tr></table></article>"
    "<div class='comments'><p>Ý kiến bạn đọc gửi ngày 01/06/2021 sẽ hiện ở đây.</p></div>"
    "<aside><a href='/x'>Tin cũ ngày 03/02/2017</a></aside>"
    "<footer>Giấy phép số 12/GP-BTTTT ngày 01/02/2016</footer>"
)  # fmt: skip


def page(head="", body=BODY, html="<html>"):
    return (
        f"<!DOCTYPE html>{html}<head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    )


def meta(**properties):
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in properties.items()
    )


def linked(*objects):
    return "".join(
        f'<script type="application/ld+json">{json.dumps(one, ensure_ascii=False)}</script>'
        for one in objects
    )


def head(markup):
    return {one.field: (one.value, one.ref) for one in head_statements(load_html(markup))}


def test_the_main_text_is_what_the_extractor_made():
    text, extractor, stated = read_html(page(), "trang.html")
    assert text.split("\n")[:3] == PARAGRAPHS
    assert "1.204 |" in text.split("\n")[-1]
    for other in ("Trang chủ", "Ý kiến bạn đọc", "Tin cũ", "Giấy phép"):
        assert other not in text
    assert extractor == f"trafilatura {__version__}"
    assert stated == (
        Stated("title", "Tòa án tỉnh bàn cách rút ngắn thời gian xử án", "html:title"),
    )


def test_the_same_page_gives_the_same_text():
    assert read_html(page(), "a.html") == read_html(page(), "b.html")


def test_text_that_says_it_is_in_another_encoding_is_text_already():
    text, _, _ = read_html(
        "<?xml version='1.0' encoding='windows-1258'?>" + page().replace("utf-8", "windows-1258"),
        "trang.html",
    )
    assert text.split("\n")[:3] == PARAGRAPHS


def test_everything_that_the_markup_states():
    stated = head(
        page(
            meta(
                article__published_time="2021-05-12T16:40:00+07:00",
                og__site_name="báo Yên Bái",
                og__url="https://yenbai.example/khac",
                article__author="https://facebook.com/baoyenbai",
            )
            + "<meta name='Author' content='THU TRANG - Hà, Lê On'>"
            + "<link rel='canonical' href='https://yenbai.example/tin.html?b=2&amp;a=1'>",
            html="<html lang='vi-VN'>",
        )
    )
    assert stated == {
        "published": ("2021-05-12T16:40:00+07:00", "html:article:published_time"),
        "byline": ("THU TRANG - Hà, Lê On", "html:author"),
        "outlet": ("báo Yên Bái", "html:og:site_name"),
        "url": ("https://yenbai.example/tin.html?b=2&a=1", "html:canonical"),
        "language": ("vi-VN", "html:lang"),
    }


def test_a_page_that_states_nothing_gets_nothing_from_the_dates_and_names_in_its_words():
    assert head(page()) == {}


ARTICLE = {"@type": "NewsArticle", "datePublished": "2021-05-12T16:40:00+07:00"}
TIMED = ("2021-05-12T16:40:00+07:00", "html:json-ld datePublished")


@pytest.mark.parametrize(
    "markup, expected",
    [
        (linked(ARTICLE), TIMED),
        (linked([{"@type": "BreadcrumbList"}, ARTICLE]), TIMED),
        (linked({"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ARTICLE]}), TIMED),
        (linked({"@type": "WebPage", "datePublished": "2020-01-01"}), ("2020-01-01", "html:json-ld datePublished")),
        # Another property's time of day, if it speaks of the same day:
        (meta(article__published_time="2021-05-12") + linked(ARTICLE), TIMED),
        (meta(article__published_time="2021-05-13") + linked(ARTICLE), ("2021-05-13", "html:article:published_time")),
        (meta(article__published_time="12/05/2021 16:40") + linked(ARTICLE), TIMED),
        ("<meta name='pubdate' content='2021-05-12T16:40'>", ("2021-05-12T16:40:00", "html:pubdate")),
        ("<meta name='DC.date.issued' content='2021-05-12'>", ("2021-05-12", "html:dc.date.issued")),
        ("<meta itemprop='datePublished' content='2021-05-12'>", ("2021-05-12", "html:datePublished")),
        # Not of this page, or not a date:
        (linked({"@type": "VideoObject", "datePublished": "2020-01-01"}), None),
        (linked({"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2020-01-01"}]}), None),
        ("<meta itemprop='datePublished' content='2021-05-12'><meta itemprop='datePublished' content='2020-01-01'>", None),
        (meta(article__published_time="12/05/2021"), None),
        (meta(article__modified_time="2021-05-12"), None),
        ("<script type='application/ld+json'>{nope</script>", None),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", None),
        (linked({"@graph": 5}, 7, "x", None, {"@type": [1, None], "datePublished": {}}), None),
    ],
)  # fmt: skip
def test_the_date_is_a_stated_one(markup, expected):
    assert head(page(markup)).get("published") == expected


@pytest.mark.parametrize(
    "markup, expected",
    [
        (linked(ARTICLE | {"author": {"@type": "Person", "name": "Thu Trang"}}), "Thu Trang"),
        (linked(ARTICLE | {"author": [{"name": "Thu Trang"}, "Lê On"]}), "Thu Trang, Lê On"),
        (linked(ARTICLE | {"author": {"@type": "Organization", "name": "Báo Yên Bái"}}), None),
        (meta(author="Báo Yên Bái", og__site_name="Báo Yên Bái"), None),
        (meta(author=" ", article__author="Thu Trang"), "Thu Trang"),
        (meta(author="https://yenbai.example/thu-trang"), None),
        (linked(ARTICLE | {"author": 5}), None),
    ],
)
def test_the_byline_names_people(markup, expected):
    assert head(page(markup)).get("byline", (None,))[0] == expected


@pytest.mark.parametrize(
    "markup, expected",
    [
        ("<link rel=canonical href='/tin.html'>" + meta(og__url="https://yenbai.example/tin.html"), "https://yenbai.example/tin.html"),
        ("<link rel=canonical href='https://yenbai.example/'>", None),
        ("<link rel=canonical href='https://yenbai.example/?id=12'>", "https://yenbai.example/?id=12"),
        ("<link rel=canonical href='https://['>", None),
        ("<link rel=canonical href=''>", None),
    ],
)  # fmt: skip
def test_the_address_is_that_of_the_page(markup, expected):
    assert head(page(markup)).get("url", (None,))[0] == expected


def test_the_outlet_of_linked_data():
    stated = head(page(linked(ARTICLE | {"publisher": {"name": "Báo Yên Bái"}})))
    assert stated["outlet"] == ("Báo Yên Bái", "html:json-ld publisher")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "một dòng chữ không có thẻ nào",
        page(body=""),
        page(body="<div id='app'></div><script>var a = 'một dòng chữ'</script>"),
        "<html><body>" + "<div>" * 20_000 + "chữ" + "</div>" * 20_000 + "</body></html>",
    ],
    ids=["nothing", "no markup", "no body", "script only", "nested too deep"],
)
def test_without_main_text_the_page_is_left_out(html):
    with pytest.raises(InputError) as raised:
        read_html(html, "trang.html")
    assert str(raised.value) == (
        "trang.html: no main text was found in its HTML. Give the page as plain text"
    )


def test_a_page_that_the_extractor_fails_on_costs_itself(monkeypatch):
    def fail(*_, **__):
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.extract", fail)
    with pytest.raises(InputError) as raised:
        read_html(page(), "trang.html")
    assert str(raised.value) == (
        "trang.html: its HTML cannot be read (RecursionError: too deep)."
        " Give the page as plain text"
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([
        "<p>", "</p>", "<meta property='' content='x'>", "<meta name=author>", "<html lang=''>", "<link rel=canonical>",
        "<script type='application/ld+json'>", "</script>", "<!--", "-->", "<h1>", "<table>", "&#xD800;", "&#0;", "{", "]", "Tòa án", "\x01", "<body>", "</html>",
    ])).map("".join)
)  # fmt: skip
def test_any_markup_is_read_or_refused(html):
    with suppress(InputError):
        text, _, _ = read_html(html, "trang.html")
        assert text
    assert isinstance(head_statements(load_html(f"<html><body>{html}</body></html>")), tuple)


def test_a_byte_order_mark_character_does_not_hide_the_markup():
    text, _, _ = read_html(codecs.BOM_UTF8.decode() + page(), "trang.html")
    assert text.startswith(PARAGRAPHS[0])
