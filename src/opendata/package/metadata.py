"""`package.yaml`: what a publisher says of the package. Not for: what pages say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from opendata.errors import InputError
from opendata.yaml_file import read_yaml

FILE = "package.yaml"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class License(_Part):
    """A licence of the package."""

    name: str = Field(pattern=r"^[-A-Za-z0-9._]+$")
    title: str | None = None
    path: str | None = None


class Contributor(_Part):
    """Who made or keeps the package."""

    title: str
    roles: tuple[str, ...] = ()
    path: str | None = None
    email: str | None = None
    organization: str | None = None


class Source(_Part):
    """Where the raw material comes from."""

    title: str
    path: str | None = None
    version: str | None = None


class Metadata(_Part):
    """Descriptive properties of a package; the names are the standard's own."""

    name: str = Field("opendata-package", pattern=r"^[a-z0-9._-]+$")
    id: str | None = None
    title: str = "Vietnamese press pages as open data"
    title_vi: str | None = None
    description: str | None = None
    description_vi: str | None = None
    version: str = Field("0.1.0", pattern=r"^\d+\.\d+\.\d+([-+][0-9A-Za-z.-]+)?$")
    created: str | None = Field(
        None, pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"
    )
    homepage: str | None = None
    licenses: tuple[License, ...] = (
        License(
            name="CC-BY-4.0",
            title="Creative Commons Attribution 4.0",
            path="https://creativecommons.org/licenses/by/4.0/",
        ),
    )
    contributors: tuple[Contributor, ...] = ()
    keywords: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    def properties(self) -> dict[str, Any]:
        """As properties of a descriptor, in the order of this model, absent ones left out."""
        found = self.model_dump(mode="json", exclude_none=True)
        return {name: value for name, value in found.items() if value != []}


def read_metadata(path: Path) -> Metadata:
    """The metadata in a file.

    Raises `InputError` for text that is not YAML, an unknown key, or a value of the wrong form.
    """
    stated = read_yaml(path)
    if stated is None:
        stated = {}
    if not isinstance(stated, dict):
        raise InputError(
            str(path), "expected keys and values", "Write e.g. `name: my-package`", "line 1"
        )
    try:
        return Metadata.model_validate(stated)
    except ValidationError as error:
        one = error.errors()[0]
        allowed = ", ".join(Metadata.model_fields)
        remedy = f"Keys are {allowed}" if one["type"] == "extra_forbidden" else "Mend that value"
        place = ".".join(map(str, one["loc"]))
        raise InputError(str(path), one["msg"], remedy, place) from None
