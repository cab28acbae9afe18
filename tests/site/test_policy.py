"""The policy of a page: what it allows, and what it makes the build refuse."""

import re

import pytest

from opendata.errors import InputError
from opendata.site.policy import with_policy

OURS = (re.compile(re.escape("var a = 1")),)
HASH = "h1HrJPkDwnmmTjhElzuRBLDNtr5UPz5PinuqE+ovmj8="  # of the script in OURS
HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>'


def page(body: str) -> str:
    return f"{HEAD}<body>{body}</body></html>"


def policy(text: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    assert found
    return found[1]


def test_nothing_is_allowed_but_the_sites_own_files() -> None:
    found = policy(with_policy(page("<p>x</p>"), "x.html", OURS))
    assert found.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in found
    assert "//" not in found


def test_the_policy_stands_before_anything_that_loads() -> None:
    text = with_policy(page("<p>x</p>"), "x.html", OURS)
    assert text.index("Content-Security-Policy") < text.index("<title>")


def test_a_script_of_the_theme_is_allowed_by_its_hash() -> None:
    found = policy(with_policy(page("<script>var a = 1</script>"), "x.html", OURS))
    assert f"script-src 'self' 'sha256-{HASH}';" in found


@pytest.mark.parametrize(
    "body, message",
    [
        ("<script>alert(1)</script>", "a <script> element with text"),
        ('<p style="color: red">x</p>', "the attribute style on <p>"),
        ("<p STYLE=x>x</p>", "the attribute style on <p>"),
        ("<img src=x onerror=alert(1)>", "the attribute onerror on <img>"),
        ('<a href=" JavaScript:x()">x</a>', "a script as the href of <a>"),
        ("<style>p { color: red }</style>", "a <style> element"),
    ],
)
def test_what_it_would_break_is_refused(body: str, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        with_policy(page(body), "x.html", OURS)


@pytest.mark.parametrize(
    "body",
    [
        "<p>style=x and onclick= and javascript: are words</p>",
        '<a title="a style=&quot;b&quot; c" href="x.html">x</a>',
        "<code>&lt;p style=x&gt;</code>",
        '<script type="application/json">{"style": "x"}</script>',
    ],
)
def test_words_that_look_like_it_are_not(body: str) -> None:
    assert policy(with_policy(page(body), "x.html", OURS))


def test_a_page_must_state_its_charset() -> None:
    with pytest.raises(InputError, match="charset"):
        with_policy("<p>x</p>", "x.html", OURS)
