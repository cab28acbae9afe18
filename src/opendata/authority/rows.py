"""The rows of the reference data: one frozen class per CSV file, its fields the file's columns.

Not for reading files (`load`), nor for looking rows up (`index`). A field's type says what a cell
may hold: `str` is never empty, `| None` may be, a tuple is a list separated by `|`, a `bool` is
written `yes` or `no`, a `date` in ISO 8601. Every row names its `source` and gives `examples` as
they are written in the press.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from opendata.authority.cue_categories import CueCategory

System = Literal["party", "state", "front", "union"]
Level = Literal["central", "province", "district", "commune", "bloc", "foreign"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of official document.

    The code `QĐ` in a Party symbol is a decision (quyết định) or a regulation (quy định), and
    `CT` is sometimes written for a programme: the noun before the number decides.
    """

    kind: str
    """Unaccented Vietnamese word: `chi_thi`."""
    label_en: str
    label_vi: str
    description_en: str
    description_vi: str
    nouns: tuple[str, ...]
    """The noun in lower case, with its other spellings."""
    party_codes: tuple[str, ...]
    """Codes in a Party symbol: `CT` in `26-CT/TW`."""
    state_codes: tuple[str, ...]
    """Codes in a state symbol: `NĐ` in `30/2020/NĐ-CP`."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organ:
    """An organisation that is known by name."""

    organ: str
    name: str
    """Official Vietnamese name, long form; of a generic organ without the place."""
    name_en: str
    kind: Literal[
        "party",
        "court",
        "procuracy",
        "government",
        "assembly",
        "front",
        "police",
        "enforcement",
        "military",
        "union",
        "press",
        "other",
    ]
    level: Level
    system: System
    aliases: tuple[str, ...]
    """Other names and spellings, as written."""
    generic: bool
    """Whether the name needs a place to be one organisation (Tỉnh ủy + Lào Cai)."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Symbol:
    """An issuer's code inside a document symbol: `TU` in `10-ĐA/TU`."""

    symbol: str
    system: System
    level: Level
    organs: tuple[str, ...]
    """Organs that issue under the code; several when only the text can tell."""
    needs_province: bool
    """Whether the code needs a place to be one issuer."""
    numbered: bool
    """Whether a number of the term follows the code: `QH13`."""
    variants: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the Party congress or of the National Assembly.

    A Party term runs from the day after one congress closes to the close of the next.
    """

    body: Literal["party-congress", "national-assembly"]
    term: str
    """Roman numeral: `XII`."""
    number: int
    valid_from: date
    valid_to: date | None
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city in one division of the country."""

    province_id: str
    name: str
    division: Literal["63", "34"]
    valid_from: date
    """First day of the division, not of the province."""
    valid_to: date | None
    gso_code: str
    """Code of the statistics office; the two divisions share codes."""
    iso_code: str | None
    """ISO 3166-2; none is assigned for the division of 34."""
    successor_id: str | None
    """The province of the division of 34 that a province of the 63 went into."""
    unit: Literal["tỉnh", "thành phố"]
    aliases: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or official site."""

    outlet_id: str
    name: str
    hosts: tuple[str, ...]
    tags: tuple[str, ...]
    """How it names itself before the dash that opens a text: `LSO`, `Laocaitv.vn`."""
    province: str | None
    """Name of the province whose outlet it is, none for a national one."""
    organisation: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A central document that pages often cite."""

    directive: str
    kind: str
    number: str | None
    """None for the constitution, which has neither number nor symbol."""
    symbol: str | None
    """`CT/TW`, `NĐ-CP`, `QH13`."""
    year: int | None
    """Year in the code of a normative state document, else none."""
    organ: str
    term: str | None
    """Party congress term for a Party document, else none."""
    issued_on: date
    title: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The head of an official position, a rank, or a word for a person's part in a case."""

    title: str
    title_en: str
    category: Literal["office", "rank", "membership", "profession", "private"]
    abbreviations: tuple[str, ...]
    organ_kind: str | None
    """Kind of the organ that usually follows."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word before a name that is neither name nor position."""

    honorific: str
    category: Literal["public", "private"]
    plural: bool
    """Whether a list of names may follow."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    full: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of figures, with the nouns that follow the number."""

    unit: str
    label_en: str
    label_vi: str
    dimension: Literal["count", "ratio", "money", "time", "area", "length", "mass", "other"]
    nouns: tuple[str, ...]
    """Words or signs after the number, in lower case."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies the number before it."""

    scale: str
    factor: int
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event, with the lower-case words that tell of it."""

    kind: str
    label_en: str
    label_vi: str
    description_en: str
    description_vi: str
    triggers: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What one document does to another, with the lower-case words that say so."""

    relation: str
    label_en: str
    label_vi: str
    triggers: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """How an outlet lays its pages out, from one day on; `examples` are the lines of one page."""

    outlet_id: str
    version: int
    valid_from: date | None
    """The first day of a layout; empty where the page's day does not matter."""
    byline: Literal["top", "bottom", "any"]
    """Where who wrote stands: right under the headline, after the text, or either."""
    kickers: tuple[str, ...]
    """Whole lines above the headline: the sections of the outlet."""
    frame: tuple[str, ...]
    """Beginnings of lines that are no part of any article."""
    source: str
    examples: tuple[str, ...]
    """In page order, in words of one's own, each after its kind of block: `byline: Thu Lan`."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text of a page's frame, which is no fact of the article."""

    text: str
    match: Literal["line", "prefix", "suffix", "count"]
    """Whether the text is the whole line, its beginning, its end, or what stands after a number."""
    category: Literal["comments", "share", "language", "related", "counter", "navigation"]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InformationSystem:
    """A word that names an information system, or that makes another word name one."""

    word: str
    role: Literal["head", "qualifier"]
    alone: bool
    """Whether a head needs no qualifier after it."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyName:
    """A Vietnamese family name: the first syllable of a person's full name."""

    name: str
    common: bool
    """Whether so many bear it that a capital syllable after a place name is likely to be it."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells what stands beside it, in lower case unless it is always a capital."""

    cue: str
    category: CueCategory
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparator:
    """Words or a sign beside a number that bound it, or that say what it is not."""

    words: str
    place: Literal["before", "after"]
    """Where the words stand, seen from the number."""
    comparator: Literal["eq", "ge", "le", "gt", "lt", "approx"]
    """`eq` for words that contain others and bound nothing: cao hơn 5% is no lower bound."""
    source: str
    examples: tuple[str, ...]
