"""The one form that a value has in each field."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.reading.document import Stated
from opendata.reading.values import state


@pytest.mark.parametrize(
    "field, value, expected",
    [
        ("published", "2023-11-14", "2023-11-14"),
        ("published", " 2023-11-14 19:58 ", "2023-11-14T19:58:00"),
        ("published", "2023-11-14T19:58:07+0700", "2023-11-14T19:58:07+07:00"),
        ("published", "2023-11-14T19:58:07.1234567+07:00", "2023-11-14T19:58:07+07:00"),
        ("retrieved", "2023-11-14 19:58:07 Z", "2023-11-14T19:58:07+00:00"),
        (
            "url",
            "https://example.org/tòa-án.html?b=2&a=1#x",
            "https://example.org/tòa-án.html?b=2&a=1#x",
        ),
        ("title", " Tòa án\u00a0 nhân dân\n", "Tòa án nhân dân"),
        ("note", "14/11", "14/11"),
    ],
)
def test_a_value_in_the_form_of_its_field(field, value, expected):
    assert state(field, value, "sources.csv:x") == Stated(field, expected, "sources.csv:x")


DATE = "no date: expected e.g. 2023-11-14 or 2023-11-14T19:58"
ADDRESS = "no address: expected e.g. https://example.org/page.html"
DAMAGED = "damaged: it holds a control character or half a character"


@pytest.mark.parametrize(
    "field, value, message",
    [
        ("published", "14/11/2023", DATE),
        ("published", "2023-02-30", DATE),
        ("published", "2023-11-14T25:00", DATE),
        ("published", "20231114", DATE),
        ("published", "2023-W46-2", DATE),
        ("published", "２０２３-11-14", DATE),
        ("published", "2023-11-14 chiều", DATE),
        ("retrieved", "hôm qua", DATE),
        ("url", "baolaocai.example/tin", ADDRESS),
        ("url", "ftp://example.org/a", ADDRESS),
        ("url", "https:///a", ADDRESS),
        ("url", "https://[", ADDRESS),
        ("url", "https://example.org/a b", ADDRESS),
        ("title", "Tòa \ud800", DAMAGED),
        ("title", "Tòa\0án", DAMAGED),
    ],
)
def test_a_value_that_its_field_cannot_have(field, value, message):
    with pytest.raises(ValueError) as raised:
        state(field, value, "jsonl:x")
    assert str(raised.value).startswith(message)


zones = st.none() | st.just(UTC) | st.just(timezone(timedelta(hours=7)))


@given(st.dates())
def test_every_date_comes_back(day):
    assert date.fromisoformat(state("published", day.isoformat(), "").value) == day


@given(st.datetimes(timezones=zones), st.sampled_from("T "))
def test_every_second_comes_back(instant, separator):
    whole = instant.replace(microsecond=0)
    written = state("published", instant.isoformat(separator), "").value
    assert datetime.fromisoformat(written) == whole


@given(st.sampled_from(["published", "url", "title"]), st.text())
def test_any_text_is_a_value_or_refused(field, value):
    try:
        stated = state(field, value, "")
    except ValueError:
        return
    assert state(field, stated.value, "") == stated
