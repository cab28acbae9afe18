"""The built pages as files: valid HTML, light, with the policy, English marked as English."""

import re
from pathlib import Path

import html5lib
import pytest
from tests.site.browser.driver import kinds
from tests.site.conftest import DOCS

from opendata.builder import Built
from opendata.site import build_site
from opendata.site.words import LANGUAGES

pytestmark = pytest.mark.slow

# What a page may weigh beside the rows that it shows.
HEAVIEST = 300_000
ROWS = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)


@pytest.fixture(scope="module")
def site(built: Built, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(built.out, tmp_path_factory.mktemp("pages") / "site", DOCS, seeds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_page_is_valid(site: Path, language: str) -> None:
    found = []
    for path in (one for paths in kinds(site, language).values() for one in paths):
        parser = html5lib.HTMLParser()
        parser.parse((site / path).read_text("utf-8"))
        found += [f"{path}, line {place[0]}: {fault}" for place, fault, _ in parser.errors[:3]]
    assert "\n".join(found) == ""


def test_a_fault_would_be_found() -> None:
    parser = html5lib.HTMLParser()
    parser.parse("<!doctype html><title>x</title><p><b>x</p>")
    assert parser.errors


def test_pages_are_light(site: Path) -> None:
    sizes = {
        path.relative_to(site): len(ROWS.sub("", path.read_text("utf-8")).encode())
        for path in site.rglob("*.html")
    }
    assert {path: size for path, size in sizes.items() if size > HEAVIEST} == {}


def test_ids_stand_once(site: Path) -> None:
    found = []
    for path in sorted(site.rglob("*.html")):
        ids = re.findall(r'<[^>]*\sid="([^"]+)"', path.read_text("utf-8"))
        twice = {one for one in ids if ids.count(one) > 1} if len(ids) != len(set(ids)) else set()
        found += [f"{path.relative_to(site)}: {sorted(twice)[:3]}"] if twice else []
    assert "\n".join(found) == ""


def test_every_page_has_the_policy(site: Path) -> None:
    without = [
        path.relative_to(site)
        for path in site.rglob("*.html")
        if "Content-Security-Policy" not in path.read_text("utf-8")
    ]
    assert without == []


def test_english_pages_in_the_vietnamese_site_say_so(site: Path) -> None:
    for path in ("changelog.html", "guides/command-line.html", "guides/python.html"):
        assert 'lang="en"' in (site / "vi" / path).read_text("utf-8").partition("<article")[2], path


def test_letters_ship_with_their_licence_and_are_small(site: Path) -> None:
    fonts = site / "en" / "assets" / "opendata" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in fonts.glob("*.woff2")) < 200_000


def test_what_nobody_asks_for_is_not_there(site: Path) -> None:
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert names & {"404.html", "sitemap.xml", "sitemap.xml.gz", "wordcut.js"} == set()
    assert [name for name in names if name.endswith(".map")] == []
