"""The registry: what every table and column must say of itself."""

import pytest

from opendata.authority import load
from opendata.records.codes import code_lists
from opendata.records.columns import column_type, extra, is_required
from opendata.records.tables import TABLES, Table, by_name
from opendata.records.terms import VOCABULARIES

COLUMNS = [
    pytest.param(table, name, id=f"{table.name}.{name}")
    for table in TABLES
    for name in table.columns
]

# The columns that scripts rely on; more may stand beside them.
CONTRACT = {
    "articles": "article_id title kicker outlet_id published_on published_at date_basis byline "
    "province_id language url source_name source_sha256 text_sha256 text_length media_type "
    "text_extractor",
    "blocks": "article_id kind start end",
    "events": "event_id kind name starts_on ends_on date_precision part_of_day recurrence "
    "covers_start covers_end province_id place status",
    "directives": "directive_id kind number year symbol code title issuer_id issued_on level "
    "province_id term status resolution",
    "organisations": "organisation_id name kind province_id",
    "persons": "person_id name province_id",
    "systems": "system_id name organisation_id article_id start end quote",
    "citations": "citation_id article_id directive_id form as_written repairs start end quote",
    "event_articles": "event_id article_id",
    "participations": "participation_id event_id person_id role article_id start end quote",
    "event_organisations": "event_id organisation_id role article_id",
    "positions": "position_id person_id article_id title organisation_id status start end quote",
    "directive_relations": "relation_id directive_id relation related_directive_id article_id "
    "start end quote",
    "tasks": "task_id directive_id event_id ordinal text assignee article_id start end",
    "figures": "figure_id article_id value value_max unit comparator about period_start "
    "period_end target start end quote",
    "evidence": "evidence_id article_id table record_id field basis basis_ref start end quote",
    "same_as": "table record_id same_as_id basis",
    "flags": "flag_id article_id table record_id code message",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_contract_columns_are_there(name: str) -> None:
    assert set(CONTRACT[name].split()) <= set(by_name()[name].columns)


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_columns_are_documented_in_both_languages(table: Table, name: str) -> None:
    field = table.columns[name]
    assert field.title and field.description and field.examples
    assert extra(field, "title_vi") and extra(field, "description_vi")
    assert is_required(field) != bool(extra(field, "when")), "optional columns say when"


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_columns_point_to_what_exists(table: Table, name: str) -> None:
    field = table.columns[name]
    other, _, column = extra(field, "references").partition(".")
    assert not other or column in by_name()[other].columns
    assert extra(field, "codes") in {"", *code_lists(load())}
    assert extra(field, "term").partition(":")[0] in {"", *VOCABULARIES}


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_examples_are_values_of_the_column(table: Table, name: str) -> None:
    field = table.columns[name]
    (example,) = field.examples or [None]
    kind = column_type(field)
    assert isinstance(example, {int: int, float: int | float, tuple: list}.get(kind, str))
    codes = code_lists(load()).get(extra(field, "codes"))
    assert codes is None or example in {code.code for code in codes.codes}


def test_every_closed_code_list_is_used() -> None:
    used = {extra(f, "codes") for table in TABLES for f in table.columns.values()}
    assert set(code_lists(load())) == used - {""}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_children_are_fields_and_tables(table: Table) -> None:
    for child in table.children:
        assert child.table in table.model.model_fields
        assert child.via in by_name()[child.table].columns
    assert set(table.key) <= set(table.columns)
