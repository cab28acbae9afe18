"""The short forms in which a passage's items are written: `chi_thi 26 CT/TW 2018-11-09 by X`.

Each function turns one item into the form of answer files. Not for: files, pages, offsets.
"""

from __future__ import annotations

import re
from typing import Any

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COMPARATORS = frozenset(("eq", "ge", "le", "gt", "lt", "approx"))
_RESOLUTIONS = frozenset(("ambiguous", "resolved", "page", "stated"))
_PARTS = frozenset(("morning", "noon", "afternoon", "evening"))
_STATUS = re.compile(r"(.+?) \((new|former|current)\)")


def citation(words: str, meaning: str) -> dict[str, Any]:
    """`named`, or `KIND NUMBER [SYMBOL] [DAY] [RESOLUTION] [term=XII] [year=2018]`; `by ISSUER`.

    Different words for one document carry the same `as=KEY`.
    """
    form, _, issuer = meaning.partition(" by ")
    first, *rest = form.split()
    item: dict[str, Any] = {"quote": words, "form": "numbered", "issuer": issuer or None}
    if first == "named":
        return {**item, "form": "named", "kind": "other", **_directive(rest)}
    number, *rest = rest
    return {**item, "kind": first, "number": number, **_directive(rest)}


def _directive(tokens: list[str]) -> dict[str, str]:
    found = {}
    for token in tokens:
        key, is_named, value = token.partition("=")
        if is_named and key in ("term", "year"):
            found[key] = value
        elif is_named and key == "as":
            found["directive"] = value
        elif _DAY.fullmatch(token):
            found["issued"] = token
        elif token in _RESOLUTIONS:
            found["resolution"] = token
        elif "symbol" not in found and not is_named:
            found["symbol"] = token
        else:
            raise ValueError(f"{token!r} says nothing of a document")
    return found


def directives(citations: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The documents by key, and the key put into each citation: its words, told apart by a number.

    Citations with the same words and the same meaning, or with the same key, are one document.
    """
    keyed: dict[str, dict[str, Any]] = {}
    for one in citations:
        known = {k: v for k, v in one.items() if k not in ("quote", "form", "directive")}
        if "directive" in one:
            keyed[one["directive"]] = keyed.get(one["directive"], {}) | _stated(known)
            continue
        key, count = one["quote"], 1
        while key in keyed and keyed[key] != known:
            count += 1
            key = f"{one['quote']} #{count}"
        keyed[key] = known
        one["directive"] = key
    return keyed


def _stated(known: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in known.items() if value is not None}


def figure(words: str, meaning: str) -> dict[str, Any]:
    """`VALUE[..MAX] [percent] [COMPARATOR] [target=90] [period=FIRST_DAY..LAST_DAY]`."""
    amount, *rest = meaning.split()
    value, _, most = amount.partition("..")
    item: dict[str, Any] = {"quote": words, "value": float(value), "unit": "other"}
    if most:
        item["value_max"] = float(most)
    for token in rest:
        key, _, said = token.partition("=")
        if token == "percent":
            item["unit"] = "percent"
        elif token in _COMPARATORS:
            item["comparator"] = token
        elif key == "target":
            item["target"] = float(said)
        elif key == "period":
            item["period_start"], _, item["period_end"] = said.partition("..")
        else:
            raise ValueError(f"{token!r} says nothing of a figure")
    return item


def person(name: str, positions: list[str]) -> dict[str, Any]:
    """A name and its positions; a status stands behind a position: `Giám đốc Sở Y tế (new)`."""
    matches = {one: _STATUS.fullmatch(one) for one in positions}
    return {
        "name": name,
        "roles": [match[1] if match else one for one, match in matches.items()],
        "statuses": {match[1]: match[2] for match in matches.values() if match},
    }


def event(said: str | dict[str, Any]) -> dict[str, Any]:
    """`KIND DAY|none[..LAST_DAY] [PART]`, alone or with the list of those who chaired."""
    words, chairs = (said, []) if isinstance(said, str) else next(iter(said.items()))
    kind, day, *rest = words.split()
    first, _, last = day.partition("..")
    item: dict[str, Any] = {"kind": kind, "date": first, "chairs": chairs}
    if first == "none":
        item["date"] = None
    elif not _DAY.fullmatch(first):
        raise ValueError(f"{day!r} is no day, nor none")
    if last:
        item["ends"] = last
    if rest:
        if rest[0] not in _PARTS:
            raise ValueError(f"{rest[0]!r} is no part of the day")
        item["part_of_day"] = rest[0]
    return item


def task(owner: str, count: str) -> dict[str, Any]:
    """How many tasks a cited document sets, by its words, or the `event`."""
    return {"set_at": owner, "count": int(count)}
