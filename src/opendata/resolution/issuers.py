"""Who issued a cited document: full name, level and province, from the text, else the symbol.

Not for: which document it is (`directives`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from opendata.authority.rows import Organ, Province, Symbol
from opendata.extraction.documents.lexicon import Lexicon
from opendata.extraction.mentions import Citation
from opendata.extraction.page import Page
from opendata.resolution.ids import slug

# A decree is the Government's alone; its number means nothing without the year.
_SOLE = {"nghi_dinh": "CP"}
_LOWER = re.compile(r"(?:^| )(huyện|quận|thị xã|xã|phường|thị trấn|Huyện ủy|Quận ủy|Thị ủy)(?!\w)")
_COMMUNE = frozenset(("xã", "phường", "thị trấn"))
_PLACE_WORD = re.compile(r"^(?:tỉnh|thành phố|TP\.?)\s*")


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` is full; `organs` the reference rows it may be. `code` is the issuer's code inside
    the symbol, `body` names one that has no code of its own. `place` is the province that the
    number belongs to, `needs_place` whether it means nothing without."""

    name: str = ""
    stated: bool = False
    organs: tuple[str, ...] = ()
    code: str = ""
    body: str = ""
    system: str = ""
    level: str = ""
    province_id: str = ""
    place: str = ""
    needs_place: bool = False


def issuer_of(group: Sequence[Citation], root: Citation, page: Page, words: Lexicon) -> Issuer:
    """The issuer of the document that a group of citations means."""
    stated = next((c.issuer.value for c in group if c.issuer and c.issuer.basis == "text"), "")
    derived = next((c.issuer.value for c in group if c.issuer and c.issuer.basis != "text"), "")
    organs = _organs(stated or derived, page, words)
    code = (
        issuer_code(root.symbol, words)
        or _code_of_organ(organs, page)
        or (_SOLE.get(root.kind, "") if root.year else "")
    )
    symbol = words.grammar.issuer_row(code) if code else None
    lower = _LOWER.search(stated)
    level = _level(organs, symbol, lower)
    local = level in ("province", "district", "commune", "bloc")
    province = _province(stated, page) if local else ""
    needs_place = symbol.needs_province if symbol else local
    shared = symbol is not None and len(symbol.organs) > 1 and not needs_place and code != "TW"
    body = slug(stated) if stated and (lower or shared or not code) else ""
    name = _full(stated or derived, organs, province, page)
    if not name and symbol and len(symbol.organs) == 1:
        only = page.authority.organ_by_id[symbol.organs[0]]
        name = _full(only.name, (only,), province, page)
    return Issuer(
        name=name,
        stated=bool(stated),
        organs=tuple(organ.organ for organ in organs),
        code=code if not shared or body else "",
        body=body,
        system=_system(root, organs, symbol),
        level=level,
        province_id=province,
        place=province if needs_place else "",
        needs_place=needs_place,
    )


def _system(root: Citation, organs: Sequence[Organ], symbol: Symbol | None) -> str:
    """The grammar of the number: the issuer's where it is known, else that of the symbol."""
    if symbol or organs:
        return symbol.system if symbol else organs[0].system
    if not root.symbol:
        return ""
    return "party" if "/" in root.symbol else "state"


def issuer_code(symbol: str, words: Lexicon) -> str:
    """The issuer's code in a symbol: `TW` of `CT/TW`, `CP` of `NĐ-CP`, all of `VP-KGVX`."""
    kind, _, issuer = symbol.partition("/" if "/" in symbol else "-")
    return issuer if kind in words.codes else symbol


def _organs(name: str, page: Page, words: Lexicon) -> tuple[Organ, ...]:
    """The reference rows of an organ that a name is or begins with."""
    known = words.organs.match(name)
    return (
        page.authority.organs_by_name.get(" ".join(name[: known.end].split()), ()) if known else ()
    )


def _code_of_organ(organs: Sequence[Organ], page: Page) -> str:
    """The one code under which an organ issues: Bộ Chính trị's is TW."""
    for organ in organs:
        rows = [row for row in page.authority.symbols if organ.organ in row.organs]
        if len(rows) == 1 and not rows[0].numbered:
            return rows[0].symbol
    return ""


def _level(organs: Sequence[Organ], symbol: Symbol | None, lower: re.Match[str] | None) -> str:
    if lower:
        return "commune" if lower[1] in _COMMUNE else "district"
    if organs:
        return organs[0].level
    return symbol.level if symbol else ""


def _province(stated: str, page: Page) -> str:
    """The province that the issuer's name ends with, else the page's."""
    own = page.header.province.value if page.header.province else ""
    parts = stated.split()
    for start in range(1, len(parts)):
        rest = " ".join(parts[start:])
        for name in (rest, _PLACE_WORD.sub("", rest)):
            if named := page.authority.provinces_by_name.get(name):
                return _of_day(named, page, own)
    return own


def _of_day(named: Sequence[Province], page: Page, own: str) -> str:
    """The province of a name, in the division of the page: by its day, else by its own province."""
    found = page.authority.province_named(named[0].name, page.published)
    alike = [row for row in named if row.division == own.rpartition("-")[2]]
    found = found or (alike[0] if alike else None)
    return found.province_id if found else ""


def _full(name: str, organs: Sequence[Organ], province_id: str, page: Page) -> str:
    """A generic name with its province: `UBND tỉnh` is `UBND tỉnh Khánh Hòa`."""
    province = page.authority.province_by_id.get(province_id)
    if not name or province is None or province.name in name or _LOWER.search(name):
        return name
    generic = any(organ.generic and _is_whole(name, organ) for organ in organs)
    if generic or name.endswith((" tỉnh", " TP", " thành phố")):
        return f"{name} {province.name}"
    return name


def _is_whole(name: str, organ: Organ) -> bool:
    return name in (organ.name, *organ.aliases)
