"""What extraction finds on one page: frozen mentions, each with the characters it was read from.

Spans are in the page's view (`view.py`); `resolution` turns them into offsets of the page and
mentions into records. Mentions point at one another by their place in the tuples of `Extraction`.
Not for: finding, identity across pages, publishing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from opendata.extraction.view import Span, View

Basis = Literal["text", "metadata", "reference", "derived"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its reason: the text at `span`, stated metadata, a reference row, a derivation.

    `ref` names the rule (`text`, `derived`), the metadata field (`metadata`: `sources.csv:outlet`,
    `html:meta`) or the reference row (`reference`: `outlets/baolangson`).
    """

    value: str
    basis: Basis
    ref: str
    span: Span | None = None

    @classmethod
    def of(cls, view: View, span: Span) -> Value:
        """The page's own words."""
        return cls(view.value(span), "text", "text", span)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page: kind is a code of the list `block_kind`. In page order, disjoint."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """What the page says of itself. `published_at` is ISO with offset, to the minute."""

    title: Value | None = None
    kicker: Value | None = None
    byline: Value | None = None
    byline_organisation: Value | None = None
    published_on: Value | None = None
    published_at: Value | None = None
    date_basis: str = ""  # code of the list `date_basis`: dateline, page_header, metadata ...
    outlet: Value | None = None  # value: outlet_id
    province: Value | None = None  # value: province_id
    language: Value | None = None  # value: BCP 47, `vi`


@dataclass(frozen=True, slots=True)
class Time:
    """A date, period or recurrence. `starts_on` and `ends_on` are both inclusive days.

    `assumed` names what the page did not say (`year`). A recurrence has an iCalendar RRULE and no
    days. `several` lists the days of "9 và 10-1" that do not make one range.
    """

    span: Span
    starts_on: date | None
    ends_on: date | None
    precision: str  # code of the list `date_precision`
    part_of_day: str = ""  # code of the list `part_of_day`
    recurrence: str = ""
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of one specific document.

    `span` covers the document word with number and symbol, or the name. `number` is as canonical
    text keeps it (`09`, zero kept), `symbol` canonical (`CT/TW`), `code` whole (`26-CT/TW`,
    `30/2020/NĐ-CP`) or empty where no symbol is stated. `repairs` names what was mended for that.
    `same_as` is the earlier citation (its place in `Extraction.citations`) that this one repeats
    on the same page (anaphora, a bare number after the full form), with `same_as_reason`.
    """

    span: Span
    form: str  # numbered | named | anaphoric
    kind: str
    number: str = ""
    year: str = ""
    symbol: str = ""
    code: str = ""
    repairs: tuple[str, ...] = ()
    title: Value | None = None
    issuer: Value | None = None  # value: the organ as the page names it
    issued_on: Value | None = None  # value: ISO date
    term: Value | None = None  # value: `IX`, from "khóa IX"
    period_start: str = ""
    period_end: str = ""
    status: str = "issued"  # issued | draft
    same_as: int | None = None
    same_as_reason: str = ""
    pinpoint: str = ""  # "khoản 3 Điều 12" of a law
    name: str = ""  # in full, where the page shortens it (BLHS) or leaves the document word out


@dataclass(frozen=True, slots=True)
class Relation:
    """What the page says of two documents, by their places in `Extraction.citations`."""

    source: int
    relation: str
    target: int
    span: Span


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that the page names. `name` is the page's, completed by its province when
    the bare name is generic; `organ` the id of the reference row, or empty."""

    name: str
    span: Span
    kind: str = "other"
    organ: str = ""
    province_id: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name; `spans` are all mentions. `private`: not named in a public role."""

    name: str
    spans: tuple[Span, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """A position that a person holds, held or takes up, with the words that say so."""

    person: int
    title: str
    span: Span
    status: str = "current"  # current | former | new
    organisation: str = ""  # name of the organisation, where the title names one


@dataclass(frozen=True, slots=True)
class Event:
    """Something reported as having happened or planned. `span` covers the words that name it."""

    kind: str
    name: str
    span: Span
    time: Time | None = None
    recurrence: str = ""
    covers: Time | None = None
    place: Value | None = None
    province: Value | None = None
    hosts: tuple[int, ...] = ()  # places in Extraction.organisations
    counterparts: tuple[int, ...] = ()
    attendees: tuple[int, ...] = ()
    status: str = "held"  # held | planned
    of: int | None = None  # an issuance: the citation of the document


@dataclass(frozen=True, slots=True)
class Participation:
    """A person's part in an event; `person` and `event` are places."""

    person: int
    event: int
    role: str  # code of the list `participation_role`
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its unit. Money in đồng. `target` may be worked out from two figures."""

    span: Span
    value: float
    unit: str
    value_max: float | None = None
    denominator: float | None = None  # "12/15 xã": the 15
    comparator: str = "eq"  # eq | ge | le | gt | lt | approx
    about: str = ""
    period: Time | None = None
    target: float | None = None
    target_formula: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task that a document or an event sets: `citation` or `event` is its place."""

    ordinal: int
    span: Span
    citation: int | None = None
    event: int | None = None
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """An information system that the page names."""

    name: str
    span: Span
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about the page or a record; `table` and `place` say which mention it concerns."""

    code: str
    message: str
    table: str = "articles"
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found on one page."""

    view: View
    header: Header
    blocks: tuple[Block, ...] = ()
    times: tuple[Time, ...] = ()
    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    figures: tuple[Figure, ...] = ()
    tasks: tuple[Task, ...] = ()
    systems: tuple[System, ...] = ()
    flags: tuple[Flag, ...] = ()
