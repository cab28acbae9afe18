"""The reference data's words for documents and those who issue them, as patterns.

Not for: what the words mean on a page (`numbered`, `named`, `titles`, `relations`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from opendata.authority import Authority
from opendata.extraction.documents.symbols import Grammar
from opendata.extraction.patterns import any_case_after_first, any_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The patterns of some reference data.

    `nouns` matches a document word in any case of its initials, and a little more; `kinds` gives
    the kind of one in lower case, `heads` the shorter word of the same kind that a longer one
    begins with (`chương trình` of `chương trình làm việc`), `unmarked` the kind of one without its
    marks. `codes` gives the kinds that a kind code may stand for, the likeliest first,
    `state_kinds` the one it stands for in the number of a state document. `organs` matches the
    names of organs, longest first, `bodies` what the name of an unknown issuer may begin with
    (`Sở`, `Giám đốc`), `foreign` the names of foreign bodies, `predicates` verbs after an organ,
    `laws` the names of known laws after their document word, `units` what figures count.
    `relations` pairs each relation with its triggers.
    """

    nouns: re.Pattern[str]
    kinds: Mapping[str, str]
    heads: Mapping[str, str]
    unmarked: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]]
    state_kinds: Mapping[str, str]
    grammar: Grammar
    organs: re.Pattern[str]
    bodies: re.Pattern[str]
    foreign: re.Pattern[str]
    predicates: re.Pattern[str]
    laws: re.Pattern[str]
    units: re.Pattern[str]
    families: frozenset[str]
    provinces: frozenset[str]
    relations: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def lexicon(authority: Authority) -> Lexicon:
    """The patterns of some reference data."""
    nouns = {noun: kind.kind for kind in authority.kinds for noun in kind.nouns}
    own = [o for o in authority.organs if o.level != "foreign"]
    other = [o for o in authority.organs if o.level == "foreign"]
    offices = [row.title for row in authority.positions if row.category == "office"]
    bodies = [row.cue for row in authority.cues if row.category in ("body", "part")]
    codes = _codes(authority)
    return Lexicon(
        nouns=re.compile(_quick(nouns)),
        kinds=nouns,
        heads=_heads(nouns),
        unmarked={plain(noun): kind for noun, kind in nouns.items() if " " in noun},
        codes=codes,
        state_kinds=_state_kinds(authority, codes),
        grammar=Grammar(authority),
        organs=_whole(n for o in own for n in (o.name, *o.aliases)),
        bodies=_whole([*bodies, *offices]),
        foreign=_whole(n for o in other for n in (o.name, *o.aliases)),
        predicates=_whole(row.cue for row in authority.cues if row.category == "predicate"),
        laws=_laws(authority),
        units=_whole(noun for unit in authority.units for noun in unit.nouns),
        families=frozenset(row.name for row in authority.family_names),
        provinces=frozenset(authority.provinces_by_name),
        relations=tuple((row.relation, _whole(row.triggers)) for row in authority.relations),
    )


def plain(text: str) -> str:
    """Letters and digits without marks, in lower case: `nghi quyet`."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def phrases(text: str) -> str:
    """A pattern of phrases that are parted by `|`."""
    return any_of(text.split("|"))


def _laws(authority: Authority) -> re.Pattern[str]:
    """The names of the known laws, after their document word and a blank."""
    nouns = {kind.kind: kind.label_vi for kind in authority.kinds}
    names = [row.title.removeprefix(nouns[row.kind]) for row in authority.directives if row.year]
    return _whole(name for name in names if name.startswith(" "))


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(any_of(words) + r"(?!\w)")


def _quick(words: Iterable[str]) -> str:
    """A pattern of lower-case words in which each initial may be a capital.

    It tries one class of first letters and then what may follow any of them, which is quick and
    matches a little more than the words: look up what was matched.
    """
    firsts = sorted({form for word in words for form in (word[0], word[0].upper())})
    return f"[{''.join(firsts)}]" + any_case_after_first(word[1:] for word in words)


def _heads(nouns: Mapping[str, str]) -> dict[str, str]:
    return {
        noun: min(shorter, key=len)
        for noun, kind in nouns.items()
        if (shorter := [n for n in nouns if noun.startswith(n + " ") and nouns[n] == kind])
    }


def _codes(authority: Authority) -> dict[str, tuple[str, ...]]:
    """Kind code to kinds; a kind comes first by how often the code is its first."""
    found: dict[str, dict[str, int]] = {}
    for kind in authority.kinds:
        for codes in (kind.party_codes, kind.state_codes):
            for place, code in enumerate(codes):
                kinds = found.setdefault(code, {})
                kinds[kind.kind] = kinds.get(kind.kind, 0) + (2 if place == 0 else 1)
    return {
        code: tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind)))
        for code, kinds in found.items()
    }


def _state_kinds(authority: Authority, codes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Kind code to the likeliest kind that state bodies give it: `TT` to `thong_tu`."""
    state = {(kind.kind, code) for kind in authority.kinds for code in kind.state_codes}
    return {
        code: kind for code, kinds in codes.items() for kind in kinds[::-1] if (kind, code) in state
    }
