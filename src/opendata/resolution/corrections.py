"""`corrections.yaml`: values overridden, records rejected, pages and people taken down.

A correction that no longer fits anything is reported, not obeyed. Not for: mending rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from opendata.authority import Authority
from opendata.errors import InputError
from opendata.records.base import Row
from opendata.records.cells import cell_text
from opendata.records.evidence import Evidence
from opendata.records.tables import TABLES, Table, by_name, pointers, row_id
from opendata.records.task import Task
from opendata.resolution.merge import Tables, sort_rows, with_reference_rows
from opendata.yaml_file import read_yaml

FILE = "corrections.yaml"
_EXAMPLE = "{record: articles/some-id, field: byline, value: Name, reason: why, who: name}"
Action = Literal["set", "reject", "take_down"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file. `action` is `set`, `reject` or `take_down`; `at` its place there."""

    table: str
    record_id: str
    reason: str
    who: str
    at: str
    action: Action = "set"
    field: str = ""
    value: object = None

    @property
    def ref(self) -> str:
        return f"{FILE}: {self.reason.rstrip('.')} ({self.who})"


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """The corrections of a file, and a notice for every entry that cannot be used.

    Raises `InputError` if the file as a whole is not a YAML list.
    """
    stated = read_yaml(path)
    if stated is None:
        return (), ()
    if not isinstance(stated, list):
        raise InputError(str(path), "expected a list of corrections", f"Write `- {_EXAMPLE}`")
    found: list[Correction] = []
    notices: list[str] = []
    for at, entry in enumerate(stated, 1):
        try:
            found.append(_entry(entry, f"entry {at}"))
        except ValueError as error:
            notices.append(f"{path.name}, entry {at}: {error}. Write e.g. {_EXAMPLE}")
    return tuple(found), tuple(notices)


def _entry(entry: Any, at: str) -> Correction:
    if not isinstance(entry, dict):
        raise ValueError("expected keys and values")
    unknown = entry.keys() - {"record", "field", "value", "reason", "who", "action"}
    if unknown:
        raise ValueError(f"unknown key {min(map(str, unknown))!r}")
    table, _, record_id = str(entry.get("record", "")).partition("/")
    if table not in by_name() or not record_id:
        raise ValueError("`record` must be table/id with a table of the package")
    if len(by_name()[table].key) != 1 or table == "evidence":
        raise ValueError(f"rows of {table} cannot be corrected one by one")
    missing = [key for key in ("reason", "who") if not entry.get(key)]
    if missing:
        raise ValueError(f"`{missing[0]}` is missing")
    action = entry.get("action", "set")
    if action not in ("set", "reject", "take_down"):
        raise ValueError("`action` must be set, reject or take_down")
    if action == "set" and ("field" not in entry or "value" not in entry):
        raise ValueError("`field` and `value` are needed")
    if action == "take_down" and table not in ("articles", "persons"):
        raise ValueError("only articles and persons can be taken down; use reject")
    return Correction(
        table,
        record_id,
        str(entry["reason"]),
        str(entry["who"]),
        at,
        action,
        str(entry.get("field", "")),
        entry.get("value"),
    )


def removed_articles(corrections: Sequence[Correction]) -> frozenset[str]:
    """Pages that are rejected or taken down: they are left out before records are made."""
    return frozenset(
        c.record_id for c in corrections if c.table == "articles" and c.action != "set"
    )


def apply_corrections(
    tables: Tables,
    corrections: Sequence[Correction],
    authority: Authority,
    removed: frozenset[str] = frozenset(),
) -> tuple[Tables, tuple[str, ...]]:
    """The corrected tables and a notice for every correction that fits nothing.

    The outlets and provinces are those that the corrected rows point to. `removed` are the pages
    that were there and have been left out.
    """
    if not corrections:
        return tables, ()
    rows = {name: list(found) for name, found in tables.items()}
    notices: list[str] = []
    for one in corrections:
        if one.table == "articles" and one.action != "set":
            if one.record_id not in removed:
                notices.append(_stale(one, "there is no such record"))
            continue
        problem = _apply(rows, one, authority)
        if problem:
            notices.append(_stale(one, problem))
    pointed_to = with_reference_rows(sort_rows(rows), authority)
    sound = cascade({name: list(found) for name, found in pointed_to.items()})
    return with_reference_rows(sort_rows(sound), authority), tuple(notices)


def _stale(one: Correction, problem: str) -> str:
    record = f"{one.table}/{one.record_id}"
    return f"{FILE}, {one.at}: {record}: {problem}. Mend the entry or take it out"


def _apply(rows: dict[str, list[Row]], one: Correction, authority: Authority) -> str:
    """Applies one correction in place; returns what is wrong with it, or nothing."""
    (key,) = by_name()[one.table].key
    found = rows[one.table]
    at = next((i for i, row in enumerate(found) if getattr(row, key) == one.record_id), None)
    if at is None:
        return "there is no such record"
    if one.action == "set":
        return _missing_target(rows, one, authority) or _set(rows, found, at, one)
    name = str(getattr(found[at], "name", ""))
    del found[at]
    if one.action == "take_down":
        _forget(rows, name)
    return ""


def _missing_target(rows: dict[str, list[Row]], one: Correction, authority: Authority) -> str:
    """What is wrong where the new value points to a record that there is not."""
    target = pointers()[one.table].get(one.field)
    if target is None or one.value is None:
        return ""
    (key,) = by_name()[target].key
    known = {
        "provinces": authority.province_by_id.keys(),
        "outlets": authority.outlet_by_id.keys(),
    }.get(target) or {getattr(row, key) for row in rows[target]}
    return "" if one.value in known else f"{one.field}: there is no {target}/{one.value}"


def _set(rows: dict[str, list[Row]], found: list[Row], at: int, one: Correction) -> str:
    from pydantic import ValidationError

    row, table = found[at], by_name()[one.table]
    if one.field not in table.columns or one.field in table.key:
        return f"{one.field!r} is not a column that can be corrected"
    if cell_text(getattr(row, one.field)) == cell_text(one.value):
        return f"{one.field} already has that value"
    try:
        found[at] = table.model.model_validate({**row.model_dump(), one.field: one.value})
    except ValidationError as error:
        return f"{one.field}: {error.errors()[0]['msg']}"
    rows["evidence"].append(
        Evidence(
            evidence_id=row_id(
                "evidence", "correction", table=one.table, record_id=one.record_id, field=one.field
            ),
            table=one.table,
            record_id=one.record_id,
            field=one.field,
            value=cell_text(getattr(found[at], one.field)),
            basis="correction",
            basis_ref=one.ref,
        )
    )
    return ""


def _forget(rows: dict[str, list[Row]], name: str) -> None:
    """Takes out every row that quotes a name, or whose value holds it; headlines stay."""
    for table, found in rows.items():
        if table != "articles":
            rows[table] = [row for row in found if not _names(row, name)]


def _names(row: Row, name: str) -> bool:
    texts = (getattr(row, field, None) or "" for field in ("quote", "value", "text", "about"))
    return not _is_headline(row) and any(name in str(text) for text in texts)


def _is_headline(row: Row) -> bool:
    return isinstance(row, Evidence) and (row.table, row.field) == ("articles", "title")


def cascade(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Takes out what points to rows that are gone; an optional pointer is emptied instead."""
    while True:
        size = sum(map(len, rows.values()))
        ids = {t.name: {getattr(r, t.key[0]) for r in rows[t.name]} for t in TABLES}
        changed = False
        for table in TABLES:
            kept = []
            for row in rows[table.name]:
                mended = _mend(row, table, ids)
                changed |= mended is not row
                if mended is not None:
                    kept.append(mended)
            rows[table.name] = kept
        if not changed and sum(map(len, rows.values())) == size:
            return rows


def _mend(row: Row, table: Table, ids: dict[str, set[str]]) -> Row | None:
    emptied: dict[str, None] = {}
    for name, target in pointers()[table.name].items():
        value = getattr(row, name)
        if value is not None and value not in ids[target]:
            if table.model.model_fields[name].is_required():
                return None
            emptied[name] = None
    owner, record = getattr(row, "table", None), getattr(row, "record_id", None)
    if owner and record not in ids[owner]:
        return None
    if (isinstance(row, Task | Evidence) and emptied) or _supports_nothing(row, ids):
        return None
    return row.model_copy(update=emptied) if emptied else row


def _supports_nothing(row: Row, ids: dict[str, set[str]]) -> bool:
    """Whether a row of evidence supports a pointer to a record that is gone."""
    if not isinstance(row, Evidence):
        return False
    target = pointers()[row.table].get(row.field)
    return target is not None and row.value not in ids[target]
