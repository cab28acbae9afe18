"""Reference rows in use: outlets and provinces, copied from the reference data into the package.

Not for: the reference data itself (`opendata.authority`).
"""

from __future__ import annotations

from datetime import date

from opendata.records.base import Row, column, identifier, reference


class Outlet(Row):
    """A newspaper, broadcaster or portal that a page of the package comes from."""

    outlet_id: str = identifier(
        ("Outlet id", "Mã cơ quan báo chí"),
        ("Id of the reference row.", "Mã dòng tham chiếu."),
        example="baolangson",
    )
    name: str = column(
        ("Name", "Tên"),
        ("The outlet's name.", "Tên cơ quan báo chí."),
        example="Báo Lạng Sơn",
        term="schema:name",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        ("The province that it serves.", "Tỉnh, thành phố mà cơ quan phục vụ."),
        example="lang-son-63",
        default=None,
        when="it is a local outlet",
    )
    host: str | None = column(
        ("Host", "Tên miền"),
        ("The host of its addresses.", "Tên miền của các địa chỉ."),
        example="baolangson.vn",
        default=None,
        when="it is known",
        term="schema:url",
    )


class Province(Row):
    """A province or city of one of the two divisions; codes of the two collide, ids do not."""

    province_id: str = identifier(
        ("Province id", "Mã tỉnh, thành phố"),
        ("Name and division.", "Tên và hệ thống phân chia."),
        example="lao-cai-63",
    )
    name: str = column(
        ("Name", "Tên"),
        ("The official name.", "Tên chính thức."),
        example="Lào Cai",
        term="schema:name",
    )
    division: str = column(
        ("Division", "Hệ thống phân chia"),
        ("Of the 63 provinces, or of the 34.", "Thuộc 63 hay 34 tỉnh, thành phố."),
        example="63",
        codes="division",
    )
    valid_from: date | None = column(
        ("Valid from", "Hiệu lực từ"),
        ("First day of the division.", "Ngày đầu của hệ thống phân chia."),
        example="2025-07-01",
        default=None,
        when="it is known",
    )
    valid_to: date | None = column(
        ("Valid to", "Hiệu lực đến"),
        ("Last day of the division.", "Ngày cuối của hệ thống phân chia."),
        example="2025-06-30",
        default=None,
        when="the division has ended",
    )
    gso_code: str = column(
        ("Statistical code", "Mã thống kê"),
        ("Code of the statistics office in this division.", "Mã của cơ quan thống kê."),
        example="10",
    )
    iso_code: str | None = column(
        ("ISO code", "Mã ISO"),
        ("ISO 3166-2:VN code.", "Mã ISO 3166-2:VN."),
        example="VN-02",
        default=None,
        when="the standard has one",
    )
    successor_id: str | None = column(
        ("Successor", "Đơn vị kế tục"),
        (
            "The province of the 34 that it became part of.",
            "Tỉnh, thành phố kế tục trong 34 đơn vị.",
        ),
        example="lao-cai-34",
        default=None,
        when="the division is that of the 63",
    )
