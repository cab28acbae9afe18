"""Whether work grows with the size of its input and no faster: a ratio, never seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
# Linear work takes 8 times as long, quadratic work 64 times; CPU time, as the machine may be busy.
AT_MOST = 26


def assert_linear(
    make: Callable[[int], object], work: Callable[..., object], size: int, runs: int = 3
) -> None:
    """`make(n)` is an input of size n, `work(input)` is timed for `size` and eight times that."""
    work(make(1))
    small, large = _best(work, make(size), runs), _best(work, make(size * TIMES), runs)
    assert large < AT_MOST * max(small, 1e-3), f"{TIMES} times the input took {large / small:.0f} x"


def _best(work: Callable[..., object], given: object, runs: int) -> float:
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work(given)
        spent.append(time.process_time() - start)
    return min(spent)
