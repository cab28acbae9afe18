"""Files are those that hash and size describe, by every algorithm that Python has.

Not for: md5 and sha256 in lower case, which frictionless compares, or missing files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opendata.validation.issues import Issue, package_issue, shorten
from opendata.validation.source import Described

_THEIRS = ("", "md5", "sha256")
# An output of any length: the hash itself does not tell.
_OPEN_ENDED = ("shake",)


def check_files(described: Described) -> Iterator[Issue]:
    """Hashes that frictionless does not compute, and a size of 0, which it does not compare."""
    for _, name, resource in described.resources():
        path = described.path(resource)
        if path is None or not path.is_file():
            continue
        yield from _check_hash(path, name, resource)
        if resource.get("bytes") == 0 and path.stat().st_size:
            note = f"{resource['path']}: has {path.stat().st_size} bytes, expected 0. "
            note += "Write the descriptor again, or restore the file"
            yield package_issue("opendata-file", note, resource=name)


def _check_hash(path: Path, name: str, resource: dict[str, Any]) -> Iterator[Issue]:
    if not is_hash_of_ours(resource):
        return
    prefix, _, expected = resource["hash"].rpartition(":")
    algorithm = _algorithm(prefix)
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, algorithm).hexdigest()
    if actual != expected.lower():
        note = f"{resource['path']}: expected {algorithm} {expected}, found {actual}. "
        note += "Write the descriptor again, or restore the file"
        yield package_issue("opendata-file", note, resource=name)


def is_hash_of_ours(resource: dict[str, Any]) -> bool:
    """Whether a resource's hash is by an algorithm that frictionless skips and Python has."""
    prefix = str(resource.get("hash", "")).rpartition(":")[0]
    return prefix not in _THEIRS and _algorithm(prefix) in _known()


def hash_warnings(described: Described) -> Iterator[str]:
    """Resources whose hash nobody can compute."""
    for place, _, resource in described.resources():
        prefix = str(resource.get("hash", "")).rpartition(":")[0]
        if prefix not in _THEIRS and _algorithm(prefix) not in _known():
            note = f"{described.file}, {place}/hash: hash not compared: nothing here computes "
            yield note + f"{shorten(repr(prefix), 40)}. Use sha256"


def _algorithm(prefix: str) -> str:
    """Python's name: `SHA-512/256` is `sha512_256`."""
    plain = prefix.lower().replace("/", "_")
    return plain.replace("sha-", "sha").replace("sha3-", "sha3_").replace("-", "_")


def _known() -> set[str]:
    return {one for one in hashlib.algorithms_available if not one.startswith(_OPEN_ENDED)}
