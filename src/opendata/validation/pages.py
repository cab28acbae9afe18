"""The pages that a package was made from, where they are given: the same texts, the same quotes.

Not for: reading pages (`opendata.reading`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from opendata.errors import InputError
from opendata.reading.read import LeftOut, read
from opendata.validation.contents import Contents
from opendata.validation.issues import Issue, row_issue
from opendata.validation.offsets import Span, check_quotes, spans


@dataclass(frozen=True, slots=True)
class Compared:
    """What the comparison found."""

    issues: tuple[Issue, ...]
    warnings: tuple[str, ...]


def compare_pages(contents: Contents, sources: Sequence[str | Path]) -> Compared:
    """Every article against its page, by name or, if the names differ, by the hash of the text.

    An article whose page is not among `sources` is a warning. Raises `InputError` if none is, or
    if `sources` cannot be read.
    """
    articles = contents.rows["articles"]
    by_name: dict[str, list[int]] = {}
    by_hash: dict[str, list[int]] = {}
    for at, row in enumerate(articles):
        by_name.setdefault(row["source_name"], []).append(at)
        by_hash.setdefault(row["text_sha256"], []).append(at)
    quoted = _by_article(contents)
    issues: list[Issue] = []
    seen: set[int] = set()
    for page in read(sources):
        if isinstance(page, LeftOut):
            continue
        same = by_hash.get(page.text_sha256, [])
        for at in by_name.get(page.name, same):
            seen.add(at)
            if at in same:
                found = quoted.get(articles[at]["article_id"], [])
                issues += check_quotes(contents, found, page.text, page.name)
            else:
                issues.append(_other_text(contents, at, page.name, page.text_sha256))
    if not seen:
        names = ", ".join(map(str, sources))
        raise InputError(
            names, "holds no page of the package", "Give the pages that the package was made from"
        )
    return Compared(tuple(issues), _not_given(contents, seen))


def _by_article(contents: Contents) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for one in spans(contents):
        found.setdefault(one.article_id, []).append(one)
    return found


def _other_text(contents: Contents, at: int, page: str, sha256: str) -> Issue:
    row = contents.rows["articles"][at]
    note = f"{contents.place('articles', at)} ({row['article_id']}): text_sha256 is "
    note += f"{row['text_sha256']}; the text of {page} has {sha256}. Give the page as it was read, "
    note += "or build the package again"
    return row_issue("opendata-page", note, "articles", at, "text_sha256")


def _not_given(contents: Contents, seen: set[int]) -> tuple[str, ...]:
    return tuple(
        f"articles {row['article_id']}: page not given: {row['source_name']} is not among the "
        "sources, so its quotes were not compared"
        for at, row in enumerate(contents.rows["articles"])
        if at not in seen
    )
