"""The measures: each compares one page's answers with what is published of it.

A measure yields outcomes: `hit`, `miss` (wanted, not found), `extra` (found, not wanted). Not for:
adding them up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from opendata.evaluation.answers import Answer, quote_of
from opendata.evaluation.published import Published, folded

# Shares of overlap from which two spans are the same mention: a name's ends are looser.
NUMBERED_OVERLAP = 0.5
NAMED_OVERLAP = 0.3


class Outcome(NamedTuple):
    """One thing that was compared."""

    measure: str
    result: Literal["hit", "miss", "extra"]
    detail: str


def article(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Title, day and minute of publication, byline, kicker."""
    wanted = answer.said["article"]
    got = page.article
    if wanted.get("title"):
        cut = wanted.get("title_truncated", False)
        yield _judge(
            "title", _same_title(wanted["title"], got.title, cut), wanted["title"], got.title
        )
    if wanted.get("published_from") != "url":
        day = (wanted.get("published") or "")[:10]
        found = got.published_on.isoformat() if got.published_on else ""
        yield _judge("published (day)", day == found, day, found)
        if len(wanted.get("published") or "") > 10:
            at = got.published_at.isoformat() if got.published_at else ""
            minute = wanted["published"][:16]
            yield _judge("published (minute)", minute == at[:16], minute, at)
    if wanted.get("byline") or got.byline:
        same = folded(wanted.get("byline")) == folded(got.byline)
        yield _judge("byline", same, wanted.get("byline"), got.byline)
    if "kicker" in wanted:
        same = folded(wanted["kicker"]) == folded(got.kicker)
        yield _judge("kicker", same, wanted["kicker"], got.kicker)


def _same_title(wanted: str, got: str | None, cut: bool) -> bool:
    a, b = folded(wanted), folded(got)
    if not cut:
        return a == b
    a, b = a.rstrip(" .…"), b.rstrip(" .…")
    return bool(b) and (a.startswith(b) or b.startswith(a))


def blocks(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Captions and boilerplate, each text once."""
    text = answer.text
    for measure, key in (("captions", "captions"), ("boilerplate", "boilerplate")):
        if text is None or not answer.has(key):
            continue
        kind = key.removesuffix("s")
        got = {folded(text[b.start : b.end]) for b in page.of("blocks") if b.kind == kind}
        yield from _sets(measure, {folded(one) for one in answer.items(key)}, got)


def citations(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Mentions of documents, and what is known of the documents."""
    mine = page.of("citations")
    for wanted, got in paired_citations(answer, page):
        label = _citation_measure(wanted["form"])
        if got is None:
            yield Outcome(label, "miss", quote_of(wanted))
            continue
        yield Outcome(label, "hit", quote_of(wanted))
        yield from _document(answer, answer.document(wanted), wanted, got, page)
    used = {id(got) for _, got in paired_citations(answer, page)}
    optional = [(one["start"], one["end"]) for one in answer.items("anaphora")]
    for one in mine:
        if id(one) not in used and one.form != "anaphoric" and not _overlaps_any(one, optional):
            yield Outcome(_citation_measure(one.form), "extra", one.quote)


def paired_citations(answer: Answer, page: Published) -> list[tuple[dict[str, Any], Any]]:
    """Each wanted citation with the published one of best overlap, numbered ones first."""
    left = list(page.of("citations"))
    pairs = []
    order = sorted(answer.items("citations"), key=lambda one: one["form"] != "numbered")
    for wanted in order:
        least = NUMBERED_OVERLAP if wanted["form"] == "numbered" else NAMED_OVERLAP
        best = max(left, key=lambda one: _share(wanted, one), default=None)
        if best is None or _share(wanted, best) < least:
            best = None
        else:
            left.remove(best)
        pairs.append((wanted, best))
    return pairs


def _citation_measure(form: str) -> str:
    return "citations, numbered" if form == "numbered" else "citations, named"


def _document(
    answer: Answer, wanted: dict[str, Any], citation: dict[str, Any], got: Any, page: Published
) -> Iterator[Outcome]:
    known = page.by_id["directives"][got.directive_id]
    if citation["form"] == "numbered":
        if wanted["kind"] != "other":
            yield _judge(
                "directive: kind", wanted["kind"] == known.kind, wanted["kind"], known.kind
            )
        same = _number(wanted["number"]) == _number(known.number)
        yield _judge("directive: number", same, wanted["number"], known.number)
        if wanted.get("symbol"):
            forms = (folded(known.symbol), folded(known.code))
            same = folded(wanted["symbol"]) in forms
            yield _judge("directive: symbol", same, wanted["symbol"], known.code)
        if wanted.get("issued"):
            day = known.issued_on.isoformat() if known.issued_on else ""
            yield _judge("directive: issued", wanted["issued"] == day, wanted["issued"], day)
    if wanted.get("issuer") and answer.has("directives"):
        body = page.by_id["organisations"].get(known.issuer_id)
        a, b = folded(wanted["issuer"]), folded(body.name if body else "")
        yield _judge("directive: issuer", bool(b) and (a in b or b in a), a, b)


def _number(text: str | None) -> str:
    return str(int(text)) if text and text.isdecimal() else folded(text)


def figures(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Figures with value, unit, range, target and comparator."""
    left = list(page.of("figures"))
    for wanted in answer.items("figures"):
        fits = [
            one for one in left if _overlap(wanted, one) > 0 and _close(one.value, wanted["value"])
        ]
        if not fits:
            yield Outcome("figures", "miss", f"{quote_of(wanted)} = {wanted['value']}")
            continue
        got = max(fits, key=lambda one: _overlap(wanted, one))
        left.remove(got)
        yield Outcome("figures", "hit", quote_of(wanted))
        yield from _figure(wanted, got)
    optional = [(one["start"], one["end"]) for one in answer.items("figures_optional")]
    for one in left:
        if not _overlaps_any(one, optional):
            yield Outcome("figures", "extra", f"{one.quote} = {one.value} {one.unit}")


def _figure(wanted: dict[str, Any], got: Any) -> Iterator[Outcome]:
    percent = [str(unit).startswith("percent") for unit in (wanted.get("unit"), got.unit)]
    if any(percent):
        yield _judge("figure: percent or not", all(percent), wanted.get("unit"), got.unit)
    for key, measure in (("value_max", "figure: range"), ("target", "figure: target")):
        if wanted.get(key) is not None:
            value = getattr(got, key)
            same = value is not None and _close(value, wanted[key])
            yield _judge(measure, same, wanted[key], value)
    if wanted.get("comparator"):
        same = wanted["comparator"] == got.comparator
        yield _judge("figure: comparator", same, wanted["comparator"], got.comparator)


def persons(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Names, and the positions that each is said to hold."""
    names = page.by_id["persons"]
    linked = {row.person_id for table in ("positions", "participations") for row in page.of(table)}
    got = {folded(names[one].name) for one in linked}
    yield from _sets("persons", {folded(one["name"]) for one in answer.items("persons")}, got)
    held = list(
        dict.fromkeys((folded(names[p.person_id].name), p.title) for p in page.of("positions"))
    )
    for person in answer.items("persons"):
        for role in person["roles"]:
            name = folded(person["name"])
            match = next((h for h in held if h[0] == name and same_position(role, h[1])), None)
            if match:
                held.remove(match)
            yield Outcome("positions", "hit" if match else "miss", f"{person['name']}: {role}")
    asked = [(folded(p["name"]), role) for p in answer.items("persons") for role in p["roles"]]
    for name, role in held:
        if not any(name == n and same_position(role, r) for n, r in asked):
            yield Outcome("positions", "extra", f"{name}: {role}")


def same_position(a: str, b: str) -> bool:
    """Equal, or one within the other with most of its words."""
    short, long = sorted((folded(a).split(), folded(b).split()), key=len)
    within = " ".join(short) in " ".join(long) and len(short) >= 0.6 * len(long)
    return bool(short) and (short == long or within)


def events(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Events with day, kind and chairs; recurring ones are only counted."""
    left = page.events()
    for wanted in answer.items("events"):
        if not left:
            yield Outcome("events", "miss", str(wanted.get("kind")))
            continue
        best = max(
            left, key=lambda one: sum(fit for _, fit in _event_fit(wanted, one, page, answer))
        )
        left.remove(best)
        yield Outcome("events", "hit", str(wanted.get("kind")))
        for measure, fit in _event_fit(wanted, best, page, answer):
            yield _judge(measure, fit, wanted, best.name)
    for one in left:
        if not one.recurrence:
            yield Outcome("events", "extra", one.name)
    if answer.has("recurring"):
        got = sum(bool(one.recurrence) for one in page.events())
        count = len(answer.items("recurring"))
        yield _judge("recurring events", got == count, count, got)


def _event_fit(
    wanted: dict[str, Any], got: Any, page: Published, answer: Answer
) -> list[tuple[str, bool]]:
    day = got.starts_on.isoformat() if got.starts_on else None
    dateless = answer.said["article"].get("published_from") == "url" and day is None
    likely = wanted.get("date") is None and wanted.get("date_if_context") == day
    chairs = {folded(name) for name in wanted.get("chairs", wanted.get("chair", []))}
    return [
        ("event: day", wanted.get("date") == day or likely or dateless),
        ("event: kind", wanted["kind"] == got.kind),
        ("event: chairs", chairs == page.chairs(got)),
    ]


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
        (of_key.get(r["source"]), r["relation"], of_key.get(r["target"]))
        for r in answer.items("relations")
    }
    got = {
        (r.directive_id, r.relation, r.related_directive_id) for r in page.of("directive_relations")
    }
    yield from _sets("relations", {str(one) for one in wanted}, {str(one) for one in got})
    for one in answer.items("tasks"):
        owner = of_key.get(one["set_at"])
        count = sum(
            t.directive_id == owner if owner else bool(t.event_id) for t in page.of("tasks")
        )
        exact = count == one["count"] if "count" in one else count >= one["count_min"]
        yield _judge("tasks", exact, one.get("count", one.get("count_min")), count)


def systems(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Information systems that the page names."""
    if not answer.has("systems"):
        return
    left = [folded(one.quote) for one in page.of("systems")]
    for wanted in answer.items("systems"):
        name = folded(wanted)
        match = next((one for one in left if name in one or one in name), None)
        if match:
            left.remove(match)
        yield Outcome("systems", "hit" if match else "miss", wanted)
    for one in left:
        yield Outcome("systems", "extra", one)


def offsets(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Every quote is the page's own characters at its offsets."""
    if answer.text is None:
        return
    for row in (row for rows in page.rows.values() for row in rows if hasattr(row, "quote")):
        words = answer.text[row.start : row.end] if row.quote else None
        if words is not None:
            yield _judge("offsets", words == row.quote, words, row.quote)


MEASURES: Sequence[Callable[[Answer, Published], Iterator[Outcome]]] = (
    article,
    blocks,
    citations,
    figures,
    persons,
    events,
    relations,
    systems,
    offsets,
)


def _judge(measure: str, same: bool, wanted: object, got: object) -> Outcome:
    return Outcome(measure, "hit" if same else "miss", f"wanted {wanted!r}, got {got!r}")


def _sets(measure: str, wanted: set[str], got: set[str]) -> Iterator[Outcome]:
    for result, found in (("hit", wanted & got), ("miss", wanted - got), ("extra", got - wanted)):
        for one in sorted(found):
            yield Outcome(measure, result, one)  # type: ignore[arg-type]


def _overlap(wanted: dict[str, Any], got: Any) -> int:
    return int(min(wanted["end"], got.end) - max(wanted["start"], got.start))


def _share(wanted: dict[str, Any], got: Any) -> float:
    both = max(wanted["end"], got.end) - min(wanted["start"], got.start)
    return max(0, _overlap(wanted, got)) / int(both)


def _overlaps_any(row: Any, spans: list[tuple[int, int]]) -> bool:
    return any(min(row.end, end) > max(row.start, start) for start, end in spans)


def _close(a: float, b: float) -> bool:
    return abs(a - b) < 1e-9
