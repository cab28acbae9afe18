"""What a page says that one document does to another: implement, review, amend, replace, guide.

Only what is said of the documents themselves: "Kế hoạch X triển khai thực hiện Đề án Y", never
that somebody carries out Y. Not for: relations that the reference data knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from opendata.extraction.documents.lexicon import Lexicon, lexicon
from opendata.extraction.documents.sameness import first_mention
from opendata.extraction.documents.titles import details_after
from opendata.extraction.mentions import Citation, Relation
from opendata.extraction.page import Page
from opendata.extraction.view import Span

_FURTHEST = 300
# Between the words about the first document and the verb.
_OPENING = re.compile(
    r"(?:,(?= (?:về|nhằm|để) ))? \"?(?:(?:về|nhằm|để|là)(?: việc| bước)? )?\"?"
    r"(?:[Tt]iếp tục |đẩy mạnh |tăng cường |đã |sẽ |vừa |chính thức )*"
)
# Between the verb and the second document.
_CLOSING = re.compile(
    r"(?: (?:\d+|một|hai|ba|năm|mười) năm)?(?: (?:việc )?(?:triển khai )?(?:thực hiện|thi hành))?"
    r"(?:,? (?:(?:một số|các|toàn bộ) )?(?:điều|khoản|nội dung|quy định)"
    r"(?: và biện pháp thi hành)?)?"
    r"(?:(?:,| và)? ?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|Phụ lục|tên|tại)(?: [\da-zđ]{1,4})?)*"
    r"(?: (?:của|tại|theo|cho|hoàn toàn))*(?: (?:các|tinh thần|nội dung))? ?\"?"
)
_PASSIVE = re.compile(r"[ ,(]*(?:đã )?(?:được|bị) | \((?:đã )?(?=sửa đổi|bổ sung|thay thế|bãi bỏ)")
_BY = re.compile(r"(?: (?:một số (?:điều|nội dung)))? (?:bởi|bằng|theo|tại) ")
# "Quy chế gồm hai phần: lãnh đạo thực hiện Chỉ thị ..."
_CONTENTS = re.compile(
    r" (?:sẽ |đã |cần )?(?:tập trung(?: vào)?|gồm|bao gồm|quy định|đề ra|xác định|có)"
    r"[^:.;\n]{0,60}: "
    r"[^:.;,\n]{0,40}?"
)
_JOINED = re.compile(r",? ?(?:và|,|;)?(?: (?:các|số))* ?")


def find_relations(page: Page, citations: Sequence[Citation]) -> tuple[Relation, ...]:
    """The relations between two citations of a page, in page order."""
    words = lexicon(page.authority)
    text = page.view.text
    found: list[Relation] = []
    for place, citation in enumerate(citations[:-1]):
        target = citations[place + 1]
        if target.span.start - citation.span.end > _FURTHEST:
            continue
        if "\n" in text[citation.span.end : target.span.start]:
            continue
        said = _said(page, words, citation, target)
        if said is None:
            continue
        relation, start = said
        if start is None:
            span = _between(target.span, citation.span)
            found.append(Relation(place + 1, relation, place, span))
            continue
        for also in _coordinated(page, words, citations, place + 1):
            span = _between(citation.span, citations[also].span, start)
            found.append(Relation(place, relation, also, span))
    return tuple(one for one in found if _differ(citations, one) and _is_in_order(citations, one))


def _said(
    page: Page, words: Lexicon, source: Citation, target: Citation
) -> tuple[str, int | None] | None:
    """The relation and where its verb begins; no place where it is said the other way round."""
    text, limit = page.view.text, target.span.start
    end = source.span.end
    if source.form != "anaphoric":
        end = details_after(page, words, end, limit).end
    at = _end(_OPENING.match(text, end, limit), end)
    for relation, triggers in words.relations:
        verb = triggers.match(text, at, limit)
        if verb and _CLOSING.fullmatch(text, verb.end(), limit):
            return relation, verb.start()
    if passive := _PASSIVE.match(text, end, limit):
        for relation, triggers in words.relations:
            verb = triggers.match(text, passive.end(), limit)
            if (
                verb
                and relation in ("amends", "replaces")
                and _BY.fullmatch(text, verb.end(), limit)
            ):
                return relation, None
    if contents := _CONTENTS.match(text, end, limit):
        for at in _word_starts(text, contents.end(), limit):
            for relation, triggers in words.relations:
                verb = triggers.match(text, at, limit)
                if (
                    verb
                    and relation == "implements"
                    and _CLOSING.fullmatch(text, verb.end(), limit)
                ):
                    return relation, verb.start()
    return None


def _end(match: re.Match[str] | None, default: int) -> int:
    return match.end() if match else default


def _word_starts(text: str, start: int, end: int) -> Iterator[int]:
    """The first word of a content and those after it, up to the clause's end."""
    yield start
    for match in re.finditer(r"[ ,:;.]", text[start:end]):
        if match[0] in ",:;.":
            return
        yield start + match.end()


def _coordinated(
    page: Page, words: Lexicon, citations: Sequence[Citation], first: int
) -> Iterator[int]:
    """The target, and those joined to it: `thực hiện Nghị quyết 18 và Nghị quyết 19`."""
    text = page.view.text
    yield first
    for place in range(first, len(citations) - 1):
        one, after = citations[place], citations[place + 1]
        end = one.span.end
        if after.span.start <= end or after.form == "anaphoric":
            return
        if one.form != "anaphoric":
            end = details_after(page, words, end, after.span.start).end
        if not _JOINED.fullmatch(text, end, after.span.start):
            return
        yield place + 1


def _between(source: Span, target: Span, verb: int | None = None) -> Span:
    """From one document to the other, or from the verb where that is too long to quote."""
    start, end = min(source.start, target.start), max(source.end, target.end)
    if end - start > _FURTHEST and verb is not None:
        start = verb
    return Span(start, end)


def _differ(citations: Sequence[Citation], relation: Relation) -> bool:
    source = first_mention(citations, relation.source)
    return source != first_mention(citations, relation.target)


def _is_in_order(citations: Sequence[Citation], relation: Relation) -> bool:
    """Whether the years stated let the first document speak of the second."""
    source, target = _year(citations[relation.source]), _year(citations[relation.target])
    return not (source and target) or source >= target


def _year(citation: Citation) -> str:
    return citation.year or (citation.issued_on.value[:4] if citation.issued_on else "")
