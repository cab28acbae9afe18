"""The verbs that what is to be done begins with: `tăng cường`, `tiếp tục`, `rà soát`.

Vietnamese verbs do not inflect: an order is known by its place, at the start of a sentence or after
whoever is asked. Not for: who asks whom (`requests`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.patterns import any_of

_MUST = re.compile(r"(?<!\w)(?:cần|phải) (?:phải )?")
_BREAK = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class _Verbs:
    """`inside` finds a verb that a task begins with, in small letters, wherever it stands; a word
    that also names bodies and trades is one for certain only before certain words. `opening`
    matches any of them where a task may begin."""

    inside: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def _verbs(authority: Authority) -> _Verbs:
    cues = authority.cues_by_category
    verbs, nouns = cues["imperative"], cues["imperative_or_noun"]
    return _Verbs(
        inside=re.compile(
            rf"(?<!\w)(?:(?:{any_of(verbs)})(?= \w)"
            rf"|(?:{any_of(nouns)})(?= (?:{any_of(cues['after_imperative'])})(?!\w)))"
        ),
        opening=re.compile(rf"(?:{any_of((*verbs, *nouns))})(?=,? \w)"),
    )


def begins_task(text: str, start: int, authority: Authority) -> bool:
    """Whether an order begins at `start`, with a capital or without."""
    words = text[start : start + 40]
    return _verbs(authority).opening.match(words[:1].lower() + words[1:]) is not None


def first_order(text: str, start: int, end: int, authority: Authority) -> tuple[int, int] | None:
    """Where the first order after `start` begins, and where the words before it end.

    `các đơn vị cần tập trung ...` orders after `cần`; `các đơn vị tập trung ...` at its verb.
    """
    if begins_task(text, start, authority):
        return start, start
    verb = _verbs(authority).inside.search(text, start, end)
    must = _MUST.search(text, start, end)
    if must and (verb is None or not _BREAK.search(text, verb.start(), must.start())):
        return must.end(), must.start()
    return (verb.start(), verb.start()) if verb else None
