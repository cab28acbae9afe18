"""Event: something that a page reports as having happened or planned.

Not for: documents (Directive).
"""

from __future__ import annotations

from datetime import date

from opendata.records.base import (
    Row,
    article_reference,
    column,
    end,
    identifier,
    quote,
    reference,
    start,
)
from opendata.records.evidence import Evidence, SameAs
from opendata.records.task import Task


def _event_reference() -> str:
    value: str = reference(
        "events.event_id",
        ("Event", "Sự kiện"),
        ("The event concerned.", "Sự kiện liên quan."),
        example="working-session-2023-11-14-lao-cai-1f2e3d4c",
    )
    return value


class EventArticle(Row):
    """A page that reports an event."""

    event_id: str = _event_reference()
    article_id: str = article_reference()


class Participation(Row):
    """A person's part in an event."""

    participation_id: str = identifier(
        ("Participation id", "Mã tham gia"),
        (
            "Article, offset, role, person and event.",
            "Bài viết, vị trí, vai trò, người và sự kiện.",
        ),
        example="lao-cai-toa-an-2023.p124.chair.dang-xuan-phong",
    )
    event_id: str = _event_reference()
    person_id: str = reference(
        "persons.person_id",
        ("Person", "Người"),
        ("Who took part.", "Người tham gia."),
        example="dang-xuan-phong-lao-cai",
        term="schema:participant",
    )
    role: str = column(
        ("Role", "Vai trò"),
        ("The part taken in the event.", "Vai trò trong sự kiện."),
        example="chair",
        codes="participation_role",
        term="schema:roleName",
    )
    article_id: str = article_reference()
    start: int = start()
    end: int = end()
    quote: str = quote()


class EventOrganisation(Row):
    """An organisation's part in an event."""

    event_id: str = _event_reference()
    organisation_id: str = reference(
        "organisations.organisation_id",
        ("Organisation", "Cơ quan"),
        ("Which organisation.", "Cơ quan nào."),
        example="thuong-truc-tinh-uy-lao-cai",
        term="schema:organizer",
    )
    role: str = column(
        ("Role", "Vai trò"),
        ("The part taken in the event.", "Vai trò trong sự kiện."),
        example="host",
        codes="event_organisation_role",
    )
    article_id: str = article_reference()


class Event(Row):
    """A meeting, working session, conference, ceremony, trial, inspection or issuance."""

    event_id: str = identifier(
        ("Event id", "Mã sự kiện"),
        (
            "Made from kind, date, province and who held it.",
            "Lập từ loại, ngày, tỉnh và đơn vị hoặc người chủ trì.",
        ),
        example="working-session-2023-11-14-lao-cai-1f2e3d4c",
    )
    kind: str = column(
        ("Kind", "Loại"),
        ("What kind of event it is.", "Loại sự kiện."),
        example="working_session",
        codes="event_kind",
        term="schema:additionalType",
    )
    name: str = column(
        ("Name", "Tên"),
        ("A short name in the page's words.", "Tên ngắn theo lời trang."),
        example="Hội nghị sơ kết công tác 6 tháng đầu năm",
        term="schema:name",
    )
    starts_on: date | None = column(
        ("Starts on", "Ngày bắt đầu"),
        ("First day.", "Ngày đầu tiên."),
        example="2023-11-14",
        default=None,
        when="the page gives it",
        term="schema:startDate",
    )
    ends_on: date | None = column(
        ("Ends on", "Ngày kết thúc"),
        ("Last day.", "Ngày cuối cùng."),
        example="2023-11-14",
        default=None,
        when="the page gives it",
        term="schema:endDate",
    )
    date_precision: str = column(
        ("Date precision", "Độ chính xác"),
        ("How precise the date is.", "Mức độ chính xác của ngày."),
        example="day",
        default="none",
        codes="date_precision",
    )
    part_of_day: str | None = column(
        ("Part of day", "Buổi"),
        ("Morning, noon, afternoon or evening.", "Sáng, trưa, chiều hoặc tối."),
        example="afternoon",
        default=None,
        when="the page says it",
        codes="part_of_day",
    )
    recurrence: str | None = column(
        ("Recurrence", "Lặp lại"),
        ("iCalendar RRULE of a recurring event.", "Quy tắc RRULE (iCalendar) của sự kiện định kỳ."),
        example="FREQ=MONTHLY;BYMONTHDAY=28",
        default=None,
        when="the event recurs",
        term="schema:eventSchedule",
    )
    covers_start: date | None = column(
        ("Covers from", "Kỳ báo cáo từ"),
        ("First day of the period reported on.", "Ngày đầu của kỳ được báo cáo."),
        example="2022-01-01",
        default=None,
        when="it reports on a period",
    )
    covers_end: date | None = column(
        ("Covers to", "Kỳ báo cáo đến"),
        ("Last day of the period reported on.", "Ngày cuối của kỳ được báo cáo."),
        example="2022-06-30",
        default=None,
        when="it reports on a period",
    )
    province_id: str | None = reference(
        "provinces.province_id",
        ("Province", "Tỉnh, thành phố"),
        ("Where it took place or whose it is.", "Nơi diễn ra hoặc địa phương liên quan."),
        example="lao-cai-63",
        default=None,
        when="it is known",
        term="schema:location",
    )
    place: str | None = column(
        ("Place", "Địa điểm"),
        ("The place as the page names it.", "Địa điểm như trang nêu."),
        example="Hội trường Tỉnh ủy",
        default=None,
        when="the page names it",
        term="schema:location",
    )
    status: str = column(
        ("Status", "Tình trạng"),
        ("Held, planned or recurring, as the page tells it.", "Đã diễn ra, dự kiến hay định kỳ."),
        example="held",
        default="held",
        codes="event_status",
        term="schema:eventStatus",
    )
    directive_id: str | None = reference(
        "directives.directive_id",
        ("Directive", "Văn bản"),
        ("The document that was issued.", "Văn bản được ban hành."),
        example="kh-44-tu-thai-nguyen-2021",
        default=None,
        when="the event is an issuance",
        term="schema:about",
    )
    event_articles: tuple[EventArticle, ...] = ()
    participations: tuple[Participation, ...] = ()
    event_organisations: tuple[EventOrganisation, ...] = ()
    tasks: tuple[Task, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    evidence: tuple[Evidence, ...] = ()
