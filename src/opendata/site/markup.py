"""Text made safe for a page: whatever a package holds shows as text, never as markup.

Not for: what the pages say.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# Signs that no page may hold: C0 and C1 without tabs and line ends.
_CONTROL = dict.fromkeys({*range(32), *range(127, 160)} - set(map(ord, "\t\n\r")))
# Text that stands in HTML as it is: most of what a package holds.
_HARMLESS = re.compile(r"""[^\x00-\x1f\x7f-\x9f<>&"']*""")


def inline(value: object) -> str:
    """Text within a line of Markdown: every ASCII sign that could mean something is a reference."""
    folded = " ".join(str(value).translate(_CONTROL).split())
    return "".join(
        char if char.isalnum() or char == " " or ord(char) > 127 else f"&#{ord(char)};"
        for char in folded
    )


def escaped(value: object) -> str:
    """Text within raw HTML, an attribute's value included; on one line, line ends kept."""
    text = str(value)
    if _HARMLESS.fullmatch(text):
        return text
    safe = html.escape(text.translate(_CONTROL))
    return safe.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")


def code(value: object) -> str:
    """Text as code, in raw HTML or Markdown."""
    return f"<code>{inline(value)}</code>"


def with_code(text: str) -> str:
    """Text in raw HTML in which words between backticks are code."""
    parts = text.split("`")
    return "".join(
        f"<code>{escaped(part)}</code>" if at % 2 else escaped(part)
        for at, part in enumerate(parts)
    )


def anchor(href: str, shown: str) -> str:
    """A link in raw HTML; `shown` is markup already."""
    return f'<a href="{escaped(href)}">{shown}</a>'


def heading(level: int, title: str, name: str = "") -> str:
    """A Markdown heading with its own id; `title` is markup already.

    Ids of sections begin with `_`, so that no field or record has the same.
    """
    return f"{'#' * level} {title}" + (f" {{ #{name} }}" if name else "")


def table(head: Iterable[str], rows: Iterable[Iterable[str]], css: str = "") -> str:
    """A table in raw HTML; the cells are markup already."""
    lines = [f'<div class="{css}">' if css else "<div>", "<table>"]
    lines += ["<thead><tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr></thead>"]
    lines += ["<tbody>"]
    lines += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def definitions(rows: Iterable[tuple[str, str | None]], css: str = "") -> str:
    """Names and their values as a list in raw HTML, markup both; one without a value is left
    out."""
    cells = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return f'<dl class="{css}">{cells}</dl>' if css else f"<dl>{cells}</dl>"


def fence(text: str, language: str) -> str:
    """A block of code; the text must have no line that begins with a backtick."""
    return f"```{language}\n{text.rstrip()}\n```"


def unsearched(text: str) -> str:
    """A block of Markdown that search leaves out: what it says is found elsewhere."""
    return f'<div data-search-exclude="" markdown>\n\n{text}\n\n</div>'


def folded(summary: str, text: str, language: str) -> str:
    """A block of code that opens on demand and that search leaves out."""
    opening = f'<details data-search-exclude="" markdown>\n<summary>{summary}</summary>'
    return f"{opening}\n\n{fence(text, language)}\n\n</details>"


def size(count: int) -> str:
    """Bytes for people: `512 B`, `3.4 kB`, `1.2 MB`."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
