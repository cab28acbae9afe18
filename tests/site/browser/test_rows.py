"""Tables in the browser: search, filters, sorting, an address to share; pictures that need no script."""

from typing import Any

import pytest
from tests.site.browser.driver import NARROW, Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = ".rows tbody tr"


def find(seen: Watched, text: str) -> int:
    seen.page.fill("form.find input", text)
    seen.page.wait_for_timeout(100)
    count: int = seen.page.locator(ROWS).count()
    return count


def test_search_takes_marks_for_granted_or_at_their_word(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("vi/data/directives.html")
        whole = seen.page.locator(ROWS).count()
        for asked in ("thai nguyen", "Thái Nguyên", "26 ct tw", "26-CT/TW", "de an", "nâng cao"):
            assert 0 < find(seen, asked) < whole, asked
        assert find(seen, "thái nguyen") == find(seen, "thai nguyen")
        assert find(seen, "thài nguyên") == 0
        assert find(seen, "") == whole
        assert seen.errors == []


def test_the_address_keeps_what_was_chosen(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/data/directives.html")
        seen.page.fill("form.find input", "cải cách")
        seen.page.select_option("form.find select[name=kind]", "ke_hoach")
        seen.page.click("th[data-name=title] button")
        seen.page.wait_for_timeout(100)
        shown = seen.page.locator(ROWS).all_inner_texts()
        address = seen.page.url
        assert shown
        assert "kind=ke_hoach" in address
        assert "sort=title" in address
    with watched(browser, base) as seen:
        seen.open(address.removeprefix(base))
        seen.page.wait_for_timeout(200)
        assert seen.page.locator(ROWS).all_inner_texts() == shown
        assert seen.page.locator("th[aria-sort=ascending]").get_attribute("data-name") == "title"
        seen.page.click("form.find button[type=reset]")
        seen.page.wait_for_timeout(100)
        assert "?" not in seen.page.url
        assert seen.errors == []


def test_sorting_is_vietnamese_and_leaves_empty_cells_last(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("vi/data/persons.html?sort=name")
        seen.page.wait_for_timeout(200)
        column = seen.page.locator("th").evaluate_all(
            "all => all.map(one => one.dataset.name).indexOf('name')"
        )
        cells = f"{ROWS} td:nth-child({column + 1})"
        rising = seen.page.locator(cells).all_inner_texts()
        assert rising == seen.page.evaluate(
            "all => all.sort(new Intl.Collator('vi').compare)", rising
        )
        seen.page.click("th[data-name=name] button")
        seen.page.wait_for_timeout(100)
        assert seen.page.locator(cells).all_inner_texts() == rising[::-1]
        seen.open("vi/data/directives.html?sort=-year")
        seen.page.wait_for_timeout(200)
        years = seen.page.locator(f"{ROWS} td:nth-child(4)").all_inner_texts()
        stated = [one for one in years if one]
        assert stated == sorted(stated, reverse=True)
        assert years[: len(stated)] == stated


def test_without_script_the_rows_are_there_and_the_form_is_not(browser: Any, base: str) -> None:
    with watched(browser, base, script=False, size=NARROW) as seen:
        seen.page.goto(base + "en/data/events.html")
        assert seen.page.locator(ROWS).count() > 5
        assert not seen.page.locator("form.find").is_visible()
        assert not seen.page.locator(".more button").is_visible()


def test_a_cell_leads_to_the_page_of_its_record(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/data/citations.html")
        seen.page.locator(f"{ROWS} a[href*='directives/']").first.click()
        seen.page.wait_for_load_state()
        assert "/data/directives/" in seen.page.url
        assert seen.errors == []


def test_a_download_is_the_file_that_the_page_describes(browser: Any, base: str) -> None:
    import hashlib

    with watched(browser, base) as seen:
        seen.open("vi/data/index.html")
        with seen.page.expect_download() as got:
            seen.page.click(".downloads a")
        digest = hashlib.sha256(got.value.path().read_bytes()).hexdigest()
        assert got.value.suggested_filename == "datapackage.zip"
        assert digest in seen.page.inner_text("article")


def test_the_map_switches_without_script(browser: Any, base: str) -> None:
    with watched(browser, base, script=False) as seen:
        seen.page.goto(base + "vi/pictures/provinces.html")
        assert seen.page.locator(".of-63").is_visible()
        assert not seen.page.locator(".of-34").is_visible()
        seen.page.check("#_of-34")
        assert not seen.page.locator(".of-63").is_visible()
        assert seen.page.locator(".of-34 .tile").count() == 34


def test_an_arc_leads_to_the_words_that_state_it(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/pictures/documents.html")
        arc = seen.page.locator("a.arc").first
        arc.focus()
        seen.page.keyboard.press("Enter")
        assert seen.page.locator(".quoted > li:target blockquote").is_visible()
        assert seen.errors == []
