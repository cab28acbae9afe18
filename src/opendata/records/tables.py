"""The registry of tables: one row model each, their keys, and which record owns which rows.

Schemas, CSV, JSON, reference pages and pictures are all generated from `TABLES`. Not for: writing
any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic.fields import FieldInfo

from opendata.records.article import Article, Block, System
from opendata.records.base import Row
from opendata.records.citation import Citation
from opendata.records.columns import extra
from opendata.records.directive import Directive, DirectiveRelation
from opendata.records.event import Event, EventArticle, EventOrganisation, Participation
from opendata.records.evidence import Evidence, Flag, SameAs
from opendata.records.figure import Figure
from opendata.records.organisation import Organisation
from opendata.records.person import Person, Position
from opendata.records.reference import Outlet, Province
from opendata.records.task import Task


@dataclass(frozen=True, slots=True)
class Child:
    """Rows of `table` belong to the record whose id stands in their column `via`.

    `within` is the table that the row's own `table` column must name, for rows that may belong to
    records of several tables. The record holds them in a field named like the table.
    """

    table: str
    via: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A published table. `record` is the JSON resource of its records, empty for plain rows.

    `id_form` is what a row's id begins with, as a format of the row's other columns; more may
    follow after a dot. `without_evidence` are columns of hashes, counts and file facts.
    """

    name: str
    model: type[Row]
    key: tuple[str, ...]
    title: str
    title_vi: str
    record: str = ""
    children: tuple[Child, ...] = ()
    id_form: str = ""
    without_evidence: tuple[str, ...] = ()

    @property
    def columns(self) -> Mapping[str, FieldInfo]:
        """The published columns: the model's fields less those that hold child rows."""
        owned = {child.table for child in self.children}
        return {n: f for n, f in self.model.model_fields.items() if n not in owned}


def _shared(owner: str, *tables: str) -> tuple[Child, ...]:
    return tuple(Child(table, "record_id", owner) for table in tables)


TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        Article,
        ("article_id",),
        "Articles",
        "Bài viết",
        "article-records",
        (
            Child("blocks", "article_id"),
            Child("citations", "article_id"),
            Child("figures", "article_id"),
            Child("systems", "article_id"),
            Child("flags", "article_id"),
            *_shared("articles", "evidence"),
        ),
        without_evidence=(
            "source_name",
            "source_sha256",
            "text_sha256",
            "text_length",
            "media_type",
            "text_extractor",
            "encoding",
            "encoding_basis",
        ),
    ),
    Table(
        "events",
        Event,
        ("event_id",),
        "Events",
        "Sự kiện",
        "event-records",
        (
            Child("event_articles", "event_id"),
            Child("participations", "event_id"),
            Child("event_organisations", "event_id"),
            Child("tasks", "event_id"),
            *_shared("events", "same_as", "evidence"),
        ),
    ),
    Table(
        "directives",
        Directive,
        ("directive_id",),
        "Directives",
        "Văn bản",
        "directive-records",
        (
            Child("directive_relations", "directive_id"),
            Child("tasks", "directive_id"),
            *_shared("directives", "same_as", "evidence"),
        ),
    ),
    Table(
        "organisations",
        Organisation,
        ("organisation_id",),
        "Organisations",
        "Cơ quan, tổ chức",
        "organisation-records",
        _shared("organisations", "same_as", "evidence"),
    ),
    Table(
        "persons",
        Person,
        ("person_id",),
        "Persons",
        "Người",
        "person-records",
        (Child("positions", "person_id"), *_shared("persons", "same_as", "evidence")),
    ),
    Table("outlets", Outlet, ("outlet_id",), "Outlets", "Cơ quan báo chí", "outlet-records"),
    Table(
        "provinces",
        Province,
        ("province_id",),
        "Provinces",
        "Tỉnh, thành phố",
        "province-records",
    ),
    Table("blocks", Block, ("article_id", "start"), "Blocks", "Đoạn của trang"),
    Table(
        "citations",
        Citation,
        ("citation_id",),
        "Citations",
        "Dẫn chiếu văn bản",
        id_form="{article_id}.c{start}",
    ),
    Table("figures", Figure, ("figure_id",), "Figures", "Số liệu", id_form="{article_id}.f{start}"),
    Table(
        "systems",
        System,
        ("system_id",),
        "Information systems",
        "Hệ thống thông tin",
        id_form="{article_id}.s{start}",
    ),
    Table(
        "event_articles",
        EventArticle,
        ("event_id", "article_id"),
        "Pages that report an event",
        "Trang đưa tin sự kiện",
    ),
    Table(
        "participations",
        Participation,
        ("participation_id",),
        "Participations",
        "Tham gia",
        id_form="{article_id}.p{start}.{role}",
    ),
    Table(
        "event_organisations",
        EventOrganisation,
        ("event_id", "organisation_id", "role", "article_id"),
        "Organisations at an event",
        "Cơ quan tại sự kiện",
    ),
    Table(
        "positions",
        Position,
        ("position_id",),
        "Positions",
        "Chức vụ",
        id_form="{article_id}.o{start}",
    ),
    Table(
        "directive_relations",
        DirectiveRelation,
        ("relation_id",),
        "Relations between documents",
        "Quan hệ giữa các văn bản",
        id_form="{article_id}.r{start}.{relation}",
    ),
    Table("tasks", Task, ("task_id",), "Tasks", "Nhiệm vụ", id_form="{article_id}.t{start}"),
    Table(
        "evidence",
        Evidence,
        ("evidence_id",),
        "Evidence",
        "Chứng cứ",
        id_form="{table}.{record_id}.{field}",
    ),
    Table(
        "same_as",
        SameAs,
        ("table", "record_id", "same_as_id"),
        "Looser links",
        "Liên kết lỏng",
    ),
    Table("flags", Flag, ("flag_id",), "Flags", "Cảnh báo", id_form="{article_id}.{code}"),
)


@cache
def by_name() -> Mapping[str, Table]:
    """The tables by name."""
    return {table.name: table for table in TABLES}


@cache
def pointers() -> Mapping[str, Mapping[str, str]]:
    """By table: each column that names a row of another table, and that table."""
    return {
        table.name: {
            name: extra(field, "references").partition(".")[0]
            for name, field in table.columns.items()
            if extra(field, "references")
        }
        for table in TABLES
    }


def row_id(table: str, /, *more: str, **columns: object) -> str:
    """The id of a row, as its table's `id_form` says; `more` tells rows apart that begin alike."""
    return ".".join((by_name()[table].id_form.format_map(columns), *more))
