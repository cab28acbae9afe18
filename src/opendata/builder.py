"""From sources to a published package: the stations, strung together.

Not for: what any station does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from opendata.authority import Authority, load_beside
from opendata.errors import InputError
from opendata.extraction.extract import extract
from opendata.package.metadata import FILE as METADATA_FILE
from opendata.package.metadata import Metadata, read_metadata
from opendata.package.publish import publish, refuse_foreign
from opendata.package.write import write_package
from opendata.reading.document import SourceDocument
from opendata.reading.read import LeftOut, read, source_folder
from opendata.resolution.corrections import FILE as CORRECTIONS_FILE
from opendata.resolution.corrections import (
    Correction,
    apply_corrections,
    read_corrections,
    removed_articles,
)
from opendata.resolution.merge import Tables, merge
from opendata.resolution.page_rows import PageRows, page_rows

People = Literal["public", "all"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made. `counts` are rows by table, `left_out` the pages that are not in it,
    `notices` whatever else was given and could not be used, `flags` the doubts by code."""

    out: Path
    counts: Mapping[str, int]
    left_out: tuple[LeftOut, ...]
    notices: tuple[str, ...]
    flags: Mapping[str, int]


class InvalidPackageError(Exception):
    """The package that was made is not valid: a fault of the toolkit. The old one still stands."""


def build(
    sources: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    people: People = "public",
    on_page: Callable[[str], None] | None = None,
) -> Built:
    """Builds a package of the pages in `sources` and puts it at `out` in one step.

    `people="all"` also publishes private people. `on_page` is told the name of every page done.
    Raises `InputError` where nothing can be built and `InvalidPackageError` where the result is not
    valid; `out` is then as it was before.
    """
    given = [sources] if isinstance(sources, str | Path) else list(sources)
    target = Path(out)
    refuse_foreign(target)
    folder = source_folder(given)
    authority = load_beside(folder)
    metadata = _metadata(folder)
    corrections, notices = _corrections(folder)
    removed = removed_articles(corrections)
    pages, left_out, dropped = _pages(read(given), authority, people == "all", on_page)
    kept = [page for page in pages if page.article_id not in removed]
    if not kept:
        raise InputError(
            ", ".join(map(str, given)),
            "no page could be built" + "".join(f"; {one}" for one in left_out[:3]),
            "Give at least one readable page",
        )
    gone = frozenset(page.article_id for page in pages) & removed
    tables, stale = apply_corrections(merge(kept, authority), corrections, authority, gone)
    publish(target, lambda new: _write_checked(new, tables, metadata, authority, given))
    counts = {name: len(rows) for name, rows in tables.items()}
    return Built(
        target,
        counts,
        tuple(left_out),
        (*map(str, dropped), *notices, *stale),
        _flag_counts(tables),
    )


def _metadata(folder: Path | None) -> Metadata:
    path = folder / METADATA_FILE if folder else None
    return read_metadata(path) if path and path.is_file() else Metadata()


def _corrections(folder: Path | None) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    path = folder / CORRECTIONS_FILE if folder else None
    return read_corrections(path) if path and path.is_file() else ((), ())


def _pages(
    found: Iterable[SourceDocument | LeftOut],
    authority: Authority,
    everyone: bool,
    on_page: Callable[[str], None] | None,
) -> tuple[list[PageRows], list[LeftOut], list[LeftOut]]:
    """The rows of every page that can be read, the pages left out, statements that were dropped.

    A page whose id is taken is left out.
    """
    pages: list[PageRows] = []
    left_out: list[LeftOut] = []
    notices: list[LeftOut] = []
    names: dict[str, str] = {}
    for one in found:
        if isinstance(one, LeftOut):
            (left_out if one.what == "page" else notices).append(one)
            continue
        try:
            rows = page_rows(one, extract(one, authority), authority, everyone=everyone)
        except Exception as error:  # a fault of the toolkit costs one page, not the package
            reason = f"the toolkit failed on it ({error!r}). Please report it with the page"
            left_out.append(LeftOut(one.name, reason))
            continue
        if rows.article_id in names:
            first = names[rows.article_id]
            reason = f"has the same id as {first} ({rows.article_id}). Rename it, or take one out"
            left_out.append(LeftOut(one.name, reason))
            continue
        names[rows.article_id] = one.name
        pages.append(rows)
        if on_page:
            on_page(one.name)
    return pages, left_out, notices


def _write_checked(
    new: Path,
    tables: Tables,
    metadata: Metadata,
    authority: Authority,
    sources: Sequence[str | Path],
) -> None:
    from opendata.validation import render_text, validate

    write_package(new, tables, metadata, authority)
    report = validate(new, sources=sources)
    if not report.valid:
        raise InvalidPackageError(render_text(report))


def _flag_counts(tables: Tables) -> dict[str, int]:
    counts = Counter(str(getattr(row, "code", "")) for row in tables["flags"])
    return dict(sorted(counts.items()))
