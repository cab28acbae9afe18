"""The categories of cue words (`cues.csv`): what a word tells of what stands beside it.

Not for: the words, which are rows of the reference data.
"""

from typing import Literal

CueCategory = Literal[
    # Names of organisations, places and persons.
    "body",  # opens an organisation's name: Sở
    "part",  # opens the name of a part of an organisation, which needs the rest: Phòng
    "place",  # opens a place name: huyện
    "place_name",  # a place name: Từ Sơn
    "namesake",  # what bears a person's name and is none: đường
    "company",  # in a title, that it is an office of no public body: Công ty
    "all_such",  # before a word for an office, that no holder is named: công tác (cán bộ)
    "no_position",  # introduces somebody and names no position of theirs: đối tượng
    "no_namesake",  # ends with a word of `namesake` and bears no name: môi trường
    "of_a_person",  # in brackets after a name, that it is a person's: sinh năm
    "predicate",  # a verb after a person or an organ: nhấn mạnh
    "former",  # before a position once held: nguyên
    "held",  # a verb before a position that is held: giữ chức
    "incoming",  # a verb before a position that is taken up: được bổ nhiệm làm
    "outgoing",  # a verb before a position that is given up: thôi giữ chức
    # The structure of a page.
    "dateline",  # says before a date that the page is of it: Cập nhật
    "text_work",  # a work of words that a byline names: bài
    "picture",  # a work of pictures that a byline or a credit names: ảnh
    "byline",  # opens a byline, the name after it: Tác giả
    "reporter",  # stands before or for the name of who wrote: CTV
    "byline_note",  # says after a name what its bearer did: tổng hợp
    "scene",  # opens a caption: Toàn cảnh
    "delegates_act",  # a verb after `đại biểu` in a caption: biểu quyết
    "posture",  # opens brackets that tell who is who in a picture: đứng
    "pictured",  # a verb for what a picture shows: cắt băng
    "unpictured",  # a verb for what no picture shows: cho biết
    "text_opening",  # opens a sentence of the text, and no caption: Theo
    "site",  # opens the name of a site that templates set after a headline: Báo
    "lead_opening",  # with a capital inside a line only where a lead follows a headline: Sáng
    # Events and who took part in them.
    "occasion",  # opens the name of an occasion: phiên
    "holding",  # before an occasion, that it is held, opened, attended, led: khai mạc
    "done",  # before an act, that it happens: bắt đầu
    "decided",  # an act of office that a document does: phê chuẩn
    "topic",  # an act that headlines also write about in general: kỷ luật
    "spoken_of",  # before an act or an occasion that is spoken of, as work or aim: công tác
    "agenda",  # goes on with the name of an occasion after a comma: tổng kết
    "name_end",  # ends the name of an occasion: cho biết
    "taking_place",  # ends the name of an occasion or of its place: diễn ra
    "accused",  # parties to a case, with which no name of an occasion goes on: bị cáo
    "venue",  # opens a place where one meets: hội trường
    "no_venue",  # opens what stands after `tại` and is no place: Hội nghị
    "review",  # before the period that an occasion looks back on: sơ kết
    "led",  # after `chủ trì`, what is led as an occasion is: tiếp công dân
    "outlook",  # before the period that an occasion looks forward to: phương hướng
    "regularity",  # ends the name of an occasion that comes back: đều đặn
    "led_work",  # before `chủ trì` where work is led, no occasion: cơ quan
    "speech",  # before `phát biểu` as a noun: bài
    "guest",  # before `dự` where others attend: khách mời
    "remark",  # after `phát biểu` or `kết luận`, that somebody else is spoken of: đánh giá
    "clause_verb",  # between two names that are no one list: trình bày
    "planned",  # before what is still to come: dự kiến
    "ahead",  # before a day that is still to come: chậm nhất
    "preparing",  # before an occasion that is still to come: chuẩn bị
    # Figures.
    "measure",  # between what is measured and its number: đạt
    "numbered",  # before a number that is a name: khóa
    "numbered_place",  # the same before places and bodies: tổ
    "counting",  # before a word of those two, leaves the number a quantity: tổng (số)
    "year_span",  # before years that measure no duration: giai đoạn
    "years_of",  # after years that measure no duration: thực hiện
    "change",  # before `từ` and two values, a change and no range: tăng
    "after_sum",  # after a sum of money whose unit is left out: cho
    "scale_compound",  # makes another word with a number word before it: (tỷ) lệ
    "no_noun",  # after a number, nothing that is counted: đến
    "aim",  # what a figure falls short of or exceeds: chỉ tiêu
    "above",  # between a figure and how far it is above an aim: vượt
    "below",  # between a figure and how far it is below an aim: thấp hơn
    # Tasks.
    "imperative",  # a verb that an order begins with: tăng cường
    "imperative_or_noun",  # the same, but also the name of a body or trade: kiểm tra
    "after_imperative",  # after such a word, that it is a verb: chặt chẽ
    "request",  # a verb of asking: đề nghị
    "stress",  # a verb that asks where it names a task: nhấn mạnh
    "before_request_noun",  # before such a word that is a noun: ứng (yêu cầu)
    "request_noun",  # after such a word that is a noun: khởi kiện
    "petitioner",  # who asks and sets nobody a task: cử tri
    "hearing",  # an occasion at which petitioners ask: tiếp xúc cử tri
    "task",  # a noun for what is to be done: nhiệm vụ
    "task_link",  # before a further task: bên cạnh đó
    "assignee",  # opens the name of who can be asked: địa phương
    "task_setting",  # between a document and the tasks that it sets: đề ra
    "instruction",  # between a leader and the tasks that he sets: quán triệt
    # Documents.
    "goes_on",  # ends the name or the number of a document: nhằm
    "document_part",  # before a document word that is part of another name: Sở (Kế hoạch)
    "document_predicate",  # after a document word that has no name: đề ra
    "document_name",  # after a document word, a name that is known as a whole: Rome
    "document_name_end",  # ends the name of a document: góp phần
    "document_pair",  # words of one name with a comma or `và` in them: cán bộ, đảng viên
    "document_clause",  # after a comma, goes on with something else than the name: đặc biệt
    "issuing",  # before a document word, that somebody issues it: ban hành
    "drafting",  # before a document word, that it is being written: dự thảo
    "appointing",  # opens the name of a decision about a person: bổ nhiệm
    "procedure",  # opens the name of a decision that is made day by day: khởi tố
    "general_name",  # after a document word, too general for a name: công tác
    "law_name",  # the name of a law after its document word: Đất đai
    "law_name_end",  # ends the name of a law: sửa đổi
    "no_law",  # after `luật`, another word than a law: sư
    "title_act",  # opens the title of a numbered document without `về`: phê duyệt
    "title_end",  # ends the title of a numbered document: trong đó
    "compound",  # after a blank and a dash, the rest of one word: (kinh tế -) xã hội
    "issuer_end",  # ends the name of who issued a document: bổ nhiệm
    "after_number",  # may follow the bare number of a document: thay
    "counted",  # follows a number that is a count and no document's: đợt
    # Information systems.
    "system_scope",  # after a system, tells it from others of its kind: quốc gia
    "no_system",  # after `hệ thống` and the like, a system of another kind: đại chúng
]
"""What a cue tells of what stands beside it."""
