"""What a person's name looks like: Vietnamese syllables, full names, names of other languages.

A name is known by its form and by the family name that opens it; whether it is a person's is
decided by the words around it. Not for: persons (`persons.py`), positions (`positions.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from opendata.authority import Authority
from opendata.extraction.view import Span

UPPER = "A-ZĐĂÂÊÔƠƯÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
LOWER = "a-zđăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
LONGEST = 5  # syllables of a full name

_ONSET = "b|ch?|d|đ|gh|gi|g|h|kh?|l|m|ngh|ng|nh|n|ph?|qu|r|s|th|tr|t|v|x"
_RHYME = (
    "a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?|ă(?:c|m|ng|n|p|t)|â(?:c|m|ng|n|p|t|u|y)"
    "|e(?:c|m|ng|n|o|p|t)?|ê(?:ch|m|nh|n|p|t|u)?"
    "|i(?:a|ch|m|nh|n|p|t|u|ê(?:c|m|ng|n|p|t|u))?"
    "|o(?:c|i|m|ng|n|p|t|a(?:ch|c|i|m|ng|nh|n|o|p|t|y)?|ă(?:c|m|ng|n|p|t)|e(?:n|o|t)?|o(?:c|ng))?"
    "|ô(?:c|i|m|ng|n|p|t)?|ơ(?:c|i|m|n|p|t)?"
    "|u(?:a|c|i|m|ng|n|p|t|ô(?:c|i|m|ng|n|t)|â(?:ng|n|t|y)|ê(?:ch|nh|n)?|ơ"
    "|y(?:a|ch|nh|n|p|t|u|ê(?:n|t))?)?"
    "|ư(?:a|c|i|m|ng|n|t|u|ơ(?:c|i|m|ng|n|p|t|u))?|y(?:ch|n|nh|t|ê(?:m|n|t|u))?"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_RHYME})")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TONES_BEFORE_A_STOP = frozenset("\u0301\u0323")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a word is built as a Vietnamese syllable: onset, rhyme, at most one tone mark.

    A syllable that ends in a stop (`c ch p t`) has one of the two tones that such syllables bear.
    """
    tone, letters = "", []
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter not in _TONES:
            letters.append(letter)
        elif tone:
            return False
        else:
            tone = letter
    plain = unicodedata.normalize("NFC", "".join(letters))
    if not _SYLLABLE.fullmatch(plain):
        return False
    return not plain.endswith(("c", "ch", "p", "t")) or tone in _TONES_BEFORE_A_STOP


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that has the form of a name. `listed`: a known family name opens it."""

    span: Span
    listed: bool


@dataclass(frozen=True, eq=False, slots=True)
class Grammar:
    """What the reference data says of names and of the words before them, in small letters.

    `places` are names of places, `kinds` the last words of what stands before them, `addresses`
    those of honorifics, `ranks` those of titles, `bodies` the words that open an organisation's
    name.
    """

    families: frozenset[str]
    common: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[str]
    addresses: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]


_NO_TERM = r"(?!Khóa [IVX\d])"  # `HĐND tỉnh Lai Châu Khóa XV`
# A capitalised syllable (`Nguyễn`, `Y`, `K'Nhiễu`), and a run of them in one case.
_TITLE = f"[{UPPER}][{LOWER}]*(?:'[{UPPER}]?[{LOWER}]+)?(?!\\w)"
_RUN = re.compile(
    f"[{UPPER}](?<!\\w.)(?:[{LOWER}]*(?:'[{UPPER}]?[{LOWER}]+)?(?!\\w)"
    f"(?:[ ]{{1,2}}{_NO_TERM}{_TITLE})+"
    f"|[{UPPER}]*(?!\\w)(?:[ ]{{1,2}}[{UPPER}]+(?!\\w))+"
    f"|'[{UPPER}][{LOWER}]+(?!\\w))"
)
_GOES_ON = re.compile(f" [{LOWER}]")
# A headline that breaks off within a name; after a whole name a list does.
_BREAKS_OFF = re.compile(r" {0,2}(?:\.\.\.|…)")
_WHOLE = 3  # syllables
_ONE_HONORIFIC = frozenset(("Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Em", "Cháu", "Cụ"))
# Kinds of places that hardly bear a person's name, so that an official's may stand right after.
_LARGE_PLACES = frozenset(("huyện", "quận", "phố", "tp"))
_LOCAL_PARTY = re.compile(r"(?:[Hh]uyện|[Tt]hành|[Qq]uận|[Tt]hị) (?:ủy|đoàn) $")


@cache
def grammar(authority: Authority) -> Grammar:
    """The name grammar of some reference data."""
    cues = authority.cues_by_category
    return Grammar(
        families=frozenset(row.name for row in authority.family_names),
        common=frozenset(row.name for row in authority.family_names if row.common),
        places=frozenset((*authority.provinces_by_name, *cues["place_name"])),
        kinds=frozenset(place.split()[-1].lower().rstrip(".") for place in cues["place"]),
        addresses=frozenset(row.honorific.split()[-1] for row in authority.honorifics),
        ranks=frozenset(row.title.split()[-1].lower() for row in authority.positions),
        bodies=frozenset((*cues["body"], *cues["part"])),
    )


def find_names(text: str, within: Span, known: Grammar) -> Iterator[Name]:
    """The stretches of `within` that have the form of a full name, in order, disjoint.

    One that no known family name opens is given after an honorific, and one of another language
    after a country or a title as well.
    """
    for run in _RUN.finditer(text, within.start, within.end):
        words = run[0]
        form = _form(words, known)
        if not form:
            continue
        start = run.start()
        before = text[max(within.start, start - 12) : start]
        kind = before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2].lstrip("(\"'").lower()
        if form != _LISTED and not _is_introduced(form, words, kind, known):
            continue
        if _LOCAL_PARTY.search(before):
            kind = "huyện"
        elif before.endswith("nông thôn "):
            kind = ""
        name = _name_in(words, kind.rstrip("."), known)
        if name and not _is_cut(text, words[name[0] :], start + name[1], within.end):
            first, last, listed = name
            goes_on = _GOES_ON.match(text, start + last, within.end)
            opens = words[first:].split()
            body = " ".join(opens[:2]).capitalize() in known.bodies  # Văn Phòng Trung ương
            if not body and not (goes_on and len(opens) == 2 and opens[0] in known.bodies):
                yield Name(Span(start + first, start + last), listed)


def _is_cut(text: str, name: str, end: int, limit: int) -> bool:
    """Whether a headline breaks off within a name: `Nguyễn Văn ...`. Points right after a whole
    name end a list: `Nguyễn Văn An...`."""
    cut = _BREAKS_OFF.match(text, end, limit)
    return cut is not None and (cut[0][0] == " " or len(name.split()) < _WHOLE)


def spelled(name: str) -> str:
    """A name in the case of names: `PHÙNG KHIÊM` is Phùng Khiêm."""
    return name.title() if name.isupper() else name


_UNLISTED, _FOREIGN, _LISTED = 1, 2, 3


@lru_cache(maxsize=4096)
def _form(run: str, known: Grammar) -> int:
    """Whether a run of capitals may hold a name: 0 for none."""
    words = run.split()
    if len(words) == 1:
        return _LISTED
    cased = [word.capitalize() for word in words] if words[-1].isupper() else words
    if not known.families.isdisjoint(cased[:-1]):
        return _LISTED
    vietnamese = all(map(is_syllable, cased))
    if not vietnamese and words is cased:
        return _FOREIGN
    return _UNLISTED if vietnamese else 0


def _is_introduced(form: int, run: str, before: str, known: Grammar) -> bool:
    """Whether an honorific, or a title or country before a foreign name, stands before a run."""
    first, _, rest = run.partition(" ")
    if before in known.addresses or (form == _FOREIGN and first in ("Ông", "Bà")):
        return True
    second = rest.partition(" ")[0]
    return form == _FOREIGN and (
        before in known.ranks or first in known.places or f"{first} {second}" in known.places
    )


@lru_cache(maxsize=4096)
def _name_in(run: str, before: str, known: Grammar) -> tuple[int, int, bool] | None:
    """Where the name in a run of capitals begins and ends, and whether it is listed.

    `before` is the word before the run: an honorific, the word for a kind of place, or any other.
    """
    words = [(word[0], word.start(), word.end()) for word in re.finditer(r"\S+", run)]
    cased = (
        [w.capitalize() for w, _, _ in words]
        if words[-1][0].isupper()
        else [w for w, _, _ in words]
    )
    if len(cased) == 1:
        return 0, len(run), True
    first = 1 if cased[0] in _ONE_HONORIFIC else 0
    if before in known.addresses and len(cased) - first <= LONGEST:
        start: int | None = first
    else:
        first = _after_province(cased, first, known)
        kind = before if before in known.kinds else ""
        start = _start_of_name(cased, first, kind, known)
    if start is None or not 2 <= len(cased) - start <= LONGEST or _is_anonymous(cased[-1]):
        return None
    if cased[start + 1 :] in (["Văn"], ["Thị"]):
        return None
    if before not in known.addresses and " ".join(cased[start:]) in known.places:
        return None
    if start + 2 == len(cased) and cased[start] in known.places and not is_syllable(cased[-1]):
        return None  # `Chủ tịch nước Lào Sisoulith`
    return words[start][1], len(run), cased[start] in known.families


def _start_of_name(words: list[str], first: int, kind: str, known: Grammar) -> int | None:
    after_place = first == 0 and kind not in ("", "tỉnh")
    if after_place and kind in _LARGE_PLACES and len(words) in (3, 4):
        after_place = words[0] not in known.common
    if after_place:
        return _family_from(words, 1, known)
    if len(words) - first < 2:
        return None
    if not all(map(is_syllable, words[first:])):
        return _foreign_from(words, first, known)
    if words[first] in known.families and len(words) - first <= LONGEST:
        return first
    return _family_from(words, first + 1, known) or first


def _after_province(words: list[str], first: int, known: Grammar) -> int:
    """The place after the name of a province or country that opens the run."""
    for after in (first + 3, first + 2, first + 1):
        if len(words) - after not in (1, -1, -2) and " ".join(words[first:after]) in known.places:
            return after
    return first


def _family_from(words: list[str], first: int, known: Grammar) -> int | None:
    """The place from `first` of the family name with a name after it, the common ones first."""
    for names in (known.common, known.families):
        for place in range(first, len(words) - 1):
            if words[place] in names and len(words) - place <= LONGEST:
                return place
    return None


def _foreign_from(words: list[str], first: int, known: Grammar) -> int:
    """Where a name of another language begins, behind a country: `Nga Vladimir Putin`."""
    if words[first] in known.families:
        return first
    family = _family_from(words, first + 1, known)
    if family is not None and all(map(is_syllable, words[family:])):
        return family
    for place in range(first, len(words) - 1):
        if not is_syllable(words[place]):
            return place
    return first


def _is_anonymous(given: str) -> bool:
    """Whether the last word is only a letter or two for a name: `Lê Mạnh C`, `Phạm Xuân Tr`."""
    return len(given) <= 2 and given.isascii() and (len(given) == 1 or not is_syllable(given))
