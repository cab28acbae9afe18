"""Task: something that a document or an event asks to be done. Not for: who did it."""

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


class Task(Row):
    """A task set by a directive or at an event; exactly one of the two is given."""

    task_id: str = identifier(
        ("Task id", "Mã nhiệm vụ"),
        ("The mention: article and offset.", "Lần nhắc đến: bài viết và vị trí."),
        example="thai-nguyen-de-an-2022.t1207",
    )
    directive_id: str | None = reference(
        "directives.directive_id",
        ("Directive", "Văn bản"),
        ("The document that sets it.", "Văn bản giao nhiệm vụ."),
        example="da-10-tu-thai-nguyen",
        default=None,
        when="a document sets it",
    )
    event_id: str | None = reference(
        "events.event_id",
        ("Event", "Sự kiện"),
        ("The event at which it was set.", "Sự kiện nơi nhiệm vụ được giao."),
        example="conference-bac-kan-9a8b7c6d",
        default=None,
        when="it was set at an event",
    )
    ordinal: int = column(
        ("Ordinal", "Thứ tự"),
        ("Its place among the tasks set together.", "Thứ tự trong nhóm nhiệm vụ."),
        example=1,
        minimum=1,
    )
    text: str = column(
        ("Text", "Nội dung"),
        (
            "The task in the page's words, at most 300.",
            "Nhiệm vụ theo lời trang, tối đa 300 ký tự.",
        ),
        example="tăng cường hợp tác quốc tế về tư pháp",
        term="schema:text",
    )
    assignee: str | None = column(
        ("Assignee", "Bên được giao"),
        ("Who is asked.", "Ai được giao."),
        example="các thành viên Ban Chỉ đạo",
        default=None,
        when="the page says so",
        term="schema:agent",
    )
    article_id: str = article_reference()
    start: int = start()
    end: int = end()
    quote: str = quote()
