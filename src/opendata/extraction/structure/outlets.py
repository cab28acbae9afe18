"""Which outlet a page is of: as stated, by its address, or by the tag that opens its text.

Not for: organisations that the text names.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from opendata.authority import Authority
from opendata.authority.rows import Outlet
from opendata.extraction.mentions import Block, Value
from opendata.extraction.view import Span, View, tidy
from opendata.reading.document import SourceDocument

_AROUND_TAG = " ()[]-:."


def find_outlet(
    document: SourceDocument, page: View, blocks: Sequence[Block], authority: Authority
) -> tuple[Outlet, Value] | None:
    """The outlet's row and its id with the reason; None where no reference row is meant."""
    stated = document.statement("outlet")
    named = _named(stated.value, authority) if stated else None
    if named:
        return named, _value(named, "metadata")
    address = document.statement("url")
    hosted = _hosted(document.url or (address.value if address else ""), authority)
    if hosted:
        return hosted, _value(hosted, "metadata")
    for block in blocks:
        if block.kind == "outlet_tag":
            tag = page.text[block.span.start : block.span.end]
            outlet = _named(tag.strip(_AROUND_TAG), authority)
            if outlet:
                return outlet, _value(outlet, "text", _inside(block.span, tag))
    return None


def _value(outlet: Outlet, basis: str, span: Span | None = None) -> Value:
    reference = f"outlets/{outlet.outlet_id}"
    return Value(outlet.outlet_id, "text" if basis == "text" else "metadata", reference, span)


def _named(name: str, authority: Authority) -> Outlet | None:
    """By id, tag, host or name."""
    name = tidy(name)
    by_key = (
        authority.outlet_by_id.get(name)
        or authority.outlet_by_tag.get(name.lower())
        or authority.outlet_by_host.get(name.lower().removeprefix("www."))
    )
    folded = name.casefold()
    return by_key or next((row for row in authority.outlets if row.name.casefold() == folded), None)


def _hosted(address: str, authority: Authority) -> Outlet | None:
    """By the host of an address, or the site that the host is a part of."""
    host = (urlsplit(address).hostname or "").removeprefix("www.") if "//" in address else ""
    while "." in host:
        if host in authority.outlet_by_host:
            return authority.outlet_by_host[host]
        host = host.partition(".")[2]
    return None


def _inside(span: Span, tag: str) -> Span:
    start = span.start + len(tag) - len(tag.lstrip(_AROUND_TAG))
    return Span(start, start + len(tag.strip(_AROUND_TAG)))
