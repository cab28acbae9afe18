"""Passages become pages and answers; what is not written as a passage is refused with its place."""

import json
from pathlib import Path

import pytest

from opendata.errors import InputError
from opendata.evaluation import read_passages, write_passages
from opendata.evaluation.passage_items import citation, directives, event, figure, person

PASSAGE = """\
- id: one
  on: 2024-05-03
  page: |
    Tin ngắn

    Theo Quy định 31 và 32, mỗi tổ có 10-12 người; 97,6% đạt, vượt 7,6%.
  citations:
    - Quy định 31: quy_dinh 31
    - "32": quy_dinh 32
  figures:
    - 10-12 người: 10..12
    - 97,6%: 97.6 percent
    - 7,6%: 7.6 percent
"""


def folder(tmp_path: Path, text: str) -> Path:
    """A folder with one file of passages."""
    (tmp_path / "forms.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_passage_becomes_a_page_and_answers(tmp_path: Path) -> None:
    write_passages(read_passages(folder(tmp_path, PASSAGE)), tmp_path / "out")
    text = (tmp_path / "out/pages/forms.one.txt").read_text("utf-8")
    assert text.startswith("Tin ngắn\n\nTheo Quy định 31") and text.endswith("7,6%.")
    rows = (tmp_path / "out/pages/sources.csv").read_text("utf-8").splitlines()
    assert rows == ["file,url,outlet,published", "forms.one.txt,,,2024-05-03"]
    answer = json.loads((tmp_path / "out/answers/forms.one.json").read_text("utf-8"))
    assert answer["source"] == "forms.one.txt"
    assert answer["article"] == {
        "title": "Tin ngắn",
        "published": "2024-05-03",
        "byline": None,
        "kicker": None,
    }
    for one in [*answer["citations"], *answer["figures"]]:
        assert text[one["start"] : one["end"]] == one["quote"]


def test_words_are_looked_for_behind_the_item_before(tmp_path: Path) -> None:
    (one,) = read_passages(folder(tmp_path, PASSAGE))
    last = one.answer["figures"][-1]
    assert one.text[last["start"] - 5 : last["end"]] == "vượt 7,6%"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- id: one\n  page: a\n  figure: []\n", "no such key: figure"),
        ("- page: a\n", "passage 1: .*'id'"),
        ("- id: one\n  page: a\n  anaphora: [b]\n", "'b' does not stand on the page"),
        ("- id: one\n  page: a b\n  anaphora: [b, a]\n", "'a' does not stand .* in this order"),
        ("- id: one\n  page: a\n- id: one\n  page: b\n", "has the id of another one"),
        ("- id: one\n  page: a\n  citations:\n  - a: luat\n", "passage one: is not written"),
        ("- id: one\n  page: a\n  relations:\n  - [a, amends, b]\n", "'a' is no citation"),
        ("- id: one\n  page: a\n  events:\n  - trial today\n", "'today' is no day, nor none"),
        ("- id: [\n", "forms.yaml, line"),
    ],
)
def test_what_is_no_passage_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_passages(folder(tmp_path, text))


def test_a_folder_without_passages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no passages"):
        read_passages(tmp_path)


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("named", {"form": "named"}),
        ("chi_thi 26", {"form": "numbered", "kind": "chi_thi", "number": "26"}),
        ("chi_thi 05 CT/TW 2016-05-15", {"symbol": "CT/TW", "issued": "2016-05-15"}),
        ("chi_thi 26 CT/TW ambiguous term=XII", {"resolution": "ambiguous", "term": "XII"}),
        ("nghi_dinh 71 year=2024 by Chính phủ", {"year": "2024", "issuer": "Chính phủ"}),
    ],
)
def test_citations(meaning: str, expected: dict[str, str]) -> None:
    assert expected.items() <= citation("Văn bản", meaning).items()


def test_equal_words_of_two_documents_are_two_keys() -> None:
    said = [citation("Quy định 1", f"quy_dinh 1 term={term}") for term in ("X", "X", "XI")]
    assert set(directives(said)) == {"Quy định 1", "Quy định 1 #2"}
    assert [one["directive"] for one in said] == ["Quy định 1", "Quy định 1", "Quy định 1 #2"]


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("98 percent ge", {"value": 98.0, "unit": "percent", "comparator": "ge"}),
        ("10..12", {"value": 10.0, "value_max": 12.0}),
        ("97.6 percent target=90", {"target": 90.0}),
        (
            "5 period=2022-01-01..2022-06-30",
            {"period_start": "2022-01-01", "period_end": "2022-06-30"},
        ),
    ],
)
def test_figures(meaning: str, expected: dict[str, object]) -> None:
    assert expected.items() <= figure("số", meaning).items()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("trial none", {"kind": "trial", "date": None, "chairs": []}),
        ({"meeting 2024-05-03": ["A"]}, {"date": "2024-05-03", "chairs": ["A"]}),
        ("meeting 2024-05-03..2024-05-04 morning", {"ends": "2024-05-04"}),
        ("meeting 2024-05-03 evening", {"part_of_day": "evening"}),
    ],
)
def test_events(said: str | dict[str, object], expected: dict[str, object]) -> None:
    assert expected.items() <= event(said).items()


def test_a_position_may_have_a_status() -> None:
    assert person("Lò Văn A", ["Giám đốc Sở Y tế (new)", "Tỉnh ủy viên"]) == {
        "name": "Lò Văn A",
        "roles": ["Giám đốc Sở Y tế", "Tỉnh ủy viên"],
        "statuses": {"Giám đốc Sở Y tế": "new"},
    }


@pytest.mark.parametrize(
    ("item", "meaning"), [(citation, "chi_thi 26 CT/TW X=1"), (figure, "9 percents")]
)
def test_a_word_that_means_nothing_is_refused(item: object, meaning: str) -> None:
    with pytest.raises(ValueError, match="says nothing of a"):
        item("x", meaning)  # type: ignore[operator]
