"""The texts of a package's pages, where the builder gives the pages that it was made from.

Whoever gives them decides to publish their words: a package holds facts and short quotes only.
Not for: reading pages (`opendata.reading`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.reading.read import LeftOut, read


def page_texts(articles: Iterable[Any], sources: Path) -> dict[str, str]:
    """The text by article id, of those articles whose page is in the folder or file.

    Raises `InputError` if a page is no longer the one that was read, if none is of the package, or
    if `sources` cannot be read.
    """
    by_hash: dict[str, list[Any]] = {}
    by_name: dict[str, Any] = {}
    for article in articles:
        by_hash.setdefault(article.text_sha256, []).append(article)
        by_name[article.source_name] = article
    found: dict[str, str] = {}
    for page in read([sources]):
        if isinstance(page, LeftOut):
            continue
        same = by_hash.get(page.text_sha256, [])
        found |= {one.article_id: page.text for one in same}
        named = by_name.get(page.name)
        if named is not None and named not in same:
            raise InputError(
                str(sources / page.name if sources.is_dir() else sources),
                f"is not the text that {named.article_id} was read from (SHA-256)",
                "Give the page as it was read, or build the package again",
            )
    if not found:
        problem = "holds no page of the package"
        raise InputError(str(sources), problem, "Give the pages that the package was made from")
    return found
