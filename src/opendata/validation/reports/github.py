"""A report as workflow commands of GitHub Actions: annotations on file and line.

GitHub shows ten errors and ten warnings of a step, so that one of each group comes first. Not for:
all the errors; the last line says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opendata.validation.reports.found import Fault, Group, Result
from opendata.validation.reports.messages import Language, count, message, say, show_number
from opendata.validation.reports.root import Root
from opendata.validation.reports.show import (
    describe,
    examples,
    one_line,
    show_count,
    verdict,
    warning_kinds,
)

# Of each kind a step may show so many.
MOST = 10


def render_results(results: Sequence[Result], lang: Language, root: Root) -> str:
    """Annotations, then the verdict of each package."""
    new = [g for result in results for g in result.groups if g.known < g.count]
    errors = list(_errors(new, lang, root))[:MOST]
    warnings = [line for result in results for line in _warnings(result, lang)]
    lines = [*errors, *warnings[:MOST]]
    total = sum(group.count - group.known for group in new)
    if total > len(errors):
        shown, of = show_number(lang, len(errors)), show_number(lang, total)
        lines.append(say(lang, "annotated", n=shown, all=of))
    for result in results:
        if result.left_out:
            lines.append(count(lang, result.left_out, "left_out"))
        lines.append(f"{one_line(result.package)}: {verdict(result, lang)}")
    return "\n".join(lines)


def _errors(groups: Sequence[Group], lang: Language, root: Root) -> Iterator[str]:
    """The first of each group, with its total; then the others."""
    picked = [(group, [f for f in examples(group, MOST) if not f.known]) for group in groups]
    for group, faults in picked:
        first = faults[0] if faults else Fault(group.type, group.resource, group.file, "", "")
        yield _annotation(group, first, show_count(group, lang), lang, root)
    for group, faults in picked:
        for fault in faults[1:]:
            yield _annotation(group, fault, "", lang, root)


def _annotation(group: Group, fault: Fault, total: str, lang: Language, root: Root) -> str:
    """`total` is empty but for the first of a group, which also says what to do."""
    told = message(group.type, lang)
    title = f"{told.title} [{one_line(group.field, 80)}]" if group.field else told.title
    text = describe(fault, lang) or told.title
    if total and told.hint:
        text += f"\n→ {told.hint}"
    if total and group.count > 1:
        title += f" × {total}"
    place = {"file": root.path(fault.file), "line": str(fault.line), "col": str(fault.column)}
    return _command("error", {**place, "title": title}, text)


def _warnings(result: Result, lang: Language) -> Iterator[str]:
    for kind, found in warning_kinds(result.warnings, lang).items():
        number = f" × {show_number(lang, len(found))}" if len(found) > 1 else ""
        yield _command("warning", {"title": f"{one_line(kind, 80)}{number}"}, one_line(found[0]))


def _command(name: str, properties: dict[str, str], text: str) -> str:
    known = {key: value for key, value in properties.items() if value not in ("", "0")}
    stated = ",".join(f"{key}={_property(value)}" for key, value in known.items())
    return f"::{name} {stated}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
