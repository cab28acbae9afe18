"""`sources.csv`: what it states of which page, and what its faults cost."""

import pytest

from opendata.errors import InputError
from opendata.reading.document import Stated
from opendata.reading.stated import read_rows

NAMES = {"a.txt", "năm/b.html", "c.jsonl", "d.jsonl.gz"}
HEADER = "file,url,outlet,published,retrieved,licence,note\n"


def values(rows, name):
    return {one.ref: one.value for one in rows.about(name)}


def test_without_a_file_nothing_is_stated(folder):
    rows, faults = read_rows(folder({}), NAMES)
    assert (rows.about("a.txt"), faults) == ((), ())


def test_every_column_is_stated_in_the_order_of_the_columns(folder):
    text = HEADER + (
        "a.txt,https://example.org/a,Báo Lào Cai,2023-11-14 19:58,2024-01-02,CC-BY-4.0,"
        '"bản ghi, tóm tắt"\n'
    )
    rows, faults = read_rows(folder({"sources.csv": text}), NAMES)
    assert faults == ()
    assert rows.about("b.html") == ()
    assert rows.about("a.txt") == (
        Stated("url", "https://example.org/a", "sources.csv:url"),
        Stated("outlet", "Báo Lào Cai", "sources.csv:outlet"),
        Stated("published", "2023-11-14T19:58:00", "sources.csv:published"),
        Stated("retrieved", "2024-01-02", "sources.csv:retrieved"),
        Stated("licence", "CC-BY-4.0", "sources.csv:licence"),
        Stated("note", "bản ghi, tóm tắt", "sources.csv:note"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "outlet,file\nLSO,a.txt\n",
        "\ufefffile,outlet\r\na.txt,LSO\r\n",  # as spreadsheets write it
        "file,outlet,note\n\na.txt, LSO ,\n\n",
        'file,outlet\n"a.txt","LSO"',
    ],
)
def test_only_the_column_file_must_be_there_in_any_order(folder, text):
    rows, faults = read_rows(folder({"sources.csv": text}), NAMES)
    assert (values(rows, "a.txt"), faults) == ({"sources.csv:outlet": "LSO"}, ())


def test_a_file_name_is_the_same_in_any_normal_form(folder):
    composed, decomposed = "tòa.txt", "to\u0300a.txt"
    for written, on_disk in [(composed, decomposed), (decomposed, composed)]:
        root = folder({"sources.csv": f"file,outlet\n{written},LSO\n"})
        rows, faults = read_rows(root, {on_disk})
        assert (values(rows, on_disk), faults) == ({"sources.csv:outlet": "LSO"}, ())


def test_a_row_of_a_line_ranks_above_the_row_of_its_file(folder):
    text = HEADER + (
        "c.jsonl,,Cả tệp,,,CC0-1.0,\n"
        "c.jsonl#7,https://example.org/7,,,,,\n"
        "d.jsonl.gz#a#b,,Một dòng,,,,\n"
    )
    rows, faults = read_rows(folder({"sources.csv": text}), NAMES)
    assert faults == ()
    assert [one.value for one in rows.about("c.jsonl#7")] == [
        "https://example.org/7",
        "Cả tệp",
        "CC0-1.0",
    ]
    assert [one.value for one in rows.about("c.jsonl#8")] == ["Cả tệp", "CC0-1.0"]
    assert [one.value for one in rows.about("d.jsonl.gz#a#b")] == ["Một dòng"]
    assert list(rows.lines_of("c.jsonl")) == ["c.jsonl#7"]


@pytest.mark.parametrize(
    "row, fault",
    [
        (
            "năm/b.html,,,14/11/2023,,,",
            "line 3, column published: '14/11/2023' is no date: expected e.g. 2023-11-14 or"
            " 2023-11-14T19:58+07:00. Correct the cell",
        ),
        (
            "năm/b.html,example.org,,,,,",
            "line 3, column url: 'example.org' is no address: expected e.g."
            " https://example.org/page.html. Correct the cell",
        ),
        (
            "c.jsonl,https://example.org/,,,,,",
            "line 3, column url: 'https://example.org/' is one address for many pages:"
            " expected a row for each, file#id. Correct the cell",
        ),
        (
            "e.txt,,LSO,,,,",
            "line 3, column file: there is no page 'e.txt' in the folder. Write the path below the"
            " folder, with /; file.jsonl#id for a line of JSON Lines",
        ),
        (
            ",,LSO,,,,",
            "line 3, column file: there is no page '' in the folder. Write the path below the"
            " folder, with /; file.jsonl#id for a line of JSON Lines",
        ),
        (
            "a.txt,,LSO,,,,",
            "line 3, column file: a.txt has a row already, on line 2. Keep one of the two",
        ),
        (
            "năm/b.html,,Báo, Lào Cai,,,,",
            "line 3: has 8 cells, the header 7. Quote cells that hold a comma, and leave no column out",
        ),
        (
            "năm/b.html",
            "line 3: has 1 cells, the header 7. Quote cells that hold a comma, and leave no column out",
        ),
    ],
)  # fmt: skip
def test_a_bad_row_or_cell_costs_only_itself(folder, row, fault):
    text = f"{HEADER}a.txt,,Báo A,,,,\n{row}\nd.jsonl.gz,,Báo D,,,,\n"
    root = folder({"sources.csv": text})
    rows, (left_out,) = read_rows(root, NAMES)
    assert str(left_out) == f"{root / 'sources.csv'}, {fault}"
    assert left_out.what == "statement"
    assert values(rows, "a.txt") == {"sources.csv:outlet": "Báo A"}
    assert values(rows, "d.jsonl.gz#1") == {"sources.csv:outlet": "Báo D"}


def test_a_bad_cell_leaves_the_rest_of_its_row(folder):
    text = HEADER + "a.txt,https://example.org/a,,sai,,,\n"
    rows, faults = read_rows(folder({"sources.csv": text}), NAMES)
    assert values(rows, "a.txt") == {"sources.csv:url": "https://example.org/a"}
    assert len(faults) == 1


def test_the_line_of_a_row_counts_breaks_within_cells(folder):
    text = HEADER + 'a.txt,,,,,,"một\nhai\nba"\nx.txt,,,,,,\n'
    _, (left_out,) = read_rows(folder({"sources.csv": text}), NAMES)
    assert ", line 5, column file: there is no page 'x.txt'" in str(left_out)


COLUMNS = "The columns are file,url,outlet,published,retrieved,licence,note; only file must be"


@pytest.mark.parametrize(
    "content, message",
    [
        ("file,license\na.txt,CC0\n", f"line 1: unknown column 'license'. {COLUMNS}"),
        ("file;url\na.txt;\n", f"line 1: unknown column 'file;url'. {COLUMNS}"),
        ("file,url,url\n", f"line 1: column url stands twice. {COLUMNS}"),
        ("url,outlet\n", f"line 1: has no column file. {COLUMNS}"),
        ("", f"line 1: has no column file. {COLUMNS}"),
        (
            "file,note\na.txt,Tòa\n".encode("utf-16"),
            "line 1, byte 0: is not UTF-8. Save it as UTF-8",
        ),
        (b"file,note\na.txt,T\xf2a\n", "line 2, byte 17: is not UTF-8. Save it as UTF-8"),
        (
            'file,note\na.txt,"không đóng\nb.txt,\n',
            "line 2: is not CSV as RFC 4180 has it (unexpected end of data). Check the quotes from there on",
        ),
    ],
)
def test_a_file_that_is_not_such_a_table_is_an_error(folder, content, message):
    root = folder({"sources.csv": content})
    with pytest.raises(InputError) as raised:
        read_rows(root, NAMES)
    assert str(raised.value) == f"{root / 'sources.csv'}, {message}"


def test_a_folder_of_that_name_is_an_error(folder):
    root = folder({"sources.csv/x": ""})
    with pytest.raises(InputError, match="cannot be read"):
        read_rows(root, NAMES)
