"""The organisations that a page names: organs of the reference data, and names built like theirs.

A name is a chain of units from the narrowest to the widest (Ban Thường vụ, Tỉnh ủy) and a place;
what a generic name lacks of its place the page's province gives. Not for: their part in events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from opendata.authority import Authority
from opendata.authority.rows import Organ, Province
from opendata.extraction.mentions import Organisation
from opendata.extraction.page import Page
from opendata.extraction.patterns import any_case_after_first, any_of
from opendata.extraction.people.known_names import KnownNames, known_names, names_at
from opendata.extraction.people.names import LOWER, UPPER
from opendata.extraction.people.positions import NO_SECOND
from opendata.extraction.view import Span

BLOCKS = frozenset(("headline", "kicker", "lead", "body", "subheading", "caption"))

_U, _L = f"[{UPPER}]", f"[{LOWER}]"
_COMPOUND = f"{_U}{_L}{{1,5}} {_L}+"
_ENDS = {
    "tỉnh": ("tỉnh", "Tỉnh ủy", "Tỉnh đoàn"),
    "thành phố": ("thành phố", "Thành ủy", "Thành đoàn"),
}
_FUNCTION = (
    "và|của|thuộc|tại|về|các|những|nhiều|này|đó|ấy|trên|năm|ngày|tháng|lần|hai|ba|bốn|hay|hoặc|"
    "nơi|đây|ông|bà|anh|chị|đồng chí|nhân|nên|nếu|số|khóa|cả|đối|rất|càng|người|vụ|chỉ|tự|thêm"
)
# Names that a place follows without its kind: Tỉnh ủy Lào Cai, Huyện ủy Mộc Hóa.
_HAS_PLACE = re.compile(r"(?:ủy|[Đđ]oàn)$")
_GOES_ON = re.compile(r"\w| viên(?!\w)")
_LOCAL_KINDS = frozenset(("huyện", "H.", "quận", "Q.", "thị xã", "TX", "TX.", "phường", "P.", "xã"))


@dataclass(frozen=True, slots=True)
class Organs:
    """What the reference data says of organisations, as patterns.

    `first` finds the word that opens a name. `names` are those of organs and `bases`, those of
    provincial organs without the word for their place, before a `province`; `built` matches a name
    built after a body's word (group `body`). `rows` gives the organ of a name in lower case.
    `kind` matches the word for a kind of place after a blank, `ends` one that ends a name, `name`
    the place's own name, `goes_on` a word that belongs to the name before it. `parts` are bodies
    that are only a part of one, `families` the common family names, `full` the long forms of
    abbreviations, `units` the kinds of provinces by their names, `titles` those whose last words,
    the `title_ends`, open a name as well.
    """

    first: re.Pattern[str]
    names: KnownNames
    bases: frozenset[str]
    province: re.Pattern[str]
    built: re.Pattern[str]
    rows: Mapping[str, Organ]
    kind: re.Pattern[str]
    ends: re.Pattern[str]
    name: re.Pattern[str]
    goes_on: re.Pattern[str]
    parts: frozenset[str]
    families: frozenset[str]
    full: Mapping[str, str]
    units: Mapping[str, str]
    titles: Sequence[tuple[str, str]]
    title_ends: tuple[str, ...]


class _Unit(NamedTuple):
    span: Span
    organ: Organ | None
    body: str


class _Place(NamedTuple):
    """Where the place after a name ends, its kind (`huyện`) and name, empty where not said.

    `own`: the kind is a part of the name before it. `provincial`: the name is a province's.
    """

    end: int
    kind: str = ""
    name: str = ""
    own: bool = False
    provincial: bool = False


@cache
def organs(authority: Authority) -> Organs:
    """The patterns of some reference data."""
    # Offices of one person that issue documents (Thủ tướng Chính phủ) are no organisations here.
    offices = tuple(r.title.lower() + " " for r in authority.positions if r.category == "office")
    names = {
        name: organ
        for organ in reversed(authority.organs)
        for name in (organ.name, *organ.aliases)
        if not f"{organ.name.lower()} ".startswith(offices)
    }
    cues = authority.cues_by_category
    places = cues["place"]
    short = {row.full: row.short for row in authority.abbreviations if row.short in places}
    for name, organ in tuple(names.items()):
        for full, abbreviated in short.items():
            if name.endswith(f" {full}"):
                names.setdefault(name.removesuffix(full) + abbreviated, organ)
    bases = {
        name.removesuffix(f" {unit}")
        for name in names
        for unit in ("tỉnh", "thành phố")
        if name.endswith(f" {unit}")
    }
    parts = cues["part"]
    bodies = (*cues["body"], *parts)
    families = frozenset(row.name for row in authority.family_names if row.common)
    place, provinces = any_of(places), any_of(authority.provinces_by_name)
    stops = cues["predicate"]
    shared = _shared_words(authority, names, bodies)
    return Organs(
        first=re.compile(rf"{any_of({name.split()[0] for name in (*names, *bodies)})}(?!\w)"),
        names=known_names({*names, *bases}),
        bases=frozenset(bases),
        province=re.compile(rf" ({provinces})(?!\w)"),
        built=re.compile(
            rf"(?P<body>{any_case_after_first(bodies)})(?!\w)"
            rf"{_pieces(stops, place, any_of(bodies), any_of(families))}(?!\w)"
        ),
        rows={name.lower(): organ for name, organ in names.items()},
        goes_on=re.compile(rf" (?!(?:{any_of(stops)}|{_FUNCTION})(?!\w)){_L}"),
        parts=frozenset(parts),
        kind=re.compile(rf" (?P<kind>{place})(?:(?<=\.)|(?!\w))(?! (?:hội|ủy|đoàn)(?!\w))"),
        ends=re.compile(rf"(?<= )(?P<kind>{place})$"),
        name=re.compile(
            rf"(?P<province>{provinces})(?!\w)"
            rf"|(?P<local>{_U}{_L}*(?: {_U}{_L}*){{0,3}}|\d{{1,2}})(?![\w/.,%]*\w)"
        ),
        families=families,
        full={row.short: row.full for row in authority.abbreviations},
        units={name: rows[0].unit for name, rows in authority.provinces_by_name.items()},
        titles=shared,
        title_ends=tuple({end for _, end in shared}),
    )


def _shared_words(
    authority: Authority, names: Iterable[str], bodies: Iterable[str]
) -> list[tuple[str, str]]:
    """Titles whose last words also open a name without being one: `Phó Bí thư `, `Thường trực`."""
    titles = {row.title for row in authority.positions}
    openings = {" ".join(name.split()[:2]) for name in names if len(name.split()) > 2}
    loose = openings - set(names) - set(bodies)
    blanks = ((title, blank.end()) for title in titles for blank in re.finditer(" ", title))
    parted = ((title[:at], title[at:]) for title, at in blanks)
    return sorted((begin, end) for begin, end in parted if end in loose and begin[:-1] in titles)


def _pieces(stops: Sequence[str], places: str, bodies: str, families: str) -> str:
    """The words of a name after its body's word.

    The compounds of a name begin with a capital (Tài nguyên và Môi trường); small words alone only
    lead to a place (cải cách tư pháp tỉnh) or, in a company, to its proper name. A person's name
    that follows is none of them.
    """
    small = rf" (?!(?:{any_of(stops)}|{places}|{_FUNCTION})(?!\w)){_L}+(?!\w)"
    person = rf"(?<={_L} )(?:{families}) {_U}{_L}+ {_U}"
    proper = rf"(?!{person}){_U}[\w&]*(?:[-/][\w&]+)*(?: (?!(?:{places})(?!\w)|{person}){_U}\w*)*"
    said = any_of(word for word in stops if " " in word)
    second = rf" (?!(?:{places}|{NO_SECOND}|{said})(?!\w)){_L}+(?!\w)"
    first = rf"(?: {_U}{_L}{{1,5}}(?!\w){second}| {proper})"
    company = r"(?:(?<=phần)|(?<=hạn)|(?<=CP)|(?<=TNHH)|(?<=MTV)|(?<=lý)|(?<=đạo)|(?<=định))"
    return (  # atomic: a run of capitals could be parted in every way
        rf"(?>(?:{company}(?:{small}){{1,6}}(?= {_U}))?{first}"
        rf"(?:(?: và)?(?! (?:{bodies}|{places})(?!\w)){first}"
        rf"|, {_COMPOUND}(?=(?:, {_COMPOUND})* và {_U})| - {_COMPOUND}"
        rf"|(?:{small}){{1,7}}(?= (?:{places}|Trung ương|Việt Nam)(?!\w)))*)"
    )


def find_organisations(page: Page) -> tuple[Organisation, ...]:
    """Every mention of an organisation, in page order."""
    known = organs(page.authority)
    stated = page.header.province
    province = page.authority.province_by_id.get(stated.value) if stated else None
    return tuple(
        _organisation(page, known, units, place, province)
        for stretch in stretches(page)
        for units, place in _mentions(page.view.text, known, stretch)
    )


def stretches(page: Page) -> tuple[Span, ...]:
    """Where the page tells of organisations and persons: neighbouring blocks as one stretch, for no
    name goes over a line's end. Nowhere on a page of another language."""
    language = page.header.language
    if language and not language.value.startswith("vi"):
        return ()
    spans: list[Span] = []
    touching = False
    for block in page.blocks:
        told = block.kind in BLOCKS
        if told and touching:
            spans[-1] = Span(spans[-1].start, block.span.end)
        elif told:
            spans.append(block.span)
        touching = told
    return tuple(spans)


def complete(name: str, province: Province | None) -> str:
    """A provincial body's name with its province, where the name ends before saying it.

    `Thường trực Tỉnh ủy` is Thường trực Tỉnh ủy Lào Cai on a page about Lào Cai.
    """
    if province is None:
        return name
    if name.endswith(_ENDS[province.unit]):
        return f"{name} {province.name}"
    if name.startswith("Sở ") or name.endswith(" hai cấp"):
        return f"{name} {province.unit} {province.name}"
    return name


def _mentions(text: str, known: Organs, stretch: Span) -> Iterator[tuple[list[_Unit], _Place]]:
    at, end = stretch
    for first in known.first.finditer(text, at, end):
        start = first.start()
        if start < at or text[start - 1 : start].isalnum() or _in_title(text, start, known):
            continue
        units = _units(text, start, end, known)
        if units:
            place = _place(text, units[-1], end, known)
            at = place.end
            if _whole(text, units, place, known):
                yield units, place


def _in_title(text: str, start: int, known: Organs) -> bool:
    """Whether the word belongs to a title: `Thường trực` after `Phó Bí thư`."""
    return text.startswith(known.title_ends, start) and any(
        text.startswith(end, start) and text.endswith(begin, 0, start)
        for begin, end in known.titles
    )


def _units(text: str, start: int, limit: int, known: Organs) -> list[_Unit]:
    """The units from `start` on, one blank between two of them."""
    units: list[_Unit] = []
    at = start
    while unit := _known_unit(text, at, limit, known) or _built_unit(text, at, limit, known):
        units.append(unit)
        if text[unit.span.end : unit.span.end + 1] != " ":
            break
        at = unit.span.end + 1
    return units


def _known_unit(text: str, at: int, limit: int, known: Organs) -> _Unit | None:
    """The organ of the reference data whose name stands at a place, with or without the word for
    its place."""
    base = None
    for end, name in names_at(known.names, text, at, limit):
        organ = known.rows.get(name.lower())
        if organ and (text[end - 1] == "." or not _GOES_ON.match(text, end, limit)):
            return _Unit(Span(at, end), organ, "")
        of = known.province.match(text, end, limit) if name in known.bases and not base else None
        if of:
            organ = known.rows.get(f"{name} {known.units[of[1]]}".lower())
            base = _Unit(Span(at, end), organ, "")
    return base


def _built_unit(text: str, at: int, limit: int, known: Organs) -> _Unit | None:
    """The unit after a body's word; the word alone, where another unit follows it."""
    found = known.built.match(text, at, limit)
    if found is None:
        return None
    after = found.end("body") + 1
    if _known_unit(text, after, limit, known) or known.built.match(text, after, limit):
        return _Unit(Span(at, found.end("body")), None, found["body"])
    return _Unit(Span(at, found.end()), None, found["body"]) if _is_name(found, known) else None


def _whole(text: str, units: list[_Unit], place: _Place, known: Organs) -> bool:
    """Whether a name built after a body's word is a whole one: not a part of a body that the page
    leaves unsaid (`Ban Quản lý`), and no more words belong to it."""
    last = units[-1]
    if last.organ or place.kind or place.name:
        return True
    if last.body in known.parts and "Trung ương" not in text[last.span.start : last.span.end]:
        return False
    return not known.goes_on.match(text, place.end)


def _is_name(found: re.Match[str], known: Organs) -> bool:
    """Whether what follows a body's word makes it a name: `Hội An` and `Đoàn Văn Hậu` are none."""
    body = found["body"]
    if " " in body:
        return True
    first, *more = found[0].split()[1:]
    if first.isupper() and len(first) > 1:
        return True
    return bool(more) and (more[0].islower() or body not in known.families)


def _place(text: str, unit: _Unit, limit: int, known: Organs) -> _Place:
    """The place that ends a name or follows it."""
    end = unit.span.end
    if unit.organ and not unit.organ.generic:
        return _Place(end)
    own = known.ends.search(text, unit.span.start, end) if unit.organ else None
    found = own or known.kind.match(text, end, limit)
    kind, end = (found["kind"], found.end()) if found else ("", end)
    blank = text[end : end + 1] == " "
    named = known.name.match(text, end + blank, limit) if blank or kind.endswith(".") else None
    if named and named["province"]:
        return _Place(named.end(), kind, named[0], bool(own), provincial=kind not in _LOCAL_KINDS)
    if named and (kind not in ("", "tỉnh") or _HAS_PLACE.search(text, unit.span.start, end)):
        name = _local(named[0], bool(kind), known)
        if name:
            return _Place(named.start() + len(name), kind, name, bool(own))
    return _Place(end, kind, own=bool(own))


def _local(name: str, after_kind: bool, known: Organs) -> str:
    """The place's part of a run of capitals in which a person's name may follow."""
    words = name.split()
    if not after_kind and words[0] in known.families and len(words) > 2:
        return ""
    for place in range(1, len(words) - 1):
        if words[place] in known.families:
            return " ".join(words[:place])
    return " ".join(words[:3])


def _organisation(
    page: Page, known: Organs, units: list[_Unit], place: _Place, province: Province | None
) -> Organisation:
    view = page.view
    units = [_own(view.text, unit, unit is units[-1]) for unit in units]
    names = [unit.organ.name if unit.organ else view.value(unit.span) for unit in units]
    name, place_of = " ".join(names), None
    kind = known.full.get(place.kind, place.kind)
    if place.provincial:
        place_of = _province_named(page, place.name, province)
        name = _with_province(page, name, kind, place)
    elif place.kind or place.name:
        name = " ".join(filter(None, (name, "" if place.own else kind, place.name)))
        place_of = province
    if not place.name:
        name, stated = complete(name, province), name
        place_of = province if name != stated else place_of
    return Organisation(
        name=name,
        span=Span(units[0].span.start, place.end),
        kind=next((unit.organ.kind for unit in units if unit.organ), "other"),
        organ=units[0].organ.organ if len(units) == 1 and units[0].organ else "",
        province_id=place_of.province_id if place_of else "",
    )


def _own(text: str, unit: _Unit, last: bool) -> _Unit:
    """The unit without its organ where the words only begin the organ's name and another body
    follows, whose they are: `Ban Chấp hành Trung ương Hội Nông dân Việt Nam`."""
    begun = text[unit.span.start : unit.span.end].lower() + " "
    if last or unit.organ is None or not unit.organ.name.lower().startswith(begun):
        return unit
    return unit._replace(organ=None)


def _province_named(page: Page, name: str, page_province: Province | None) -> Province | None:
    if page_province and name in (page_province.name, *page_province.aliases):
        return page_province
    return page.authority.province_named(name, page.published)


def _with_province(page: Page, name: str, kind: str, place: _Place) -> str:
    """The name with a province in one form, however the page has it: `Sở Xây dựng Long An`."""
    province = page.authority.provinces_by_name[place.name][0]
    words = [name]
    if not place.own and not _HAS_PLACE.search(name) and not name.endswith(f" {province.unit}"):
        words.append(kind or province.unit)
    return " ".join((*words, province.name))
