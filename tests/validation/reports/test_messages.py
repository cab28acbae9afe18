"""What reports say in both languages."""

import csv
import string
from collections.abc import Iterator
from importlib import resources

import pytest
from frictionless import Error, errors, system

from opendata.validation.errors import TYPES
from opendata.validation.reports.messages import (
    count,
    environment_language,
    message,
    messages,
    translate_note,
    translate_warning,
)

FILES = ("messages.csv", "notes.csv", "words.csv")


def rows(name: str) -> list[dict[str, str]]:
    text = resources.files("opendata.validation.reports").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def error_types() -> Iterator[str]:
    """Of frictionless's own classes, and of ours."""
    kinds = [
        Error,
        *(one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Error)),
    ]
    yield from (kind.type for kind in kinds)
    yield from TYPES


@pytest.mark.parametrize("type", sorted(set(error_types())))
def test_every_type_has_a_title_and_a_hint_in_both_languages(type: str) -> None:
    row = messages("en")[type], messages("vi")[type]
    assert all(one.title and one.hint for one in row)
    assert row[0].title != row[1].title and row[0].hint != row[1].hint
    assert row[0].hint.endswith(".") and row[1].hint.endswith(".")
    assert not row[0].title.endswith(".") and not row[1].title.endswith(".")


def test_messages_are_of_types_that_exist_and_sorted() -> None:
    names = list(messages("en"))
    assert names == sorted(set(names))
    assert {system.select_error_class(name).type for name in names} == set(names)


@pytest.mark.parametrize("name", FILES)
def test_no_cell_is_empty_or_missing(name: str) -> None:
    for row in rows(name):
        assert None not in row
        assert all(value for column, value in row.items() if column != "scope"), row


@pytest.mark.parametrize("name", ["notes.csv", "words.csv"])
def test_both_languages_have_the_same_slots(name: str) -> None:
    for row in rows(name):
        first, *others = (
            {slot for _, slot, _, _ in string.Formatter().parse(text) if slot is not None}
            for column, text in row.items()
            if column != "word"
        )
        assert all(other == first for other in others), row


NOTES = [
    ('type is "integer/default"', 'cần kiểu "integer/default"'),
    ('constraint "minimum" is "2000"', 'ràng buộc "minimum" là "2000"'),
    ("the same as in the row at position 7", "giống dòng 7"),
    ('for "outlet": values "x" not found in the lookup table "outlets" as "id"', 'outlet: bảng outlets không có id là "x"'),
    ('for "a, b": values "x, y" not found in the lookup table "" as "c, d"', 'a, b: bảng này không có c, d là "x, y"'),
    ("something that nobody translated", "something that nobody translated"),
    ("{0} \\1", "{0} \\1"),
]  # fmt: skip


@pytest.mark.parametrize("note, translated", NOTES)
def test_a_note_is_translated_where_it_is_known(note: str, translated: str) -> None:
    assert translate_note("vi", note) == translated
    assert translate_note("en", note) == note


@pytest.mark.parametrize(
    "warning, translated",
    [
        ("outlets: not checked: keys to a, whose columns are wrong", "outlets: chưa kiểm tra: khóa trỏ tới a, vì cột của bảng ấy sai"),
        ("reached error limit: 5 of 9 are listed", "đến giới hạn: liệt kê 5 trên 9 lỗi"),
        ("a: đã lâu", "a: đã lâu"),
    ],
)  # fmt: skip
def test_a_warning_keeps_what_it_is_about(warning: str, translated: str) -> None:
    assert translate_warning("vi", warning) == translated


@pytest.mark.parametrize(
    "environ, lang",
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "vi"}, "vi"),
        ({"LANG": "vi", "LC_ALL": ""}, "vi"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_is_the_environments(environ: dict[str, str], lang: str) -> None:
    assert environment_language(environ) == lang


def test_numbers_are_written_as_the_language_has_them() -> None:
    assert count("en", 1204, "error") == "1,204 errors"
    assert count("en", 1, "error") == "1 error"
    assert count("vi", 1204, "error") == "1.204 lỗi"


def test_a_type_of_somebodys_own_check_is_called_by_its_class() -> None:
    assert message("no-such-type", "vi").title == "no-such-type"
