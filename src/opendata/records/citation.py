"""Citation: a mention of one specific document on a page. Not for: the document (Directive)."""

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


class Citation(Row):
    """A mention of a document: the document word with number and symbol, or its name."""

    citation_id: str = identifier(
        ("Citation id", "Mã dẫn chiếu"),
        ("The mention: article and offset.", "Lần nhắc đến: bài viết và vị trí."),
        example="lao-cai-toa-an-2023.c647",
    )
    article_id: str = article_reference()
    directive_id: str = reference(
        "directives.directive_id",
        ("Directive", "Văn bản"),
        ("The document that is cited.", "Văn bản được dẫn."),
        example="ct-26-tw-2018",
        term="schema:citation",
    )
    form: str = column(
        ("Form", "Hình thức"),
        ("How the document is cited.", "Văn bản được dẫn bằng cách nào."),
        example="numbered",
        codes="citation_form",
    )
    as_written: str = column(
        ("As written", "Như đã viết"),
        (
            "The citation as the page writes it: NFC, blanks folded.",
            "Dẫn chiếu như trang viết: dạng NFC, gộp khoảng trắng.",
        ),
        example="Chỉ thị 26",
    )
    repairs: tuple[str, ...] = column(
        ("Repairs", "Chỗ đã sửa"),
        (
            "What was mended to reach the canonical number and symbol, as a JSON array.",
            "Những chỗ đã sửa để có số và ký hiệu chuẩn, dạng mảng JSON.",
        ),
        example=["separator"],
        default=(),
        when="something was mended",
    )
    pinpoint: str | None = column(
        ("Pinpoint", "Điều khoản"),
        ("Article, clause or point of the document.", "Điều, khoản, điểm của văn bản."),
        example="khoản 3 Điều 12",
        default=None,
        when="the page gives one",
    )
    start: int = start()
    end: int = end()
    quote: str = quote()
