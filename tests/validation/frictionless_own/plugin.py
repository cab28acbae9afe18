"""A pytest plugin: frictionless's own tests, with our `validate` in the place of frictionless's.

`OPENDATA_IN_PLACE` is `no` (frictionless as it is), `plain` (`strict=False`) or `strict`;
`OPENDATA_OUTCOMES` is the file that the outcomes are written to, one JSON line a test.
Not for: choosing or judging tests (`test_frictionless_own`).
"""

import json
import os
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import frictionless
import pytest
from frictionless import Package, Resource, system

_inside: ContextVar[bool] = ContextVar("inside", default=False)


def pytest_configure() -> None:
    mode = os.environ.get("OPENDATA_IN_PLACE", "no")
    if mode != "no":
        put_ours_in_place(strict=mode == "strict")


def put_ours_in_place(strict: bool) -> None:
    """Replaces the three ways to validate; what ours calls itself stays frictionless's."""
    import opendata

    def ours(source: Any = None, checklist: Any = None, **options: Any) -> Any:
        given = {"checklist": checklist} if checklist is not None else {}
        # Some of the tests read from other hosts, for which they bring a stand-in.
        return opendata.validate(source, strict=strict, allow_remote=not strict, **given, **options)

    def outermost(theirs: Callable[..., Any]) -> Callable[..., Any]:
        def chosen(*args: Any, **options: Any) -> Any:
            if _inside.get():
                return theirs(*args, **options)
            token = _inside.set(True)
            try:
                return ours(*args, **options)
            finally:
                _inside.reset(token)

        return chosen

    frictionless.validate = outermost(frictionless.validate)
    for kind in (Resource, Package):
        kind.validate = outermost(kind.validate)


@pytest.fixture(autouse=True)
def _trust_nothing() -> Any:
    """A test of theirs that fails half-way leaves this switched on for the others."""
    system.trusted = False
    yield
    system.trusted = False


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = yield
    if report.when == "call" or report.outcome != "passed":
        line = {
            "file": item.path.relative_to(Path(frictionless.__file__).parent).as_posix(),
            "name": item.name,
            "outcome": report.outcome if report.when == "call" else "not run",
            "why": str(report.longrepr)[-2000:] if report.failed else "",
        }
        with Path(os.environ["OPENDATA_OUTCOMES"]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
    return report
