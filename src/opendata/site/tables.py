"""The reference page of each table: one entry a column, with its own anchor.

Not for: rows (`data`), or records (`records`).
"""

from __future__ import annotations

from pydantic.fields import FieldInfo

from opendata.package.descriptor import csv_path
from opendata.package.export import table_schema_path
from opendata.package.table_schema import referring, table_schema, uri
from opendata.package.write import json_text
from opendata.records.cells import cell_text
from opendata.records.columns import extra, is_required
from opendata.records.tables import TABLES, Table, by_name
from opendata.site.downloads import SCHEMAS
from opendata.site.markup import (
    anchor,
    code,
    definitions,
    escaped,
    folded,
    heading,
    inline,
    table,
    with_code,
)
from opendata.site.names import column_title, record_title, table_title
from opendata.site.pages import (
    Page,
    codes_page,
    data_page,
    file_link,
    link,
    record_page,
    table_page,
)
from opendata.site.release import Release
from opendata.site.since import since
from opendata.site.words import Words


def table_pages(release: Release, words: Words) -> tuple[Page, ...]:
    """A page for each table, in the order of the registry."""
    return tuple(_page(one, release, words) for one in TABLES)


def table_about(one: Table, words: Words) -> str:
    """What a row of a table is, in one sentence, as markup."""
    return inline(words.note((one.model.__doc__ or "").strip().partition("\n")[0]))


def owners(one: Table) -> list[Table]:
    """The tables whose records hold rows of this one."""
    return [t for t in TABLES if any(child.table == one.name for child in t.children)]


def _page(one: Table, release: Release, words: Words) -> Page:
    here, title = table_page(one), table_title(one, words)
    parts = [
        heading(1, f"{inline(title)} {code(one.name)}"),
        table_about(one, words),
        _facts(one, release, words),
        heading(2, words("fields"), "_fields"),
        *_fields(one, release, words),
        *_referring(one, here, words),
        heading(2, words("table_schema"), "_schema"),
        file_link(here, f"{SCHEMAS}/{table_schema_path(one)}", words("download_table_schema")),
        folded(words("show"), json_text(table_schema(one, release.lists)), "json"),
    ]
    return Page(here, title, "\n\n".join(parts) + "\n")


def _facts(one: Table, release: Release, words: Words) -> str:
    here = table_page(one)
    rows = [
        (words("rows"), _rows(one, release, words)),
        (words("key"), ", ".join(link(here, here, code(name), name) for name in one.key)),
    ]
    records = [*([one] if one.record else []), *owners(one)]
    shown = [link(here, record_page(t), inline(record_title(t, words))) for t in records]
    if shown:
        rows.append((words("in_record"), ", ".join(shown)))
    file = release.files[csv_path(one)]
    path = f"datapackage/{file.path}"
    rows.append((words("file"), file_link(here, path, code(file.path))))
    return definitions(rows, "facts")


def _rows(one: Table, release: Release, words: Words) -> str:
    count = len(release.tables[one.name])
    return link(table_page(one), data_page(one), words.number(count))


def _fields(one: Table, release: Release, words: Words) -> list[str]:
    types = {f["name"]: f for f in table_schema(one, release.lists)["fields"]}
    filled, count = release.filled(one), len(release.tables[one.name])
    parts = []
    for name, field in one.columns.items():
        body = _description(one, name, field, types[name], words)
        body += _fill(filled[name], count, words)
        parts += [
            '<section class="field" markdown>',
            heading(3, code(name), name),
            f"<div>{body}</div>",
            "</section>",
        ]
    return parts


def _description(
    one: Table, name: str, field: FieldInfo, described: dict[str, object], words: Words
) -> str:
    meaning = words.pick(field.description, extra(field, "description_vi"))
    title = escaped(column_title(field, words))
    said = f"<p><strong>{title}.</strong> {with_code(meaning)}</p>"
    return said + definitions(_notes(one, name, field, described, words))


def _notes(
    one: Table, name: str, field: FieldInfo, described: dict[str, object], words: Words
) -> list[tuple[str, str]]:
    here = table_page(one)
    found = [
        (words("type"), code(described["type"]) + _limits(described, words)),
        (words("presence"), _presence(one, name, field, words)),
        (words("example"), _example(field)),
        (words("unit"), escaped(words.note(extra(field, "unit")))),
    ]
    if codes := extra(field, "codes"):
        found.append((words("code_list"), link(here, codes_page(codes), code(codes))))
    if target := extra(field, "references"):
        other, _, column = target.partition(".")
        shown = link(here, table_page(by_name()[other]), code(target), column)
        found.append((words("points_to"), shown))
    if term := extra(field, "term"):
        found.append((words("outside_term"), anchor(uri(term), code(term))))
    found.append((words("since"), escaped(since(one.name, name))))
    return found


def _example(field: FieldInfo) -> str:
    example = (field.examples or [None])[0]
    return code(cell_text(tuple(example) if isinstance(example, list) else example))


def _limits(described: dict[str, object], words: Words) -> str:
    constraints = described.get("constraints")
    if not isinstance(constraints, dict):
        return ""
    found = []
    if "minimum" in constraints:
        found.append(words("minimum", value=code(cell_text(constraints["minimum"]))))
    if "pattern" in constraints:
        found.append(words("pattern", value=code(constraints["pattern"])))
    return "".join(f", {one}" for one in found)


def _presence(one: Table, name: str, field: FieldInfo, words: Words) -> str:
    key = f" · {words('part_of_key')}" if name in one.key else ""
    if is_required(field):
        return words("always") + key
    when = extra(field, "when")
    return words("when", condition=with_code(words.note(when))) if when else words("not_always")


def _fill(part: int, count: int, words: Words) -> str:
    if not count:
        return f'<p class="fill">{words("no_rows")}</p>'
    shown = words(
        "filled",
        part=words.number(part),
        count=words.number(count),
        share=words.share(part, count),
    )
    bar = f'<meter min="0" max="{count}" value="{part}">{words.share(part, count)}</meter>'
    return f'<p class="fill">{bar} {shown}</p>'


def _referring(one: Table, here: str, words: Words) -> list[str]:
    found = referring()[one.name]
    if not found:
        return []
    rows = []
    for name, column in found:
        other = by_name()[name]
        shown = link(here, table_page(other), code(f"{name}.{column}"), column)
        rows.append((shown, inline(table_title(other, words))))
    head = (words("column"), words("table"))
    return [heading(2, words("pointed_to_by"), "_referring"), table(head, rows)]
