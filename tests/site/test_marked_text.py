"""Marked text: without its tags it is the text, and each mark stands around its own characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear
from tests.site.conftest import HOSTILE

from opendata.site.marked_text import (
    PICTURES,
    Block,
    Fragment,
    Span,
    fragments,
    mark_id,
    marked,
)

TEXTS = st.text(max_size=80) | st.sampled_from(
    [
        HOSTILE,
        "Chỉ thị 26\r\n\u00a0của Bộ Chính trị",
        "<b id='k1'>&lt;",
        "a\n \n b",
        "e\u0301 \U0001f1fb",
    ]
)
FAMILIES = ("citation", "person", "task")


@st.composite
def pages(draw: st.DrawFn) -> tuple[Fragment, list[Span], list[Block]]:
    """A text with spans and blocks anywhere, outside the text too."""
    text = draw(TEXTS)
    start = draw(st.integers(0, 50))
    places = st.tuples(st.integers(-2, len(text) + 3), st.integers(-2, len(text) + 3))
    spans = [
        Span(start + a, start + b, draw(st.sampled_from(FAMILIES)), at % 3, f"k{at}")
        for at, (a, b) in enumerate(draw(st.lists(places, max_size=25)))
    ]
    blocks = [Block(start + a, start + b, "body") for a, b in draw(st.lists(places, max_size=5))]
    return Fragment(start, text), spans, blocks


@dataclass
class Reader(HTMLParser):
    """The text of a piece of HTML, and which of its characters each mark holds."""

    html: str
    text: str = ""
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[dict[str, str | None]] = field(default_factory=list)
    held: dict[str, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        self.open.append(values)
        name = values.get("id") or values.get("data-of")
        if name:
            self.held.setdefault(name, set())

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for values in self.open:
            name = values.get("id") or values.get("data-of")
            if name:
                self.held[name] |= set(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def within(fragment: Fragment, spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        if fragment.start <= span.start < span.end <= fragment.end:
            yield span


@given(pages())
def test_without_its_tags_it_is_the_text(page: tuple[Fragment, list[Span], list[Block]]) -> None:
    fragment, spans, blocks = page
    read = Reader(marked(fragment, spans, blocks))
    assert read.text == fragment.text.translate(PICTURES)
    assert read.open == []
    assert {tag for tag, _ in read.tags} <= {"p", "span", "a"}


@given(pages())
def test_each_mark_holds_its_own_characters(
    page: tuple[Fragment, list[Span], list[Block]],
) -> None:
    fragment, spans, blocks = page
    read = Reader(marked(fragment, spans, blocks))
    expected = {
        mark_id(s.start, s.end): set(range(s.start - fragment.start, s.end - fragment.start))
        for s in within(fragment, spans)
    }
    assert read.held.keys() == expected.keys()
    deep = {values["id"] for tag, values in read.tags if tag == "span" and set(values) == {"id"}}
    for name, characters in expected.items():
        if name not in deep:
            # Blanks between two paragraphs belong to neither.
            missing = characters - read.held[name]
            assert read.held[name] <= characters
            assert all(fragment.text[at].isspace() for at in missing)


@given(pages())
def test_ids_stand_once_and_links_do_not_nest(
    page: tuple[Fragment, list[Span], list[Block]],
) -> None:
    fragment, spans, blocks = page
    html = marked(fragment, spans, blocks)
    ids = [values["id"] for _, values in Reader(html).tags if "id" in values]
    assert len(ids) == len(set(ids))
    assert not re.search(r"<a [^>]*>[^<]*<a ", html)
    lines = {span.line for span in spans}
    links = [values["href"] or "" for tag, values in Reader(html).tags if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= lines


TEXT = "Chỉ thị số 26-CT/TW của Bộ Chính trị"


@pytest.mark.parametrize(
    "spans, expected",
    [
        (
            [Span(0, 19, "citation", 0, "k1")],
            '<p class="b b-rest"><span class="m citation" id="m0-19"><a href="#k1" '
            'aria-describedby="k1">Chỉ thị số 26-CT/TW</a></span> của Bộ Chính trị</p>',
        ),
        (  # one within the other
            [Span(0, 36, "task", 0, "k1"), Span(24, 36, "organisation", 0, "k2")],
            '<p class="b b-rest"><span class="m task" id="m0-36"><a href="#k1" aria-describedby="k1">'
            'Chỉ thị số 26-CT/TW của </a><span class="m organisation" id="m24-36"><a href="#k2" '
            'aria-describedby="k2">Bộ Chính trị</a></span></span></p>',
        ),
        (  # across each other
            [Span(0, 10, "task", 0, "k1"), Span(8, 19, "citation", 0, "k2")],
            '<p class="b b-rest"><span class="m task" id="m0-10"><a href="#k1" aria-describedby="k1">'
            'Chỉ thị </a><span class="m citation" id="m8-19"><a href="#k2" aria-describedby="k2">số'
            '</a></span></span><span class="m citation again" data-of="m8-19"><a href="#k2" '
            'tabindex="-1"> 26-CT/TW</a></span> của Bộ Chính trị</p>',
        ),
        (  # the same characters: the lower rank gives colour and link
            [Span(24, 36, "organisation", 6, "k1"), Span(24, 36, "citation", 1, "k2")],
            '<p class="b b-rest">Chỉ thị số 26-CT/TW của <span class="m citation" id="m24-36">'
            '<a href="#k2" aria-describedby="k2 k1">Bộ Chính trị</a></span></p>',
        ),
        ([Span(30, 90, "task", 0, "k1")], f'<p class="b b-rest">{TEXT}</p>'),
    ],
)
def test_how_spans_are_marked(spans: list[Span], expected: str) -> None:
    assert marked(Fragment(0, TEXT), spans, []) == expected


def test_a_mark_goes_on_in_the_next_paragraph() -> None:
    html = marked(
        Fragment(0, "một\n\nhai"),
        [Span(0, 8, "task", 0, "k1")],
        [Block(0, 3, "lead"), Block(5, 8, "body")],
    )
    assert html == (
        '<p class="b lead"><span class="m task" id="m0-8"><a href="#k1" aria-describedby="k1">một'
        '</a></span></p><span class="w">&#10;&#10;</span><p class="b body">'
        '<span class="m task again" data-of="m0-8"><a href="#k1" tabindex="-1">hai</a></span></p>'
    )


def test_marks_nested_without_end_stay_linear() -> None:
    def crossing(size: int) -> tuple[str, list[Span]]:
        spans = [Span(at, 2 * size + at, "task", 0, "k1") for at in range(size)]
        return "a" * 3 * size, spans

    def work(given: tuple[str, list[Span]]) -> str:
        return marked(Fragment(0, given[0]), given[1], [])

    assert_linear(crossing, work, 500)


@pytest.mark.parametrize(
    "quotes, expected",
    [
        ([(4, "hai"), (0, "một")], [(0, "một"), (4, "hai")]),
        ([(0, "một hai"), (4, "hai ba")], [(0, "một hai ba")]),
        ([(0, "một hai"), (4, "hai")], [(0, "một hai")]),
        ([(0, "một"), (0, "một")], [(0, "một")]),
    ],
)
def test_quotes_that_overlap_become_one(
    quotes: list[tuple[int, str]], expected: list[tuple[int, str]]
) -> None:
    assert [(one.start, one.text) for one in fragments(quotes)] == expected


@given(st.text(min_size=1, max_size=60), st.data())
def test_fragments_say_what_the_text_says(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends)))]
    found = fragments((start, text[start:end]) for start, end in pairs if start < end)
    assert all(text[one.start : one.end] == one.text for one in found)
    covered = {at for start, end in pairs for at in range(start, end)}
    assert {at for one in found for at in range(one.start, one.end)} == covered
