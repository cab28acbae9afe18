"""Thousands of names looked up at a place of a text, each word's initial small or a capital.

A pattern of so many names takes a tenth of a second to compile; this does in a few milliseconds.
Not for: what the names mean, names built like them (`organisations.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_WORDS = re.compile(r"[^\W\d_]+(?: {1,2}[^\W\d_]+)?")


@dataclass(frozen=True, eq=False, slots=True)
class KnownNames:
    """Names by their small letters; `lengths` are those of the names that open with one or two
    words, the longest first, in characters."""

    spellings: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]


def known_names(names: Iterable[str]) -> KnownNames:
    """The lookup of some names, which hold single blanks only."""
    spellings: dict[str, tuple[str, ...]] = {}
    lengths: dict[str, set[int]] = {}
    for name in names:
        small = name.lower()
        spellings[small] = (*spellings.get(small, ()), name)
        lengths.setdefault(_opening(small), set()).add(len(name))
    return KnownNames(
        spellings,
        {opening: tuple(sorted(sizes, reverse=True)) for opening, sizes in lengths.items()},
    )


def names_at(known: KnownNames, text: str, at: int, limit: int) -> Iterator[tuple[int, str]]:
    """Where each name that stands at `at` ends, with the name, the longest first.

    The first letter is as the name has it; of every other word the initial may be small or a
    capital, unless the word is all capitals. A blank of the name may be two.
    """
    opening = _opening(text[at : at + 40].lower())
    first = opening.partition(" ")[0]
    sizes = known.lengths.get(opening, ())
    if first != opening:
        sizes = (*sizes, *known.lengths.get(first, ()))
    if not sizes:
        return
    window = text[at : min(limit, at + 2 * sizes[0])]
    ends: Sequence[int] = range(at + 1, at + len(window) + 1)
    if "  " in window:
        kept = [i for i, letter in enumerate(window) if letter != " " or window[i - 1 : i] != " "]
        window, ends = "".join(window[i] for i in kept), [at + i + 1 for i in kept]
    small = window.lower()
    for size in sizes:
        for name in known.spellings.get(small[:size], ()) if size <= len(window) else ():
            if name[0] == window[0] and _is_written(name, window[:size]):
                yield ends[size - 1], name
                break


def _opening(small: str) -> str:
    """The first one or two words, in which only letters count."""
    found = _WORDS.match(small)
    return found[0].replace("  ", " ") if found else small[:1]


def _is_written(name: str, written: str) -> bool:
    """Whether the words are those of the name but for the case of their initials."""
    return name == written or all(
        word == own or (word[1:] == own[1:] and not (len(own) > 1 and own.isupper()))
        for word, own in zip(written.split(" "), name.split(" "), strict=True)
    )
