"""Profiles that a descriptor names with `$schema` beyond the standard's own.

A profile is a JSON Schema in the package, or one that an installed Python package provides: an
entry point of the group `opendata.profiles`, whose name is the profile's address and whose value a
mapping or a function that returns one. Addresses are fetched only where that is allowed.
Not for: the standard's own profiles (`profile`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from jsonschema.exceptions import SchemaError, best_match
from jsonschema.validators import validator_for
from referencing import Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT7

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.json_schema import validator
from opendata.validation.json_text import parse_json, read_json
from opendata.validation.source import Described, is_address, is_safe

_STANDARD = re.compile(
    r"https?://(?:datapackage\.org/profiles|(?:specs\.)?frictionlessdata\.io/schemas)/.*"
    r"|(?:tabular-)?data-(?:package|resource)(?:\.json)?"
)
_LARGEST = 16 << 20
_SECONDS = 10
_SHOWN = 100
Unread = str  # why a profile cannot be used


def check_custom_profiles(
    described: Described, allow_remote: bool
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Issues of what does not fit its profile; warnings of profiles that are not fetched."""
    issues: list[Issue] = []
    warnings: list[str] = []
    for place, resource, part, address in _named(described):
        profile = _installed(address)
        if profile is None and is_address(address) and not allow_remote:
            note = f"{described.file}, {place}: profile not checked: {address} is an address, "
            warnings.append(note + "which is not fetched. Name a file of the package")
            continue
        try:
            profile = profile if profile is not None else _read(address, described.folder)
            found = list(_faults(profile, part, described.folder, allow_remote))
        except OSError as error:
            warnings.append(f"{described.file}, {place}: profile not checked: {address} {error}")
            continue
        except ValueError as error:
            where = f"{described.file}, {place}: the profile {address!r} "
            note = f"{where}cannot be used: {error}"
            issues.append(
                package_issue("opendata-custom-profile", note, resource=resource, place=place)
            )
            continue
        for at, problem in found:
            inside = "/".join(filter(None, [place.removesuffix("$schema").rstrip("/"), at]))
            note = f"{described.file}, {inside or 'top level'}: {problem} (by {address}). Mend it"
            issues.append(
                package_issue("opendata-custom-profile", note, resource=resource, place=inside)
            )
    return tuple(issues), tuple(warnings)


def _named(described: Described) -> Iterator[tuple[str, str, Mapping[str, Any], str]]:
    """Place, resource, descriptor and address of each profile that is not the standard's."""
    parts = [("$schema", "", described.descriptor)] if described.kind == "package" else []
    for place, name, resource in described.resources():
        parts.append((f"{place}/$schema", name, resource))
        parts.append((f"{place}/schema/$schema", name, described.schema(resource)))
    for place, name, part in parts:
        address = part.get("$schema")
        if isinstance(address, str) and address and not _STANDARD.fullmatch(address):
            yield place, name, part, address


def _installed(address: str) -> Mapping[str, Any] | None:
    for point in entry_points(group="opendata.profiles"):
        if point.name == address:
            found: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = point.load()
            return found() if callable(found) else found
    return None


def _read(address: str, folder: Path) -> Any:
    """A profile by path or address. Raises `OSError` and `ValueError`."""
    if is_address(address):
        return _fetch(address)
    if not is_safe(address):
        raise ValueError("the path leaves the package's folder. Move the profile into the package")
    path = folder / address
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise ValueError("there is no such file in the package. Put it there")
    return read_json(path)


def _fetch(address: str) -> Any:
    from frictionless import system

    if not address.startswith(("http://", "https://")):
        raise ValueError("only http and https are fetched")
    try:
        with system.http_session.get(address, timeout=_SECONDS, stream=True) as answer:
            answer.raise_for_status()
            data = b"".join(_limited(answer.iter_content(1 << 16)))
    except OSError as error:  # which those of requests are
        raise OSError(f"cannot be fetched ({shorten(str(error))})") from None
    return parse_json(data)


def _limited(chunks: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > _LARGEST:
            raise ValueError(f"it has more than {_LARGEST} bytes")
        yield chunk


def _faults(
    profile: Any, part: Mapping[str, Any], folder: Path, allow_remote: bool
) -> Iterator[tuple[str, str]]:
    """Place and problem of each fault, at most a hundred. Raises `ValueError` for bad schemas."""
    if not isinstance(profile, dict):
        raise ValueError("it is no JSON object")
    kind = validator_for(profile)

    def retrieve(uri: str) -> Resource[Any]:
        if is_address(uri) and not allow_remote:
            raise ValueError(f"it refers to {shorten(uri)}, which is not fetched")
        contents = _read(uri, folder)
        return Resource.from_contents(contents, default_specification=DRAFT7)

    try:
        kind.check_schema(profile)
        # Plain text keeps mutable objects of frictionless out of it.
        plain = json.loads(json.dumps(part, default=str))
        found = validator(profile, retrieve).iter_errors(plain)
        for number, error in enumerate(found):
            if number == _SHOWN:
                return
            told = best_match([error]) or error
            yield "/".join(map(str, told.absolute_path)), shorten(told.message, 300)
    except SchemaError as error:
        raise ValueError(f"it is no JSON Schema ({shorten(error.message)})") from None
    except Unresolvable as error:
        cause = error.__cause__ or error
        raise ValueError(f"it refers to what cannot be read ({shorten(str(cause))})") from None
    except RecursionError:
        raise ValueError("it refers to itself without end") from None
