"""The two grammars of document numbers, and the press's ways of writing them.

The Party writes `26-CT/TW` (number, kind, issuer), the state `30/2020/NĐ-CP` (number, year, kind,
issuer); the press swaps, drops and adds separators, blanks and case. `Grammar.parse` reads either
and says in `Code.repairs` what it mended. Source: Decree 30/2020/NĐ-CP, annex III; Guidance
36-HD/VPTW of 2018. Not for: finding numbers on a page (`numbered`), nor who issued the document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from opendata.authority import Authority
from opendata.authority.rows import Symbol


@dataclass(frozen=True, slots=True)
class Code:
    """A document number in canonical form. Only `number` is never empty.

    `system` is `party` or `state`, empty where there is no symbol. `kind` and `issuer` are the
    codes inside the symbol (`CT` and `TW`, `NĐ` and `CP`, none and `QH13`).
    """

    number: str
    year: str = ""
    kind: str = ""
    issuer: str = ""
    system: str = ""
    repairs: tuple[str, ...] = ()

    @property
    def symbol(self) -> str:
        """`CT/TW`, `NĐ-CP`, `QH13`; empty where only a number is stated."""
        between = "/" if self.system == "party" else "-"
        return between.join(part for part in (self.kind, self.issuer) if part)

    @property
    def code(self) -> str:
        """`26-CT/TW`, `30/2020/NĐ-CP`; empty without a symbol."""
        if not self.symbol:
            return ""
        if self.system == "party":
            return f"{self.number}-{self.symbol}"
        return "/".join(part for part in (self.number, self.year, self.symbol) if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A run of letters in a symbol as written, with the separator before it."""

    separator: str
    text: str
    end: int


_NUMBER = re.compile(r"\d{1,6}(?:[a-dA-D](?!\w))?")
_YEAR = re.compile(r"( ?[-/] ?)((?:19|20)\d\d)(?!\d|[./-]\d)")
_BAD_YEAR = re.compile(r"/(?:19|20)\d{3}(?= ?/ ?[A-ZĐ])")  # a digit too many
_GROUP = re.compile(
    r"( ?[-/] ?| |)"
    r"(T\.[ƯWU](?!\w)|(?:[A-ZĐƯ][A-Za-zĐđƯư&]*|(?<=[/-])[a-zđ]{1,6})(?:\d{1,3})?(?!\w))"
)
_LONG = 7  # letters of a symbol that is more than one abbreviation
_ASSEMBLY_TERM = re.compile(r" (\d\d)(?!\d)")


class Grammar:
    """Both grammars over the kind and issuer codes of the reference data."""

    def __init__(self, authority: Authority) -> None:
        self._kinds: dict[str, str] = {
            fold(code): code
            for kind in authority.kinds
            for code in (*kind.state_codes, *kind.party_codes)
        }
        for spelling, code in list(self._kinds.items()):  # `ND` for `NĐ`
            self._kinds.setdefault(spelling.replace("Đ", "D"), code)
        issuers: dict[str, list[Symbol]] = {}
        for row in authority.symbols:
            for spelling in dict.fromkeys(map(fold, (row.symbol, *row.variants))):
                issuers.setdefault(spelling, []).append(row)
        for spelling, rows in issuers.items():  # `TƯ` is TW unless the text says otherwise
            rows.sort(key=lambda row: (fold(row.symbol) != spelling, row.level != "central"))
        self._issuers: Mapping[str, list[Symbol]] = issuers

    def parse(self, text: str, at: int = 0) -> tuple[Code, int] | None:
        """The document number that begins at `at`, and where it ends; None if none does."""
        number = _NUMBER.match(text, at)
        if number is None:
            return None
        end, year = number.end(), _YEAR.match(text, number.end())
        after = year or _BAD_YEAR.match(text, end)
        damaged = after is not None and year is None
        groups = self._groups(text, after.end() if after else end)
        if damaged and not groups:
            return None
        end = after.end() if after else end
        if groups:
            end = groups[-1].end
        elif text[end : end + 1].isalnum() or (year and " " in year[1]):
            return None if not year else (Code(number[0]), number.end())
        code = self._compose(number[0], year[2] if year else "", groups)
        mends = set(code.repairs) | ({"year"} if damaged else set())
        if year:
            mends |= _blanks(year[1]) | ({"separator"} if "-" in year[1] else set())
        return (
            Code(
                code.number,
                code.year,
                code.kind,
                code.issuer,
                code.system,
                tuple(sorted(mends)),
            ),
            end,
        )

    def issuer_row(self, issuer: str) -> Symbol | None:
        """The reference row of an issuer code: that of `TWĐTN` for `TWĐTN-VP`."""
        rows = self._rows(issuer) or self._rows(issuer.partition("-")[0])
        return rows[0] if rows else None

    def provincial(self, code: Code) -> Code:
        """`445-KL/TW` read from "445-KL/TƯ" as `445-KL/TU`, where the text names a Tỉnh ủy."""
        rows = self._rows(code.issuer.removesuffix("W") + "U")
        if "tw_variant" not in code.repairs or not code.issuer.endswith("TW") or not rows:
            return code
        return replace(code, issuer=rows[0].symbol)

    def _groups(self, text: str, at: int) -> list[Group]:
        """The groups of a symbol from `at` on, none if what stands there is no symbol."""
        groups: list[Group] = []
        issued = False
        while match := _GROUP.match(text, at):
            separator, letters = match[1], match[2]
            known = (
                self._goes_on(separator, letters, issued)
                if groups
                else self._begins(separator, letters)
            )
            if not known:
                break
            at = match.end()
            if self._is_numbered(letters) and (term := _ASSEMBLY_TERM.match(text, at)):
                letters, at = letters + term[0], term.end()
            issued = issued or bool(groups) or not self._is_kind(letters)
            groups.append(Group(separator, letters, at))
        return groups if self._plausible(groups) else []

    def _begins(self, separator: str, letters: str) -> bool:
        """Whether letters after a number begin a symbol: `-CT`, `/NĐ`, ` - KL`, ` CT`."""
        if separator in ("-", "/") or self._is_kind(letters):
            return True
        return separator.strip() == "/" and bool(self._rows(letters))

    def _goes_on(self, separator: str, letters: str, issued: bool) -> bool:
        """Whether letters after others go on with the symbol; after the issuer, only unspaced."""
        if separator in ("-", "/"):
            return True
        if issued or not separator:
            return False
        return separator != " " or bool(self._rows(letters))

    def _plausible(self, groups: list[Group]) -> bool:
        """Whether the groups can be a symbol: something known, or at least all in capitals."""
        if not groups:
            return False
        first = groups[0]
        if first.separator in ("", " "):
            return len(groups) > 1
        if any(group.text.islower() for group in groups):
            return len(groups) > 1 and all(
                self._is_kind(group.text) or self._rows(group.text) for group in groups
            )
        if len(groups) == 1:
            return bool(
                self._is_kind(first.text)
                or self._rows(first.text)
                or self._split(first.text)
                or self._runs_together(first)
            )
        return (
            self._is_kind(first.text)
            or bool(self._rows(first.text))
            or self._split(first.text) is not None
            or all(group.text[:2].isupper() for group in groups)
        )

    def _runs_together(self, group: Group) -> bool:
        """`/TTrGSKTXLSTT`: a kind and departments without a separator."""
        letters = group.text
        if group.separator != "/" or len(letters) < _LONG or not letters.isalpha():
            return False
        return letters[2:].isupper() or (self._is_kind(letters[:3]) and letters[3:].isupper())

    def _compose(self, number: str, year: str, groups: list[Group]) -> Code:
        if not groups:
            return Code(number, year)
        repairs: set[str] = set()
        parts = [(group.separator, group.text) for group in groups]
        for separator, letters in parts:
            repairs |= _blanks(separator) if separator != " " else set()
            repairs |= {"space"} if " " in letters else set()
        if not self._is_kind(parts[0][1]) and (split := self._split(parts[0][1])):
            parts[:1] = [(parts[0][0], split[0]), ("", split[1])]
            repairs.add("glued")
        elif self._is_swapped(parts):
            parts[0], parts[1] = (parts[0][0], parts[1][1]), (parts[1][0], parts[0][1])
            repairs.add("order")
        kind = self._kind(parts[0][1]) if self._is_kind(parts[0][1]) else ""
        issuers = parts[1:] if kind else parts
        names = [self._issuer(letters) for _, letters in issuers[:1]]
        names += [letters for _, letters in issuers[1:]]
        system = self._system(parts, names[0] if names else "", bool(kind), year)
        if system == "party":
            year = ""
        for (_, written), canonical in zip(parts, [kind, *names] if kind else names, strict=True):
            repairs |= _letters(written, canonical)
        expected = "-/" if system == "party" else "/-"
        if kind and not issuers:
            expected = expected[:1]
        if not kind:
            expected = "/-"
        for place, (separator, _) in enumerate(parts):
            if separator.strip() != (expected[place] if place < len(expected) else "-"):
                repairs |= set() if separator == "" and "glued" in repairs else {"separator"}
        return Code(number, year, kind, "-".join(names), system, tuple(repairs))

    def _system(self, parts: list[tuple[str, str]], issuer: str, kind: bool, year: str) -> str:
        """`party` or `state`: by the issuer where it is known, else by the separators."""
        separators = [separator.strip() for separator, _ in parts]
        written = "party" if separators[0] == "-" and "/" in separators[1:2] else ""
        if separators[0] == "/" and "/" not in separators[1:2]:
            written = "state"
        known = {row.system for row in self._rows(issuer)}
        if len(known) == 1:
            system = known.pop()
            if system in ("party", "state"):
                return system
            return written or ("party" if system == "union" else "state")
        if year or not kind:
            return "state"
        return written or ("party" if "/" in separators[1:2] else "state")

    def _is_kind(self, letters: str) -> bool:
        return fold(letters) in self._kinds

    def _kind(self, letters: str) -> str:
        return self._kinds.get(fold(letters), letters)

    def _rows(self, letters: str) -> list[Symbol]:
        folded = fold(letters)
        if folded in self._issuers:
            return self._issuers[folded]
        bare = folded.rstrip("0123456789")
        rows = self._issuers.get(bare, []) if bare != folded else []
        return [row for row in rows if row.numbered]

    def _is_numbered(self, letters: str) -> bool:
        return any(row.numbered for row in self._rows(letters)) and letters.isalpha()

    def _issuer(self, letters: str) -> str:
        """An issuer code with its proper capitals, and Ư for W or U mended; others as written."""
        rows = self._rows(letters)
        if not rows:
            return letters
        digits = letters[len(letters.rstrip("0123456789")) :] if rows[0].numbered else ""
        symbol = rows[0].symbol + digits.strip()
        mended = fold(symbol) == fold(letters) or "Ư" in letters.upper() or "." in letters
        return symbol if mended else letters

    def _split(self, letters: str) -> tuple[str, str] | None:
        """`KHUBND` as kind and issuer."""
        if self._rows(letters):
            return None
        for size in (4, 3, 2, 1):
            kind, issuer = letters[:size], letters[size:]
            if fold(kind) in self._kinds and issuer and self._rows(issuer):
                return kind, issuer
        return None

    def _is_swapped(self, parts: list[tuple[str, str]]) -> bool:
        """`TU/TB`: the issuer before the kind."""
        return (
            len(parts) == 2
            and parts[1][0].strip() == "/"
            and not self._is_kind(parts[0][1])
            and bool(self._rows(parts[0][1]))
            and self._is_kind(parts[1][1])
        )


def fold(code: str) -> str:
    """A code for comparison: capitals, without dots, blanks and `&`."""
    return code.upper().translate(_DROPPED)


_DROPPED = str.maketrans("", "", ". &")


def _blanks(separator: str) -> set[str]:
    return {"space"} if " " in separator else set()


def _letters(written: str, canonical: str) -> set[str]:
    if written.replace(" ", "") == canonical:
        return set()
    if fold(written) == fold(canonical):
        return {"case"} if written.upper() != written or "." not in written else {"variant"}
    return {"tw_variant"} if "Ư" in written.upper() else {"variant"}
