"""From sources to pages: strings the other modules of this folder together.

Not for: any step itself.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from opendata.errors import InputError
from opendata.reading.decode import declared_encoding, decode
from opendata.reading.document import LeftOut, SourceDocument, leave_out
from opendata.reading.html import read_html
from opendata.reading.jsonl import read_lines
from opendata.reading.page_text import check_text
from opendata.reading.sources import (
    Found,
    PageFile,
    find_pages,
    is_json_lines,
    pages_below,
    source_folder,
)
from opendata.reading.stated import FILE, Rows, key, read_rows

__all__ = ["MAX_PAGE_BYTES", "LeftOut", "SourceDocument", "read", "source_folder"]

MAX_PAGE_BYTES = 5_000_000


def read(
    sources: Sequence[str | Path], max_page_bytes: int = MAX_PAGE_BYTES
) -> Iterator[SourceDocument | LeftOut]:
    """The pages of files, folders and patterns, one at a time, and what had to be left out.

    First the faults of the sources themselves, then the files by name; JSON Lines in the order of
    the file. The order of `sources` makes no difference. `sources.csv` beside the pages ranks
    above what a page states of itself. A page of more than `max_page_bytes` (of its file, or of
    its line in JSON Lines) is left out. Raises `InputError` at once if a source has no pages or
    its `sources.csv` cannot be read.
    """
    found = find_pages(sources)
    rows, faults = _rows_by_folder(found)
    return _read(found, rows, faults, max_page_bytes)


def _rows_by_folder(found: Found) -> tuple[dict[Path, Rows], tuple[LeftOut, ...]]:
    """The rows that stand beside the pages, read once for a folder however it is spelt."""
    spellings: dict[str, set[Path]] = {}
    for folder in sorted({file.folder for file in found.files}):
        spellings.setdefault(os.path.realpath(folder), set()).add(folder)
    rows: dict[Path, Rows] = {}
    faults: list[LeftOut] = []
    for folders in spellings.values():
        # All pages of the folder: a row about one that was not asked for is no fault.
        names = {file.name for file in found.files if file.folder in folders}
        if (min(folders) / FILE).exists():
            names |= {file.name for file in pages_below(min(folders))}
        read, bad = read_rows(min(folders), names)
        rows |= dict.fromkeys(folders, read)
        faults += bad
    return rows, tuple(faults)


def _read(
    found: Found,
    rows: Mapping[Path, Rows],
    faults: tuple[LeftOut, ...],
    max_page_bytes: int,
) -> Iterator[SourceDocument | LeftOut]:
    yield from found.left_out
    yield from faults
    for file in found.files:
        try:
            yield from _read_file(file, rows[file.folder], max_page_bytes)
        except InputError as error:
            yield leave_out(error)
        except OSError as error:
            problem = f"cannot be read ({error.strerror or error})"
            yield leave_out(InputError(file.name, problem, "Check the file and its rights"))


def _read_file(
    file: PageFile, rows: Rows, max_page_bytes: int
) -> Iterator[SourceDocument | LeftOut]:
    if not stat.S_ISREG(file.path.stat().st_mode):
        raise InputError(file.name, "is no ordinary file", "Remove it, or give a file")
    if is_json_lines(file.name):
        yield from _read_json_lines(file, rows, max_page_bytes)
    else:
        yield _with_rows(_read_page(file, max_page_bytes), rows)


def _read_json_lines(
    file: PageFile, rows: Rows, max_page_bytes: int
) -> Iterator[SourceDocument | LeftOut]:
    waiting = rows.lines_of(file.name)
    for one in read_lines(file.path, file.name, max_page_bytes):
        if isinstance(one, LeftOut):
            yield one
            continue
        waiting.pop(key(one.name), None)
        yield _with_rows(one, rows)
    for name, row in waiting.items():
        problem = f"no page {name!r} was read"
        error = InputError(str(file.folder / FILE), problem, "Check the id", f"line {row.line}")
        yield leave_out(error, "statement")


def _read_page(file: PageFile, max_page_bytes: int) -> SourceDocument:
    """The page of a plain text or HTML file."""
    size = file.path.stat().st_size
    if size > max_page_bytes:
        raise InputError(
            file.name,
            f"has {size} bytes, more than the {max_page_bytes} that a page may have",
            "Split it into pages",
        )
    data = file.path.read_bytes()
    plain = file.name.lower().endswith(".txt")
    decoded = decode(data, file.name, "" if plain else declared_encoding(data))
    check_text(decoded.text, file.name)
    text, extractor, stated = (
        (decoded.text, "plain", ()) if plain else read_html(decoded.text, file.name)
    )
    return SourceDocument(
        name=file.name,
        text=text,
        source_sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain" if plain else "text/html",
        encoding=decoded.encoding,
        encoding_basis=decoded.basis,
        extractor=extractor,
        stated=stated,
    )


def _with_rows(document: SourceDocument, rows: Rows) -> SourceDocument:
    """The page with what `sources.csv` states about it ahead of what it states itself."""
    stated = (*rows.about(document.name), *document.stated)
    url = next((one.value for one in stated if one.field == "url"), "")
    return replace(document, stated=stated, url=url)
