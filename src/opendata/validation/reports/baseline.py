"""The baseline: a file of known errors, which are counted but do not fail.

An error is known by package, resource, type, field, cell and primary key of its row, never by its
row number, so that rows may move. Not for: finding errors.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.validation.reports.found import Fault, Group, Known, Result

_VERSION = 1
_LONGEST = 120
# What is left out of a line where it is so; an empty cell is a cell.
_EMPTY = {"resource": "", "field": "", "cell": None, "key": "", "count": 1}
_REMEDY = "Write it anew with --write-baseline"
# A row of a package of ours is named in the note too.
_ROW = re.compile(r", row \d+")


@dataclass(frozen=True, slots=True)
class Match:
    """Groups with the known errors marked, and the lines of the baseline that nothing matched."""

    groups: tuple[Group, ...]
    left: tuple[Known, ...]


def package_key(package: Path, baseline: Path) -> str:
    """What a baseline calls a package: its folder, or its table, as seen from the baseline."""
    path = package.parent if package.name == "datapackage.json" else package
    try:
        return Path(os.path.relpath(path.resolve(), baseline.resolve().parent)).as_posix()
    except ValueError:  # on another drive
        return path.resolve().as_posix()


def identity(fault: Fault, package: str) -> Known:
    """What an error is known by."""
    cell = _ROW.sub("", fault.note) if fault.cell is None else fault.cell
    at = (package, fault.resource, fault.type, fault.field)
    return Known(*at, _shorten(cell), _shorten(fault.key))


def _shorten(text: str) -> str:
    """A long cell by its beginning and a digest."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:60]}…{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


def match(groups: Sequence[Group], known: Iterable[Known], package: str) -> Match:
    """Compares the errors of a package with a baseline."""
    left = Counter({replace(k, count=1): k.count for k in known if k.package == package})
    marked = tuple(_mark(group, left, package) for group in groups)
    return Match(
        marked, tuple(replace(k, count=n) for k, n in sorted(left.items(), key=_order) if n)
    )


def _order(item: tuple[Known, int]) -> tuple[str, ...]:
    one = item[0]
    return (one.package, one.resource, one.type, one.field, one.cell or "", one.key)


def _mark(group: Group, left: Counter[Known], package: str) -> Group:
    if group.count > len(group.faults):
        return _mark_counted(group, left, package)
    whole = _whole(group, package)
    faults = []
    for fault in group.faults:
        entry = next((k for k in (identity(fault, package), whole) if left[k] > 0), None)
        if entry is not None:
            left[entry] -= 1
        faults.append(replace(fault, known=entry is not None))
    return replace(group, faults=tuple(faults), known=sum(one.known for one in faults))


def _mark_counted(group: Group, left: Counter[Known], package: str) -> Group:
    """Not all errors of this group are listed: only their number can be compared."""
    whole = _whole(group, package)
    mine = [k for k in left if replace(k, cell=None, key="") == whole]
    known = min(group.count, sum(left[k] for k in mine))
    for entry in mine:
        left[entry] = 0
    faults = tuple(replace(one, known=known == group.count) for one in group.faults)
    return replace(group, faults=faults, known=known)


def _whole(group: Group, package: str) -> Known:
    return Known(package, group.resource, group.type, group.field)


def list_known(groups: Iterable[Group], package: str) -> tuple[Known, ...]:
    """The lines of a baseline that knows all errors of a package."""
    counts: Counter[Known] = Counter()
    for group in groups:
        if group.count > len(group.faults):
            counts[_whole(group, package)] += group.count
        else:
            counts.update(identity(fault, package) for fault in group.faults)
    return tuple(replace(one, count=n) for one, n in sorted(counts.items(), key=_order))


def without(known: Iterable[Known], fixed: Iterable[Known]) -> tuple[Known, ...]:
    """A baseline once the errors that no longer occur are taken out."""
    gone: defaultdict[Known, int] = defaultdict(int)
    for one in fixed:
        gone[replace(one, count=1)] += one.count
    left = (replace(one, count=one.count - gone[replace(one, count=1)]) for one in known)
    return tuple(one for one in left if one.count > 0)


def seen_to_be_gone(left: Iterable[Known], result: Result) -> Iterator[Known]:
    """Of the lines that nothing matched those whose errors this run would have found."""
    blind = {one.name: one.blind for one in result.resources}
    for one in left:
        if one.type not in result.blind | blind.get(one.resource, frozenset()):
            yield one


def write_baseline(path: Path, known: Sequence[Known]) -> None:
    """One line an error, in a fixed order, so that changes are easy to review."""
    lines = [json.dumps(_sparse(one), ensure_ascii=False) for one in known]
    body = ",\n    ".join(lines)
    listed = f"[\n    {body}\n  ]" if lines else "[]"
    text = f'{{\n  "opendata-baseline": {_VERSION},\n  "errors": {listed}\n}}\n'
    path.write_text(text, "utf-8", newline="\n")


def _sparse(known: Known) -> dict[str, Any]:
    return {
        name: value
        for name, value in asdict(known).items()
        if name not in _EMPTY or value != _EMPTY[name]
    }


def read_baseline(path: Path) -> tuple[Known, ...]:
    """The lines of a baseline. Raises `InputError` for a file that is none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", _REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"is not JSON ({error})", _REMEDY) from error
    if not isinstance(found, dict) or found.get("opendata-baseline") != _VERSION:
        problem = f'is no baseline of known errors: expected "opendata-baseline": {_VERSION}'
        raise InputError(str(path), problem, _REMEDY)
    errors = found.get("errors")
    listed = errors if isinstance(errors, list) else [None]
    return tuple(_known(path, at, one) for at, one in enumerate(listed))


def _known(path: Path, at: int, entry: object) -> Known:
    names = {"package", "resource", "type", "field", "cell", "key"}
    if isinstance(entry, dict) and {"package", "type"} <= entry.keys():
        count = entry.get("count", 1)
        texts = {name: value for name, value in entry.items() if name in names}
        counted = isinstance(count, int) and not isinstance(count, bool) and count > 0
        if counted and all(isinstance(value, str) for value in texts.values()):
            return Known(**{"resource": "", "field": "", **texts}, count=count)
    problem = "expected an object with package and type, all texts, and a count above 0"
    raise InputError(str(path), problem, _REMEDY, f"errors/{at}")
