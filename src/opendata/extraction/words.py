"""The language's small words, written as one string.

Not for: words that are knowledge of the subject; these are rows of the reference data.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a string, parted by blanks."""
    return frozenset(text.split())


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of a string, parted by bars."""
    return tuple(text.split("|"))
