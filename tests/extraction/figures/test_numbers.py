from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.figures.numbers import (
    DIGITS,
    comparator_after,
    comparator_before,
    read_numeral,
    value_of,
    whole_number,
)

AUTHORITY = load()
SCALES = {row.scale: row.factor for row in AUTHORITY.scales}


@pytest.mark.parametrize(
    "digits, value",
    [
        ("7", "7"),
        ("02", "2"),
        ("45.799", "45799"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("3,5", "3.5"),
        ("7.5", "7.5"),
        ("0,125", "0.125"),
        ("0.500", "0.5"),
        ("10,000,000", "10000000"),
        ("10,000,000.5", "10000000.5"),
        ("12.345.67", None),
        ("1,2,3", None),
    ],
)
def test_digits(digits: str, value: str | None) -> None:
    assert value_of(digits) == (None if value is None else Decimal(value))


@given(st.integers(0, 10**15))
def test_thousands_are_parted_by_dots(number: int) -> None:
    assert value_of(f"{number:,}".replace(",", ".")) == number


@given(st.integers(1, 10**9), st.integers(0, 99))
def test_a_comma_begins_the_decimals(whole: int, part: int) -> None:
    written = f"{whole:,}".replace(",", ".") + f",{part:02}"
    assert value_of(written) == Decimal(f"{whole}.{part:02}")


def test_what_counts_whole_things_has_no_three_decimals() -> None:
    assert whole_number("1,500", Decimal("1.5")) == 1500
    assert whole_number("3,5", Decimal("3.5")) == Decimal("3.5")


@pytest.mark.parametrize(
    "text, value, value_max, denominator",
    [
        ("2,92 tỷ đồng", 2_920_000_000, None, None),
        ("1.245 tỉ đồng", 1_245_000_000_000, None, None),
        ("12 nghìn tỷ đồng", 12_000_000_000_000, None, None),
        ("1 tỷ 200 triệu đồng", 1_200_000_000, None, None),
        ("1,28 triệu người", 1_280_000, None, None),
        ("5 tỉnh", 5, None, None),
        ("01 đến 03 tháng", 1, 3, None),
        ("8,5 - 9%", 8.5, 9, None),
        ("10-12%", 10, 12, None),
        ("25 – 95%".replace("–", "-"), 25, 95, None),
        ("2 hoặc 3 người", 2, 3, None),
        ("500 - 1.000 người", 500, 1000, None),
        ("5 đến 10 triệu đồng", 5_000_000, 10_000_000, None),
        ("500 nghìn đến 1 triệu đồng", 500_000, 1_000_000, None),
        ("3-1 trước đội khách", 3, None, None),
        ("439/439 đại biểu", 439, None, 439),
        ("45.799/36.875 vụ", 45_799, None, 36_875),
        ("12 kỳ/năm", 12, None, None),
    ],
)
def test_numerals(
    text: str, value: float, value_max: float | None, denominator: float | None
) -> None:
    digits = DIGITS.match(text)
    assert digits
    numeral = read_numeral(text, *digits.span(), SCALES)
    assert numeral
    assert float(numeral.value) == value
    assert numeral.value_max == value_max
    assert numeral.denominator == denominator


@given(st.text("0123456789.,/- đếntỷriệu", max_size=30))
def test_no_text_breaks_a_numeral(text: str) -> None:
    for digits in DIGITS.finditer(text):
        numeral = read_numeral(text, *digits.span(), SCALES)
        if numeral:
            assert digits.start() < numeral.end <= len(text)
            assert numeral.value_max is None or numeral.value < numeral.value_max


@pytest.mark.parametrize(
    "before, comparator",
    [
        ("thu hơn", "gt"),
        ("thu trên", "gt"),
        ("thu gần", "approx"),
        ("thu khoảng", "approx"),
        ("thu trên dưới", "approx"),
        ("thu dưới", "lt"),
        ("thu chưa đến", "lt"),
        ("thu ít nhất", "ge"),
        ("thu không dưới", "ge"),
        ("thu không ít hơn", "ge"),
        ("thu tối đa", "le"),
        ("thu không quá", "le"),
        ("cao hơn", "eq"),
        ("không cao hơn", "le"),
        ("vượt", "eq"),
        ("thu", "eq"),
        ("", "eq"),
    ],
)
def test_comparators_before(before: str, comparator: str) -> None:
    assert comparator_before(before.split(), AUTHORITY) == comparator


@pytest.mark.parametrize(
    "after, comparator",
    [
        (" trở lên", ("ge", 8)),
        (" trở xuống", ("le", 10)),
        (" đổ lên", ("ge", 7)),
        (" đổ lại", ("le", 7)),
        (" trở lại", None),
        (" trong năm", None),
    ],
)
def test_comparators_after(after: str, comparator: tuple[str, int] | None) -> None:
    assert comparator_after(after, 0, AUTHORITY) == comparator
