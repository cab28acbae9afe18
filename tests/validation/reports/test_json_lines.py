"""Where the parts of a descriptor stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.validation.reports.json_lines import find_place

TEXT = """{
  "name": "tòa-án",
  "resources": [
    {"name": "a", "path": "a.csv"},
    {
      "name": "b, {c}: \\"d\\"",
      "schema": {"fields": [{"name": "x"}, 5]}
    }
  ]
}"""


@pytest.mark.parametrize(
    "place, position",
    [
        ("name", (2, 3)),
        ("resources", (3, 3)),
        ("resources/0", (4, 5)),
        ("resources/0/path", (4, 19)),
        ("resources/1/schema/fields/1", (7, 44)),
        ("resources/1/schema/primaryKey", (7, 7)),  # what is missing: the nearest above it
        ("resources/7", (3, 3)),
        ("nothing", None),
        ("", None),
    ],
)
def test_a_place_is_found(place: str, position: tuple[int, int] | None) -> None:
    assert find_place(TEXT, place) == position


def test_deep_nesting_and_broken_json_raise_nothing() -> None:
    assert find_place("[" * 50_000, "0/0/0") == (1, 4)
    assert find_place('{"a":' * 50_000, "a/a") == (1, 7)
    assert find_place('}},]{"a" 1', "a") is not None


values = st.recursive(
    st.none() | st.integers() | st.text(st.sampled_from('a"\\{}[]:,\n'), max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("ab", min_size=1, max_size=3), values, min_size=1, max_size=4))
def test_every_member_is_found_at_its_name(value: dict[str, object]) -> None:
    text = json.dumps(value, indent=2)
    for name in value:
        found = find_place(text, name)
        assert found is not None
        line, column = found
        assert text.splitlines()[line - 1][column - 1 :].startswith(json.dumps(name))
