"""The two grammars of document numbers: what is read, what is mended, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.documents.symbols import Code, Grammar, fold

GRAMMAR = Grammar(load())

READ = [
    # (as written, canonical code, number, year, symbol, repairs)
    ("26-CT/TW", "26-CT/TW", "26", "", "CT/TW", ()),
    ("09-HD/BTCTW", "09-HD/BTCTW", "09", "", "HD/BTCTW", ()),
    ("10-ĐA/TU", "10-ĐA/TU", "10", "", "ĐA/TU", ()),
    ("367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "367", "", "QĐ/TWĐTN-VP", ()),
    ("1616-QĐNS/TW", "1616-QĐNS/TW", "1616", "", "QĐNS/TW", ()),
    ("30/2020/NĐ-CP", "30/2020/NĐ-CP", "30", "2020", "NĐ-CP", ()),
    ("1704/QĐ-TTg", "1704/QĐ-TTg", "1704", "", "QĐ-TTg", ()),
    ("83/2015/QH13", "83/2015/QH13", "83", "2015", "QH13", ()),
    ("53/QĐ-UBND-TC", "53/QĐ-UBND-TC", "53", "", "QĐ-UBND-TC", ()),
    ("36/TANDTC-KHTC", "36/TANDTC-KHTC", "36", "", "TANDTC-KHTC", ()),
    ("36a/NQ-CP", "36a/NQ-CP", "36a", "", "NQ-CP", ()),
    ("06/CP", "06/CP", "06", "", "CP", ()),
    ("39/2007/QĐ-TA-TĐKT", "39/2007/QĐ-TA-TĐKT", "39", "2007", "QĐ-TA-TĐKT", ()),
    ("31/QĐ-TW", "31-QĐ/TW", "31", "", "QĐ/TW", ("separator",)),
    ("48/NQ/TW", "48-NQ/TW", "48", "", "NQ/TW", ("separator",)),
    ("26/CT/TW", "26-CT/TW", "26", "", "CT/TW", ("separator",)),
    ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN", "84", "", "QĐ/TWĐTN", ("separator",)),
    ("09 CT/TW", "09-CT/TW", "09", "", "CT/TW", ("separator",)),
    ("26CT/TW", "26-CT/TW", "26", "", "CT/TW", ("separator",)),
    ("19-2017/NQ-CP", "19/2017/NQ-CP", "19", "2017", "NQ-CP", ("separator",)),
    ("100 - KL/TW", "100-KL/TW", "100", "", "KL/TW", ("space",)),
    ("26- CT/TW", "26-CT/TW", "26", "", "CT/TW", ("space",)),
    ("83/2015/QH 13", "83/2015/QH13", "83", "2015", "QH13", ("space",)),
    ("42/NQ- CP", "42/NQ-CP", "42", "", "NQ-CP", ("space",)),
    ("16 /CT-TTg", "16/CT-TTg", "16", "", "CT-TTg", ("space",)),
    ("06-ct/tw", "06-CT/TW", "06", "", "CT/TW", ("case",)),
    ("53-Ctr/TU", "53-CTr/TU", "53", "", "CTr/TU", ("case",)),
    ("49-NQ/TƯ", "49-NQ/TW", "49", "", "NQ/TW", ("tw_variant",)),
    ("49-NQ/T.Ư", "49-NQ/TW", "49", "", "NQ/TW", ("tw_variant",)),
    ("789-TU/TB", "789-TB/TU", "789", "", "TB/TU", ("order",)),
    ("585/KHUBND", "585/KH-UBND", "585", "", "KH-UBND", ("glued",)),
    ("45/2014/QĐTA-TĐKT", "45/2014/QĐ-TA-TĐKT", "45", "2014", "QĐ-TA-TĐKT", ("glued",)),
    ("81/2025", "", "81", "2025", "", ()),
    ("26", "", "26", "", "", ()),
]


@pytest.mark.parametrize("written, canonical, number, year, symbol, repairs", READ)
def test_number_is_read_in_canonical_form(
    written: str, canonical: str, number: str, year: str, symbol: str, repairs: tuple[str, ...]
) -> None:
    parsed = GRAMMAR.parse(written)
    assert parsed is not None
    code, end = parsed
    assert end == len(written)
    assert (code.code, code.number, code.year, code.symbol) == (canonical, number, year, symbol)
    assert code.repairs == repairs


@pytest.mark.parametrize(
    "written, rest",
    [
        ("26-CT/TW của Bộ Chính trị", " của Bộ Chính trị"),
        ("18-NQ/TW - Bước ngoặt", " - Bước ngoặt"),
        ("18 - Bài học", " - Bài học"),
        ("71 quy định", " quy định"),
        ("08 Bộ Chính trị", " Bộ Chính trị"),
        ("12-Hà Nội", "-Hà Nội"),
        ("2282 tháng 8-2024", " tháng 8-2024"),
        ("168/2024/NĐ-CP, có hiệu lực", ", có hiệu lực"),
    ],
)
def test_number_ends_where_its_symbol_ends(written: str, rest: str) -> None:
    parsed = GRAMMAR.parse(written)
    assert parsed is not None
    assert written[parsed[1] :] == rest


@pytest.mark.parametrize("written", ["", "Chỉ thị", "-CT/TW", "CT/TW"])
def test_no_number_is_read_where_none_begins(written: str) -> None:
    assert GRAMMAR.parse(written) is None


def test_tu_is_read_from_a_variant_where_the_text_names_a_provincial_committee() -> None:
    parsed = GRAMMAR.parse("445-KL/TƯ")
    assert parsed is not None
    assert parsed[0].code == "445-KL/TW"
    assert GRAMMAR.provincial(parsed[0]).code == "445-KL/TU"


def test_provincial_leaves_a_number_that_was_not_mended() -> None:
    parsed = GRAMMAR.parse("445-KL/TW")
    assert parsed is not None
    assert GRAMMAR.provincial(parsed[0]).code == "445-KL/TW"


NUMBERS = st.integers(1, 99_999).map(lambda number: f"{number:02}")
PARTY = st.tuples(
    st.sampled_from(["CT", "NQ", "KL", "QĐ", "QC", "HD", "ĐA", "KH", "TB", "CTr", "BC"]),
    st.sampled_from(["TW", "TU", "ĐUK", "HU", "BTCTW", "VPTW", "UBKTTU", "BCSĐ"]),
)
STATE = st.tuples(
    st.sampled_from(["NĐ", "QĐ", "CT", "NQ", "TT", "KH", "TB", "TTr", "ĐA"]),
    st.sampled_from(["CP", "TTg", "UBND", "HĐND", "BCA", "BTC", "TANDTC", "BGDĐT"]),
)
YEARS = st.integers(1990, 2035).map(str)


def party_codes() -> st.SearchStrategy[Code]:
    return st.builds(lambda n, s: Code(n, "", s[0], s[1], "party"), NUMBERS, PARTY)


def state_codes() -> st.SearchStrategy[Code]:
    return st.builds(
        lambda n, y, s: Code(n, y, s[0], s[1], "state"), NUMBERS, YEARS | st.just(""), STATE
    )


@given(party_codes() | state_codes())
def test_canonical_code_is_read_and_written_back(code: Code) -> None:
    parsed = GRAMMAR.parse(code.code)
    assert parsed == (code, len(code.code))


def spoiled(code: Code, separators: tuple[str, str], case: str) -> str:
    first, second = separators
    symbol = f"{code.kind}{second}{code.issuer}"
    if case == "lower":
        symbol = symbol.lower()
    elif case == "upper":
        symbol = symbol.upper()
    year = f"/{code.year}" if code.year else ""
    return f"{code.number}{year}{first}{symbol}"


SEPARATORS = st.sampled_from(
    [
        ("-", "/"),
        ("/", "-"),
        ("/", "/"),
        ("-", "-"),
        (" - ", "/"),
        ("- ", "/"),
        (" /", "-"),
        ("/", " - "),
    ]
)


@given(party_codes() | state_codes(), SEPARATORS, st.sampled_from(["as is", "upper"]))
def test_variant_is_read_as_its_canonical_code(
    code: Code, separators: tuple[str, str], case: str
) -> None:
    written = spoiled(code, separators, case)
    parsed = GRAMMAR.parse(written)
    assert parsed is not None
    assert parsed[0].code == code.code
    assert parsed[1] == len(written)
    assert bool(parsed[0].repairs) == (written != code.code)


@given(party_codes())
def test_lower_case_is_mended(code: Code) -> None:
    parsed = GRAMMAR.parse(spoiled(code, ("-", "/"), "lower"))
    assert parsed is not None
    assert parsed[0].code == code.code
    assert parsed[0].repairs == ("case",)


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_is_read_or_refused(text: str, at: int) -> None:
    parsed = GRAMMAR.parse(text, at)
    if parsed is not None:
        assert at < parsed[1] <= len(text)
        assert parsed[0].number


def test_fold_drops_what_codes_are_compared_without() -> None:
    assert fold("T.ư") == "TƯ"
    assert fold("BGD&ĐT") == "BGDĐT"


def test_year_with_a_digit_too_many_is_left_out_and_told() -> None:
    parsed = GRAMMAR.parse("02/20217/NĐ- CP")
    assert parsed is not None
    assert (parsed[0].number, parsed[0].year, parsed[0].symbol) == ("02", "", "NĐ-CP")
    assert parsed[0].repairs == ("space", "year")
