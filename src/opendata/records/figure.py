"""Figure: a quantity that a page states. Not for: dates and terms (Event, Directive)."""

from __future__ import annotations

from datetime import date

from opendata.records.base import Row, article_reference, column, end, identifier, quote, start


class Figure(Row):
    """A quantity with its unit, what it counts and the period it speaks of."""

    figure_id: str = identifier(
        ("Figure id", "Mã số liệu"),
        ("The mention: article and offset.", "Lần nhắc đến: bài viết và vị trí."),
        example="lang-son-toa-an-2021.f3282",
    )
    article_id: str = article_reference()
    value: float = column(
        ("Value", "Giá trị"),
        (
            "The quantity; the lower bound of a range. Money in đồng.",
            "Giá trị; cận dưới nếu là khoảng. Tiền tính bằng đồng.",
        ),
        example=97.6,
        term="schema:value",
    )
    value_max: float | None = column(
        ("Upper value", "Giá trị trên"),
        ("The upper bound of a range.", "Cận trên của khoảng."),
        example=3,
        default=None,
        when="the page gives a range",
        term="schema:maxValue",
    )
    denominator: float | None = column(
        ("Denominator", "Mẫu số"),
        ("What the value is out of.", "Tổng số mà giá trị được tính trên đó."),
        example=439,
        default=None,
        when='the page writes "439/439"',
    )
    unit: str = column(
        ("Unit", "Đơn vị"),
        ("What is counted or measured.", "Đối tượng được đếm hoặc đo."),
        example="percent",
        codes="unit",
        term="schema:unitText",
    )
    comparator: str = column(
        ("Comparator", "Quan hệ"),
        ("How the true quantity stands to the value.", "Quan hệ giữa số thực và giá trị."),
        example="ge",
        default="eq",
        codes="comparator",
    )
    about: str | None = column(
        ("About", "Nội dung"),
        (
            "What the figure speaks of, in the page's words.",
            "Số liệu nói về điều gì, theo lời trang.",
        ),
        example="công tác giải quyết các loại án",
        default=None,
        when="the words beside it say so",
        term="schema:measurementTechnique",
    )
    period_start: date | None = column(
        ("Period start", "Đầu kỳ"),
        ("First day of the period it speaks of.", "Ngày đầu của kỳ số liệu."),
        example="2017-01-01",
        default=None,
        when="the page names the period",
        term="schema:startDate",
    )
    period_end: date | None = column(
        ("Period end", "Cuối kỳ"),
        ("Last day of the period it speaks of.", "Ngày cuối của kỳ số liệu."),
        example="2017-12-31",
        default=None,
        when="the page names the period",
        term="schema:endDate",
    )
    target: float | None = column(
        ("Target", "Chỉ tiêu"),
        ("The target that the value is held against.", "Chỉ tiêu được đối chiếu."),
        example=90,
        default=None,
        when="the page states it or it follows from two numbers",
    )
    target_basis: str | None = column(
        ("Target basis", "Căn cứ chỉ tiêu"),
        ("Whether the target is stated or worked out.", "Chỉ tiêu được nêu hay suy ra."),
        example="derived",
        default=None,
        when="there is a target",
        codes="figure_basis",
    )
    target_formula: str | None = column(
        ("Target formula", "Cách tính chỉ tiêu"),
        ("How the target was worked out.", "Phép tính cho ra chỉ tiêu."),
        example="97.6 - 7.6",
        default=None,
        when="the target was worked out",
    )
    start: int = start()
    end: int = end()
    quote: str = quote()
