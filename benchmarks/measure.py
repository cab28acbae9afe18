"""Seconds of work, best of several runs. Not for: what is measured."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

RUNS = 3


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of several runs: other work on the machine only ever adds time."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def process_seconds(*arguments: str) -> float:
    """A whole Python process, from start to end."""
    command = [sys.executable, *arguments]
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True), runs=5)
