"""Evidence, looser links and flags: why a value is there, and what is doubtful about it.

Not for: rows that carry their own quote (citations, figures ...), which are their own evidence.
"""

from __future__ import annotations

from opendata.records.base import ID_PATTERN, Row, column, identifier, reference


def _table() -> str:
    value: str = column(
        ("Table", "Bảng"),
        ("The table of the record.", "Bảng chứa bản ghi."),
        example="directives",
    )
    return value


def _record_id() -> str:
    value: str = column(
        ("Record", "Bản ghi"),
        ("The id of the record in that table.", "Mã của bản ghi trong bảng đó."),
        example="ct-26-tw-2018",
        pattern=ID_PATTERN,
    )
    return value


class Evidence(Row):
    """Why a field of a record has its value: a quote, metadata, a reference row, a correction."""

    evidence_id: str = identifier(
        ("Evidence id", "Mã chứng cứ"),
        (
            "Record, field and place of the evidence.",
            "Bản ghi, trường và vị trí của chứng cứ.",
        ),
        example="directives.ct-26-tw-2018.number.lao-cai-toa-an-2023.647",
    )
    article_id: str | None = reference(
        "articles.article_id",
        ("Article", "Bài viết"),
        ("The page that supports the value.", "Trang làm căn cứ cho giá trị."),
        example="lao-cai-toa-an-2023",
        default=None,
        when="a page supports it",
        term="prov:hadPrimarySource",
    )
    table: str = _table()
    record_id: str = _record_id()
    field: str = column(
        ("Field", "Trường"),
        ("The column whose value is supported.", "Cột có giá trị được chứng minh."),
        example="issued_on",
    )
    value: str = column(
        ("Value", "Giá trị"),
        (
            "The value that this supports, as the field's CSV cell has it.",
            "Giá trị được chứng minh, như trong ô CSV của trường.",
        ),
        example="2018-11-09",
    )
    basis: str = column(
        ("Basis", "Căn cứ"),
        ("What kind of reason there is.", "Loại căn cứ."),
        example="text",
        codes="evidence_basis",
    )
    basis_ref: str | None = column(
        ("Basis reference", "Nguồn căn cứ"),
        (
            "The rule, metadata field, reference row or correction, and the reasons.",
            "Quy tắc, trường siêu dữ liệu, dòng tham chiếu hoặc đính chính, kèm lý do.",
        ),
        example="directives/ct-26-tw-2018: organ; title overlap 0.86",
        default=None,
        when="the basis is not the text alone",
        term="prov:wasDerivedFrom",
    )
    start: int | None = column(
        ("Start", "Vị trí đầu"),
        ("Where the quote begins in the page's text.", "Vị trí ký tự đầu của đoạn trích."),
        example=647,
        default=None,
        when="words of the page support it",
        unit="code points",
        term="oa:start",
        minimum=0,
    )
    end: int | None = column(
        ("End", "Vị trí cuối"),
        ("Where the quote ends (exclusive).", "Vị trí ngay sau ký tự cuối của đoạn trích."),
        example=657,
        default=None,
        when="words of the page support it",
        unit="code points",
        term="oa:end",
        minimum=0,
    )
    quote: str | None = column(
        ("Quote", "Trích dẫn"),
        ("The page's own characters, at most 300.", "Nguyên văn ký tự của trang, tối đa 300."),
        example="Chỉ thị 26",
        default=None,
        when="words of the page support it",
        term="oa:exact",
    )


class SameAs(Row):
    """A looser link between two records that have different keys but may be one thing."""

    table: str = _table()
    record_id: str = _record_id()
    same_as_id: str = column(
        ("Same as", "Trùng với"),
        ("The id of the other record in the same table.", "Mã của bản ghi kia trong cùng bảng."),
        example="ct-26-tw-2018",
        term="schema:sameAs",
        pattern=ID_PATTERN,
    )
    basis: str = column(
        ("Basis", "Căn cứ"),
        ("What speaks for it.", "Điều gì cho thấy như vậy."),
        example="same number and symbol",
    )


class Flag(Row):
    """Something doubtful about a page or a record: a fault of the world, never of the package."""

    flag_id: str = identifier(
        ("Flag id", "Mã cảnh báo"),
        ("Article, code and record.", "Bài viết, mã cảnh báo và bản ghi."),
        example="lang-son-toa-an-2021.date_doubtful",
    )
    article_id: str = reference(
        "articles.article_id",
        ("Article", "Bài viết"),
        ("The page on which it showed.", "Trang có dấu hiệu này."),
        example="lang-son-toa-an-2021",
    )
    table: str = _table()
    record_id: str = _record_id()
    code: str = column(
        ("Code", "Mã"),
        ("What is doubtful.", "Điều đáng ngờ."),
        example="date_doubtful",
        codes="flag_code",
    )
    message: str = column(
        ("Message", "Nội dung"),
        ("The doubt in words, with the values concerned.", "Diễn giải, kèm các giá trị liên quan."),
        example="The date at the top of the page lies years after what the text tells of.",
    )
