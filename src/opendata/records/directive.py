"""Directive: an official document that instructs or regulates. Not for: its mentions (Citation)."""

from __future__ import annotations

from datetime import date

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
from opendata.records.task import Task


class DirectiveRelation(Row):
    """What a page says of two documents: one implements, reviews or amends the other."""

    relation_id: str = identifier(
        ("Relation id", "Mã quan hệ"),
        (
            "The mention: article, offset and relation.",
            "Lần nhắc đến: bài viết, vị trí và quan hệ.",
        ),
        example="bac-kan-cai-cach-2022.r2337.reviews.nq-49-tw-2005",
    )
    directive_id: str = reference(
        "directives.directive_id",
        ("Directive", "Văn bản"),
        ("The document that does it.", "Văn bản là chủ thể."),
        example="kl-84-tw-2020",
    )
    relation: str = column(
        ("Relation", "Quan hệ"),
        ("What it does to the other.", "Quan hệ với văn bản kia."),
        example="reviews",
        codes="relation",
        term="eli:related_to",
    )
    related_directive_id: str = reference(
        "directives.directive_id",
        ("Related directive", "Văn bản liên quan"),
        ("The document it is done to.", "Văn bản là đối tượng."),
        example="nq-49-tw-2005",
    )
    article_id: str = article_reference()
    start: int = start()
    end: int = end()
    quote: str = quote()


class Directive(Row):
    """Chỉ thị, nghị quyết, kết luận, kế hoạch, đề án, quy chế, luật …: one official document."""

    directive_id: str = identifier(
        ("Directive id", "Mã văn bản"),
        (
            "Kind, number, symbol, province and term or year; a name and a hash where unnumbered.",
            "Loại, số, ký hiệu, tỉnh và nhiệm kỳ hoặc năm; tên và mã băm nếu không có số.",
        ),
        example="ct-26-tw-2018",
    )
    kind: str = column(
        ("Kind", "Loại văn bản"),
        ("The kind of document.", "Loại văn bản."),
        example="chi_thi",
        codes="directive_kind",
        term="eli:type_document",
    )
    number: str | None = column(
        ("Number", "Số"),
        ("The number, zeros as written.", "Số văn bản, giữ số 0 như đã viết."),
        example="26",
        default=None,
        when="the document is numbered",
        term="eli:number",
    )
    year: int | None = column(
        ("Year", "Năm"),
        (
            "The year that is part of the number, or of issue.",
            "Năm trong số hiệu, hoặc năm ban hành.",
        ),
        example=2020,
        default=None,
        when="it is known",
    )
    symbol: str | None = column(
        ("Symbol", "Ký hiệu"),
        ("Kind and issuer codes, canonical.", "Ký hiệu loại và cơ quan, dạng chuẩn."),
        example="CT/TW",
        default=None,
        when="it is known",
    )
    code: str | None = column(
        ("Code", "Số hiệu"),
        ("Number and symbol whole, canonical.", "Số và ký hiệu đầy đủ, dạng chuẩn."),
        example="26-CT/TW",
        default=None,
        when="number and symbol are known",
        term="eli:id_local",
    )
    title: str | None = column(
        ("Title", "Trích yếu"),
        (
            "What it is about: the reference's title, or the page's words.",
            "Trích yếu theo dữ liệu tham chiếu hoặc theo lời trang.",
        ),
        example="nâng cao chất lượng sinh hoạt chi bộ",
        default=None,
        when="it is known",
        term="eli:title",
    )
    issuer_id: str | None = reference(
        "organisations.organisation_id",
        ("Issuer", "Cơ quan ban hành"),
        ("Who issued it.", "Cơ quan ban hành."),
        example="bo-chinh-tri",
        default=None,
        when="it is known",
        term="eli:passed_by",
    )
    issued_on: date | None = column(
        ("Issued on", "Ngày ban hành"),
        ("The day of issue.", "Ngày ban hành."),
        example="2018-11-09",
        default=None,
        when="it is known",
        term="eli:date_document",
    )
    level: str = column(
        ("Level", "Cấp"),
        ("The level of the issuer.", "Cấp của cơ quan ban hành."),
        example="central",
        default="unknown",
        codes="level",
        term="eli:jurisdiction",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        ("Whose document it is.", "Văn bản của tỉnh, thành phố nào."),
        example="thai-nguyen-63",
        default=None,
        when="a provincial or lower body issued it",
    )
    term: str | None = column(
        ("Term", "Khóa"),
        ("The congress term that its number belongs to.", "Khóa đại hội mà số văn bản thuộc về."),
        example="XII",
        default=None,
        when="a Party document whose term is known",
    )
    period_start: date | None = column(
        ("Period start", "Đầu giai đoạn"),
        ("First day of the period it is for.", "Ngày đầu của giai đoạn áp dụng."),
        example="2021-01-01",
        default=None,
        when="its name gives one",
    )
    period_end: date | None = column(
        ("Period end", "Cuối giai đoạn"),
        ("Last day of the period it is for.", "Ngày cuối của giai đoạn áp dụng."),
        example="2025-12-31",
        default=None,
        when="its name gives one",
    )
    status: str = column(
        ("Status", "Tình trạng"),
        ("Issued, or still a draft.", "Đã ban hành hay còn dự thảo."),
        example="issued",
        default="issued",
        codes="directive_status",
        term="eli:in_force",
    )
    resolution: str = column(
        ("Resolution", "Mức xác định"),
        ("How surely the document is identified.", "Văn bản được xác định đến mức nào."),
        example="resolved",
        codes="directive_resolution",
    )
    directive_relations: tuple[DirectiveRelation, ...] = ()
    tasks: tuple[Task, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    evidence: tuple[Evidence, ...] = ()
