"""The standard's profiles are those that its authors publish, under their licence."""

import hashlib
import json
from importlib.resources import files

import pytest
from jsonschema import Draft7Validator

FOLDER = files("opendata.validation.standard").joinpath("profiles")
# As in dplib-py 1.1.0, which is of the standard's own authors: `make profiles` fetches the newest.
PUBLISHED = {
    "1.0": "25865878304ca15c9fbf198b84877588ff34c57f1e148f2b13b3bde8777e2228",
    "2.0": "a9ef0fc168b3402ae7aa7d22bbcb798e0db6b639e7ee15ff4aa177463cea7112",
}


@pytest.mark.parametrize("version, digest", PUBLISHED.items())
def test_profiles_are_as_published(version: str, digest: str) -> None:
    data = FOLDER.joinpath(f"datapackage-{version}.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() == digest
    Draft7Validator.check_schema(json.loads(data))
    assert b'"$ref"' not in data  # nothing has to be fetched


def test_their_licence_stands_beside_them() -> None:
    text = FOLDER.joinpath("LICENSE.md").read_text("utf-8")
    assert "MIT License" in text and "Open Knowledge Foundation" in text
