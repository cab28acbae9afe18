"""What every record model shares: frozen rows, and columns documented in two languages.

Not for: any particular table.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined


class Row(BaseModel):
    """A row of a published table. Frozen; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def column(
    title: tuple[str, str],
    description: tuple[str, str],
    *,
    example: Any,
    default: Any = PydanticUndefined,
    when: str = "",
    unit: str = "",
    term: str = "",
    codes: str = "",
    references: str = "",
    minimum: float | None = None,
    pattern: str | None = None,
) -> Any:
    """A column with its documentation; `title` and `description` are (English, Vietnamese).

    `when` says under which condition an optional value is there, `term` is the matching term of an
    outside vocabulary as `prefix:name` (`records/terms.py`), `codes` the code list of its values,
    `references` the `table.column` that it points to.
    """
    extra = {
        "title_vi": title[1],
        "description_vi": description[1],
        "when": when,
        "unit": unit,
        "term": term,
        "codes": codes,
        "references": references,
    }
    return Field(
        default,
        title=title[0],
        description=description[0],
        examples=[example],
        ge=minimum,
        pattern=pattern,
        json_schema_extra={f"x-{name}": value for name, value in extra.items() if value},
    )


ID_PATTERN = r"^[a-z0-9][a-z0-9._-]*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"


def identifier(title: tuple[str, str], description: tuple[str, str], *, example: str) -> Any:
    """The column that names a row: readable ASCII, the same on every machine."""
    return column(
        title, description, example=example, term="dcterms:identifier", pattern=ID_PATTERN
    )


def reference(
    to: str,
    title: tuple[str, str],
    description: tuple[str, str],
    *,
    example: str,
    default: Any = PydanticUndefined,
    when: str = "",
    term: str = "",
) -> Any:
    """A column that names a row of another table; `to` is `table.column`."""
    return column(
        title,
        description,
        example=example,
        default=default,
        when=when,
        term=term,
        references=to,
        pattern=ID_PATTERN,
    )


def article_reference() -> Any:
    """The page that a row was read from."""
    return reference(
        "articles.article_id",
        ("Article", "Bài viết"),
        ("The page that this was read from.", "Trang mà giá trị này được đọc từ đó."),
        example="lao-cai-toa-an-2023",
        term="prov:hadPrimarySource",
    )


def start() -> Any:
    """Where a quote begins."""
    return column(
        ("Start", "Vị trí đầu"),
        (
            "Where the quoted characters begin in the page's text.",
            "Vị trí ký tự đầu của đoạn trích trong văn bản của trang.",
        ),
        example=647,
        unit="code points",
        term="oa:start",
        minimum=0,
    )


def end() -> Any:
    """Where a quote ends."""
    return column(
        ("End", "Vị trí cuối"),
        (
            "Where the quoted characters end (exclusive) in the page's text.",
            "Vị trí ngay sau ký tự cuối của đoạn trích trong văn bản của trang.",
        ),
        example=657,
        unit="code points",
        term="oa:end",
        minimum=0,
    )


def quote() -> Any:
    """The quoted characters."""
    return column(
        ("Quote", "Trích dẫn"),
        (
            "The page's own characters from start to end, at most 300.",
            "Nguyên văn các ký tự của trang từ vị trí đầu đến vị trí cuối, tối đa 300.",
        ),
        example="Chỉ thị 26",
        term="oa:exact",
    )
