"""The picture on the home page tells what really stands in the package."""

import xml.etree.ElementTree as ElementTree

import pytest
from tests.site.conftest import HOSTILE

from opendata.builder import Built
from opendata.records.tables import TABLES
from opendata.site.items.index import index
from opendata.site.release import Release, read_release
from opendata.site.story import story, told
from opendata.site.words import LANGUAGES, Language, words_of


@pytest.fixture(scope="module")
def seeds_release(built: Built) -> Release:
    return read_release(built.out, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_quote_and_value_is_of_the_package(seeds_release: Release, language: Language) -> None:
    steps = told(index(seeds_release), words_of(language))
    assert len(steps) >= 3
    assert {one.article for one in steps} == {steps[0].article}
    assert [one.place for one in steps] == sorted(one.place for one in steps)
    quotes = {
        (row.article_id, row.start, " ".join(row.quote.split()))  # type: ignore[attr-defined]
        for table in TABLES
        for row in seeds_release.tables[table.name]
        if getattr(row, "quote", None)
    }
    for one in steps:
        assert (one.article, one.place, one.quote) in quotes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_in_words_what_it_shows(
    seeds_release: Release, language: Language
) -> None:
    figure = ElementTree.fromstring(story(index(seeds_release), words_of(language)))
    drawn = {text.text for text in figure.iter("text")}
    written = {"".join(item.itertext()) for item in figure.iter("li")}
    for one in told(index(seeds_release), words_of(language)):
        assert {one.quote, one.value} <= drawn
        assert any(one.quote in item and one.value in item for item in written)


def test_it_has_no_colour_or_style_of_its_own(seeds_release: Release) -> None:
    text = story(index(seeds_release), words_of("vi"))
    assert not [word for word in ("fill=", "stroke=", "style=") if word in text]


def test_a_package_with_nothing_to_tell_has_no_picture(release: Release) -> None:
    nothing = Release(
        release.descriptor, dict.fromkeys(release.tables, ()), {}, release.lists, release.files
    )
    assert story(index(nothing), words_of("en")) == ""


def test_text_of_pages_is_text(hostile: object) -> None:
    text = story(index(read_release(hostile, None)), words_of("en"))  # type: ignore[arg-type]
    assert "<script>" in HOSTILE
    assert "<script>" not in text
