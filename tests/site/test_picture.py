"""The picture shows every table and key, without one box over another."""

import itertools
import xml.etree.ElementTree as ElementTree

import pytest

from opendata.package.table_schema import foreign_keys
from opendata.records.tables import TABLES
from opendata.site.pages import SCHEMA
from opendata.site.picture import frames, lines, picture
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
def test_boxes_and_lines_are_links(language: Language) -> None:
    links = [one.get("href") for one in drawn(language).iter("a")]
    assert {f"tables/{table.name}.html" for table in TABLES} <= set(links)
    assert "tables/citations.html#directive_id" in links
    assert len(links) == len(TABLES) + len(lines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_lie_apart_and_within_the_picture(language: Language) -> None:
    svg = next(drawn(language).iter("svg"))
    _, _, width, height = map(float, (svg.get("viewBox") or "").split())
    boxes = []
    for link in svg.iter("a"):
        for rect in link.iter("rect"):
            x, y, w, h = (float(rect.get(key) or "") for key in ("x", "y", "width", "height"))
            assert x >= 0
            assert x + w <= width
            assert y + h <= height
            boxes.append((x, y, x + w, y + h))
    assert len(boxes) == len(TABLES)
    for a, b in itertools.combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_it_has_a_name_and_no_colour_of_its_own() -> None:
    text = picture(SCHEMA, words_of("vi"))
    assert 'aria-labelledby="_drawn"' in text
    assert '<title id="_drawn">' in text
    assert "fill=" not in text
    assert "stroke=" not in text
    assert picture(SCHEMA, words_of("vi")) == text
