"""`opendata evaluate` against a baseline and `opendata passages`: exit codes and what is printed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from opendata.builder import Built
from opendata.cli import main

GOLD = Path(__file__).parent.parent / "gold"
HEADER = "measure,page,result,item\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def worse(built: Built, tmp_path: Path) -> Path:
    """The package of the notes with one figure read wrongly."""
    package = tmp_path / "worse"
    shutil.copytree(built.out, package)
    figures = package / "data" / "figures.csv"
    figures.write_text(figures.read_text("utf-8").replace(",97.6,", ",97.5,"), "utf-8")
    return package


def test_a_loss_fails_and_is_named(worse: Path, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(HEADER, "utf-8")
    result = run("evaluate", worse, GOLD, "--baseline", tmp_path / "b.csv")
    assert result.exit_code == 1
    assert "lost    lang-son-toa-an-2021  figures: miss 97,6% = 97.6" in result.stdout
    assert "against the baseline: 0 gained, 2 lost" in result.stdout


def test_a_gain_does_not_fail(built: Built, tmp_path: Path) -> None:
    fault = '"figures","lang-son-toa-an-2021","miss","97,6% = 97.6"\n'
    (tmp_path / "b.csv").write_text(HEADER + fault, "utf-8")
    result = run("evaluate", built.out, GOLD, "--baseline", tmp_path / "b.csv")
    assert result.exit_code == 0
    assert "gained  lang-son-toa-an-2021  figures: miss 97,6% = 97.6" in result.stdout


def test_a_moved_baseline_is_kept(worse: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    assert run("evaluate", worse, GOLD, "--update-baseline", path).exit_code == 0
    result = run("evaluate", worse, GOLD, "--baseline", path)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        0,
        "against the baseline: 0 gained, 0 lost",
    )


def test_a_file_that_is_no_baseline_is_refused(built: Built, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("a,b\n", "utf-8")
    result = run("evaluate", built.out, GOLD, "--baseline", tmp_path / "b.csv")
    assert result.exit_code == 2
    assert "b.csv, line 1: the header is not " in result.stderr


def test_passages_are_built_and_scored(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- id: one\n  page: |\n    Tin ngắn\n\n    Chi bộ học Quy định 144 về đạo đức.\n"
        "  citations:\n    - Quy định 144: quy_dinh 144\n",
        "utf-8",
    )
    result = run("passages", tmp_path, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout.split(" to ")[0]) == (0, "wrote 1 passages")
    run("build", tmp_path / "out/pages", "--out", tmp_path / "package")
    scored = run(
        "evaluate",
        tmp_path / "package",
        tmp_path / "out/answers",
        "--sources",
        tmp_path / "out/pages",
    )
    assert scored.exit_code == 0
    assert "citations, numbered          1     0     0" in scored.stdout


def test_a_faulty_passage_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- id: one\n  pages: x\n", "utf-8")
    result = run("passages", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert (
        "a.yaml, passage one: is not written as a passage is (no such key: pages)" in result.stderr
    )
