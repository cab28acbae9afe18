"""The rows of the reference data: one frozen class per CSV file, its fields the file's columns.

Not for reading files (`load`), nor for looking rows up (`index`). A field's type says what a cell
may hold: `str` is never empty, `| None` may be, a tuple is a list separated by `|`, a `bool` is
written `yes` or `no`, a `date` in ISO 8601. Every row names its `source` and gives `examples` as
they are written in the press.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

System = Literal["party", "state", "front", "union"]
Level = Literal["central", "province", "district", "commune", "bloc", "foreign"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of official document.

    The code `QĐ` in a Party symbol is a decision (quyết định) or a regulation (quy định), and
    `CT` is sometimes written for a programme: the noun before the number decides.
    """

    kind: str
    """Unaccented Vietnamese word: `chi_thi`."""
    label_en: str
    label_vi: str
    description_en: str
    description_vi: str
    nouns: tuple[str, ...]
    """The noun in lower case, with its other spellings."""
    party_codes: tuple[str, ...]
    """Codes in a Party symbol: `CT` in `26-CT/TW`."""
    state_codes: tuple[str, ...]
    """Codes in a state symbol: `NĐ` in `30/2020/NĐ-CP`."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organ:
    """An organisation that is known by name."""

    organ: str
    name: str
    """Official Vietnamese name, long form; of a generic organ without the place."""
    name_en: str
    kind: Literal[
        "party",
        "court",
        "procuracy",
        "government",
        "assembly",
        "front",
        "police",
        "enforcement",
        "military",
        "union",
        "press",
        "other",
    ]
    level: Level
    system: System
    aliases: tuple[str, ...]
    """Other names and spellings, as written."""
    generic: bool
    """Whether the name needs a place to be one organisation (Tỉnh ủy + Lào Cai)."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Symbol:
    """An issuer's code inside a document symbol: `TU` in `10-ĐA/TU`."""

    symbol: str
    system: System
    level: Level
    organs: tuple[str, ...]
    """Organs that issue under the code; several when only the text can tell."""
    needs_province: bool
    """Whether the code needs a place to be one issuer."""
    numbered: bool
    """Whether a number of the term follows the code: `QH13`."""
    variants: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the Party congress or of the National Assembly.

    A Party term runs from the day after one congress closes to the close of the next.
    """

    body: Literal["party-congress", "national-assembly"]
    term: str
    """Roman numeral: `XII`."""
    number: int
    valid_from: date
    valid_to: date | None
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city in one division of the country."""

    province_id: str
    name: str
    division: Literal["63", "34"]
    valid_from: date
    """First day of the division, not of the province."""
    valid_to: date | None
    gso_code: str
    """Code of the statistics office; the two divisions share codes."""
    iso_code: str | None
    """ISO 3166-2; none is assigned for the division of 34."""
    successor_id: str | None
    """The province of the division of 34 that a province of the 63 went into."""
    unit: Literal["tỉnh", "thành phố"]
    aliases: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or official site."""

    outlet_id: str
    name: str
    hosts: tuple[str, ...]
    tags: tuple[str, ...]
    """How it names itself before the dash that opens a text: `LSO`, `Laocaitv.vn`."""
    province: str | None
    """Name of the province whose outlet it is, none for a national one."""
    organisation: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A central document that pages often cite."""

    directive: str
    kind: str
    number: str
    symbol: str
    """`CT/TW`, `NĐ-CP`, `QH13`."""
    year: int | None
    """Year in the code of a normative state document, else none."""
    organ: str
    term: str | None
    """Party congress term for a Party document, else none."""
    issued_on: date
    title: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The head of an official position, a rank, or a word for a person's part in a case."""

    title: str
    title_en: str
    category: Literal["office", "rank", "membership", "profession", "private"]
    abbreviations: tuple[str, ...]
    organ_kind: str | None
    """Kind of the organ that usually follows."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word before a name that is neither name nor position."""

    honorific: str
    category: Literal["public", "private"]
    plural: bool
    """Whether a list of names may follow."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    full: str
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of figures, with the nouns that follow the number."""

    unit: str
    label_en: str
    label_vi: str
    dimension: Literal["count", "ratio", "money", "time", "area", "length", "mass", "other"]
    nouns: tuple[str, ...]
    """Words or signs after the number, in lower case."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A word that multiplies the number before it."""

    scale: str
    factor: int
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event, with the lower-case words that tell of it."""

    kind: str
    label_en: str
    label_vi: str
    description_en: str
    description_vi: str
    triggers: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What one document does to another, with the lower-case words that say so."""

    relation: str
    label_en: str
    label_vi: str
    triggers: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text of a page's frame, which is no fact of the article."""

    text: str
    match: Literal["line", "prefix", "count"]
    """Whether the whole line is the text, its beginning, or what stands after a number."""
    category: Literal["comments", "share", "language", "related", "counter", "navigation"]
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InformationSystem:
    """A word that names an information system, or that makes another word name one."""

    word: str
    role: Literal["head", "qualifier"]
    alone: bool
    """Whether a head needs no qualifier after it."""
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyName:
    """A Vietnamese family name: the first syllable of a person's full name."""

    name: str
    common: bool
    """Whether so many bear it that a capital syllable after a place name is likely to be it."""
    source: str
    examples: tuple[str, ...]


CueCategory = Literal[
    # Names of organisations, places and persons.
    "body",  # opens an organisation's name: Sở
    "part",  # opens the name of a part of an organisation, which needs the rest: Phòng
    "place",  # opens a place name: huyện
    "place_name",  # a place name: Từ Sơn
    "namesake",  # what bears a person's name and is none: đường
    "predicate",  # a verb after a person or an organ: nhấn mạnh
    "former",  # before a position once held: nguyên
    "held",  # a verb before a position that is held: giữ chức
    "incoming",  # a verb before a position that is taken up: được bổ nhiệm làm
    "outgoing",  # a verb before a position that is given up: thôi giữ chức
    # The structure of a page.
    "dateline",  # says before a date that the page is of it: Cập nhật
    "text_work",  # a work of words that a byline names: bài
    "picture",  # a work of pictures that a byline or a credit names: ảnh
    "byline",  # opens a byline, the name after it: Tác giả
    "reporter",  # stands before or for the name of who wrote: CTV
    "byline_note",  # says after a name what its bearer did: tổng hợp
    "scene",  # opens a caption: Toàn cảnh
    "delegates_act",  # a verb after `đại biểu` in a caption: biểu quyết
    "posture",  # opens brackets that tell who is who in a picture: đứng
    "pictured",  # a verb for what a picture shows: cắt băng
    "unpictured",  # a verb for what no picture shows: cho biết
    "text_opening",  # opens a sentence of the text, and no caption: Theo
    "lead_opening",  # with a capital inside a line only where a lead follows a headline: Sáng
    # Events and who took part in them.
    "occasion",  # opens the name of an occasion: phiên
    "holding",  # before an occasion, that it is held, opened, attended, led: khai mạc
    "done",  # before an act, that it happens: bắt đầu
    "spoken_of",  # before an act or an occasion that is spoken of, as work or aim: công tác
    "agenda",  # goes on with the name of an occasion after a comma: tổng kết
    "name_end",  # ends the name of an occasion: cho biết
    "taking_place",  # ends the name of an occasion or of its place: diễn ra
    "accused",  # parties to a case, with which no name of an occasion goes on: bị cáo
    "venue",  # opens a place where one meets: hội trường
    "no_venue",  # opens what stands after `tại` and is no place: Hội nghị
    "review",  # before the period that an occasion looks back on: sơ kết
    "outlook",  # before the period that an occasion looks forward to: phương hướng
    "regularity",  # ends the name of an occasion that comes back: đều đặn
    "led_work",  # before `chủ trì` where work is led, no occasion: cơ quan
    "speech",  # before `phát biểu` as a noun: bài
    "guest",  # before `dự` where others attend: khách mời
    "remark",  # after `phát biểu` or `kết luận`, that somebody else is spoken of: đánh giá
    "clause_verb",  # between two names that are no one list: trình bày
    "planned",  # before what is still to come: dự kiến
    "ahead",  # before a day that is still to come: chậm nhất
    "preparing",  # before an occasion that is still to come: chuẩn bị
    # Figures.
    "measure",  # between what is measured and its number: đạt
    "numbered",  # before a number that is a name: khóa
    "numbered_place",  # the same before places and bodies: tổ
    "counting",  # before a word of those two, leaves the number a quantity: tổng (số)
    "year_span",  # before years that measure no duration: giai đoạn
    "years_of",  # after years that measure no duration: thực hiện
    "change",  # before `từ` and two values, a change and no range: tăng
    "aim",  # what a figure falls short of or exceeds: chỉ tiêu
    "above",  # between a figure and how far it is above an aim: vượt
    "below",  # between a figure and how far it is below an aim: thấp hơn
    # Tasks.
    "imperative",  # a verb that an order begins with: tăng cường
    "imperative_or_noun",  # the same, but also the name of a body or trade: kiểm tra
    "after_imperative",  # after such a word, that it is a verb: chặt chẽ
    "request",  # a verb of asking: đề nghị
    "stress",  # a verb that asks where it names a task: nhấn mạnh
    "before_request_noun",  # before such a word that is a noun: ứng (yêu cầu)
    "request_noun",  # after such a word that is a noun: khởi kiện
    "petitioner",  # who asks and sets nobody a task: cử tri
    "hearing",  # an occasion at which petitioners ask: tiếp xúc cử tri
    "task",  # a noun for what is to be done: nhiệm vụ
    "task_link",  # before a further task: bên cạnh đó
    "assignee",  # opens the name of who can be asked: địa phương
    "task_setting",  # between a document and the tasks that it sets: đề ra
    "instruction",  # between a leader and the tasks that he sets: quán triệt
    # Information systems.
    "system_scope",  # after a system, tells it from others of its kind: quốc gia
    "no_system",  # after `hệ thống` and the like, a system of another kind: đại chúng
]
"""What a cue tells of what stands beside it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells what stands beside it, in lower case unless it is always a capital."""

    cue: str
    category: CueCategory
    source: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparator:
    """Words or a sign beside a number that bound it, or that say what it is not."""

    words: str
    place: Literal["before", "after"]
    """Where the words stand, seen from the number."""
    comparator: Literal["eq", "ge", "le", "gt", "lt", "approx"]
    """`eq` for words that contain others and bound nothing: cao hơn 5% is no lower bound."""
    source: str
    examples: tuple[str, ...]
