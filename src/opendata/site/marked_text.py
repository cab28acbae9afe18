"""A page's text as HTML in which every span that was read is marked, nested as the spans lie.

Marks are links to the line of the record that was read there; the words between the tags are the
text, character for character. Not for: which spans there are, or what the record says (`items`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from opendata.site.markup import escaped

# Signs that a page may not hold are shown by their pictures, so that none is lost.
PICTURES = (
    {n: 0x2400 + n for n in set(range(32)) - set(map(ord, "\t\n\r"))}
    | {127: 0x2421}
    | dict.fromkeys(range(128, 160), 0xFFFD)
)
_DEPTH = 12  # nested deeper, a mark is a bare anchor, so that time stays linear


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a text, and the line of the record they lead to.

    `family` is the CSS class of the kind of thing; `rank` tells which of several spans of the same
    characters gives the colour and the link (the lowest).
    """

    start: int
    end: int
    family: str
    rank: int
    line: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a page's text that begins at character `start`."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the page; `kind` is its CSS classes."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    lines: tuple[str, ...]


def mark_id(start: int, end: int) -> str:
    """The id of the mark of these characters, the same in every build."""
    return f"m{start}-{end}"


def fragments(quotes: Iterable[tuple[int, str]]) -> list[Fragment]:
    """What quotes say of a text, each (start, characters): quotes that overlap become one."""
    found: list[Fragment] = []
    for start, quote in sorted(quotes):
        last = found[-1] if found else None
        if last is None or start >= last.end:
            found.append(Fragment(start, quote))
        else:
            found[-1] = Fragment(last.start, last.text + quote[max(last.end - start, 0) :])
    return found


def marked(fragment: Fragment, spans: Iterable[Span], blocks: Sequence[Block]) -> str:
    """The fragment as HTML paragraphs, one a block, with the spans marked.

    Spans that do not lie within the fragment are left out. Time is linear in text and spans.
    """
    writer = _Writer(fragment)
    marks = _merged(span for span in spans if _is_within(span, fragment))
    for block in _blocks(fragment, blocks, marks):
        writer.block(block, marks)
    return "".join(writer.out)


def _is_within(span: Span, fragment: Fragment) -> bool:
    return fragment.start <= span.start < span.end <= fragment.end


def _merged(spans: Iterable[Span]) -> list[_Mark]:
    """One mark for all spans of the same characters, in the order in which they open."""
    same: dict[tuple[int, int], list[Span]] = {}
    for span in spans:
        same.setdefault((span.start, -span.end), []).append(span)
    found = []
    for (start, end), those in sorted(same.items()):
        ranked = sorted(those, key=lambda one: one.rank)
        lines = tuple(dict.fromkeys(one.line for one in ranked))
        found.append(_Mark(start, -end, ranked[0].family, lines))
    return found


def _blocks(fragment: Fragment, blocks: Sequence[Block], marks: Sequence[_Mark]) -> list[Block]:
    """Blocks that cover the fragment without a gap; of blocks that overlap the first counts.

    Blanks between two paragraphs are a block of no kind, unless a mark begins there.
    """
    opening = {mark.start for mark in marks}
    found: list[Block] = []
    at = fragment.start

    def rest(until: int) -> None:
        words = fragment.text[at - fragment.start : until - fragment.start]
        first = at + len(words) - len(words.lstrip())
        last = max(first, until - len(words) + len(words.rstrip()))
        for start, end, kind in ((at, first, ""), (first, last, "rest"), (last, until, "")):
            if start < end:
                blank = not kind and opening.isdisjoint(range(start, end))
                found.append(Block(start, end, "" if blank else "b-rest"))

    for block in sorted(blocks, key=lambda one: (one.start, one.end)):
        start, end = max(block.start, at), min(block.end, fragment.end)
        if start < end:
            rest(start)
            found.append(Block(start, end, block.kind))
            at = end
    rest(fragment.end)
    return found


class _Writer:
    """Writes block after block, and keeps which marks are open at `at`."""

    def __init__(self, fragment: Fragment) -> None:
        self.fragment = fragment
        self.out: list[str] = []
        self.at = fragment.start
        self.open: list[_Mark] = []
        self.next = 0  # the first mark that is not yet opened
        self.linked: set[_Mark] = set()

    def block(self, block: Block, marks: Sequence[_Mark]) -> None:
        if not block.kind:
            self.out.append(f'<span class="w">{self._text(block.end)}</span>')
            self._pass(block.end)
            return
        self.out.append(f'<p class="b {escaped(block.kind)}">')
        for mark in self.open:
            self.out.append(_again(mark))
        while self.next < len(marks) and marks[self.next].start < block.end:
            mark = marks[self.next]
            self._close(mark.start)
            self._words(mark.start)
            self._open(mark)
            self.next += 1
        self._close(block.end)
        self._words(block.end)
        self.out.append("</span>" * len(self.open) + "</p>")

    def _open(self, mark: _Mark) -> None:
        name = mark_id(mark.start, mark.end)
        if len(self.open) >= _DEPTH:
            self.out.append(f'<span id="{name}"></span>')
            return
        self.out.append(f'<span class="m {mark.family}" id="{name}">')
        self.open.append(mark)

    def _close(self, until: int) -> None:
        """Closes the marks that end by then; one that lies across another is opened again."""
        while self.open and (end := min(mark.end for mark in self.open)) <= until:
            self._words(end)
            first = next(at for at, mark in enumerate(self.open) if mark.end == end)
            above = [mark for mark in self.open[first:] if mark.end > end]
            self.out.append("</span>" * (len(self.open) - first))
            self.out += [_again(mark) for mark in above]
            self.open[first:] = above

    def _pass(self, until: int) -> None:
        """Marks that end within blanks between paragraphs have no more words."""
        self.open = [mark for mark in self.open if mark.end > until]

    def _words(self, until: int) -> None:
        blank = not self.fragment.text[
            self.at - self.fragment.start : until - self.fragment.start
        ].strip()
        words = self._text(until)
        if not self.open or blank:  # a link has a name
            self.out.append(words)
            return
        mark = self.open[-1]
        first = mark not in self.linked
        self.linked.add(mark)
        more = f' aria-describedby="{" ".join(mark.lines[:3])}"' if first else ' tabindex="-1"'
        self.out.append(f'<a href="#{mark.lines[0]}"{more}>{words}</a>')

    def _text(self, until: int) -> str:
        begin = self.fragment.start
        words = self.fragment.text[self.at - begin : until - begin]
        self.at = max(self.at, until)
        return escaped(words.translate(PICTURES))


def _again(mark: _Mark) -> str:
    name = mark_id(mark.start, mark.end)
    return f'<span class="m {mark.family} again" data-of="{name}">'
