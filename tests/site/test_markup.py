"""Whatever a package holds shows as text."""

import html
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.site.conftest import HOSTILE

from opendata.site.cite import cite_page
from opendata.site.guides import NO_GUIDES
from opendata.site.items.index import index
from opendata.site.markup import escaped, inline, size
from opendata.site.menu import menu
from opendata.site.release import read_release
from opendata.site.words import LANGUAGES, words_of

ANY = st.text() | st.sampled_from([HOSTILE, "*a*", "<b>", "&lt;", "a|b", "\r\n"])


def printable(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or unicodedata.category(c) != "Cc")


@given(ANY)
def test_inline_text_has_no_sign_that_markdown_knows(text: str) -> None:
    found = inline(text)
    assert not set("<>*_`[]()|{}!\\~\"'\n") & set(found)
    assert found.count("&") == found.count("&#")
    assert html.unescape(found) == " ".join(printable(text).split())


@given(ANY)
def test_escaped_text_reads_back_on_one_line(text: str) -> None:
    found = escaped(text)
    assert not set("<>\"'\n\r\t") & set(found)
    assert html.unescape(found) == printable(text)


def test_no_line_of_markdown_holds_foreign_markup(hostile: Path) -> None:
    release = read_release(hostile)
    for language in LANGUAGES:
        for page in menu(index(release), NO_GUIDES, language).pages():
            in_code = False
            for line in page.text.split("\n"):
                if line.startswith("```"):
                    in_code = not in_code
                elif not in_code:
                    assert "<script" not in line, page.path
                    assert not line.startswith(("# k", "~~~", " :")), page.path
                    # Lines that begin with a tag are raw HTML, in which Markdown means nothing.
                    assert line.startswith("<") or "[d](" not in line, page.path
            assert not in_code, page.path


def test_bibtex_keeps_its_braces(hostile: Path) -> None:
    text = cite_page(read_release(hostile), "", words_of("en")).text
    entry = text[text.index("@misc") : text.index("\n}")]
    assert r"\{h\} \{\{ i \}\} \{\% j \%\}" in entry
    assert r"\# k" in entry


def test_size() -> None:
    assert [size(n) for n in (0, 999, 1000, 1550, 999_949, 1_000_000)] == [
        "0 B", "999 B", "1.0 kB", "1.6 kB", "999.9 kB", "1.0 MB",
    ]  # fmt: skip
