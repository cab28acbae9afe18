"""Whether a package is one of ours, and then what packages of ours promise of their contents.

Not for: the checks and their order (`contents_checks`, which a foreign package does not load).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from opendata.validation.issues import Issue
from opendata.validation.source import Described
from opendata.validation.standard.profile import is_ours


def check_contents(
    described: Described, pages: Sequence[str | Path], obstacle: str = ""
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """What packages of ours promise of their contents, step by step; issues and warnings."""
    if not is_ours(described):
        notes = ("package: not checked: quotes, as it does not say that it is of our kind",)
        return (), notes if pages else ()
    if obstacle:
        return (), (f"package: not checked: records, offsets, links and evidence, as {obstacle}",)
    from opendata.validation.contents_checks import check_all

    return check_all(described, pages)
