"""What is done to the files that MkDocs wrote: those that nobody asks for go, search gets its
index as a script too, for a site that is opened from a folder.

Not for: the policy (`policy`), or files of the package (`downloads`).
"""

from __future__ import annotations

from pathlib import Path

# Of the theme's own: maps for its developers, and search in languages that the site is not in.
# Of MkDocs: an error page and a site map, which know no address to begin their links with.
_UNUSED = (
    "404.html",
    "sitemap.xml*",
    "assets/**/*.map",
    "assets/javascripts/lunr/*.js",
    "assets/javascripts/lunr/min/*.js",
)
_USED = frozenset({"lunr.vi.min.js", "lunr.multi.min.js", "lunr.stemmer.support.min.js"})


def finish(folder: Path) -> None:
    """Finishes the site of one language."""
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            if path.name not in _USED:
                path.unlink()
    index = folder / "search" / "search_index.json"
    text = f"var __index = {index.read_text('utf-8').rstrip()};\n"
    index.with_suffix(".js").write_text(text, encoding="utf-8", newline="\n")
