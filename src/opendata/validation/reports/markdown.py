"""A report as GitHub Markdown, for a comment on a pull request or the summary of a step.

It stays below the length that such a comment may have. Not for: all the errors (`json`, `sarif`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from opendata.validation.reports.found import Group, Result
from opendata.validation.reports.messages import Language, count, message, say, show_number
from opendata.validation.reports.show import (
    describe,
    examples,
    one_line,
    show_count,
    show_known,
    verdict,
    warning_kinds,
)

# GitHub takes 65,536 characters in a comment; Vietnamese letters count once.
_LONGEST = 60_000
_GROUPS = 40
_FIXED = 20


def render_results(results: Sequence[Result], lang: Language) -> str:
    """Each package under a heading of its own."""
    blocks = ["\n".join(_lines(result, lang)) for result in results]
    whole = "\n\n".join(blocks)
    if len(whole) <= _LONGEST:
        return whole
    return "\n\n".join(_heading(result, lang) for result in results)[:_LONGEST]


def _heading(result: Result, lang: Language) -> str:
    mark = "✅" if result.passed else "❌"
    return f"### {mark} {_code(result.package)}: {verdict(result, lang)}"


def _lines(result: Result, lang: Language) -> Iterator[str]:
    yield _heading(result, lang)
    shown = sorted(result.groups, key=lambda one: one.known == one.count)[:_GROUPS]
    if shown:
        yield ""
        yield from _table(shown, lang)
        if len(result.groups) > len(shown):
            yield ""
            yield say(lang, "shown", n=len(shown), all=len(result.groups))
        if result.left_out:
            yield from ("", count(lang, result.left_out, "left_out"))
        yield from _details(say(lang, "what_to_do"), _hints(shown, lang))
    if result.fixed:
        total = sum(one.count for one in result.fixed)
        listed = [f"- {_code(show_known(one))}" for one in result.fixed[:_FIXED]]
        yield from _details(count(lang, total, "fixed"), listed)
    if result.warnings:
        kinds = warning_kinds(result.warnings, lang).items()
        listed = [
            f"- {show_number(lang, len(found))} × {_code(one_line(found[0]))}"
            for _, found in sorted(kinds, key=lambda kind: -len(kind[1]))[:_FIXED]
        ]
        yield from _details(count(lang, len(result.warnings), "warning"), listed)


def _table(groups: Sequence[Group], lang: Language) -> Iterator[str]:
    heads = [say(lang, word) for word in ("table", "column", "fault", "count", "first")]
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|--:|---|"
    for group in groups:
        cells = (
            _code(group.resource) if group.resource else say(lang, "package"),
            _code(group.field),
            f"{_escape(message(group.type, lang).title)} ({_code(group.type)})",
            _escape(show_count(group, lang)),
            _first(group, lang),
        )
        yield f"| {' | '.join(cells)} |"


def _first(group: Group, lang: Language) -> str:
    found = examples(group, 1)
    if not found:
        return _code(group.file)
    told = describe(found[0], lang)
    return _code(found[0].place) + (f"<br>{_code(one_line(told, 160))}" if told else "")


def _hints(groups: Sequence[Group], lang: Language) -> list[str]:
    told = {group.type: message(group.type, lang) for group in groups}
    return [f"- {_code(one.type)}: {_prose(one.hint)}" for one in told.values() if one.hint]


def _details(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"<details><summary>{html.escape(title)}</summary>", "", *lines, "")
        yield "</details>"


def _code(text: str) -> str:
    """A code span in which nothing is taken for Markdown, a mention, or the end of a table cell."""
    shown = one_line(text)
    if not shown:
        return ""
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}".replace("|", "\\|")


def _prose(text: str) -> str:
    """Our own words, which name settings in code spans."""
    return html.escape(text, quote=False)


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~@#])", r"\\\1", text)
