"""JSON Lines, plain or gz: one page a line, read as a stream.

Members of a line: `text` (required), `id`, `url`, `title`, `published`, `outlet`; others are
ignored. Not for: package files in JSON (`opendata.package`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from opendata.errors import InputError
from opendata.reading.document import LeftOut, SourceDocument, Stated, leave_out
from opendata.reading.page_text import check_text
from opendata.reading.values import refuse_damaged, state

_STATED = ("title", "published", "url", "outlet")


def read_lines(path: Path, name: str, max_bytes: int) -> Iterator[SourceDocument | LeftOut]:
    """The pages of a file, in its order; a line that is no page of at most `max_bytes` is left out.

    A page without `id` is named after its line, `line-12`; of two pages with one id the later is
    left out. Raises `OSError` if the file cannot be opened.
    """
    first_lines: dict[str, int] = {}
    number, pages = 0, 0
    with _open(path) as stream:
        try:
            for number, line in enumerate(_lines(stream, max_bytes), 1):
                if line is None or line.strip():
                    pages += 1
                    yield from _page(line, number, name, max_bytes, first_lines)
        except (EOFError, OSError, zlib.error) as error:
            yield leave_out(
                InputError(
                    name,
                    f"cannot be read further ({error})",
                    "Take a fresh copy of the file",
                    f"after line {number}" if number else "",
                )
            )
            return
    if not pages:
        yield leave_out(InputError(name, "holds no page", "Give one JSON object a line"))


def _open(path: Path) -> BinaryIO:
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    return cast(BinaryIO, opener(path, "rb"))


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """The lines without their ends; None for one that is too long, which is never held."""
    while line := stream.readline(max_bytes + 2):
        content = line.rstrip(b"\r\n")
        if len(content) <= max_bytes:
            yield content
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(max_bytes)
        yield None


def _page(
    line: bytes | None, number: int, name: str, max_bytes: int, first_lines: dict[str, int]
) -> Iterator[SourceDocument | LeftOut]:
    place = f"line {number}"
    try:
        if line is None:
            raise InputError(
                name,
                f"is longer than the {max_bytes} bytes that a page may have",
                "Split the page",
                place,
            )
        members = _members(line, name, place)
        text = _text(members, name, place)
        identifier = _identifier(members, name, number)
        first = first_lines.setdefault(identifier, number)
        if first != number:
            problem = f"has the id {identifier!r}, as has line {first}"
            raise InputError(name, problem, "Give each page an id of its own", place)
        stated, faults = _statements(members, name, place)
    except InputError as error:
        yield leave_out(error)
        return
    yield from faults
    digest = hashlib.sha256(text.encode()).hexdigest()
    yield SourceDocument(
        name=f"{name}#{identifier}",
        text=text,
        source_sha256=digest,
        text_sha256=digest,
        media_type="application/x-ndjson",
        encoding="utf-8",
        encoding_basis="utf-8",
        extractor="jsonl",
        stated=stated,
    )


def _members(line: bytes, name: str, place: str) -> dict[str, Any]:
    try:
        members = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 at byte {error.start} of the line"
        raise InputError(name, problem, "Save the file as UTF-8", place) from None
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg} at character {error.pos + 1})"
        raise InputError(name, problem, "Write one JSON object a line", place) from None
    except (ValueError, RecursionError):
        problem = "holds a number too long or members too deep to be read"
        raise InputError(name, problem, "Write one plain JSON object a line", place) from None
    if not isinstance(members, dict):
        raise InputError(name, "is no JSON object", 'Write {"id": …, "text": …}', place)
    return members


def _text(members: dict[str, Any], name: str, place: str) -> str:
    text = members.get("text")
    if not isinstance(text, str):
        problem = "has no member text" if text is None else "its member text is no string"
        raise InputError(name, problem, 'Write {"id": …, "text": …}', place)
    check_text(text, name, place)
    return text


def _identifier(members: dict[str, Any], name: str, number: int) -> str:
    value = members.get("id")
    if value is None or value == "":
        return f"line-{number}"
    try:
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ValueError("neither a string nor a whole number")
        refuse_damaged(str(value))
    except ValueError as error:
        problem = f"its member id is {error}"
        raise InputError(name, problem, "Give the page a plain id", f"line {number}") from None
    return str(value)


def _statements(
    members: dict[str, Any], name: str, place: str
) -> tuple[tuple[Stated, ...], list[LeftOut]]:
    stated, faults = [], []
    for member in _STATED:
        value = members.get(member)
        if value is None or value == "" or (isinstance(value, str) and not value.strip()):
            continue
        try:
            if not isinstance(value, str):
                raise ValueError("no string")
            stated.append(state(member, value, f"jsonl:{member}"))
        except ValueError as error:
            problem = f"its member {member}, {repr(value)[:100]}, is {error}"
            fault = InputError(name, problem, "Correct the member", place)
            faults.append(leave_out(fault, "statement"))
    return tuple(stated), faults
