"""Links between generated pages lead somewhere; MkDocs checks those of the guides."""

import posixpath
import re
from html import unescape
from pathlib import Path

import pytest

from opendata.site.downloads import write_downloads
from opendata.site.items.files import write_records
from opendata.site.items.index import index
from opendata.site.pages import Page
from opendata.site.release import Release

HREF = re.compile(r'href="([^"]+)"')
IDS = re.compile(r' id="([^"]+)"|\{ #(\S+) \}')


@pytest.fixture(scope="module")
def files(package: Path, release: Release, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("downloads")
    write_downloads(folder, package, release)
    write_records(folder, index(release))
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_links_of_generated_pages_lead_somewhere(
    pages: dict[str, dict[str, Page]], files: set[str]
) -> None:
    for language, found in pages.items():
        ids = {
            f"{language}/{path.removesuffix('.md')}.html": {
                a or b for a, b in IDS.findall(page.text)
            }
            for path, page in found.items()
        }
        for path, page in found.items():
            for link in map(unescape, HREF.findall(page.text)):
                if link.startswith(("https://", "http://")):
                    continue
                file, _, fragment = link.partition("#")
                file = file.partition("?")[0]  # how a table is filtered
                file = file.partition("?")[0]  # what script asks of the page
                here = f"{language}/{path.removesuffix('.md')}.html"
                target = posixpath.normpath(posixpath.join(posixpath.dirname(here), file))
                target = target if file else here
                assert target in ids or target in files, f"{path}: {link}"
                if fragment:
                    assert fragment in ids[target], f"{path}: {link}"


def test_ids_stand_once_on_a_page(pages: dict[str, dict[str, Page]]) -> None:
    for found in pages.values():
        for path, page in found.items():
            ids = [a or b for a, b in IDS.findall(page.text)]
            assert len(ids) == len(set(ids)), path


def test_downloads_are_the_package_and_its_schemas(
    package: Path, release: Release, files: set[str]
) -> None:
    assert {f"datapackage/{path}" for path in release.files} <= files
    assert "schemas/records/article.schema.json" in files
    assert "schemas/tables/event_articles.schema.json" in files
    assert "schemas/codes/directive_kind.csv" in files
    copied = package / "datapackage.json"
    assert copied.stat().st_size == release.files["datapackage.json"].size
