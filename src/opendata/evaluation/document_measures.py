"""The measures of documents: citations, what is known of the documents, relations, tasks.

Not for: what else is on a page (`measures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from opendata.evaluation.answers import Answer, quote_of
from opendata.evaluation.outcome import Outcome, judge, overlaps_any, sets, share
from opendata.evaluation.published import Published, folded

# Shares of overlap from which two spans are the same mention: a name's ends are looser.
NUMBERED_OVERLAP = 0.5
NAMED_OVERLAP = 0.3

# What an answer may say beyond the measures of kind, number, symbol and day, by its column.
FURTHER = ("year", "term", "resolution")


def citations(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Mentions of documents, and what is known of the documents."""
    pairs = paired_citations(answer, page)
    for wanted, got in pairs:
        label = _label(wanted["form"])
        if got is None:
            yield Outcome(label, "miss", quote_of(wanted))
            continue
        yield Outcome(label, "hit", quote_of(wanted))
        yield from _document(answer, answer.document(wanted), wanted, got, page)
    yield from _identities(answer, pairs)
    used = {id(got) for _, got in pairs}
    for one in page.of("citations"):
        asked = id(one) in used or overlaps_any(one, answer.items("anaphora"))
        if not asked and one.form != "anaphoric":
            yield Outcome(_label(one.form), "extra", one.quote)


def paired_citations(answer: Answer, page: Published) -> list[tuple[dict[str, Any], Any]]:
    """Each wanted citation with the published one of best overlap, numbered ones first."""
    left = list(page.of("citations"))
    pairs = []
    order = sorted(answer.items("citations"), key=lambda one: one["form"] != "numbered")
    for wanted in order:
        least = NUMBERED_OVERLAP if wanted["form"] == "numbered" else NAMED_OVERLAP
        best = max(left, key=lambda one: share(wanted, one), default=None)
        if best is None or share(wanted, best) < least:
            best = None
        else:
            left.remove(best)
        pairs.append((wanted, best))
    return pairs


def _label(form: str) -> str:
    return "citations, numbered" if form == "numbered" else "citations, named"


def _document(
    answer: Answer, wanted: dict[str, Any], citation: dict[str, Any], got: Any, page: Published
) -> Iterator[Outcome]:
    known = page.by_id["directives"][got.directive_id]
    words = quote_of(citation)
    if citation["form"] == "numbered":
        if wanted["kind"] != "other":
            same = wanted["kind"] == known.kind
            yield judge("directive: kind", same, f"{wanted['kind']} ({words})", known.kind)
        same = _number(wanted["number"]) == _number(known.number)
        yield judge("directive: number", same, f"{wanted['number']} ({words})", known.number)
        if wanted.get("symbol"):
            same = folded(wanted["symbol"]) in (folded(known.symbol), folded(known.code))
            yield judge("directive: symbol", same, f"{wanted['symbol']} ({words})", known.code)
        if wanted.get("issued"):
            day = known.issued_on.isoformat() if known.issued_on else ""
            same = wanted["issued"] == day
            yield judge("directive: issued", same, f"{wanted['issued']} ({words})", day)
    if wanted.get("issuer") and answer.has("directives"):
        body = page.by_id["organisations"].get(known.issuer_id)
        a, b = folded(wanted["issuer"]), folded(body.name if body else "")
        same = bool(b) and (a in b or b in a)
        yield judge("directive: issuer", same, f"{wanted['issuer']} ({words})", b)
    for column in FURTHER:
        if wanted.get(column):
            value = str(getattr(known, column) or "")
            same = wanted[column] == value
            yield judge(f"directive: {column}", same, f"{wanted[column]} ({words})", value)


def _identities(answer: Answer, pairs: list[tuple[dict[str, Any], Any]]) -> Iterator[Outcome]:
    """Citations of one document point at one record; equal numbers of two issuers at two."""
    found: dict[str, list[str]] = {}
    for wanted, got in pairs:
        if got is not None and wanted.get("directive"):
            found.setdefault(wanted["directive"], []).append(got.directive_id)
    for key, ids in sorted(found.items()):
        if len(ids) > 1:
            yield judge("directive: one record", len(set(ids)) == 1, key, " ".join(ids))
    for a, b in combinations(sorted(found), 2):
        if _differ_by_issuer(*(answer.said.get("directives", {}).get(key, {}) for key in (a, b))):
            apart = set(found[a]).isdisjoint(found[b])
            yield judge("directive: told apart", apart, f"{a}, {b}", " ".join(found[a]))


def _differ_by_issuer(a: dict[str, Any], b: dict[str, Any]) -> bool:
    same_number = a.get("number") and (a["kind"], a["number"]) == (b.get("kind"), b.get("number"))
    return bool(same_number and a["issuer"] and b["issuer"] and a["issuer"] != b["issuer"])


def _number(text: str | None) -> str:
    return str(int(text)) if text and text.isdecimal() else folded(text)


def relations(answer: Answer, page: Published) -> Iterator[Outcome]:
    """What the page says of two documents, and how many tasks each sets."""
    if not answer.has("directives"):
        return
    of_key = {
        wanted.get("directive"): got.directive_id
        for wanted, got in reversed(paired_citations(answer, page))
        if got is not None
    }
    wanted = {
        (of_key.get(r["source"]), r["relation"], of_key.get(r["target"])): " ".join(
            (r["source"], r["relation"], r["target"])
        )
        for r in answer.items("relations")
    }
    got = {
        (r.directive_id, r.relation, r.related_directive_id): " ".join(
            (r.directive_id, r.relation, r.related_directive_id)
        )
        for r in page.of("directive_relations")
    }
    named = {key: wanted.get(key, words) for key, words in got.items()}
    yield from sets("relations", set(wanted.values()), set(named.values()))
    for one in answer.items("tasks"):
        owner = of_key.get(one["set_at"])
        count = sum(
            t.directive_id == owner if owner else bool(t.event_id) for t in page.of("tasks")
        )
        asked = str(one["count"]) if "count" in one else f"{one['count_min']} or more"
        exact = count == one["count"] if "count" in one else count >= one["count_min"]
        yield judge("tasks", exact, f"{asked} ({one['set_at']})", count)
