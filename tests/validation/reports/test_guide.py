"""The guide shows what the tool says, in both languages."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.validation.reports.made import fault, group, made

from opendata.validation.reports import github, markdown, text
from opendata.validation.reports.found import Fault, Known, Result
from opendata.validation.reports.messages import LANGUAGES, Language
from opendata.validation.reports.root import Root

DOCS = Path(__file__).parents[3] / "docs"
ROOT = Root(Path("/repo"), Path("/repo"))


def at(cell: str, row: int, line: int, column: int, *, known: bool = False) -> Fault:
    place = {"row": row, "line": line, "column": column, "known": known}
    return replace(fault(cell=cell, **place), file="data/articles.csv")


MANY = made(group(at("n/a", 3, 4, 18), at("hai nghìn", 5, 6, 7), at("2O21", 8, 9, 7), count=1204))
KNOWN = made(
    group(*[at("n/a", 2, 2, 2, known=True)] * 12, at("n/a", 38, 40, 7)),
    fixed=(Known("data", "articles", "type-error", "year", "hai nghìn", "214"),),
    compared=True,
)


def shown(lang: Language) -> str:
    return (DOCS / lang / "validate-in-ci.md").read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("result", [MANY, KNOWN])
def test_text_is_as_the_guide_has_it(result: Result, lang: Language) -> None:
    lines = text.render_results([result], lang).split("\n")
    if result is KNOWN:  # the guide says once what to do
        lines = [line for line in lines if not line.startswith("    → ")]
    assert "```text\n" + "\n".join(lines) + "\n```" in shown(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_annotations_are_as_the_guide_has_them(lang: Language) -> None:
    first = github.render_results([MANY], lang, ROOT).split("\n")[0]
    cut = re.sub(r"(\"n/a\": ).*", r"\1…", first)
    assert cut in shown(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_is_as_the_guide_has_it(lang: Language) -> None:
    lines = markdown.render_results([MANY], lang).split("\n")
    block = "\n".join([*lines[:4], re.sub(r"<br>.*", " … |", lines[4])])
    assert block in shown(lang)
