"""Which files are pages: what was given on the command line, as a list of named files.

A source is a file, a folder (read with all folders below it), or a pattern such as `pages/*.txt`.
Not for: opening the files (`read`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from opendata.errors import InputError
from opendata.reading.document import LeftOut, leave_out

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz")
ACCEPTED = "one of " + ", ".join(SUFFIXES)
AUTHORITY = "authority"
BESIDE_THE_PAGES = ("package.yaml", "corrections.yaml", AUTHORITY)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file of one page, or of one page a line.

    `name` is the path below `folder`, the source folder, with `/`.
    """

    name: str
    path: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Found:
    """The files by name, each once, and what cannot be read."""

    files: tuple[PageFile, ...]
    left_out: tuple[LeftOut, ...]


def find_pages(sources: Sequence[str | Path]) -> Found:
    """The page files of all sources, sorted by name.

    Below a folder, hidden files and folders, the top folder `authority`, files called README and
    other suffixes are no pages; a link to a file is read, a link to a folder is not followed. A
    file reached twice counts once, under its longer name. Of two files with one name the second is
    left out. Raises `InputError` for a source that is missing, of another type or without pages.
    """
    if not sources:
        raise InputError("SOURCE", "nothing was given", "Name a file, a folder or a pattern")
    faults: list[OSError] = []
    found = [file for source in sources for file in _expand(source, faults)]
    files, doubles = _one_per_name(_each_once(found))
    named, nameless = _named(files)
    return Found(named, (*map(_unreadable_folder, faults), *doubles, *nameless))


def source_folder(sources: Sequence[str | Path]) -> Path | None:
    """The folder among those given that holds package.yaml, corrections.yaml or authority/.

    The folder of a file is the one it lies in, of a pattern the part before the first wildcard.
    Raises `InputError` if there are several.
    """
    folders = {os.path.realpath(folder): folder for folder in map(folder_of, sources)}
    holding = [
        folder
        for _, folder in sorted(folders.items())
        if any((folder / name).exists() for name in BESIDE_THE_PAGES)
    ]
    if len(holding) > 1:
        raise InputError(
            " and ".join(map(str, holding)),
            f"both hold {' or '.join(BESIDE_THE_PAGES)}, and a package has one of each",
            "Build from one folder that holds the pages of both",
        )
    return holding[0] if holding else None


def folder_of(source: str | Path) -> Path:
    """The folder below which the pages of a source are named."""
    path = Path(source)
    if path.is_dir():
        return path
    return path.parent if _exists(path) else _split(path)[0]


def pages_below(folder: Path, faults: list[OSError] | None = None) -> Iterator[PageFile]:
    """The page files of a folder, in no order; folders that cannot be listed go to `faults`."""
    onerror = None if faults is None else faults.append
    for parent, folders, files in os.walk(folder, onerror=onerror):
        below = Path(parent).relative_to(folder)
        folders[:] = [name for name in folders if not _is_set_apart(below / name)]
        for name in files:
            if _is_page(below / name):
                yield PageFile((below / name).as_posix(), Path(parent, name), folder)


def is_json_lines(name: str) -> bool:
    """Whether a file name says that the file holds a page a line."""
    return name.lower().endswith((".jsonl", ".jsonl.gz"))


def _expand(source: str | Path, faults: list[OSError]) -> list[PageFile]:
    path = Path(source)
    if source == "":
        raise InputError("''", "is no name of a file or folder", "Check what was given")
    try:
        if path.is_dir():
            return _from_folder(path, faults)
        if _exists(path):
            return [_from_file(path)]
        return _from_pattern(path)
    except OSError as error:
        raise InputError(
            str(source), f"cannot be read ({error.strerror})", "Check the path and its rights"
        ) from None


def _exists(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _from_folder(folder: Path, faults: list[OSError]) -> list[PageFile]:
    files = list(pages_below(folder, faults))
    if not files and not faults:
        raise InputError(
            str(folder), "holds no page", f"Pages are files whose names end in {ACCEPTED}"
        )
    return files


def _from_file(path: Path) -> PageFile:
    if not path.name.lower().endswith(SUFFIXES):
        raise InputError(str(path), "is no page", f"Give a file whose name ends in {ACCEPTED}")
    return PageFile(path.name, path, path.parent)


def _from_pattern(pattern: Path) -> list[PageFile]:
    folder, rest = _split(pattern)
    if not rest:
        raise InputError(str(pattern), "there is no such file or folder", "Check the path")
    try:
        matches = [path.relative_to(folder) for path in folder.glob(rest) if not path.is_dir()]
    except ValueError as error:
        raise InputError(str(pattern), f"is no pattern ({error})", "Write e.g. **/*.txt") from None
    files = [PageFile(m.as_posix(), folder / m, folder) for m in matches if _is_page(m)]
    if not files:
        raise InputError(
            str(pattern), "matches no page", f"Pages are files whose names end in {ACCEPTED}"
        )
    return files


def _split(pattern: Path) -> tuple[Path, str]:
    """The folder before the first wildcard, and the rest; no rest if there is no wildcard."""
    parts = pattern.parts
    fixed = next((n for n, part in enumerate(parts) if set("*?[") & set(part)), len(parts))
    return Path(*parts[:fixed]), "/".join(parts[fixed:])


def _is_page(below: Path) -> bool:
    suffixed = below.name.lower().endswith(SUFFIXES)
    return suffixed and below.stem.lower() != "readme" and not _is_set_apart(below)


def _is_set_apart(below: Path) -> bool:
    """Whether a file or folder is hidden, or belongs to the reference data."""
    return below.parts[0] == AUTHORITY or any(part.startswith(".") for part in below.parts)


def _each_once(found: Iterable[PageFile]) -> list[PageFile]:
    kept: dict[str, PageFile] = {}
    for file in found:
        key = os.path.realpath(file.path)
        kept[key] = min(kept.get(key, file), file, key=_rank)
    return list(kept.values())


def _rank(file: PageFile) -> tuple[int, str, str]:
    # The longer name was given with more of its folder; never the order of the command line.
    return -len(file.name), file.name, file.path.as_posix()


def _one_per_name(files: Iterable[PageFile]) -> tuple[list[PageFile], list[LeftOut]]:
    kept: dict[str, PageFile] = {}
    doubles = []
    for file in sorted(files, key=lambda one: (one.name, one.path.as_posix())):
        first = kept.setdefault(file.name, file)
        if first is not file:
            error = InputError(
                str(file.path),
                f"has the name {file.name}, as has {first.path}",
                "Give one folder that holds both, or rename one",
            )
            doubles.append(leave_out(error))
    return list(kept.values()), doubles


def _named(files: Iterable[PageFile]) -> tuple[tuple[PageFile, ...], list[LeftOut]]:
    """The files whose names are text, which bytes of another encoding are not."""
    named, nameless = [], []
    for file in files:
        try:
            file.name.encode()
            named.append(file)
        except UnicodeEncodeError:
            shown = file.name.encode("utf-8", "backslashreplace").decode()
            error = InputError(shown, "has a file name that is not UTF-8", "Rename the file")
            nameless.append(leave_out(error))
    return tuple(named), nameless


def _unreadable_folder(fault: OSError) -> LeftOut:
    return leave_out(
        InputError(
            str(fault.filename), f"cannot be listed ({fault.strerror})", "Check the folder's rights"
        ),
    )
