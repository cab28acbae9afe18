"""Laws, codes and ordinances by name (`Luật Đất đai 2024`), the constitution, statutes.

Not for: laws cited by number (`numbered`), nor which version of a law is meant.
"""

from __future__ import annotations

import re

from opendata.extraction.documents.lexicon import Lexicon, phrases
from opendata.extraction.documents.numbered import Noun
from opendata.extraction.people.names import UPPER

LAWS = frozenset(("luat", "bo_luat", "phap_lenh"))
# Kinds of which one is known by its bare name: there is one at a time.
ALONE = frozenset(("hien_phap", "dieu_le", "cuong_linh"))

_NO_LAW = phrases("sư|gia|học|TNHH|Pháp")
# What a law's name does not go on with.
_ENDS = phrases(
    "năm|và|của|có|được|đã|sẽ|là|thì|mà|để|về|trong|tại|từ|đến|khi|do|với|theo|này|trên|"
    "quy định|cho|vào|bởi|nhưng|nên|hoặc|hay|đối|hiện nay|hiện hành|hiện đang|mới|cũng|"
    "còn|không|chưa|phải|cần|bị|ban hành|nêu|cùng|như|gồm|bao|sửa đổi|ra|ngày|nếu|nhằm|"
    "vẫn|số|lần|thay|vừa|đang|giao|trước|sau|tới|yêu|chỉ|thế|khiến|vì|đặt|tạo|giúp|liên|"
    "Chính phủ|Luật|Bộ luật|Nghị|Thông|Quyết|Điều|các|những|bắt|xác|kể|"
    "sáng nay|sáng ngày|chiều nay|chiều ngày|hôm nay|hôm qua|hôm"
)
# What goes on after a comma or "và": `Luật Phòng, chống ma túy`, `Luật Hôn nhân và gia đình`.
_AFTER_COMMA = phrases(
    "chống|an toàn|sử dụng|chữa|nhập cảnh|quá cảnh|đối thoại|bổ sung|tôn giáo|công chức|"
    "khen thưởng|cư trú|bảo vệ|vật liệu nổ|vệ sinh lao động|cứu hộ"
)
_AFTER_AND = phrases(
    "gia đình|Gia đình|công nghệ|Công nghệ|phát triển|Phát triển|quy chuẩn|Quy chuẩn|"
    "trưng dụng|Trưng dụng|đào tạo|Đào tạo|nông thôn|khoáng sản|Khoáng sản|chữa cháy|"
    "Chữa cháy|cứu nạn|công cụ hỗ trợ"
)
_WORD = r"[^\W\d][^\s,;:()\"\n.…]*"
_NAME = re.compile(
    rf" (?!{_NO_LAW}(?!\w))(?:[{UPPER}][^\s,;:()\"\n.…]*|thuế)"
    rf"(?:, {_AFTER_COMMA}(?!\w)| và {_AFTER_AND}(?!\w)| (?!{_ENDS}(?!\w)){_WORD})" + "{0,12}"
)
# `Luật đầu tư công`, but not `Luật hiện hành`, `Luật vừa được thông qua`.
_SMALL_NAME = re.compile(
    rf"(?: (?!{_NO_LAW}(?!\w))(?!{_ENDS}(?!\w)){_WORD})(?: (?!{_ENDS}(?!\w)){_WORD})" + "{1,8}"
)
_CODE = re.compile(
    rf" {phrases('hình sự|dân sự|tố tụng hình sự|tố tụng dân sự|lao động|hàng hải')}(?!\w)"
)
_AMENDING = re.compile(
    r" (?:sửa đổi,? (?:và )?bổ sung|sửa đổi|bổ sung)(?: một số điều)?(?: của)?"
    r" (?:Luật|Bộ luật|Pháp lệnh)(?= )"
)
_YEAR = re.compile(r"(?: năm|,? sửa đổi năm)? (?:19|20)\d\d(?![\d/])")
_OF_BODY = re.compile(rf"(?: (?!Điều)(?:[{UPPER}]\w*|sản|đoàn|hội|nhân dân))+")


def law_end(words: Lexicon, text: str, noun: Noun, limit: int, *, inside: bool) -> int | None:
    """Where the name of a law ends, its year with it; None if none follows its document word.

    `inside`: the document word has a capital inside a sentence, and its name may have none.
    """
    at = noun.head
    if amending := _AMENDING.match(text, at, limit):
        at = amending.end()
    name = words.laws.match(text, at, limit) or _NAME.match(text, at, limit)
    if name is None and noun.kind == "bo_luat":
        name = _CODE.match(text, at, limit)
    if name is None and inside and at == noun.head:
        name = _SMALL_NAME.match(text, at, limit)
    return _with_year(text, name.end(), limit) if name else None


def alone_end(text: str, noun: Noun, limit: int) -> int | None:
    """Where `Hiến pháp năm 2013`, `Điều lệ Đảng` or `Cương lĩnh` ends."""
    end = noun.head
    if noun.kind == "dieu_le":
        body = _OF_BODY.match(text, end, limit)
        return body.end() if body else None
    return _with_year(text, end, limit)


def _with_year(text: str, end: int, limit: int) -> int:
    year = _YEAR.match(text, end, limit)
    return year.end() if year else end
