"""What changed between two schemas, and the version step that the standard asks for."""

from typing import Any

import pytest

from opendata.package.schema_diff import Change, schema_diff


def schema(*fields: dict[str, Any], key: str = "id") -> dict[str, Any]:
    return {"fields": [{"name": "id", "type": "string"}, *fields], "primaryKey": [key]}


NAME = {"name": "name", "type": "string", "title": "Name"}
YEAR = {"name": "year", "type": "integer"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": schema()}, {"a": schema()}, ()),
        ({}, {"a": schema()}, (Change("a", "", "table added", "minor"),)),
        ({"a": schema()}, {}, (Change("a", "", "table removed", "major"),)),
        ({"a": schema()}, {"a": schema(NAME)}, (Change("a", "name", "field added", "major"),)),
        ({"a": schema(NAME)}, {"a": schema()}, (Change("a", "name", "field removed", "major"),)),
        (
            {"a": schema(NAME, YEAR)},
            {"a": schema(YEAR, NAME)},
            (Change("a", "", "fields in another order", "major"),),
        ),
        (
            {"a": schema(NAME)},
            {"a": schema({**NAME, "title": "Full name"})},
            (Change("a", "name", "title changed", "patch"),),
        ),
        (
            {"a": schema(YEAR)},
            {"a": schema({**YEAR, "type": "year"})},
            (Change("a", "year", "type changed", "major"),),
        ),
        (
            {"a": schema(NAME)},
            {"a": schema(NAME, key="name")},
            (Change("a", "", "primaryKey changed", "major"),),
        ),
    ],
)
def test_schema_diff(old: Any, new: Any, expected: tuple[Change, ...]) -> None:
    assert schema_diff(old, new) == expected
