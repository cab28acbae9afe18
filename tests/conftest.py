"""What several tests share: the package of the seeds, built once."""

from pathlib import Path

import pytest
from hypothesis import settings

from opendata.builder import Built, build

ROOT = Path(__file__).parent.parent

# A busy machine is no fault of the code.
settings.register_profile("opendata", deadline=None)
settings.load_profile("opendata")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The source notes of the project."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The package of the seeds."""
    return build(seeds, tmp_path_factory.mktemp("seeds") / "datapackage")
