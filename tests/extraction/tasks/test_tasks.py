"""Tasks of short pages with hand-made citations, events and persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opendata.authority import load
from opendata.extraction.mentions import Block, Citation, Event, Header, Person, Task
from opendata.extraction.page import Page
from opendata.extraction.tasks.imperatives import begins_task
from opendata.extraction.tasks.task_lists import clauses, shortened
from opendata.extraction.tasks.tasks import find_tasks
from opendata.extraction.view import Span, view


def page_of(text: str) -> Page:
    """A page with a body block a line."""
    seen = view(text)
    blocks, start = [], 0
    for line in seen.text.split("\n"):
        if line.strip():
            blocks.append(Block("body", Span(start, start + len(line))))
        start += len(line) + 1
    return Page(seen, tuple(blocks), Header(), load())


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def tasks_of(
    text: str,
    *,
    cited: tuple[str, ...] = (),
    event: str = "",
    kind: str = "meeting",
    person: str = "",
) -> tuple[Task, ...]:
    """Mentions are given by their words; the second citation and on say the first one again."""
    citations = tuple(
        Citation(span_of(text, words), "named", "ke_hoach", same_as=0 if place else None)
        for place, words in enumerate(cited)
    )
    events = (Event(kind, event, span_of(text, event)),) if event else ()
    persons = (Person(person, (span_of(text, person),)),) if person else ()
    return find_tasks(page_of(text), citations, events, persons)


def words_of(text: str, tasks: tuple[Task, ...]) -> list[str]:
    return [text[slice(*task.span)] for task in tasks]


@pytest.mark.parametrize(
    "text, items",
    [
        (
            "Đề án A đề ra 3 nhóm nhiệm vụ: (1) rà soát đất; (2) đo đạc; (3) cấp sổ.",
            ["rà soát đất", "đo đạc", "cấp sổ"],
        ),
        (
            "Đề án A tập trung vào 2 nội dung chính: thu hút vốn (cả vốn vay; vốn góp); mở chợ.",
            ["thu hút vốn (cả vốn vay; vốn góp)", "mở chợ"],
        ),
        (
            "Đề án A xác định các giải pháp sau: Một là, mở lớp. Lớp học ở xã. Hai là, thuê thầy.",
            ["mở lớp. Lớp học ở xã", "thuê thầy"],
        ),
        ("Đề án A nêu 2 nhiệm vụ. Thứ nhất, mở lớp. Thứ hai, thuê thầy.", ["mở lớp", "thuê thầy"]),
        (
            "Đề án A đề ra 2 nhiệm vụ:\n1. Mở lớp.\nLớp ở xã.\n2. Thuê thầy.",
            ["Mở lớp", "Thuê thầy"],
        ),
        (
            "Đề án A đề ra các nhiệm vụ:\n- Mở lớp;\n- Thuê thầy.\nHọp xong.",
            ["Mở lớp", "Thuê thầy"],
        ),
        ("Đề án A đề ra các nhiệm vụ:\nMở lớp;\nThuê thầy.\nHọp xong.", ["Mở lớp", "Thuê thầy"]),
        ("Đề án A có nội dung: mở lớp.", []),
        ("Đề án A được duyệt: (1) mở lớp; (2) thuê thầy.", []),
        ("Xã đã làm các giải pháp như: mở lớp; thuê thầy.", []),
    ],
)
def test_lists_of_a_document(text: str, items: list[str]) -> None:
    cited = ("Đề án A",) if "Đề án A" in text else ()
    tasks = tasks_of(text, cited=cited)
    assert words_of(text, tasks) == items
    assert [(task.citation, task.event) for task in tasks] == [(0, None)] * len(items)
    assert [task.ordinal for task in tasks] == list(range(1, len(items) + 1))


def test_a_document_said_again_is_the_first_mention() -> None:
    text = "Tỉnh ban hành Đề án Một. Đề án này đề ra 2 nhiệm vụ: mở lớp; thuê thầy."
    tasks = tasks_of(text, cited=("Đề án Một", "Đề án này"))
    assert [task.citation for task in tasks] == [0, 0]


@pytest.mark.parametrize(
    "text, items, assignees",
    [
        (
            "Ông Nam yêu cầu các xã tiếp tục rà soát hộ nghèo; tăng cường kiểm tra chợ.",
            ["tiếp tục rà soát hộ nghèo", "tăng cường kiểm tra chợ"],
            ["các xã", "các xã"],
        ),
        (
            "Ông Nam yêu cầu các xã rà soát hộ nghèo; giao Phòng Y tế rà soát chợ; đề nghị các hội "
            "vận động bà con góp công.",
            ["rà soát hộ nghèo", "rà soát chợ", "vận động bà con góp công"],
            ["các xã", "Phòng Y tế", "các hội"],
        ),
        (
            "Ông Nam nhấn mạnh một số nhiệm vụ trọng tâm Sở Y tế cần tập trung mua thuốc.",
            ["tập trung mua thuốc"],
            ["Sở Y tế"],
        ),
        (
            "Ông Nam đề nghị các xã quan tâm trẻ em. Tăng cường dạy bơi. Bể bơi đã có. Tiếp tục họp.",
            ["quan tâm trẻ em", "Tăng cường dạy bơi"],
            ["các xã", "các xã"],
        ),
        (
            "Ông Nam yêu cầu Sở A khẩn trương mở lớp; Sở B cần thuê thầy; đồng thời, rà soát sổ.",
            ["khẩn trương mở lớp", "thuê thầy", "rà soát sổ"],
            ["Sở A", "Sở B", "Sở A"],
        ),
        (
            "Ông Nam chủ trì họp. Do đó, đề nghị Sở A tập trung mở lớp.",
            ["tập trung mở lớp"],
            ["Sở A"],
        ),
        (
            "Ông Nam yêu cầu Sở A thực hiện tốt một số nhiệm vụ: (1) mở lớp; (2) thuê thầy.",
            ["mở lớp", "thuê thầy"],
            ["Sở A", "Sở A"],
        ),
        ("Ông Nam yêu cầu thực hiện tốt một số nhiệm vụ sau.", [], []),
        ("Ông Nam làm việc theo yêu cầu nhiệm vụ, tiếp tục họp.", [], []),
        ("Ông Nam nhấn mạnh xã đã thực hiện tốt việc này.", [], []),
        ("Cử tri xã đề nghị tỉnh tiếp tục sửa đường cho ông Nam.", [], []),
    ],
)
def test_what_someone_asks_for_at_a_meeting(
    text: str, items: list[str], assignees: list[str]
) -> None:
    page = f"Hội nghị tổng kết.\n{text}"
    tasks = tasks_of(page, event="Hội nghị tổng kết", person="Nam")
    assert words_of(page, tasks) == items
    assert [task.assignee for task in tasks] == assignees
    assert all(task.event == 0 and task.citation is None for task in tasks)


def test_a_document_that_is_issued_asks() -> None:
    text = "Tỉnh ủy ban hành Kế hoạch A; yêu cầu các sở khẩn trương mở lớp."
    (task,) = tasks_of(text, cited=("Kế hoạch A",))
    assert (task.citation, task.assignee) == (0, "các sở")


@pytest.mark.parametrize("kind", ["trial", "issuance"])
def test_a_trial_sets_no_tasks(kind: str) -> None:
    text = "Phiên họp mở. Ông Nam yêu cầu xã tiếp tục rà soát."
    assert tasks_of(text, event="Phiên họp", kind=kind, person="Nam") == ()


def test_without_a_setter_there_is_no_task() -> None:
    assert tasks_of("Ông Nam yêu cầu xã tiếp tục rà soát.", person="Nam") == ()


@pytest.mark.parametrize(
    "text, begins",
    [
        ("Tăng cường kiểm tra", True),
        ("tổ chức, rà soát lớp học", True),
        ("Ban Chỉ đạo họp", False),
        ("Lớp học mở", False),
    ],
)
def test_orders_begin_with_a_verb(text: str, begins: bool) -> None:
    assert begins_task(text, 0, load()) is begins


@given(st.text(alphabet="ab ;(),.", max_size=700))
def test_a_task_is_at_most_300_characters(text: str) -> None:
    for clause in clauses(text, Span(0, len(text))):
        cut = shortened(text, clause)
        assert clause.start <= cut.start <= cut.end <= clause.end
        assert cut.end - cut.start <= 300


PIECES = "đồng chí Nam|yêu cầu|đề nghị|các xã|cần|tiếp tục|nhiệm vụ|:|;|.|(1)|(2)|\n|1. |Một là,|- |Kế hoạch"


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40))
def test_tasks_are_trimmed_apart_and_in_order(pieces: list[str]) -> None:
    text = "Hội nghị Nam. " + " ".join(pieces)
    end = 0
    for task in tasks_of(text, event="Hội nghị", person="Nam"):
        words = text[slice(*task.span)]
        assert words and words == words.strip()
        assert end <= task.span.start
        end = task.span.end
