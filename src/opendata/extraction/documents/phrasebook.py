"""Many known phrases, to be looked up at a place of a text: a tree of words instead of a pattern.

A pattern of some thousand names takes a tenth of a second to compile, the tree a few thousandths.
Not for: finding where on a page a phrase may begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from opendata.extraction.view import Span

_Tree: TypeAlias = "dict[str, _Tree]"

_WORD = re.compile(r"[^ \n]+")
_BLANK = re.compile(r" {1,2}(?=[^ \n])")
_INNER_END = re.compile(r"\W")
_ENDS = ""  # the key that says that a phrase may end here


class Phrasebook:
    """Known phrases; `form` gives the form in which their words are compared."""

    def __init__(self, phrases: Iterable[str], form: Callable[[str], str] = str) -> None:
        self._form = form
        self._tree: _Tree = {}
        for phrase in phrases:
            node = self._tree
            for word in phrase.split():
                node = node.setdefault(form(word), {})
            node[_ENDS] = {}

    def match(self, text: str, at: int = 0, limit: int | None = None) -> Span | None:
        """The longest phrase that begins at `at` and that no letter or digit goes on after."""
        start, end, node = at, at, self._tree
        limit = len(text) if limit is None else limit
        while found := _WORD.match(text, at, limit):
            rest = node.get(self._form(found[0]))
            if rest is not None and _ENDS in rest:
                end = at + len(found[0].rstrip(","))
            elif not found[0].isalnum():
                size = self._last(node, found[0])
                end = at + size if size else end
            blank = _BLANK.match(text, found.end(), limit)
            if rest is None or blank is None:
                break
            node, at = rest, blank.end()
        return Span(start, end) if end > start else None

    def _last(self, node: _Tree, word: str) -> int:
        """How many characters of a word end a phrase: 2 of `an,` in `Công an,`; 0 where none do."""
        for size in reversed([found.start() for found in _INNER_END.finditer(word)]):
            rest = node.get(self._form(word[:size]))
            if rest is not None and _ENDS in rest:
                return size
        return 0
