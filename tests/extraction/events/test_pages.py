"""The main event of short whole pages, kind by kind. Not for: its details (`test_events`)."""

import pytest

from opendata.extraction.extract import extract

TITLE = "Tin hoạt động của tỉnh trong tuần"
END = "Các đơn vị đã phối hợp tốt với nhau trong quá trình thực hiện nhiệm vụ được giao."

# The first paragraph; kind, day and chairs of the one event.
LEADS = [
    ("Sáng 12/3, đồng chí Lê Văn An, Bí thư Tỉnh ủy chủ trì buổi làm việc với Huyện ủy Chi Lăng.", "working_session", "12/3", ["Lê Văn An"]),
    ("Chiều 16-9, Đoàn kiểm tra số 4 có buổi làm việc với Huyện ủy Chi Lăng.", "working_session", "16-9", []),
    ("Ngày 6/5, đoàn của Viện kiểm sát huyện Tân Lập công bố dự thảo kết luận với cơ quan thi hành án.", "working_session", "6/5", []),
    ("Ngày 14/5, tại Huế diễn ra Hội nghị tổng kết thi hành án. Các đồng chí Lê Văn An; Trần Thị Bình đồng chủ trì hội nghị.", "conference", "14/5", ["Lê Văn An", "Trần Thị Bình"]),
    ("Ngày 2/5, Huyện ủy Mường La khai giảng lớp bồi dưỡng kết nạp Đảng.", "ceremony", "2/5", []),
    ("Tại hội nghị đã công bố quyết định nhân sự của hai huyện miền núi.", "conference", "", []),
    ("Phát biểu kết luận hội nghị, ông Lê Văn An đề nghị các sở thực hiện nghiêm.", "conference", "", []),
    ("Ngày 8/12, Thường trực HĐND tỉnh tổ chức phiên giải trình về đầu tư công.", "meeting", "8/12", []),
    ("Sáng 4.7, HĐND huyện Tân Lập tổ chức kỳ họp đầu khóa, bầu ba chức danh.", "meeting", "4.7", []),
    ("Cả hội trường tán thành nhân sự mới tại kỳ họp Quốc hội bất thường, chiều 26/8.", "meeting", "26/8", []),
    ("TAND TP Hà Nội chiều 3/4 đã tuyên phạt bị cáo Lê Văn Tám 12 năm tù.", "trial", "3/4", []),
    ("Sáng 3/4, sau một tuần nghị án, HĐXX tuyên y án 7 năm tù với bị cáo Lê Văn Tám.", "trial", "3/4", []),
    ("Sáng 3/4, tòa phúc thẩm bác kháng cáo của bị cáo Lê Văn Tám.", "trial", "3/4", []),
    ("Công an TP Hải Phòng ngày 5/6 triệt phá đường dây đánh bạc qua mạng.", "other", "5/6", []),
    ("UBND tỉnh Sơn La ngày 11/8 công bố dịch bạch hầu tại một thị trấn.", "other", "11/8", []),
    ("Thanh tra tỉnh vừa công bố kết luận thanh tra tại Sở Xây dựng.", "inspection", "", []),
    ("Ngày 7/6, Đoàn kiểm tra số 3 của Tỉnh ủy công bố quyết định kiểm tra tại Đảng ủy Công an tỉnh.", "inspection", "7/6", []),
    ("Ngày 9/6, Liên ngành tư pháp tổ chức ký Quy chế phối hợp trong thi hành án.", "ceremony", "9/6", []),
    ("Thủ tướng Phạm Minh Chính vừa ký Công điện số 39/CĐ-TTg về phòng chống thiên tai.", "issuance", "", []),
    ("UBND tỉnh Sơn La vừa có Công văn số 1200/UBND-NC gửi các sở.", "issuance", "", []),
    ("Ngày 2/5, Ban Bí thư ra Kết luận số 84-KL/TW về cải cách tư pháp.", "issuance", "2/5", []),
    ("Thủ tướng vừa phê chuẩn hai Phó Chủ tịch UBND tỉnh Sơn La. Tên hai người đứng tại Quyết định số 5/QĐ-TTg.", "issuance", "", []),
]  # fmt: skip


@pytest.mark.parametrize("lead, kind, day, chairs", LEADS)
def test_a_page_tells_of_one_event(lead: str, kind: str, day: str, chairs: list[str]) -> None:
    page = extract(f"{TITLE}\n\n{lead}\n\n{END}\n")
    (event,) = page.events
    assert event.kind == kind
    assert day in (page.view.quote(event.time.span) if event.time else "")
    assert [
        page.persons[part.person].name for part in page.participations if part.role == "chair"
    ] == chairs


NONE = [
    "Thư chúc mừng năm mới của Bí thư Tỉnh ủy gửi đồng bào trong tỉnh.",
    "Cơ quan điều tra đã ra quyết định trưng cầu giám định.",
    "Quyết định đưa vụ án ra xét xử số 12/2024/QĐXXST-HS đã gửi cho các bên.",
    "Dịp nghỉ lễ 30/4, ngành điện của tỉnh trực đủ ca, không để mất điện trên địa bàn.",
    "Theo Quyết định số 12/QĐ-UBND, ông Lê Văn An được bổ nhiệm từ tháng sau.",
    "Việc tổ chức Lễ Quốc tang theo quy định hiện hành của Nhà nước.",
]


@pytest.mark.parametrize("lead", NONE)
def test_what_is_no_event(lead: str) -> None:
    assert extract(f"{TITLE}\n\n{lead}\n\n{END}\n").events == ()


@pytest.mark.parametrize(
    "headline, events",
    [
        ("Kỷ luật không có vùng cấm", 0),
        ("Xử phạt trong đấu thầu", 0),
        ("Sinh hoạt chi bộ theo hướng dẫn mới", 0),
        ("Hội nghị, hội thảo nhiều mà việc ít", 0),
        ("Kỷ luật nguyên Giám đốc Sở Y tế Lê Văn An", 1),
        ("Khởi tố 5 cán bộ xã", 1),
        ("Bổ nhiệm hai Phó Giám đốc Sở", 1),
        ("Ngày hội Đại đoàn kết ấp Phú Mỹ", 1),
        ("Ngày hội Đại đoàn kết ấp Phú Mỹ\n\nHằng năm, bà con quây quần bên nhau.", 0),
    ],
)
def test_a_headline_that_names_a_topic_is_no_event(headline: str, events: int) -> None:
    assert len(extract(f"{headline}\n\n{END}\n").events) == events


def test_a_word_of_the_headline_is_taken_where_it_is_told_loosely() -> None:
    page = f"Hà Nam xử phạt 8 cơ sở\n\nCơ quan chức năng xử phạt 8 cơ sở làm giò chả.\n\n{END}\n"
    assert [event.kind for event in extract(page).events] == ["other"]


@pytest.mark.parametrize(
    "lead, first, last",
    [
        ("Đại hội XIV của Đảng họp từ ngày 19-23/1/2026 tại Hà Nội.", "2026-01-19", "2026-01-23"),
        ("Kể từ ngày 1-3/1/2026, UBND tỉnh Hà Nam đã họp bàn việc trồng rừng.", "None", "None"),
        ("Trước ngày 3/1/2026, UBND tỉnh Hà Nam đã họp bàn việc trồng rừng.", "None", "None"),
    ],
)
def test_a_stretch_of_days_is_the_events_own(lead: str, first: str, last: str) -> None:
    (event,) = extract(f"{TITLE}\n\n{lead}\n\n{END}\n").events
    time = event.time
    assert (str(time and time.starts_on), str(time and time.ends_on)) == (first, last)


def test_what_a_paper_announces_is_no_event() -> None:
    told = (
        "Hội nghị bàn việc trồng rừng: Sáng 5/3, UBND huyện Tân Lập tổ chức hội nghị về trồng rừng"
    )
    page = "\n".join([TITLE, *(f"{told}... (trang {number})." for number in (1, 2, 4))])
    assert extract(page).events == ()
    assert extract("\n".join([TITLE, f"{told}."])).events


def test_the_announcement_of_a_decision_is_newer_than_the_decision() -> None:
    page = extract(
        f"{TITLE}\n\nNgày 21/8/2024, Ban Bí thư đã ký Quyết định số 15-QĐ/TW về nhân sự.\n\n"
        f"Chiều 6/9, Tỉnh ủy Sơn La tổ chức Hội nghị công bố quyết định.\n\n{END}\n"
    )
    assert [event.kind for event in page.events] == ["conference"]


def test_the_headline_lends_weight_to_its_word() -> None:
    text = "Cảng Vũng Áng có ba bến.\n\nHàng qua cảng tăng đều.\n\nĐoàn đã đến tham quan cảng."
    assert not extract(f"{TITLE}\n\n{text}\n\n{END}\n").events
    (event,) = extract(f"Bí thư tham quan cảng Vũng Áng\n\n{text}\n\n{END}\n").events
    assert event.name.startswith("tham quan")
