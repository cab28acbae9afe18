"""Files that parsers read differently: both validators say the same, and by which road.

The last column of the tables says whether the columns can tell without frictionless's help.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from tests.validation.columnar.agree import assert_agree, both, resource

_TWO = {
    "fields": [
        {"name": "a", "type": "string", "constraints": {"unique": True}},
        {"name": "b", "type": "integer"},
    ]
}
_ONE = {"fields": [{"name": "a", "type": "string", "constraints": {"required": True}}]}

TEXTS: list[tuple[str, str | bytes]] = [
    ("no row", "a,b\n"),
    ("no line end", "a,b\nx,1"),
    ("empty last cell without line end", "a,b\nx,"),
    ("carriage returns and line feeds", "a,b\r\nx,1\r\ny,2\r\n"),
    ("carriage returns only", "a,b\rx,1\ry,2\r"),
    ("one bare carriage return", "a,b\nx,1\ry,2\nz,3\n"),
    ("carriage return in quotes", 'a,b\n"x\ry",1\nz,2\n'),
    ("carriage return at the end of a cell", 'a,b\n"x\r",1\r\nz,2\r\n'),
    ("mixed line ends", "a,b\r\nx,1\ny,2\r\n"),
    ("blank line", "a,b\nx,1\n\ny,2\n"),
    ("blank lines at the end", "a,b\nx,1\n\n\n"),
    ("row of separators", "a,b\nx,1\n,\n"),
    ("short and long rows", "a,b\nx\ny,1,2,3\nz,3\n"),
    ("only odd rows", "a,b\nx\ny\n"),
    ("line end in quotes", 'a,b\n"x\ny",1\n"z\n\nw",2\n'),
    ("doubled quotes", 'a,b\n"x""y",1\n"""",2\n"""x""",3\n'),
    ("empty quotes", 'a,b\n"",1\n"",2\n'),
    ("quote within a cell", 'a,b\nx"y,1\nz,2\n'),
    ("text after a quoted cell", 'a,b\n"x"y,1\nz,2\n'),
    ("space before a quote", 'a,b\n "x",1\nz,2\n'),
    ("quote that is never closed", 'a,b\nx,1\n"y,2\nz,3\n'),
    ("quotes that look closed", 'a,b\nx"y,"1\nz,2"\n'),
    ("all quoted", '"a","b"\n"x","1"\n"y","2"\n'),
    ("line end in the header", '"a\n",b\nx,1\n'),
    ("null byte", "a,b\nx\0,1\ny,2\n"),
    ("byte order mark", "\ufeffa,b\nx,1\n"),
    ("byte order mark in a row", "a,b\n\ufeffx,1\ny,2\n"),
    ("byte order mark after an odd row", "a,b\nx\n\ufeffy,2\n"),
    ("unicode line separators", "a,b\nx\u2028y,1\nz\x85,2\nw\x0c,3\n"),
    ("composed and decomposed", "a,b\né,1\ne\u0301,2\n"),
    ("bytes that are not UTF-8", b"a,b\nx,1\ny\xff,2\nz,3\n"),
    ("surrogates as bytes", b"a,b\nx,1\n\xed\xa0\x80,2\n"),
    ("digits of other scripts", "a,b\nx,٣\ny,１\n"),
    ("numbers in odd spellings", "a,b\nx, 1\ny,+1\nz,1_0\nw,0x1\nv,1.0\n"),
    ("numbers beyond 64 bits", "a,b\nx,9223372036854775808\ny,-99999999999999999999\n"),
    ("comment signs", "a,b\n#x,1\n"),
    ("separator of another kind", "a;b\nx;1\n"),
    ("same cell twice and thrice", "a,b\nx,1\nx,2\ny,3\nx,4\n"),
    ("nothing", ""),
    ("only a line end", "\n"),
]


@pytest.mark.parametrize("text", [one for _, one in TEXTS], ids=[name for name, _ in TEXTS])
@pytest.mark.parametrize("chunk", [1, 5, 1 << 20])
def test_nasty_text(text: str | bytes, chunk: int) -> None:
    data = text.encode() if isinstance(text, str) else text
    for schema in (_TWO, _ONE):
        assert_agree([resource("t", schema, dialect={"delimiter": ","})], {"t.csv": data}, chunk)
    assert_agree([resource("t", _TWO)], {"t.csv": data}, chunk)


COLUMNS_CAN: list[tuple[str, str, dict[str, Any]]] = [
    ("plain", "a,b\nx,1\n", {}),
    ("quoted", 'a,b\n"x,""y""\nz",1\n', {}),
    ("ill quoted", 'a,b\nx"y,1\n', {}),
    ("carriage returns only", "a,b\rx,1\r", {}),
    ("odd rows", "a,b\nx\ny,1,2\n", {}),
    ("header only", "a,b\n", {}),
    ("semicolon", "a;b\nx;1\n", {"dialect": {"delimiter": ";"}}),
    ("escapes", "a,b\nx\\,y,1\n", {"dialect": {"escapeChar": "\\"}}),
    ("comments", "a,b\n#x,1\n", {"dialect": {"commentChar": "#"}}),
    ("utf-16", "a,b\nx,1\n", {"encoding": "utf-16"}),
    ("windows-1258", "a,b\nx,1\n", {"encoding": "windows-1258"}),
    ("gz", "a,b\nx,1\n", {"path": "t.csv.gz", "compression": "gz"}),
    ("tsv", "a\tb\nx\t1\n", {"path": "t.tsv", "format": "tsv"}),
]


@pytest.mark.parametrize(
    "text,more", [row[1:] for row in COLUMNS_CAN], ids=[r[0] for r in COLUMNS_CAN]
)
def test_read_in_columns(text: str, more: dict[str, Any]) -> None:
    described = resource("t", _TWO, **more)
    data = text.encode(described["encoding"])
    run = assert_agree([described], {str(described["path"]): data})
    assert run is not None
    assert run.reasons == {"t": ""}


LEFT_TO_FRICTIONLESS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("json", {"format": "json", "path": "t.json", "type": "table"}, {}, "its format is json"),
    ("no archive", {"path": "t.csv.zip", "compression": "zip"}, {}, "it cannot be opened"),
    ("bz2", {"path": "t.csv.bz2", "compression": "bz2"}, {}, "it is compressed"),
    ("limited rows", {}, {"limit_rows": 1}, "rows are limited"),
    ("checks", {}, {"checklist": {"checks": ["duplicate-row"]}}, "there are checks of rows"),
    ("no such file", {"path": "none.csv"}, {}, "it cannot be opened"),
]


@pytest.mark.parametrize(
    "more,options,reason",
    [row[1:] for row in LEFT_TO_FRICTIONLESS],
    ids=[row[0] for row in LEFT_TO_FRICTIONLESS],
)
def test_left_to_frictionless(more: Any, options: Any, reason: str) -> None:
    options = dict(options)
    if "checklist" in options:
        from frictionless.checks import duplicate_row

        options["checklist"] = {"checks": [duplicate_row()]}
    files = {"t.csv": b"a,b\nx,1\nx,1\n", "t.json": b'[["a","b"],["x",1]]'}
    files["t.csv.zip"] = b"no archive"
    run = assert_agree([resource("t", _TWO, **more)], files, **options)
    assert run is not None
    assert run.reasons["t"].startswith(reason)


def test_inline_data_is_left_to_frictionless() -> None:
    described = {"name": "t", "data": [["a", "b"], ["x", 1], ["x", "y"]], "schema": _TWO}
    run = assert_agree([described], {})
    assert run is not None
    assert run.reasons["t"]


def test_a_reader_that_crashes_after_the_error_limit() -> None:
    field = {"name": "a", "type": "datetime", "constraints": {"minimum": "2020-01-01T00:00:00"}}
    one = resource("t", {"fields": [field, {"name": "b", "type": "string"}]}, dialect={})
    data = b"a,b\nx,1\n2020-01-02T00:00:00Z,2\n2020-01-02T00:00:00Z\n"
    run = assert_agree([one], {"t.csv": data}, limit_errors=1)
    assert run is not None
    assert_agree([one], {"t.csv": data})


def test_a_reader_that_crashes_does_so_in_both() -> None:
    field = {"name": "a", "type": "list", "constraints": {"unique": True}}
    one = resource("t", {"fields": [field]}, dialect={"delimiter": ";"})
    expected, found = both([one], {"t.csv": b"a\nx,y\nx,y\n"})
    assert isinstance(expected, TypeError)
    assert isinstance(found, TypeError)


def _zip(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.csv", data)
    return file.getvalue()


_DATA = b"a,b\nx,1\nx,y\n,\n"
ARCHIVES: list[tuple[dict[str, Any], bytes]] = [
    ({}, _zip(t=_DATA)),
    ({}, _zip(t=_DATA, u=b"a,b\n")),
    ({"innerpath": "u.csv"}, _zip(t=b"z\n", u=_DATA)),
    ({"bytes": 1, "hash": "sha256:0"}, _zip(t=_DATA)),
]


@pytest.mark.parametrize("more, data", ARCHIVES)
@pytest.mark.parametrize("chunk", [3, 1 << 20])
def test_archives_are_read_in_columns(more: Any, data: bytes, chunk: int) -> None:
    described = resource("t", _TWO, path="t.csv.zip", compression="zip", **more)
    run = assert_agree([described], {"t.csv.zip": data}, chunk)
    assert run is not None and run.reasons == {"t": ""}


PARTS: list[tuple[list[bytes], dict[str, Any]]] = [
    ([_DATA, b"a,b\nz,2\n", b"a,b\nz,x"], {}),
    ([b"a,b\nx,1", b"a,b\nz,2\n"], {}),
    ([b"a,b\nx,1\n", b"", b"a,b", b"a,b\nw,2\n"], {}),
    ([b"a\tb\nx\t1\n", b"y\t2\r\nz\t3\n"], {"format": "tsv"}),
    ([_DATA, b"a,b\nz,2\n"], {"bytes": 24, "hash": "md5:0"}),
    ([b"a,b\nx,1\n", b'"a\n",b\nz,2\n'], {}),
]


@pytest.mark.parametrize("parts, more", PARTS)
@pytest.mark.parametrize("chunk", [3, 1 << 20])
def test_several_files_are_read_in_columns(parts: list[bytes], more: Any, chunk: int) -> None:
    files = {f"part{at}.csv": data for at, data in enumerate(parts)}
    run = assert_agree([resource("t", _TWO, **{"path": list(files), **more})], files, chunk)
    assert run is not None and run.reasons == {"t": ""}


def test_packed_and_headless_parts_are_left_to_frictionless() -> None:
    files = {"part0.csv": _DATA, "part1.csv.gz": _DATA}
    run = assert_agree([resource("t", _TWO, path=list(files))], files)
    assert run is not None and run.reasons == {"t": "its parts are packed"}
    files["part1.csv"] = _DATA
    headless = {"path": ["part0.csv", "part1.csv"], "dialect": {"header": False}}
    run = assert_agree([resource("t", _TWO, **headless)], files)
    assert run is not None and run.reasons == {"t": "there are no labels"}
