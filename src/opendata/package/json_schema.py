"""JSON Schema 2020-12 of each record, and the profile of our packages. Not for: Table Schema."""

from __future__ import annotations

from typing import Any

from opendata.records.columns import column_type, is_required
from opendata.records.tables import TABLES, Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def record_schema(table: Table) -> dict[str, Any]:
    """The schema of one record of a table, its child rows nested."""
    return {"$schema": DIALECT, **table.model.model_json_schema()}


def records_schema(table: Table) -> dict[str, Any]:
    """The schema of a file of records: an array, ids unique by the table's primary key."""
    schema = table.model.model_json_schema()
    definitions = schema.pop("$defs", {})
    definitions[table.model.__name__] = schema
    return {
        "$schema": DIALECT,
        "title": table.title,
        "type": "array",
        "items": {"$ref": f"#/$defs/{table.model.__name__}"},
        "$defs": definitions,
    }


def package_profile() -> dict[str, Any]:
    """What `datapackage.json` of our packages must hold beyond the standard's own profile."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "opendata package",
        "description": (
            "A Data Package (v2) of articles, events and directives: every contract table is there "
            "with its columns, under its name."
        ),
        "type": "object",
        "required": ["$schema", "name", "title", "version", "licenses", "resources"],
        "properties": {
            "$schema": {"const": PACKAGE_PROFILE},
            "resources": {
                "type": "array",
                "allOf": [{"contains": _resource(table)} for table in TABLES]
                + [{"contains": _records(table)} for table in TABLES if table.record],
            },
        },
    }


def _resource(table: Table) -> dict[str, Any]:
    columns = [_column(name, column_type(f), is_required(f)) for name, f in table.columns.items()]
    return {
        "title": table.title,
        "type": "object",
        "required": ["name", "path", "type", "schema", "hash", "bytes"],
        "properties": {
            "name": {"const": table.name},
            "type": {"const": "table"},
            "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "schema": {
                "type": "object",
                "required": ["fields", "primaryKey"],
                "properties": {
                    "primaryKey": {"const": list(table.key)},
                    "fields": {"type": "array", "allOf": columns},
                },
            },
        },
    }


def _column(name: str, kind: type, required: bool) -> dict[str, Any]:
    column: dict[str, Any] = {
        "type": "object",
        "required": ["name", "type"],
        "properties": {"name": {"const": name}},
    }
    if kind in (int, float):
        column["properties"]["type"] = {"enum": ["integer", "number"]}
    if required:
        column["required"].append("constraints")
    return {"contains": column}


def _records(table: Table) -> dict[str, Any]:
    return {
        "title": f"{table.title} (records)",
        "type": "object",
        "required": ["name", "path", "hash"],
        "properties": {"name": {"const": table.record}},
    }
