"""Search: with marks and without, by number and symbol, by the name of a column, in both languages."""

from pathlib import Path
from typing import Any

import pytest
from tests.site.browser.driver import Watched, watched

from opendata.site.words import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def search(seen: Watched, typed: str) -> list[str]:
    """The titles and excerpts found, best first; one text for each page."""
    page = seen.page
    page.locator("label.md-header__button[for=__search]").dispatch_event("click")
    box = page.locator("[data-md-component=search-query]")
    box.focus()
    box.evaluate("one => { one.value = '' }")
    # `fill` sets the text without the keys that the theme listens to.
    page.keyboard.insert_text(typed)
    page.keyboard.press("Shift")
    page.wait_for_function(
        "() => document.querySelectorAll('.md-search-result__item').length > 0", timeout=10_000
    )
    page.wait_for_timeout(300)
    found: list[str] = page.locator(".md-search-result__item").all_inner_texts()
    return found


CASES = [
    ("tinh uy", "Tỉnh ủy"),
    ("tỉnh ủy", "Tỉnh ủy"),
    ("thai nguyen", "Thái Nguyên"),
    ("de an", "Đề án"),
    ("đề án", "Đề án"),
    ("26-CT/TW", "26-CT/TW"),
    ("26 ct tw", "26-CT/TW"),
    ("published_on", "published_on"),
    ("date_precision", "date_precision"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds(browser: Any, base: str, language: str) -> None:
    missed = []
    with watched(browser, base) as seen:
        for typed, expected in CASES:
            seen.open(f"{language}/index.html")
            found = search(seen, typed)
            if not any(expected.casefold() in one.casefold() for one in found[:3]):
                missed.append(f"{typed}: {found[:3]}")
            if any(">" in one.partition("\n")[0] for one in found):
                missed.append(f"{typed}: a stray sign in a title")
        assert missed == []
        assert seen.errors == []


@pytest.mark.parametrize("typed, other", [("tỉnh ủy", "tinh uy"), ("đề án", "de an")])
def test_marks_that_are_typed_count(browser: Any, base: str, typed: str, other: str) -> None:
    with watched(browser, base) as seen:
        counts = []
        for words in (typed, other):
            seen.open("vi/index.html")
            search(seen, words)
            said = seen.page.locator(".md-search-result__meta").inner_text()
            counts.append(int(said.split()[0]))
        assert 0 < counts[0] < counts[1]


def test_search_works_in_a_site_opened_from_a_folder(browser: Any, site: Path) -> None:
    with watched(browser, f"{site.as_uri()}/") as seen:
        for language in LANGUAGES:
            seen.open(f"{language}/schema/index.html")
            found = search(seen, "tinh uy")
            assert any("tỉnh ủy" in one.casefold() for one in found[:3])
        assert seen.errors == []
        assert seen.refused() == []
