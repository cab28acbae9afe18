"""Files that it would be unsafe to open: links out of the package, devices, and bombs.

A fault found here keeps every table unread. Not for: paths as they are written (`paths`).
"""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from frictionless import system

from opendata.validation.issues import Issue, package_issue
from opendata.validation.source import Described, is_address, is_safe
from opendata.validation.standard.paths import references
from opendata.yaml_file import expands

# What a file may unpack to before its ratio counts, and how many times its own size then.
LARGE = 256 << 20
RATIO = 200
_ENTRIES = 100_000
_DEFLATE = 1032  # deflate packs no tighter
_CHUNK = 1 << 20
_JSON = {".json", ".jsonl", ".ndjson", ".geojson", ".topojson"}
_YAML = {".yaml", ".yml"}
_DEPTH = 500
_MARKS = re.compile(rb'\\.|["\[\]{}]', re.DOTALL)
_RESOURCES = 10_000
_FIELDS = 100_000


def check_safety(described: Described) -> Iterator[Issue]:
    """One issue for each file that is not opened."""
    inside = None if system.trusted else described.folder.resolve()
    for place, name, path in references(described):
        if is_address(path) or not (is_safe(path) or system.trusted):
            continue
        problem = unsafe(described.folder / path, inside)
        if problem:
            note = f"{described.file}, {place} (resource {name!r}): {path!r} {problem}"
            yield package_issue("opendata-unsafe-file", note, resource=name, place=place)


def check_size(described: Described) -> Iterator[Issue]:
    """A descriptor of more resources or fields than anyone could mean."""
    listed = list(described.resources())
    if len(listed) > _RESOURCES:
        note = f"{described.file}, resources: has {len(listed)}, more than {_RESOURCES}. Split it"
        yield package_issue("opendata-too-large", note, place="resources")
        return
    total = 0
    for place, name, resource in listed:
        fields = described.schema(resource).get("fields")
        total += len(fields) if isinstance(fields, list) else 0
        if total > _FIELDS:
            note = f"{described.file}, {place}/schema/fields: has more than {_FIELDS} fields with "
            note += "those before it. Split the package"
            yield package_issue("opendata-too-large", note, resource=name, place=place)
            return


def unsafe(path: Path, inside: Path | None = None) -> str:
    """What is wrong with a file and what to do, or nothing. `inside` is a resolved folder."""
    try:
        real = path.resolve()
        if inside is not None and not real.is_relative_to(inside):
            return "is a link that leads out of the package. Put the file itself there"
        if not real.exists():
            return ""  # frictionless says so
        if not real.is_file():
            return "is no regular file. Put a file there"
        return _bomb(real)
    except (OSError, ValueError, RuntimeError) as error:
        return f"cannot be looked at ({error}). Check the path"


def _bomb(path: Path) -> str:
    if path.suffix.lower() in _JSON and _is_deep(path):
        return f"is nested more than {_DEPTH} levels deep. Write it flat"
    if path.suffix.lower() in _YAML and _repeats(path):
        return (
            "is YAML whose aliases repeat one another without measure, or nested too deeply. "
            "Write it without aliases"
        )
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] == b"\x1f\x8b":
        return _gz(path)
    return _zip(path) if start == b"PK\x03\x04" else ""


def _is_deep(path: Path) -> bool:
    """Whether JSON is nested so deeply that reading it takes more time and memory than its size."""
    depth, inside, held = 0, False, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            for token in _MARKS.findall(held + chunk):
                if token == b'"':
                    inside = not inside
                elif not inside and len(token) == 1:
                    depth += 1 if token in b"[{" else -1
                    if depth > _DEPTH:
                        return True
            escapes = len(chunk) - len(chunk.rstrip(b"\\"))
            held = b"\\" if escapes % 2 else b""
    return False


def _repeats(path: Path) -> bool:
    import yaml

    try:
        return expands(path.read_text("utf-8"))
    except RecursionError:
        return True
    except (ValueError, yaml.YAMLError):
        return False  # frictionless says so


def _zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            packed = path.stat().st_size
            unpacked = sum(one.file_size for one in entries)
            # What a header states may be untrue: the module reads no more than that.
    except (zipfile.BadZipFile, NotImplementedError):
        return ""  # frictionless says so
    if len(entries) > _ENTRIES:
        return f"holds {len(entries)} files, more than {_ENTRIES}. Split the archive"
    return _judge(packed, unpacked)


def _gz(path: Path) -> str:
    packed = path.stat().st_size
    if packed * _DEFLATE <= LARGE:
        return ""
    limit, unpacked = max(LARGE, packed * RATIO), 0
    try:
        with gzip.open(path) as file:
            while chunk := file.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > limit:
                    return _judge(packed, unpacked)
    except (OSError, EOFError, zlib.error):
        return ""  # frictionless says so
    return ""


def _judge(packed: int, unpacked: int) -> str:
    if unpacked <= max(LARGE, packed * RATIO):
        return ""
    note = f"unpacks from {packed} to {unpacked} bytes or more, over {RATIO} times as many. "
    return note + "If that is meant, publish it unpacked"
