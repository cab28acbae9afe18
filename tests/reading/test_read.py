"""From sources to pages: the exact text, hashes, what is stated, and what one bad page costs."""

import codecs
import gzip
import hashlib
import itertools
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opendata.errors import InputError
from opendata.reading.document import LeftOut, SourceDocument, Stated
from opendata.reading.read import MAX_PAGE_BYTES, read, source_folder


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pages(*sources, **limits):
    return [one for one in read(sources, **limits) if isinstance(one, SourceDocument)]


def left_out(*sources, **limits):
    return [(str(one), one.what) for one in read(sources, **limits) if isinstance(one, LeftOut)]


TEXT = "Tòa án\r\nnhân\u00a0dân\rtỉnh \u2028 Lào Cai\n\n"


def test_a_plain_page_is_its_bytes(folder):
    root = folder({"năm 2022/a.txt": TEXT})
    assert pages(root) == [
        SourceDocument(
            name="năm 2022/a.txt",
            text=TEXT,
            source_sha256=digest(TEXT.encode()),
            text_sha256=digest(TEXT.encode()),
            media_type="text/plain",
            encoding="utf-8",
            encoding_basis="utf-8",
            extractor="plain",
        )
    ]


def test_a_byte_order_mark_counts_as_bytes_and_not_as_text(folder):
    data = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")
    (page,) = pages(folder({"a.txt": data}))
    assert (page.text, page.encoding, page.encoding_basis) == (TEXT, "utf-16-le", "bom")
    assert (page.source_sha256, page.text_sha256) == (digest(data), digest(TEXT.encode()))


HTML = (
    "<html lang=vi><head><meta charset=windows-1252><title>Pr\u00e9avis de la cour</title>"
    '<meta property="article:published_time" content="2021-05-12T16:40:00+07:00">'
    '<link rel=canonical href="https://example.org/preavis"></head><body><article>'
    + "<p>La cour a d\u00e9lib\u00e9r\u00e9 hier sur la r\u00e9forme de la proc\u00e9dure.</p>" * 3
    + "</article></body></html>"
)


@pytest.mark.parametrize("suffix", [".html", ".htm", ".HTML"])
def test_an_html_page_in_its_declared_encoding(folder, suffix):
    data = HTML.encode("cp1252")
    (page,) = pages(folder({f"a{suffix}": data}))
    assert page.text.startswith("La cour a délibéré hier")
    assert (page.encoding, page.encoding_basis) == ("windows-1252", "declared")
    assert (page.media_type, page.extractor.split()[0]) == ("text/html", "trafilatura")
    assert (page.source_sha256, page.text_sha256) == (digest(data), digest(page.text.encode()))
    assert page.url == "https://example.org/preavis"
    assert page.statement("title") == Stated("title", "Préavis de la cour", "html:title")


def test_what_stands_in_sources_csv_ranks_above_the_page(folder):
    root = folder({
        "a.html": HTML.encode("cp1252"),
        "b.jsonl": '{"id": 1, "url": "https://example.org/b1", "published": "2020-01-01", "text": "một"}\n{"id": 2, "text": "hai"}',
        "sources.csv": "file,url,published\na.html,https://example.org/a,2021-05-11\nb.jsonl,,2019-09-09\nb.jsonl#2,https://example.org/b2,\n",
    })  # fmt: skip
    html, first, second = pages(root)
    assert left_out(root) == []
    assert html.url == "https://example.org/a"
    assert [one.ref for one in html.stated if one.field == "published"] == [
        "sources.csv:published",
        "html:article:published_time",
    ]
    assert first.url == "https://example.org/b1"
    assert first.statement("published") == Stated(
        "published", "2019-09-09", "sources.csv:published"
    )
    assert second.url == "https://example.org/b2"


def test_sources_csv_counts_for_a_page_however_it_is_given(folder, monkeypatch):
    root = folder({
        "a.txt": TEXT,
        "b.txt": TEXT,
        "sources.csv": "file,outlet,published\na.txt,LSO,\nb.txt,LSO,hôm qua\n",
    })  # fmt: skip
    monkeypatch.chdir(root)
    for source in (root, root / "a.txt", str(root / "*.txt"), "a.txt"):
        (outlet,) = {page.statement("outlet") for page in pages(source)}
        assert outlet == Stated("outlet", "LSO", "sources.csv:outlet")
    # One file, however often and in whatever spelling: its fault is told once.
    ((message, what),) = left_out(root / "a.txt", "b.txt")
    assert "line 3, column published: 'hôm qua' is no date" in message
    assert what == "statement"


def test_a_row_about_an_id_that_no_line_has_is_told(folder):
    root = folder({
        "b.jsonl": '{"id": 1, "text": "một"}',
        "sources.csv": "file,outlet\nb.jsonl#1,LSO\nb.jsonl#2,LSO\n",
    })  # fmt: skip
    assert left_out(root) == [
        (f"{root / 'sources.csv'}, line 3: no page 'b.jsonl#2' was read. Check the id", "statement")
    ]


def test_order_is_by_name_and_not_by_the_order_of_sources(folder):
    one = folder(
        {"b.txt": TEXT, "a/z.jsonl": '{"id": 2, "text": "hai"}\n{"id": 1, "text": "một"}'}, "one"
    )
    two = folder({"a.txt": TEXT, "ă.txt": TEXT}, "two")
    for order in itertools.permutations([one, two, two / "a.txt"]):
        assert [page.name for page in pages(*order)] == [
            "a.txt", "a/z.jsonl#2", "a/z.jsonl#1", "b.txt", "ă.txt",
        ]  # fmt: skip


EMPTY = "Remove the page, or take a fresh copy of it"


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("x.txt", "", f"x.txt: is empty. {EMPTY}"),
        ("x.html", "", f"x.html: is empty. {EMPTY}"),
        ("x.txt", codecs.BOM_UTF8, f"x.txt: is empty. {EMPTY}"),
        ("x.txt", "12:30 | :16816\n", f"x.txt: is empty: its text has no letter. {EMPTY}"),
        ("x.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "x.txt, byte 8: is binary, not text. Give the page as text or HTML; UTF-16 needs a byte order mark"),
        ("x.html", b"%PDF-1.7\n", "x.html, byte 0: is binary, not text. Give the page as text or HTML; UTF-16 needs a byte order mark"),
        ("sâu/x.txt", b"Hai\nT\xf2a", "sâu/x.txt, line 2, byte 5: is not in UTF-8 from here on, and no other encoding is certain. Save the page as UTF-8"),
        ("x.html", "<html><body></body></html>", "x.html: no main text was found in its HTML. Give the page as plain text"),
        ("x.txt", "chữ" * 300, "x.txt: has 1500 bytes, more than the 1000 that a page may have. Split it into pages"),
        ("x.jsonl", "", "x.jsonl: holds no page. Give one JSON object a line"),
        ("x.jsonl", "[]", 'x.jsonl, line 1: is no JSON object. Write {"id": …, "text": …}'),
    ],
)  # fmt: skip
def test_one_bad_page_costs_one_page(folder, name, content, message):
    root = folder({"a.txt": TEXT, name: content, "z.txt": TEXT})
    assert [page.name for page in pages(root, max_page_bytes=1000)] == ["a.txt", "z.txt"]
    assert left_out(root, max_page_bytes=1000) == [(message, "page")]


def test_a_page_of_exactly_the_limit_is_read(folder):
    root = folder({"a.txt": "chữ"})
    assert len(pages(root, max_page_bytes=5)) == 1
    assert len(pages(root, max_page_bytes=4)) == 0


def test_the_documented_limit():
    assert MAX_PAGE_BYTES == 5_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_cannot_be_opened_costs_itself(folder):
    root = folder({"a.txt": TEXT})
    (root / "broken.txt").symlink_to(root / "nowhere")
    (root / "broken.jsonl").symlink_to(root / "nowhere else")
    os.mkfifo(root / "pipe.txt")
    assert [page.name for page in pages(root)] == ["a.txt"]
    assert left_out(root) == [
        ("broken.jsonl: cannot be read (No such file or directory). Check the file and its rights", "page"),
        ("broken.txt: cannot be read (No such file or directory). Check the file and its rights", "page"),
        ("pipe.txt: is no ordinary file. Remove it, or give a file", "page"),
    ]  # fmt: skip


def test_errors_of_a_source_come_at_once(folder):
    with pytest.raises(InputError):
        read([folder({})])
    with pytest.raises(InputError, match="unknown column"):
        read([folder({"a.txt": TEXT, "sources.csv": "file,x\n"})])


def test_pages_come_as_they_are_asked_for(folder):
    lines = b"".join(b'{"id": %d, "text": "trang"}\n' % n for n in range(1000))
    found = read([folder({"a.jsonl.gz": gzip.compress(lines) + b"\xff"})])
    assert [next(found).name for _ in range(2)] == ["a.jsonl.gz#0", "a.jsonl.gz#1"]


def test_the_source_folder_is_told_here_too(folder):
    root = folder({"a.txt": TEXT, "package.yaml": ""})
    assert source_folder([root]) == root


def test_reading_plain_text_imports_nothing_heavy(folder):
    root = folder({"a.txt": TEXT})
    code = (
        "import sys; from opendata.reading.read import read; list(read([sys.argv[1]]));"
        "print({'trafilatura', 'lxml', 'charset_normalizer', 'pydantic'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, root], capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == ("set()", "")


plain = st.text(st.characters(codec="utf-8", exclude_characters="\0")).map(lambda text: "ạ" + text)


@settings(max_examples=50)
@given(plain)
def test_any_text_comes_back_from_its_file(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("page") / "a.txt"
    path.write_bytes(text.encode())
    (page,) = pages(path)
    assert page.text == text
    assert page.source_sha256 == page.text_sha256 == digest(text.encode())
