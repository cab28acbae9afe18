"""A report as text for a terminal or a log: by table, type of error and column.

However many errors there are, a few examples stand for all of a kind. Not for: parsing (`json`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opendata.validation.reports.found import Group, Result
from opendata.validation.reports.messages import Language, count, message, say, show_number
from opendata.validation.reports.show import (
    EXAMPLES,
    by_table,
    describe,
    examples,
    one_line,
    show_count,
    show_known,
    verdict,
    warning_kinds,
)

_STYLES = {"red": "31", "green": "32", "yellow": "33", "bold": "1", "dim": "2"}


def render_results(results: Sequence[Result], lang: Language, color: bool = False) -> str:
    """One after the other; each begins with its name where there are several."""
    shown = []
    for result in results:
        head = [_paint(one_line(result.package), "bold", color)] if len(results) > 1 else []
        shown.append("\n".join([*head, *_lines(result, lang, color)]))
    return "\n\n".join(shown)


def _lines(result: Result, lang: Language, color: bool) -> Iterator[str]:
    for resource, groups in by_table(result.groups).items():
        name = resource or say(lang, "package")
        yield _paint(f"{one_line(name)} ({one_line(groups[0].file)})", "bold", color)
        for group in groups:
            yield from _group(group, lang, color)
    if result.left_out:
        yield _paint(count(lang, result.left_out, "left_out"), "dim", color)
    yield from _warnings(result.warnings, lang, color)
    if result.fixed:
        total = sum(one.count for one in result.fixed)
        yield _paint(count(lang, total, "fixed"), "green", color)
        yield from _some([show_known(one) for one in result.fixed], "more", lang, total, color)
    yield _paint(verdict(result, lang), "green" if result.passed else "red", color)


def _group(group: Group, lang: Language, color: bool) -> Iterator[str]:
    told = message(group.type, lang)
    known = group.known == group.count
    number = _paint(show_count(group, lang), "dim" if known else "red", color)
    at = f" [{one_line(group.field)}]" if group.field else ""
    yield f"  {group.type}{at}: {number}  {told.title}"
    shown = () if known else examples(group)
    for fault in shown:
        place = _paint(one_line(fault.place), "dim", color)
        yield f"    {place}  {describe(fault, lang)}".rstrip()
    if shown and group.count - group.known > len(shown):
        yield _more("more", group.count - group.known - len(shown), lang, color)
    if told.hint and not known:
        yield f"    → {told.hint}"


def _warnings(warnings: Sequence[str], lang: Language, color: bool) -> Iterator[str]:
    if not warnings:
        return
    yield _paint(count(lang, len(warnings), "warning"), "yellow", color)
    for kind, found in warning_kinds(warnings, lang).items():
        yield f"  {one_line(kind)}: {show_number(lang, len(found))}"
        yield from _some(found, "more_warnings", lang, len(found), color)


def _some(
    lines: Sequence[str], word: str, lang: Language, total: int, color: bool
) -> Iterator[str]:
    yield from (f"    {one_line(one)}" for one in lines[:EXAMPLES])
    if len(lines) > EXAMPLES:
        yield _more(word, total - EXAMPLES, lang, color)


def _more(word: str, number: int, lang: Language, color: bool) -> str:
    return _paint(f"    {say(lang, word, n=show_number(lang, number))}", "dim", color)


def _paint(text: str, style: str, color: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text
