"""The graph of documents: one below the other by year, an arc for each relation that a page states.

Not for: how relations are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from opendata.site.items.index import Index
from opendata.site.items.values import Shown, directive_name, name_link
from opendata.site.markup import escaped, heading
from opendata.site.pages import Page, href, item_page, picture_page
from opendata.site.pictures.svg import arrow_head, drawing, label, linked, safe, short
from opendata.site.words import Words

HERE = picture_page("documents")
MOST = 60  # documents in the picture: those with most relations
ARCS = 300  # relations in the picture, of those several pages state one
LISTED = 500  # relations below it
_LINE, _TOP = 34, 20
_LETTER, _NAME = 7.6, 54  # the mean width of a letter, and how many a name may have
_STYLES = 8  # dash patterns in pictures.css


def documents_page(index: Index, words: Words) -> Page:
    """The page."""
    shown = Shown(index, words, HERE)
    relations: Sequence[Any] = index.release.tables["directive_relations"]
    known = index.one["directives"]
    relations = [r for r in relations if {r.directive_id, r.related_directive_id} <= known.keys()]
    chosen = _chosen(relations, known)
    arcs = _arcs(relations, frozenset(chosen))
    total = len({i for r in relations for i in (r.directive_id, r.related_directive_id)})
    kinds = [kind for kind, _ in Counter(r.relation for r in relations).most_common()]
    styles = {kind: min(at, _STYLES - 1) for at, kind in enumerate(kinds)}
    parts = [
        heading(1, words("document_graph")),
        words(
            "about_document_graph",
            count=words.number(len(relations)),
            alone=words.number(len(known) - total),
        ),
        words("graph_cut", most=MOST, total=words.number(total)) if total > MOST else "",
        _legend(styles, shown) if relations else "",
        words("arcs_cut", most=ARCS, total=words.number(len(arcs))) if len(arcs) > ARCS else "",
        _picture(arcs[:ARCS], chosen, styles, shown) if relations else "",
        heading(2, words("as_text"), "_text"),
        _list(_listed(relations, arcs[:ARCS]), shown) if relations else words("no_relations"),
        words("list_cut", most=LISTED) if len(relations) > LISTED else "",
    ]
    text = "\n\n".join(filter(None, parts)) + "\n"
    return Page(HERE, words("document_graph"), text, ("toc",))


def _chosen(relations: Sequence[Any], known: Mapping[str, Any]) -> list[str]:
    """The documents of the picture, those without a year last."""
    counts = Counter(i for r in relations for i in (r.directive_id, r.related_directive_id))
    most = [name for name, _ in counts.most_common(MOST)]
    return sorted(most, key=lambda one: (known[one].year or 9999, str(known[one].issued_on), one))


def _arcs(relations: Sequence[Any], chosen: frozenset[str]) -> list[Any]:
    """The relations within the picture, the first of those that say the same."""
    found: dict[tuple[str, str, str], Any] = {}
    for one in relations:
        if one.directive_id in chosen and one.related_directive_id in chosen:
            found.setdefault((one.directive_id, one.relation, one.related_directive_id), one)
    return list(found.values())


def _listed(relations: Sequence[Any], arcs: Sequence[Any]) -> list[Any]:
    """The relations below the picture; those that an arc leads to are among them."""
    if len(relations) <= LISTED:
        return list(relations)
    drawn = {one.relation_id for one in arcs}
    return [*arcs, *(one for one in relations if one.relation_id not in drawn)][:LISTED]


def _legend(styles: Mapping[str, int], shown: Shown) -> str:
    keys = "".join(
        f'<li class="r{style}"><svg viewBox="0 0 34 8" width="34" height="8" aria-hidden="true">'
        f'<path d="M0 4H34"/></svg> {shown.label("relation", kind)}</li>'
        for kind, style in styles.items()
    )
    return f'<ul class="drawing-legend">{keys}</ul>'


def _picture(
    arcs: Sequence[Any], chosen: Sequence[str], styles: Mapping[str, int], shown: Shown
) -> str:
    rows = {name: _TOP + at * _LINE for at, name in enumerate(chosen)}
    pairs = Counter[tuple[str, str]]()
    names = (directive_name(shown.index.one["directives"][name], shown) for name in rows)
    dot = round(60 + _LETTER * min(max(map(len, names), default=0), _NAME))
    drawn, reach = [], 0.0
    for one in arcs:
        ends = (one.directive_id, one.related_directive_id)
        text, far = _arc(one, rows, dot, 8 * pairs[ends], styles, shown)
        pairs[ends] += 1
        drawn.append(text)
        reach = max(reach, far)
    nodes = [_node(name, dot, y, shown) for name, y in rows.items()]
    height = _TOP + len(rows) * _LINE
    title = shown.words("document_graph")
    return drawing(
        "documents", title, round(dot + reach + 120), height, [arrow_head("_head"), *drawn, *nodes]
    )


def _arc(
    one: Any,
    rows: Mapping[str, int],
    dot: int,
    shift: int,
    styles: Mapping[str, int],
    shown: Shown,
) -> tuple[str, float]:
    start, end = rows[one.directive_id], rows[one.related_directive_id]
    reach = min(24 + abs(end - start) * 0.55, 330) + shift
    names = (name_text(i, shown) for i in (one.directive_id, one.related_directive_id))
    relation = shown.label("relation", one.relation)
    title = f" {relation} ".join(names)
    path = f"M{dot + 6} {start}C{dot + reach:g} {start} {dot + reach:g} {end} {dot + 9} {end}"
    parts = [
        f'<path class="wide" d="{path}"/>',
        f'<path d="{path}" marker-end="url(#_head)"/>',
        label(dot + 6 + reach * 0.75, (start + end) / 2 + 4, relation),
    ]
    address = f"#{escaped(one.relation_id)}"
    return linked(address, title, parts, f"arc r{styles[one.relation]}"), reach * 0.75


def name_text(record_id: str, shown: Shown) -> str:
    """A document's name, safe in a picture."""
    return safe(directive_name(shown.index.one["directives"][record_id], shown))


def _node(name: str, dot: int, y: int, shown: Shown) -> str:
    row = shown.index.one["directives"][name]
    year = f"<tspan>{row.year}</tspan> " if row.year else ""
    parts = [
        label(dot - 14, y + 4, f"{short(directive_name(row, shown), _NAME)} {year}", "left"),
        f'<circle cx="{dot}" cy="{y}" r="5"/>',
    ]
    about = f"{name_text(name, shown)} · {safe(row.title)}" if row.title else name_text(name, shown)
    return linked(href(HERE, item_page("directives", name)), about, parts, "node")


def _list(relations: Sequence[Any], shown: Shown) -> str:
    items = []
    for one in relations:
        source, target = (
            name_link("directives", i, shown) for i in (one.directive_id, one.related_directive_id)
        )
        page = name_link("articles", one.article_id, shown)
        items.append(
            f'<li id="{escaped(one.relation_id)}">{source} <em>'
            f"{shown.label('relation', one.relation)}</em> {target}"
            f'<blockquote lang="vi"><p>{escaped(one.quote)}</p></blockquote>'
            f'<p class="where">{page}</p></li>'
        )
    return f'<ul class="quoted">{"".join(items)}</ul>'
