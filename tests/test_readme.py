"""The README tells the truth: its rows are in the package, its output is the tool's, its code runs."""

import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from opendata.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (.+) \|$", README, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
CONSOLE = re.findall(r"```console\n\$ opendata (.*?)\n(.*?)```", README, re.DOTALL)


def cells(table: str) -> list[dict[str, str]]:
    with (ROOT / "datapackage" / "data" / f"{table}.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_rows_are_in_the_package(table: str, row: str) -> None:
    shown = dict(part.split("=", 1) for part in re.findall(r"`([^`]+)`", row))
    assert len(shown) >= 3
    assert any(shown.items() <= one.items() for one in cells(table))


@pytest.mark.parametrize(("command", "output"), CONSOLE)
def test_output_is_the_tools(command: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert CliRunner().invoke(main, command.split()).stdout == output


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: code.split("\n", 1)[0])
def test_code_runs(code: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "datapackage", tmp_path / "datapackage")
    shutil.copytree(ROOT / "seeds", tmp_path / "pages")
    code = code.replace('"pages", "datapackage"', '"pages", "made"')
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()


def test_every_main_table_is_shown() -> None:
    assert {table for table, _ in ROWS} >= {"articles", "events", "directives", "citations"}
    assert len(PYTHON) == 6
    assert len(CONSOLE) == 1
