"""The text of a table, to be read by whole records or line by line, in turn.

Not for: cells (`parse`), or encodings (`content`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from opendata.validation.columnar.errors import Unproven

_PIECE = 1 << 16
_LONGEST_LINE = 64 << 20  # frictionless reads longer ones


class Text:
    """`position` is where the next byte stands; `ended` says that no more chunks follow."""

    def __init__(self, chunks: Iterator[bytes], held: bytes = b"") -> None:
        self._chunks, self._held, self._at = chunks, held, 0
        self.position = 0
        self.ended = False

    def held(self) -> int:
        """How many bytes are at hand."""
        return len(self._held) - self._at

    def is_used_up(self) -> bool:
        """Whether all has been taken."""
        return self.ended and not self.held()

    def records(self) -> bytes:
        """Takes whole lines, about a chunk of them; `position` must be where a record starts.

        The last record is cut if a line ends within its quotes (`cut`). Empty at the end, or if
        no line's end is seen.
        """
        rest, more = self._held[self._at :], self._next()
        if self.ended:
            taken, self._held = rest, b""
        else:
            end = more.rfind(b"\n") + 1
            taken = b"".join([rest, memoryview(more)[:end]]) if end else b""
            self._held = more[end:] if end else rest + more
        self._at = 0
        self.position += len(taken)
        return taken

    def cut(self, taken: bytes, quote: bytes) -> bytes:
        """What was taken last as far as quotes are in pairs; the rest is put back."""
        end = len(taken) if self.is_used_up() else _record_end(taken, quote)
        self.unread(taken[end:])
        return taken[:end]

    def unread(self, taken: bytes) -> None:
        """Puts back what was taken last."""
        self._held, self._at = taken + self._held[self._at :], 0
        self.position -= len(taken)

    def lines(self) -> Iterator[str]:
        """Takes line by line, each when it is asked for. Raises `UnicodeError`."""
        while piece := self._whole_lines():
            for line in io.StringIO(piece.decode(), newline=""):
                size = len(line.encode())
                self._at += size
                self.position += size
                yield line

    def _whole_lines(self) -> bytes:
        """Some whole lines, not taken: a header needs only the first few."""
        while True:
            at = self._at
            end = self._held.rfind(b"\n", at, at + _PIECE) + 1 or self._held.find(b"\n", at) + 1
            if end or self.ended:
                return self._held[at : end or len(self._held)]
            if self.held() > _LONGEST_LINE:
                raise Unproven("a line is too long to be held")
            self._held, self._at = self._held[at:] + self._next(), 0

    def _next(self) -> bytes:
        more = next(filter(None, self._chunks), b"")
        self.ended = not more
        return more


def _record_end(text: bytes, quote: bytes) -> int:
    """Where the last record ends; 0 if none does."""
    end = text.rfind(b"\n") + 1
    if not quote or quote not in text:
        return end
    odd = text.count(quote, 0, end) % 2
    while odd and end:
        # The line end lies in quotes; the one before the last quote may not.
        last = text.rfind(quote, 0, end)
        before = text.rfind(b"\n", 0, last) + 1 if last > 0 else 0
        odd = (odd + text.count(quote, before, end)) % 2
        end = before
    return end
