"""What every page of a record has around its own part: the way back, lists, downloads.

Not for: what the record says.
"""

from __future__ import annotations

from collections.abc import Iterable

from opendata.records.tables import by_name
from opendata.site.items.values import Shown
from opendata.site.markup import code
from opendata.site.names import table_title
from opendata.site.pages import data_page, file_link, item_file, link, record_page


def frame(table: str, record_id: str, body: str, shown: Shown, css: str, way: str = "") -> str:
    """The whole page below its title; `body` and `way` are markup. On one line, so that Markdown
    takes it for one block of HTML."""
    words, one = shown.words, by_name()[table]
    rows = link(shown.here, data_page(one), table_title(one, words))
    trail = " · ".join(filter(None, [rows, way, code(record_id)]))
    file = item_file(table, record_id)
    downloads = " · ".join(
        [
            file_link(shown.here, file, words("record_as_json")),
            link(shown.here, record_page(one), words("what_fields_mean")),
        ]
    )
    return (
        f'<div class="item {css}"><p class="trail">{trail}</p>{body}'
        f'<p class="files-of-it">{downloads}</p></div>'
    )


def section(name: str, title: str, parts: Iterable[str], shown: Shown, most: int) -> str:
    """A list under a heading, cut after `most` with a note of how many more there are; nothing if
    there is none."""
    found = list(parts)
    if not found:
        return ""
    more = len(found) - most
    note = shown.words("more_in_json", count=shown.words.number(more)) if more > 0 else ""
    tail = f'<p class="note">{note}</p>' if note else ""
    items = "".join(f"<li>{part}</li>" for part in found[:most])
    count = f' <span class="kind">{shown.words.number(len(found))}</span>'
    return f'{heading_html(name, title + count)}<ul class="list">{items}</ul>{tail}'


def heading_html(name: str, title: str) -> str:
    """The heading of a part that search leaves out: it finds a record by name and facts."""
    return f'<h2 id="{name}" data-search-exclude="">{title}</h2>'
