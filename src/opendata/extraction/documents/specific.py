"""Document words with a name that makes them one document: `Đề án tổ chức lại hệ thống thanh tra`.

A word in capitals has a name where what follows is no predicate and not too general; one in lower
case where it is issued and the name is particular. Not for: other ways of naming (`named`), where
a name ends (`name_ends`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from opendata.authority import Authority
from opendata.extraction.documents.issuers import BEFORE_PLACES
from opendata.extraction.documents.lexicon import Lexicon, cues, lexicon, loose
from opendata.extraction.documents.name_ends import name_end
from opendata.extraction.documents.numbered import Noun
from opendata.extraction.documents.phrasebook import Phrasebook
from opendata.extraction.people.names import UPPER
from opendata.extraction.words import words_of

# Never a verb.
STRICT = words_of("de_an nghi_quyet chi_thi quy_che nghi_dinh thong_tu to_trinh")
# Named by "về ..." alone, in capitals: `Quy định về những điều đảng viên không được làm`.
_ABOUT_KINDS = STRICT | words_of("quy_dinh ket_luan quyet_dinh cong_van cong_dien")
# Named by "về ..." alone.
_ABOUT_ALONE = words_of("cong_van cong_dien")
# Their names may open with a verb, where they are issued: `dự thảo Nghị định quy định ...`.
_ACTS = words_of("nghi_dinh thong_tu nghi_quyet quyet_dinh phap_lenh")
# Named only by a proper name or a number within the name.
_PARTICULAR = words_of("quyet_dinh thong_bao ket_luan bao_cao bien_ban")

_WORK = re.compile(r" (?:hành động|công tác|làm việc|mục tiêu|phối hợp|phát triển)(?!\w)")
_CARRIES_OUT = re.compile(r" (?:hằng|hàng|triển khai|thực hiện)(?!\w)")
_TOKEN = re.compile(r"\S+")
_CAPITALS = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}")
_WHOM = re.compile(r" (?:cho|đối với|với) [^,;:.()\"\n]{0,100}")
_SESSION = re.compile(r" tại (?:[Hh]ội nghị|[Pp]hiên họp|[Cc]uộc họp|[Kk]ỳ họp) (?:lần )?thứ ")
_ABOUT = re.compile(r" về(?: việc)?(?= \S)")
_NOT_YET = r"(?<!chưa )(?<!không )(?<!phải )(?<!cần )(?<!sẽ )"
PERIOD = re.compile(r"(?:giai đoạn|năm|năm học|nhiệm kỳ|đến năm|thời kỳ) (?:19|20)\d\d")
# A verb between a name and the document that is carried out.
_CARRIED_OUT = re.compile(
    r"(?: (?:và|để|nhằm|triển khai|tổ chức|thực hiện|thi hành|hướng dẫn|theo|của|số))+ ?$"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The cue words around the names of documents. `part`, `issued` and `drafted` stand before a
    document word, the others after it; `known` are names that are known as a whole."""

    part: re.Pattern[str]
    predicate: re.Pattern[str]
    issued: re.Pattern[str]
    drafted: re.Pattern[str]
    appoints: re.Pattern[str]
    procedure: re.Pattern[str]
    general: re.Pattern[str]
    act: re.Pattern[str]
    known: Phrasebook


@cache
def wording_of(authority: Authority) -> Wording:
    """The cue words of some reference data."""
    words = lexicon(authority)
    known = authority.cues_by_category.get("document_name", ())
    return Wording(
        part=re.compile(rf"(?<!thông ){cues(words, 'document_part')} $"),
        predicate=re.compile(rf" {cues(words, 'goes_on', 'document_predicate')}(?!\w)"),
        issued=re.compile(rf"{_NOT_YET}{cues(words, 'issuing')}(?: (?:bản|dự thảo|một))? $"),
        drafted=re.compile(rf"(?:[Dd]ự thảo|{cues(words, 'drafting')})(?: (?:bản|dự thảo|về))? $"),
        appoints=re.compile(rf" {cues(words, 'appointing')}(?!\w)"),
        procedure=re.compile(rf" {cues(words, 'procedure')}(?!\w)"),
        general=re.compile(rf" {cues(words, 'general_name')}(?: của| này)?$"),
        act=re.compile(rf" {cues(words, 'title_act')}(?! (?:này|tại|rõ|như|trên|nêu|thì))(?!\w)"),
        known=Phrasebook(known, loose),
    )


def capitalised_end(
    words: Lexicon, wording: Wording, text: str, noun: Noun, limit: int, acts: bool
) -> int | None:
    """`Đề án tổ chức lại hệ thống thanh tra`: a document word in capitals with a name after it;
    where it is issued or written (`acts`), the name may open with what the document does."""
    if noun.kind in _ABOUT_KINDS and (about := _ABOUT.match(text, noun.head, limit)):
        end = name_end(words, text, about.end(), limit)
        return end if end and len(text[about.end() : end].split()) >= 3 else None
    if noun.kind in _ABOUT_ALONE:
        return None
    does = acts and noun.kind in _ACTS and wording.act.match(text, noun.head, limit)
    asks = noun.kind == "to_trinh" and text.startswith(" đề nghị ", noun.head)
    start = noun.head
    if does or asks:
        start += len(text[start:limit].split(maxsplit=1)[0]) + 1  # the verb may end names
    elif wording.predicate.match(text, start, limit) and not _of_session(text, noun, limit):
        return None
    end = name_end(words, text, start, limit)
    if end and text.startswith(" này", end):  # refers back
        return None
    if end and end + 1 >= limit:  # another document follows
        carried = _CARRIED_OUT.search(text, noun.head, end)
        end = carried.start() if carried else end
    if end is None or end <= noun.head:
        return None
    end = _with_person(words, wording, text, noun.head, end, limit)
    if not _is_name(words, wording, noun, text[noun.head : end]):
        return None
    return _with_about(words, text, end, limit)


def _of_session(text: str, noun: Noun, limit: int) -> bool:
    """`Kết luận tại phiên họp thứ 21`: where it was made is its name."""
    return noun.kind == "ket_luan" and _SESSION.match(text, noun.head, limit) is not None


def _with_about(words: Lexicon, text: str, end: int, limit: int) -> int:
    """`Chiến lược quốc gia về bình đẳng giới`: what a name is about is a part of it."""
    about = _ABOUT.match(text, end, limit)
    return (about and name_end(words, text, about.end(), limit)) or end


def _with_person(words: Lexicon, wording: Wording, text: str, at: int, end: int, limit: int) -> int:
    """The end of a name that appoints somebody, right after the person's name: within it, or
    after `cho` or `đối với`."""
    if not wording.appoints.match(text, at, end):
        return end
    if person := _person(words, text, at, end):
        return person
    whom = _WHOM.match(text, end, limit)
    return (whom and _person(words, text, end, whom.end())) or end


def _person(words: Lexicon, text: str, start: int, end: int) -> int | None:
    """Where the first name of a person ends in a stretch of text."""
    tokens = list(_TOKEN.finditer(text, start, end))
    for before, token in pairwise(tokens):
        if token[0] not in words.families or before[0] in BEFORE_PLACES:
            continue
        name = _CAPITALS.match(text, token.start(), end)
        if name:
            return name.end()
    return None


def _is_name(words: Lexicon, wording: Wording, noun: Noun, name: str) -> bool:
    """Whether what follows a document word in capitals makes it one document."""
    parts = name.split()
    if wording.general.fullmatch(name) or len(parts) < 2 or name[1].isdigit():
        return False
    if len(parts[0]) == 1 and parts[0].isupper():  # `Kế hoạch B`
        return False
    period = PERIOD.search(name) is not None
    if _CARRIES_OUT.match(name) and not period:
        return False
    if noun.kind == "chuong_trinh":
        return period or (_WORK.match(name) is not None and len(name.split()) > 3)
    if noun.kind in _PARTICULAR:
        return name == " chính trị" or _is_particular(words, wording, _subject(name))
    return True


def _subject(name: str) -> str:
    """What a name is about: of an inspection, up to the place after its matters."""
    return name if name.startswith(" thanh tra việc ") else name.partition(",")[0]


def _is_particular(words: Lexicon, wording: Wording, name: str) -> bool:
    """Whether a name has a proper name or a number in it; an appointment, the person's."""
    if wording.procedure.match(name) and not name.startswith((" xử phạt", " thi hành")):
        return False
    parts = name.split()
    if wording.appoints.match(name):
        return any(one in words.families and after[0].isupper() for one, after in pairwise(parts))
    proper = parts if parts[0].isupper() else parts[1:]  # `Kết luận Thanh tra` names no one
    return any(part[0].isupper() or part[0].isdigit() for part in (*proper, parts[0].lower()))


def issued_end(words: Lexicon, wording: Wording, text: str, noun: Noun, limit: int) -> int | None:
    """`ra kết luận thanh tra toàn diện đối với dự án X`: in lower case, issued and particular."""
    at = noun.head
    if noun.kind == "nghi_quyet":  # `thông qua nghị quyết về biên chế năm 2024`
        about = _ABOUT.match(text, at, limit)
        end = name_end(words, text, about.end(), limit) if about else None
        return end if end and PERIOD.search(text, at, end) else None
    if wording.procedure.match(text, at, limit) or wording.predicate.match(text, at, limit):
        return None
    end = name_end(words, text, at, limit)
    if end is None:
        return None
    end = _with_person(words, wording, text, at, end, limit)
    name = text[at:end]
    if noun.kind == "quy_che":
        certain = name.startswith(" phối hợp ") or _is_particular(words, wording, name)
    elif noun.kind == "thoa_thuan":
        certain = PERIOD.search(name) is not None
    else:
        certain = len(name.split()) >= 4 and _is_particular(words, wording, name)
    return end if certain else None
