"""Words on pages that look like something to extract and that no rule took, counted by pattern.

    python -m benchmarks.sweep FOLDER_OR_JSONL [--only NAME] [--show N] [--pattern TEXT]

Three leftovers: `document`, a document word and a digit, or a number with a symbol, without a
citation; `percent`, a percent sign without a figure; `honorific`, an honorific and a name without a
person. Vietnamese pages only.
Not for: scores (`opendata evaluate`).
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.pages import given
from opendata.authority import Authority, load
from opendata.extraction.documents.lexicon import lexicon
from opendata.extraction.documents.numbered import document_nouns
from opendata.extraction.events.found import Spots, covers
from opendata.extraction.extract import extract
from opendata.extraction.mentions import Extraction
from opendata.extraction.patterns import capital_or_not
from opendata.extraction.people.names import UPPER
from opendata.extraction.view import Span

AROUND = 70
NAMES = ("document", "percent", "honorific")

Leftover = tuple[str, str, str]
"""Name of the leftover, pattern, the words around it."""

_NUMBER = re.compile(r"[ (\":]*(?P<so>[Ss]ố|SỐ)?[ :]*(?P<number>\d[\d./-]*)(?P<after> ?[^\W\d_]+)?")
_PERCENT = re.compile(r"(?P<before>[^\W\d_]+|\S)?\s*(?P<number>\d[\d.,]*)\s?%")
_CODE = re.compile(r"(?<![\w/.,-])\d{1,5}(?:[-/]\d{4})?[-/](?P<symbol>[A-ZĐ]{1,5}[-/][A-ZĐ]\w*)")
_NAME = re.compile(rf":? (?P<name>[{UPPER}]\w*\.?(?: [{UPPER}]\w*\.?)*)")


def main() -> None:
    """Prints each leftover with its patterns, the most frequent first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sweep")
    parser.add_argument("pages", type=Path, help="a folder of .txt files or a JSON Lines file")
    parser.add_argument("--only", choices=NAMES, help="this leftover alone")
    parser.add_argument("--show", type=int, default=0, help="examples of each pattern")
    parser.add_argument("--pattern", default="", help="patterns with these words alone")
    options = parser.parse_args()
    found: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in NAMES}
    for name, pattern, around in sweep(given(options.pages), load()):
        if options.pattern in pattern:
            found[name][pattern].append(around)
    for name in [options.only] if options.only else NAMES:
        patterns = sorted(found[name].items(), key=lambda one: (-len(one[1]), one[0]))
        print(f"{name}: {sum(len(examples) for _, examples in patterns)}")
        for pattern, examples in patterns:
            print(f"{len(examples):6}  {pattern}")
            for example in examples[: options.show]:
                print(f"          {example}")


def sweep(texts: Iterable[str], authority: Authority) -> Iterator[Leftover]:
    """The leftovers of every Vietnamese page."""
    for text in texts:
        found = extract(text, authority)
        if found.header.language and found.header.language.value == "vi":
            yield from _documents(found, authority)
            yield from _percents(found)
            yield from _honorifics(found, authority)


def _documents(found: Extraction, authority: Authority) -> Iterator[Leftover]:
    """Pattern: block, document word, `số`, how many digits, the word after them; or the symbol."""
    text, taken = found.view.text, _taken(one.span for one in found.citations)
    for noun in document_nouns(lexicon(authority), text):
        after = _NUMBER.match(text, noun.span.end)
        if after is None or _has(taken, after.start("number")):
            continue
        word = text[noun.span.start : noun.span.end].lower()
        shape = re.sub(r"\d+", lambda run: "9" * len(run[0]), after["number"])
        parts = (word, "số" if after["so"] else "", shape, (after["after"] or "").strip().lower())
        yield "document", _pattern(found, noun.span.start, *parts), _around(text, noun.span.start)
    for code in _CODE.finditer(text):
        at = code.start()
        if not _has(taken, at):
            yield "document", _pattern(found, at, "code", code["symbol"]), _around(text, at)


def _percents(found: Extraction) -> Iterator[Leftover]:
    """Pattern: block, the word before the number."""
    text, taken = found.view.text, _taken(one.span for one in found.figures)
    for match in _PERCENT.finditer(text):
        at = match.start("number")
        if not _has(taken, at):
            pattern = _pattern(found, at, (match["before"] or "").lower(), "9%")
            yield "percent", pattern, _around(text, at)


def _honorifics(found: Extraction, authority: Authority) -> Iterator[Leftover]:
    """Pattern: block, honorific, how many capitalised words follow."""
    text = found.view.text
    taken = _taken(span for one in found.persons for span in one.spans)
    words = capital_or_not(row.honorific for row in authority.honorifics)
    for match in re.finditer(rf"(?<!\w){words}(?!\w)", text):
        name = _NAME.match(text, match.end())
        if name and not _has(taken, name.start("name")):
            size = f"{len(name['name'].split())} capitals"
            yield (
                "honorific",
                _pattern(found, match.start(), match[0].lower(), size),
                _around(text, match.start()),
            )


def _taken(spans: Iterable[Span]) -> Spots:
    return tuple(sorted((span, 0) for span in spans))


def _has(taken: Spots, at: int) -> bool:
    return covers(taken, Span(at, at + 1))


def _pattern(found: Extraction, at: int, *parts: str) -> str:
    block = next((b.kind for b in found.blocks if b.span.start <= at < b.span.end), "no block")
    return " ".join(filter(None, (f"[{block}]", *parts)))


def _around(text: str, at: int) -> str:
    return " ".join(text[max(0, at - AROUND) : at + AROUND].split())


if __name__ == "__main__":
    main()
