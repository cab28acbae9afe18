"""The command `opendata validate`: options, files that it writes, exit codes."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.validation.reports.faulty import ARTICLES, write_faulty

from opendata.cli import main


def run(*arguments: str | Path, **environ: str) -> Result:
    result = CliRunner().invoke(main, ["validate", *map(str, arguments)], env=environ)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def types(result: Result) -> set[str]:
    return {group["type"] for group in json.loads(result.stdout)["opendata"]["groups"]}


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["sound"], 0),
        (["sound/datapackage.json"], 0),
        (["faulty"], 1),
        (["sound", "faulty"], 1),
        (["faulty/data/outlets.csv"], 0),
        (["no-such-folder"], 2),
        (["no-such-file.csv"], 2),
        (["sound/data"], 2),  # a folder without a descriptor
        (["faulty", "--skip", "no-such-type"], 2),
        (["faulty", "--baseline", "gone.json"], 2),
        (["faulty", "--report", "sarif"], 2),
        (["faulty", "--report", "pdf=a.pdf"], 2),
        (["faulty", "--report", "json=sound"], 2),  # a folder
        (["faulty", "--write-baseline", "sound"], 2),
        (["faulty", "--format", "pdf"], 2),
        (["faulty", "--schema", "gone.json"], 2),
        (["https://example.org/datapackage.json"], 2),
        (["--changed"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, working: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert (code == 2) == bool(result.stderr)


def test_the_package_is_datapackage_unless_named(working: Path) -> None:
    assert "error: datapackage: does not exist" in run().stderr
    (working / "sound").rename(working / "datapackage")
    assert run().exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "markdown", "junit", "sarif", "github"])
def test_a_format_is_printed_or_written(form: str, working: Path) -> None:
    printed = run("faulty", "--format", form)
    written = run("faulty", "--report", f"{form}=out/report", "--lang", "en")
    assert printed.exit_code == written.exit_code == 1
    text = (working / "out" / "report").read_text("utf-8")
    took = r'("seconds": |time=")[0-9.]+'  # how long it took
    assert re.sub(took, "", text) == re.sub(took, "", printed.stdout)
    assert written.stdout.startswith("articles (faulty/data/articles.csv)\n  type-error [year]: 3 ")


def test_several_reports_at_once(working: Path) -> None:
    run("faulty", "--report", "junit=a.xml", "--report", "sarif=a.sarif", "--format", "github")
    assert ET.parse(working / "a.xml").getroot().get("failures") == "6"
    assert len(json.loads((working / "a.sarif").read_text("utf-8"))["runs"][0]["results"]) == 8


@pytest.mark.parametrize(
    "options, expected",
    [
        (["--only", "type-error"], {"type-error"}),
        (["--only", "type-error,blank-row"], {"type-error", "blank-row"}),
        (["--only", "type-error", "--only", "blank-row"], {"type-error", "blank-row"}),
        (["--skip", "row"], set()),
        (["--skip", "#cell"], {"primary-key", "foreign-key", "blank-row"}),
        (["--only", "cell", "--skip", "type-error"], {"missing-cell", "extra-cell"}),
    ],
)
def test_types_and_tags_are_picked_and_skipped(
    options: list[str], expected: set[str], working: Path
) -> None:
    result = run("faulty", "--format", "json", *options)
    # Without the errors that they are consequences of, some of rows stand out.
    assert types(result) - {"constraint-error"} == expected
    assert result.exit_code == (1 if types(result) else 0)


def test_a_type_that_is_none_is_corrected(working: Path) -> None:
    assert "Do you mean 'type-error'?" in run("faulty", "--only", "typ-error").stderr


def test_a_limit_keeps_totals_true(working: Path) -> None:
    found = json.loads(run("faulty", "--format", "json", "--limit", "2").stdout)
    assert [len(task["errors"]) for task in found["tasks"]] == [2, 0]
    assert sum(one["count"] for one in found["tasks"][0]["stats"]["totals"]) == 10
    assert (found["opendata"]["errors"], found["opendata"]["exact"]) == (8, True)
    text = run("faulty", "--limit", "6").stdout  # one of each group
    assert "type-error [year]: 3 " in text and "row 8" in text and "row 4" not in text


def test_no_more_errors_are_kept_in_memory_than_help(
    working: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opendata.validation.reports.command._COUNTED", 3)
    cut = run("faulty", "--limit", "2").stdout
    assert "reached error limit: 3" in cut and "type-error [year]: 3 " in cut
    assert "extra-cell: 1 " in cut  # counted, though it stands after the limit
    assert "invalid: 8 errors" in run("faulty", "--limit", "0").stdout


def test_known_errors_do_not_fail(working: Path) -> None:
    written = run("faulty", "--write-baseline", "known.json")
    assert (written.exit_code, written.stderr) == (0, "wrote 8 known errors to known.json\n")
    result = run("faulty", "--baseline", "known.json")
    assert result.exit_code == 0
    assert result.stdout.endswith("valid: 8 known errors, none new, 0 warnings\n")


def test_a_baseline_is_of_several_packages(working: Path) -> None:
    write_faulty(working / "other")
    run("faulty", "other", "--write-baseline", "known.json")
    assert run("other", "faulty", "--baseline", "known.json").exit_code == 0
    assert run("other", "--baseline", "known.json").exit_code == 0
    (working / "moved").mkdir()
    (working / "other").rename(working / "moved" / "other")
    assert run("moved/other", "--baseline", "known.json").exit_code == 1


def test_rows_may_move_and_what_was_mended_is_named(working: Path) -> None:
    run("faulty", "--write-baseline", "known.json")
    head, *rows = ARTICLES.replace("\n\n", "\n").split("\n", 1)
    write_faulty(working / "faulty", f'{head}\n9,"Chín\nhai",2021,lao\n{rows[0]}')
    result = run("faulty", "--baseline", "known.json", "--lang", "vi")
    assert result.exit_code == 0
    assert "1 lỗi đã biết không còn:\n    articles blank-row\n" in result.stdout
    write_faulty(working / "faulty", f"{head}\n9,Chín,n/a,lao\n{rows[0]}")
    result = run("faulty", "--baseline", "known.json")
    assert result.exit_code == 1
    assert "type-error [year]: 4 (3 of them known)" in result.stdout
    assert 'faulty/data/articles.csv:2:8  row 2 "n/a"' in result.stdout
    # A baseline shrinks by what was mended and takes up nothing new.
    again = run("faulty", "--baseline", "known.json", "--write-baseline", "known.json")
    assert (again.exit_code, again.stderr) == (1, "wrote 7 known errors to known.json\n")
    assert '"key": "9"' not in (working / "known.json").read_text("utf-8")


@pytest.mark.parametrize("options", [["--skip", "blank-row"], ["--only", "type-error"]])
def test_what_was_not_looked_for_is_not_mended(options: list[str], working: Path) -> None:
    run("faulty", "--write-baseline", "known.json")
    write_faulty(working / "faulty", ARTICLES.replace("\n\n", "\n"))
    result = run("faulty", "--baseline", "known.json", *options)
    assert "no longer occur" not in result.stdout


def test_an_unreadable_table_mends_nothing(working: Path) -> None:
    run("faulty", "--write-baseline", "known.json")
    (working / "faulty" / "data" / "articles.csv").unlink()
    result = run("faulty", "--baseline", "known.json")
    assert result.exit_code == 1 and "no longer occur" not in result.stdout


def test_a_table_with_a_schema(working: Path) -> None:
    (working / "schema.json").write_text(
        '{"fields": [{"name": "id", "type": "integer"}, {"name": "name"}]}'
    )
    table = working / "sound" / "data" / "outlets.csv"
    result = run(table, "--schema", "schema.json", "--format", "json")
    assert (result.exit_code, types(result)) == (1, {"type-error"})
    assert run("sound", "--schema", "schema.json").exit_code == 2
    (working / "schema.json").write_text('{"fields": 5}')
    assert "schema.json: is no Table Schema" in run(table, "--schema", "schema.json").stderr


def test_rules_of_ones_own(working: Path) -> None:
    rule = "{name: odd, resource: outlets, require: {field: id, equals: lao}, message: {en: not lao, vi: không phải lao}}"
    (working / "rules.yaml").write_text(f"rules: [{rule}]", "utf-8")
    result = run("sound", "--rules", "rules.yaml", "--lang", "vi")
    assert result.exit_code == 1
    assert "sound/data/outlets.csv:2:1" in result.stdout and "không phải lao" in result.stdout


@pytest.mark.parametrize(
    "files, packages",
    [
        (["faulty/data/articles.csv", "faulty/datapackage.json"], ["faulty"]),
        (["sound/data/outlets.csv", "faulty/data/outlets.csv"], ["sound", "faulty"]),
        (["notes.csv"], []),
        (["sound"], ["sound"]),
    ],
)
def test_changed_files_lead_to_their_packages(
    files: list[str], packages: list[str], working: Path
) -> None:
    result = run("--changed", *files, "--format", "json")
    found = json.loads(result.stdout) if result.stdout else []
    shown = found if isinstance(found, list) else [found]
    assert [one["opendata"]["package"] for one in shown] == packages
    assert result.exit_code == ("faulty" in packages)


@pytest.mark.parametrize(
    "environ, options, word",
    [
        ({}, [], "valid"),
        ({"LANG": "vi_VN.UTF-8"}, [], "hợp lệ"),
        ({"LANG": "vi_VN.UTF-8"}, ["--lang", "en"], "valid"),
        ({}, ["--lang", "vi"], "hợp lệ"),
    ],
)
def test_the_language(
    environ: dict[str, str], options: list[str], word: str, working: Path
) -> None:
    assert run("sound", *options, **environ).stdout.startswith(f"{word}: ")


@pytest.mark.parametrize(
    "environ, color",
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_are_of_terminals(environ: dict[str, str], color: bool, working: Path) -> None:
    assert ("\x1b[" in run("faulty", **environ).stdout) == color
    run("faulty", "--report", "text=a.txt", **environ)
    assert "\x1b[" not in (working / "a.txt").read_text("utf-8")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from opendata.cli import main\n"
        "try: main(['validate', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('frictionless', 'jsonschema', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n") and "Exit codes" in done.stdout


def test_skipping_a_cause_does_not_let_what_follows_stand_out(working: Path) -> None:
    shown = run("faulty", "--skip", "blank-row,missing-cell").stdout
    assert "primary-key: 1 " in shown and "invalid: 6 errors" in shown
    found = json.loads(run("faulty", "--format", "json", "--only", "primary-key").stdout)
    # Row 6 is blank, so that its key is empty too.
    assert [one["rowNumber"] for one in found["tasks"][0]["errors"]] == [5, 6]
    assert (found["opendata"]["errors"], found["opendata"]["leftOut"]) == (1, 1)
