"""What holds for every type of page, whichever there are: rules, requests, access, width."""

from pathlib import Path
from typing import Any

import pytest
from tests.site.browser.driver import NARROW, WIDE, Watched, kinds, watched

from opendata.site.words import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def faults(seen: Watched, path: str) -> list[str]:
    found = [f"refused: {one}" for one in seen.refused()]
    found += [f"console: {one}" for one in seen.errors]
    found += [f"asked for: {one}" for one in seen.offsite]
    seen.errors.clear()
    seen.offsite.clear()
    return [f"{path}: {one}" for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_keep_the_rules_and_shut_nobody_out(
    browser: Any, base: str, site: Path, language: str
) -> None:
    found = []
    with watched(browser, base) as seen:
        for path in (one for paths in kinds(site, language).values() for one in paths):
            seen.page.emulate_media(color_scheme="light")
            seen.page.set_viewport_size(WIDE)
            seen.open(path)
            found += [f"{path}, light: {one}" for one in seen.barriers()]
            seen.page.emulate_media(color_scheme="dark")
            found += [f"{path}, dark: {one}" for one in seen.barriers("color-contrast")]
            seen.page.set_viewport_size(NARROW)
            found += [f"{path}, narrow: {one}" for one in seen.barriers()]
            if seen.overflow() > 0:
                found.append(f"{path}: wider than the window by {seen.overflow()} px")
            found += faults(seen, path)
    if found:
        pytest.fail("\n".join(found))


def test_axe_would_find_a_picture_without_words(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/index.html")
        seen.page.evaluate(
            "() => document.querySelector('article').append(document.createElement('img'))"
        )
        assert any(one.startswith("image-alt") for one in seen.barriers())


def test_the_policy_stops_what_is_not_the_sites_own(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/index.html")
        seen.page.evaluate(
            "() => { const one = document.createElement('script'); one.textContent = 'window.ran = 1';"
            " document.body.append(one);"
            " document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>'); }"
        )
        assert seen.page.evaluate("() => window.ran") is None
        assert len(seen.refused()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_can_be_read_and_left_without_script(
    browser: Any, base: str, site: Path, language: str
) -> None:
    with watched(browser, base, script=False) as seen:
        for paths in kinds(site, language).values():
            for path in paths:
                seen.page.goto(base + path)
                assert seen.page.locator("h1").first.is_visible(), path
        seen.page.goto(f"{base}{language}/index.html")
        seen.page.locator(".md-tabs__link").nth(2).click()
        assert not seen.page.url.endswith(f"{language}/index.html")
        assert seen.errors == []
