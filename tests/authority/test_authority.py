"""The reference data: it loads, its rows hold together, and its examples fit them.

Not for: what is read from a page with it (tests/extraction).
"""

from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import Authority, AuthorityError, load
from opendata.authority.check import check
from opendata.authority.cue_categories import CueCategory
from opendata.authority.tables import TABLES
from opendata.extraction.view import view

AUTHORITY = load()
OUTLETS = "outlet_id,name,hosts,tags,province,organisation,source,examples"
TERMS = "body,term,number,valid_from,valid_to,source,examples"
ORGANS = "organ,name,name_en,kind,level,system,aliases,generic,source,examples"


def rows(name: str) -> tuple[Any, ...]:
    return getattr(AUTHORITY, name)


def texts(row: Any) -> Iterator[str]:
    for value in astuple(row):
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield text


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_table_has_rows_with_source_and_examples(name: str) -> None:
    assert rows(name)
    for row in rows(name):
        assert row.source
        assert row.examples


def test_shipped_data_is_without_fault() -> None:
    assert check() == ()


@pytest.mark.parametrize(
    "name", ["organs", "symbols", "directives", "outlets", "cues", "comparators"]
)
def test_names_stand_in_the_form_that_pages_are_matched_in(name: str) -> None:
    for row in rows(name):
        for text in texts(row):
            assert view(text).text == text


def test_loaded_once_and_usable_as_a_key() -> None:
    assert load() is AUTHORITY
    assert {AUTHORITY: 1}[load()] == 1


# An example holds one of these words of its row.
WORDS: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "kinds": lambda row: (*row.nouns, *row.party_codes, *row.state_codes),
    "organs": lambda row: (row.name, *row.aliases),
    "directives": lambda row: (row.title, *filter(None, [(row.number or "").lstrip("0")])),
    "terms": lambda row: (row.term, str(row.number)),
    "provinces": lambda row: (row.name, *row.aliases),
    "positions": lambda row: (row.title, *row.abbreviations),
    "honorifics": lambda row: (row.honorific,),
    "abbreviations": lambda row: (row.short,),
    "units": lambda row: row.nouns,
    "scales": lambda row: (row.scale,),
    "event_kinds": lambda row: row.triggers,
    "relations": lambda row: row.triggers,
    "systems": lambda row: (row.word,),
    "family_names": lambda row: (row.name,),
    "cues": lambda row: (row.cue,),
    "comparators": lambda row: (row.words,),
}


@pytest.mark.parametrize("name", WORDS)
def test_examples_hold_a_word_of_their_row(name: str) -> None:
    for row in rows(name):
        words = [word.lower() for word in WORDS[name](row)]
        for example in row.examples:
            assert any(word in example.lower() for word in words), (words, example)


def test_every_category_has_cues() -> None:
    assert set(AUTHORITY.cues_by_category) == set(get_args(CueCategory))


def test_example_of_a_symbol_ends_with_it() -> None:
    for row in AUTHORITY.symbols:
        for example in row.examples:
            code = example.rstrip("0123456789") if row.numbered else example
            assert code.endswith((row.symbol, *row.variants)), example


def test_symbols_refer_to_organs_of_their_system() -> None:
    for row in AUTHORITY.symbols:
        for organ in row.organs:
            assert AUTHORITY.organ_by_id[organ].system == row.system, row.symbol


def test_organ_names_are_unambiguous() -> None:
    for name, organs in AUTHORITY.organs_by_name.items():
        assert len(organs) == 1, name


def test_directives_lie_in_their_term() -> None:
    for row in AUTHORITY.directives:
        party = "/" in (row.symbol or "")
        assert (row.term is not None) == party
        if party:
            term = AUTHORITY.term_on("party-congress", row.issued_on)
            assert term is not None
            assert term.term == row.term
            assert row.year is None
        elif row.year:
            assert row.issued_on.year == row.year
        assert not row.title.startswith("về ")


def test_directive_codes_belong_to_their_kind() -> None:
    for row in AUTHORITY.directives:
        kind = AUTHORITY.kind_by_code[row.kind]
        symbol = row.symbol or ""
        if "/" in symbol:
            assert symbol.partition("/")[0] in kind.party_codes, row.directive
        elif "-" in symbol:
            assert symbol.partition("-")[0] in kind.state_codes, row.directive


def test_directive_issuers_use_their_symbol() -> None:
    for row in AUTHORITY.directives:
        if row.symbol is None:
            continue
        code = row.symbol.split("/")[-1].split("-")[-1].rstrip("0123456789")
        issuers = {o for s in AUTHORITY.symbols_by_code[code] for o in s.organs}
        assert row.organ in issuers, row.directive


@pytest.mark.parametrize(
    "kind, number, issued",
    [
        ("chi_thi", "26", ["2018-11-09", "2023-11-23"]),
        ("ket_luan", "84", ["2020-07-29", "2024-06-21"]),
        ("chi_thi", "10", ["2007-03-30", "2011-12-05"]),
        ("chi_thi", "35", ["2014-05-26", "2019-05-30", "2024-06-14"]),
        ("huong_dan", "9", ["2012-03-02", "2017-06-05"]),
        ("nghi_quyet", "49", ["2005-06-02"]),
        ("luat", "34", ["2024-06-24"]),
    ],
)
def test_a_number_comes_back_every_term(kind: str, number: str, issued: list[str]) -> None:
    found = AUTHORITY.directives_by_number[kind, number]
    assert [row.issued_on.isoformat() for row in found] == issued


@pytest.mark.parametrize("division, count", [("63", 63), ("34", 34)])
def test_divisions(division: str, count: int) -> None:
    found = [row for row in AUTHORITY.provinces if row.division == division]
    assert len(found) == count
    assert {row.unit for row in found} == {"tỉnh", "thành phố"}


def test_every_old_province_has_a_successor_and_every_new_one_a_predecessor() -> None:
    new = {row.province_id for row in AUTHORITY.provinces if row.division == "34"}
    successors = {row.successor_id for row in AUTHORITY.provinces if row.division == "63"}
    assert successors == new
    assert all(row.successor_id is None for row in AUTHORITY.provinces if row.division == "34")


@pytest.mark.parametrize(
    "name, day, expected",
    [
        ("Lào Cai", date(2023, 11, 14), "lao-cai-63"),
        ("Lào Cai", date(2025, 6, 30), "lao-cai-63"),
        ("Lào Cai", date(2025, 7, 1), "lao-cai-34"),
        ("Lào Cai", None, None),
        ("Bắc Kạn", date(2022, 7, 20), "bac-kan-63"),
        ("Bắc Kạn", date(2025, 9, 1), "bac-kan-63"),
        ("Long An", None, "long-an-63"),
        ("Atlantis", date(2023, 1, 1), None),
    ],
)
def test_province_on_a_day(name: str, day: date | None, expected: str | None) -> None:
    found = AUTHORITY.province_named(name, day)
    assert (found and found.province_id) == expected


@pytest.mark.parametrize(
    "body, day, term",
    [
        ("party-congress", date(2018, 11, 9), "XII"),
        ("party-congress", date(2021, 2, 1), "XII"),
        ("party-congress", date(2021, 2, 2), "XIII"),
        ("party-congress", date(2005, 6, 2), "IX"),
        ("national-assembly", date(2014, 11, 24), "XIII"),
        ("party-congress", date(1900, 1, 1), None),
    ],
)
def test_term_on_a_day(body: str, day: date, term: str | None) -> None:
    found = AUTHORITY.term_on(body, day)
    assert (found and found.term) == term


@given(st.dates(date(1987, 1, 1), date(2040, 12, 31)))
def test_terms_follow_each_other_without_a_gap(day: date) -> None:
    term = AUTHORITY.term_on("party-congress", day)
    assert term is not None
    if term.valid_to:
        following = AUTHORITY.term_on("party-congress", term.valid_to + timedelta(days=1))
        assert following is not None
        assert following.number == term.number + 1


@pytest.mark.parametrize(
    "host, province",
    [
        ("laocaitv.vn", "Lào Cai"),
        ("baolangson.vn", "Lạng Sơn"),
        ("baobackan.vn", "Bắc Kạn"),
        ("baolongan.vn", "Long An"),
        ("baothainguyen.vn", "Thái Nguyên"),
        ("noichinh.vn", None),
    ],
)
def test_outlet_by_host(host: str, province: str | None) -> None:
    assert AUTHORITY.outlet_by_host[host].province == province


@pytest.mark.parametrize(
    "tag, host",
    [("LSO", "baolangson.vn"), ("Laocaitv.vn", "laocaitv.vn"), ("BVPL", "baovephapluat.vn")],
)
def test_outlet_by_tag(tag: str, host: str) -> None:
    assert host in AUTHORITY.outlet_by_tag[tag.lower()].hosts


@pytest.mark.parametrize(
    "name, organ",
    [
        ("Tòa án Nhân dân tỉnh", "toa-an-nhan-dan-tinh"),
        ("TAND tỉnh", "toa-an-nhan-dan-tinh"),
        ("TAND tối cao", "toa-an-nhan-dan-toi-cao"),
        ("Viện KSND tỉnh", "vien-kiem-sat-nhan-dan-tinh"),
        ("Ban Cán sự Đảng Tòa án nhân dân tỉnh", "ban-can-su-dang-toa-an-nhan-dan-tinh"),
        ("Đảng đoàn HĐND tỉnh", "dang-doan-hoi-dong-nhan-dan-tinh"),
        ("Bộ Chính trị", "bo-chinh-tri"),
    ],
)
def test_organ_by_name(name: str, organ: str) -> None:
    assert [row.organ for row in AUTHORITY.organs_by_name[name]] == [organ]


def test_the_press_writes_one_code_for_centre_and_province() -> None:
    assert [row.symbol for row in AUTHORITY.symbols_by_code["TƯ"]] == ["TU", "TW"]


# A folder of one's own


def write(folder: Path, name: str, *lines: str) -> Path:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def without(authority: Authority, outlet: str) -> list[Any]:
    return [row for row in authority.outlets if row.outlet_id != outlet]


def test_extra_folder_adds_a_row(tmp_path: Path) -> None:
    row = "bao-moi,Báo Mới,baomoi.example,BM,Lào Cai,Tỉnh ủy Lào Cai,own site,BM -"
    extra = load(write(tmp_path, "outlets.csv", OUTLETS, row))
    assert extra.outlet_by_host["baomoi.example"].tags == ("BM",)
    assert without(extra, "bao-moi") == list(AUTHORITY.outlets)
    assert extra.organs == AUTHORITY.organs


def test_extra_folder_replaces_a_row(tmp_path: Path) -> None:
    row = "plo,Pháp luật TP.HCM,plo.vn,,Hồ Chí Minh,PLO,own site,PLO"
    extra = load(write(tmp_path, "outlets.csv", OUTLETS, row))
    assert extra.outlet_by_id["plo"] == replace(
        AUTHORITY.outlet_by_id["plo"],
        tags=(),
        province="Hồ Chí Minh",
        organisation="PLO",
        source="own site",
        examples=("PLO",),
    )
    assert len(extra.outlets) == len(AUTHORITY.outlets)


def test_extra_folder_may_carry_a_byte_order_mark(tmp_path: Path) -> None:
    row = "bao-moi,Báo Mới,baomoi.example,BM,,Báo Mới,own site,BM -"
    assert load(write(tmp_path, "outlets.csv", "\ufeff" + OUTLETS, row)).outlet_by_id["bao-moi"]


@pytest.mark.parametrize(
    "file, lines, place, message",
    [
        ("terms.csv", [TERMS, "party-congress,XV,15,2031-13-01,,x,y"], "line 2, column valid_from", "a date as 2018-11-09"),
        ("terms.csv", [TERMS, "party-congress,XV,fifteen,2031-01-01,,x,y"], "line 2, column number", "a whole number in digits"),
        ("terms.csv", [TERMS, "congress,XV,15,2031-01-01,,x,y"], "line 2, column body", "one of national-assembly, party-congress"),
        ("terms.csv", [TERMS, "party-congress,XV,15,2031-01-01,,,y"], "line 2, column source", "empty; expected a text"),
        ("terms.csv", [TERMS, "party-congress,XV,15"], "line 2", "3 cells; expected 7"),
        ("terms.csv", [TERMS, *["party-congress,XV,15,2031-01-01,,x,y"] * 2], "line 3, column body", "stands on line 2 already"),
        ("terms.csv", [TERMS, 'party-congress,XV,15,2031-01-01,,"x"z,y'], "line 2", "Check the quotes"),
        ("outlets.csv", [OUTLETS + ",colour"], "line 1", "unknown colour"),
        ("outlets.csv", [OUTLETS.replace(",tags", "")], "line 1", "missing tags"),
        ("outlets.csv", [OUTLETS.replace("name,hosts", "hosts,name")], "line 1", "another order"),
        ("outlets.csv", [""], "line 1", "missing outlet_id"),
        ("outlets.csv", [OUTLETS, "a,A,a.vn,,Atlantis,A,x,y"], "line 2, column province", "'Atlantis'; expected a name of provinces.csv"),
        ("organs.csv", [ORGANS, "a,A,A,party,central,party,,maybe,x,y"], "line 2, column generic", "yes or no"),
        ("newspapers.csv", [OUTLETS], "", "not a file of the reference data"),
    ],
)  # fmt: skip
def test_refused(tmp_path: Path, file: str, lines: list[str], place: str, message: str) -> None:
    with pytest.raises(AuthorityError) as caught:
        load(write(tmp_path, file, *lines))
    assert (caught.value.file, caught.value.place) == (str(tmp_path / file), place)
    assert message in str(caught.value)
    (problem,) = check(tmp_path)
    assert str(problem) == str(caught.value)


def test_refused_without_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_refused_without_utf_8(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(f"{TERMS}\nparty-congress,é".encode("latin-1"))
    with pytest.raises(AuthorityError, match="is no UTF-8"):
        load(tmp_path)


@pytest.mark.parametrize(
    "lines, place, message",
    [
        (["b,B,b.vn,,,B,x,y", "a,A,a.vn,,,A,x,y"], "line 3, column outlet_id", "a belongs further up"),
        (["a,A,a.vn,,,A,x,"], "line 2, column examples", "no example"),
        (["a,A,a.vn,B||C,,A,x,y"], "line 2, column tags", "'' is an empty value between two |"),
        (["a,A,a.vn|a.vn,,,A,x,y"], "line 2, column hosts", "a value stands twice in the list"),
        (["a,A ,a.vn,,,A,x,y"], "line 2, column name", "'A ' has a blank too many"),
        (["a,Ha\u0300 Nội,a.vn,,,A,x,y"], "line 2, column name", "is not NFC"),
        (["a,A,a.vn,LSO,,A,x,y", "b,B,b.vn,lso,,B,x,y"], "line 3, column tags", "'lso' stands on line 2 already"),
    ],
)  # fmt: skip
def test_check_finds(tmp_path: Path, lines: list[str], place: str, message: str) -> None:
    (problem,) = check(write(tmp_path, "outlets.csv", OUTLETS, *lines))
    assert problem.place == place
    assert message in problem.message
    assert str(problem).startswith(f"{tmp_path / 'outlets.csv'}, {place}: ")
