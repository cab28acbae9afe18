"""Tasks that a document or an event sets: lists of them, and what a leader asks for.

Not for: how a list is written (`task_lists`), how one asks (`requests`), what sets a task
(`setters`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from opendata.authority import Authority
from opendata.extraction.mentions import Block, Citation, Event, Person, Task
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_of, capital_or_not
from opendata.extraction.people.names import UPPER
from opendata.extraction.sentences import sentences
from opendata.extraction.tasks.imperatives import first_order
from opendata.extraction.tasks.requests import Request, find_request
from opendata.extraction.tasks.setters import Setter, Setters, find_setters
from opendata.extraction.tasks.task_lists import begins_list, clauses, list_items, shortened
from opendata.extraction.view import Span
from opendata.extraction.words import phrases_of

_BLOCKS = frozenset(("lead", "body", "subheading"))
# Several, each, all can be asked; so can those whom the reference data names.
_SEVERAL = phrases_of("các|từng|mỗi|mọi|toàn|hai|một số|những")
_CLAUSE = re.compile(
    r"(?<!\w)(?:là|cũng|đã|đang|sẽ|gồm|để|được|vào|nhằm|nhưng|mà|do|từ|theo|nếu|khi|đó|bởi|vì)(?!\w)"
    r"|^(?:[Cc]ông tác|[Qq]uá trình|[Vv]iệc|[Tt]rong|[Vv]ề|[Vv]ới|[Tt]rên cơ sở|[Nn]ăm) "
)
_SUBJECT_AT_MOST = 140
_LIST_AT_MOST = 200  # blocks that a list may run over


@dataclass(frozen=True, slots=True)
class _Words:
    """`signs` (of requests without the first letter, which may be a capital) stand in every block
    with tasks, `announces` before a list of them; `no_task` only
    announces some (`Thực hiện tốt một số nhiệm vụ sau`); `link` goes on to a further one.
    `someone` begins with who can be asked."""

    signs: tuple[str, ...]
    announces: re.Pattern[str]
    no_task: re.Pattern[str]
    link: re.Pattern[str]
    someone: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    tasks = cues["task"]
    return _Words(
        signs=(*(word[1:] for word in cues["request"]), *cues["stress"], *tasks),
        announces=re.compile(
            rf"(?<!\w){any_of((*tasks, 'yêu cầu', 'việc sau'))}[^.:;\n]{{0,60}}(?::|\.?$)"
        ),
        no_task=re.compile(
            rf"[\w ,]{{1,60}} (?:một số|những|các|\d+)(?: nhóm)? {any_of(tasks)}"
            r"(?:, \w+ \w+)?(?: trọng tâm| sau(?: đây)?)*"
        ),
        link=re.compile(rf"{capital_or_not(cues['task_link'])}(?: là)?,? "),
        someone=re.compile(
            rf"{capital_or_not((*_SEVERAL, *cues['assignee']))}(?!\w)"
            rf"|[^,]*? [{UPPER}]|[{UPPER}]{{2}}"
        ),
    )


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

    @property
    def words(self) -> _Words:
        return _words(self.page.authority)

    def assignee(self, span: Span | None) -> str:
        """The page's words for who is asked; none where they name no one."""
        words = self.page.view.value(span).strip(' ,:"') if span else ""
        named = self.words.someone.match(words) and not _CLAUSE.search(words)
        return words if named else ""


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
    signs = [sign for sign in _words(page.authority).signs if sign in text]
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
    no_task = paragraph.words.no_task
    for sentence in sentences(paragraph.text, paragraph.span):
        if sentence.start < done:
            continue
        request = find_request(paragraph.text, sentence, paragraph.page.authority)
        drafts = _listed(paragraph, sentence, request)
        if not drafts and request is not None:
            drafts = _requested(paragraph, sentence, request)
            asked = drafts[0] if drafts else None
        elif not drafts and asked is not None:
            drafts = _clauses(paragraph, sentence, asked)
            asked = asked if drafts else None
        if drafts:
            done = drafts[-1].span.end
        yield from (one for one in drafts if not no_task.fullmatch(paragraph.text, *one.span))


def _listed(paragraph: _Paragraph, sentence: Span, request: Request | None) -> list[_Draft]:
    """The items of a list of tasks that the sentence announces."""
    text = paragraph.text
    announces = paragraph.words.announces.search(text, *sentence)
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
    linked = paragraph.words.link.match(paragraph.text, *clause)
    start = linked.end() if linked else clause.start
    if paragraph.setters.begins_citation(start):
        return None
    end = min(clause.end, start + _SUBJECT_AT_MOST)
    order = first_order(paragraph.text, start, end, paragraph.page.authority)
    if order is None:
        return None
    content, subject_end = order
    assignee = asked.assignee
    if subject_end > start:
        assignee = paragraph.assignee(Span(start, subject_end))
        if not assignee:
            return None
    return _Draft(asked.setter, Span(content, clause.end), assignee)
