"""Layouts of outlets: every profile reads its own page, and the right one is taken."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from opendata.authority import Authority, load
from opendata.authority.check import check
from opendata.authority.rows import OutletProfile
from opendata.extraction.extract import extract
from opendata.extraction.structure.blocks import find_blocks
from opendata.extraction.structure.profiles import find_profile
from opendata.extraction.view import view
from opendata.reading.document import SourceDocument, Stated, text_document

PROFILES = load().outlet_profiles
TITLE = "Huyện Tân Lập họp bàn việc trồng rừng"
BODY = "Các xã cam kết trồng xong trước mùa mưa; phòng chuyên môn cấp cây giống và cử người xuống thôn."


def page_of(profile: OutletProfile) -> tuple[str, list[tuple[str, str]]]:
    """The page that a profile gives as its example, and its blocks."""
    blocks = [(kind, text) for kind, _, text in (line.partition(": ") for line in profile.examples)]
    lines = "".join(text if kind == "outlet_tag" else f"{text}\n\n" for kind, text in blocks)
    return lines, blocks


@pytest.mark.parametrize("profile", PROFILES, ids=lambda row: f"{row.outlet_id}-{row.version}")
def test_a_profile_reads_its_page(profile: OutletProfile) -> None:
    text, blocks = page_of(profile)
    seen = view(text)
    found = find_blocks(seen, load(), "", profile)
    assert [(block.kind, seen.value(block.span)) for block in found] == blocks


def with_profile(**fields: object) -> Authority:
    """The reference data with one profile, of Báo Lạng Sơn."""
    plain = OutletProfile("bao-lang-son", 1, None, "any", (), (), "test", ())
    return replace(load(), outlet_profiles=(replace(plain, **fields),))


def stated(text: str, **values: str) -> SourceDocument:
    statements = tuple(
        Stated(field, value, f"sources.csv:{field}") for field, value in values.items()
    )
    return replace(text_document(text), stated=statements)


def test_what_a_profile_teaches() -> None:
    text = f"Đi và gặp\n{TITLE}\nMời xem bản tin hình tại đây\nLSO- {BODY}"
    plain = [block.kind for block in extract(text, with_profile()).blocks]
    taught = with_profile(kickers=("Đi và gặp",), frame=("Mời xem bản tin",))
    assert plain != [block.kind for block in extract(text, taught).blocks]
    assert [block.kind for block in extract(text, taught).blocks] == [
        "kicker",
        "headline",
        "boilerplate",
        "outlet_tag",
        "lead",
    ]


@pytest.mark.parametrize("byline, name", [("any", "Thu Lan"), ("bottom", None)])
def test_a_name_above_the_text_is_no_byline_where_it_stands_below(
    byline: str, name: str | None
) -> None:
    text = f"{TITLE}\nThu Lan\nLSO- {BODY}"
    found = extract(text, with_profile(byline=byline)).header.byline
    assert (found and found.value) == name


OLD = OutletProfile("bao-lang-son", 1, None, "any", (), (), "test", ())
NEW = replace(OLD, version=2, valid_from=date(2024, 1, 1))


@pytest.mark.parametrize(
    "values, expected",
    [
        ({"outlet": "bao-lang-son"}, NEW),
        ({"outlet": "bao-lang-son", "published": "2023-05-01"}, OLD),
        ({"outlet": "bao-lang-son", "published": "2024-05-01"}, NEW),
        ({"url": "https://baolangson.vn/mot-trang.html"}, NEW),
        ({"outlet": "vnexpress"}, None),
        ({}, None),
    ],
)
def test_the_profile_of_the_outlet_and_the_day(
    values: dict[str, str], expected: OutletProfile | None
) -> None:
    authority = replace(load(), outlet_profiles=(OLD, NEW))
    document = stated(BODY, **values)
    assert find_profile(document, view(document.text), authority) == expected


def test_a_tag_near_the_top_tells_the_outlet() -> None:
    authority = replace(load(), outlet_profiles=(OLD,))
    for text, expected in ((f"{TITLE}\n\nLSO- {BODY}", OLD), (f"{TITLE}\n\n{BODY} LSO-", None)):
        assert find_profile(text_document(text), view(text), authority) == expected


@pytest.mark.parametrize(
    "cells, problem",
    [
        (("", "", "headline: Xã họp|byline: Thu Lan"), ""),
        (("", "", "byline: Thu Lan"), "no headline"),
        (("", "", "headline: Xã họp|Thu Lan"), "without its kind"),
        (("Đi và gặp", "", "headline: Xã họp"), "'Đi và gặp' stands on no line"),
        (("", "Mời xem", "headline: Xã họp|boilerplate: Mời xem bản tin"), ""),
    ],
)
def test_a_profile_is_checked(tmp_path: Path, cells: tuple[str, str, str], problem: str) -> None:
    kickers, frame, examples = cells
    head = "outlet_id,version,valid_from,byline,kickers,frame,source,examples"
    row = f"vnexpress,2,2024-01-01,top,{kickers},{frame},test,{examples}"
    (tmp_path / "outlet_profiles.csv").write_text(f"{head}\n{row}\n", "utf8")
    messages = [one.message for one in check(tmp_path)]
    assert len(messages) == bool(problem)
    assert all(problem in message for message in messages)
