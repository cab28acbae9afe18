"""A page as it was read: its text, kept exactly, and what is stated about it elsewhere.

Also what reading gives in place of a page that cannot be used (`LeftOut`).

Not for: reading files (the other modules of this folder), or interpreting what was stated.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from opendata.errors import InputError


@dataclass(frozen=True, slots=True)
class Stated:
    """Something stated about a page outside its text.

    `field` is one of title, published, byline, outlet, language, url, licence, retrieved, note;
    `ref` says where it stands (`sources.csv:published`, `html:og:site_name`, `jsonl:title`).
    """

    field: str
    value: str
    ref: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One page. `text` is never altered after reading; published offsets count its characters.

    `name` is the path below the source that was given, with `/`, and `#id` for a line of JSON
    Lines. `source_sha256` is of the bytes (of the UTF-8 `text` member for JSON Lines),
    `text_sha256` of the UTF-8 text. `extractor` names what made the text of the bytes, with its
    version (`plain`, `jsonl`, `trafilatura 2.0.0`). `stated` is in order of rank: the first
    statement of a field counts; `url` is the first one stated.
    """

    name: str
    text: str
    source_sha256: str
    text_sha256: str
    media_type: str
    encoding: str
    encoding_basis: str  # code of the list `encoding_basis`: utf-8, bom, declared, detected
    extractor: str
    url: str = ""
    stated: tuple[Stated, ...] = ()

    def statement(self, field: str) -> Stated | None:
        """The highest-ranking statement of a field."""
        return next((one for one in self.stated if one.field == field and one.value), None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something given that is not used: a page, or a statement about pages that stay in.

    `name` is the file, with the place in it; `reason` says what is wrong and what to do.
    """

    name: str
    reason: str
    what: Literal["page", "statement"] = "page"

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


def leave_out(error: InputError, what: Literal["page", "statement"] = "page") -> LeftOut:
    """An error that costs only what it is about."""
    name = f"{error.file}, {error.place}" if error.place else error.file
    return LeftOut(name, f"{error.problem}. {error.remedy}", what)


def text_document(text: str, name: str = "page.txt") -> SourceDocument:
    """A page that is given as text, without a file."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDocument(name, text, digest, digest, "text/plain", "utf-8", "utf-8", "plain")
