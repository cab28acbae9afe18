"""frictionless's own tests of validation, run with our `validate` in its place.

They need the data files of frictionless's source repository, near the version that is installed:

    FRICTIONLESS_SOURCE=path/to/frictionless-py pytest tests/validation/frictionless_own -s

Nothing is fetched. A test counts that passes with frictionless itself on this machine. With ours,
plain (`strict=False`) or strict, each of them must pass but those of `differences.csv`, which says
why. `-s` shows the counts. Where there is no checkout, `../test_drop_in.py` makes the same
kinds of calls.
"""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import frictionless
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PACKAGE = Path(frictionless.__file__).parent
SOURCE = os.environ.get("FRICTIONLESS_SOURCE", "")
# Other services, and what is printed rather than found.
NOT_VALIDATION = ("portals", "schemes/aws", "console")
Name = tuple[str, str]  # file below frictionless's folder, and test


def chosen_tests() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("__spec__/**/test_*.py"))
        if "validate(" in path.read_text("utf-8")
        and not path.relative_to(PACKAGE).as_posix().startswith(NOT_VALIDATION)
    ]


def differences(mode: str) -> dict[Name, str]:
    """Why each of the tests that differ in a mode does."""
    with (HERE / "differences.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if mode in row["mode"].split()]
    return {(row["file"], row["test"]): row["reason"] for row in rows}


def outcomes(mode: str, folder: Path) -> dict[Name, dict[str, str]]:
    out = folder / mode
    options = ["-q", "-c", os.devnull, "--rootdir", str(folder), "--noconftest", "-W", "ignore"]
    options += ["--import-mode=importlib", "-p", "no:cacheprovider", "-m", "not ci"]
    plugin = ["-p", "tests.validation.frictionless_own.plugin"]
    known = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    subprocess.run(
        # As a module, pytest would import the checkout instead of what is installed.
        [sys.executable, "-P", "-m", "pytest", *options, *plugin, *map(str, chosen_tests())],
        cwd=SOURCE,
        env={
            **os.environ,
            "OPENDATA_IN_PLACE": mode,
            "OPENDATA_OUTCOMES": str(out),
            "PYTHONPATH": os.pathsep.join(filter(None, known)),
        },
        stdout=subprocess.DEVNULL,
        check=False,
        timeout=900,
    )
    lines = map(json.loads, out.read_text("utf-8").splitlines())
    return {(one["file"], one["name"]): one for one in lines}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[Name, dict[str, str]]:
    """What passes with frictionless itself."""
    if not SOURCE:
        pytest.skip("FRICTIONLESS_SOURCE names no checkout of frictionless-py")
    found = outcomes("no", tmp_path_factory.mktemp("theirs"))
    passed = {name: one for name, one in found.items() if one["outcome"] == "passed"}
    assert len(passed) > 400
    return passed


@pytest.mark.parametrize("mode", ["plain", "strict"])
def test_theirs_pass_with_ours(
    mode: str, theirs: dict[Name, dict[str, str]], tmp_path: Path
) -> None:
    expected = differences(mode)
    ours = outcomes(mode, tmp_path)
    failed = {name: ours.get(name, {}) for name in theirs}
    failed = {name: one for name, one in failed.items() if one.get("outcome") != "passed"}
    unexpected = {name: one.get("why", "") for name, one in failed.items() if name not in expected}
    kept = len(theirs) - len(failed)
    print(f"\n{mode}: {kept} of {len(theirs)} pass, {len(failed)} differ as expected")  # noqa: T201
    assert unexpected == {}
    assert expected.keys() & theirs.keys() == failed.keys(), "a listed difference is no more"


def test_every_difference_has_its_reason() -> None:
    for mode in ("plain", "strict"):
        assert all(reason for reason in differences(mode).values())
        assert all((PACKAGE / file).is_file() for file, _ in differences(mode))
