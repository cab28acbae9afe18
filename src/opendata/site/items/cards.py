"""Cards of a record as HTML: each line with its value, and links to the words and the rule behind.

Not for: which lines there are (`lines`), or the marked text (`marked_text`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from opendata.site.items.families import rank
from opendata.site.items.index import ITEMS
from opendata.site.items.lines import Card, Line, Reason
from opendata.site.items.values import Shown, name_of
from opendata.site.marked_text import Span, mark_id
from opendata.site.markup import escaped
from opendata.site.pages import href, item_page, link

_ROW = re.compile(r"([a-z_]+)/([a-z0-9][a-z0-9._-]*)(?:: )?")
_SHOWN = 4  # quotes of one value on the page of a record; its JSON has all

BASES = {
    "text": "basis_text",
    "metadata": "basis_metadata",
    "reference": "basis_reference",
    "derived": "basis_derived",
    "correction": "basis_correction",
}


@dataclass
class Sheet:
    """Writes cards on one page, and collects the spans of the page's text that they were read
    from. `article` is the page whose text stands beside; words of other pages are quoted."""

    shown: Shown
    article: str = ""
    spans: list[Span] = field(default_factory=list)
    _lines: int = 0
    _rules: int = 0

    def cards(self, cards: Iterable[Card]) -> str:
        """All cards, those without lines left out."""
        return "".join(self.card(one) for one in cards if one.lines)

    def card(self, card: Card) -> str:
        """One card: title, lines, and the rules that its lines name."""
        rules: dict[str, int] = {}
        lines = "".join(self._line(one, rules) for one in card.lines)
        kind = f' <span class="kind">{card.kind}</span>' if card.kind else ""
        notes = "".join(
            f'<li id="w{number}" value="{number}">{self._rule(rule)}</li>'
            for rule, number in rules.items()
        )
        notes = f'<ol class="rules">{notes}</ol>' if notes else ""
        head = "h3" if self.article else "h2"  # beside a page's text there is a heading above
        return (
            f'<section class="card {card.family}"><{head}>{card.title}{kind}</{head}>'
            f"<dl>{lines}</dl>{notes}</section>"
        )

    def _line(self, line: Line, rules: dict[str, int]) -> str:
        self._lines += 1
        name = f"k{self._lines}"
        why = self._reasons(line, name, rules)
        return (
            f'<div class="v {line.family}" id="{name}"><dt>{line.label}</dt>'
            f'<dd><span class="value">{line.value}</span>{why}</dd></div>'
        )

    def _reasons(self, line: Line, name: str, rules: dict[str, int]) -> str:
        """How the value is known; reasons that name one rule in one way stand together."""
        same: dict[tuple[str, str, str], list[Reason]] = {}
        for one in line.reasons:
            same.setdefault((one.basis, one.rule, one.value), []).append(one)
        return "".join(self._group(found, line.family, name, rules) for found in same.values())

    def _group(self, found: Sequence[Reason], family: str, name: str, rules: dict[str, int]) -> str:
        first = found[0]
        here = [one for one in found if self.article and self._is_here(one)]
        self.spans += [Span(one.start, one.end, family, rank(family), name) for one in here]
        basis = self.shown.words(BASES[first.basis]) if first.basis in BASES else first.basis
        text = f' <span class="why {escaped(first.basis)}">'
        if here:
            text += "".join(
                f'<a href="#{mark_id(one.start, one.end)}">{basis if not at else at + 1}</a>'
                for at, one in enumerate(_each_once(here))
            )
        else:
            text += f"<span>{basis}</span>"
        if first.rule:
            if first.rule not in rules:
                self._rules += 1
                rules[first.rule] = self._rules
            number = rules[first.rule]
            text += f'<a class="rule" href="#w{number}">{number}</a>'
        if first.value:
            text += f' <span class="says">≠ {escaped(first.value)}</span>'
        return text + "</span>" + ("" if self.article else self._quotes(found))

    def _is_here(self, one: Reason) -> bool:
        return one.article_id == self.article and 0 <= one.start < one.end

    def _quotes(self, found: Sequence[Reason]) -> str:
        """The words, each a link to where they stand."""
        quotes = [quote_html(one, self.shown) for one in _each_once(found) if one.quote]
        more = len(quotes) - _SHOWN
        tail = f' <span class="more">+{self.shown.words.number(more)}</span>' if more > 0 else ""
        return "".join(f" {one}" for one in quotes[:_SHOWN]) + tail

    def _rule(self, rule: str) -> str:
        """A rule; the reference row that it begins with is code, and a link if it has a page."""
        match = _ROW.match(rule)
        if not match:
            return f'<span lang="en">{escaped(rule)}</span>'
        row = f"<code>{escaped(f'{match[1]}/{match[2]}')}</code>"
        if match[1] in ITEMS and match[2] in self.shown.index.one[match[1]]:
            row = link(self.shown.here, item_page(match[1], match[2]), row)
        return f'{row} <span lang="en">{escaped(rule[match.end() :])}</span>'


def quote_html(one: Reason, shown: Shown) -> str:
    """Quoted words, a link to their place on the page of their article."""
    row = shown.index.one["articles"].get(one.article_id)
    words = f"<q>{escaped(' '.join(one.quote.split()))}</q>"
    if row is None:
        return words
    there = href(shown.here, item_page("articles", one.article_id), mark_id(one.start, one.end))
    title = escaped(name_of("articles", row, shown))
    return f'<a class="quote" href="{escaped(there)}" title="{title}">{words}</a>'


def _each_once(found: Sequence[Reason]) -> list[Reason]:
    return list({(one.article_id, one.start, one.end): one for one in found}.values())
