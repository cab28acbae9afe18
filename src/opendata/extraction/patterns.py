"""Words of the reference data as one quick pattern, factored by their beginnings.

Not for: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter


def any_of(words: Iterable[str]) -> str:
    """A pattern of all the words as they are written, the longest tried first.

    A blank in a word matches one or two.
    """
    return _factored(words, initials=False, initial=False)


def capital_or_not(words: Iterable[str]) -> str:
    """As `any_of`, but the first letter of the words may be small or a capital."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(word[1:])
    body = "|".join(_letter(first, True) + any_of(rest) for first, rest in sorted(tails.items()))
    return f"(?:{body})" if body else "(?!)"


def any_case_of(names: Iterable[str]) -> str:
    """A pattern of names in which each word's initial may be small or a capital.

    A word that is all capitals stays as it is: `HĐND tỉnh` matches "HĐND Tỉnh", never "hĐND".
    """
    return _factored(map(_small, names), initials=True, initial=True)


def any_case_after_first(names: Iterable[str]) -> str:
    """As `any_case_of`, but the first letter as it is written."""
    return _factored((n[0] + _small(n)[1:] for n in names), initials=True, initial=False)


def where_any_of(names: Iterable[str]) -> str:
    """A pattern to search for where `any_case_of` may match at the beginning of a word.

    It tries one class of first letters, which is quick, then what follows any of them, so that it
    finds a little more.
    """
    words = [_small(name) for name in names]
    firsts = "".join(sorted({form for word in words for form in (word[0], word[0].upper())}))
    rests = _factored((word[1:] for word in words), initials=True, initial=False)
    return f"[{firsts}](?<!\\w.){rests}"


def _small(name: str) -> str:
    words = name.split(" ")
    return " ".join(w if len(w) > 1 and w.isupper() else w[:1].lower() + w[1:] for w in words)


def _factored(words: Iterable[str], *, initials: bool, initial: bool) -> str:
    """`initial`: the words begin where a word begins."""
    ordered = sorted(set(words))
    return _alternatives(ordered, initials, initial) if ordered else "(?!)"


def _alternatives(words: list[str], initials: bool, initial: bool) -> str:
    """Words in their order, each once; the empty one stands first and makes the others optional."""
    optional = not words[0]
    branches = list(_branches(words[optional:], initials, initial))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if optional else body


def _branches(words: list[str], initials: bool, initial: bool) -> Iterator[str]:
    """For each first letter what all words with it begin with, and what follows."""
    for _, group in groupby(words, itemgetter(0)):
        alike = list(group)
        size = _shared(alike[0], alike[-1])
        stem = alike[0][:size]
        before = (" " if initial else "") + stem
        letters = [
            _letter(letter, initials and at > 0 and before[at - 1] == " ")
            for at, letter in enumerate(before)
        ]
        rests = [word[size:] for word in alike]
        yield "".join(letters[initial:]) + _alternatives(rests, initials, stem[-1] == " ")


def _shared(first: str, last: str) -> int:
    """How many letters two words begin with alike."""
    size = 0
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        size += 1
    return size


def _letter(letter: str, either_case: bool) -> str:
    if letter == " ":
        return " {1,2}"
    if either_case and letter.islower():
        return f"[{letter.upper()}{letter}]"
    return letter if letter.isalnum() else re.escape(letter)
