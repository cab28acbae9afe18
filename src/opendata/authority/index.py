"""All reference tables together, with the lookups that the stations above need.

Not for reading files (`load`). Lookups are built on first use and kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from opendata.authority.rows import (
    Abbreviation,
    Boilerplate,
    Comparator,
    Cue,
    Directive,
    EventKind,
    FamilyName,
    Honorific,
    InformationSystem,
    Kind,
    Organ,
    Outlet,
    OutletProfile,
    Position,
    Province,
    Relation,
    Scale,
    Symbol,
    Term,
    Unit,
)

Row = TypeVar("Row")


# Compared by identity: it is the key under which the finders keep what they compile from it.
@dataclass(frozen=True, eq=False)
class Authority:
    """The reference data: one tuple of rows per table, in the order of its key."""

    kinds: tuple[Kind, ...]
    organs: tuple[Organ, ...]
    symbols: tuple[Symbol, ...]
    terms: tuple[Term, ...]
    provinces: tuple[Province, ...]
    outlets: tuple[Outlet, ...]
    outlet_profiles: tuple[OutletProfile, ...]
    directives: tuple[Directive, ...]
    positions: tuple[Position, ...]
    honorifics: tuple[Honorific, ...]
    abbreviations: tuple[Abbreviation, ...]
    units: tuple[Unit, ...]
    scales: tuple[Scale, ...]
    event_kinds: tuple[EventKind, ...]
    relations: tuple[Relation, ...]
    boilerplate: tuple[Boilerplate, ...]
    systems: tuple[InformationSystem, ...]
    family_names: tuple[FamilyName, ...]
    cues: tuple[Cue, ...]
    comparators: tuple[Comparator, ...]

    @cached_property
    def kind_by_code(self) -> Mapping[str, Kind]:
        """Code of a kind (`chi_thi`) to kind."""
        return {kind.kind: kind for kind in self.kinds}

    @cached_property
    def organ_by_id(self) -> Mapping[str, Organ]:
        """Organ id to organ."""
        return {organ.organ: organ for organ in self.organs}

    @cached_property
    def organs_by_name(self) -> Mapping[str, tuple[Organ, ...]]:
        """Name or alias, as written, to the organs that bear it."""
        return _group(
            (name, organ) for organ in self.organs for name in (organ.name, *organ.aliases)
        )

    @cached_property
    def symbols_by_code(self) -> Mapping[str, tuple[Symbol, ...]]:
        """Issuer code or variant, as written, to the symbols it may be."""
        return _group((code, row) for row in self.symbols for code in (row.symbol, *row.variants))

    @cached_property
    def province_by_id(self) -> Mapping[str, Province]:
        """Province id to province."""
        return {province.province_id: province for province in self.provinces}

    @cached_property
    def provinces_by_name(self) -> Mapping[str, tuple[Province, ...]]:
        """Name or alias, as written, to the provinces of both divisions that bear it."""
        return _group((name, row) for row in self.provinces for name in (row.name, *row.aliases))

    @cached_property
    def outlet_by_id(self) -> Mapping[str, Outlet]:
        """Outlet id to outlet."""
        return {outlet.outlet_id: outlet for outlet in self.outlets}

    @cached_property
    def outlet_by_host(self) -> Mapping[str, Outlet]:
        """Host without `www.` to outlet."""
        return {host: outlet for outlet in self.outlets for host in outlet.hosts}

    @cached_property
    def outlet_by_tag(self) -> Mapping[str, Outlet]:
        """Tag at the start of a text, in lower case, to outlet."""
        return {tag.lower(): outlet for outlet in self.outlets for tag in outlet.tags}

    @cached_property
    def directive_by_id(self) -> Mapping[str, Directive]:
        """Directive id to directive."""
        return {row.directive: row for row in self.directives}

    @cached_property
    def directives_by_number(self) -> Mapping[tuple[str, str], tuple[Directive, ...]]:
        """Kind and number without leading zeros to the known directives that bear them."""
        return _group(
            ((row.kind, row.number.lstrip("0")), row) for row in self.directives if row.number
        )

    @cached_property
    def unit_by_noun(self) -> Mapping[str, Unit]:
        """Lower-case noun or sign after a number to unit."""
        return {noun: unit for unit in self.units for noun in unit.nouns}

    @cached_property
    def cues_by_category(self) -> Mapping[str, tuple[str, ...]]:
        """Category to its cues, in their order."""
        return _group((row.category, row.cue) for row in self.cues)

    def term_on(self, body: str, day: date) -> Term | None:
        """The term of a body (`party-congress`) that a day lies in."""
        for term in self.terms:
            if (
                term.body == body
                and term.valid_from <= day
                and (term.valid_to is None or day <= term.valid_to)
            ):
                return term
        return None

    def province_named(self, name: str, day: date | None) -> Province | None:
        """The province of a name on a day.

        An old name lives on in the press after the merger, and a page of unknown date may mean
        either division: a name that only one division has is that province on any day, and
        without a day a name of both divisions is none.
        """
        named = self.provinces_by_name.get(name, ())
        if len(named) == 1:
            return named[0]
        if day is None:
            return None
        for province in named:
            if province.valid_to is None:
                if province.valid_from <= day:
                    return province
            elif day <= province.valid_to:
                return province
        return None


Name = TypeVar("Name")


def _group(pairs: Iterable[tuple[Name, Row]]) -> dict[Name, tuple[Row, ...]]:
    grouped: dict[Name, list[Row]] = {}
    for name, row in pairs:
        grouped.setdefault(name, []).append(row)
    return {name: tuple(found) for name, found in grouped.items()}
