"""What the pages say in each language: phrases, and the models' English notes in Vietnamese.

The texts stand in `words.csv` and `notes.csv`. Not for: text that a package holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from opendata.site.csv_rows import rows_beside

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = ("en", "vi")
NAMES: Mapping[Language, str] = {"en": "English", "vi": "Tiếng Việt"}


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language."""

    language: Language
    phrases: Mapping[str, str]
    notes: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The phrase `key` with its `{values}` filled in; they must be markup already."""
        return self.phrases[key].format(**values)

    def pick(self, english: str | None, vietnamese: str | None) -> str:
        """The text of this language, or the other where there is none."""
        first, second = (english, vietnamese) if self.language == "en" else (vietnamese, english)
        return first or second or ""

    def note(self, english: str) -> str:
        """A note of the models that stands there in English only; `KeyError` if untranslated."""
        return english if self.language == "en" or not english else self.notes[english]

    def number(self, count: int) -> str:
        """A whole number with the language's separator of thousands."""
        return f"{count:,}".replace(",", "," if self.language == "en" else ".")

    def share(self, part: int, whole: int) -> str:
        """A share as a whole percentage; `100%` and `0%` only where exactly so."""
        if part in (0, whole):
            return "0%" if part == 0 else "100%"
        return f"{min(max(round(100 * part / whole), 1), 99)}%"


@cache
def words_of(language: Language) -> Words:
    """The words of a language."""
    notes = {row["en"]: row["vi"] for row in rows_beside(__package__, "notes.csv")}
    phrases = {row["key"]: row[language] for row in rows_beside(__package__, "words.csv")}
    return Words(language, phrases, notes)
