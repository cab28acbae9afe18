"""The smallest rows of ours that fill most tables, made by hand, and ways to break a package."""

import hashlib
import json
from pathlib import Path
from typing import Any

from opendata.records.base import Row
from opendata.records.tables import TABLES, by_name
from opendata.validation.source import Described

Rows = dict[str, list[Row]]

ARTICLE = "trang-1"
PAGE = "trang-1.txt"
# The dots give room for a quote that is too long.
TEXT = (
    "Họp bàn về Chỉ thị 26\r\n"
    "Ông Nguyễn\u00a0Văn An, Chủ tịch, chủ trì; đạt 97,6%, dùng phần mềm X. Việc: rà soát.\n"
    + "."
    * 400
)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def at(words: str) -> dict[str, Any]:
    """Start, end and quote of words of the page."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def row(name: str, /, **values: Any) -> Row:
    return by_name()[name].model(**values)


def said(table: str, record: str, words: str, **values: str) -> list[Row]:
    """Evidence of the values of a record, all read from the same words."""
    return [
        row("evidence", evidence_id=f"{table}.{record}.{field}.{ARTICLE}.{at(words)['start']}",
            article_id=ARTICLE, table=table, record_id=record, field=field, value=value, basis="text", **at(words))
        for field, value in values.items()
    ]  # fmt: skip


def small_rows() -> Rows:
    """The rows by table. The one person holds a position and chairs the one event."""
    rows: Rows = {table.name: [] for table in TABLES}
    digest = sha256(TEXT.encode())
    start = {name: at(words)["start"] for name, words in WORDS.items()}
    rows["articles"] = [
        row("articles", article_id=ARTICLE, title="Họp bàn về Chỉ thị 26", source_name=PAGE,
            source_sha256=digest, text_sha256=digest, text_length=len(TEXT), media_type="text/plain",
            text_extractor="plain", language="vi")
    ]  # fmt: skip
    rows["blocks"] = [row("blocks", article_id=ARTICLE, kind="headline", start=0, end=21)]
    rows["directives"] = [
        row("directives", directive_id="ct-26", kind="chi_thi", number="26", resolution="page")
    ]
    rows["citations"] = [
        row("citations", citation_id=f"{ARTICLE}.c{start['directive']}", article_id=ARTICLE,
            directive_id="ct-26", form="numbered", as_written="Chỉ thị 26", repairs=("separator",), **at(WORDS["directive"]))
    ]  # fmt: skip
    rows["events"] = [row("events", event_id="hop-1", kind="meeting", name="Họp bàn")]
    rows["event_articles"] = [row("event_articles", event_id="hop-1", article_id=ARTICLE)]
    rows["persons"] = [row("persons", person_id="nguyen-van-an", name="Nguyễn Văn An")]
    rows["participations"] = [
        row("participations", participation_id=f"{ARTICLE}.p{start['person']}.chair.hop-1", event_id="hop-1",
            person_id="nguyen-van-an", role="chair", article_id=ARTICLE, **at(WORDS["person"]))
    ]  # fmt: skip
    rows["positions"] = [
        row("positions", position_id=f"{ARTICLE}.o{start['position']}", person_id="nguyen-van-an",
            article_id=ARTICLE, title="Chủ tịch", **at(WORDS["position"]))
    ]  # fmt: skip
    rows["figures"] = [
        row("figures", figure_id=f"{ARTICLE}.f{start['figure']}", article_id=ARTICLE, value=97.6,
            unit="percent", **at(WORDS["figure"]))
    ]  # fmt: skip
    rows["systems"] = [
        row("systems", system_id=f"{ARTICLE}.s{start['system']}", name="phần mềm X", article_id=ARTICLE, **at(WORDS["system"]))
    ]  # fmt: skip
    rows["tasks"] = [
        row("tasks", task_id=f"{ARTICLE}.t{start['task']}", event_id="hop-1", ordinal=1, text="rà soát",
            article_id=ARTICLE, **at(WORDS["task"]))
    ]  # fmt: skip
    rows["flags"] = [
        row("flags", flag_id=f"{ARTICLE}.undated", article_id=ARTICLE, table="articles", record_id=ARTICLE,
            code="undated", message="No date is stated.")
    ]  # fmt: skip
    evidence = [
        *said("articles", ARTICLE, "Họp bàn về Chỉ thị 26", title="Họp bàn về Chỉ thị 26", language="vi"),
        *said("directives", "ct-26", "Chỉ thị 26", kind="chi_thi", number="26", status="issued", resolution="page"),
        *said("events", "hop-1", "Họp bàn", kind="meeting", name="Họp bàn", status="held"),
        *said("persons", "nguyen-van-an", WORDS["person"], name="Nguyễn Văn An"),
    ]  # fmt: skip
    rows["evidence"] = sorted(evidence, key=lambda one: one.evidence_id)
    return rows


WORDS = {
    "directive": "Chỉ thị 26",
    "person": "Nguyễn\u00a0Văn An",
    "position": "Chủ tịch",
    "figure": "97,6%",
    "system": "phần mềm X",
    "task": "rà soát",
}


def alter(rows: Rows, name: str, index: int = 0, /, **values: Any) -> None:
    """Other values in one row, unchecked."""
    rows[name][index] = rows[name][index].model_copy(update=values)


def evidence_of(rows: Rows, field: str, table: str) -> int:
    """Where the evidence of a field stands."""
    return next(
        i for i, one in enumerate(rows["evidence"]) if (one.table, one.field) == (table, field)
    )


def read(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "datapackage.json").read_text("utf-8"))
    return found


def described(package: Path) -> Described:
    return Described(read(package), package)


def resource(descriptor: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in descriptor["resources"] if one["name"] == name)
    return found


def save(package: Path, descriptor: dict[str, Any]) -> None:
    (package / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")


def rehash(package: Path) -> None:
    """Makes hashes, sizes and counts those of the files again."""
    descriptor = read(package)
    for one in descriptor["resources"]:
        data = (package / one["path"]).read_bytes()
        one["bytes"], one["hash"] = len(data), f"sha256:{sha256(data)}"
    save(package, descriptor)


def edit(package: Path, name: str, old: str, new: str) -> None:
    """Replaces the first occurrence in a file."""
    path = package / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
