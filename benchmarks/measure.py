"""Seconds of work, best of several runs. Not for: what is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 3


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of several runs: other work on the machine only ever adds time."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def process_seconds(bytecode: Path, *arguments: str) -> float:
    """A whole Python process, from start to end; modules are compiled, as where it is installed.

    `bytecode` is a folder of one's own: whether the source tree may hold any is not for us to say.
    """
    command = [sys.executable, *arguments]

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, env=compiled(bytecode))

    run()
    return seconds(run, runs=5)


def compiled(bytecode: Path) -> dict[str, str]:
    """The environment of a process that keeps compiled modules in a folder."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPYCACHEPREFIX": str(bytecode)}
