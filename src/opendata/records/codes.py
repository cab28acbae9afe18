"""Code lists: the values that coded columns may take, with labels in both languages.

Closed lists stand in `codes.csv`; open ones are the reference data's own rows (kinds, event kinds,
relations, units), so a new row there is a new code. Not for: checking values.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from opendata.authority import Authority


@dataclass(frozen=True, slots=True)
class Code:
    """One code and its labels."""

    code: str
    label: str
    label_vi: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """`open`: rows of the reference data add to it. `codes` are sorted by code."""

    name: str
    open: bool
    codes: tuple[Code, ...]


@cache
def closed_lists() -> tuple[CodeList, ...]:
    """The lists that only a new version of the toolkit changes."""
    lists: dict[str, list[Code]] = {}
    text = files(__package__).joinpath("codes.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        code = Code(row["code"], row["label_en"], row["label_vi"])
        lists.setdefault(row["list"], []).append(code)
    return tuple(_code_list(name, False, codes) for name, codes in sorted(lists.items()))


def code_lists(authority: Authority) -> dict[str, CodeList]:
    """Every code list in force with this reference data, by name."""
    opened = {
        "directive_kind": [Code(k.kind, k.label_en, k.label_vi) for k in authority.kinds],
        "event_kind": [Code(k.kind, k.label_en, k.label_vi) for k in authority.event_kinds],
        "relation": [Code(r.relation, r.label_en, r.label_vi) for r in authority.relations],
        "unit": [Code(u.unit, u.label_en, u.label_vi) for u in authority.units],
    }
    lists = [*closed_lists(), *(_code_list(name, True, codes) for name, codes in opened.items())]
    return {one.name: one for one in sorted(lists, key=lambda one: one.name)}


def _code_list(name: str, opened: bool, codes: list[Code]) -> CodeList:
    return CodeList(name, opened, tuple(sorted(codes, key=lambda one: one.code)))
