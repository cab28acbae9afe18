"""Validation beside frictionless's: time and peak memory of whole processes, equal verdicts.

    python -m benchmarks --validation [--rows N ...] [--plot FILE.svg]

Not for: making the package (`relational`), or drawing (`plot`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import RUNS, compiled
from benchmarks.relational import write_package

Line = tuple[str, str, str]
ROWS = (10_000, 605_000)
# frictionless reads about 30,000 rows a second; beyond this only the columns are measured.
_FRICTIONLESS_UP_TO = 7_000_000
_COMMANDS_UP_TO = 1_000_000
_FAULTS = 1000
# A process that takes less is run several times, and the shortest time counts.
_SHORT = 5.0

_CALL = """
import sys
PATH = sys.argv[1]
{}
from benchmarks.verdict import tell
tell(r)
"""
_THEIRS, _OURS, _PLAIN = "frictionless", "opendata, everything", "opendata, strict=False"
_CALLS = {
    _THEIRS: "import frictionless; r = frictionless.validate(PATH, limit_errors=0)",
    _OURS: "from opendata.validation import validate; r = validate(PATH, limit_errors=0)",
    _PLAIN: "from opendata.validation import validate; "
    "r = validate(PATH, limit_errors=0, strict=False)",
}
_COMMAND = "import sys; from {} as main; sys.argv = ['', 'validate', sys.argv[1], {}]; main()"
_THEIR_COMMAND, _OUR_COMMAND = "frictionless validate", "opendata validate"
_COMMANDS = {
    _THEIR_COMMAND: _COMMAND.format(
        "frictionless.__main__ import console", "'--limit-errors', '1000000', '--json'"
    ),
    _OUR_COMMAND: _COMMAND.format("opendata.cli import main", "'--limit', '0', '--format', 'json'"),
}
_PEERS = {_OURS: _THEIRS, _PLAIN: _THEIRS, _OUR_COMMAND: _THEIR_COMMAND}


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole process: `told` is its output, `peak` in bytes.

    `seconds` pass on the clock, `busy` ones on all cores together.
    """

    seconds: float
    busy: float
    peak: int
    told: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One package, validated by all whom it does not take too long, by name."""

    rows: int
    faults: int
    runs: Mapping[str, Measured]


def compare(rows: Sequence[int] = ROWS) -> Iterator[Compared]:
    """For each size a clean package, and from 100,000 rows on one with faults."""
    with tempfile.TemporaryDirectory() as bytecode:
        _warm(Path(bytecode))
        for count in rows:
            for faults in (0, _FAULTS) if count >= 100 * _FAULTS else (0,):
                with tempfile.TemporaryDirectory() as folder:
                    path = write_package(Path(folder), count, faults)
                    yield Compared(count, faults, _side_by_side(path, Path(bytecode), count))


def lines(compared: Iterable[Compared]) -> Iterator[Line]:
    """A table of how long each took, and how much faster ours is."""
    for one in compared:
        head = f"validation of {one.rows:,} rows, {one.faults:,} faults"
        yield head, "s, CPU s, MB", "x, x CPU"
        for name, run in one.runs.items():
            told = f"{run.seconds:.2f} {run.busy:.2f} {run.peak >> 20}"
            peer = one.runs.get(_PEERS.get(name, ""))
            yield name, told, _times(peer, run) if peer else ""
        if _THEIRS in one.runs:
            theirs, ours = one.runs[_THEIRS].told, one.runs[_PLAIN].told
            same = "equal" if theirs == ours else "NOT EQUAL"
            yield f"  errors: {json.loads(theirs)[0]:,}, verdicts {same}", "", ""


def growth(compared: Iterable[Compared]) -> dict[str, list[tuple[int, float]]]:
    """For each validator rows and seconds, of packages without faults."""
    clean = [one for one in compared if not one.faults]
    return {
        name: [(one.rows, one.runs[name].seconds) for one in clean if name in one.runs]
        for name in (_THEIRS, _OURS)
    }


def _warm(bytecode: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_package(Path(folder), 100)
        _side_by_side(path, bytecode, 0)


def _side_by_side(path: Path, bytecode: Path, count: int) -> dict[str, Measured]:
    scripts = {name: _CALL.format(call) for name, call in _CALLS.items()}
    scripts |= _COMMANDS if count <= _COMMANDS_UP_TO else {}
    if count > _FRICTIONLESS_UP_TO:
        del scripts[_THEIRS]
    return {name: _shortest(script, path, bytecode) for name, script in scripts.items()}


def _shortest(script: str, path: Path, bytecode: Path) -> Measured:
    runs = [measure(script, path, bytecode)]
    while runs[0].seconds < _SHORT and len(runs) < RUNS:
        runs.append(measure(script, path, bytecode))
    return min(runs, key=lambda one: one.seconds)


def _times(peer: Measured, one: Measured) -> str:
    return f"{peer.seconds / one.seconds:.1f} {peer.busy / one.busy:.1f}"


def measure(script: str, path: Path, bytecode: Path) -> Measured:
    """Runs a script on a package in a process of its own, with modules compiled before."""
    command = [sys.executable, "-c", script, str(path)]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=compiled(bytecode))
    assert child.stdout is not None
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):  # 1: a command has found faults
        raise RuntimeError(f"{script} failed on {path}")
    busy = usage.ru_utime + usage.ru_stime
    return Measured(seconds, busy, usage.ru_maxrss << 10, told.decode())
