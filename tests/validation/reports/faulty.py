"""A package of two tables with one fault of several kinds, written by hand."""

import json
from pathlib import Path
from typing import Any

# The title of the first row holds a line end: from there on lines run ahead of rows.
ARTICLES = (
    "id,title,year,outlet\n"
    '1,"Hai\ndòng, có phẩy",2020,lang\n'
    '2,"Một ""dòng""",n/a,lao\n'
    "3,Ba,n/a,lao\n"
    "3,Bốn,hai nghìn,x\n"
    "\n"
    "5,Năm,2021\n"
    "6,Sáu,1990,lang,thừa\n"
)
OUTLETS = "id,name\nlang,Lạng Sơn\nlao,Lào Cai\n"


def descriptor() -> dict[str, Any]:
    key = {"fields": ["outlet"], "reference": {"resource": "outlets", "fields": ["id"]}}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "faulty",
        "licenses": [{"name": "CC-BY-4.0"}],
        "resources": [
            {
                "name": "articles",
                "type": "table",
                "path": "data/articles.csv",
                "schema": {
                    "fields": [
                        {"name": "id", "type": "integer"},
                        {"name": "title", "type": "string"},
                        {"name": "year", "type": "integer", "constraints": {"minimum": 2000}},
                        {"name": "outlet", "type": "string"},
                    ],
                    "primaryKey": ["id"],
                    "foreignKeys": [key],
                },
            },
            {
                "name": "outlets",
                "type": "table",
                "path": "data/outlets.csv",
                "schema": {
                    "fields": [{"name": "id", "type": "string"}, {"name": "name", "type": "string"}]
                },
            },
        ],
    }


def write_faulty(folder: Path, articles: str = ARTICLES, outlets: str = OUTLETS) -> Path:
    """Writes the package; returns its folder."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "articles.csv").write_bytes(articles.encode())
    (folder / "data" / "outlets.csv").write_bytes(outlets.encode())
    (folder / "datapackage.json").write_text(json.dumps(descriptor(), indent=2), "utf-8")
    return folder


# Type, field, row, line, column of what is wrong in it, in the order of the file.
FAULTS = (
    ("type-error", "year", 3, 4, 18),
    ("type-error", "year", 4, 5, 6),
    ("type-error", "year", 5, 6, 7),
    ("primary-key", "", 5, 6, 1),
    ("foreign-key", "outlet", 5, 6, 17),
    ("blank-row", "", 6, 7, 1),
    ("missing-cell", "outlet", 7, 8, 11),
    ("extra-cell", "", 8, 9, 17),
)
SOUND_ARTICLES = 'id,title,year,outlet\n1,"Hai\ndòng",2020,lang\n2,Một,2021,lao\n'
