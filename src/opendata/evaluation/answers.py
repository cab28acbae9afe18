"""Answers: what a person read on a page, one JSON file a page. Not for: comparing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opendata.errors import InputError


@dataclass(frozen=True, slots=True)
class Answer:
    """One file of answers and the page it speaks of. `said` is the file's JSON object.

    Some answer files speak of documents by key (`directives`), others at each citation; `document`
    gives one form of both.
    """

    name: str
    said: dict[str, Any]
    source_sha256: str
    text: str

    def items(self, key: str) -> list[Any]:
        """The list under a key, empty if there is none."""
        found: list[Any] = self.said.get(key, [])
        return found

    def has(self, key: str) -> bool:
        """Whether this kind of answer was asked for at all."""
        return key in self.said

    def document(self, citation: dict[str, Any]) -> dict[str, Any]:
        """What is said of the document that a citation means."""
        keyed: dict[str, Any] = self.said.get("directives", {})
        return {**citation, **keyed.get(citation.get("directive", ""), {})}


def quote_of(item: dict[str, Any]) -> str:
    """The quoted words of an answer."""
    return str(item.get("quote") or item.get("surface") or "")


def read_answers(answers: Path, sources: Path) -> tuple[Answer, ...]:
    """All answers of a folder whose page is in `sources`.

    Raises `InputError` where there are none, or a file is not JSON.
    """
    found = []
    for path in sorted(answers.glob("*.json")):
        try:
            said = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise InputError(str(path), f"is not JSON ({error})", "Mend the file") from None
        page = sources / said.get("source", f"{path.stem}.txt")
        if page.is_file():
            data = page.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            found.append(Answer(path.stem, said, digest, data.decode("utf-8")))
    if not found:
        raise InputError(
            str(answers), f"has no answers for pages in {sources}", "Give the folder of the pages"
        )
    return tuple(found)
