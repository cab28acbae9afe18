"""Packages to make sites of: a small one, and the same with text that tries to be markup."""

from pathlib import Path

import pytest
from tests.validation.small import alter, row, small_rows

from opendata import authority
from opendata.package.metadata import Metadata
from opendata.package.write import write_package
from opendata.records.base import Row
from opendata.site.guides import NO_GUIDES, Guides, read_guides
from opendata.site.items.index import index
from opendata.site.menu import menu
from opendata.site.pages import Page
from opendata.site.release import Release, read_release
from opendata.site.words import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
# Markup of HTML, Markdown, attribute lists and templates, with a line end and a control character.
HOSTILE = (
    "<script>alert(1)</script> & &amp; \"'`a`` *b* _c_ [d](javascript:e) ![f](g) | {h} {{ i }} {% j %}\n"
    "# k { #title }\n</title></td></table></div>\x02 :material-table: ```\n~~~ Đ"
)


def write(folder: Path, rows: dict[str, list[Row]], metadata: Metadata) -> Path:
    tables = {name: tuple(found) for name, found in rows.items()}
    write_package(folder, tables, metadata, authority.load())
    return folder


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small package with a row in most tables. Not to be changed."""
    rows = small_rows()
    rows["provinces"] = [
        row("provinces", province_id="lao-cai-63", name="Lào Cai", division="63", gso_code="10")
    ]
    alter(rows, "articles", province_id="lao-cai-63")
    metadata = Metadata(title="One page", title_vi="Một trang", name="one-page")
    return write(tmp_path_factory.mktemp("small") / "datapackage", rows, metadata)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package in which every text tries to be markup."""
    rows = small_rows()
    alter(rows, "articles", title=HOSTILE, byline=HOSTILE, source_name=HOSTILE, url=HOSTILE)
    alter(rows, "events", name=HOSTILE, place=HOSTILE)
    alter(rows, "persons", name=HOSTILE)
    alter(rows, "citations", quote=HOSTILE, repairs=(HOSTILE,))
    alter(rows, "evidence", value=HOSTILE, basis_ref=HOSTILE)
    alter(rows, "flags", message=HOSTILE)
    metadata = Metadata(
        title=HOSTILE,
        title_vi=HOSTILE,
        description=HOSTILE,
        keywords=(HOSTILE,),
        contributors=({"title": HOSTILE},),  # type: ignore[arg-type]
    )
    return write(tmp_path_factory.mktemp("hostile") / "datapackage", rows, metadata)


@pytest.fixture(scope="session")
def release(package: Path) -> Release:
    return read_release(package)


@pytest.fixture(scope="session")
def guides() -> Guides:
    """The guides of the project."""
    return read_guides(DOCS)


@pytest.fixture(scope="session")
def pages(release: Release, guides: Guides) -> dict[str, dict[str, Page]]:
    """The pages of the small package with the guides, by language and path."""
    return {
        one: {page.path: page for page in menu(index(release), guides, one).pages()}
        for one in LANGUAGES
    }


@pytest.fixture(scope="session")
def bare(release: Release) -> dict[str, Page]:
    """The English pages of the small package without guides."""
    return {page.path: page for page in menu(index(release), NO_GUIDES, "en").pages()}
