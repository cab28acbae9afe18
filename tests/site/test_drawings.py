"""Pictures of the data: well-formed, whole, honest about what they leave out, and text is text."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.validation.small import row

from opendata import authority
from opendata.records.base import Row
from opendata.site.items.index import index
from opendata.site.pages import Page
from opendata.site.pictures import citations, documents, provinces, timeline
from opendata.site.pictures.pages import picture_pages
from opendata.site.pictures.svg import drawing, label, short
from opendata.site.release import Release, read_release
from opendata.site.words import LANGUAGES, words_of

ENGLISH = words_of("en")
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def drawn(page: Page) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(one) for one in SVG.findall(page.text)]


def texts(page: Page) -> str:
    return " ".join("".join(svg.itertext()) for svg in drawn(page))


def released(release: Release, **tables: list[Row]) -> Release:
    return replace(release, tables={**release.tables, **{n: tuple(r) for n, r in tables.items()}})


def directives(release: Release, count: int) -> list[Any]:
    (one, *_) = release.tables["directives"]
    return [
        one.model_copy(
            update={
                "directive_id": f"ct-{at}",
                "code": f"{at}-CT/TW",
                "issued_on": date(2000 + at % 20, 1, 1 + at % 28),
                "year": 2000 + at % 20,
            }
        )
        for at in range(count)
    ]


def relations(count: int) -> list[Row]:
    return [
        row(
            "directive_relations",
            relation_id=f"r{at}",
            directive_id=f"ct-{at + 1}",
            relation="implements" if at % 2 else "reviews",
            related_directive_id=f"ct-{at}",
            article_id="a",
            start=at,
            end=at + 3,
            quote=f"lời trích {at}",
        )
        for at in range(count)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_well_formed_with_names_and_no_colours(
    release: Release, language: Any
) -> None:
    pages = picture_pages(index(release), words_of(language))
    assert len(pages) == 5
    for page in pages[1:]:
        assert "style=" not in page.text
        assert "fill=" not in page.text
        for svg in drawn(page):
            assert svg.get("aria-labelledby") is None or svg.find("title") is not None


def test_nothing_to_draw_is_said(release: Release) -> None:
    empty = {name: [] for name in release.tables}
    for page in picture_pages(index(released(release, **empty)), ENGLISH)[1:]:
        assert "NaN" not in page.text
        for svg in drawn(page):
            assert svg.get("viewBox") != "0 0 0 0"
    assert (
        "No page of this package"
        in documents.documents_page(index(released(release, directive_relations=[])), ENGLISH).text
    )


def test_hostile_text_in_pictures_is_text(hostile: Path) -> None:
    release = read_release(hostile)
    (one, *_) = directives(release, 1)
    bad = '<script>alert(1)</script> \ufffe\x01 & " ]]>'
    found = [
        one.model_copy(update={"directive_id": f"ct-{at}", "title": bad, "code": bad})
        for at in (0, 1)
    ]
    quoted = [relations(1)[0].model_copy(update={"quote": bad})]
    rows = index(released(release, directives=found, directive_relations=quoted))
    for page in picture_pages(rows, ENGLISH):
        assert "<script" not in page.text
        drawn(page)
    assert "<script>alert(1)</script>" in texts(documents.documents_page(rows, ENGLISH))


@given(st.text())
def test_any_text_can_stand_in_a_picture(text: str) -> None:
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    svg = drawing("x", "t", 10, 10, [label(1, 2, short(text, 20))])
    (found,) = ElementTree.fromstring(SVG.findall(svg)[0]).iter("text")
    assert len(found.text or "") <= 20


def test_the_timeline_names_everything_with_a_day_and_counts_the_rest(release: Release) -> None:
    found = directives(release, 6)
    found[0] = found[0].model_copy(update={"issued_on": None, "year": None})
    found[1] = found[1].model_copy(update={"issued_on": None})
    page = timeline.timeline_page(index(released(release, directives=found)), ENGLISH)
    said = texts(page)
    assert "0-CT/TW" not in said
    for at in range(1, 6):
        assert f"{at}-CT/TW" in said
        assert f'href="../data/directives/ct-{at}.html"' in page.text
    assert "want of a date: 1 documents" in page.text


def test_too_many_to_name_are_counted_by_year(release: Release) -> None:
    found = directives(release, 4000)
    page = timeline.timeline_page(index(released(release, directives=found, events=[])), ENGLISH)
    assert f"More than {timeline.MOST} cannot be named" in page.text
    assert len(page.text) < 30_000
    assert page.text.count('href="../data/directives.html?year=2003"') == 2
    assert "2003: 200" in texts(page)


def test_the_graph_has_an_arc_and_a_quote_a_relation(release: Release) -> None:
    rows = index(
        released(release, directives=directives(release, 5), directive_relations=relations(3))
    )
    page = documents.documents_page(rows, ENGLISH)
    arcs = [a for svg in drawn(page) for a in svg.iter("a") if "arc" in (a.get("class") or "")]
    assert {a.get("href") for a in arcs} == {"#r0", "#r1", "#r2"}
    for at in range(3):
        assert f'<li id="r{at}">' in page.text
        assert f"<p>lời trích {at}</p>" in page.text
    assert "3 relations that pages state" in page.text
    assert "1 documents have no stated relation" in page.text
    assert "implements" in texts(page)


def test_a_large_graph_is_cut_and_says_so(release: Release) -> None:
    many = released(
        release, directives=directives(release, 1501), directive_relations=relations(1500)
    )
    page = documents.documents_page(index(many), ENGLISH)
    assert (
        f"The picture has the {documents.MOST} documents with most relations, of 1,501" in page.text
    )
    assert f"The first {documents.LISTED}" in page.text
    nodes = [a for svg in drawn(page) for a in svg.iter("a") if a.get("class") == "node"]
    assert len(nodes) == documents.MOST


def test_an_arc_always_leads_to_a_quote_that_is_there(release: Release) -> None:
    # Each of 40 documents does something to each of those before it; every relation is said twice.
    (one,) = relations(1)
    found = [
        one.model_copy(
            update={
                "relation_id": f"r{a}-{b}-{again}",
                "directive_id": f"ct-{a}",
                "related_directive_id": f"ct-{b}",
            }
        )
        for a in range(40)
        for b in range(a)
        for again in range(2)
    ]
    many = released(release, directives=directives(release, 40), directive_relations=found)
    page = documents.documents_page(index(many), ENGLISH)
    arcs = [a.get("href") for svg in drawn(page) for a in svg.iter("a") if a.get("class") != "node"]
    assert len(set(arcs)) == len(arcs) == documents.ARCS
    assert all(f'<li id="{(arc or "")[1:]}">' in page.text for arc in arcs)
    assert page.text.count("<li id=") == documents.LISTED
    assert f"the first {documents.ARCS} of their 780 relations" in page.text


def test_every_province_has_its_own_tile() -> None:
    known = {one.province_id for one in authority.load().provinces}
    assert provinces.tiles().keys() == known
    for division in provinces.DIVISIONS:
        places = [(t.column, t.row) for i, t in provinces.tiles().items() if i.endswith(division)]
        assert len(places) == int(division)
        assert len(set(places)) == len(places)


def test_provinces_count_with_those_that_they_went_into(release: Release) -> None:
    (article,) = release.tables["articles"]
    found = [
        article.model_copy(update={"article_id": f"a{at}", "province_id": name})
        for at, name in enumerate(["lao-cai-63", "yen-bai-63", "lao-cai-34", None])
    ]
    tables = {"articles": found, "directives": [], "events": []}
    page = provinces.provinces_page(index(released(release, **tables)), ENGLISH)
    said = texts(page)
    assert "Lào Cai: 1" in said
    assert "Yên Bái: 1" in said
    assert "Lào Cai: 3" in said
    assert "1 rows name no province" in page.text
    assert '<input type="radio" name="division" id="_of-63" checked>' in page.text
    assert 'href="../data/articles.html?province_id=yen-bai-63"' in page.text
    assert len(drawn(page)) == 2


def test_citations_are_counted_by_kind_and_year(release: Release) -> None:
    (article,), (citation, *_) = release.tables["articles"], release.tables["citations"]
    articles = [
        article.model_copy(update={"article_id": f"a{at}", "published_on": day})
        for at, day in enumerate([date(2022, 1, 1), date(2023, 1, 1), None])
    ]
    cited = [
        citation.model_copy(update={"citation_id": f"c{at}", "article_id": f"a{at % 3}"})
        for at in range(7)
    ]
    page = citations.citations_page(
        index(released(release, articles=articles, citations=cited)), ENGLISH
    )
    said = texts(page)
    assert "directive, 2022: 3" in said
    assert "directive, 2023: 2" in said
    assert "2 stand on pages without a day" in page.text
    assert "<td>3</td><td>2</td><td>5</td>" in page.text
