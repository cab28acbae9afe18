"""The normalised view of a page: what rules match on, with a map back to the page itself.

A page's text is never altered. Rules see it through a `View`, in which letters are NFC, every kind
of blank is a space, look-alike letters are Latin, dashes and quotation marks have one form and the
tone mark stands in the older place (`uỷ` reads `ủy`). Offsets in a view are turned into offsets of
the page in one place, `View.locate`. Not for: finding anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of a view's text, counted in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """A page's text and its normalised form.

    `source` is the text as it was read, `text` the form that rules match on. `starts` and `ends`
    give for every character of `text` where its source characters begin and end; both are None
    where the two texts line up one to one.
    """

    source: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def locate(self, span: Span) -> Span:
        """The span's place in the source, in code points."""
        start, end = span
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return Span(place, place)
        return Span(self.starts[start], self.ends[end - 1])

    def quote(self, span: Span) -> str:
        """The page's own characters."""
        start, end = self.locate(span)
        return self.source[start:end]

    def value(self, span: Span) -> str:
        """The page's words as a value to publish: NFC, blanks folded to single spaces."""
        return tidy(self.quote(span))


def tidy(text: str) -> str:
    """NFC, every run of blanks (NBSP too) one space, none at the ends."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_UNSEEN = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")
# One character for one: blanks, dashes, quotation marks, letters that only look Latin.
_SAME_LENGTH = dict(
    zip(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
        "‐‑‒–—―−"
        "“”„‟″«»‘’‚‛′"
        "ÐðƉаеорсухіАВЕКМНОРСТУХІΑΒΕΗΙΚΜΝΟΡΤΥΧο",
        " " * 19 + "-" * 7 + '"' * 7 + "'" * 5 + "ĐđĐaeopcyxiABEKMHOPCTYXIABEHIKMNOPTYXo",
        strict=True,
    )
)
# Ten times as fast as `str.translate` on text in which such characters are few.
_ODD = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH))}]")
# Characters that are their own NFC form and no mark on another; and what else there is: a letter
# with its marks in the one block that most pages use, line ends, stretches of anything.
_SETTLED = "\\x00-\\x0c\\x0e-\\xac\\xae-\u02af\u1e00-\u1eff\u2010-\u205f"
_UNSETTLED = re.compile(
    rf"(?P<letter>[{_SETTLED}][\u0300-\u034e\u0350-\u036f]+)(?=[{_SETTLED}\r]|\Z)"
    rf"|\r\n?|[{_SETTLED}]?[^{_SETTLED}\r]+"
)
_TONES = {"o": ("àáảãạèéẻẽẹ", "òóỏõọ"), "u": ("ỳýỷỹỵ", "ùúủũụ")}


def _older_tones() -> dict[str, str]:
    """`oà` to `òa`, `uỷ` to `ủy` ..., in every case."""
    pairs = {}
    for glide, (vowels, toned) in _TONES.items():
        for at, vowel in enumerate(vowels):
            old = toned[at % 5] + unicodedata.normalize("NFD", vowel)[0]
            for case in (str, str.upper, str.capitalize):
                pairs[case(glide + vowel)] = case(old)
    return pairs


_OLDER_TONES = _older_tones()
# At the end of a syllable only: `hoàn` keeps its mark.
_NEW_TONE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")


def _older_tone(match: re.Match[str]) -> str:
    # `quý` keeps its mark, for its u belongs to the q.
    if match[0][0] in "uU" and match.string[match.start() - 1 : match.start()] in ("q", "Q"):
        return match[0]
    if unicodedata.combining(match.string[match.end() : match.end() + 1] or " "):
        return match[0]  # a further mark, which would join the bare vowel
    return _OLDER_TONES.get(match[0], match[0])


def _plain(text: str) -> str:
    return _ODD.sub(lambda match: _SAME_LENGTH[match[0]], text)


def view(source: str) -> View:
    """The view of a text: `text[i]` stands for `source[starts[i]:ends[i]]`."""
    text = _plain(source)
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None
    if "\r" in text or (not text.isascii() and _needs_map(text)):
        text, starts, ends = _compose(text)
        text = _plain(text)
    return View(source, _NEW_TONE.sub(_older_tone, text), starts, ends)


def _needs_map(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text) or any(chr(c) in text for c in _INVISIBLE)


def _compose(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """NFC cluster by cluster (a letter and the marks on it), line ends as LF, invisibles gone."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _UNSETTLED.finditer(text):
        start, stop = match.span()
        out.append(text[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        one = match.lastgroup == "letter"
        for cluster in (match[0],) if one else _clusters(match[0]):
            piece = _composed(cluster)
            out.append(piece)
            done = start + len(cluster)
            starts.extend([start] * len(piece))
            ends.extend([done] * len(piece))
            start = done
        done = stop
    out.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return "".join(out), tuple(starts), tuple(ends)


def _clusters(text: str) -> Iterator[str]:
    """Each character with the marks on it, past invisible signs; `\\r\\n` together."""
    at, size = 0, len(text)
    while at < size:
        stop = at + 1
        if text[at] == "\r":
            stop += text[stop : stop + 1] == "\n"
        elif ord(text[at]) in _INVISIBLE:
            stop = _after_invisible(text, stop)
        else:
            mark = _after_invisible(text, stop)
            while mark < size and unicodedata.combining(text[mark]):
                stop = mark + 1
                mark = _after_invisible(text, stop)
        yield text[at:stop]
        at = stop


def _after_invisible(text: str, at: int) -> int:
    while at < len(text) and ord(text[at]) in _INVISIBLE:
        at += 1
    return at


@lru_cache(maxsize=4096)
def _composed(cluster: str) -> str:
    if cluster[0] == "\r":
        return "\n"
    return unicodedata.normalize("NFC", cluster.translate(_INVISIBLE))
