"""Private people are in no row, and no quote spans their names; whoever asks gets them all."""

from pathlib import Path
from typing import Any

import pytest

from opendata.builder import build
from opendata.extraction.view import Span, view
from opendata.package.load import load
from opendata.resolution.privacy import clear

PAGE = """Xét xử vụ trộm cắp ở chợ Mới

Thứ Ba, 14/05/2024, 09:20 [GMT+7]
Sáng 14/5, TAND tỉnh Lào Cai xét xử sơ thẩm bị cáo Trần Quốc Khánh về tội trộm cắp tài sản. Thẩm phán Lê Thu Hà, Phó Chánh án TAND tỉnh làm chủ tọa phiên tòa.
Tòa tuyên phạt bị cáo Trần Quốc Khánh 3 năm tù. Bị hại Nguyễn Thị Lan được bồi thường 25 triệu đồng.
"""
PRIVATE = ("Trần Quốc Khánh", "Nguyễn Thị Lan")


def tables(tmp_path: Path, people: Any) -> dict[str, Any]:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "phien-toa.txt").write_text(PAGE, "utf-8")
    return dict(load(build(folder, tmp_path / people, people=people).out).tables)


def test_nothing_published_names_a_private_person(tmp_path: Path) -> None:
    made = tables(tmp_path, "public")
    assert [person.name for person in made["persons"]] == ["Lê Thu Hà"]
    for rows in made.values():
        for row in rows:
            text = row.model_dump_json()
            assert not any(name in text for name in PRIVATE), text


def test_the_facts_around_them_stay(tmp_path: Path) -> None:
    made = tables(tmp_path, "public")
    assert [event.kind for event in made["events"]] == ["trial"]
    assert {figure.value for figure in made["figures"]} == {3, 25_000_000}


def test_whoever_asks_gets_them(tmp_path: Path) -> None:
    names = {person.name for person in tables(tmp_path, "all")["persons"]}
    assert names == {"Lê Thu Hà", *PRIVATE}


@pytest.mark.parametrize(
    ("words", "private", "expected"),
    [
        ("xét xử An về tội trộm cắp", ["An"], "về tội trộm cắp"),
        ("phiên tòa xét xử sơ thẩm An", ["An"], "phiên tòa xét xử sơ thẩm"),
        ("An, Bình và những người khác", ["An", "Bình"], "và những người khác"),
        ("hội nghị sơ kết", ["An"], "hội nghị sơ kết"),
        ("Lê An Bình và người nhà", ["Lê An Bình", "An"], "và người nhà"),
        ("An", ["An"], ""),
    ],
)
def test_clear(words: str, private: list[str], expected: str) -> None:
    seen = view(words)
    spans = sorted(Span(words.index(n), words.index(n) + len(n)) for n in private if n in words)
    span = clear(Span(0, len(words)), spans, seen)
    assert seen.text[span.start : span.end] == expected
