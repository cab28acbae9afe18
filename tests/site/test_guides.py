"""The hand-written guides: complete in both languages, and what they show really works."""

import csv
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from tests.site.conftest import DOCS

import opendata
from opendata import authority
from opendata.cli import main
from opendata.errors import InputError
from opendata.package.metadata import read_metadata
from opendata.reading.stated import COLUMNS
from opendata.resolution.corrections import read_corrections
from opendata.site.commands import commands_page
from opendata.site.guides import Guides, read_guides
from opendata.site.python_reference import python_page
from opendata.site.words import LANGUAGES, words_of

FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
NAMES = sorted(path.stem for path in (DOCS / "en").glob("*.md"))


def blocks(name: str, kind: str, language: str = "en") -> list[str]:
    text = (DOCS / language / f"{name}.md").read_text("utf-8")
    return [code for _, found, code in FENCE.findall(text) if found == kind]


PYTHON = [(name, at) for name in NAMES for at in range(len(blocks(name, "python")))]


def test_the_snippets_are_found() -> None:
    assert len(blocks("use-the-data", "python")) >= 7


@pytest.mark.parametrize("name, at", PYTHON)
@pytest.mark.filterwarnings("default")  # what a library warns of is not the guide's fault
def test_python_snippets_run(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], name: str, at: int,
) -> None:  # fmt: skip
    shutil.copytree(package, tmp_path / "datapackage")
    monkeypatch.chdir(tmp_path)
    code = blocks(name, "python")[at]
    exec(compile(code, f"{name}-{at}", "exec"), {})
    # The small package has no relations, and no errors.
    assert capsys.readouterr().out.strip() or "import opendata" in code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["python", "r", "sh", "yaml", "csv"])
def test_both_languages_show_the_same_snippets(name: str, kind: str) -> None:
    assert blocks(name, kind, "en") == blocks(name, kind, "vi")


@pytest.mark.parametrize("name", NAMES)
def test_commands_in_the_guides_exist(name: str) -> None:
    text = (DOCS / "en" / f"{name}.md").read_text("utf-8")
    shown = re.findall(r"`(opendata [a-z].+?)`", text)
    shown += re.findall(r"^ *(?:- run: )?(opendata .+)$", text, re.MULTILINE)
    for line in shown:
        parse(shlex.split(line)[1:])


def parse(words: list[str]) -> None:
    """Parses a line as the command would, without running it."""
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group):
        name, *words = words
        found = command.get_command(context, name)
        assert found is not None, name
        command, context = found, click.Context(found, context, info_name=name)
    if words:  # a command may be named alone
        command.make_parser(context).parse_args(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scores_that_are_stated_hold(language: str) -> None:
    text = (DOCS / language / "limits.md").read_text("utf-8")
    stated = re.findall(r"^\| `([a-z :,]+)` \| (0\.\d\d) \|$", text, re.MULTILINE)
    assert len(stated) == 10
    with (DOCS.parent / "tests/gold/baseline/passages.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for measure, floor in stated:
        own = [one for one in rows if one["measure"] == measure]
        hits = sum(int(one["item"]) for one in own if one["result"] == "hit")
        faults = sum(one["result"] in ("miss", "extra") for one in own)
        assert 2 * hits / (2 * hits + faults) >= float(floor), f"{measure}: mend limits.md"


def test_unknown_options_would_be_found() -> None:
    with pytest.raises(click.UsageError):
        parse(["build", "pages", "--output", "x"])


def test_files_beside_the_pages_are_as_the_guides_show(tmp_path: Path) -> None:
    (tmp_path / "package.yaml").write_text(blocks("publish", "yaml")[0], "utf-8")
    assert read_metadata(tmp_path / "package.yaml").name == "my-province-documents"
    (tmp_path / "corrections.yaml").write_text(blocks("correct", "yaml")[0], "utf-8")
    corrections, notices = read_corrections(tmp_path / "corrections.yaml")
    assert notices == ()
    assert [one.action for one in corrections] == ["set", "reject", "take_down"]
    assert blocks("publish", "csv")[0].splitlines()[0] == ",".join(COLUMNS)


def test_reference_rows_are_as_the_guide_shows(tmp_path: Path) -> None:
    files = ("outlets", "outlet_profiles", "organs", "symbols", "cues")
    for name, text in zip(files, blocks("teach", "csv"), strict=True):
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    taught = authority.load(tmp_path)
    assert "ban-chi-dao-mau" in taught.organ_by_id
    assert any(outlet.outlet_id == "bao-cua-toi" for outlet in taught.outlets)
    assert any(cue.cue == "đốc thúc" for cue in taught.cues)


@pytest.mark.parametrize("name", NAMES)
def test_yaml_in_the_guides_is_yaml(name: str) -> None:
    for text in blocks(name, "yaml"):
        yaml.safe_load(text)


def test_the_command_line_page_has_every_command() -> None:
    text = commands_page(words_of("vi")).text
    found = set(re.findall(r"^## <code>(.+)</code>", text, re.MULTILINE))
    assert {"opendata", "opendata build", "opendata site serve"} <= found
    assert len(found) == 1 + sum(_count(command) for command in main.commands.values())
    assert "opendata build [OPTIONS] SOURCE..." in text


def test_the_command_line_page_has_every_option() -> None:
    found = set(re.findall(r'<code id="([^"]+)"', commands_page(words_of("en")).text))
    stated = set(_options(main, "_opendata"))
    assert "_opendata-validate--write-baseline" in stated
    assert found == stated | {"_opendata--help"}


def _options(command: Any, path: str) -> Iterator[str]:
    for one in command.params:
        if isinstance(one, click.Option):
            yield path + max(one.opts, key=len)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _options(inner, f"{path}-{name}")


def test_the_python_page_has_every_public_function_with_what_it_says() -> None:
    text = python_page(words_of("en")).text
    assert opendata.__all__
    for name in opendata.__all__:
        assert f"## <code>opendata&#46;{name}</code> {{ #_{name} }}" in text
        assert f"opendata.{name}(" in text
    assert "Reads a package of ours from its folder" in text
    for gives in ("Built", "Extraction", "Package"):
        assert f"## <code>{gives}</code>" in text
        assert f"-> {gives}\n```" in text
    for name in ("counts", "left_out"):
        assert f'id="_Built.{name}"' in text


def _count(command: Any) -> int:
    return 1 + sum(map(_count, getattr(command, "commands", {}).values()))


def test_the_changelog_is_shown_whole(guides: Guides) -> None:
    assert "## [" in guides.changelog
    assert "cff-version" in guides.citation


@pytest.mark.parametrize(
    "spoil, message",
    [
        (lambda docs: (docs / "vi" / "limits.md").unlink(), "limits.md: does not exist"),
        (lambda docs: (docs / "en" / "more.md").write_text("# More"), "more.md: is not listed"),
        (lambda docs: (docs / "vi" / "teach.md").write_text("no title"), "teach.md, line 1: has no title"),
        (lambda docs: (docs / "vi" / "teach.md").write_bytes(b"# \xff"), "teach.md, byte 2: is not UTF-8"),
        (lambda docs: (docs / "nav.yaml").unlink(), "nav.yaml: cannot be read"),
        (lambda docs: (docs / "nav.yaml").write_text("a: ["), "nav.yaml: is not YAML"),
        (lambda docs: (docs / "nav.yaml").write_text("a: b"), "nav.yaml: is not a list of names"),
    ],
)  # fmt: skip
def test_faults_of_guides_are_told(tmp_path: Path, spoil: Any, message: str) -> None:
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    spoil(docs)
    with pytest.raises(InputError, match=re.escape(message)):
        read_guides(docs)
