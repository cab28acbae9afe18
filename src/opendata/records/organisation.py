"""Organisation: a body that a page names. Not for: outlets (reference)."""

from __future__ import annotations

from opendata.records.base import Row, column, identifier, reference
from opendata.records.evidence import Evidence, SameAs


class Organisation(Row):
    """A Party organ, court, procuracy, government or other body."""

    organisation_id: str = identifier(
        ("Organisation id", "Mã cơ quan"),
        ("The full name in ASCII.", "Tên đầy đủ viết không dấu."),
        example="thuong-truc-tinh-uy-lao-cai",
    )
    name: str = column(
        ("Name", "Tên"),
        (
            "The full name, completed by its province where the page leaves it out.",
            "Tên đầy đủ, thêm tên tỉnh khi trang lược bỏ.",
        ),
        example="Thường trực Tỉnh ủy Lào Cai",
        term="schema:name",
    )
    kind: str = column(
        ("Kind", "Loại"),
        ("What kind of body it is.", "Loại cơ quan."),
        example="party",
        default="other",
        codes="organisation_kind",
        term="schema:additionalType",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        ("The province it belongs to.", "Tỉnh, thành phố trực thuộc."),
        example="lao-cai-63",
        default=None,
        when="it is a province's or lower",
        term="schema:location",
    )
    same_as: tuple[SameAs, ...] = ()
    evidence: tuple[Evidence, ...] = ()
