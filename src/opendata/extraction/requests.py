"""Who asks whom to do what: `đồng chí X yêu cầu các cấp ủy tiếp tục rà soát ...`.

Not for: lists of tasks (`task_lists`), which event or document they belong to (`tasks`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from opendata.extraction.imperatives import first_order
from opendata.extraction.names import UPPER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

ASKING = ("yêu cầu", "đề nghị", "nhấn mạnh", "lưu ý")
"""The verbs of asking; `Yêu cầu`, `Đề nghị` may begin a sentence."""

_ASKS = re.compile(r"(?<!\w)(?:[Yy]êu cầu|[Đđ]ề nghị|nhấn mạnh|lưu ý)(?=[ ,:])")
_NOUN_BEFORE = words_of(
    "theo các những của nêu số nhiều mọi có dung đơn bản ứng với về được bị đúng do từ phần nhận "
    "xét xem này đó kiến hợp vụ trình điều mục ra chấp"
)
_NOUN_AFTER = re.compile(
    r" (?:và|của|về|khởi kiện|phản tố|đặt ra|nhiệm vụ|đối với|kỹ thuật|cao|này|công tác|trong|như|"
    r"phát triển|thực tiễn|truy tố|mức án|tuyên|hủy|xét xử|bồi thường|khen thưởng)(?!\w)"
)
# Parties, citizens and courts ask too, but set nobody a task.
_PETITIONERS = re.compile(
    r"[Cc]ử tri|[Nn]gười dân|[Ll]uật sư|[Bb]ị (?:cáo|hại|đơn|can)|[Nn]guyên đơn|[Đđ]ương sự|"
    r"[Dd]oanh nghiệp|[Cc]ông ty|VKS|[Kk]iểm sát viên|HĐXX|[Hh]ội đồng xét xử|[Ýý] kiến|[Tt]òa |"
    r"[Đđ]ại biểu [A-ZĐ]"
)
_SET = re.compile(r"(?<!\w)(?:nhiệm vụ|công việc|nội dung|vấn đề|giải pháp|cần|phải)[ ,:]")
_WHEN = re.compile(r",? ?(?:(?:trong |vào )?thời gian (?:tới|này|còn lại)|trước mắt|đồng thời),? ?")
_NOT_ASKED = re.compile(
    rf"(?:[ ,:]|rằng|thêm|việc|một số|những|các|nhiệm vụ|trọng tâm|nội dung|vấn đề|giải pháp)+"
    rf"(?=[{UPPER}])|[ ,:]+"
)
_ASKED_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Request:
    """Someone asks at `verb`; what is asked begins at `content`, of `assignee` where it is said."""

    verb: int
    content: int
    assignee: Span | None


def find_request(text: str, sentence: Span) -> Request | None:
    """The first request of a sentence that may set a task."""
    for asks in _ASKS.finditer(text, *sentence):
        if not _is_verb(text, sentence, asks):
            continue
        if _PETITIONERS.search(text, max(sentence.start, asks.start() - 60), asks.start()):
            continue
        order = _order(text, sentence, asks)
        if order is not None:
            return Request(asks.start(), order[0], _assignee(text, asks.end(), order[1]))
    return None


def _is_verb(text: str, sentence: Span, asks: re.Match[str]) -> bool:
    before = text[max(sentence.start, asks.start() - 12) : asks.start()].lower().split()
    if before and (before[-1] in _NOUN_BEFORE or before[-1].isdecimal()):
        return False
    return not _NOUN_AFTER.match(text, asks.end())


def _order(text: str, sentence: Span, asks: re.Match[str]) -> tuple[int, int] | None:
    """Where what is asked begins, and where the words for who is asked end."""
    end = min(sentence.end, asks.end() + _ASKED_AT_MOST)
    stresses = asks[0] in ("nhấn mạnh", "lưu ý")
    if stresses and not _SET.search(text, asks.end(), end):
        return None
    start = asks.end() + len(text[asks.end() : end]) - len(text[asks.end() : end].lstrip(" ,:"))
    return first_order(text, start, end)


def _assignee(text: str, start: int, end: int) -> Span | None:
    """The words between asking and what is asked, without when and what kind."""
    while skipped := _WHEN.match(text, start, end) or _NOT_ASKED.match(text[start:end]):
        start += len(skipped[0])
    limit = text.find(" theo chức năng", start, end)
    end = limit if limit >= 0 else end
    stop = start + len(text[start:end].rstrip(" ,:"))
    return Span(start, stop) if stop > start else None
