"""Between nested records and flat tables nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import unique_rows

from opendata.records.evidence import Evidence
from opendata.records.flatten import flatten, nest
from opendata.records.tables import TABLES, by_name
from opendata.records.task import Task

FLAT = st.fixed_dictionaries({table.name: unique_rows(table) for table in TABLES})


@given(FLAT)
def test_nested_records_flatten_to_rows_that_nest_to_the_same_records(tables) -> None:  # type: ignore[no-untyped-def]
    nested = nest(tables)
    assert nest(flatten(nested)) == nested


@given(FLAT)
def test_rows_with_an_owner_survive_the_round_trip(tables) -> None:  # type: ignore[no-untyped-def]
    again = flatten(nest(tables))
    for table in TABLES:
        if table.record:
            assert again[table.name] == tables[table.name]
    owned = {row.article_id for row in tables["articles"]}
    expected = [row for row in tables["citations"] if row.article_id in owned]
    assert list(again["citations"]) == expected


def test_a_task_belongs_to_its_directive_or_its_event() -> None:
    common = {"ordinal": 1, "text": "x", "article_id": "a", "start": 0, "end": 1, "quote": "x"}
    task = Task(task_id="a.t0", event_id="e", **common)
    assert [child.via for t in TABLES for child in t.children if child.table == "tasks"] == [
        "event_id",
        "directive_id",
    ]
    assert task.directive_id is None


def test_evidence_goes_to_the_record_of_its_own_table() -> None:
    said = Evidence(
        evidence_id="x", table="persons", record_id="a", field="name", value="A", basis="text"
    )
    person = by_name()["persons"].model(person_id="a", name="A")  # type: ignore[call-arg]
    organisation = by_name()["organisations"].model(organisation_id="a", name="A")  # type: ignore[call-arg]
    nested = nest({"persons": (person,), "organisations": (organisation,), "evidence": (said,)})
    assert nested["persons"][0].evidence == (said,)  # type: ignore[attr-defined]
    assert nested["organisations"][0].evidence == ()  # type: ignore[attr-defined]
