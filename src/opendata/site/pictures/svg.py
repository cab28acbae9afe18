"""Pieces of an SVG picture: text made safe, links, the box around it. Colours are classes.

Not for: what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from opendata.site.markup import escaped

_FORBIDDEN = dict.fromkeys((0xFFFE, 0xFFFF))  # allowed in HTML, not in XML


def safe(value: object) -> str:
    """Text of a package within a picture, on one line."""
    return escaped(" ".join(str(value).translate(_FORBIDDEN).split()))


def short(value: object, most: int) -> str:
    """Text of at most `most` characters, made safe."""
    text = " ".join(str(value).split())
    return safe(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def label(x: float, y: float, shown: str, css: str = "") -> str:
    """Text at a place; `shown` is safe already."""
    kind = f' class="{css}"' if css else ""
    return f'<text x="{x:g}" y="{y:g}"{kind}>{shown}</text>'


def linked(address: str, title: str, parts: Iterable[str], css: str = "") -> str:
    """Parts that lead somewhere, with a name that shows on hover; both are safe already."""
    kind = f' class="{css}"' if css else ""
    return f'<a href="{escaped(address)}"{kind}><title>{title}</title>{"".join(parts)}</a>'


def arrow_head(name: str) -> str:
    """The head of an arrow, for lines that name it as their marker's end."""
    return (
        f'<defs><marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" '
        'markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0L8 4L0 8z"/></marker></defs>'
    )


def drawing(name: str, title: str, width: float, height: float, parts: Iterable[str]) -> str:
    """The whole picture as one line of raw HTML; `name` is its id and class, `title` markup."""
    return (
        f'<div class="drawing {name}" data-search-exclude="" tabindex="0">'
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        f'role="group" aria-labelledby="_title-{name}">'
        f'<title id="_title-{name}">{title}</title>{"".join(parts)}</svg></div>'
    )
