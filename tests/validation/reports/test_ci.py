"""The GitHub Action and the pre-commit hook, run as far as a machine without either can."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from tests.validation.reports.faulty import write_faulty

from opendata.cli import main

ROOT = Path(__file__).parents[3]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
OPTIONS = {
    option.removeprefix("--")
    for parameter in main.commands["validate"].params
    for option in (*parameter.opts, *parameter.secondary_opts)
}
BIN = Path(sys.executable).parent
needs_bash = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("bash") or not (BIN / "opendata").exists(),
    reason="needs bash and the installed command",
)


def test_inputs_are_options_of_the_command() -> None:
    assert ACTION["inputs"].keys() - {"package", "args", "python-version"} <= OPTIONS
    assert all(one["description"] and "default" in one for one in ACTION["inputs"].values())


def test_every_input_and_output_is_used_and_none_is_run_as_a_script() -> None:
    steps = ACTION["runs"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    used = set(re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(steps)))
    assert used == ACTION["inputs"].keys()
    assert {one["value"] for one in ACTION["outputs"].values()} == {
        f"${{{{ steps.validate.outputs.{name} }}}}" for name in ACTION["outputs"]
    }


def environment(folder: Path, inputs: dict[str, str]) -> dict[str, str]:
    """What the runner sets for the step that validates."""
    step = next(one for one in ACTION["runs"]["steps"] if one.get("id") == "validate")
    stated = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    values = {f"inputs.{name}": value for name, value in stated.items()}
    values["steps.install.outputs.bin"] = str(BIN)
    expanded = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], text)
        for name, text in step["env"].items()
    }
    runner = {"RUNNER_TEMP": folder / "temp", "GITHUB_OUTPUT": folder / "output", "GITHUB_STEP_SUMMARY": folder / "summary"}  # fmt: skip
    return {"PATH": os.environ["PATH"], **expanded, **{k: str(v) for k, v in runner.items()}}


def run_action(
    folder: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Runs the step that validates in a folder; returns also its outputs."""
    for name in ("temp", "output", "summary"):
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink(True)
    (folder / "temp").mkdir()
    (folder / "output").touch()
    step = next(one for one in ACTION["runs"]["steps"] if one.get("id") == "validate")
    names = {name.replace("_", "-"): value for name, value in inputs.items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder, env=environment(folder, names), capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    lines = (folder / "output").read_text("utf-8").splitlines()
    return done, dict(line.split("=", 1) for line in lines)


@pytest.mark.slow
@needs_bash
def test_the_action_passes_a_sound_package(working: Path) -> None:
    done, outputs = run_action(working, package="sound")
    assert (done.returncode, done.stdout) == (0, "sound: valid: 0 errors, 0 warnings\n")
    assert outputs == {"valid": "true", "errors": "0", "known": "0", "report": f"{working}/temp/opendata-report.json"}  # fmt: skip
    assert (working / "summary").read_text("utf-8").startswith("### ✅ `sound`")


@pytest.mark.slow
@needs_bash
def test_the_action_annotates_a_faulty_package(working: Path) -> None:
    done, outputs = run_action(working, package="faulty")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=faulty/data/articles.csv,line=4,col=18,title=")
    assert (outputs["valid"], outputs["errors"]) == ("false", "8")
    assert json.loads(Path(outputs["report"]).read_text("utf-8"))["opendata"]["new"] == 8
    assert "| `articles` | `year` |" in (working / "summary").read_text("utf-8")


@pytest.mark.slow
@needs_bash
def test_the_action_hands_on_its_inputs(working: Path) -> None:
    CliRunner().invoke(main, ["validate", "faulty", "--write-baseline", "known errors.json"])
    done, outputs = run_action(
        working, package="faulty\nsound\n", baseline="known errors.json", lang="vi", format="text",
        skip="foreign-key", args="--limit 5\n--report sarif=out/a.sarif",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (outputs["valid"], outputs["errors"], outputs["known"]) == ("true", "7", "7")
    assert "hợp lệ: 7 lỗi đã biết, không có lỗi mới" in done.stdout
    assert json.loads((working / "out" / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.slow
@needs_bash
@pytest.mark.parametrize(
    "inputs",
    [
        {"package": "--help"},
        {"package": "sound; touch hacked", "baseline": "$(touch hacked)"},
        {"package": "sound", "args": "--only `touch hacked` *"},
    ],
)
def test_the_action_runs_nothing_that_an_input_says(inputs: dict[str, str], working: Path) -> None:
    done, outputs = run_action(working, **inputs)
    assert (done.returncode, outputs) == (2, {})
    assert not (working / "hacked").exists()


def hook(*files: str) -> int:
    program, command, *options = shlex.split(HOOK["entry"])
    assert program == "opendata"
    return CliRunner().invoke(main, [command, *options, *files]).exit_code


def test_the_hook_runs_on_files_of_packages(working: Path) -> None:
    write_faulty(working / "data packages" / "faulty")
    assert hook("sound/data/articles.csv", "sound/datapackage.json") == 0
    assert hook("data packages/faulty/data/outlets.csv") == 1
    (working / "notes.csv").write_text("not,of\na,package,at,all\n")
    assert hook("notes.csv") == 0


@pytest.mark.parametrize(
    "file, wanted",
    [
        ("datapackage.json", True),
        ("data/datapackage.json", True),
        ("data/bảng.csv", True),
        ("data/a.csv.gz", True),
        ("data/a.tsv", True),
        ("src/a.py", False),
        ("README.md", False),
        ("csv", False),
    ],
)
def test_the_hook_is_handed_files_that_packages_consist_of(file: str, wanted: bool) -> None:
    assert bool(re.search(HOOK["files"], file)) == wanted
    assert HOOK["id"] == "opendata-validate" and HOOK["require_serial"] is True
