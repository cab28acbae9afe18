"""Writes the Content-Security-Policy into each built page: nothing but the site's own files.

Inline scripts of the theme are allowed by their hash; any other script or style within a page is
refused, so that text which slipped through as markup would do nothing. Not for: what pages load.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from opendata.errors import InputError

# `data:` in img-src is for the icons within the theme's style sheet.
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FILLED = re.compile(r"{{.*?}}", re.DOTALL)
_SUSPECT = re.compile(r"\s(?:style|on[a-z]+)\s*=|<style|javascript:", re.IGNORECASE)

Scripts = tuple[re.Pattern[str], ...]


def write_policies(site: Path, scripts: Scripts) -> None:
    """Puts the policy into every page below `site`; inline scripts must match one of `scripts`.

    Raises `InputError` for a page that the policy would break.
    """
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        name = path.relative_to(site).as_posix()
        path.write_text(with_policy(text, name, scripts), encoding="utf-8", newline="\n")


def theme_scripts() -> Scripts:
    """The inline scripts of the installed theme; its templates fill in addresses of folders."""
    folder = files("material") / "templates" / "partials" / "javascripts"
    return tuple(
        re.compile(r"[./]*".join(map(re.escape, _FILLED.split(script))))
        for template in sorted(folder.iterdir(), key=lambda one: one.name)
        for script in _INLINE_SCRIPT.findall(template.read_text("utf-8"))
    )


def with_policy(page: str, name: str, scripts: Scripts) -> str:
    """The page with its policy as the first thing in its head; `name` is for messages."""
    _refuse_inline(page, name)
    hashes = set()
    for script in _INLINE_SCRIPT.findall(page):
        if not any(one.fullmatch(script) for one in scripts):
            raise _forbidden(name, "a <script> element with text", "")
        hashes.add(f" '{_hash(script)}'")
    found = _CHARSET.search(page)
    if not found:
        raise InputError(name, "does not state its charset", 'Begin it with <meta charset="utf-8">')
    policy = "; ".join(_DIRECTIVES).format(hashes="".join(sorted(hashes)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page[: found.end()] + meta + page[found.end() :]


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _refuse_inline(page: str, name: str) -> None:
    if not _SUSPECT.search(page):  # so for nearly every page, and much faster than to read it
        return
    reader = _Inline()
    reader.feed(page)
    if reader.found:
        raise _forbidden(name, reader.found[0], f"line {reader.line}")


def _forbidden(name: str, what: str, place: str) -> InputError:
    problem = f"has {what}, which the site's own policy forbids"
    return InputError(name, problem, "Use a class or a file of the theme", place)


class _Inline(HTMLParser):
    """The first piece of inline style or script in a page, beside whole scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.found:
            return
        self.line = self.getpos()[0]
        self.found += ["a <style> element"] if tag == "style" else []
        for key, value in attrs:
            if key == "style" or key.startswith("on"):
                self.found.append(f"the attribute {key} on <{tag}>")
            elif (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"a script as the {key} of <{tag}>")
