"""Hypothesis strategies: packages of tables with every type, key, dialect and fault.

Each cell has texts that are good, that are nearly good, and that are not.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from tests.validation.columnar.agree import resource

Descriptor = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A field's type with its options; constraints to choose from; texts of cells."""

    type: str
    texts: tuple[str, ...]
    constraints: tuple[dict[str, Any], ...] = ({},)
    options: tuple[dict[str, Any], ...] = ({},)
    keyed: bool = True  # whether cells can be compared by frictionless


_DAYS = (
    "2020-01-02",
    "2020-1-2",
    "2020-02-30",
    "0000-01-01",
    "02/01/2020",
    "2 Jan 2020",
    "+020-01-01",
)
_MOMENTS = (
    *(
        "2020-01-02T03:04:05",
        "2020-01-02T03:04:05Z",
        "2020-01-02T03:04:05.5Z",
        "2020-02-30T00:00:00",
    ),
    *("2020-01-02 03:04:05", "2020-01-02T24:00:00", "0001-01-01T00:00:00", "2020-12-31T23:59:59"),
    *("2020-01-02T03:04:05+07:00", "2019-02-29T00:00:00", "2020-02-29T00:00:00", "03:04"),
)
_NUMBERS = (
    *("1", "2", "-3", "007", "+5", " 6", "1_000", "x", "1.0", "99999999999999999999", "٣", "1e3"),
    *("NaN", "inf", "2.5", "2.50", "0.1", "-0", "1,000.5", "1.000,5", "12%", "€5", "-", ".5", "5."),
    *("9223372036854775807", "9223372036854775808", "100000000000000000000000"),
)
_BOUNDS = ({}, {"minimum": 2}, {"maximum": 5}, {"exclusiveMinimum": 2}, {"exclusiveMaximum": 2})
KINDS = (
    Kind(
        "string",
        ("a", "bé", "x y", " ", "\u2028", "NA", "a\nb", 'q"q', "a,b", "-", "#c", "e\u0301", "ab\n"),
        (
            *({}, {"minLength": 2}, {"maxLength": 1}, {"enum": ["a", "bé"]}),
            *(
                {"pattern": one}
                for one in (r"[a-z]+", "a|b", r"\w+ ?\w*", r"(?i)A", r"[^a]\S*", "a$")
            ),
        ),
    ),
    Kind("string", ("a@b.vn", "a@b", "x"), options=({"format": "email"},)),
    Kind("string", ("https://a.vn/x?y", "a.vn", "x:y", "http://"), options=({"format": "uri"},)),
    Kind(
        "string",
        (
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-426614174000",
            "123e4567",
        ),
        options=({"format": "uuid"},),
    ),
    Kind("string", ("YQ==", "YQ", "?"), options=({"format": "binary"},)),
    Kind(
        "integer",
        _NUMBERS,
        (*_BOUNDS, {"enum": [1, 2]}, {"enum": ["1", "007"]}),
        ({}, {"bareNumber": False}),
    ),
    Kind(
        "number",
        _NUMBERS,
        (*_BOUNDS, {"minimum": "2.5"}, {"exclusiveMaximum": 2.5}, {"enum": [1, "2.5"]}),
        (
            *({}, {"bareNumber": False}, {"groupChar": ","}, {"floatNumber": True}),
            {"decimalChar": ",", "groupChar": "."},
        ),
    ),
    Kind(
        "boolean",
        ("true", "false", "1", "0", "yes", "True", "có"),
        ({}, {"enum": ["true"]}),
        ({}, {"trueValues": ["có"], "falseValues": ["0"]}),
    ),
    Kind(
        "date",
        _DAYS,
        ({}, {"minimum": "2020-01-02"}, {"enum": ["2020-01-02"]}),
        ({}, {"format": "any"}, {"format": "%d/%m/%Y"}),
    ),
    Kind("datetime", _MOMENTS, ({}, {"minimum": "2020-01-02T00:00:00"}), ({}, {"format": "any"})),
    Kind("time", ("03:04:05", "3:4", "03:04:05Z", "25:00:00"), options=({}, {"format": "%H:%M"})),
    Kind("year", ("2020", "20", "-001", " 202", "٢٠٢٠"), ({}, {"minimum": 2000})),
    Kind("yearmonth", ("2020-01", "2020-13", "2020-1"), ({}, {"maximum": "2020-01"})),
    Kind("duration", ("P1Y", "PT5S", "P12M", "5")),
    Kind("geopoint", ("1,2", "1.0, 2", "200,1"), options=({}, {"format": "array"})),
    Kind("geojson", ('{"type":"Point","coordinates":[1,2]}', '{"a":1}', "x"), keyed=False),
    Kind("object", ('{"a":1}', "[]", "{}"), ({}, {"minLength": 1}), keyed=False),
    Kind("array", ("[1]", "{}", "[]"), ({}, {"minLength": 1}), keyed=False),
    Kind("list", ("a,b", "c", "1,2"), options=({}, {"itemType": "integer"}), keyed=False),
    Kind("any", ("a", "1", "NA"), ({}, {"enum": ["a"]})),
)
_MISSING = ((), ("",), ("", "NA"), ("-", "x", ""))
_DIALECTS = (
    *({"delimiter": ","},) * 6,
    {},
    {"delimiter": ";"},
    {"delimiter": "\t"},
    {"delimiter": ",", "skipInitialSpace": True},
    {"delimiter": ",", "quoteChar": "'"},
    {"delimiter": ",", "quoteChar": ""},
    {"delimiter": ",", "escapeChar": "\\", "doubleQuote": False},
    {"delimiter": ",", "commentChar": "#"},
    {"delimiter": ",", "commentRows": [2, 4]},
    {"delimiter": ",", "skipBlankRows": True},
    {"delimiter": ",", "header": False},
    {"delimiter": ",", "headerRows": [2]},
    {"delimiter": ",", "headerRows": [1, 2], "headerJoin": "-"},
    {"delimiter": ",", "headerCase": False},
    {"delimiter": ",", "nullSequence": "NA"},
)
_ENCODINGS = (*("utf-8",) * 6, "utf-8-sig", "utf-16", "cp1258", "iso8859-1", None)
_NASTY = (
    '"',
    "\n",
    "\r",
    "\r\n",
    ",",
    "\0",
    "\ufeff",
    "x",
    '""',
    " ",
    "\x0c",
    "\x85",
    "\u2028",
    ",\n",
    "#",
)


@st.composite
def fields(draw: st.DrawFn, count: int) -> list[tuple[Descriptor, Kind]]:
    """Some fields, each with what it was made from."""
    found = []
    for at in range(count):
        kind = draw(st.sampled_from(KINDS))
        limits = dict(draw(st.sampled_from(kind.constraints)))
        if draw(st.integers(0, 3)) == 0:
            limits["required"] = True
        if kind.keyed and draw(st.integers(0, 4)) == 0:
            limits["unique"] = True
        field = {"name": f"f{at}", "type": kind.type, **draw(st.sampled_from(kind.options))}
        if limits or draw(st.booleans()):
            field["constraints"] = limits
        if draw(st.integers(0, 9)) == 0:
            field["missingValues"] = list(draw(st.sampled_from(_MISSING)))
        found.append((field, kind))
    return found


Parents = list[tuple[str, list[tuple[Descriptor, Kind]]]]


@st.composite
def keys(
    draw: st.DrawFn, name: str, made: list[tuple[Descriptor, Kind]], parents: Parents
) -> Descriptor:
    """Primary and foreign keys; most of the latter point to fields of the same type."""
    plain = [(field, kind) for field, kind in made if kind.keyed]
    found: Descriptor = {}
    if plain and draw(st.integers(0, 2)) == 0:
        chosen = draw(st.lists(st.sampled_from(plain), min_size=1, max_size=2, unique_by=id))
        found["primaryKey"] = [field["name"] for field, _ in chosen]
    targets: Parents = [*parents, ("", plain), (name, plain)]
    pairs = [
        (where, field["name"], other["name"])
        for where, others in targets
        for field, kind in plain
        for other, kind_of_other in others
        if kind.type == kind_of_other.type or draw(st.integers(0, 9)) == 0
    ]
    if pairs and draw(st.booleans()):
        where, *one = draw(st.sampled_from(pairs))
        same = [pair for pair in pairs if pair[0] == where]
        chosen_pairs = [(where, *one), *draw(st.lists(st.sampled_from(same), max_size=1))]
        found["foreignKeys"] = [
            {
                "fields": [pair[1] for pair in chosen_pairs],
                "reference": {"resource": where, "fields": [pair[2] for pair in chosen_pairs]},
            }
        ]
    return found


@st.composite
def text_of(draw: st.DrawFn, header: list[str], kinds: list[Kind], delimiter: str) -> str:
    """A file: rows of texts, rows of another length, and characters put in anywhere."""
    rare = st.integers(0, 14).map(lambda one: one == 0)
    few = draw(st.booleans())  # a small choice makes keys that meet
    rows = []
    for _ in range(draw(st.integers(0, 8))):
        row = [draw(st.sampled_from(("", *kind.texts)[: 4 if few else None])) for kind in kinds]
        if draw(rare):
            row = row[:-1] if draw(st.booleans()) else [*row, "more"]
        rows.append([""] * len(row) if draw(rare) else row)
    if draw(rare):
        header = draw(
            st.sampled_from((header[:-1], [*header, "more"], ["", *header[1:]], header[::-1]))
        )
    buffer = io.StringIO()
    end = draw(st.sampled_from(("\n", "\n", "\r\n")))
    quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([header, *rows])
    text = buffer.getvalue()
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2)))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(_NASTY)) + text[at:]
    return text.rstrip("\r\n") if draw(rare) else text


@st.composite
def table(draw: st.DrawFn, name: str, parents: Parents) -> tuple[Descriptor, bytes]:
    """A resource and its file."""
    made = draw(fields(draw(st.integers(1, 4))))
    parents_before = list(parents)
    parents.append((name, [(field, kind) for field, kind in made if kind.keyed]))
    schema: Descriptor = {"fields": [field for field, _ in made]}
    schema |= draw(keys(name, made, parents_before))
    if draw(st.integers(0, 4)) == 0:
        schema["missingValues"] = list(draw(st.sampled_from(_MISSING)))
    dialect = draw(st.sampled_from(_DIALECTS))
    encoding = draw(st.sampled_from(_ENCODINGS))
    header = [str(field["name"]) for field, _ in made]
    text = draw(text_of(header, [kind for _, kind in made], dialect.get("delimiter", ",")))
    data = text.encode(encoding or "utf-8", "replace")
    if draw(st.integers(0, 29)) == 0:
        data += b"\xff\n"
    found = resource(name, schema, dialect=dialect, encoding=encoding)
    if encoding is None:
        del found["encoding"]
    if draw(st.integers(0, 9)) == 0:
        found |= draw(
            st.sampled_from(({"bytes": len(data)}, {"hash": "sha256:0"}, {"hash": "sha1:0"}))
        )
    if draw(st.integers(0, 9)) == 0:
        found |= {"path": f"{name}.csv.gz", "compression": "gz"}
    if draw(st.integers(0, 9)) == 0:
        found |= {"path": f"{name}.tsv", "format": "tsv"}
    return found, data


@st.composite
def packages(draw: st.DrawFn) -> tuple[list[Descriptor], dict[str, bytes]]:
    """One to three tables, parents before or after their children."""
    parents: Parents = []
    made = [draw(table(f"t{at}", parents)) for at in range(draw(st.sampled_from((1, 1, 2, 2, 3))))]
    if draw(st.booleans()):
        made.reverse()
    return [one for one, _ in made], {str(one["path"]): data for one, data in made}


options = st.one_of(
    st.just({}),
    st.just({}),
    st.builds(lambda limit: {"limit_errors": limit}, st.integers(0, 4)),
    st.sampled_from(
        (
            {"checklist": {"pick_errors": ["type-error"]}},
            {"checklist": {"skip_errors": ["#cell"]}},
            {"checklist": {"skip_errors": ["unique-error"]}, "limit_errors": 2},
            {"limit_rows": 2},
        )
    ),
)
chunks = st.sampled_from((7, 16, 64, 1 << 20))
