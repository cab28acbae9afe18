"""The sites that the browser looks at: that of the seeds with the guides, and one full of markup."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.site.browser.driver import chromium, served
from tests.site.conftest import DOCS

from opendata.builder import Built
from opendata.site import build_site


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="session")
def site(browser: Any, built: Built, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds. It asks for the browser first: without one nothing is built."""
    return build_site(built.out, tmp_path_factory.mktemp("seen") / "site", DOCS, seeds)


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(browser: Any, hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(hostile, tmp_path_factory.mktemp("hostile-seen") / "site", None)


@pytest.fixture(scope="session")
def hostile_base(hostile_site: Path) -> Iterator[str]:
    with served(hostile_site) as address:
        yield address
