"""Validation beside frictionless's: time and peak memory of whole processes, equal verdicts.

    python -m benchmarks --validation [--rows N ...] [--plot FILE.svg]

Not for: making the package (`relational`), or drawing (`plot`).
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import compiled
from benchmarks.relational import write_package

Line = tuple[str, str, str]
ROWS = (10_000, 605_000)
# frictionless reads about 20,000 rows a second; beyond this only the columns are measured.
_FRICTIONLESS_UP_TO = 7_000_000
_FAULTS = 1000
_OF_FRICTIONLESS = "import frictionless; r = frictionless.validate(PATH, limit_errors=0)"
_OF_OURS = "from opendata.validation import validate; r = validate(PATH, limit_errors=0)"
_OF_OURS_PLAIN = (
    "from opendata.validation import validate; r = validate(PATH, limit_errors=0, strict=False)"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole process. `verdict` stands for all errors in order; `peak` is in bytes.

    `seconds` pass on the clock, `busy` ones on all cores together.
    """

    seconds: float
    busy: float
    peak: int
    errors: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One package, validated by all; `theirs` is None where frictionless takes too long."""

    rows: int
    faults: int
    ours: Measured
    plain: Measured
    theirs: Measured | None


def compare(rows: Sequence[int] = ROWS) -> Iterator[Compared]:
    """For each size a clean package, and from 100,000 rows on one with faults."""
    with tempfile.TemporaryDirectory() as bytecode:
        _warm(Path(bytecode))
        for count in rows:
            for faults in (0, _FAULTS) if count >= 100 * _FAULTS else (0,):
                with tempfile.TemporaryDirectory() as folder:
                    path = write_package(Path(folder), count, faults)
                    yield _side_by_side(path, Path(bytecode), count, faults)


def lines(compared: Iterable[Compared]) -> Iterator[Line]:
    """A table of how long each took, and how much faster ours is."""
    for one in compared:
        head = f"validation of {one.rows:,} rows, {one.faults:,} faults"
        yield head, "s, CPU s, MB", "x, x CPU"
        if one.theirs is not None:
            same = "equal" if one.theirs.verdict == one.plain.verdict else "NOT EQUAL"
            yield "frictionless", _told(one.theirs), ""
            yield f"  errors: {one.theirs.errors:,}, verdicts {same}", "", ""
        for name, it in (("opendata, everything", one.ours), ("opendata, strict=False", one.plain)):
            yield name, _told(it), _times(one.theirs, it) if one.theirs else ""


def growth(compared: Iterable[Compared]) -> dict[str, list[tuple[int, float]]]:
    """For each validator rows and seconds, of packages without faults."""
    clean = [one for one in compared if not one.faults]
    return {
        "frictionless": [(one.rows, one.theirs.seconds) for one in clean if one.theirs],
        "opendata": [(one.rows, one.ours.seconds) for one in clean],
    }


def _warm(bytecode: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_package(Path(folder), 100)
        for code in (_OF_OURS, _OF_FRICTIONLESS):
            measure(code, path, bytecode)


def _side_by_side(path: Path, bytecode: Path, count: int, faults: int) -> Compared:
    theirs = measure(_OF_FRICTIONLESS, path, bytecode) if count <= _FRICTIONLESS_UP_TO else None
    ours, plain = measure(_OF_OURS, path, bytecode), measure(_OF_OURS_PLAIN, path, bytecode)
    return Compared(count, faults, ours, plain, theirs)


def _told(one: Measured) -> str:
    return f"{one.seconds:.2f} {one.busy:.2f} {one.peak >> 20}"


def _times(base: Measured, one: Measured) -> str:
    return f"{base.seconds / one.seconds:.1f} {base.busy / one.busy:.1f}"


def measure(code: str, path: Path, bytecode: Path) -> Measured:
    """Runs `code` on a package in a process of its own, with modules compiled before."""
    command = [sys.executable, "-c", _CHILD.replace("CODE", code), str(path)]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=compiled(bytecode))
    assert child.stdout is not None
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{code} failed on {path}")
    errors, verdict = json.loads(told)
    busy = usage.ru_utime + usage.ru_stime
    return Measured(seconds, busy, usage.ru_maxrss << 10, errors, verdict)


_CHILD = """
import sys
PATH = sys.argv[1]
CODE
from benchmarks.validation import tell
tell(r)
"""


def tell(report: object) -> None:
    """Prints how many errors a report has, and a digest of what it says of each, in order."""
    digest, count = hashlib.sha256(), 0
    for task in report.tasks:  # type: ignore[attr-defined]
        for error in task.errors:
            count += 1
            digest.update(json.dumps([task.name, error.to_descriptor()]).encode())
    print(json.dumps([count, digest.hexdigest()]))
