"""The figures of a page: quantities with a unit, what they speak of and when.

Not for: number grammar (`numbers`), units (`units`), which numbers are quantities (`quantities`),
what a figure speaks of (`figure_context`), targets (`targets`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opendata.extraction.figures.figure_context import (
    about,
    period_in_brackets,
    period_of,
    reporting_periods,
    sentence_start,
)
from opendata.extraction.figures.numbers import (
    DIGITS,
    comparator_after,
    comparator_before,
    words_before,
)
from opendata.extraction.figures.quantities import (
    Quantity,
    begins_number,
    is_quantity,
    read_quantity,
)
from opendata.extraction.figures.targets import with_targets
from opendata.extraction.mentions import Citation, Figure, Time
from opendata.extraction.page import Page
from opendata.extraction.view import Span

_BLOCKS = ("headline", "kicker", "lead", "teaser", "subheading", "body", "caption")
_NO_UNIT_BEGINS = frozenset(("", *".,;:!?)]\"'…\n"))


def find_figures(
    page: Page, times: Sequence[Time], citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of headline, text and captions, in page order."""
    text = page.view.text
    scales = {row.scale: row.factor for row in page.authority.scales}
    numbered = [citation.span for citation in citations if citation.form == "numbered"]
    taken = _Taken.of([time.span for time in times], numbered)
    periods = reporting_periods(times)
    figures = []
    for block in page.spans(*_BLOCKS):
        for quantity, words in _quantities(page, block, taken, scales):
            start, end = quantity.start, quantity.end
            comparator = comparator_before(words, page.authority)
            bound = comparator_after(text, end, page.authority)
            if bound is not None and bound[1] <= block.end:
                comparator, end = bound
            numeral = quantity.numeral
            sentence = sentence_start(text, block.start, start)
            figures.append(
                Figure(
                    span=Span(start, end),
                    value=float(numeral.value),
                    unit=quantity.noun.unit.unit,
                    value_max=_float(numeral.value_max),
                    denominator=_float(numeral.denominator),
                    comparator=comparator,
                    about=about(page, block, sentence, Span(start, end), quantity.noun),
                    period=_period(text, sentence, quantity, Span(start, end), periods),
                )
            )
    return with_targets(text, tuple(figures), page.authority)


def _period(
    text: str, sentence: int, quantity: Quantity, span: Span, periods: Sequence[Time]
) -> Time | None:
    """A length of time has a period only where brackets after it say which."""
    if quantity.noun.unit.dimension == "time":
        return period_in_brackets(text, span.end, periods)
    return period_of(text, sentence, span, periods)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Stretches of a page in which a number is part of a date or a document's name."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, *spans: Iterable[Span]) -> _Taken:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(span for each in spans for span in each):
            if ends and start < ends[-1]:
                ends[-1] = max(end, ends[-1])
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def holds(self, place: int) -> bool:
        index = bisect_right(self.starts, place) - 1
        return index >= 0 and place < self.ends[index]


def _quantities(
    page: Page, block: Span, taken: _Taken, scales: Mapping[str, int]
) -> Iterator[tuple[Quantity, list[str]]]:
    """Every quantity of a block with the lower-case words before it."""
    text = page.view.text
    done = block.start
    for digits in DIGITS.finditer(text, block.start, block.end):
        start, end = digits.span()
        if text[end : end + 1] in _NO_UNIT_BEGINS or start < done or taken.holds(start):
            continue
        after_figure = start - 1 == done > block.start  # `12 tàu/30 lao động`
        if not after_figure and not begins_number(text, start, block.start):
            continue
        quantity = read_quantity(text, Span(start, end), done, scales, page.authority)
        if quantity is None or quantity.end > block.end:
            continue
        words = words_before(text, start, done)
        if is_quantity(text, quantity, words, page.authority):
            done = quantity.end
            yield quantity, words
