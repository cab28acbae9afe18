"""Which files are pages, what they are called, and what is said of those that are none."""

import itertools
import os
from pathlib import Path

import pytest

from opendata.errors import InputError
from opendata.reading.sources import find_pages, source_folder

EVERYTHING = {
    "a.txt": "",
    "B.TXT": "",
    "b.html": "",
    "c.htm": "",
    "d.jsonl": "",
    "e.jsonl.gz": "",
    "năm 2022/tòa án.txt": "",
    "năm 2022/sâu/hơn.txt": "",
    "sub/authority/f.txt": "",
    # No pages:
    "README.md": "",
    "readme.txt": "",
    "sources.csv": "file\n",
    "g.pdf": "",
    "h.json": "",
    "i.txt.gz": "",
    "txt": "",
    ".hidden.txt": "",
    ".git/j.txt": "",
    "authority/k.txt": "",
}
PAGES = [
    "B.TXT", "a.txt", "b.html", "c.htm", "d.jsonl", "e.jsonl.gz",
    "năm 2022/sâu/hơn.txt", "năm 2022/tòa án.txt", "sub/authority/f.txt",
]  # fmt: skip


def names(*sources):
    return [file.name for file in find_pages(sources).files]


def test_a_folder_gives_its_pages_by_code_point(folder):
    assert names(folder(EVERYTHING)) == PAGES


@pytest.mark.parametrize(
    "pattern, expected",
    [
        ("*.txt", ["a.txt"]),
        ("*", ["B.TXT", "a.txt", "b.html", "c.htm", "d.jsonl", "e.jsonl.gz"]),
        (
            "**/*.txt",
            ["a.txt", "năm 2022/sâu/hơn.txt", "năm 2022/tòa án.txt", "sub/authority/f.txt"],
        ),
        ("[bc].htm*", ["b.html", "c.htm"]),
        ("năm */*.txt", ["năm 2022/tòa án.txt"]),
        ("năm 2022/*.txt", ["tòa án.txt"]),  # named below the part without a wildcard
        ("?.jsonl", ["d.jsonl"]),
    ],
)
def test_a_pattern_gives_the_pages_that_it_matches(folder, pattern, expected):
    assert names(str(folder(EVERYTHING) / pattern)) == expected


def test_a_file_is_called_by_its_file_name(folder):
    assert names(folder(EVERYTHING) / "năm 2022" / "tòa án.txt") == ["tòa án.txt"]


def test_a_file_given_by_name_may_be_hidden_or_called_readme(folder):
    root = folder(EVERYTHING)
    assert names(root / "readme.txt", root / ".hidden.txt") == [".hidden.txt", "readme.txt"]


def test_a_name_with_brackets_is_a_name_where_there_is_such_a_file(folder):
    assert names(folder({"[1].txt": "", "1.txt": ""}) / "[1].txt") == ["[1].txt"]


def test_a_file_reached_twice_is_read_once_whatever_the_order(folder):
    root = folder({"a.txt": "", "sub/b.txt": ""})
    sources = [root, root / "sub", root / "sub" / "b.txt", str(root / "**" / "*.txt")]
    for order in itertools.permutations(sources):
        assert names(*order) == ["a.txt", "sub/b.txt"]


def test_of_two_files_with_one_name_the_second_is_left_out(folder):
    first, second = folder({"a.txt": ""}, "one"), folder({"a.txt": ""}, "two")
    for order in ([first, second], [second, first]):
        found = find_pages(order)
        assert [file.path for file in found.files] == [first / "a.txt"]
        (left_out,) = found.left_out
        assert left_out.what == "page"
        assert str(left_out) == (
            f"{second / 'a.txt'}: has the name a.txt, as has {first / 'a.txt'}."
            " Give one folder that holds both, or rename one"
        )


def test_links_to_files_are_read_and_links_to_folders_are_not(folder):
    outside = folder({"x.txt": "", "deep/y.txt": ""}, "outside")
    root = folder({"a.txt": ""})
    (root / "b.txt").symlink_to(outside / "x.txt")
    (root / "c").symlink_to(outside / "deep")
    (root / "loop").symlink_to(root)
    assert names(root) == ["a.txt", "b.txt"]


def test_a_file_name_that_is_not_utf8_costs_that_file(folder):
    root = folder({"a.txt": ""})
    Path(os.fsdecode(os.fsencode(root) + b"/t\xf2a.txt")).touch()
    found = find_pages([root])
    assert [file.name for file in found.files] == ["a.txt"]
    assert [str(one) for one in found.left_out] == [
        "t\\udcf2a.txt: has a file name that is not UTF-8. Rename the file"
    ]


def test_a_folder_that_cannot_be_listed_costs_that_folder(folder, monkeypatch):
    root = folder({"a.txt": "", "closed/b.txt": ""})
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_pages([root])
    assert [file.name for file in found.files] == ["a.txt"]
    assert [str(one) for one in found.left_out] == [
        f"{root / 'closed'}: cannot be listed (Permission denied). Check the folder's rights"
    ]


ACCEPTED = "one of .txt, .html, .htm, .jsonl, .jsonl.gz"


@pytest.mark.parametrize(
    "source, message",
    [
        ("pages/none.txt", "{}: there is no such file or folder. Check the path"),
        ("nowhere", "{}: there is no such file or folder. Check the path"),
        ("pages/*.pdf", f"{{}}: matches no page. Pages are files whose names end in {ACCEPTED}"),
        ("pages/*.html", f"{{}}: matches no page. Pages are files whose names end in {ACCEPTED}"),
        ("nowhere/*.txt", f"{{}}: matches no page. Pages are files whose names end in {ACCEPTED}"),
        ("pages/paper.pdf", f"{{}}: is no page. Give a file whose name ends in {ACCEPTED}"),
        ("pages/empty", f"{{}}: holds no page. Pages are files whose names end in {ACCEPTED}"),
    ],
)
def test_a_source_without_pages_is_an_error(folder, tmp_path, source, message):
    folder({"a.txt": "", "paper.pdf": "", "empty/README.md": ""})
    with pytest.raises(InputError) as raised:
        find_pages([tmp_path / "pages" / "a.txt", str(tmp_path / source)])
    assert str(raised.value) == message.format(tmp_path / source)


@pytest.mark.parametrize("sources", [[], [""], ["a" * 5000], ["a\0b.txt"], ["**a/[/x"]])
def test_what_is_no_source_at_all_is_an_error(sources):
    with pytest.raises(InputError):
        find_pages(sources)


@pytest.mark.parametrize("beside", ["package.yaml", "corrections.yaml", "authority/terms.csv"])
@pytest.mark.parametrize("source", ["pages", "pages/a.txt", "pages/*.txt"])
def test_the_source_folder_is_the_one_with_files_about_the_package(
    folder, tmp_path, beside, source
):
    root = folder({"a.txt": "", beside: ""})
    other = folder({"b.txt": "", "sources.csv": "file\n"}, "other")
    assert source_folder([other, tmp_path / source]) == root


def test_without_files_about_the_package_there_is_no_source_folder(folder):
    assert source_folder([folder({"a.txt": ""})]) is None


def test_one_folder_spelt_in_two_ways_is_one_source_folder(folder, monkeypatch):
    root = folder({"a.txt": "", "package.yaml": ""})
    monkeypatch.chdir(root.parent)
    assert source_folder(["pages", root]) in (root, Path("pages"))


def test_two_source_folders_are_an_error(folder):
    one, two = (folder({"a.txt": "", "package.yaml": ""}, name) for name in ("one", "two"))
    with pytest.raises(InputError, match="both hold package"):
        source_folder([one, two])
