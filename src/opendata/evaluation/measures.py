"""The measures: each compares one page's answers with what is published of it.

Not for: documents (`document_measures`), adding outcomes up (`evaluate`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from opendata.evaluation.answers import Answer, quote_of
from opendata.evaluation.document_measures import citations, relations
from opendata.evaluation.outcome import Outcome, judge, overlap, overlaps_any, sets
from opendata.evaluation.published import Published, folded

# The kinds of block that answers may name, by their key.
BLOCKS = {
    "captions": "caption",
    "boilerplate": "boilerplate",
    "teasers": "teaser",
    "related": "related",
    "subheadings": "subheading",
}


def article(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Title, day and minute of publication, byline, kicker."""
    wanted = answer.said["article"]
    got = page.article
    if wanted.get("title"):
        same = _same_title(wanted["title"], got.title, wanted.get("title_truncated", False))
        yield judge("title", same, wanted["title"], got.title)
    if wanted.get("published_from") != "url":
        day = (wanted.get("published") or "")[:10]
        found = got.published_on.isoformat() if got.published_on else ""
        yield judge("published (day)", day == found, day or "none", found)
        if len(wanted.get("published") or "") > 10:
            at = got.published_at.isoformat() if got.published_at else ""
            minute = wanted["published"][:16]
            yield judge("published (minute)", minute == at[:16], minute, at)
    if wanted.get("byline") or got.byline:
        same = folded(wanted.get("byline")) == folded(got.byline)
        yield judge("byline", same, wanted.get("byline") or "none", got.byline)
    if "kicker" in wanted:
        same = folded(wanted["kicker"]) == folded(got.kicker)
        yield judge("kicker", same, wanted["kicker"] or "none", got.kicker)
    if "province" in wanted:
        province = page.by_id["provinces"].get(got.province_id)
        names = {folded(got.province_id), folded(province.name if province else "")}
        same = folded(wanted["province"]) in names
        yield judge("province", same, wanted["province"], got.province_id)
    for column in ("language", "outlet_id"):
        if column in wanted:
            value = getattr(got, column)
            yield judge(column, wanted[column] == value, wanted[column], value)


def _same_title(wanted: str, got: str | None, cut: bool) -> bool:
    a, b = folded(wanted), folded(got)
    if not cut:
        return a == b
    a, b = a.rstrip(" .…"), b.rstrip(" .…")
    return bool(b) and (a.startswith(b) or b.startswith(a))


def blocks(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Captions, boilerplate and other blocks that answers name, each text once."""
    text = answer.text
    for measure, kind in BLOCKS.items():
        if text is None or not answer.has(measure):
            continue
        got = {folded(text[b.start : b.end]) for b in page.of("blocks") if b.kind == kind}
        yield from sets(measure, {folded(one) for one in answer.items(measure)}, got)


def figures(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Figures with value, unit, range, target, comparator and period."""
    left = list(page.of("figures"))
    for wanted in answer.items("figures"):
        item = f"{quote_of(wanted)} = {_plain(wanted['value'])}"
        fits = [
            one for one in left if overlap(wanted, one) > 0 and _close(one.value, wanted["value"])
        ]
        if not fits:
            yield Outcome("figures", "miss", item)
            continue
        got = max(fits, key=lambda one: overlap(wanted, one))
        left.remove(got)
        yield Outcome("figures", "hit", item)
        yield from _figure(wanted, got)
    for one in left:
        if not overlaps_any(one, answer.items("figures_optional")):
            yield Outcome("figures", "extra", f"{one.quote} = {_plain(one.value)} {one.unit}")


def _figure(wanted: dict[str, Any], got: Any) -> Iterator[Outcome]:
    words = quote_of(wanted)
    percent = [str(unit).startswith("percent") for unit in (wanted.get("unit"), got.unit)]
    if any(percent):
        item = f"{'percent' if percent[0] else 'no percent'} ({words})"
        yield judge("figure: percent or not", all(percent), item, got.unit)
    for key, measure in (("value_max", "figure: range"), ("target", "figure: target")):
        if wanted.get(key) is not None:
            value = getattr(got, key)
            same = value is not None and _close(value, wanted[key])
            yield judge(measure, same, f"{_plain(wanted[key])} ({words})", value)
    if wanted.get("comparator"):
        same = wanted["comparator"] == got.comparator
        item = f"{wanted['comparator']} ({words})"
        yield judge("figure: comparator", same, item, got.comparator)
    if wanted.get("period_start"):
        asked = f"{wanted['period_start']}..{wanted['period_end']}"
        found = f"{got.period_start or ''}..{got.period_end or ''}"
        yield judge("figure: period", asked == found, f"{asked} ({words})", found)


def persons(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Names, and the positions that each is said to hold."""
    names = page.by_id["persons"]
    linked = {row.person_id for table in ("positions", "participations") for row in page.of(table)}
    got = {folded(names[one].name) for one in linked}
    yield from sets("persons", {folded(one["name"]) for one in answer.items("persons")}, got)
    held = list(
        dict.fromkeys(
            (folded(names[p.person_id].name), p.title, p.status) for p in page.of("positions")
        )
    )
    for person in answer.items("persons"):
        for role in person["roles"]:
            item, name = f"{person['name']}: {role}", folded(person["name"])
            match = next((h for h in held if h[0] == name and same_position(role, h[1])), None)
            yield Outcome("positions", "hit" if match else "miss", item)
            status = person.get("statuses", {}).get(role)
            if match:
                held.remove(match)
            if match and status:
                same = status == match[2]
                yield judge("position: status", same, f"{status} ({item})", match[2])
    asked = [(folded(p["name"]), role) for p in answer.items("persons") for role in p["roles"]]
    left = dict.fromkeys((name, role) for name, role, _ in held)
    for name, role in left:
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
        item = f"{wanted['kind']} {wanted.get('date') or 'undated'}"
        if not left:
            yield Outcome("events", "miss", item)
            continue
        best = max(left, key=lambda one: _nearness(wanted, one, page, answer))
        left.remove(best)
        yield Outcome("events", "hit", item)
        for measure, fit in _event_fit(wanted, best, page, answer):
            yield judge(measure, fit, item, f"{best.kind} {best.starts_on} ({best.name})")
        yield from _event_further(wanted, best, item)
    for one in left:
        if not one.recurrence:
            yield Outcome("events", "extra", f"{one.kind} {one.starts_on or 'undated'}", one.name)
    if answer.has("recurring") or answer.has("directives"):
        got = [one.recurrence for one in page.events() if one.recurrence]
        count = len(answer.items("recurring"))
        yield judge("recurring events", len(got) == count, count, " ".join(got))
        if rules := {one for one in answer.items("recurring") if isinstance(one, str)}:
            yield from sets("recurrence rules", rules, set(got))


def _nearness(
    wanted: dict[str, Any], got: Any, page: Published, answer: Answer
) -> tuple[int, bool]:
    """What fits of the three measures; the part of the day tells two events of one day apart."""
    fits = sum(fit for _, fit in _event_fit(wanted, got, page, answer))
    return fits, wanted.get("part_of_day") == got.part_of_day


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


def _event_further(wanted: dict[str, Any], got: Any, item: str) -> Iterator[Outcome]:
    if wanted.get("ends"):
        day = got.ends_on.isoformat() if got.ends_on else ""
        yield judge("event: last day", wanted["ends"] == day, f"{wanted['ends']} ({item})", day)
    if wanted.get("part_of_day"):
        same = wanted["part_of_day"] == got.part_of_day
        part = f"{wanted['part_of_day']} ({item})"
        yield judge("event: part of day", same, part, got.part_of_day)


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


def flags(answer: Answer, page: Published) -> Iterator[Outcome]:
    """The codes of the flags of a page and its records, each once."""
    if answer.has("flags"):
        yield from sets("flags", set(answer.items("flags")), {row.code for row in page.of("flags")})


def offsets(answer: Answer, page: Published) -> Iterator[Outcome]:
    """Every quote is the page's own characters at its offsets."""
    if answer.text is None:
        return
    for row in (row for rows in page.rows.values() for row in rows if hasattr(row, "quote")):
        words = answer.text[row.start : row.end] if row.quote else None
        if words is not None:
            yield judge("offsets", words == row.quote, row.quote, words)


MEASURES: Sequence[Callable[[Answer, Published], Iterator[Outcome]]] = (
    article,
    blocks,
    citations,
    figures,
    persons,
    events,
    relations,
    systems,
    flags,
    offsets,
)


def _close(a: float, b: float) -> bool:
    return abs(a - b) < 1e-9


def _plain(value: float) -> str:
    """A number without a needless fraction: 98, 12.5."""
    return str(int(value)) if value == int(value) else str(value)
