"""Pages to measure with: generated ones in our own words, or a person's own. Not for: timing."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

PLACES = ["Lào Cai", "Lạng Sơn", "Bắc Kạn", "Long An", "Thái Nguyên", "Quảng Trị", "Gia Lai"]
NAMES = ["Nguyễn Văn Bình", "Trần Thị Mai", "Lê Quang Huy", "Phạm Thu Hà", "Hoàng Đức Long"]
ROLES = [
    "Bí thư Tỉnh ủy",
    "Chủ tịch HĐND tỉnh",
    "Chánh án TAND tỉnh",
    "Trưởng Ban Nội chính Tỉnh ủy",
]
CITED = [
    "Chỉ thị số 26-CT/TW của Bộ Chính trị",
    "Nghị quyết số 49-NQ/TW, ngày 02/6/2005",
    "Nghị định số 30/2020/NĐ-CP",
    "Kết luận 84",
    "Kế hoạch số 44-KH/TU",
]
PLAIN = [
    "Các đơn vị giữ nề nếp báo cáo và chia sẻ kinh nghiệm với nhau.",
    "Cách làm mới giúp người dân đỡ mất thời gian đi lại.",
    "Công việc được chia đều, ai cũng biết phần của mình.",
    "Nhiều vướng mắc cũ được gỡ dần qua từng buổi làm việc.",
]


def generated(count: int, paragraphs: int = 12, seed: int = 1) -> Iterator[str]:
    """Pages of about 4,000 characters, always the same ones."""
    chance = random.Random(seed)
    for number in range(count):
        yield _page(chance, number, paragraphs)


def _page(chance: random.Random, number: int, paragraphs: int) -> str:
    place, day = chance.choice(PLACES), chance.randint(1, 28)
    lines = [
        f"{place}: Hội nghị về công tác tòa án lần thứ {number}",
        f"Thứ Tư, {day:02}/07/2022, 07:50 [GMT+7]",
        f"Sáng {day}/7, Tỉnh ủy {place} tổ chức hội nghị. Đồng chí {chance.choice(NAMES)}, "
        f"{chance.choice(ROLES)} chủ trì hội nghị.",
    ]
    for _ in range(paragraphs):
        share = f"{chance.randint(60, 99)},{chance.randint(0, 9)}%"
        lines.append(
            f"Đồng chí {chance.choice(NAMES)}, {chance.choice(ROLES)} nhắc lại "
            f"{chance.choice(CITED)} và yêu cầu làm tốt phần việc còn lại. "
            f"{chance.choice(PLAIN)} Trong năm 2021, tỷ lệ đạt {share}, "
            f"{chance.randint(2, 90)} vụ án đã xong, {chance.randint(2, 40)} đảng viên tham gia. "
            f"{chance.choice(PLAIN)}"
        )
    return "\n".join(lines)


def given(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file (plain or gz), or of the .txt files of a folder."""
    if path.is_dir():
        yield from (page.read_text("utf-8") for page in sorted(path.rglob("*.txt")))
        return
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
