"""The small package, written once, and copies of it to break."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.validation.small import PAGE, TEXT, Rows, small_rows

from opendata import authority
from opendata.package.metadata import Metadata
from opendata.package.write import write_package

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """frictionless leaves files open, of which Python tells when it comes upon them."""
    leaks = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(leaks)


@pytest.fixture(autouse=True, scope="module")
def _left_open() -> Iterator[None]:
    """What a module left open is not told of in the tests of another."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def write() -> Callable[[Path, Rows], Path]:
    """Writes rows as a package of ours; returns its folder."""
    reference = authority.load()

    def written(folder: Path, rows: Rows) -> Path:
        write_package(
            folder, {name: tuple(found) for name, found in rows.items()}, Metadata(), reference
        )
        return folder

    return written


@pytest.fixture(scope="session")
def sound(write: Callable[[Path, Rows], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package without fault. Not to be changed."""
    return write(tmp_path_factory.mktemp("sound") / "package", small_rows())


@pytest.fixture
def package(sound: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(sound, tmp_path / "package"))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The folder with the page that the package was made from."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / PAGE).write_bytes(TEXT.encode())
    return folder
