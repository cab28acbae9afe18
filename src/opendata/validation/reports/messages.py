"""What reports say in English and Vietnamese: titles and hints of error types, notes, words.

The texts are rows of messages.csv, notes.csv and words.csv. Not for: where an error stands.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = ("en", "vi")
# What matches a note slot by slot takes long on a long one; such a note quotes long cells anyway.
_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of a type of error.

    `scope` tells what is looked at to find it: descriptor, file, header, rows, content (of packages
    of ours), or nothing for types that are found only where somebody asks for them.
    """

    type: str
    scope: str
    title: str
    hint: str


def environment_language(environ: Mapping[str, str]) -> Language:
    """The language of the locale that environment variables state; else English."""
    stated = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "vi" if next(filter(None, stated), "").lower().startswith("vi") else "en"


@cache
def messages(lang: Language) -> dict[str, Message]:
    """Of every known type of error, in the order of the file."""
    return {
        row["type"]: Message(row["type"], row["scope"], row[f"title_{lang}"], row[f"hint_{lang}"])
        for row in _rows("messages.csv")
    }


def message(type: str, lang: Language) -> Message:
    """Of a type; one that somebody's own check has brought along is called by its class's title."""
    return messages(lang).get(type) or _message_of_class(type)


def _message_of_class(type: str) -> Message:
    from frictionless import FrictionlessException, system

    try:
        kind = system.select_error_class(type)
    except FrictionlessException:
        return Message(type, "", type, "")
    return Message(type, "", kind.title or type, kind.description or "")


def say(lang: Language, word: str, /, **values: object) -> str:
    """A word or phrase of words.csv, its slots filled."""
    return _words()[word, lang].format(**values)


def count(lang: Language, number: int, word: str) -> str:
    """`1,204 errors`: `word` is the row of one, its plural that of several."""
    return say(lang, word if number == 1 else f"{word}s", n=show_number(lang, number))


def show_number(lang: Language, number: int) -> str:
    """Groups of three digits, as the language writes them."""
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def translate_note(lang: Language, note: str) -> str:
    """A note of frictionless in the language, or as it is where no row of notes.csv fits."""
    if lang == "en" or len(note) > _LONGEST_NOTE:
        return note
    for pattern, translated in _notes():
        if found := pattern.fullmatch(note):
            return translated.format(**found.groupdict())
    return note


def translate_warning(lang: Language, warning: str) -> str:
    """A warning in the language; what stands before its first colon says what it is about."""
    whole = translate_note(lang, warning)
    place, colon, rest = warning.partition(": ")
    return whole if whole != warning or not colon else f"{place}: {translate_note(lang, rest)}"


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["word"], lang): row[lang] for row in _rows("words.csv") for lang in LANGUAGES}


@cache
def _notes() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(row["note_en"]), row["note_vi"]) for row in _rows("notes.csv"))


def _pattern(note: str) -> re.Pattern[str]:
    """`type is "{kind}"` matches any kind."""
    parts = re.split(r"\{(\w+)\}", note)
    slots = (re.escape(p) if at % 2 == 0 else f"(?P<{p}>.+?)" for at, p in enumerate(parts))
    return re.compile("".join(slots), re.DOTALL)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = resources.files(__package__).joinpath(name).read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))
