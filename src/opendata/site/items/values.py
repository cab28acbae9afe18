"""Values of a package as markup: labels of codes, names and links for ids, numbers with units.

Not for: whole records.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from opendata.records.cells import cell_text
from opendata.records.codes import Code
from opendata.records.columns import extra
from opendata.records.tables import by_name
from opendata.site.items.index import ITEMS, Index
from opendata.site.markup import anchor, escaped
from opendata.site.names import code_labels
from opendata.site.pages import item_page, link
from opendata.site.words import Words

_COMPARED = {"eq": "", "gt": "> ", "ge": "≥ ", "lt": "&lt; ", "le": "≤ ", "approx": "≈ "}
_TITLE = 110  # characters of a name that is a whole sentence


@dataclass(frozen=True)
class Shown:
    """Where and in which language values are shown; `here` is the path of the page."""

    index: Index
    words: Words
    here: str

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """The label of each code by list and code."""
        return code_labels(self.index.release.lists.values(), self.words)

    def label(self, codes: str, value: str) -> str:
        """The label of a code as markup, or the code itself."""
        return escaped(self.labels.get((codes, value), value))


def value_html(table: str, column: str, value: Any, shown: Shown) -> str:
    """A value of a column; text of the package is escaped."""
    field = by_name()[table].columns[column]
    if codes := extra(field, "codes"):
        return shown.label(codes, str(value))
    if target := extra(field, "references").partition(".")[0]:
        return name_link(target, value, shown)
    if isinstance(value, date):
        text = escaped(cell_text(value))
        return f'<time datetime="{text}">{text.replace("T", " ")}</time>'
    if isinstance(value, float):
        return number_html(value, shown.words)
    if isinstance(value, tuple):
        return escaped(", ".join(value))
    text = str(value)
    if column == "url" and text.startswith(("https://", "http://")):
        return anchor(text, escaped(text))
    return escaped(text)


def name_link(table: str, record_id: str, shown: Shown) -> str:
    """A record's name, a link to its page where it has one."""
    row = shown.index.one[table].get(record_id)
    if row is None:
        return escaped(record_id)
    name = escaped(cut(name_of(table, row, shown)))
    return link(shown.here, item_page(table, record_id), name) if table in ITEMS else name


def name_of(table: str, row: Any, shown: Shown) -> str:
    """What people call a record, as text."""
    if table == "articles":
        return str(row.title or row.source_name)
    if table == "directives":
        return directive_name(row, shown)
    name = row.name or shown.labels.get(("event_kind", row.kind), row.kind)
    return str(name[:1].upper() + name[1:])


def directive_name(row: Any, shown: Shown) -> str:
    """`Chỉ thị 26-CT/TW`; kind and number, or the title where there is no number."""
    kind = shown.labels.get(("directive_kind", row.kind), row.kind)
    kind = kind[:1].upper() + kind[1:]
    if row.code or row.number:
        return f"{kind} {row.code or row.number}"
    title = row.title or row.directive_id
    # A name that begins with the kind's own word says the kind in Vietnamese already.
    own = next((c.label_vi for c in _kinds(shown) if c.code == row.kind), kind)
    return str(title if title.casefold().startswith(own.casefold()) else f"{kind}: {title}")


def _kinds(shown: Shown) -> tuple[Code, ...]:
    found = shown.index.release.lists.get("directive_kind")
    return found.codes if found else ()


def number_html(value: float, words: Words) -> str:
    """A number with the language's signs."""
    text = cell_text(value)
    whole, point, rest = text.partition(".")
    if "e" in text:
        return escaped(text)
    shown = words.number(int(whole)) if whole not in ("-0",) else whole
    return shown + (("." if words.language == "en" else ",") + rest if point else "")


def quantity(row: Any, shown: Shown) -> str:
    """A figure with how it compares, its bounds and its unit."""
    words = shown.words
    text = _COMPARED.get(row.comparator, "") + number_html(row.value, words)
    if row.value_max is not None:
        text += f"–{number_html(row.value_max, words)}"
    if row.denominator is not None:
        text += f"/{number_html(row.denominator, words)}"
    return f"{text}%" if row.unit == "percent" else f"{text} {shown.label('unit', row.unit)}"


def cut(text: str) -> str:
    """A name, shortened between words where it is a whole sentence."""
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0] + " …"
