"""The text of a table's file as UTF-8, chunk by chunk, hashed on the way.

Not for: lines and records, which chunks cut anywhere (`parse`).
"""

from __future__ import annotations

import codecs
import gzip
import hashlib
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from opendata.validation.columnar.errors import Unproven

CHUNK = 4 << 20  # smaller ones cost more for each; larger ones leave the processor's caches
_BAD = (gzip.BadGzipFile, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError)
_PLAIN = ("utf-8", "utf-8-sig", "ascii")


@dataclass(frozen=True, slots=True)
class Source:
    """Local files and how to read them, one after the other.

    `universal`: all line ends are read as a line feed. `member` is a file of an archive. `headed`:
    the first line of each file but the first is passed over.
    """

    paths: tuple[Path, ...]
    encoding: str
    compression: str | None
    universal: bool
    member: str = ""
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """What frictionless states of a file: of the compressed one, if it is compressed."""

    md5: str
    sha256: str
    bytes: int


class Hashing:
    """Digests what it is given in a thread of its own, in order."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._md5, self._sha256, self._bytes = hashlib.md5(), hashlib.sha256(), 0

    def update(self, chunk: bytes) -> None:
        self._bytes += len(chunk)
        self._pool.submit(self._md5.update, chunk)
        self._pool.submit(self._sha256.update, chunk)

    def digest(self) -> Digest:
        """Waits for the thread; nothing may be added afterwards."""
        self._pool.shutdown()
        return Digest(self._md5.hexdigest(), self._sha256.hexdigest(), self._bytes)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


def chunks(source: Source, hashing: Hashing | None = None) -> Iterator[bytes]:
    """UTF-8 text. Raises `Unproven` for bytes that are not in the encoding."""
    try:
        yield from _universal(_utf8(_raw(source, hashing), source), source)
    except (UnicodeError, LookupError, EOFError, *_BAD) as error:
        raise Unproven(f"the file cannot be read: {error}") from error


def _raw(source: Source, hashing: Hashing | None) -> Iterator[bytes]:
    stored = _stored(source)
    if hashing is not None and source.compression:
        for chunk in stored:
            hashing.update(chunk)
    yield from _unpacked(source) if source.compression else _hashed(stored, hashing)


def _hashed(stored: Iterator[bytes], hashing: Hashing | None) -> Iterator[bytes]:
    for chunk in stored:
        if hashing is not None:
            hashing.update(chunk)
        yield chunk


def _unpacked(source: Source) -> Iterator[bytes]:
    if source.compression == "gz":
        with gzip.open(source.paths[0]) as file:
            yield from iter(lambda: file.read(CHUNK), b"")
        return
    with zipfile.ZipFile(source.paths[0]) as archive, archive.open(source.member) as member:
        yield from iter(lambda: member.read(CHUNK), b"")


def _stored(source: Source) -> Iterator[bytes]:
    first, *others = source.paths
    yield from _read(first)
    for path in others:
        yield from _without_first_line(_read(path)) if source.headed else _read(path)


def _without_first_line(text: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in text:
        _, end, rest = chunk.partition(b"\n")
        if end:
            yield rest
            yield from text


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _utf8(raw: Iterator[bytes], source: Source) -> Iterator[bytes]:
    name = codecs.lookup(source.encoding).name
    if name in _PLAIN:
        yield from _plain(raw, name)
        return
    decoder = codecs.getincrementaldecoder(name)()
    for chunk in raw:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()


def _plain(raw: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Bytes that are UTF-8 already; whether they are is seen when the cells are read."""
    first = next(raw, b"")
    if name == "utf-8-sig":
        first = first.removeprefix(codecs.BOM_UTF8)
    for chunk in chain([first], raw):
        if name == "ascii" and not chunk.isascii():
            raise Unproven("the file is not ASCII")
        yield chunk


def _universal(text: Iterator[bytes], source: Source) -> Iterator[bytes]:
    if not source.universal:
        yield from text
        return
    held = b""
    for chunk in text:
        chunk = held + chunk
        held = b"\r" if chunk.endswith(b"\r") else b""
        chunk = chunk.removesuffix(b"\r")
        yield chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    yield held.replace(b"\r", b"\n")
