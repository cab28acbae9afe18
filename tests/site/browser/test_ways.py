"""Ways through the site: the other language, dark and light, paper, a folder, text that is markup."""

from pathlib import Path
from typing import Any

import pytest
from tests.site.browser.driver import NARROW, kinds, watched
from tests.site.conftest import HOSTILE

from opendata.site.words import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_entrance_leads_to_a_language_and_names_both(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.page.goto(base)
        seen.page.wait_for_url("**/en/index.html")


def test_the_language_switch_leads_to_the_same_page_and_back(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("en/schema/tables/articles.html")
        seen.page.get_by_role("link", name="Tiếng Việt").click()
        assert seen.page.url.endswith("/vi/schema/tables/articles.html")
        assert seen.page.locator("html").get_attribute("lang") == "vi"
        seen.page.get_by_role("link", name="English").click()
        assert seen.page.url.endswith("/en/schema/tables/articles.html")


def test_the_scheme_follows_the_system_until_it_is_chosen(browser: Any, base: str) -> None:
    with watched(browser, base, scheme="dark") as seen:
        seen.open("en/index.html")
        body = seen.page.locator("body")
        assert body.get_attribute("data-md-color-scheme") == "slate"
        for _ in range(2):
            seen.page.locator("form[data-md-component=palette] label:not([hidden])").click()
        chosen = body.get_attribute("data-md-color-scheme")
        seen.open("en/schema/index.html")
        assert body.get_attribute("data-md-color-scheme") == chosen
        assert seen.errors == []


def test_letters_are_the_sites_own(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.open("vi/guides/use-the-data.html")
        loaded = seen.page.evaluate(
            "() => [...document.fonts].filter(one => one.status === 'loaded')"
            ".map(one => one.family.replaceAll('\"', ''))"
        )
        assert {"Be Vietnam Pro", "JetBrains Mono"} <= set(loaded)


def test_paper_has_the_text_alone(browser: Any, base: str) -> None:
    with watched(browser, base) as seen:
        seen.page.emulate_media(media="print")
        seen.open("en/schema/tables/articles.html")
        assert seen.page.locator("h1").is_visible()
        assert not seen.page.locator(".md-header").is_visible()
        assert not seen.page.locator(".md-sidebar--primary").is_visible()


def test_the_menu_opens_on_a_telephone_without_script(browser: Any, base: str) -> None:
    with watched(browser, base, size=NARROW, script=False) as seen:
        seen.page.goto(f"{base}en/index.html")
        seen.page.locator("label.md-header__button[for=__drawer]").click()
        seen.page.wait_for_timeout(400)
        assert seen.page.locator(".md-nav--primary .md-nav__list").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_works_opened_from_a_folder(browser: Any, site: Path, language: str) -> None:
    with watched(browser, f"{site.as_uri()}/") as seen:
        for paths in kinds(site, language).values():
            seen.open(paths[0])
            assert seen.refused() == [], paths[0]
        assert seen.errors == []
        assert seen.offsite == []
        seen.open(f"{language}/index.html")
        seen.page.locator(".md-tabs__link").nth(2).click()
        seen.page.locator("h1").wait_for()


def test_text_that_is_markup_shows_as_text(
    browser: Any, hostile_base: str, hostile_site: Path
) -> None:
    shown = HOSTILE.partition("\n")[0].partition(" ")[0]
    alerts: list[str] = []
    with watched(browser, hostile_base) as seen:
        seen.page.on("dialog", lambda one: (alerts.append(one.message), one.dismiss()))
        for paths in kinds(hostile_site, "en").values():
            for path in paths:
                seen.open(path)
                assert seen.refused() == [], path
        assert alerts == []
        assert seen.errors == []
        for path in ("index", "data/articles", "data/persons", "data/citations"):
            seen.open(f"en/{path}.html")
            assert shown in seen.page.locator("article").inner_text(), path
            assert seen.page.locator("article script").count() == 0
