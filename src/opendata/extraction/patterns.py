"""Words of the reference data as one quick pattern, factored by their beginnings.

Not for: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"


def any_of(words: Iterable[str]) -> str:
    """A pattern of all the words as they are written, the longest tried first.

    A blank in a word matches one or two.
    """
    return _factored(_tree(words), initials=False, initial=False)


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
    return _factored(_tree(map(_small, names)), initials=True, initial=True)


def any_case_after_first(names: Iterable[str]) -> str:
    """As `any_case_of`, but the first letter as it is written."""
    return _factored(_tree(n[0] + _small(n)[1:] for n in names), initials=True, initial=False)


def where_any_of(names: Iterable[str]) -> str:
    """A pattern to search for where `any_case_of` may match at the beginning of a word.

    It tries one class of first letters, which is quick, then what follows any of them, so that it
    finds a little more.
    """
    tree = _tree(map(_small, names))
    firsts = "".join(sorted({form for first in tree for form in (first, first.upper())}))
    rests: _Tree = {}
    for rest in tree.values():
        _merge(rests, rest)
    return f"[{firsts}](?<!\\w.){_factored(rests, initials=True, initial=False)}"


def _merge(tree: _Tree, other: _Tree) -> None:
    for letter, rest in other.items():
        _merge(tree.setdefault(letter, {}), rest)


def _small(name: str) -> str:
    words = name.split(" ")
    return " ".join(w if len(w) > 1 and w.isupper() else w[:1].lower() + w[1:] for w in words)


def _tree(words: Iterable[str]) -> _Tree:
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _factored(tree: _Tree, *, initials: bool, initial: bool) -> str:
    """`initial`: the tree's letters begin a word."""
    if not tree:
        return "(?!)"
    branches = [
        _letter(letter, initials and initial)
        + _factored(rest, initials=initials, initial=letter == " ")
        for letter, rest in sorted(tree.items())
        if letter
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in tree else body


def _letter(letter: str, either_case: bool) -> str:
    if letter == " ":
        return " {1,2}"
    if either_case and letter.islower():
        return f"[{letter.upper()}{letter}]"
    return re.escape(letter)
