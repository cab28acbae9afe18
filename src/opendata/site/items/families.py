"""Which family of things a table or field belongs to: what is marked in one colour.

Not for: the colours (theme/assets/opendata/page-to-record.css).
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from opendata.records.columns import column_type
from opendata.records.tables import by_name

# In the order of the legend, with the key of its name in words.csv.
FAMILIES = {
    "article": "family_article",
    "citation": "family_citation",
    "event": "family_event",
    "person": "family_person",
    "position": "family_position",
    "organisation": "family_organisation",
    "time": "family_time",
    "figure": "family_figure",
    "task": "family_task",
    "system": "family_system",
}
_OF_TABLE = {
    "articles": "article",
    "citations": "citation",
    "directives": "citation",
    "directive_relations": "citation",
    "events": "event",
    "participations": "event",
    "event_organisations": "event",
    "persons": "person",
    "positions": "position",
    "organisations": "organisation",
    "figures": "figure",
    "tasks": "task",
    "systems": "system",
}
_TIMES = {"date_basis", "date_precision", "part_of_day", "recurrence", "term"}
# Of several readings of the same characters the most particular gives the colour.
_RANKS = (
    *("figure", "citation", "position", "person", "time", "system", "organisation", "task"),
    *("event", "article"),
)


@cache
def family(table: str, field: str = "") -> str:
    """The family of a row, or of a field of a record."""
    column = by_name()[table].columns.get(field)
    if field in _TIMES or (column is not None and column_type(column) in (date, datetime)):
        return "time"
    return _OF_TABLE[table]


def rank(name: str) -> int:
    """How early a family counts where several have the same characters; 0 first."""
    return _RANKS.index(name)
