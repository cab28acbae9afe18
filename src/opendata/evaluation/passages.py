"""Passages: short pages with their answers in one YAML file a subject, as a person writes them.

`write_passages` turns them into what `build` and `evaluate` read: a page and an answer file each.
An item is named by its words on the page; items of one list stand in the page's order, so that
each is looked for behind the one before. `tests/gold/README.md` tells the form.
Not for: comparing anything.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.evaluation.passage_items import citation, directives, event, figure, person, task
from opendata.yaml_file import read_yaml_as_written

# What a passage may say of its page; every list but those of `WHERE_SAID` is asked for in any case.
OF_THE_PAGE = frozenset({"id", "page", "on", "url", "outlet", "title", "published", "byline"})
LISTS = frozenset(
    {"citations", "anaphora", "figures", "optional_figures", "persons", "private", "events"}
    | {"recurring", "relations", "tasks", "systems", "captions", "boilerplate", "kicker"}
)
WHERE_SAID = ("teasers", "related", "subheadings", "flags")
OF_THE_ARTICLE = ("province", "language", "outlet_id")
KEYS = OF_THE_PAGE | LISTS | frozenset((*WHERE_SAID, *OF_THE_ARTICLE))
STATED = ("url", "outlet", "published")


@dataclass(frozen=True, slots=True)
class Passage:
    """One short page: its text, what is stated about it elsewhere, what is right to publish of it.

    `private` are the names that a package without private people must not hold.
    """

    name: str
    text: str
    stated: dict[str, str]
    answer: dict[str, Any]
    private: tuple[str, ...]


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """The passages of all YAML files of a folder, by file and place.

    Raises `InputError` with file and passage where one is not written as it should be.
    """
    found = [one for path in sorted(folder.glob("*.yaml")) for one in _passages_of(path)]
    if not found:
        raise InputError(str(folder), "holds no passages", "Give a folder of YAML files")
    return tuple(found)


def write_passages(passages: tuple[Passage, ...], out: Path) -> None:
    """Writes `out/pages` (texts and `sources.csv`) and `out/answers` (one JSON file a page)."""
    pages, answers = out / "pages", out / "answers"
    pages.mkdir(parents=True, exist_ok=True)
    answers.mkdir(exist_ok=True)
    for one in passages:
        (pages / f"{one.name}.txt").write_bytes(one.text.encode())
        said = json.dumps(one.answer, ensure_ascii=False, indent=1)
        (answers / f"{one.name}.json").write_text(said + "\n", "utf-8")
    with (pages / "sources.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.DictWriter(stream, ("file", *STATED), restval="", lineterminator="\n")
        rows.writeheader()
        rows.writerows({"file": f"{one.name}.txt", **one.stated} for one in passages if one.stated)


def _passages_of(path: Path) -> Iterator[Passage]:
    seen: set[str] = set()
    for number, said in enumerate(read_yaml_as_written(path) or [], 1):
        place = f"passage {said.get('id', number)}"
        try:
            one = _passage(path.stem, said)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problem = f"is not written as a passage is ({error})"
            remedy = "Mend it as the README beside it tells"
            raise InputError(str(path), problem, remedy, place) from None
        if one.name in seen:
            raise InputError(str(path), "has the id of another one", "Give it its own", place)
        seen.add(one.name)
        yield one


def _passage(subject: str, said: dict[str, Any]) -> Passage:
    if unknown := sorted(said.keys() - KEYS):
        raise ValueError(f"no such key: {', '.join(unknown)}")
    text = said["page"].removesuffix("\n")
    stated = {"url": said.get("url"), "outlet": said.get("outlet"), "published": said.get("on")}
    name = f"{subject}.{said['id']}"
    return Passage(
        name=name,
        text=text,
        stated={key: value for key, value in stated.items() if value},
        answer=_answer(name, text, said),
        private=tuple(said.get("private", ())),
    )


def _answer(name: str, text: str, said: dict[str, Any]) -> dict[str, Any]:
    citations = [citation(*_pair(one)) for one in said.get("citations", ())]
    keyed = directives(citations)
    return {
        "source": f"{name}.txt",
        "article": {
            "title": said.get("title", text.partition("\n")[0]) or None,
            "published": said.get("published", said.get("on")),
            "byline": said.get("byline"),
            "kicker": said.get("kicker"),
            **{key: said[key] for key in OF_THE_ARTICLE if key in said},
        },
        "directives": keyed,
        "citations": _located(text, citations),
        "anaphora": _located(text, [{"quote": one} for one in said.get("anaphora", ())]),
        "relations": [_relation(one, keyed) for one in said.get("relations", ())],
        "events": [event(one) for one in said.get("events", ())],
        "recurring": said.get("recurring", []),
        "persons": [person(*one) for one in said.get("persons", {}).items()],
        "figures": _located(text, [figure(*_pair(one)) for one in said.get("figures", ())]),
        "figures_optional": _located(
            text, [{"quote": one} for one in said.get("optional_figures", ())]
        ),
        "tasks": [task(*_pair(one)) for one in said.get("tasks", ())],
        "systems": said.get("systems", []),
        "captions": said.get("captions", []),
        "boilerplate": said.get("boilerplate", []),
        **{key: said[key] for key in WHERE_SAID if key in said},
    }


def _pair(said: Any) -> tuple[str, str]:
    """The one key and value of `- words: what they mean`."""
    ((words, meaning),) = said.items()
    return words, meaning


def _relation(said: list[str], keyed: dict[str, Any]) -> dict[str, str]:
    source, relation, target = said
    if missing := [one for one in (source, target) if one not in keyed]:
        raise ValueError(f"{missing[0]!r} is no citation of the passage")
    return {"source": source, "relation": relation, "target": target}


def _located(text: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each item with the offsets of its words, looked for behind the item before."""
    end = 0
    found = []
    for one in items:
        words = one["quote"]
        start = text.find(words, end)
        if start < 0:
            raise ValueError(f"{words!r} does not stand on the page, or not in this order")
        end = start + len(words)
        found.append({**one, "start": start, "end": end})
    return found
