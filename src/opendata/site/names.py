"""What packages, tables, records, columns and codes are called in the language of a page, as text.

Not for: names of rows (`items.values`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from opendata.records.codes import CodeList
from opendata.records.columns import extra
from opendata.records.tables import Table
from opendata.site.words import Words


def title_of(about: Mapping[str, Any], words: Words, otherwise: str) -> str:
    """The title that a descriptor gives a package or resource; `otherwise` where it has none."""
    return words.pick(about.get("title"), about.get("title_vi")) or otherwise


def table_title(one: Table, words: Words) -> str:
    """A table's title."""
    return words.pick(one.title, one.title_vi)


def record_title(one: Table, words: Words) -> str:
    """The name of a table's record."""
    return words.pick(one.model.__name__, one.title_vi)


def column_title(field: FieldInfo, words: Words) -> str:
    """A column's title."""
    return words.pick(field.title, extra(field, "title_vi"))


def code_labels(lists: Iterable[CodeList], words: Words) -> dict[tuple[str, str], str]:
    """The label of each code by list and code."""
    return {(one.name, c.code): words.pick(c.label, c.label_vi) for one in lists for c in one.codes}
