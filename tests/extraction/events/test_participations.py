"""Who took part in the events of short hand-made pages. Not for: the events (`test_events`)."""

import pytest
from tests.extraction.hand_made import Sheet, read

from opendata.extraction.extract import extract

DAY = {"Sáng 5/4": "2024-04-05"}
OPENING = "Sáng 5/4, Huyện ủy tổ chức hội nghị về đất đai. "
BODIES = ("Huyện ủy",)
AN, BA, CHI = "Lê Văn An", "Trần Thị Ba", "Vũ Minh Chi"

# A sentence after the opening; the parts that it gives.
CASES = [
    (f"Đồng chí {AN}, Bí thư, chủ trì hội nghị.", [(AN, "chair")]),
    (
        f"Các đồng chí: {AN}, Bí thư; {BA}, Phó Bí thư chủ trì Hội nghị.",
        [(AN, "chair"), (BA, "chair")],
    ),
    (f"Bí thư - {AN} và Phó Bí thư - {BA} đồng chủ trì cuộc họp.", [(AN, "chair"), (BA, "chair")]),
    (f"Chủ trì hội nghị có các đồng chí: {AN}, Bí thư; {BA}.", [(AN, "chair"), (BA, "chair")]),
    (
        f"Dự và chủ trì hội nghị tại điểm cầu có Bí thư - {AN}; Phó Bí thư - {BA}.",
        [(AN, "chair"), (BA, "chair")],
    ),
    (f"Hội nghị diễn ra dưới sự chủ trì của đồng chí {AN}, Bí thư.", [(AN, "chair")]),
    (f"Hội nghị do đồng chí {AN} chủ trì.", [(AN, "chair")]),
    (f"Ông {AN} chủ trì tiếp công dân định kỳ.", [(AN, "chair")]),
    (f"Ông {AN} chủ trì và cùng các sở tiếp dân.", [(AN, "chair")]),
    (f"Hội nghị do đồng chí {AN} chủ trì đã thảo luận hai việc.", [(AN, "chair")]),
    (f"Hội đồng do ông {AN} làm chủ tịch đã nghiệm thu đề tài.", []),
    (f"Hội nghị diễn ra dưới sự điều hành của đồng chí {AN}, Bí thư.", [(AN, "chair")]),
    (
        f"Chủ tịch {AN}, các Phó Chủ tịch {BA}, {CHI} đồng chủ trì kỳ họp.",
        [(AN, "chair"), (BA, "chair"), (CHI, "chair")],
    ),
    (
        f"Các đồng chí {AN} - Bí thư, {BA} - Phó Bí thư chủ trì hội nghị.",
        [(AN, "chair"), (BA, "chair")],
    ),
    (f"Ông {AN} giao Sở Y tế chủ trì, phối hợp với Công an thực hiện.", []),
    (f"Ông {AN} yêu cầu các xã chủ trì xây dựng kế hoạch.", []),
    (f"Phát biểu tại hội nghị, đồng chí {AN} đề nghị bà {BA} báo cáo.", [(AN, "speaker")]),
    (f"Phát biểu kết luận hội nghị, ông {AN} ghi nhận các ý kiến.", [(AN, "speaker")]),
    (f"Kết luận hội nghị, đồng chí Bí thư {AN} nêu ba việc.", [(AN, "speaker")]),
    (f"Đồng chí {AN}, Bí thư phát biểu chỉ đạo.", [(AN, "speaker")]),
    (f"Ông {AN} tiếp thu ý kiến phát biểu của đại biểu.", []),
    (
        f"Tham dự có các đồng chí: {AN}, {BA}; {CHI}, Phó Chủ tịch.",
        [(AN, "attendee"), (BA, "attendee"), (CHI, "attendee")],
    ),
    (f"Đồng chí {AN} đến dự hội nghị.", [(AN, "attendee")]),
    (f"Về phía xã có đồng chí {AN}.", [(AN, "attendee")]),
    (f"Ông {AN} phụ trách dự án nước sạch.", []),
    (f"Ông {AN} cũng không chủ trì hội nghị.", []),
    (f"Ông {AN} vẫn chưa có mặt.", []),
    (f"Bà {BA} đã trình bày tờ trình.", [(BA, "presenter")]),
    (f"Theo báo cáo kết quả, ông {AN} đạt yêu cầu.", []),
    (f"Phát biểu quan điểm, đại diện Viện Kiểm sát đánh giá ông {AN} thành khẩn.", []),
    (f"Ông {AN} trao quyết định cho bà {BA}.", [(AN, "presenter")]),
    (f"Ông {AN} chủ trì hội nghị; tham dự có bà {BA}.", [(AN, "chair"), (BA, "attendee")]),
]


def test_private_people_are_subjects_of_what_is_told():
    found = extract(
        "Xử lý vụ chặt rừng\nSáng 5/4, Tòa án nhân dân huyện Tân Lập xét xử vụ chặt rừng. "
        f"Bị cáo {AN} nhận lỗi, bà {BA} xin tha. Ông {CHI}, Chủ tịch UBND xã, nghe."
    )
    parts = [(found.persons[one.person].name, one.role) for one in found.participations]
    assert parts == [(AN, "subject"), (BA, "subject")]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_parts(sentence, expected):
    names = tuple(name for name in (AN, BA, CHI) if name in sentence)
    sheet = Sheet(OPENING + sentence, days=DAY, organisations=BODIES, persons=names)
    page, _, participations = read(sheet)
    assert sorted((names[one.person], one.role) for one in participations) == sorted(expected)
    for one in participations:
        assert names[one.person] in page.view.quote(one.span)
        assert one.span.end - one.span.start <= 300


def test_a_part_is_told_once():
    sentence = f"Ông {AN} chủ trì hội nghị. Ông {AN} chủ trì hội nghị."
    sheet = Sheet(OPENING + sentence, days=DAY, organisations=BODIES, persons=(AN,))
    assert len(read(sheet)[2]) == 1


def test_a_caption_tells_of_the_event_too():
    sheet = Sheet(
        OPENING.strip(),
        caption=f"{AN} phát biểu tại cuộc họp",
        days=DAY,
        organisations=BODIES,
        persons=(AN,),
    )
    assert [(one.person, one.role) for one in read(sheet)[2]] == [(0, "speaker")]


def test_who_presides_over_a_court_is_its_judge():
    sheet = Sheet(
        f"Sáng 5/4, TAND tỉnh đã xét xử vụ trộm. Thẩm phán {AN} làm chủ tọa phiên tòa.",
        days=DAY,
        organisations=("TAND tỉnh",),
        persons=(AN,),
    )
    assert [one.role for one in read(sheet)[2]] == ["judge"]


def test_a_new_position_makes_an_appointee():
    sheet = Sheet(
        f"Sáng 5/4, Huyện ủy tổ chức trao quyết định về cán bộ. Ông {AN} giữ chức vụ Chánh thanh tra.",
        days=DAY,
        organisations=BODIES,
        persons=(AN,),
        positions=((AN, "Chánh thanh tra", "new"),),
    )
    assert [one.role for one in read(sheet)[2]] == ["appointee"]


def test_an_earlier_appointment_is_not_made_here():
    sheet = Sheet(
        f"Sáng 5/4, Huyện ủy tổ chức trao quyết định về cán bộ. Trước đó, ông {AN} giữ chức vụ Chánh thanh tra.",
        days=DAY,
        organisations=BODIES,
        persons=(AN,),
        positions=((AN, "Chánh thanh tra", "new"),),
    )
    assert read(sheet)[2] == ()


def test_a_sentence_belongs_to_the_event_before_it():
    sheet = Sheet(
        f"Sáng 5/4, Huyện ủy tổ chức hội nghị. Ông {AN} chủ trì hội nghị.\n"
        f"Cùng ngày, Hội Nông dân xã tổ chức lễ ra quân. Bà {BA} phát biểu.",
        days={**DAY, "Cùng ngày": "2024-04-05"},
        organisations=("Huyện ủy", "Hội Nông dân xã"),
        persons=(AN, BA),
    )
    _, events, participations = read(sheet)
    assert [event.kind for event in events] == ["conference", "ceremony"]
    assert [(one.person, one.event, one.role) for one in participations] == [
        (0, 0, "chair"),
        (1, 1, "speaker"),
    ]


def test_no_event_no_part():
    sheet = Sheet(f"Ông {AN} phát biểu trên truyền hình.", persons=(AN,))
    assert read(sheet)[2] == ()
