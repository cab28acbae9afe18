"""Where the time of extraction goes, finder by finder. Not for: the whole."""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from opendata.authority import Authority
from opendata.extraction import extract as module
from opendata.reading.document import SourceDocument


def station_seconds(
    documents: Sequence[SourceDocument], authority: Authority
) -> list[tuple[str, float]]:
    """Seconds a page for every finder that `extract` calls, the slowest first."""
    names = [name for name in vars(module) if name.startswith(("find_", "read_")) or name == "view"]
    spent = dict.fromkeys(names, 0.0)
    original = {name: getattr(module, name) for name in names}
    try:
        for name in names:
            setattr(module, name, _timed(original[name], name, spent))
        for document in documents:
            module.extract(document, authority)
    finally:
        _restore(module, original)
    shares = [(name, total / len(documents)) for name, total in spent.items()]
    return sorted(shares, key=lambda pair: -pair[1])


def _timed(work: Any, name: str, spent: dict[str, float]) -> Any:
    def timed(*arguments: Any) -> Any:
        start = time.perf_counter()
        found = work(*arguments)
        spent[name] += time.perf_counter() - start
        return found

    return timed


def _restore(target: ModuleType, original: dict[str, Any]) -> None:
    for name, work in original.items():
        setattr(target, name, work)
