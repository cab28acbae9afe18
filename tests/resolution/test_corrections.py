"""Corrections override, reject and take down; one that fits nothing is reported."""

from pathlib import Path
from typing import Any

import pytest

from opendata.authority import load
from opendata.errors import InputError
from opendata.records.article import Article
from opendata.records.citation import Citation
from opendata.records.directive import Directive
from opendata.records.evidence import Evidence
from opendata.records.organisation import Organisation
from opendata.records.person import Person, Position
from opendata.records.tables import TABLES
from opendata.resolution.corrections import apply_corrections, read_corrections

PLACE = {"article_id": "a", "start": 0, "end": 3, "quote": "abc"}
SHA = "0" * 64


def evidence(table: str, record_id: str, field: str, value: str, quote: str) -> Evidence:
    return Evidence(
        evidence_id=f"{table}.{record_id}.{field}",
        article_id="a",
        table=table,
        record_id=record_id,
        field=field,
        value=value,
        basis="text",
        start=0,
        end=len(quote),
        quote=quote,
    )


def tables() -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {table.name: () for table in TABLES}
    article = Article(
        article_id="a",
        byline="PHÙNG KHIÊM",
        source_name="a.txt",
        source_sha256=SHA,
        text_sha256=SHA,
        text_length=3,
        media_type="text/plain",
        text_extractor="plain",
    )
    return found | {
        "articles": (article,),
        "directives": (
            Directive(
                directive_id="ct-26", kind="chi_thi", resolution="stated", issuer_id="bo-chinh-tri"
            ),
        ),
        "organisations": (Organisation(organisation_id="bo-chinh-tri", name="Bộ Chính trị"),),
        "persons": (Person(person_id="an", name="Nguyễn Văn An"),),
        "positions": (Position(position_id="a.o0", person_id="an", title="Bí thư", **PLACE),),
        "citations": (
            Citation(
                citation_id="a.c0",
                directive_id="ct-26",
                form="numbered",
                as_written="Chỉ thị 26",
                **PLACE,
            ),
        ),
        "evidence": (
            evidence("articles", "a", "byline", "PHÙNG KHIÊM", "PHÙNG KHIÊM"),
            evidence("directives", "ct-26", "issuer_id", "bo-chinh-tri", "Bộ Chính trị"),
            evidence("organisations", "bo-chinh-tri", "name", "Bộ Chính trị", "Bộ Chính trị"),
            evidence("persons", "an", "name", "Nguyễn Văn An", "Nguyễn Văn An"),
        ),
    }


def corrected(tmp_path: Path, text: str) -> tuple[dict[str, tuple[Any, ...]], tuple[str, ...]]:
    path = tmp_path / "corrections.yaml"
    path.write_text(text, "utf-8")
    found, notices = read_corrections(path)
    made, stale = apply_corrections(tables(), found, load())
    return made, (*notices, *stale)


WHY = "reason: vì sai, who: Ban biên tập"


def test_a_value_is_overridden_and_its_evidence_names_the_correction(tmp_path: Path) -> None:
    made, notices = corrected(
        tmp_path, f"- {{record: articles/a, field: byline, value: Phùng Khiêm, {WHY}}}"
    )
    assert notices == ()
    assert made["articles"][0].byline == "Phùng Khiêm"
    (said,) = [one for one in made["evidence"] if one.basis == "correction"]
    assert (said.table, said.record_id, said.field) == ("articles", "a", "byline")
    assert said.basis_ref == "corrections.yaml: vì sai (Ban biên tập)"


def test_a_rejected_record_takes_with_it_what_cannot_stand_without_it(tmp_path: Path) -> None:
    made, _ = corrected(tmp_path, f"- {{record: directives/ct-26, action: reject, {WHY}}}")
    assert made["directives"] == made["citations"] == ()
    assert {one.table for one in made["evidence"]} == {"articles", "organisations", "persons"}


def test_an_optional_pointer_to_a_rejected_record_is_emptied(tmp_path: Path) -> None:
    made, _ = corrected(
        tmp_path, f"- {{record: organisations/bo-chinh-tri, action: reject, {WHY}}}"
    )
    assert made["directives"][0].issuer_id is None
    assert {one.table for one in made["evidence"]} == {"articles", "persons"}


def test_a_person_taken_down_is_named_nowhere(tmp_path: Path) -> None:
    made, _ = corrected(tmp_path, f"- {{record: persons/an, action: take_down, {WHY}}}")
    assert made["persons"] == made["positions"] == ()
    assert not any(
        "Nguyễn Văn An" in one.model_dump_json() for rows in made.values() for one in rows
    )


def test_a_province_that_no_page_named_joins_the_package(tmp_path: Path) -> None:
    made, notices = corrected(
        tmp_path, f"- {{record: articles/a, field: province_id, value: long-an-63, {WHY}}}"
    )
    assert notices == ()
    assert made["articles"][0].province_id == "long-an-63"
    assert [province.name for province in made["provinces"]] == ["Long An"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (f"record: articles/b, field: byline, value: X, {WHY}", "there is no such record"),
        (f"record: articles/a, field: author, value: X, {WHY}", "'author' is not a column"),
        (f"record: articles/a, field: article_id, value: X, {WHY}", "is not a column that can be"),
        (f"record: articles/a, field: byline, value: PHÙNG KHIÊM, {WHY}", "already has that value"),
        (f"record: articles/a, field: published_on, value: hôm qua, {WHY}", "published_on: "),
        (
            f"record: articles/a, field: province_id, value: atlantis-63, {WHY}",
            "province_id: there is no provinces/atlantis-63",
        ),
        (
            f"record: directives/ct-26, field: issuer_id, value: ban-bi-thu, {WHY}",
            "issuer_id: there is no organisations/ban-bi-thu",
        ),
        (f"record: articles/b, action: take_down, {WHY}", "there is no such record"),
        (f"record: pages/a, field: byline, value: X, {WHY}", "`record` must be table/id"),
        (f"record: blocks/a, field: kind, value: X, {WHY}", "cannot be corrected one by one"),
        (f"record: directives/ct-26, action: take_down, {WHY}", "only articles and persons"),
        ("record: articles/a, field: byline, value: X, reason: r", "`who` is missing"),
        (f"record: articles/a, {WHY}", "`field` and `value` are needed"),
        (f"record: articles/a, action: burn, {WHY}", "`action` must be"),
        (f"record: articles/a, felid: byline, value: X, {WHY}", "unknown key 'felid'"),
    ],
)
def test_an_entry_that_cannot_be_used_is_reported_and_changes_nothing(
    tmp_path: Path, entry: str, message: str
) -> None:
    made, (notice,) = corrected(tmp_path, f"- {{{entry}}}")
    assert notice.startswith("corrections.yaml, entry 1: ") and message in notice
    assert made == tables()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("record: articles/a", "expected a list of corrections"),
        ("- {record: [", r"corrections\.yaml, line \d+, column \d+"),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        read_corrections(path)
