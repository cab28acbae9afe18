"""The events of short hand-made pages. Not for: who took part (`test_participations`)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.hand_made import Sheet, organisations_of, read
from tests.linear import assert_linear

from opendata.authority import load
from opendata.extraction.events.occasions import triggers
from opendata.extraction.extract import extract
from opendata.reading.document import Stated, text_document

# What the page holds; kind, name, first day, part of the day, hosts, status of each event.
CASES = {
    "a body works with another": (
        Sheet(
            "Chiều 12/3, Thường trực Huyện ủy làm việc với Chi cục Thuế huyện. Tại hội nghị, các đại biểu nêu ý kiến.",
            days={"Chiều 12/3": "2024-03-12"},
            organisations=("Thường trực Huyện ủy", "Chi cục Thuế huyện"),
        ),
        [
            (
                "working_session",
                "làm việc với Chi cục Thuế huyện",
                "2024-03-12",
                "afternoon",
                ["Thường trực Huyện ủy"],
                "held",
            )
        ],
    ),
    "a conference with a review and an outlook, just held": (
        Sheet(
            "Sở Tư pháp vừa tổ chức Hội nghị sơ kết phong trào 6 tháng đầu năm, triển khai việc 6 tháng cuối năm 2023.",
            periods={"6 tháng đầu năm": ("2023-01-01", "2023-06-30")},
            organisations=("Sở Tư pháp",),
        ),
        [
            (
                "conference",
                "Hội nghị sơ kết phong trào 6 tháng đầu năm, triển khai việc 6 tháng cuối năm 2023",
                None,
                "",
                ["Sở Tư pháp"],
                "held",
            )
        ],
    ),
    "two bodies meet": (
        Sheet(
            "Sáng 5/4, Đảng ủy xã và Hội Nông dân xã họp bàn về vụ lúa mới.",
            days={"Sáng 5/4": "2024-04-05"},
            organisations=("Đảng ủy xã", "Hội Nông dân xã"),
        ),
        [
            (
                "meeting",
                "họp bàn về vụ lúa mới",
                "2024-04-05",
                "morning",
                ["Đảng ủy xã", "Hội Nông dân xã"],
                "held",
            )
        ],
    ),
    "a body acts, another only tells of it": (
        Sheet(
            "Ngày 2/5, Bộ Công an cho biết Cơ quan An ninh đã khởi tố bị can đối với hai giám đốc.",
            days={"Ngày 2/5": "2024-05-02"},
            organisations=("Bộ Công an", "Cơ quan An ninh"),
        ),
        [("other", "khởi tố bị can", "2024-05-02", "", ["Cơ quan An ninh"], "held")],
    ),
    "one who is arrested is no host, nor is his former office": (
        Sheet(
            "Sáng 8/5, ông Lê Văn Tám, cựu giám đốc Sở Y tế tỉnh, bị bắt với cáo buộc nhận hối lộ.",
            days={"Sáng 8/5": "2024-05-08"},
            organisations=("Sở Y tế tỉnh",),
        ),
        [("other", "bị bắt với cáo buộc nhận hối lộ", "2024-05-08", "morning", [], "held")],
    ),
    "a decision to prosecute is no document issued": (
        Sheet(
            "Ngày 8/5, Công an huyện đã ra quyết định khởi tố bị can, khám xét một kho hàng.",
            days={"Ngày 8/5": "2024-05-08"},
            organisations=("Công an huyện",),
        ),
        [
            (
                "other",
                "ra quyết định khởi tố bị can",
                "2024-05-08",
                "",
                ["Công an huyện"],
                "held",
            )
        ],
    ),
    "a body decides on discipline": (
        Sheet(
            "Sau khi xem xét, Ban Thường vụ Huyện ủy quyết định khai trừ hai đảng viên. Họ nhận lỗi trong hôm nay.",
            organisations=("Ban Thường vụ Huyện ủy",),
        ),
        [("other", "khai trừ hai đảng viên", None, "", ["Ban Thường vụ Huyện ủy"], "held")],
    ),
    "an order is awarded, and a host cut short is the same host": (
        Sheet(
            "Chiều 9/5, Đài Tiếng nói tỉnh vừa trao Huân chương cho ba kỹ sư.\n"
            "Chiều 9/5, Đài Tiếng nói đã trao Huân chương cho ba kỹ sư.",
            days={"Chiều 9/5": "2024-05-09"},
            organisations=("Đài Tiếng nói tỉnh", "Đài Tiếng nói"),
        ),
        [
            (
                "ceremony",
                "trao Huân chương cho ba kỹ sư",
                "2024-05-09",
                "afternoon",
                ["Đài Tiếng nói tỉnh"],
                "held",
            )
        ],
    ),
    "a headline that is cut tells of its event all the same": (
        Sheet(
            "Mọi đơn vị cần khẩn trương hoàn thiện báo cáo.",
            headline="Bí thư Lê Văn Tám họp về phòng cháy rừng ...",
            persons=("Lê Văn Tám",),
        ),
        [("meeting", "họp về phòng cháy rừng", None, "", [], "held")],
    ),
    "what is opened is the event": (
        Sheet(
            "Sáng 9/5, Hội đồng nhân dân huyện khai mạc kỳ họp thứ 12.",
            days={"Sáng 9/5": "2024-05-09"},
            organisations=("Hội đồng nhân dân huyện",),
        ),
        [
            (
                "meeting",
                "kỳ họp thứ 12",
                "2024-05-09",
                "morning",
                ["Hội đồng nhân dân huyện"],
                "held",
            )
        ],
    ),
    "a judgment is read": (
        Sheet(
            "Chiều 9/5, TAND huyện đã tuyên bản án đối với nhóm trộm xe.",
            days={"Chiều 9/5": "2024-05-09"},
            organisations=("TAND huyện",),
        ),
        [("trial", "tuyên bản án", "2024-05-09", "afternoon", ["TAND huyện"], "held")],
    ),
    "a guest is received": (
        Sheet(
            "Sáng 9/5, Chủ tịch Lê Văn Tám đã tiếp thân mật đoàn thanh niên nước bạn sang thăm.",
            days={"Sáng 9/5": "2024-05-09"},
            persons=("Lê Văn Tám",),
        ),
        [
            (
                "other",
                "tiếp thân mật đoàn thanh niên nước bạn sang thăm",
                "2024-05-09",
                "morning",
                [],
                "held",
            )
        ],
    ),
    "old friends of a body gather": (
        Sheet(
            "Sáng 9/5, Huyện ủy tổ chức chương trình họp mặt cán bộ hưu trí tại nhà văn hóa.",
            days={"Sáng 9/5": "2024-05-09"},
            organisations=("Huyện ủy",),
        ),
        [
            (
                "ceremony",
                "chương trình họp mặt cán bộ hưu trí",
                "2024-05-09",
                "morning",
                ["Huyện ủy"],
                "held",
            )
        ],
    ),
    "the highest court is no evening, an abbreviation no end": (
        Sheet(
            "Sáng 9/5, Hội Luật gia làm việc với Viện KSND tối cao ở T.Ư về việc chung.",
            days={"Sáng 9/5": "2024-05-09"},
            organisations=("Hội Luật gia", "Viện KSND tối cao"),
        ),
        [
            (
                "working_session",
                "làm việc với Viện KSND tối cao ở T.Ư về việc chung",
                "2024-05-09",
                "morning",
                ["Hội Luật gia"],
                "held",
            )
        ],
    ),
    "a plan with a day to come": (
        Sheet(
            "Ngày 20/6, UBND huyện sẽ tổ chức hội thảo về nước sạch tại Hà Nội.",
            published="2024-06-01",
            days={"Ngày 20/6": "2024-06-20"},
            organisations=("UBND huyện",),
        ),
        [("conference", "hội thảo về nước sạch", "2024-06-20", "", ["UBND huyện"], "planned")],
    ),
    "a session told of by what it decided": (
        Sheet(
            "Chiều ngày 6/7, tại kỳ họp thứ 9, HĐND tỉnh đã thông qua việc bầu ông Lê Văn An giữ chức Phó Chủ tịch.",
            days={"Chiều ngày 6/7": ""},
            organisations=("HĐND tỉnh",),
            persons=("Lê Văn An",),
        ),
        [("meeting", "kỳ họp thứ 9", None, "afternoon", ["HĐND tỉnh"], "held")],
    ),
    "two courts on one day": (
        Sheet(
            "Sáng 9/1, TAND tỉnh An Giang đã tuyên án sơ thẩm đối với bị cáo đầu tiên.\nSáng 9/1, TAND tỉnh Bến Tre đã đưa ra xét xử sơ thẩm vụ án khác.",
            days={"Sáng 9/1": "2025-01-09"},
            organisations=("TAND tỉnh An Giang", "TAND tỉnh Bến Tre"),
        ),
        [
            ("trial", "tuyên án sơ thẩm", "2025-01-09", "morning", ["TAND tỉnh An Giang"], "held"),
            (
                "trial",
                "xét xử sơ thẩm vụ án khác",
                "2025-01-09",
                "morning",
                ["TAND tỉnh Bến Tre"],
                "held",
            ),
        ],
    ),
    "the lead repeated is one event": (
        Sheet(
            "Sáng 9/1, TAND tỉnh An Giang đã tuyên án vụ trộm.\nSáng 9/1, TAND tỉnh An Giang đã tuyên án vụ trộm.",
            days={"Sáng 9/1": "2025-01-09"},
            organisations=("TAND tỉnh An Giang",),
        ),
        [("trial", "tuyên án vụ trộm", "2025-01-09", "morning", ["TAND tỉnh An Giang"], "held")],
    ),
    "another kind on the same day": (
        Sheet(
            "Ngày 3/12, HĐND tỉnh tổ chức kỳ họp thứ 20.\nSáng cùng ngày, Tỉnh ủy tổ chức Hội nghị công bố quyết định về cán bộ.",
            days={"Ngày 3/12": "", "Sáng cùng ngày": ""},
            organisations=("HĐND tỉnh", "Tỉnh ủy"),
        ),
        [
            ("meeting", "kỳ họp thứ 20", None, "", ["HĐND tỉnh"], "held"),
            (
                "conference",
                "Hội nghị công bố quyết định về cán bộ",
                None,
                "morning",
                ["Tỉnh ủy"],
                "held",
            ),
        ],
    ),
    "what lies a year back is background": (
        Sheet(
            "Chiều 7/11, Tỉnh ủy tổ chức công bố các quyết định về cán bộ.\nNgày 2.1.2023, Tỉnh ủy tổ chức hội nghị về nhân sự.",
            days={"Chiều 7/11": "", "Ngày 2.1.2023": "2023-01-02"},
            organisations=("Tỉnh ủy",),
        ),
        [("ceremony", "công bố các quyết định về cán bộ", None, "afternoon", ["Tỉnh ủy"], "held")],
    ),
    "a headline that names the conference": (
        Sheet(
            "Theo Ban Tuyên giáo, Hội nghị được tổ chức nhằm quán triệt quy định mới.",
            headline="Hội nghị trực tuyến quán triệt quy định mới",
            organisations=("Ban Tuyên giáo",),
        ),
        [("conference", "Hội nghị trực tuyến quán triệt quy định mới", None, "", [], "held")],
    ),
    "an inspection by a body's team": (
        Sheet(
            "Sau một tháng, đoàn kiểm tra của Sở Y tế đã kiểm tra 45 cơ sở.",
            organisations=("Sở Y tế",),
        ),
        [("inspection", "kiểm tra 45 cơ sở", None, "", ["Sở Y tế"], "held")],
    ),
    "a decision of a court, without a number": (
        Sheet(
            "Ngày 4-8, TAND tỉnh Long An cho hay đã ban hành quyết định mở thủ tục phá sản.",
            days={"Ngày 4-8": ""},
            organisations=("TAND tỉnh Long An",),
        ),
        [
            (
                "issuance",
                "ban hành quyết định mở thủ tục phá sản",
                None,
                "",
                ["TAND tỉnh Long An"],
                "held",
            )
        ],
    ),
    "documents issued, dated by the sentence and by themselves": (
        Sheet(
            "Ngày 8/2/2024, Đảng ủy Khối ban hành Nghị quyết số 7-NQ/ĐUK.\nBan Thường vụ ban hành Kế hoạch số 9-KH/ĐUK ngày 1/2/2024 để thực hiện.",
            days={"Ngày 8/2/2024": "2024-02-08", "ngày 1/2/2024": "2024-02-01"},
            organisations=("Đảng ủy Khối", "Ban Thường vụ"),
            citations=("Nghị quyết số 7-NQ/ĐUK", "Kế hoạch số 9-KH/ĐUK"),
            issued={"Kế hoạch số 9-KH/ĐUK": ("ngày 1/2/2024", "2024-02-01")},
        ),
        [
            (
                "issuance",
                "ban hành Nghị quyết số 7-NQ/ĐUK",
                "2024-02-08",
                "",
                ["Đảng ủy Khối"],
                "held",
            ),
            (
                "issuance",
                "ban hành Kế hoạch số 9-KH/ĐUK",
                "2024-02-01",
                "",
                ["Ban Thường vụ"],
                "held",
            ),
        ],
    ),
    "a document issued, told in the passive": (
        Sheet(
            "Đề án số 3-ĐA/TU về nhà ở đã được Tỉnh ủy ban hành.\nTiếp đó, Ban Thường vụ đã ban hành Kế hoạch số 9-KH/TU.",
            organisations=("Tỉnh ủy", "Ban Thường vụ"),
            citations=("Đề án số 3-ĐA/TU", "Kế hoạch số 9-KH/TU"),
        ),
        [
            ("issuance", "Đề án số 3-ĐA/TU", None, "", ["Tỉnh ủy"], "held"),
            ("issuance", "ban hành Kế hoạch số 9-KH/TU", None, "", ["Ban Thường vụ"], "held"),
        ],
    ),
    "two bodies, one before and one after": (
        Sheet(
            "Ông Tư chủ trì buổi làm việc chiều 4/6 giữa Thường trực Huyện ủy và Chi cục Thuế.",
            days={"chiều 4/6": "2024-06-04"},
            organisations=("Thường trực Huyện ủy", "Chi cục Thuế"),
        ),
        [
            (
                "working_session",
                "buổi làm việc",
                "2024-06-04",
                "afternoon",
                ["Thường trực Huyện ủy"],
                "held",
            )
        ],
    ),
    "the headline's kind wins over background": (
        Sheet(
            "Ngày 3/7, Huyện ủy ban hành quyết định lập tổ công tác. Ngày 9/7, tổ đã làm việc với xã Tân Lập.",
            headline="Tổ công tác của Huyện ủy làm việc với xã Tân Lập",
            days={"Ngày 3/7": "2024-07-03", "Ngày 9/7": "2024-07-09"},
            organisations=("Huyện ủy",),
        ),
        [("working_session", "làm việc với xã Tân Lập", "2024-07-09", "", ["Huyện ủy"], "held")],
    ),
    "the day of an anniversary is not the event's": (
        Sheet(
            "Sáng 19/8, Thị ủy tổ chức gặp mặt nhân 79 năm ngày truyền thống (19/8/1945 - 19/8/2024).",
            days={"Sáng 19/8": "", "19/8/1945": "1945-08-19", "19/8/2024": "2024-08-19"},
            organisations=("Thị ủy",),
        ),
        [("ceremony", "gặp mặt", None, "morning", ["Thị ủy"], "held")],
    ),
    "held by a body that is named after it": (
        Sheet(
            "Hội nghị tập huấn về đất đai vừa được Sở Tư pháp tổ chức.",
            organisations=("Sở Tư pháp",),
        ),
        [("conference", "Hội nghị tập huấn về đất đai", None, "", ["Sở Tư pháp"], "held")],
    ),
    "a person is charged": (
        Sheet(
            "Chiều 1/3, ông Lê Văn An vừa bị khởi tố.",
            days={"Chiều 1/3": ""},
            persons=("Lê Văn An",),
        ),
        [("other", "khởi tố", None, "afternoon", [], "held")],
    ),
    "a page that gives a document": (
        Sheet(
            "Theo Kết luận này, các cấp ủy cần làm tốt ba việc.",
            headline="Kết luận về sắp xếp bộ máy",
            citations=("Kết luận về sắp xếp bộ máy",),
        ),
        [("issuance", "Kết luận về sắp xếp bộ máy", None, "", [], "held")],
    ),
    "a day that opens the text, and a headline": (
        Sheet(
            "Ngày 8/8, UBND tỉnh Thanh Hóa nêu lý do dừng dự án cầu cũ.",
            headline="Thanh Hóa dừng dự án cầu cũ",
            days={"Ngày 8/8": "2024-08-08"},
            organisations=("UBND tỉnh Thanh Hóa",),
        ),
        [
            (
                "other",
                "Thanh Hóa dừng dự án cầu cũ",
                "2024-08-08",
                "",
                ["UBND tỉnh Thanh Hóa"],
                "held",
            )
        ],
    ),
    "occasions that come back": (
        Sheet(
            "Chi bộ duy trì sinh hoạt mỗi tháng một lần, giao ban cơ quan vào thứ hai hằng tuần.",
            recurring={
                "mỗi tháng một lần": "FREQ=MONTHLY",
                "thứ hai hằng tuần": "FREQ=WEEKLY;BYDAY=MO",
            },
        ),
        [
            ("meeting", "sinh hoạt", None, "", [], "held"),
            ("meeting", "giao ban cơ quan", None, "", [], "held"),
        ],
    ),
}

# Nothing here is an event.
NONE = [
    Sheet("Công tác kiểm tra, giám sát được tăng cường; chất lượng xét xử được nâng lên."),
    Sheet(
        "Chi bộ thực hiện theo Nghị quyết số 5-NQ/TU được ban hành trước đây.",
        citations=("Nghị quyết số 5-NQ/TU",),
    ),
    Sheet(
        "Trước đó, ngày 3/2, UBND xã đã tổ chức hội nghị.",
        days={"ngày 3/2": ""},
        organisations=("UBND xã",),
    ),
    Sheet("Năm qua, UBND xã đã ban hành nhiều văn bản chỉ đạo.", organisations=("UBND xã",)),
    Sheet(
        "Văn bản có hiệu lực từ ngày 1/7.",
        headline="Chính sách mới từ ngày 1/7",
        days={"ngày 1/7": ""},
    ),
    Sheet(
        "Nội dung đề án gồm hai phần.", caption="Hội nghị giao ban Quý I của khối", organisations=()
    ),
    Sheet("Nghị định quy định việc tổ chức lễ tang cấp cao trong hai ngày."),
    Sheet("Trạm y tế thu phí mỗi tháng một lần.", recurring={"mỗi tháng một lần": "FREQ=MONTHLY"}),
]


@pytest.mark.parametrize(("sheet", "expected"), CASES.values(), ids=CASES)
def test_events(sheet, expected):
    page, events, _ = read(sheet)
    assert [
        (
            event.kind,
            event.name,
            event.time.starts_on.isoformat() if event.time and event.time.starts_on else None,
            event.time.part_of_day if event.time else "",
            hosts_of(sheet, page, event),
            event.status,
        )
        for event in events
    ] == expected
    for event in events:
        assert page.view.value(event.span) == event.name


def hosts_of(sheet, page, event):
    named = organisations_of(sheet, page)
    return [named[place].name for place in event.hosts]


@pytest.mark.parametrize("sheet", NONE, ids=lambda sheet: sheet.text[:40])
def test_no_event(sheet):
    assert read(sheet)[1] == ()


def test_the_period_that_a_review_covers():
    sheet, _ = CASES["a conference with a review and an outlook, just held"]
    covers = read(sheet)[1][0].covers
    assert (covers.starts_on.isoformat(), covers.ends_on.isoformat()) == (
        "2023-01-01",
        "2023-06-30",
    )


def test_the_other_side_of_a_working_session():
    sheet, _ = CASES["a body works with another"]
    assert read(sheet)[1][0].counterparts == (1,)


def test_the_organs_that_speak_through_a_document():
    sheet = Sheet(
        "Theo Kết luận này, Bộ Chính trị, Ban Bí thư yêu cầu ba việc.",
        headline="Kết luận về sắp xếp bộ máy",
        organisations=("Bộ Chính trị", "Ban Bí thư"),
        citations=("Kết luận về sắp xếp bộ máy",),
    )
    assert [event.hosts for event in read(sheet)[1]] == [(0, 1)]


def test_bodies_that_attend():
    sheet = Sheet(
        "Sáng 5/4, Huyện ủy tổ chức hội nghị. Tham dự có lãnh đạo Sở Y tế, Công an huyện.",
        days={"Sáng 5/4": ""},
        organisations=("Huyện ủy", "Sở Y tế", "Công an huyện"),
    )
    assert [event.attendees for event in read(sheet)[1]] == [(1, 2)]


def test_the_document_of_an_issuance():
    sheet, _ = CASES["documents issued, dated by the sentence and by themselves"]
    assert [event.of for event in read(sheet)[1]] == [0, 1]


def test_recurrences_are_kept():
    sheet, _ = CASES["occasions that come back"]
    assert [event.recurrence for event in read(sheet)[1]] == [
        "FREQ=MONTHLY",
        "FREQ=WEEKLY;BYDAY=MO",
    ]


@pytest.mark.parametrize(
    "text, place",
    [
        (
            "Ngày 2/2, tại Hội trường UBND xã Tân Lập, Huyện ủy tổ chức hội nghị.",
            "Hội trường UBND xã Tân Lập",
        ),
        (
            "Ngày 2/2, Huyện ủy tổ chức hội nghị về đất đai tại thị trấn Bút Sơn.",
            "thị trấn Bút Sơn",
        ),
        ("Ngày 2/2, Huyện ủy tổ chức hội nghị theo tinh thần tại Nghị quyết mới.", None),
        ("Ngày 2/2, Huyện ủy tổ chức hội nghị về nhà ở Xã Đàn.", None),
        ("Ngày 2/2, Huyện ủy ở Bút Sơn đang tổ chức hội nghị.", "Bút Sơn"),
        ("Ngày 2/2, Huyện ủy tổ chức hội nghị.", None),
    ],
)
def test_place(text, place):
    events = read(Sheet(text, days={"Ngày 2/2": ""}, organisations=("Huyện ủy",)))[1]
    assert [event.place.value if event.place else None for event in events] == [place]


@pytest.mark.parametrize(
    "title, names",
    [
        ("Ba căn nhà mới ở xã Tân Lập", ["UBND huyện Tân Lập bàn giao ba căn nhà cho hộ nghèo"]),
        ("Ai nhận ba căn nhà mới?", []),
    ],
)
def test_news_whose_title_stands_elsewhere_is_named_by_its_lead(title, names):
    page = text_document("Sáng 9/5, UBND huyện Tân Lập bàn giao ba căn nhà cho hộ nghèo.")
    page = replace(page, stated=(Stated("title", title, "jsonl:title"),))
    assert [event.name for event in extract(page).events] == names


def test_every_trigger_is_found_by_the_pattern():
    words = triggers(load())
    for kind in load().event_kinds:
        for trigger in kind.triggers:
            assert words.pattern.fullmatch(trigger), trigger
            assert words.kinds[trigger] == kind.kind


@given(
    st.text(alphabet='ngày 2/1, Tỉnh ủy tổ chức hội nghị.\nđã họp với "ông" ban hành', max_size=300)
)
def test_any_text_gives_names_that_stand_in_it(text):
    text = text.strip()
    if not text:
        return
    page, events, _ = read(Sheet(text))
    for event in events:
        assert page.view.value(event.span) == event.name
        assert 0 < event.span.end - event.span.start <= 150


def test_time_grows_with_the_length_only():
    def sheet(size):
        text = "Sáng 9/1, TAND tỉnh An Giang đã tuyên án vụ trộm lớn. " * size
        return Sheet(text.strip(), days={"Sáng 9/1": ""}, organisations=("TAND tỉnh An Giang",))

    assert_linear(sheet, read, 100)
