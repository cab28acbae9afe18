"""The registry of the reference tables: file, row class, key, and what its columns refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opendata.authority import rows


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file of the reference data."""

    name: str
    row: type[Any]
    key: tuple[str, ...]
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Column to the table and column that its values must stand in."""
    unique: tuple[str, ...] = ()
    """Columns of lists whose values stand in one row only, whatever their case."""

    @property
    def file(self) -> str:
        """File name in a folder of reference data."""
        return f"{self.name}.csv"


TABLES: tuple[Table, ...] = (
    Table("kinds", rows.Kind, ("kind",), unique=("nouns",)),
    Table("organs", rows.Organ, ("organ",)),
    Table("symbols", rows.Symbol, ("symbol", "system"), {"organs": ("organs", "organ")}),
    Table("terms", rows.Term, ("body", "number")),
    Table(
        "provinces", rows.Province, ("province_id",), {"successor_id": ("provinces", "province_id")}
    ),
    Table(
        "outlets",
        rows.Outlet,
        ("outlet_id",),
        {"province": ("provinces", "name")},
        unique=("hosts", "tags"),
    ),
    Table(
        "outlet_profiles",
        rows.OutletProfile,
        ("outlet_id", "version"),
        {"outlet_id": ("outlets", "outlet_id")},
    ),
    Table(
        "directives",
        rows.Directive,
        ("directive",),
        {"kind": ("kinds", "kind"), "organ": ("organs", "organ"), "term": ("terms", "term")},
    ),
    Table("positions", rows.Position, ("title",), {"organ_kind": ("organs", "kind")}),
    Table("honorifics", rows.Honorific, ("honorific",)),
    Table("abbreviations", rows.Abbreviation, ("short", "full")),
    Table("units", rows.Unit, ("unit",), unique=("nouns",)),
    Table("scales", rows.Scale, ("scale",)),
    Table("event_kinds", rows.EventKind, ("kind",)),
    Table("relations", rows.Relation, ("relation",)),
    Table("boilerplate", rows.Boilerplate, ("text",)),
    Table("systems", rows.InformationSystem, ("word",)),
    Table("family_names", rows.FamilyName, ("name",)),
    Table("cues", rows.Cue, ("category", "cue")),
    Table("comparators", rows.Comparator, ("place", "words")),
)
