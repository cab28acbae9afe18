"""JSON Lines: a page a line, a bad line costs itself, and no file is held whole."""

import gzip
import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opendata.reading.document import LeftOut, SourceDocument, Stated
from opendata.reading.jsonl import read_lines

LIMIT = 1000


def read(path, limit=LIMIT):
    found = list(read_lines(path, path.name, limit))
    pages = [one for one in found if isinstance(one, SourceDocument)]
    return pages, [one for one in found if isinstance(one, LeftOut)]


def test_a_page_with_all_members(folder):
    text = "Tòa án\r\n\u00a0nhân dân\u2028tỉnh"
    line = {
        "id": "bai-1",
        "url": "https://example.org/1",
        "title": "Tòa án  họp",
        "published": "2023-11-14 19:58",
        "outlet": "Báo Lào Cai",
        "text": text,
        "views": [16816],
    }
    pages, left_out = read(folder({"b.jsonl": json.dumps(line)}) / "b.jsonl")
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert left_out == []
    assert pages == [
        SourceDocument(
            name="b.jsonl#bai-1",
            text=text,
            source_sha256=digest,
            text_sha256=digest,
            media_type="application/x-ndjson",
            encoding="utf-8",
            encoding_basis="utf-8",
            extractor="jsonl",
            stated=(
                Stated("title", "Tòa án họp", "jsonl:title"),
                Stated("published", "2023-11-14T19:58:00", "jsonl:published"),
                Stated("url", "https://example.org/1", "jsonl:url"),
                Stated("outlet", "Báo Lào Cai", "jsonl:outlet"),
            ),
        )
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n \n"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n"])
def test_blank_lines_and_a_byte_order_mark_are_no_pages(folder, start, end):
    content = start + '{"id": 7, "text": "một"}' + end + '{"id": "x", "text": "hai"}'
    pages, left_out = read(folder({"b.jsonl": content}) / "b.jsonl")
    assert ([(page.name, page.text) for page in pages], left_out) == (
        [("b.jsonl#7", "một"), ("b.jsonl#x", "hai")],
        [],
    )


def test_a_page_without_id_is_named_after_its_line(folder):
    content = '{"text": "một"}\n\n{"id": null, "title": null, "url": "", "text": "ba"}\n{"id": "", "text": "bốn"}'
    pages, left_out = read(folder({"b.jsonl": content}) / "b.jsonl")
    assert [page.name for page in pages] == ["b.jsonl#line-1", "b.jsonl#line-3", "b.jsonl#line-4"]
    assert {page.stated for page in pages} == {()}
    assert left_out == []


WRITE = 'Write {"id": …, "text": …}'


@pytest.mark.parametrize(
    "line, fault",
    [
        ('{"id": 2, "text": "x"', "is not JSON (Expecting ',' delimiter at character 22). Write one JSON object a line"),
        (b'{"text": "T\xf2a"}', "is not UTF-8 at byte 11 of the line. Save the file as UTF-8"),
        ("[1]", f"is no JSON object. {WRITE}"),
        ('"text"', f"is no JSON object. {WRITE}"),
        ('{"id": 2}', f"has no member text. {WRITE}"),
        ('{"text": ["x"]}', f"its member text is no string. {WRITE}"),
        ('{"text": ""}', "is empty. Remove the page, or take a fresh copy of it"),
        ('{"text": " 12:30 …\\n"}', "is empty: its text has no letter. Remove the page, or take a fresh copy of it"),
        ('{"text": "T\\ud800a"}', "its text holds half a character (a lone surrogate) at character 1. Take a fresh copy of the page"),
        ('{"text": "T\\u0000a"}', "its text holds the character U+0000, so it is binary. Give the page as text"),
        ('{"id": 1.5, "text": "x"}', "its member id is neither a string nor a whole number. Give the page a plain id"),
        ('{"id": true, "text": "x"}', "its member id is neither a string nor a whole number. Give the page a plain id"),
        ('{"id": "a\\nb", "text": "x"}', "its member id is damaged: it holds a control character or half a character. Give the page a plain id"),
        ('{"id": "đầu", "text": "x"}', "has the id 'đầu', as has line 1. Give each page an id of its own"),
        ('{"text": "%s"}' % ("x" * LIMIT), f"is longer than the {LIMIT} bytes that a page may have. Split the page"),
        ("[" * 900, "is not JSON (Expecting value at character 901). Write one JSON object a line"),
    ],
)  # fmt: skip
def test_a_bad_line_costs_itself(folder, line, fault):
    line = line.encode() if isinstance(line, str) else line
    content = (
        '{"id": "đầu", "text": "một"}\n'.encode()
        + line
        + '\n{"id": "cuối", "text": "hai"}'.encode()
    )
    pages, left_out = read(folder({"b.jsonl": content}) / "b.jsonl")
    assert [page.name for page in pages] == ["b.jsonl#đầu", "b.jsonl#cuối"]
    assert [(str(one), one.what) for one in left_out] == [(f"b.jsonl, line 2: {fault}", "page")]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"text": "x", "id": %s}' % ("9" * 5000)])
def test_json_beyond_what_can_be_read_costs_its_line(folder, line):
    path = folder({"b.jsonl": line + '\n{"id": 1, "text": "một"}'}) / "b.jsonl"
    pages, left_out = read(path, 1_000_000)
    assert [page.name for page in pages] == ["b.jsonl#1"]
    assert len(left_out) == 1
    assert left_out[0].name == "b.jsonl, line 1"


@pytest.mark.parametrize(
    "member, fault",
    [
        ('"published": "14/11/2023"', "its member published, '14/11/2023', is no date: expected e.g. 2023-11-14 or 2023-11-14T19:58+07:00. Correct the member"),
        ('"url": "example.org"', "its member url, 'example.org', is no address: expected e.g. https://example.org/page.html. Correct the member"),
        ('"title": 12', "its member title, 12, is no string. Correct the member"),
        ('"outlet": "\\ud800"', "its member outlet, '\\ud800', is damaged: it holds a control character or half a character. Correct the member"),
    ],
)  # fmt: skip
def test_a_bad_member_costs_itself(folder, member, fault):
    content = f'{{"id": "1", {member}, "text": "một", "note": "\\ud800"}}'
    (page,), left_out = read(folder({"b.jsonl": content}) / "b.jsonl")
    assert page.stated == ()
    assert [(str(one), one.what) for one in left_out] == [
        (f"b.jsonl, line 1: {fault}", "statement")
    ]


LINES = "".join(f'{{"id": {n}, "text": "trang số {n}"}}\n' for n in range(500)).encode()


def test_gz_is_read_like_plain(folder):
    root = folder({"b.jsonl": LINES, "b.jsonl.gz": gzip.compress(LINES, mtime=0)})
    plain, packed = read(root / "b.jsonl"), read(root / "b.jsonl.gz")
    assert len(plain[0]) == 500
    assert plain[1] == packed[1] == []
    assert [page.text for page in plain[0]] == [page.text for page in packed[0]]
    assert packed[0][0].name == "b.jsonl.gz#0"


def test_a_gz_file_that_breaks_off_costs_the_rest(folder):
    packed = gzip.compress(LINES + bytes(range(256)) * 400, 1)
    pages, left_out = read(folder({"b.jsonl.gz": packed[: len(packed) // 2]}) / "b.jsonl.gz")
    assert [page.name for page in pages] == [f"b.jsonl.gz#{n}" for n in range(len(pages))]
    assert len(left_out) == 1
    assert left_out[0].name == f"b.jsonl.gz, after line {len(pages)}"
    assert "cannot be read further (Compressed file ended" in left_out[0].reason
    assert left_out[0].reason.endswith("Take a fresh copy of the file")


@pytest.mark.parametrize(
    "content, reason",
    [
        (b'{"text": "no gz"}', "cannot be read further (Not a gzipped file"),
        (gzip.compress(b"abc", mtime=0)[:-9] + b"\xff" * 9, "cannot be read further ("),
        (gzip.compress(b"", mtime=0), "holds no page. Give one JSON object a line"),
        (gzip.compress(b"\n \n", mtime=0), "holds no page. Give one JSON object a line"),
    ],
)
def test_a_gz_file_without_pages_says_so(folder, content, reason):
    pages, (left_out,) = read(folder({"b.jsonl.gz": content}) / "b.jsonl.gz")
    assert pages == []
    assert left_out.name == "b.jsonl.gz"
    assert left_out.reason.startswith(reason)


def test_a_line_of_exactly_the_limit_is_read(folder):
    line = '{"text": "%s"}' % ("x" * (LIMIT - 12))
    assert len(line) == LIMIT
    for end in ("", "\n", "\r\n"):
        pages, left_out = read(folder({"b.jsonl": line + end}) / "b.jsonl")
        assert (len(pages), left_out) == (1, [])


def test_lines_are_read_as_they_are_asked_for(folder):
    broken_later = LINES + b"\xff" * 100
    pages = read_lines(folder({"b.jsonl": broken_later}) / "b.jsonl", "b.jsonl", LIMIT)
    assert [next(pages).name for _ in range(3)] == ["b.jsonl#0", "b.jsonl#1", "b.jsonl#2"]


letters = st.text(st.characters(codec="utf-8", exclude_characters="\0")).map(
    lambda text: text + "ạ"
)


@settings(max_examples=50)
@given(st.lists(letters), st.booleans())
def test_any_text_comes_back(tmp_path_factory, texts, escaped):
    path = tmp_path_factory.mktemp("lines") / "b.jsonl"
    lines = [json.dumps({"text": text}, ensure_ascii=escaped) for text in texts]
    path.write_text("\n".join(lines), "utf-8", newline="")
    pages, left_out = read(path, 1_000_000)
    assert [page.text for page in pages] == texts
    assert len(left_out) == (0 if texts else 1)
