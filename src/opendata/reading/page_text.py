"""Whether a text can be a page. Not for: whether it is a good one; oddities are published."""

from __future__ import annotations

from opendata.errors import InputError


def check_text(text: str, name: str, place: str = "") -> None:
    """Raises `InputError` for a text without a letter, or one that UTF-8 cannot hold."""
    if not any(map(str.isalpha, text)):
        problem = "is empty: its text has no letter" if text.strip() else "is empty"
        raise InputError(name, problem, "Remove the page, or take a fresh copy of it", place)
    if "\0" in text:
        raise InputError(
            name,
            "its text holds the character U+0000, so it is binary",
            "Give the page as text",
            place,
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            name,
            f"its text holds half a character (a lone surrogate) at character {error.start}",
            "Take a fresh copy of the page",
            place,
        ) from None
