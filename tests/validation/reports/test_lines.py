"""Where rows and cells stand in a file."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opendata.validation.reports.lines import Text, locate

# Text of a file, what it is written with, row and cell, line and column.
CASES = [
    ("a,b\n1,2\n", {}, (2, 2), (2, 3)),
    ("a,b\n1,2\n", {}, (2, 0), (2, 1)),
    ("a,b\r\n1,2\r\n", {}, (2, 2), (2, 3)),
    ('a,b\n"x\ny",2\n3,4\n', {}, (2, 2), (3, 4)),
    ('a,b\n"x\ny",2\n3,4\n', {}, (3, 1), (4, 1)),
    ('a,b\n"x\r\ny",2\r\n3,4\r\n', {}, (2, 2), (3, 4)),
    ('a,b\n"x ""y"", z",2\n', {}, (2, 2), (2, 14)),
    ('a,b\nx"",2\n', {}, (2, 2), (2, 5)),
    ('a,b\n"",2\n', {}, (2, 2), (2, 4)),
    ("a;b\n1,5;2\n", {"labels": ("a", "b")}, (2, 2), (2, 5)),
    ("a|b\n1,5|2\n", {"labels": ("a", "b")}, (2, 2), (2, 5)),
    ("\ufeffa;b\n1;2\n", {"labels": ("a", "b"), "encoding": "utf-8-sig"}, (1, 2), (1, 3)),
    ("a\tb\n1\t2\n", {"delimiter": "\t"}, (2, 2), (2, 3)),
    ("a,b\n'x\ny',2\n", {"quote": "'"}, (2, 2), (3, 4)),
    ('a,b\n"x,2\n3,4\n', {"quote": ""}, (3, 2), (3, 3)),
    ('a,b\nx\\,y,2\n"z\\"\n",3\n', {"escape": "\\", "double": False}, (2, 2), (2, 6)),
    ('a,b\nx\\,y,2\n"z\\"\n",3\n', {"escape": "\\", "double": False}, (3, 2), (4, 3)),
    ("a,b\n\n1\n", {}, (3, 2), (3, 2)),  # a missing cell: where the row ends
    ("a,b\n1,2", {}, (2, 9), (2, 4)),
]


@pytest.mark.parametrize("text, written, cell, position", CASES)
def test_a_cell_is_found(
    text: str,
    written: dict[str, object],
    cell: tuple[int, int],
    position: tuple[int, int],
    tmp_path: Path,
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode())
    assert locate(Text(path, **written), [cell]) == {cell: position}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data, text",
    [
        (b"a,b\n1,2\n", {"labels": ("c", "d")}),  # not written as any delimiter would have it
        (b"a,b\n1,2\n", {"encoding": "no-such-encoding"}),
    ],
)
def test_what_cannot_be_found_is_left_out(
    data: bytes, text: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    assert locate(Text(path, **text), [(2, 1)]) == {}  # type: ignore[arg-type]


def test_a_line_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opendata.validation.reports.lines._LONGEST", 10)
    monkeypatch.setattr("opendata.validation.reports.lines._PIECE", 8)
    (tmp_path / "table.csv").write_text("a,b\n1,2\n" + "x" * 20)
    text = Text(tmp_path / "table.csv")
    assert locate(text, [(2, 1), (3, 1)]) == {(2, 1): (2, 1)}


def test_a_file_that_is_gone_has_no_places(tmp_path: Path) -> None:
    assert locate(Text(tmp_path / "gone.csv"), [(2, 1)]) == {}


cells = st.text(st.sampled_from('aâ",;\n x'), max_size=6)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6)


@given(
    tables,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.integers(1, 60),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120
)
def test_every_cell_stands_where_it_is_said_to(
    tmp_path: Path, table: list[list[str]], end: str, quoting: int, piece: int
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=end, quoting=quoting).writerows(table)  # type: ignore[arg-type]
    path = tmp_path / "table.csv"
    path.write_bytes(written.getvalue().encode())
    wanted = [(r, c) for r, row in enumerate(table, 1) for c in range(1, len(row) + 1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("opendata.validation.reports.lines._PIECE", piece)
        found = locate(Text(path, delimiter=","), wanted)
    lines = written.getvalue().splitlines(keepends=True)
    for (row, number), (line, column) in found.items():
        rest = lines[line - 1][column - 1 :] + "".join(lines[line:])
        cell = next(csv.reader(io.StringIO(rest, newline="")), [""])
        assert (cell or [""])[0] == table[row - 1][number - 1]
    assert found.keys() == set(wanted)
