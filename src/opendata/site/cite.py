"""How to cite: the package from its descriptor, the toolkit from CITATION.cff.

Not for: licences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from opendata.site.markup import escaped, fence, folded, heading
from opendata.site.pages import CITE, Page
from opendata.site.release import Release
from opendata.site.words import Words

_MEANT = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MEANT |= {sign: "\\" + sign for sign in "&%$#_{}"}


def cite_page(release: Release, citation: str, words: Words) -> Page:
    """The page; `citation` is the text of CITATION.cff, or empty."""
    about = release.descriptor
    authors = [one["title"] for one in about.get("contributors", [])]
    parts = [
        heading(1, words("cite")),
        heading(2, words("cite_package"), "_package"),
        *_both(about, about.get("title", about["name"]), authors, words),
    ]
    if citation:
        parts += [heading(2, words("cite_toolkit"), "_toolkit"), *_toolkit(citation, words)]
        parts.append(folded("CITATION.cff", citation, "yaml"))
    return Page(CITE, words("cite"), "\n\n".join(parts) + "\n")


def _both(about: Any, title: str, authors: list[str], words: Words) -> list[str]:
    version, year = about.get("version", ""), str(about.get("created", ""))[:4]
    licence = ", ".join(one.get("name", "") for one in about.get("licenses", []))
    said = " ".join(filter(None, [", ".join(authors), f"({year})" if year else ""]))
    sentence = f"{escaped(said)}. " if said else ""
    sentence += f"<cite>{escaped(title)}</cite>"
    notes = [words("version_of", version=escaped(version)) if version else "", escaped(licence)]
    tail = "".join(f", {note}" for note in notes if note)
    address = about.get("homepage", "")
    if address:
        tail += f", {escaped(address)}"
    fields = {
        "title": title,
        "author": " and ".join(f"{{{_bibtex(name)}}}" for name in authors),
        "year": year,
        "version": version,
        "note": licence,
        "url": address,
    }
    name = "-".join(filter(None, [about["name"], version]))
    return [f"<p>{sentence}{tail}.</p>", fence(_entry(name, fields.items()), "bibtex")]


def _entry(name: str, fields: Iterable[tuple[str, str]]) -> str:
    lines = [
        f"  {key} = {{{value if key in ('author', 'url') else _bibtex(value)}}},"
        for key, value in fields
        if value
    ]
    return "\n".join([f"@misc{{{name},", *lines, "}"])


def _bibtex(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda found: _MEANT[found[0]], " ".join(text.split()))


def _toolkit(citation: str, words: Words) -> list[str]:
    import yaml

    stated = yaml.safe_load(citation)
    authors = [
        one.get("name") or " ".join(filter(None, [one.get("given-names"), one.get("family-names")]))
        for one in stated.get("authors", [])
    ]
    about = {
        "name": "opendata",
        "version": str(stated.get("version", "")),
        "created": str(stated.get("date-released", "")),
        "licenses": [{"name": stated["license"]}] if "license" in stated else [],
        "homepage": stated.get("repository-code") or stated.get("url") or "",
    }
    return _both(about, stated["title"], authors, words)
