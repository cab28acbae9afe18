"""Readable ASCII ids, the same on every machine. Not for: deciding what makes a thing the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from opendata.reading.document import SourceDocument

_LIMIT = 72
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SUFFIX = re.compile(r"\.(?:txt|html?|jsonl(?:\.gz)?)(?=#|$)")


def slug(text: str, limit: int = _LIMIT) -> str:
    """Lower-case ASCII words joined by `-`; a longer one is cut at a word and ends in a hash."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    words = _NOT_WORD.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
    if len(words) <= limit:
        return words or short_hash(text)
    cut = words[: limit - 8].rpartition("-")[0] or words[: limit - 8]
    return f"{cut}-{short_hash(text)[:7]}"


def short_hash(*parts: str) -> str:
    """Eight hexadecimal digits of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def article_id(document: SourceDocument) -> str:
    """From the page's address, or else from its source name; never from its content."""
    if document.url:
        address = urlsplit(document.url)
        host = (address.hostname or "").removeprefix("www.")
        path = re.sub(r"\.(?:html?|php|aspx)$", "", address.path)
        return slug(f"{host} {path} {address.query}")
    return slug(_SUFFIX.sub("", document.name))


def place_slug(province_id: str) -> str:
    """`lao-cai` of `lao-cai-63`: for ids in which the division says nothing."""
    return province_id.rpartition("-")[0]
