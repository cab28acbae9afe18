"""The floor: the least that five rules over a page can cost. Not for: finding anything."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

RULES = [
    re.compile(
        r"[CcNnKkĐđHhQqTt](?:hỉ thị|ghị (?:quyết|định)|ết luận|ế hoạch|ề án|ướng dẫn"
        r"|uy(?:ết)? (?:định|chế)|hông (?:báo|tư)|hương trình)\s+(?:số\s*)?\d+"
        r"(?:\s?[-–/]\s?[\wĐđ]+){0,4}"
    ),
    re.compile(r"\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?"),
    re.compile(r"\d[\d.,]*\s?%"),
    re.compile(r"(?:Đồng chí|đồng chí|Ông|ông|Bà|bà|Đ/c)\s+(?:[A-ZÀ-Ỹ][a-zà-ỹ]+ ?){2,5}"),
    re.compile(r"\d[\d.,]*\s+(?:vụ án|vụ|đảng viên|chi bộ|đơn vị|cuộc|kỳ|tỷ đồng|triệu đồng)"),
]


def scan(line: str) -> str:
    """One page as a line of JSON in, its spans as JSON out: parse, NFC, hash, match, encode."""
    text = unicodedata.normalize("NFC", json.loads(line))
    digest = hashlib.sha256(text.encode()).hexdigest()
    spans = [[k, *found.span()] for k, rule in enumerate(RULES) for found in rule.finditer(text)]
    return json.dumps([digest, spans])
