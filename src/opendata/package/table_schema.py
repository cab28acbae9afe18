"""Table Schema (Data Package v2) of each table, from the registry. Not for: writing files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic.fields import FieldInfo

from opendata.records.cells import cell_text
from opendata.records.codes import CodeList
from opendata.records.columns import column_type, extra, is_required
from opendata.records.tables import TABLES, Table, pointers
from opendata.records.terms import VOCABULARIES

SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES: dict[object, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    date: "date",
    datetime: "datetime",
    tuple: "array",
}


def uri(term: str) -> str:
    """The address of a term such as `schema:name`."""
    prefix, _, name = term.partition(":")
    return VOCABULARIES[prefix] + name


def table_schema(table: Table, lists: Mapping[str, CodeList]) -> dict[str, Any]:
    """The Table Schema of one table; `lists` are the code lists in force."""
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(name, field, table, lists) for name, field in table.columns.items()],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = foreign_keys(table)
    return {**schema, "foreignKeys": keys} if keys else schema


def foreign_keys(table: Table) -> list[dict[str, Any]]:
    """The table's foreign keys; one to the same table leaves `resource` out, as v2 says."""
    keys = []
    for name, field in table.columns.items():
        target = extra(field, "references")
        if target:
            other, _, column = target.partition(".")
            reference: dict[str, Any] = {"fields": [column]}
            if other != table.name:
                reference = {"resource": other, **reference}
            keys.append({"fields": [name], "reference": reference})
    return keys


def referring() -> dict[str, list[tuple[str, str]]]:
    """For each table, the (table, column) pairs that point to it."""
    found: dict[str, list[tuple[str, str]]] = {table.name: [] for table in TABLES}
    for table, columns in pointers().items():
        for name, target in columns.items():
            found[target].append((table, name))
    return found


def _field(
    name: str, field: FieldInfo, table: Table, lists: Mapping[str, CodeList]
) -> dict[str, Any]:
    out: dict[str, Any] = {
        "name": name,
        "type": _TYPES[column_type(field)],
        "title": field.title,
        "description": field.description,
        "title_vi": extra(field, "title_vi"),
        "description_vi": extra(field, "description_vi"),
        # The profile of v2 wants text here, whatever the type: a cell as the CSV file has it.
        "example": _example(field),
    }
    out |= {key: extra(field, key) for key in ("when", "unit") if extra(field, key)}
    if extra(field, "term"):
        out["rdfType"] = uri(extra(field, "term"))
    constraints = _constraints(field)
    if name in table.key and len(table.key) == 1:
        constraints["unique"] = True
    codes = lists.get(extra(field, "codes"))
    if codes:
        out["code_list"] = codes.name
        out["categories"] = [
            {"value": c.code, "label": c.label, "label_vi": c.label_vi} for c in codes.codes
        ]
        constraints["enum"] = [c.code for c in codes.codes]
    return {**out, "constraints": constraints} if constraints else out


def _constraints(field: FieldInfo) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if is_required(field) else {}
    for rule in field.metadata:
        if getattr(rule, "ge", None) is not None:
            constraints["minimum"] = rule.ge
        if getattr(rule, "pattern", None):
            constraints["pattern"] = rule.pattern
    return constraints


def _example(field: FieldInfo) -> str:
    (example,) = field.examples or [None]
    return cell_text(tuple(example) if isinstance(example, list) else example)
