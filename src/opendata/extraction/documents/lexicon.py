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
from opendata.extraction.documents.phrasebook import Phrasebook
from opendata.extraction.documents.symbols import Grammar
from opendata.extraction.patterns import any_case_after_first, any_of

LAWS = frozenset(("luat", "bo_luat", "phap_lenh"))
"""Kinds of laws that are known by name."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The patterns of some reference data.

    `nouns` matches a document word in any case of its initials, and a little more; `kinds` gives
    the kind of one in lower case, `heads` the shorter word of the same kind that a longer one
    begins with (`chương trình` of `chương trình làm việc`), `unmarked` the kind of one without its
    marks. `codes` gives the kinds that a kind code may stand for, the likeliest first,
    `state_kinds` the one it stands for in the number of a state document. `organs` matches the
    names of organs, `bodies` what the name of an unknown issuer may begin with (`Sở`, `Giám đốc`),
    `foreign` the names of foreign bodies, `predicates` verbs after an organ, `laws` the names of
    known laws after their document word, in any case and with or without commas and `và`, `pairs`
    words of one name with a comma or `và` in them, `units` what figures count. `short_laws` gives
    kind and full name of laws that have an abbreviation, `short_words` what other abbreviations
    stand for. `follow` are words that may stand after the bare number of a document, `counted` some
    that make it a count.
    `relations` pairs each relation with its triggers.
    """

    authority: Authority
    nouns: re.Pattern[str]
    kinds: Mapping[str, str]
    heads: Mapping[str, str]
    unmarked: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]]
    state_kinds: Mapping[str, str]
    grammar: Grammar
    organs: Phrasebook
    bodies: Phrasebook
    foreign: Phrasebook
    predicates: Phrasebook
    laws: Phrasebook
    pairs: Phrasebook
    units: Phrasebook
    short_laws: Mapping[str, tuple[str, str]]
    short_words: Mapping[str, str]
    families: frozenset[str]
    follow: frozenset[str]
    counted: frozenset[str]
    provinces: frozenset[str]
    relations: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def lexicon(authority: Authority) -> Lexicon:
    """The patterns of some reference data."""
    nouns = {noun: kind.kind for kind in authority.kinds for noun in kind.nouns}
    own = [o for o in authority.organs if o.level != "foreign"]
    other = [o for o in authority.organs if o.level == "foreign"]
    offices = [row.title for row in authority.positions if row.category == "office"]
    rows = authority.cues_by_category
    codes = _codes(authority)
    return Lexicon(
        authority=authority,
        nouns=re.compile(_quick(nouns)),
        kinds=nouns,
        heads=_heads(nouns),
        unmarked={plain(noun): kind for noun, kind in nouns.items() if " " in noun},
        codes=codes,
        state_kinds=_state_kinds(authority, codes),
        grammar=Grammar(authority),
        organs=Phrasebook(n for o in own for n in (o.name, *o.aliases)),
        bodies=Phrasebook((*rows["body"], *rows["part"], *offices)),
        foreign=Phrasebook(n for o in other for n in (o.name, *o.aliases)),
        predicates=Phrasebook(rows["predicate"]),
        laws=_laws(authority),
        pairs=Phrasebook(rows["document_pair"], str.lower),
        units=Phrasebook(noun for unit in authority.units for noun in unit.nouns),
        short_laws=_short_laws(authority),
        short_words={row.short: row.full for row in authority.abbreviations},
        families=frozenset(row.name for row in authority.family_names),
        follow=_first_words(authority, "goes_on", "after_number"),
        counted=_first_words(authority, "counted"),
        provinces=frozenset(authority.provinces_by_name),
        relations=tuple((row.relation, _whole(row.triggers)) for row in authority.relations),
    )


def plain(text: str) -> str:
    """Letters and digits without marks, in lower case: `nghi quyet`."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def cues(words: Lexicon, *categories: str) -> str:
    """A pattern of the cue words of some categories, longest first."""
    rows = words.authority.cues_by_category
    return any_of(cue for category in categories for cue in rows.get(category, ()))


def _first_words(authority: Authority, *categories: str) -> frozenset[str]:
    rows = authority.cues_by_category
    return frozenset(cue.split()[0] for category in categories for cue in rows.get(category, ()))


def _laws(authority: Authority) -> Phrasebook:
    """The names of the known laws, after their document word."""
    nouns = {kind.kind: kind.label_vi for kind in authority.kinds}
    titles = [row.title.removeprefix(nouns[row.kind]) for row in authority.directives if row.year]
    names = [title.strip() for title in titles if title.startswith(" ")]
    names += authority.cues_by_category.get("law_name", ())
    return Phrasebook([*names, *(name.replace(" và ", " ") for name in names)], loose)


def _short_laws(authority: Authority) -> dict[str, tuple[str, str]]:
    """`BLHS` to the kind and the name of `Bộ luật Hình sự`."""
    return {
        row.short: (kind.kind, row.full)
        for row in authority.abbreviations
        for kind in authority.kinds
        if kind.kind in LAWS and row.full.startswith(f"{kind.label_vi} ")
    }


def loose(word: str) -> str:
    """A word for comparison with others in any case, with a comma after it or without."""
    return word.rstrip(",").lower()


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
