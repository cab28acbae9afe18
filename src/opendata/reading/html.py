"""The main text of an HTML page, made by trafilatura, and its headline.

Not for: decoding (`decode`), or what the head of the page states (`html_metadata`).
"""

from __future__ import annotations

from typing import Any

from opendata.errors import InputError
from opendata.reading.document import Stated
from opendata.reading.html_metadata import head_statements
from opendata.reading.page_text import check_text
from opendata.reading.values import state


def read_html(html: str, name: str) -> tuple[str, str, tuple[Stated, ...]]:
    """The main text, its extractor with the version, and the page's own metadata.

    Comments are left out, tables kept; nothing is fetched. Raises `InputError` if there is no main
    text; `name` is for the message.
    """
    import trafilatura

    try:
        tree = trafilatura.load_html(html)
        stated = () if tree is None else (*_title(tree), *head_statements(tree))
        text = None if tree is None else _main_text(tree)  # last: it takes the tree apart
    except Exception as error:  # whatever a page does to a library costs that page only
        raise InputError(
            name,
            f"its HTML cannot be read ({type(error).__name__}: {error})",
            "Give the page as plain text",
        ) from None
    if not text:
        raise InputError(name, "no main text was found in its HTML", "Give the page as plain text")
    check_text(text, name)
    return text, f"trafilatura {trafilatura.__version__}", stated


def _main_text(tree: Any) -> str | None:
    from trafilatura import extract

    return extract(tree, include_comments=False, include_tables=True, deduplicate=False)


def _title(tree: Any) -> tuple[Stated, ...]:
    from trafilatura import extract_metadata

    # Only the title: names, dates and addresses it rewrites or guesses.
    title = extract_metadata(tree, extensive=False).title
    return (state("title", title, "html:title"),) if title else ()
