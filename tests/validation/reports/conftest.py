"""Packages to report on, and their results."""

from pathlib import Path

import pytest
from tests.validation.reports.faulty import SOUND_ARTICLES, write_faulty

from opendata.validation import validate
from opendata.validation.reports.found import Result
from opendata.validation.reports.gather import gather
from opendata.validation.reports.places import find_places


@pytest.fixture(scope="session")
def faulty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with faults. Not to be changed."""
    return write_faulty(tmp_path_factory.mktemp("reports") / "faulty")


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the packages `faulty` and `sound`; the working directory."""
    (tmp_path / ".git").mkdir()
    write_faulty(tmp_path / "faulty")
    write_faulty(tmp_path / "sound", SOUND_ARTICLES)
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def result(working: Path) -> Result:
    """What validating `faulty` gives."""
    return gather(validate("faulty"), "faulty", find_places(Path("faulty")))


@pytest.fixture
def sound_result(working: Path) -> Result:
    """What validating `sound` gives."""
    return gather(validate("sound"), "sound", find_places(Path("sound")))
