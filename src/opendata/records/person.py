"""Person: someone named in a public position or an official role.

Not for: their part (Participation).
"""

from __future__ import annotations

from opendata.records.base import (
    Row,
    article_reference,
    column,
    end,
    identifier,
    quote,
    reference,
    start,
)
from opendata.records.evidence import Evidence, SameAs


class Position(Row):
    """A position that a person holds, held or takes up, as a page says it."""

    position_id: str = identifier(
        ("Position id", "Mã chức vụ"),
        ("The mention: article, offset and person.", "Lần nhắc đến: bài viết, vị trí và người."),
        example="lao-cai-toa-an-2023.o141",
    )
    person_id: str = reference(
        "persons.person_id",
        ("Person", "Người"),
        ("Who holds it.", "Người giữ chức vụ."),
        example="dang-xuan-phong-lao-cai",
    )
    article_id: str = article_reference()
    title: str = column(
        ("Title", "Chức vụ"),
        ("The position as the page writes it.", "Chức vụ như trang viết."),
        example="Bí thư Tỉnh ủy",
        term="schema:jobTitle",
    )
    organisation_id: str | None = reference(
        "organisations.organisation_id",
        ("Organisation", "Cơ quan"),
        ("Where it is held.", "Nơi giữ chức vụ."),
        example="tinh-uy-lao-cai",
        default=None,
        when="the position names it",
        term="schema:worksFor",
    )
    status: str = column(
        ("Status", "Tình trạng"),
        ("Held now, formerly, or newly.", "Đương nhiệm, nguyên chức hay mới nhận."),
        example="current",
        default="current",
        codes="position_status",
    )
    start: int = start()
    end: int = end()
    quote: str = quote()


class Person(Row):
    """A person, not merged with a namesake of another province or body."""

    person_id: str = identifier(
        ("Person id", "Mã người"),
        ("Name and province or body.", "Tên và tỉnh hoặc cơ quan."),
        example="dang-xuan-phong-lao-cai",
    )
    name: str = column(
        ("Name", "Họ tên"),
        ("The name as written, NFC.", "Họ tên như đã viết, dạng NFC."),
        example="Đặng Xuân Phong",
        term="schema:name",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        ("The province of the person's office.", "Tỉnh, thành phố nơi giữ chức vụ."),
        example="lao-cai-63",
        default=None,
        when="the office is a province's",
        term="schema:workLocation",
    )
    positions: tuple[Position, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    evidence: tuple[Evidence, ...] = ()
