"""Article: one press page, and the rows that hang on it.

Not for: what it reports (Event, Directive).
"""

from __future__ import annotations

from datetime import date, datetime

from opendata.records.base import (
    SHA256_PATTERN,
    Row,
    article_reference,
    column,
    end,
    identifier,
    quote,
    reference,
    start,
)
from opendata.records.citation import Citation
from opendata.records.evidence import Evidence, Flag
from opendata.records.figure import Figure


class Block(Row):
    """A stretch of a page's text: headline, lead, caption, boilerplate."""

    article_id: str = article_reference()
    kind: str = column(
        ("Kind", "Loại"),
        ("What the stretch is on the page.", "Vai trò của đoạn trên trang."),
        example="caption",
        codes="block_kind",
    )
    start: int = start()
    end: int = end()


class System(Row):
    """An information system that a page names: e-office, online hearings, one-stop software."""

    system_id: str = identifier(
        ("System id", "Mã hệ thống"),
        ("The mention: article and offset.", "Lần nhắc đến: bài viết và vị trí."),
        example="lang-son-toa-an-2021.s3659",
    )
    name: str = column(
        ("Name", "Tên"),
        ("The system as the page names it.", "Tên hệ thống như trang nêu."),
        example="hệ thống giám sát phiên tòa trực tuyến",
        term="schema:name",
    )
    organisation_id: str | None = reference(
        "organisations.organisation_id",
        ("Organisation", "Cơ quan"),
        ("Who runs or uses it.", "Cơ quan vận hành hoặc sử dụng."),
        example="toa-an-nhan-dan-tinh-lang-son",
        default=None,
        when="the page says so",
    )
    article_id: str = article_reference()
    start: int = start()
    end: int = end()
    quote: str = quote()


class Article(Row):
    """One press page: what it says of itself, and what was read on it."""

    article_id: str = identifier(
        ("Article id", "Mã bài viết"),
        (
            "Made from the page's address or source name, never from its content.",
            "Lập từ địa chỉ hoặc tên nguồn của trang, không từ nội dung.",
        ),
        example="lao-cai-toa-an-2023",
    )
    title: str | None = column(
        ("Title", "Tiêu đề"),
        ("The headline as published.", "Tiêu đề như đã đăng."),
        example="Bắc Kạn: Nâng cao chất lượng cải cách tư pháp trong tình hình mới",
        default=None,
        when="a headline was found",
        term="schema:headline",
    )
    kicker: str | None = column(
        ("Kicker", "Dòng dẫn"),
        ("The short line above the headline.", "Dòng ngắn đặt trên tiêu đề."),
        example="Tòa án Nhân dân tỉnh:",
        default=None,
        when="the page has one",
        term="schema:alternativeHeadline",
    )
    outlet_id: str | None = reference(
        "outlets.outlet_id",
        ("Outlet", "Cơ quan báo chí"),
        ("Who published the page.", "Cơ quan đăng bài."),
        example="baolangson",
        default=None,
        when="the page, its address or its metadata names a known outlet",
        term="schema:publisher",
    )
    published_on: date | None = column(
        ("Published on", "Ngày đăng"),
        ("The day of publication.", "Ngày đăng bài."),
        example="2023-11-14",
        default=None,
        when="a date line or metadata states it",
        term="schema:datePublished",
    )
    published_at: datetime | None = column(
        ("Published at", "Giờ đăng"),
        (
            "The minute of publication, with the offset of Vietnam (+07:00).",
            "Thời điểm đăng đến phút, giờ Việt Nam (+07:00).",
        ),
        example="2023-11-14T19:58:00+07:00",
        default=None,
        when="a time of day is stated",
        term="schema:datePublished",
    )
    date_basis: str = column(
        ("Date basis", "Căn cứ ngày đăng"),
        ("Where the date of publication stands.", "Ngày đăng được nêu ở đâu."),
        example="dateline",
        default="none",
        codes="date_basis",
    )
    byline: str | None = column(
        ("Byline", "Tác giả"),
        ("The author as signed.", "Tác giả như ký tên."),
        example="Tiến Dũng",
        default=None,
        when="the page is signed",
        term="schema:author",
    )
    byline_organisation: str | None = column(
        ("Byline organisation", "Đơn vị của tác giả"),
        ("The body that the author signs for.", "Cơ quan mà tác giả ký thay."),
        example="Ban Nội chính Tỉnh ủy Thái Nguyên",
        default=None,
        when="the signature names one",
        term="schema:sourceOrganization",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        (
            "The province the page is about, as it was on the day of publication.",
            "Tỉnh, thành phố mà trang viết về, theo đơn vị hành chính tại ngày đăng.",
        ),
        example="lao-cai-63",
        default=None,
        when="the page is about one province",
        term="schema:contentLocation",
    )
    language: str = column(
        ("Language", "Ngôn ngữ"),
        ("BCP 47 tag; `und` where undetermined.", "Thẻ BCP 47; `und` khi không xác định."),
        example="vi",
        default="und",
        term="schema:inLanguage",
        pattern=r"^[a-z]{2,3}$",
    )
    url: str | None = column(
        ("Address", "Địa chỉ"),
        ("The page's address on the web.", "Địa chỉ của trang trên mạng."),
        example="https://example.org/bai-viet-1.html",
        default=None,
        when="it is known",
        term="schema:url",
    )
    source_name: str = column(
        ("Source name", "Tên nguồn"),
        (
            "The file below the source folder, `#id` for a line of JSON Lines.",
            "Tên tệp trong thư mục nguồn, kèm `#id` với dòng JSON Lines.",
        ),
        example="lao-cai-toa-an-2023.txt",
    )
    source_sha256: str = column(
        ("Source SHA-256", "SHA-256 của nguồn"),
        (
            "Of the source's bytes (of the UTF-8 `text` member for JSON Lines).",
            "Của các byte nguồn (của trường `text` dạng UTF-8 với JSON Lines).",
        ),
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        pattern=SHA256_PATTERN,
    )
    text_sha256: str = column(
        ("Text SHA-256", "SHA-256 của văn bản"),
        (
            "Of the text in UTF-8, which all offsets count.",
            "Của văn bản UTF-8 dùng để tính vị trí.",
        ),
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        pattern=SHA256_PATTERN,
    )
    text_length: int = column(
        ("Text length", "Độ dài văn bản"),
        ("Length of the text.", "Độ dài văn bản."),
        example=2317,
        unit="code points",
        minimum=0,
    )
    media_type: str = column(
        ("Media type", "Loại tệp"),
        ("IANA media type of the source.", "Loại phương tiện IANA của nguồn."),
        example="text/plain",
        term="schema:encodingFormat",
    )
    text_extractor: str = column(
        ("Text extractor", "Bộ trích văn bản"),
        (
            "What made the text of the source, with its version.",
            "Công cụ tạo văn bản từ nguồn, kèm phiên bản.",
        ),
        example="plain",
        term="prov:wasGeneratedBy",
    )
    encoding: str = column(
        ("Encoding", "Bảng mã"),
        ("Character encoding of the source.", "Bảng mã ký tự của nguồn."),
        example="utf-8",
        default="utf-8",
    )
    encoding_basis: str = column(
        ("Encoding basis", "Căn cứ bảng mã"),
        ("How the encoding is known.", "Bảng mã được biết bằng cách nào."),
        example="utf-8",
        default="utf-8",
        codes="encoding_basis",
    )
    retrieved_on: date | None = column(
        ("Retrieved on", "Ngày lấy"),
        ("The day the page was fetched.", "Ngày lấy trang."),
        example="2026-11-22",
        default=None,
        when="metadata states it",
        term="prov:generatedAtTime",
    )
    licence: str | None = column(
        ("Licence", "Giấy phép"),
        ("Licence of the page itself.", "Giấy phép của chính trang."),
        example="CC-BY-4.0",
        default=None,
        when="metadata states it",
        term="schema:license",
    )
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    systems: tuple[System, ...] = ()
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
