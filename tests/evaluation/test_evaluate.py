"""Scores count what agrees, what is missing and what nobody asked for."""

import json
import shutil
from pathlib import Path

import pytest

from opendata.builder import Built
from opendata.errors import InputError
from opendata.evaluation import evaluate, render_scores
from opendata.evaluation.measures import same_position

GOLD = Path(__file__).parent.parent / "gold"
PAGE = "lao-cai-toa-an-2023.json"


def answers(tmp_path: Path, **changes: object) -> Path:
    """One page's answers with some of them changed."""
    said = json.loads((GOLD / PAGE).read_text("utf-8"))
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / PAGE).write_text(json.dumps({**said, **changes}, ensure_ascii=False), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("changes", "measure", "counts"),
    [
        ({"citations": []}, "citations, numbered", (0, 0, 1)),
        ({"figures": []}, "figures", (0, 0, 1)),
        ({"persons": []}, "persons", (0, 0, 1)),
        ({"persons": [{"name": "Trần Văn A", "roles": ["Bí thư"]}]}, "persons", (0, 1, 1)),
        ({"events": []}, "events", (0, 0, 1)),
        ({"captions": []}, "captions", (0, 0, 2)),
        ({"systems": ["phần mềm"]}, "systems", (0, 1, 0)),
    ],
)
def test_what_differs_is_counted(
    built: Built,
    seeds: Path,
    tmp_path: Path,
    changes: dict[str, object],
    measure: str,
    counts: tuple[int, ...],
) -> None:
    score = evaluate(built.out, answers(tmp_path, **changes), seeds).scores[measure]
    assert (score.hit, score.miss, score.extra) == counts


def test_a_wrong_day_is_a_miss(built: Built, seeds: Path, tmp_path: Path) -> None:
    said = json.loads((GOLD / PAGE).read_text("utf-8"))["events"]
    said[0]["date"] = "2023-11-13"
    found = evaluate(built.out, answers(tmp_path, events=said), seeds)
    assert found.scores["event: day"].miss == 1
    assert not found.perfect
    assert "event: day" in render_scores(found, show=True)


def test_pages_are_matched_by_name_where_they_are_not_given(built: Built) -> None:
    found = evaluate(built.out, GOLD)
    assert found.perfect
    assert "offsets" not in found.scores


def test_a_page_that_is_not_in_the_package_is_named(built: Built, tmp_path: Path) -> None:
    folder = answers(tmp_path, source="another.txt")
    assert evaluate(built.out, folder).missing == (PAGE.removesuffix(".json"),)


def test_of_a_page_that_is_not_in_the_package_all_is_missed(built: Built, tmp_path: Path) -> None:
    found = evaluate(built.out, answers(tmp_path, source="another.txt")).scores
    assert (found["title"].hit, found["title"].miss) == (0, 1)
    assert (found["citations, numbered"].hit, found["citations, numbered"].miss) == (0, 1)
    assert all(score.extra == 0 for score in found.values())


LAO_CAI = {"title": "x", "published": None}
DIRECTIVE = {"kind": "chi_thi", "number": "26", "issuer": "Bộ Chính trị"}


@pytest.mark.parametrize(
    ("changes", "measure", "hit"),
    [
        ({"article": {**LAO_CAI, "province": "Lào Cai"}}, "province", True),
        ({"article": {**LAO_CAI, "province": "lao-cai-63"}}, "province", True),
        ({"article": {**LAO_CAI, "province": "lao-cai-34"}}, "province", False),
        ({"article": {**LAO_CAI, "language": "vi"}}, "language", True),
        ({"article": {**LAO_CAI, "outlet_id": "bao-lang-son"}}, "outlet_id", False),
        ({"directives": {"ct26": {**DIRECTIVE, "term": "XII"}}}, "directive: term", True),
        ({"directives": {"ct26": {**DIRECTIVE, "year": "2023"}}}, "directive: year", False),
        (
            {"directives": {"ct26": {**DIRECTIVE, "resolution": "resolved"}}},
            "directive: resolution",
            True,
        ),
        ({"flags": []}, "flags", None),
        ({"recurring": ["FREQ=WEEKLY"]}, "recurrence rules", False),
    ],
)
def test_what_an_answer_may_ask_further(
    built: Built,
    seeds: Path,
    tmp_path: Path,
    changes: dict[str, object],
    measure: str,
    hit: bool | None,
) -> None:
    found = evaluate(built.out, answers(tmp_path, **changes), seeds).scores
    asked = measure in found
    assert asked is (hit is not None)
    assert not asked or (found[measure].hit, found[measure].miss) == (int(hit), int(not hit))  # type: ignore[arg-type]


def test_answers_that_are_not_json_are_refused(built: Built, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="is not JSON"):
        evaluate(built.out, tmp_path)


def test_a_folder_without_answers_is_refused(built: Built, seeds: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no answers"):
        evaluate(built.out, tmp_path, seeds)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Bí thư Tỉnh ủy", "bí thư  tỉnh ủy", True),
        ("Bí thư Tỉnh ủy Lạng Sơn", "Bí thư Tỉnh ủy", True),
        ("Bí thư", "Bí thư Tỉnh ủy Lạng Sơn", False),
        ("Chánh án", "Phó Chánh án TAND tỉnh", False),
        ("", "", False),
    ],
)
def test_same_position(a: str, b: str, same: bool) -> None:
    assert same_position(a, b) is same


def test_a_changed_package_is_scored_as_it_is(built: Built, seeds: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    shutil.copytree(built.out, package)
    figures = package / "data" / "figures.csv"
    figures.write_text(figures.read_text("utf-8").replace(",97.6,", ",97.5,"), "utf-8")
    assert evaluate(package, GOLD, seeds).scores["figures"].miss == 1
