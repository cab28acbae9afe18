"""The built site: MkDocs runs (slow), and what is refused before it does."""

import json
import re
import shutil
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from tests.site.conftest import DOCS, HOSTILE

from opendata.errors import InputError
from opendata.site import build
from opendata.site.build import MARKER, build_site
from opendata.site.release import read_release

slow = pytest.mark.slow


class Reader(HTMLParser):
    """What a page refers to, its ids, its scripts' texts, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.scripts: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if tag == "a" and "href" in values else []
        if tag == "link" or "src" in values:
            self.assets.append(values.get("src") or values.get("href") or "")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.lasttag == "script":
            self.scripts.append(data)


@pytest.fixture(scope="module")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(package, tmp_path_factory.mktemp("built") / "site", DOCS)


@pytest.fixture(scope="module")
def read(site: Path) -> dict[Path, Reader]:
    return {path: Reader(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


@slow
def test_both_languages_have_the_same_files(site: Path) -> None:
    found = [
        {path.relative_to(site / one) for path in (site / one).rglob("*.html")}
        for one in ("en", "vi")
    ]
    assert found[0] == found[1]
    assert Path("guides/use-the-data.html") in found[0]


@slow
def test_every_link_leads_somewhere(site: Path, read: dict[Path, Reader]) -> None:
    for path, page in read.items():
        if path.name == "404.html":  # its links begin at the root of a server
            continue
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            file, fragment = urldefrag(link)
            file = file.partition("?")[0]  # what script asks of the page
            target = (path.parent / unquote(file)).resolve() if file else path
            assert target.is_file(), f"{path.relative_to(site)}: {link}"
            if fragment and target in read:
                assert unquote(fragment) in read[target].ids, f"{path.relative_to(site)}: {link}"


@slow
def test_nothing_is_fetched_from_elsewhere(site: Path, read: dict[Path, Reader]) -> None:
    assets = {asset for page in read.values() for asset in page.assets}
    assert [asset for asset in assets if "//" in asset] == []
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(.?(https?:)?//", path.read_text("utf-8")), path.name


@slow
def test_the_language_switch_leads_to_the_same_page(site: Path, read: dict[Path, Reader]) -> None:
    page = read[site / "en" / "schema" / "tables" / "articles.html"]
    assert "../../../vi/schema/tables/articles.html" in page.links


@slow
def test_search_finds_columns_by_their_anchor(site: Path) -> None:
    for language in ("en", "vi"):
        index = json.loads((site / language / "search" / "search_index.json").read_text("utf-8"))
        places = {entry["location"] for entry in index["docs"]}
        assert "schema/tables/articles.html#published_on" in places


@slow
def test_text_of_pages_is_text(hostile: Path, tmp_path: Path) -> None:
    site = build_site(hostile, tmp_path / "site", None)
    shown = "<script>alert(1)</script> & &amp; \"'`a`` *b* _c_ [d](javascript:e) ![f](g) | {h}"
    for path in sorted(site.rglob("*.html")):
        page = Reader(path.read_text("utf-8"))
        assert not [one for one in page.scripts if "alert(1)" in one], path
        assert not [one for one in page.links if one.startswith("javascript")], path
    for name in ("index", "data/articles", "data/persons", "data/events", "cite"):
        assert shown in Reader((site / "vi" / f"{name}.html").read_text("utf-8")).text, name
    article = Reader((site / "en" / "data" / "articles.html").read_text("utf-8"))
    assert HOSTILE.partition("\n")[0] in article.text


@slow
def test_a_site_is_replaced_and_the_same_input_gives_the_same_bytes(
    package: Path, site: Path, tmp_path: Path
) -> None:
    again = tmp_path / "site"
    again.mkdir()
    (again / MARKER).touch()
    (again / "old.html").touch()
    build_site(package, again, DOCS)
    assert not (again / "old.html").exists()
    files = [
        {p.relative_to(one): p.read_bytes() for p in one.rglob("*") if p.is_file()}
        for one in (site, again)
    ]
    assert files[0].keys() == files[1].keys()
    assert [name for name, data in files[0].items() if data != files[1][name]] == []


@slow
def test_a_broken_link_in_a_guide_stops_the_build(package: Path, tmp_path: Path) -> None:
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    guide = docs / "vi" / "limits.md"
    guide.write_text(guide.read_text("utf-8") + "\n[x](no-such-page.md)\n", "utf-8")
    with pytest.raises(InputError, match="no-such-page"):
        build_site(package, tmp_path / "site", docs)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs"]


@pytest.fixture
def with_mkdocs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it were installed: what is refused here is refused before it runs."""
    monkeypatch.setattr(build, "find_spec", lambda name: object())


@pytest.mark.usefixtures("with_mkdocs")
def test_a_folder_with_other_files_is_left_alone(package: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="no site build put there"):
        build_site(package, tmp_path, None)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.mark.usefixtures("with_mkdocs")
def test_a_file_is_no_folder(package: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="is a file"):
        build_site(package, tmp_path / "out", None)


@pytest.mark.usefixtures("with_mkdocs")
def test_there_must_be_a_package(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        build_site(tmp_path / "nothing", tmp_path / "out", None)


def test_a_file_must_be_the_one_described(package: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(package, tmp_path / "package"))
    path = copy / "data" / "persons.csv"
    path.write_text(path.read_text("utf-8").replace("An", "Ân"), "utf-8")
    with pytest.raises(InputError, match=r"persons\.csv: is not the file that"):
        read_release(copy)


def test_without_mkdocs_the_message_says_how_to_get_it(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        build, "find_spec", lambda name: None if name == "mkdocs" else find_spec(name)
    )
    with pytest.raises(InputError, match=r"pip install 'opendata-press\[site\]'"):
        build_site(package, tmp_path / "out", None)
