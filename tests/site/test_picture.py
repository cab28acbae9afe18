"""The picture shows every table and key, without one box over another."""

import itertools
import xml.etree.ElementTree as ElementTree

import pytest

from opendata.package.table_schema import foreign_keys
from opendata.records.tables import TABLES, by_name
from opendata.site.pages import SCHEMA
from opendata.site.picture import picture
from opendata.site.picture_plan import BOX, box_height, frames, lines, plan
from opendata.site.words import LANGUAGES, Language, words_of


def drawn(language: Language) -> ElementTree.Element:
    return ElementTree.fromstring(picture(SCHEMA, words_of(language)))


def test_every_table_stands_in_one_frame() -> None:
    found = [table.name for frame in frames() for table in frame.tables]
    assert sorted(found) == sorted(table.name for table in TABLES)


def test_every_key_is_a_line_or_within_a_frame() -> None:
    frame_of = {table.name: frame.name for frame in frames() for table in frame.tables}
    across = {
        (table.name, key["fields"][0])
        for table in TABLES
        for key in foreign_keys(table)
        if frame_of[key["reference"].get("resource", table.name)] != frame_of[table.name]
    }
    assert {(line.source, line.column) for line in lines()} == across
    assert ("citations", "directive_id") in across
    assert ("citations", "article_id") not in across


@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_fields_and_lines_are_links(language: Language) -> None:
    links = [one.get("href") for one in drawn(language).iter("a")]
    assert {f"tables/{table.name}.html" for table in TABLES} <= set(links)
    assert "tables/citations.html#directive_id" in links
    fields = [f"tables/{t.name}.html#{name}" for t in TABLES for name in t.columns]
    assert set(fields) <= set(links)
    assert len(links) == len(TABLES) + len(fields) + len(lines())


def areas() -> dict[str, tuple[int, int, int, int]]:
    """The boxes: left, top, right, bottom."""
    return {
        name: (spot.x, spot.y, spot.x + BOX, spot.y + box_height(by_name()[name]))
        for name, spot in plan().boxes.items()
    }


def test_boxes_lie_apart_and_within_the_picture() -> None:
    drawn, boxes = plan(), list(areas().values())
    assert len(boxes) == len(TABLES)
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= drawn.width
        assert 0 <= top < bottom <= drawn.height
    for a, b in itertools.combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_no_line_runs_behind_a_box() -> None:
    drawn, boxes = plan(), areas()
    assert len(drawn.ways) == len(lines())
    for one, corners in drawn.ways:
        for (x1, y1), (x2, y2) in itertools.pairwise(corners):
            assert x1 == x2 or y1 == y2, "lines are level or upright"
            for name, (left, top, right, bottom) in boxes.items():
                apart = max(x1, x2) <= left or min(x1, x2) >= right
                apart = apart or max(y1, y2) <= top or min(y1, y2) >= bottom
                assert apart, f"{one} runs behind {name}"


def test_lines_to_different_tables_never_share_a_track() -> None:
    upright: dict[int, set[str]] = {}
    for one, corners in plan().ways:
        for (x1, _), (x2, _) in itertools.pairwise(corners):
            if x1 == x2:
                upright.setdefault(x1, set()).add(one.target)
    assert upright
    assert all(len(targets) == 1 for targets in upright.values())


def test_it_has_a_name_and_no_colour_of_its_own() -> None:
    text = picture(SCHEMA, words_of("vi"))
    assert 'aria-labelledby="_drawn"' in text
    assert '<title id="_drawn">' in text
    assert "fill=" not in text
    assert "stroke=" not in text
    assert picture(SCHEMA, words_of("vi")) == text
