"""The section of pictures: what each shows, and the pages. Not for: drawing."""

from __future__ import annotations

from opendata.site.items.index import Index
from opendata.site.markup import heading
from opendata.site.pages import PICTURES, Page, link
from opendata.site.pictures.citations import citations_page
from opendata.site.pictures.documents import documents_page
from opendata.site.pictures.provinces import provinces_page
from opendata.site.pictures.timeline import timeline_page
from opendata.site.words import Words


def picture_pages(index: Index, words: Words) -> tuple[Page, ...]:
    """The overview of the pictures, and a page for each."""
    pages = (
        timeline_page(index, words),
        documents_page(index, words),
        provinces_page(index, words),
        citations_page(index, words),
    )
    said = ("timeline_text", "document_graph_text", "province_map_text", "citations_by_year_text")
    doors = "".join(
        link(
            PICTURES,
            page.path,
            f"<strong>{page.title}</strong> <span>{words(text)}</span>",
        )
        for page, text in zip(pages, said, strict=True)
    )
    parts = [
        heading(1, words("pictures")),
        words("about_pictures"),
        f'<div class="doors">{doors}</div>',
    ]
    return (Page(PICTURES, words("pictures"), "\n\n".join(parts) + "\n", ("toc",)), *pages)
