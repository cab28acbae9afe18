"""Tasks that a document or an event sets: lists of them, and what a leader asks for.

Not for: how a list is written (`task_lists`), how one asks (`requests`), what sets a task
(`setters`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from opendata.extraction.imperatives import first_order
from opendata.extraction.mentions import Block, Citation, Event, Person, Task
from opendata.extraction.names import UPPER
from opendata.extraction.page import Page
from opendata.extraction.requests import ASKING, Request, find_request
from opendata.extraction.sentences import sentences
from opendata.extraction.setters import Setter, Setters, find_setters
from opendata.extraction.task_lists import begins_list, clauses, list_items, shortened
from opendata.extraction.view import Span

_BLOCKS = frozenset(("lead", "body", "subheading"))
_SIGNS_OF_TASKS = (*ASKING, "Yêu cầu", "Đề nghị", "nhiệm vụ", "giải pháp", "nội dung")
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:nhiệm vụ|giải pháp|nội dung|vấn đề|công việc|yêu cầu|việc sau)[^.:;\n]{0,60}"
    r"(?::|\.?$)"
)
_AND = re.compile(
    r"(?:[Đđ]ồng thời|[Cc]ùng với đó|[Bb]ên cạnh đó|[Nn]goài ra|[Tt]rong đó|[Đđ]ặc biệt|"
    r"[Tt]rước mắt|[Mm]ặt khác|[Ss]ong song với đó)(?: là)?,? "
)
# "Thực hiện tốt một số nhiệm vụ sau" only announces tasks.
_NO_TASK = re.compile(
    r"[\w ,]{1,60} (?:một số|những|các|\d+)(?: nhóm)? "
    r"(?:nhiệm vụ|vấn đề|nội dung|giải pháp|công việc)(?:, \w+ \w+)?(?: trọng tâm| sau(?: đây)?)*"
)
# Who can be asked: several, each, all, or someone with a name; never a clause of its own.
_SOMEONE = re.compile(
    r"(?:[Cc]ác|[Tt]ừng|[Mm]ỗi|[Mm]ọi|[Tt]oàn|[Hh]ai|[Mm]ột số|[Nn]hững|[Tt]ỉnh|[Hh]uyện|[Xx]ã|"
    r"[Đđ]ơn vị|[Cc]ơ quan|[Ll]ực lượng|[Cc]án bộ|[Đđ]ảng viên|[Cc]ấp ủy|[Cc]hính quyền|[Nn]gành|"
    r"[Đđ]ịa phương|[Đđ]ồng chí|[Đđ]ảng ủy|[Bb]an|[Ss]ở)(?!\w)"
    rf"|[^,]*? [{UPPER}]|[{UPPER}]{{2}}"
)
_CLAUSE = re.compile(
    r"(?<!\w)(?:là|cũng|đã|đang|sẽ|gồm|để|được|vào|nhằm|nhưng|mà|do|từ|theo|nếu|khi|đó|bởi|vì)(?!\w)"
    r"|^(?:[Cc]ông tác|[Qq]uá trình|[Vv]iệc|[Tt]rong|[Vv]ề|[Vv]ới|[Tt]rên cơ sở|[Nn]ăm) "
)
_SUBJECT_AT_MOST = 140
_LIST_AT_MOST = 200  # blocks that a list may run over


@dataclass(frozen=True, slots=True)
class _Draft:
    """A task before it is counted and shortened."""

    setter: Setter
    span: Span
    assignee: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A block with those after it, into which a list may run on."""

    page: Page
    setters: Setters
    blocks: Sequence[Block]

    @property
    def text(self) -> str:
        return self.page.view.text

    @property
    def span(self) -> Span:
        return self.blocks[0].span

    def assignee(self, span: Span | None) -> str:
        """The page's words for who is asked; none where they name no one."""
        words = self.page.view.value(span).strip(' ,:"') if span else ""
        return words if _SOMEONE.match(words) and not _CLAUSE.search(words) else ""


def find_tasks(
    page: Page,
    citations: Sequence[Citation],
    events: Sequence[Event],
    persons: Sequence[Person],
) -> tuple[Task, ...]:
    """The tasks of a page in page order, numbered on within what sets them."""
    counts: Counter[Setter] = Counter()
    tasks = []
    for draft in _drafts(page, find_setters(page, citations, events, persons)):
        counts[draft.setter] += 1
        tasks.append(
            Task(
                ordinal=counts[draft.setter],
                span=shortened(page.view.text, draft.span),
                citation=draft.setter.citation,
                event=draft.setter.event,
                assignee=draft.assignee,
            )
        )
    return tuple(tasks)


def _drafts(page: Page, setters: Setters) -> Iterator[_Draft]:
    text = page.view.text
    blocks = [block for block in page.blocks if block.kind in _BLOCKS]
    signs = [sign for sign in _SIGNS_OF_TASKS if sign in text]
    done = 0
    for place, block in enumerate(blocks):
        if not any(text.find(sign, *block.span) >= 0 for sign in signs):
            continue
        for draft in _of_paragraph(
            _Paragraph(page, setters, blocks[place : place + _LIST_AT_MOST])
        ):
            if done <= draft.span.start < draft.span.end:
                done = draft.span.end
                yield draft


def _of_paragraph(paragraph: _Paragraph) -> Iterator[_Draft]:
    """The tasks of each sentence: listed, asked for, or asked for on top of the ones before."""
    asked: _Draft | None = None
    done = 0
    for sentence in sentences(paragraph.text, paragraph.span):
        if sentence.start < done:
            continue
        request = find_request(paragraph.text, sentence)
        drafts = _listed(paragraph, sentence, request)
        if not drafts and request is not None:
            drafts = _requested(paragraph, sentence, request)
            asked = drafts[0] if drafts else None
        elif not drafts and asked is not None:
            drafts = _clauses(paragraph, sentence, asked)
            asked = asked if drafts else None
        if drafts:
            done = drafts[-1].span.end
        yield from (one for one in drafts if not _NO_TASK.fullmatch(paragraph.text, *one.span))


def _listed(paragraph: _Paragraph, sentence: Span, request: Request | None) -> list[_Draft]:
    """The items of a list of tasks that the sentence announces."""
    text = paragraph.text
    announces = _ANNOUNCES.search(text, *sentence)
    if announces is None:
        return []
    start = announces.end()
    if text[start - 1] != ":" and not begins_list(text, start):
        return []
    items = list_items(text, start, paragraph.blocks)
    if len(items) < 2:
        return []
    if request is not None and request.verb <= announces.start():
        setter = paragraph.setters.of_request(paragraph.span, sentence, request.verb)
    else:
        setter = paragraph.setters.of_list(sentence, announces.start())
    if setter is None:
        return []
    assignee = paragraph.assignee(request.assignee) if request else ""
    return [_Draft(setter, item, assignee) for item in items]


def _requested(paragraph: _Paragraph, sentence: Span, request: Request) -> list[_Draft]:
    """What is asked for in a sentence, clause by clause."""
    setter = paragraph.setters.of_request(paragraph.span, sentence, request.verb)
    if setter is None:
        return []
    first = next(clauses(paragraph.text, Span(request.content, sentence.end)))
    draft = _Draft(setter, first, paragraph.assignee(request.assignee))
    return _clauses(paragraph, Span(first.end, sentence.end), draft, [draft])


def _clauses(
    paragraph: _Paragraph, span: Span, asked: _Draft, before: Sequence[_Draft] = ()
) -> list[_Draft]:
    """`before` and what the clauses of `span` ask for on top; a clause without a verb goes on."""
    drafts = list(before)
    for clause in clauses(paragraph.text, span):
        further = _further(paragraph, clause, asked)
        if further is not None:
            drafts.append(further)
        elif not drafts:
            return []
        elif clause.end > clause.start:
            drafts[-1] = replace(drafts[-1], span=Span(drafts[-1].span.start, clause.end))
    return drafts


def _further(paragraph: _Paragraph, clause: Span, asked: _Draft) -> _Draft | None:
    """A clause as a task, of the same assignee where it names no other; None where it is none."""
    linked = _AND.match(paragraph.text, *clause)
    start = linked.end() if linked else clause.start
    if paragraph.setters.begins_citation(start):
        return None
    order = first_order(paragraph.text, start, min(clause.end, start + _SUBJECT_AT_MOST))
    if order is None:
        return None
    content, subject_end = order
    assignee = asked.assignee
    if subject_end > start:
        assignee = paragraph.assignee(Span(start, subject_end))
        if not assignee:
            return None
    return _Draft(asked.setter, Span(content, clause.end), assignee)
