"""Who asks whom to do what: `đồng chí X yêu cầu các cấp ủy tiếp tục rà soát ...`.

Not for: lists of tasks (`task_lists`), which event or document they belong to (`tasks`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of, capital_or_not
from opendata.extraction.people.names import UPPER
from opendata.extraction.tasks.imperatives import first_order
from opendata.extraction.view import Span
from opendata.extraction.words import words_of

# Before and after a word of asking that is a noun; the reference data has more of both.
_BEFORE_NOUN = words_of(
    "theo các những của số nhiều mọi có với về được bị đúng do từ này đó điều ra"
)
_AFTER_NOUN = ("và", "của", "về", "đối với", "này", "trong", "như")
_WHEN = re.compile(r",? ?(?:(?:trong |vào )?thời gian (?:tới|này|còn lại)|trước mắt|đồng thời),? ?")
# Before who is asked, of what is asked.
_WHAT = ("rằng", "thêm", "việc", "một số", "những", "các", "trọng tâm")
_ASKED_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Request:
    """Someone asks at `verb`; what is asked begins at `content`, of `assignee` where it is said."""

    verb: int
    content: int
    assignee: Span | None


@dataclass(frozen=True, slots=True)
class _Words:
    """`asks` finds a verb of asking, its group `stresses` one that asks only where it names a task
    (`tasks`); it is a noun after `before_noun` or before `after_noun`. `petitioners` are parties,
    citizens and courts, who ask too, but set nobody a task. `not_asked` are words for what is
    asked, before who is asked."""

    asks: re.Pattern[str]
    before_noun: frozenset[str]
    after_noun: re.Pattern[str]
    petitioners: re.Pattern[str]
    tasks: re.Pattern[str]
    not_asked: re.Pattern[str]


@cache
def _words(authority: Authority) -> _Words:
    cues = authority.cues_by_category
    return _Words(
        asks=re.compile(
            rf"(?<!\w)(?:{capital_or_not(cues['request'])}|(?P<stresses>{any_of(cues['stress'])}))"
            r"(?=[ ,:])"
        ),
        before_noun=_BEFORE_NOUN | frozenset(cues["before_request_noun"]),
        after_noun=re.compile(rf" {any_of((*_AFTER_NOUN, *cues['request_noun']))}(?!\w)"),
        petitioners=re.compile(rf"{capital_or_not(cues['petitioner'])}(?!\w)|[Đđ]ại biểu [A-ZĐ]"),
        tasks=re.compile(rf"(?<!\w){any_of(('cần', 'phải', *cues['task']))}[ ,:]"),
        not_asked=re.compile(rf"(?:[ ,:]|{any_of((*_WHAT, *cues['task']))})+(?=[{UPPER}])|[ ,:]+"),
    )


def find_request(text: str, sentence: Span, authority: Authority) -> Request | None:
    """The first request of a sentence that may set a task."""
    words = _words(authority)
    for asks in words.asks.finditer(text, *sentence):
        if not _is_verb(text, sentence, asks, words):
            continue
        if words.petitioners.search(text, max(sentence.start, asks.start() - 60), asks.start()):
            continue
        end = min(sentence.end, asks.end() + _ASKED_AT_MOST)
        if asks["stresses"] and not words.tasks.search(text, asks.end(), end):
            continue
        start = asks.end() + len(text[asks.end() : end]) - len(text[asks.end() : end].lstrip(" ,:"))
        order = first_order(text, start, end, authority)
        if order is not None:
            return Request(asks.start(), order[0], _assignee(text, asks.end(), order[1], words))
    return None


def _is_verb(text: str, sentence: Span, asks: re.Match[str], words: _Words) -> bool:
    before = text[max(sentence.start, asks.start() - 12) : asks.start()].lower().split()
    if before and (before[-1] in words.before_noun or before[-1].isdecimal()):
        return False
    return not words.after_noun.match(text, asks.end())


def _assignee(text: str, start: int, end: int, words: _Words) -> Span | None:
    """The words between asking and what is asked, without when and what kind."""
    while skipped := _WHEN.match(text, start, end) or words.not_asked.match(text[start:end]):
        start += len(skipped[0])
    limit = text.find(" theo chức năng", start, end)
    end = limit if limit >= 0 else end
    stop = start + len(text[start:end].rstrip(" ,:"))
    return Span(start, stop) if stop > start else None
