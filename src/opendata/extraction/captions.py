"""Captions of pictures and subheadings, told from paragraphs by their form.

Not for: where on the page a line stands (`blocks.py`).
"""

from __future__ import annotations

import re

# Who took the picture, which of the people on it is meant, that it is a picture at all.
_CREDIT = re.compile(
    r"(?:^|[ (.\-])(?:[Ảả]nh|ẢNH|Đồ họa|Video|Clip)(?: [^\W\d]+){0,3}? ?: ?\S|^[Ảả]nh minh họa"
    r"|\((?:[Ảả]nh minh h[oọ]a|[Nn]guồn(?: ảnh)?:[^)]*|[Ảả]nh [^)]{2,40})\)\.?$|^Nguồn hình ảnh"
    r"|Chụp lại hình ảnh"
)
_CREDIT_WORDS = ("Ảnh", "ảnh", "Nguồn", "Chụp")
_POSTURE = re.compile(
    r"\((?:(?:đứng|ngồi|hàng|bìa|thứ|người|áo|ngoài cùng|ở giữa)[^)]{0,40}|trái|phải|giữa)\)"
)
_ALTERNATIVE = re.compile(r"(?:[A-Za-z0-9]+ ){1,12}(?:anh|hinh) \d{1,2}\. ")  # `Ha Noi anh 1. `
_SCENE = re.compile(
    r"(?:Quang cảnh|Toàn cảnh|Một góc|Khung cảnh|Phối cảnh|Chân dung|Hình ảnh|Cảnh|"
    r"(?:Các|Đông đảo|Nhiều|Quý|Những)? ?[Đđ]ại biểu (?:dự|tham dự|tham gia|bỏ phiếu|biểu quyết|"
    r"chụp|dâng|thực hiện|cắt băng|tham quan|thăm|trao đổi|thảo luận)|"
    r"Trao (?:quà|hoa|tặng|bằng|giấy))(?!\w)"
)
_ACT = re.compile(
    r" (?:phát biểu|trao|tặng|chụp ảnh|chụp hình|dâng (?:hương|hoa)|cắt băng|bắt tay|biểu quyết|"
    r"bỏ phiếu|chúc mừng|thăm hỏi|tham quan|trình bày|thảo luận|tham luận|điều hành)(?!\w)"
)
# What a photograph does not show: speech that is reported, a past, a plan, a count.
_TOLD = re.compile(
    r"[:;]|(?<!\w)(?:cho biết|nhấn mạnh|khẳng định|yêu cầu|đề nghị|cho rằng|chủ trì|đã|sẽ|vừa|"
    r"được|bị|tiếp tục|cũng|có|là)(?!\w)|(?<![\d-])\d{1,3}(?![\d-])"
)
_ADVERBIAL = re.compile(
    r"(?:Tại|Theo|Trong|Sau|Trước|Thay mặt|Nhân|Dịp|Cũng|Cùng|Tiếp|Ngay|Bên|Ngoài|Do|Qua|Để|Với|"
    r"Từ|Đến|Khi|Về|Tuy|Đồng thời|Đặc biệt|Sáng|Chiều|Tối|Ngày|Năm|Phát biểu|Kết luận|Hiện|Hằng|"
    r"Đây|Đó|Cụ thể|Ngược|Nếu|Vì|Mặc dù|Hơn|Riêng|Nhờ|Song|Nhưng|Và|Còn|Mới|Liên quan|Mở đầu|"
    r"Thông qua|Khai mạc)(?!\w)"
)
_HONOURED = re.compile(r"(?:Đồng chí|Đ/c|Ông|Bà) ")
_SPOKEN = re.compile(r"^[-\"'(]|[:!?] ")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[./)]|[IVX]{1,4}[./)-]|[a-zđ]\)) ?\S")
_BULLET = re.compile(r"[-+*•–] ?\S")
_PROPER = re.compile(r"[^\W\d_]+")
_LONGEST_CREDITED = 420
_LONGEST_CREDIT = 90  # characters from the credit to the end of the line
_LONGEST_CAPTION = 220
_LONGEST_SENTENCE = 170  # of a caption that ends with a full stop
_LONGEST_HEADING = 140
_SHORTEST_NAMING = 40


def line_kind(line: str) -> str:
    """`caption`, `subheading`, or empty for a paragraph."""
    size = len(line)
    if size > _LONGEST_CREDITED:
        return ""
    if is_credited(line) or (size <= _LONGEST_CAPTION and _is_pictured(line)):
        return "caption"
    if size <= _LONGEST_HEADING and line[-1] == "?" and not _SPOKEN.search(line):
        return "subheading"
    if size > _LONGEST_CAPTION or line[-1] in ".,;:!?…)" or line.endswith("..."):
        return ""
    return _unpunctuated_kind(line)


def is_credited(line: str) -> bool:
    """Whether a line tells who took a picture, or says that it is one."""
    end = line[-_LONGEST_CREDIT:]
    may = ":" in end or end.rstrip(".")[-1:] == ")" or end.startswith(_CREDIT_WORDS)
    return may and bool(_CREDIT.search(end))


def _is_pictured(line: str) -> bool:
    """Whether one sentence tells what a picture shows: a scene, or somebody doing something."""
    if ("anh " in line or "hinh " in line) and _ALTERNATIVE.match(line):
        return True
    if ". " in line or _ADVERBIAL.match(line) or _BULLET.match(line):
        return False
    if "(" in line and _POSTURE.search(line):
        return True
    if len(line) > _LONGEST_SENTENCE:
        return False
    shows = _SCENE.match(line) or (line[-1] == "." and _ACT.search(line))
    return bool(shows) and not _TOLD.search(line)


def _unpunctuated_kind(line: str) -> str:
    if _BULLET.match(line):
        return ""
    if len(line) <= _LONGEST_HEADING and _NUMBERED.match(line):
        return "subheading"
    if _HONOURED.match(line) or _ACT.search(line) or _names_somebody(line):
        return "caption"
    return "subheading" if len(line) <= _LONGEST_HEADING else ""


def _names_somebody(line: str) -> bool:
    """Whether a proper name stands among the first words, as in most captions and few headings."""
    if len(line) < _SHORTEST_NAMING:
        return False
    words = _PROPER.findall(line, 0, 60)[:5]
    return bool(words) and (
        (len(words[0]) > 1 and words[0].isupper()) or any(word[0].isupper() for word in words[1:])
    )
