"""A package of three tables that point to one another, of any size, with or without faults.

Not for: measuring it.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

Row = list[str]
_PARTS = {"articles": 100_000, "directives": 5_000, "citations": 500_000}
ROWS = sum(_PARTS.values())
_OUTLETS = ("nhan-dan", "dang-cong-san", "bao-chinh-phu", "quan-doi")
_FORMS = ("numbered", "named", "short")
_KINDS = ("directive", "resolution")


def write_package(folder: Path, rows: int, faults: int = 0) -> Path:
    """About `rows` rows in all, `faults` of them broken; returns the descriptor's path."""
    counts = {name: max(10, share * rows // ROWS) for name, share in _PARTS.items()}
    resources = []
    for name, schema in _schemas().items():
        broken = faults * counts[name] // sum(counts.values())
        step = counts[name] // broken if broken else 0
        path = folder / f"{name}.csv"
        names = [str(field["name"]) for field in schema["fields"]]  # type: ignore[attr-defined,index]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows(chain([names], _rows(name, counts, step)))
        with path.open("rb") as data:
            digest = hashlib.file_digest(data, "sha256").hexdigest()
        resources.append(
            {
                "name": name,
                "type": "table",
                "path": path.name,
                "format": "csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ","},
                "hash": f"sha256:{digest}",
                "bytes": path.stat().st_size,
                "schema": schema,
            }
        )
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "relational",
        "resources": resources,
    }
    target = folder / "datapackage.json"
    target.write_text(json.dumps(descriptor, indent=1), "utf-8")
    return target


def _rows(name: str, counts: dict[str, int], step: int) -> Iterator[Row]:
    make: Callable[[int, dict[str, int]], Row] = globals()[f"_{name}"]
    for at in range(counts[name]):
        row = make(at, counts)
        yield _break(row, at // step) if step and at % step == step // 2 else row


def _articles(at: int, _: dict[str, int]) -> Row:
    return [
        f"page-{at:08d}",
        f"https://press.example/{at % 97}/{at}",
        f"Bài số {at}, trang {at % 9}" if at % 3 else f"Tin vắn số {at}",
        f"20{at % 20:02d}-{at % 12 + 1:02d}-{at % 28 + 1:02d}",
        _OUTLETS[at % len(_OUTLETS)],
        "vi" if at % 5 else "en",
        f"2026-{at % 12 + 1:02d}-{at % 28 + 1:02d}T{at % 24:02d}:{at % 60:02d}:{at % 59:02d}Z",
        str(at % 5000),
    ]


def _directives(at: int, _: dict[str, int]) -> Row:
    day = f"{1930 + at % 90}-{at % 12 + 1:02d}-{at % 28 + 1:02d}"
    return [f"ct-{at}-tw", f"{at}-CT/TW", day, _KINDS[at % 2]]


def _citations(at: int, counts: dict[str, int]) -> Row:
    document = at * 7 % counts["directives"]
    article = at * counts["articles"] // counts["citations"]
    start = at % 9000
    return [
        f"page-{article:08d}.c{at}",
        f"page-{article:08d}",
        f"ct-{document}-tw",
        _FORMS[at % len(_FORMS)],
        f"Chỉ thị số {document}-CT/TW",
        f"2016-{at % 12 + 1:02d}-{at % 28 + 1:02d}",
        f"theo Chỉ thị số {document}-CT/TW, mục {at % 31}",
        str(start),
        str(start + 19),
    ]


def _break(row: Row, at: int) -> Row:
    """One fault: of the first cells, the last one, the key, or the row's length."""
    last = len(row) - 1
    breaks: tuple[Callable[[], Row], ...] = (
        lambda: [*row[:last], "không rõ"],
        lambda: ["", *row[1:]],
        lambda: [row[0], "page-none", *row[2:]],
        lambda: [*row, "thừa"],
        lambda: row[:last],
        lambda: [row[0], row[1], "", *row[3:]],
        lambda: ["page-00000001", *row[1:]],
        lambda: [""] * len(row),
        lambda: [*row[:3], "1999-13-40", *row[4:]],
    )
    return breaks[at % len(breaks)]()


def _schemas() -> dict[str, dict[str, object]]:
    day = {"minimum": "1900-01-01", "maximum": "2030-12-31"}
    words = {"minimum": 0, "maximum": 100_000}
    return {
        "articles": {
            "primaryKey": ["article_id"],
            "fields": [
                _field("article_id", required=True, pattern="page-[0-9]{8}"),
                _field("url", required=True, unique=True),
                _field("title", required=True, minLength=3),
                _field("published_on", "date", **day),
                _field("outlet", required=True, enum=list(_OUTLETS)),
                _field("language", required=True, enum=["vi", "en"]),
                _field("retrieved_at", "datetime", required=True),
                _field("words", "integer", **words),
            ],
        },
        "directives": {
            "primaryKey": ["directive_id"],
            "fields": [
                _field("directive_id", required=True, pattern="[a-z0-9-]+"),
                _field("number", required=True, unique=True),
                _field("issued_on", "date", **day),
                _field("kind", required=True, enum=list(_KINDS)),
            ],
        },
        "citations": {
            "primaryKey": ["citation_id"],
            "foreignKeys": [
                _points("article_id", "articles"),
                _points("directive_id", "directives"),
            ],
            "fields": [
                _field("citation_id", required=True, pattern=r"page-[0-9]{8}\.c[0-9]+"),
                _field("article_id", required=True),
                _field("directive_id", required=True),
                _field("form", required=True, enum=list(_FORMS)),
                _field("as_written", required=True, maxLength=300),
                _field("cited_on", "date", **day),
                _field("quote", required=True, maxLength=300),
                _field("start", "integer", minimum=0),
                _field("end", "integer", minimum=1),
            ],
        },
    }


def _field(name: str, type: str = "string", **constraints: object) -> dict[str, object]:
    return {"name": name, "type": type, "constraints": constraints}


def _points(field: str, resource: str) -> dict[str, object]:
    return {"fields": [field], "reference": {"resource": resource, "fields": [field]}}
