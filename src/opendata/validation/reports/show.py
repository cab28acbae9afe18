"""What the formats for people say alike: one line of a fault, the verdict, which examples to show.

Not for: a format's own layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opendata.validation.issues import shorten
from opendata.validation.reports.found import Fault, Group, Known, Result
from opendata.validation.reports.messages import (
    Language,
    count,
    say,
    show_number,
    translate_note,
    translate_warning,
)

EXAMPLES = 3
# A note of ours on a row begins with the place, which is shown anyway.
_PLACE = re.compile(r"^[^:\n]{1,300}, row \d+(?: \([^)\n]{0,300}\))?: ")
# What the runner of GitHub Actions takes for a command, at the start of a line or anywhere in it.
_COMMAND = re.compile(r"^::|##\[")


def one_line(text: str, limit: int = 300) -> str:
    """On one line, shortened, and without what would steer a terminal or GitHub's runner."""
    # Shortened first: a cell may be as long as a file.
    words = " ".join(shorten(text, 2 * limit).split())
    plain = "".join(c if c.isprintable() else "�" for c in words)
    return shorten(_COMMAND.sub(lambda found: " ".join(found[0]), plain), limit)


def describe(fault: Fault, lang: Language) -> str:
    """`row 13, "n/a": type is "integer/default"`, without the place in the file."""
    told = _PLACE.sub("", fault.note) if fault.row else fault.note
    note = one_line(translate_note(lang, told or _message(fault)))
    row = say(lang, "row", n=fault.row) if fault.row else ""
    cell = f'"{one_line(fault.cell, 80)}"' if fault.cell else ""
    head = " ".join(filter(None, (row, cell)))
    return ": ".join(filter(None, (head, note)))


def _message(fault: Fault) -> str:
    """Errors whose type says all have no note; the rest of their message repeats row and cell."""
    return "" if fault.row else fault.message


def examples(group: Group, most: int = EXAMPLES) -> tuple[Fault, ...]:
    """New ones if there are any, and one of each cell before the second of any."""
    faults = [one for one in group.faults if not one.known] or group.faults
    seen: set[tuple[str | None, str]] = set()
    repeated = []
    for one in faults:
        repeated.append((one.cell, one.note) in seen)
        seen.add((one.cell, one.note))
    order = sorted(range(len(faults)), key=lambda at: (repeated[at], at))[:most]
    return tuple(faults[at] for at in sorted(order))


def show_count(group: Group, lang: Language) -> str:
    """`1,204`, `at least 1,000`, `12 (3 of them known)`, `3 known`."""
    shown = show_number(lang, group.count)
    shown = shown if group.exact else say(lang, "at_least", n=shown)
    if not group.known:
        return shown
    if group.known == group.count:
        return say(lang, "is_known", n=shown)
    return f"{shown} ({say(lang, 'known', n=show_number(lang, group.known))})"


def verdict(result: Result, lang: Language) -> str:
    """`invalid: 1,204 errors (12 of them known), 3 warnings`."""
    head = say(lang, "valid" if result.passed else "invalid")
    if result.errors and result.passed:
        errors = count(lang, result.known, "all_known")
    else:
        errors = count(lang, result.errors, "error")
        if not result.exact:
            errors = say(lang, "at_least", n=errors)
        if result.known:
            errors += f" ({say(lang, 'known', n=show_number(lang, result.known))})"
    return f"{head}: {errors}, {count(lang, len(result.warnings), 'warning')}"


def by_table(groups: Sequence[Group]) -> dict[str, list[Group]]:
    """The groups of each resource, in the order of the report; the package itself is ``."""
    tables: dict[str, list[Group]] = {}
    for group in groups:
        tables.setdefault(group.resource, []).append(group)
    return tables


def warning_kinds(warnings: Sequence[str], lang: Language) -> dict[str, list[str]]:
    """`articles some-id: undated: no date is stated` is about being undated."""
    groups: dict[str, list[str]] = {}
    for one in (translate_warning(lang, warning) for warning in warnings):
        place, _, rest = one.partition(": ")
        groups.setdefault(rest.partition(": ")[0] or place, []).append(one)
    return groups


def show_known(known: Known) -> str:
    """`articles year type-error "n/a" (2)`."""
    cell = f'"{one_line(known.cell, 80)}"' if known.cell else ""
    number = f"({known.count})" if known.count > 1 else ""
    parts = (known.resource, known.key, known.field, known.type, cell, number)
    return " ".join(filter(None, map(one_line, parts)))
