"""The plain site of any other Data Package: what it is, and a page a table with fields and rows.

Not for: reading the package (`foreign`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from opendata.site.downloads import PACKAGE
from opendata.site.foreign import Foreign, Resource
from opendata.site.home import facts
from opendata.site.markup import (
    anchor,
    code,
    definitions,
    escaped,
    fence,
    folded,
    heading,
    inline,
    size,
    table,
)
from opendata.site.names import title_of
from opendata.site.pages import HOME, Page, Section, file_link, link
from opendata.site.words import Words


def foreign_menu(package: Foreign, guides: Sequence[Page], words: Words) -> Section:
    """The whole site in one language; `guides` are its hand-written pages, if there are any."""
    pages = tuple(_page(one, package, words) for one in package.resources)
    parts: list[Page | Section] = [_home(package, words)]
    if guides:
        parts.append(Section(words("guides"), tuple(guides)))
    if pages:
        parts.append(Section(words("tables"), pages))
    return Section(words("home"), tuple(parts))


def page_of(resource: Resource) -> str:
    """The page of a resource."""
    return f"tables/{resource.slug}.md"


def _home(package: Foreign, words: Words) -> Page:
    about = package.descriptor
    title = title_of(about, words, str(about.get("name") or words("data_package")))
    rows = [
        (
            link(HOME, page_of(one), inline(title_of(one.about, words, one.name))),
            inline(words.pick(one.about.get("description"), one.about.get("description_vi"))),
            words.number(len(one.fields)),
            words.number(one.count) if one.count is not None else "",
        )
        for one in package.resources
    ]
    description = words.pick(about.get("description"), about.get("description_vi"))
    descriptor = file_link(HOME, f"{PACKAGE}/datapackage.json", code("datapackage.json"))
    text = [
        heading(1, inline(title)),
        f'<p class="lead">{escaped(description)}</p>' if description else "",
        words("about_foreign", file=descriptor),
        table((words("table"), words("what"), words("fields"), words("rows")), rows, "numbers"),
        facts(about, words),
        heading(2, words("verify"), "_verify"),
        fence(f"opendata validate {PACKAGE}", "sh"),
    ]
    return Page(HOME, words("home"), _joined(text), ("navigation", "toc"))


def _page(one: Resource, package: Foreign, words: Words) -> Page:
    here, title = page_of(one), title_of(one.about, words, one.name)
    shown = inline(title) if title == one.name else f"{inline(title)} {code(one.name)}"
    text = [
        heading(1, shown),
        inline(words.pick(one.about.get("description"), one.about.get("description_vi"))),
        heading(2, words("files"), "_files"),
        _files(one, here, words),
    ]
    if one.fields:
        text += [heading(2, words("fields"), "_fields")]
        for at, field in enumerate(one.fields, 1):
            text += _field(at, field, one, package, words)
    if one.schema:
        schema = json.dumps(one.schema, ensure_ascii=False, indent=2)
        text += [heading(2, words("table_schema"), "_schema")]
        text += [folded(words("show"), schema, "json")]
    if one.count is not None:
        text += [heading(2, words("rows"), "_rows"), *_rows(one, words)]
    return Page(here, title, _joined(text))


def _files(one: Resource, here: str, words: Words) -> str:
    rows = [
        (
            f"{file_link(here, f'{PACKAGE}/{quote(file.path)}', code(file.path))} "
            f"{size(file.size)}",
            code(file.sha256),
        )
        for file in one.files
    ]
    rows += [(anchor(address, code(address)), "") for address in one.links]
    return table((words("file"), "SHA-256"), rows, "files") if rows else words("no_files")


def _field(
    at: int, field: Mapping[str, Any], one: Resource, package: Foreign, words: Words
) -> Iterable[str]:
    name = str(field.get("name", ""))
    title = words.pick(field.get("title"), field.get("title_vi"))
    meaning = words.pick(field.get("description"), field.get("description_vi"))
    bold = f"<strong>{escaped(title)}.</strong> " if title else ""
    notes = definitions(_notes(field, one, package, words))
    yield '<section class="field" markdown>'
    # The name of a field may be anything, so its id is its place.
    yield heading(3, code(name), f"field-{at}")
    said = f"<p>{bold}{escaped(meaning)}</p>" if bold or meaning else ""
    yield f"<div>{said}{notes}</div>"
    yield "</section>"


def _notes(
    field: Mapping[str, Any], one: Resource, package: Foreign, words: Words
) -> list[tuple[str, str]]:
    stated = field.get("constraints")
    limits = dict(stated) if isinstance(stated, dict) else {}
    required = limits.pop("required", False)
    values = limits.pop("enum", None) or field.get("categories") or []
    key = one.schema.get("primaryKey", [])
    in_key = field.get("name") in ([key] if isinstance(key, str) else key)
    presence = words("always") if required or in_key else words("not_always")
    return [
        (words("type"), code(field.get("type", "any"))),
        (words("presence"), presence + (f" · {words('part_of_key')}" if in_key else "")),
        (words("example"), code(field["example"]) if "example" in field else ""),
        (words("values"), ", ".join(code(_value(value)) for value in values)),
        (
            words("limits"),
            ", ".join(code(f"{name}: {_plain(value)}") for name, value in limits.items()),
        ),
        (words("points_to"), _target(field, one, package)),
    ]


def _value(stated: Any) -> str:
    """A code, which may stand with its label."""
    return _plain(stated.get("value", "")) if isinstance(stated, dict) else _plain(stated)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _target(field: Mapping[str, Any], one: Resource, package: Foreign) -> str:
    keys = one.schema.get("foreignKeys", [])
    for key in keys if isinstance(keys, list) else []:
        names, reference = key.get("fields", []), key.get("reference", {})
        if field.get("name") not in ([names] if isinstance(names, str) else names):
            continue
        name = reference.get("resource") or one.name
        target = next((r for r in package.resources if r.name == name), None)
        return link(page_of(one), page_of(target), code(name)) if target else code(name)
    return ""


def _rows(one: Resource, words: Words) -> list[str]:
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in one.head)
    rows = [
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in one.rows
    ]
    label = escaped(words("rows"))
    return [
        words(
            "rows_at_first", shown=words.number(len(one.rows)), count=words.number(one.count or 0)
        ),
        f'<div class="rows" tabindex="0" role="region" aria-label="{label}" data-search-exclude>\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n</div>",
    ]


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"
