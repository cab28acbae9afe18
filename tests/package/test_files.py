"""CSV and JSON give back exactly what was written, whatever stands in a cell."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import TEXT, unique_rows

from opendata.errors import InputError
from opendata.package.csv_files import read_csv, write_csv
from opendata.package.json_files import read_json, write_json
from opendata.records.cells import number
from opendata.records.flatten import nest
from opendata.records.tables import TABLES, by_name

TABLE_AND_ROWS = st.sampled_from(TABLES).flatmap(
    lambda table: st.tuples(st.just(table), unique_rows(table))
)


@given(TABLE_AND_ROWS)
def test_csv_round_trip(tmp_path_factory, table_and_rows) -> None:  # type: ignore[no-untyped-def]
    table, rows = table_and_rows
    path = tmp_path_factory.getbasetemp() / "rows.csv"
    assert write_csv(path, table, rows) == len(rows)
    assert tuple(read_csv(path, table)) == rows


@given(TABLE_AND_ROWS)
def test_json_round_trip(tmp_path_factory, table_and_rows) -> None:  # type: ignore[no-untyped-def]
    table, rows = table_and_rows
    path = tmp_path_factory.getbasetemp() / "rows.json"
    records = nest({table.name: rows})[table.name] if table.record else rows
    write_json(path, records)
    assert read_json(path, table) == records


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_other_csv_readers_split_rows_at_the_same_places(tmp_path_factory, names) -> None:  # type: ignore[no-untyped-def]
    table = by_name()["persons"]
    rows = [table.model(person_id=f"p{i}", name=name) for i, name in enumerate(names)]  # type: ignore[call-arg]
    path: Path = tmp_path_factory.getbasetemp() / "names.csv"
    write_csv(path, table, rows)
    lines = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
    assert [line[1] for line in lines[1:]] == names


@pytest.mark.parametrize(
    ("value", "text"),
    [(98.0, "98"), (97.6, "97.6"), (2.92e9, "2920000000"), (0.5, "0.5"), (1e-05, "1e-05")],
)
def test_numbers_are_as_short_as_they_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_a_row_that_does_not_fit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "persons.csv"
    path.write_text("person_id,name,province_id\nan,Nguyễn Văn An,\nbà,Trần Thị B,\n", "utf-8")
    with pytest.raises(InputError, match=r"persons\.csv, line 3: person_id: "):
        list(read_csv(path, by_name()["persons"]))
