"""Statements with their values in the one form of their field. Not for: where they stand."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from opendata.reading.document import Stated

_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def state(field: str, value: str, ref: str) -> Stated:
    """A statement with its value in the one form of its field.

    Dates come as ISO 8601, with the time of day and offset if they were given; blanks are folded.
    Raises `ValueError`, saying what was expected, for a value that its field cannot have.
    """
    folded = " ".join(value.split())
    refuse_damaged(folded)
    form = _FORMS.get(field)
    return Stated(field, form(folded) if form else folded, ref)


def refuse_damaged(value: str) -> None:
    """Raises `ValueError` for characters that no file of text can hold, or no one can read."""
    if _UNREADABLE.search(value):
        raise ValueError("damaged: it holds a control character or half a character")


def _instant(value: str) -> str:
    match = _INSTANT.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        day, time, offset = match.groups()
        if time is None:
            return date.fromisoformat(day).isoformat()
        return datetime.fromisoformat(f"{day}T{time}{offset or ''}").isoformat()
    except ValueError:
        raise ValueError("no date: expected e.g. 2023-11-14 or 2023-11-14T19:58+07:00") from None


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or " " in value:
        raise ValueError("no address: expected e.g. https://example.org/page.html")
    return value


_FORMS = {"published": _instant, "retrieved": _instant, "url": _address}
