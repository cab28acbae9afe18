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

    `text` and `source_sha256` are None where the page itself was not given.

    Some answer files speak of documents by key (`directives`), others at each citation; `document`
    gives one form of both.
    """

    name: str
    said: dict[str, Any]
    source_name: str
    source_sha256: str | None = None
    text: str | None = None

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


def read_answers(answers: Path, sources: Path | None) -> tuple[Answer, ...]:
    """All answers of a folder; with `sources`, those whose page is in that folder.

    Raises `InputError` where there are none, or a file is not JSON.
    """
    found = []
    for path in sorted(answers.glob("*.json")):
        try:
            said = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise InputError(str(path), f"is not JSON ({error})", "Mend the file") from None
        name = said.get("source", f"{path.stem}.txt")
        page = sources / name if sources else None
        if page is None:
            found.append(Answer(path.stem, said, name))
        elif page.is_file():
            data = page.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            found.append(Answer(path.stem, said, name, digest, data.decode("utf-8")))
    if not found:
        problem = f"has no answers for pages in {sources}" if sources else "has no answers"
        raise InputError(str(answers), problem, "Give a folder of answers, one JSON file a page")
    return tuple(found)
