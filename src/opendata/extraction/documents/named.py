"""Documents known by name alone: `Kế hoạch cải cách tư pháp năm 2022`, `Đề án "..."`, resolutions
of a plenum or congress, `quyết định của Bộ Chính trị` before "về ...".

A name is specific: a general word ("các nghị quyết của Trung ương") and a bare document word are
none. Not for: how a law is named (`laws`), numbered documents (`numbered`), words that only refer
back (`anaphora`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from opendata.extraction.documents.issuers import issuer_at
from opendata.extraction.documents.laws import ALONE, LAWS, alone_end, law_end
from opendata.extraction.documents.lexicon import Lexicon, phrases
from opendata.extraction.documents.numbered import Noun
from opendata.extraction.people.names import LOWER, UPPER
from opendata.extraction.view import Span
from opendata.extraction.words import words_of


@dataclass(frozen=True, slots=True)
class Named:
    """A document's name. `name` is the part after the document word, `organ` the issuer in it."""

    span: Span
    kind: str
    name: Span
    organ: Span | None = None
    term: Span | None = None
    draft: bool = False


# Document words that are as often a show, a project, a verb or a paper of a case.
_NEVER = words_of(
    "du_an lenh ban_an an_le cao_trang khang_nghi kien_nghi cong_van cong_dien van_ban phuong_an "
    "sac_lenh tuyen_bo"
)
# Known by organ and subject: `tờ trình của Ban Thường vụ Tỉnh ủy về ...`.
_BY_ORGAN = words_of("quyet_dinh to_trinh nghi_quyet chi_thi ket_luan ke_hoach thong_bao")
# Known in lower case, where somebody issues them.
_LOWER = words_of("quyet_dinh thong_bao ket_luan ke_hoach thoa_thuan quy_che de_an")
# Never a verb.
_STRICT = words_of("de_an nghi_quyet chi_thi quy_che nghi_dinh thong_tu to_trinh")
_ALSO_DECIDES = words_of("quyet_dinh ket_luan thong_bao")  # verbs after "thống nhất"
_ALSO_VERBS = words_of("quy_dinh huong_dan thong_bao bao_cao")
# Named by "về ..." alone, in capitals: `Quy định về những điều đảng viên không được làm`.
_ABOUT_KINDS = _STRICT | words_of("quy_dinh ket_luan quyet_dinh")
# Named in lower case as well.
_ALSO_SMALL = LAWS | _BY_ORGAN | _LOWER | _STRICT
# Named only by a proper name or a number within the name.
_PARTICULAR = words_of("quyet_dinh thong_bao ket_luan bao_cao bien_ban")

_PLURAL = re.compile(
    r"(?:^|\W)(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ọi|[Mm]ỗi|[Tt]ừng|[Hh]ai|[Bb]a|\d+|"
    r"loạt) (?:dự án |dự thảo |bản )?$"
)
# The document word is part of the name of an organ, a field, a person's post.
_PART = re.compile(
    r"(?:Sở|Bộ|[Vv]ụ|[Pp]hòng|Cục|Ban|Viện|[Nn]gành|[Kk]hoa|Trường|Đại học|ĐH|Hội|[Cc]ông ty|"
    r"[Vv]ăn phòng|[Hh]ãng|sĩ|nhân|[Đđ]ạo|[Đđ]ối tác|[Gg]iới|[Đđ]iều|[Kk]ỷ|[Pp]háp|[Qq]uy|"
    r"[Kk]iến trúc -|Tài chính(?: và|,| -)?|[Mm]ôn|[Bb]áo|Tạp chí|Tổ chức) $"
)
_LIST_MARK = re.compile(r"(?:^|\s)\w{1,2}\)$")
# After a document word: a predicate or a pointing word, no name.
_PREDICATE = re.compile(
    " "
    + phrases(
        "này|trên|đó|nói|nêu|mới|khác|đề ra|xác định|quy định|yêu cầu|khẳng định|đặt ra|"
        "tập trung|gồm|bao gồm|nhấn mạnh|chỉ rõ|cũng|có|là|được|đã|sẽ|vừa|còn|ra đời|cần|"
        "phải|không|bị|do|nhằm|để|thì|mà|khi|với|theo|tại|trong|từ|và|cho|hiện|ban hành|đang|"
        "chưa|vẫn|như|giao|lần này|về|của|bởi|vào|nếu|sau|thực sự|tiếp tục|hay|hoặc|trước|"
        "ngày|năm|số|đề nghị|đầu tiên|chung|hướng dẫn|thay thế|kèm|cùng|đúng|rõ|chi tiết|"
        "cụ thể|tương ứng|hợp lý"
    )
    + r"(?!\w)"
)
_ENDS = phrases(
    "về|và|theo|để|nhằm|đã|sẽ|là|có|tại|từ|khi|do|mà|thì|nhưng|nên|này|nói trên|vào|ở|"
    "cho|giữa|bảo đảm|đảm bảo|gồm|bao gồm|còn|cũng|vẫn|hoặc|hay|sau|như|bằng|qua|"
    "thông qua|đang|vừa|nêu|yêu cầu|ban hành|gửi|kèm|trong|được|bị|trên|khoảng|cùng|với|"
    "giữ|kể|phải|dự kiến|nếu|hiện nay|hiện đang|hiện hành|tới|chính thức|có hiệu lực|"
    "trước khi|đồng thời|giúp|góp phần|trình"
)
_WORD = (
    rf" (?!{_ENDS}(?!\w)|- (?:một|văn bản|là|[Ảả]nh)(?!\w))"
    r"[^\s,;:()\"\n.…]+(?:\.(?=\w)[^\s,;:()\"\n.…]+)*"
    r"| giữa(?= năm)| nêu(?= gương)|(?<=đối) với|(?<=hợp) với|(?<=không) được"
)
_NAME = re.compile(rf"(?:{_WORD})" + "{1,24}")
_BETWEEN = re.compile(
    rf" giữa [^,;:()\"\n.…]{{3,80}}? (?:và|với)(?= [{UPPER}])(?:{_WORD})" + "{1,14}"
)
# `sắp xếp, tinh gọn bộ máy`: two verbs of one name.
_NO_PAIR = phrases(
    "báo cáo|trình|xây dựng|chương trình|kế hoạch|quy|các|ông|bà|anh|chị|đồng chí|không|"
    "đặc biệt|nhất là|trong đó|trước hết"
)
_PAIR = re.compile(rf",(?= [{LOWER}])(?! {_NO_PAIR}(?!\w))(?:{_WORD})" + "{1,20}")
_TAIL = re.compile(rf" {phrases('gắn|của|các|những|đối với|phù hợp|với|do|kèm')}$")
_TITLE = re.compile(
    r"(?: về(?: việc)?)?(?P<words>(?: [^\s,;:()\"\n.]+){0,5}?):? ?\"[^\"\n]{8,300}\""
)
_PERIOD = re.compile(r"(?:giai đoạn|năm|năm học|nhiệm kỳ|đến năm|thời kỳ) (?:19|20)\d\d")
# A year ends a name, unless it goes on with whose or where.
_ENDS_WITH_YEAR = re.compile(
    r" (?:19|20)\d\d(?= )(?! (?:của|tỉnh|thành phố|huyện|quận|xã|phường|ngành|trên địa bàn|-))"
)
_ORGAN = re.compile(rf" của (?=[{UPPER}])")
_ABOUT = re.compile(r" về(?: việc)?(?= \S)")
_DATED = re.compile(r",? ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_COMMITTEE = (
    r"(?:Ban Chấp hành Trung ương(?: Đảng)?|BCH Trung ương(?: Đảng)?|(?:Trung ương|TW|TƯ|T\.Ư))"
)
_PLENUM = re.compile(
    r" (?:(?:của )?[Hh]ội nghị )?"
    rf"(?:lần thứ \w+(?: \(khóa [IVX]+\))? (?:của )?{_COMMITTEE}|"
    r"(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?(?: lần thứ)? "
    r"(?:\d{1,2}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w))"
    r"(?:,? ?\(?khóa (?P<term>[IVX]+)\)?)?"
)
_CONGRESS = re.compile(
    r" (?:của )?Đại hội(?P<which>(?: (?:đại biểu|toàn quốc|Đảng(?: bộ)?|lần thứ|[IVX]+(?!\w)|\d+|"
    rf"tỉnh|thành phố|huyện|của Đảng|các cấp|cấp trên|(?:Công|Liên) đoàn|Phụ nữ|Nông dân|"
    r"Hội (?:Liên hiệp|Cựu chiến binh)|Cựu chiến binh|Thanh niên|Cộng sản|"
    rf"[{UPPER}][^\s,;:()\".]*))*)"
)
_WHICH = re.compile(r" (?:[IVX]+|\d+|Đảng bộ .+)(?!\w)")
_ISSUED = re.compile(
    r"(?:ban hành|ra|(?<!chưa )(?<!không )(?<!phải )(?<!cần )(?<!sẽ )có|ký|ký kết|trao|công bố|"
    r"thông qua|phê duyệt|xây dựng|thống nhất|đọc|nhận|phát|hủy)(?: (?:bản|dự thảo|một))? $"
)
_PLANNED = re.compile(r"(?:ban hành|ký|phê duyệt) $")
_DRAFTED = re.compile(
    r"(?:[Dd]ự thảo|dự án|xây dựng|soạn thảo|hoàn thiện|hoàn chỉnh|góp ý(?: cho| vào)?|"
    r"cho ý kiến(?: về)?|nghiên cứu)(?: (?:bản|dự thảo|về))? $"
)
_BILL = re.compile(r"[Dd]ự (?:án|thảo) $")
_INDEFINITE = re.compile(r"(?:^|\W)[Mm]ột $")
_APPOINTS = re.compile(
    " "
    + phrases(
        "bổ nhiệm|điều động|chỉ định|tiếp nhận|luân chuyển|thăng|phân công|chuẩn y|miễn nhiệm|cử|"
        "cho thôi|cho nghỉ|nghỉ|kéo dài|giới thiệu|phê chuẩn|tặng|khen thưởng|nâng"
    )
    + r"(?!\w)"
)
# What a court, a police office or an employer does day by day: no document known by name.
_PROCEDURE = re.compile(
    " "
    + phrases(
        "khởi tố|truy tố|bắt|tạm giam|tạm giữ|truy nã|kỷ luật|xử phạt|khám|đình chỉ|cấm|"
        "trưng cầu|thi hành|phục hồi|tách|nhập|hoãn|đưa|hình sự|hành chính|sơ thẩm|phúc thẩm|"
        "tha|áp dụng|chuyển"
    )
    + r"(?!\w)"
)
_GENERAL = re.compile(
    r" (?:của|công tác|phát triển|chung|hành động|chi tiết|tổng thể|triển khai|thực hiện|hợp tác)"
    r"(?: của| này)?$"
)
_CARRIES_OUT = re.compile(r" (?:hằng|hàng|triển khai|thực hiện)(?!\w)")
_WORK = re.compile(r" (?:hành động|công tác|làm việc|mục tiêu|phối hợp|phát triển)(?!\w)")
_TRUNCATED = re.compile(r" (?:\.\.\.|…)")


def named(
    words: Lexicon, text: str, within: Span, nouns: list[Noun], *, heading: bool
) -> list[Named]:
    """The documents known by name in a stretch of text; `nouns` are its unnumbered document words,
    `heading` tells that it is a line without a sentence."""
    found: list[Named] = []
    taken = within.start
    for noun in nouns:
        if noun.span.start < taken:
            continue
        one = _named(words, text, within, noun, heading)
        if one is not None and not _TRUNCATED.match(text, one.span.end, within.end):
            found.append(one)
            taken = one.span.end
    return found


def _named(words: Lexicon, text: str, within: Span, noun: Noun, heading: bool) -> Named | None:
    start, end, limit = noun.span.start, noun.head, within.end
    capital = text[start].isupper()
    if noun.kind in _NEVER or not (capital or noun.kind in _ALSO_SMALL):
        return None
    before = text[max(within.start, start - 24) : start]
    if _PART.search(before):
        return None
    draft = _DRAFTED.search(before) is not None
    if noun.kind in LAWS:
        inside = capital and not _opens(text, within, start)
        bill = _BILL.search(before) is not None
        return _to(noun, law_end(words, text, noun, limit, inside=inside), draft=bill)
    if noun.kind in ALONE:
        return _to(noun, alone_end(text, noun, limit)) if capital else None
    if noun.kind == "nghi_quyet" and (plenum := _PLENUM.match(text, end, limit)):
        term = Span(*plenum.span("term")) if plenum["term"] else None
        return _to(noun, plenum.end(), term=term)
    if _PLURAL.search(before):
        return None
    if noun.kind == "nghi_quyet" and (congress := _CONGRESS.match(text, end, limit)):
        return _to(noun, congress.end(), draft=draft) if _WHICH.search(congress["which"]) else None
    opens = _opens(text, within, start)
    if title := _title_end(text, noun, limit, capital, opens):
        return _to(noun, title, draft=draft)
    if organ := _organ_of(words, text, noun, limit):
        return _to(noun, organ.end, organ=organ, draft=draft)
    if dated := _DATED.match(text, end, limit):
        return _to(noun, dated.end()) if capital or noun.kind in _STRICT else None
    if capital and heading and opens and _heads_a_page(text, noun, limit):
        return _to(noun, limit)
    if (
        capital
        and not _INDEFINITE.search(before)
        and (not opens or _opens_with_name(text, noun, limit))
    ):
        return _to(noun, _capitalised_end(words, text, noun, limit), draft=draft)
    issued = _PLANNED if noun.kind == "ke_hoach" else _ISSUED
    verb = noun.kind in _ALSO_DECIDES and before.endswith("thống nhất ")
    if noun.kind in _LOWER and not verb and issued.search(before):
        return _to(noun, _issued_end(words, text, noun, limit), draft=draft)
    return None


def _to(
    noun: Noun,
    end: int | None,
    *,
    organ: Span | None = None,
    term: Span | None = None,
    draft: bool = False,
) -> Named | None:
    """The name that goes up to `end`, none where there is none."""
    if end is None:
        return None
    span = Span(noun.span.start, end)
    return Named(span, noun.kind, Span(noun.head, end), organ, term, draft)


def _opens(text: str, within: Span, start: int) -> bool:
    """Whether a sentence or a list item begins here: capitals say nothing then."""
    before = text[max(within.start, start - 5) : start].rstrip(' "-+')
    return not before or before[-1] in ".!?:;\n" or _LIST_MARK.search(before) is not None


def _heads_a_page(text: str, noun: Noun, limit: int) -> bool:
    """`Kết luận về một số nội dung ...` as a line of its own: the document's own title."""
    about = text.startswith(" về ", noun.head) and 40 < limit - noun.head <= 300
    return about and noun.kind not in _ALSO_VERBS


def _opens_with_name(text: str, noun: Noun, limit: int) -> bool:
    """Whether a document word that opens a sentence has a period after it, as names have."""
    at = noun.head
    return noun.kind != "bao_cao" and _PERIOD.search(text, at, min(limit, at + 60)) is not None


def _title_end(text: str, noun: Noun, limit: int, capital: bool, opens: bool) -> int | None:
    """The end of a title in quotation marks after the document word; no words may stand between
    them where the document word opens a sentence, for they may be a verb."""
    if not (capital or noun.kind in _STRICT) or noun.kind in ("chuong_trinh", "bao_cao"):
        return None
    title = _TITLE.match(text, noun.head, limit)
    if title is None or (title["words"] and (opens or _PREDICATE.match(text, noun.head, limit))):
        return None
    return title.end()


def _organ_of(words: Lexicon, text: str, noun: Noun, limit: int) -> Span | None:
    """The organ of `tờ trình của Ban Thường vụ Tỉnh ủy` where "về ..." or an appointment tells
    which one it is."""
    of = _ORGAN.match(text, noun.head, limit)
    if of is None or noun.kind not in _BY_ORGAN:
        return None
    at = of.end()
    if not (words.organs.match(text, at, limit) or words.bodies.match(text, at, limit)):
        return None
    organ = issuer_at(words, text, at, limit)
    if organ is None:
        return None
    told = text.startswith(" về ", organ.end) or _APPOINTS.match(text, organ.end, limit)
    return organ if told else None


def _capitalised_end(words: Lexicon, text: str, noun: Noun, limit: int) -> int | None:
    """`Đề án tổ chức lại hệ thống thanh tra`: a document word in capitals with a name after it."""
    if noun.kind in _ABOUT_KINDS and (about := _ABOUT.match(text, noun.head, limit)):
        end = _name_end(text, about.end(), limit)
        return end if end and len(text[about.end() : end].split()) >= 3 else None
    if _PREDICATE.match(text, noun.head, limit):
        return None
    end = _name_end(text, noun.head, limit)
    if end and text.startswith(" này", end):  # refers back
        return None
    return end if end and _is_name(words, noun, text[noun.head : end]) else None


def _name_end(text: str, at: int, limit: int) -> int | None:
    name = _NAME.match(text, at, limit)
    if name is None:
        return None
    if dated := _ENDS_WITH_YEAR.search(text, at, name.end()):
        return dated.end()
    end = name.end()
    if between := _BETWEEN.match(text, end, limit):
        end = between.end()
    elif (pair := _PAIR.match(text, end, limit)) and len(text[at:end].split()) <= 3:
        end = pair.end()
    while (tail := _TAIL.search(text, at, end)) is not None:
        end = tail.start()
    return end if end > at else None


def _is_name(words: Lexicon, noun: Noun, name: str) -> bool:
    """Whether what follows a document word in capitals makes it one document."""
    if _GENERAL.fullmatch(name) or len(name.split()) < 2 or name[1].isdigit():
        return False
    period = _PERIOD.search(name) is not None
    if _CARRIES_OUT.match(name) and not period:
        return False
    if noun.kind == "chuong_trinh":
        return period or (_WORK.match(name) is not None and len(name.split()) > 3)
    if noun.kind in _PARTICULAR:
        return name == " chính trị" or _is_particular(words, name.partition(",")[0])
    return True


def _is_particular(words: Lexicon, name: str) -> bool:
    """Whether a name has a proper name or a number in it; an appointment, the person's."""
    if _PROCEDURE.match(name) and not name.startswith((" xử phạt", " thi hành")):
        return False
    parts = name.split()
    if _APPOINTS.match(name):
        return any(one in words.families and after[0].isupper() for one, after in pairwise(parts))
    proper = parts if parts[0].isupper() else parts[1:]  # `Kết luận Thanh tra` names no one
    return any(part[0].isupper() or part[0].isdigit() for part in (*proper, parts[0].lower()))


def _issued_end(words: Lexicon, text: str, noun: Noun, limit: int) -> int | None:
    """`ra kết luận thanh tra toàn diện đối với dự án X`: in lower case, issued and particular."""
    at = noun.head
    if _PROCEDURE.match(text, at, limit) or _PREDICATE.match(text, at, limit):
        return None
    end = _name_end(text, at, limit)
    if end is None:
        return None
    name = text[at:end]
    if noun.kind == "quy_che":
        certain = name.startswith(" phối hợp ") or _is_particular(words, name)
    elif noun.kind == "thoa_thuan":
        certain = _PERIOD.search(name) is not None
    else:
        certain = len(name.split()) >= 4 and _is_particular(words, name)
    return end if certain else None
