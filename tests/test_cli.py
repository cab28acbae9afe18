"""The command line: exit codes, what is printed, and messages without tracebacks."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from opendata.builder import Built
from opendata.cli import main


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_build_says_what_the_package_holds(seeds: Path, tmp_path: Path) -> None:
    result = run("build", seeds, "--out", tmp_path / "package")
    assert result.exit_code == 0
    assert "5  articles" in result.stdout and "flagged date_doubtful" in result.stdout
    assert result.stderr == ""


def test_build_with_a_page_left_out(seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(seeds, folder)
    (folder / "empty.txt").write_text("", "utf-8")
    result = run("build", folder, "--out", tmp_path / "package")
    assert result.exit_code == 1
    assert "left out: empty.txt: " in result.stderr


@pytest.mark.parametrize("command", ["build", "validate", "extract", "why"])
def test_a_missing_path_is_named(command: str, tmp_path: Path) -> None:
    missing = tmp_path / "không-có"
    more = {"build": ["--out", tmp_path / "package"], "why": ["x"]}.get(command, [])
    result = run(command, missing, *more)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ") and "không-có" in result.stderr


def test_a_faulty_metadata_file_stops_the_build(seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(seeds, folder)
    (folder / "package.yaml").write_text("name: Tòa Án", "utf-8")
    result = run("build", folder, "--out", tmp_path / "package")
    assert result.exit_code == 2 and "package.yaml, name: " in result.stderr
    assert not (tmp_path / "package").exists()


def test_a_stale_correction_is_a_notice(seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(seeds, folder)
    entry = "- {record: articles/gone, field: byline, value: X, reason: r, who: w}"
    (folder / "corrections.yaml").write_text(entry, "utf-8")
    result = run("build", folder, "--out", tmp_path / "package")
    assert result.exit_code == 0
    assert "notice: corrections.yaml, entry 1: articles/gone" in result.stderr


def test_validate(built: Built, seeds: Path, tmp_path: Path) -> None:
    assert run("validate", built.out, "--sources", seeds).exit_code == 0
    broken = tmp_path / "broken"
    shutil.copytree(built.out, broken)
    (broken / "data" / "persons.csv").unlink()
    result = run("validate", broken)
    assert result.exit_code == 1 and "persons.csv" in result.stdout


def test_validate_as_json(built: Built) -> None:
    result = run("validate", built.out, "--format", "json")
    assert json.loads(result.stdout)["valid"] is True


def test_extract_shows_values_with_their_words(seeds: Path) -> None:
    result = run("extract", seeds / "lao-cai-toa-an-2023.txt")
    assert result.exit_code == 0
    assert "Chỉ thị 26" in result.stdout and "Đặng Xuân Phong" in result.stdout
    as_json = run("extract", seeds / "lao-cai-toa-an-2023.txt", "--format", "json")
    assert json.loads(as_json.stdout)["articles"][0]["citations"][0]["as_written"] == "Chỉ thị 26"


def test_why_tells_the_reasons(built: Built) -> None:
    result = run("why", built.out, "articles/lang-son-toa-an-2021", "byline")
    assert result.exit_code == 0
    assert "Phùng Khiêm" in result.stdout and "corrections.yaml" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nobody"], "is not in the package"),
        (["pages/x"], "there is no table 'pages'"),
        (["articles/lang-son-toa-an-2021", "author"], "has no field 'author'"),
    ],
)
def test_why_of_what_is_not_there(built: Built, arguments: list[str], message: str) -> None:
    result = run("why", built.out, *arguments)
    assert result.exit_code == 2 and message in result.stderr


def test_schema_export_and_diff(built: Built, tmp_path: Path) -> None:
    assert run("schema", "export", tmp_path / "schemas").exit_code == 0
    same = run("schema", "diff", tmp_path / "schemas", built.out)
    assert (same.exit_code, same.stdout) == (0, "version step: none\n")


def test_evaluate(built: Built, seeds: Path) -> None:
    gold = Path(__file__).parent / "gold"
    result = run("evaluate", built.out, gold, "--sources", seeds)
    assert result.exit_code == 0 and "citations, numbered" in result.stdout


def test_authority_check(tmp_path: Path) -> None:
    assert run("authority", "check").exit_code == 0


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_teaches_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    group = getattr(main.commands[command], "commands", None)
    for name in group or [None]:
        arguments = [command, name, "--help"] if name else [command, "--help"]
        assert f"opendata {command}" in run(*arguments).stdout
