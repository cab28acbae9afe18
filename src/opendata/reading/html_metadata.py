"""What the markup of an HTML page states: date, author, outlet, address, language, as written.

Read from OpenGraph, schema.org (JSON-LD, microdata) and Dublin Core properties, never from the
page's words: date finders take the date of a cited document for that of the page.
Not for: main text and headline (`html`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from opendata.reading.document import Stated
from opendata.reading.values import state

# Properties of `<meta>`, in order of rank.
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "dcterms.issued",
    "dc.date.issued",
)
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator")
_OUTLET = ("og:site_name",)


def head_statements(tree: Any) -> tuple[Stated, ...]:
    """The statements of a parsed page (an lxml element), at most one a field.

    What does not have the form of its field is passed over: an address that is not absolute, a date
    that is not ISO 8601.
    """
    meta = _meta(tree)
    article = _article(tree)
    outlet = _first(
        ("outlet", _named(meta, _OUTLET)),
        ("outlet", [(name, "html:json-ld publisher") for name in _names(article, "publisher")]),
    )
    found = (
        _published(tree, meta, article),
        _first(("byline", _authors(meta, article, outlet))),
        outlet,
        _first(("url", _addresses(tree, meta))),
        _first(("language", [(value, "html:lang") for value in tree.xpath("//html/@lang")])),
    )
    return tuple(one for one in found if one)


_Candidates = list[tuple[str, str]]  # value and ref, in order of rank


def _first(*ranked: tuple[str, _Candidates]) -> Stated | None:
    """The first candidate that has the form of its field."""
    return next((one for field, candidates in ranked for one in _formed(field, candidates)), None)


def _formed(field: str, candidates: _Candidates) -> Iterator[Stated]:
    for value, ref in candidates:
        try:
            stated = state(field, value, ref)
        except ValueError:
            continue
        if stated.value:
            yield stated


def _meta(tree: Any) -> dict[str, str]:
    """Content by property or name, in lower case; the first of a name."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content][@property or @name]"):
        key = (element.get("property") or element.get("name") or "").strip().lower()
        found.setdefault(key, element.get("content"))
    return found


def _named(meta: Mapping[str, str], names: tuple[str, ...]) -> _Candidates:
    return [(meta[name], f"html:{name}") for name in names if name in meta]


def _published(tree: Any, meta: Mapping[str, str], article: Mapping[str, Any]) -> Stated | None:
    """The date of highest rank, with the time of day that another property gives for that day."""
    named = _named(meta, _PUBLISHED)
    linked = [(value, "html:json-ld datePublished") for value in _texts(article, "datePublished")]
    candidates = list(_formed("published", [*named, *linked, *_microdata(tree)]))
    if not candidates:
        return None
    day = candidates[0].value[:10]
    timed = (one for one in candidates if len(one.value) > 10 and one.value[:10] == day)
    return next(timed, candidates[0])


def _microdata(tree: Any) -> _Candidates:
    """The `datePublished` of microdata; none if there are several, as in lists of other pages."""
    elements = tree.xpath('//*[@itemprop="datePublished"]')
    values = {element.get("content") or element.get("datetime") for element in elements} - {None}
    return [(value, "html:datePublished") for value in values] if len(values) == 1 else []


def _authors(
    meta: Mapping[str, str], article: Mapping[str, Any], outlet: Stated | None
) -> _Candidates:
    """Names of people: neither an address of a profile nor the outlet itself."""
    people = ", ".join(_names(article, "author"))
    return [
        (value, ref)
        for value, ref in [*_named(meta, _AUTHOR), (people, "html:json-ld author")]
        if "://" not in value and (outlet is None or value.strip() != outlet.value)
    ]


def _addresses(tree: Any, meta: Mapping[str, str]) -> _Candidates:
    """Addresses of the page; the front page of the site is a common fault of templates."""
    canonical = tree.xpath('//link[@rel="canonical"]/@href')[:1]
    candidates = [(value, "html:canonical") for value in canonical]
    candidates += _named(meta, ("og:url",))
    return [(value, ref) for value, ref in candidates if not _is_front_page(value)]


def _is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path.strip("/") == "" and not parts.query


def _article(tree: Any) -> Mapping[str, Any]:
    """The JSON-LD object of the page itself: an article before a web page; empty if none."""
    objects = [one for script in _scripts(tree) for one in _top_objects(script)]
    kinds = ("Article", "Posting"), ("WebPage",)
    return next(
        (one for ends in kinds for one in objects if _is_a(one, ends)),
        {},
    )


def _scripts(tree: Any) -> Iterator[Any]:
    for text in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def _top_objects(script: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a script, not those nested in them: comments and related pages are."""
    for one in script if isinstance(script, list) else [script]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            nodes = graph if isinstance(graph, list) else []
            yield from (node for node in nodes if isinstance(node, dict))


def _is_a(node: Mapping[str, Any], ends: tuple[str, ...]) -> bool:
    return any(kind.endswith(ends) for kind in _texts(node, "@type"))


def _texts(node: Mapping[str, Any], key: str) -> list[str]:
    value = node.get(key)
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _names(node: Mapping[str, Any], key: str) -> list[str]:
    """Names of the people or organisations under a key; of an author, people only."""
    value = node.get(key)
    named = [one for one in (value if isinstance(value, list) else [value]) if one]
    found = []
    for one in named:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict) and not (key == "author" and _is_a(one, ("Organization",))):
            found += _texts(one, "name")
    return found
