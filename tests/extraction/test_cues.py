"""A row of one's own teaches a word: what is found with it, and not found without it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from opendata.authority import Authority, load
from opendata.authority.cue_categories import CueCategory
from opendata.extraction.extract import extract

EXTRACTION = Path(__file__).parents[2] / "src" / "opendata" / "extraction"
TITLE = "Huyện Tân Lập họp bàn việc trồng rừng"
LEAD = "Sáng 5/3/2024, Ủy ban nhân dân huyện Tân Lập tổ chức hội nghị bàn việc trồng rừng trên đồi."
CUES = "cue,category,source,examples"
COMPARATORS = "words,place,comparator,source,examples"
COUNTERS = "text,match,category,source,examples"


def page(*lines: str) -> str:
    return "\n".join((TITLE, "05/03/2024 08:30", LEAD, *lines))


def kinds(authority: Authority, text: str) -> list[str]:
    return [block.kind for block in extract(text, authority).blocks]


def comparators(authority: Authority, text: str) -> list[str]:
    return [figure.comparator for figure in extract(text, authority).figures]


def figures(authority: Authority, text: str) -> list[tuple[float, float | None]]:
    return [(figure.value, figure.target) for figure in extract(text, authority).figures]


def tasks(authority: Authority, text: str) -> list[tuple[str, str]]:
    found = extract(text, authority)
    return [(found.view.quote(task.span), task.assignee) for task in found.tasks]


def systems(authority: Authority, text: str) -> list[str]:
    return [system.name for system in extract(text, authority).systems]


def documents(authority: Authority, text: str) -> list[str]:
    found = extract(text, authority)
    return [found.view.quote(citation.span) for citation in found.citations]


def titles(authority: Authority, text: str) -> list[str]:
    return [c.title.value for c in extract(text, authority).citations if c.title]


ASKED = "Tại hội nghị, đồng chí Chủ tịch huyện"

CASES: list[tuple[str, str, str, Callable[[Authority, str], Any], str, Any, Any]] = [
    ("comparators", COMPARATORS, "tròm trèm,before,approx,x,y", comparators, "Huyện trồng tròm trèm 20 ha rừng.", ["eq"], ["approx"]),
    ("comparators", COMPARATORS, "trở ra,after,ge,x,y", comparators, "Xã có rừng từ 20 ha trở ra.", ["eq"], ["ge"]),
    ("cues", CUES, "ổ,numbered,x,y", figures, "Họ ở ổ 5 người dân nào cũng biết.", [(5, None)], []),
    ("cues", CUES, "vọt qua,above,x,y", figures, "Huyện trồng 97,6%, vọt qua chỉ tiêu đề ra 7,6%.", [(97.6, None), (7.6, None)], [(97.6, 90), (7.6, None)]),
    ("cues", CUES, "trồng dặm,imperative,x,y", tasks, f"{ASKED} yêu cầu các xã trồng dặm chỗ cây chết.", [], [("trồng dặm chỗ cây chết", "các xã")]),
    ("cues", CUES, "nhắc nhở,request,x,y", tasks, f"{ASKED} nhắc nhở các xã tiếp tục canh lửa.", [], [("tiếp tục canh lửa", "các xã")]),
    ("cues", CUES, "kiểm lâm,assignee,x,y", tasks, f"{ASKED} yêu cầu kiểm lâm tiếp tục canh lửa.", [("tiếp tục canh lửa", "")], [("tiếp tục canh lửa", "kiểm lâm")]),
    ("cues", CUES, "nhà máy,petitioner,x,y", tasks, f"{ASKED} nghe nhà máy đề nghị tiếp tục canh lửa.", [("tiếp tục canh lửa", "")], []),
    ("cues", CUES, "trồng dặm,title_end,x,y", titles, "Xã học Chỉ thị số 7/CT-UBND về giữ rừng trồng dặm cây.", ["giữ rừng trồng dặm cây"], ["giữ rừng"]),
    ("cues", CUES, "bừng bừng,document_name_end,x,y", documents, "Xã bàn Đề án trồng rừng bừng bừng.", ["Đề án trồng rừng bừng bừng"], ["Đề án trồng rừng"]),
    ("cues", CUES, "\"lội suối, leo đồi\",document_pair,x,y", documents, "Xã bàn Đề án thi tập lội suối, leo đồi.", ["Đề án thi tập lội suối"], ["Đề án thi tập lội suối, leo đồi"]),
    ("cues", CUES, "bập bùng,document_predicate,x,y", documents, "Xã nói Đề án bập bùng trồng rừng.", ["Đề án bập bùng trồng rừng"], []),
    ("cues", CUES, "giữ rừng và suối,law_name,x,y", documents, "Xã học Luật Giữ rừng và suối.", ["Luật Giữ rừng"], ["Luật Giữ rừng và suối"]),
    ("cues", CUES, "bừng bừng,after_number,x,y", documents, "Xã theo kế hoạch 12 và 13 bừng bừng.", ["kế hoạch 12"], ["kế hoạch 12", "13"]),
    ("cues", CUES, "trên mây,no_system,x,y", systems, "Huyện dùng cổng thông tin trên mây.", ["cổng thông tin"], []),
]  # fmt: skip


@pytest.mark.parametrize("name, header, row, read, line, without, taught", CASES)
def test_a_row_teaches_a_word(
    tmp_path: Path,
    name: str,
    header: str,
    row: str,
    read: Callable[[Authority, str], Any],
    line: str,
    without: Any,
    taught: Any,
) -> None:
    (tmp_path / f"{name}.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    text = page(line)
    assert read(load(), text) == without
    assert read(load(tmp_path), text) == taught


LINES: list[tuple[str, str, str, str, list[str], list[str]]] = [
    ("cues", CUES, "Khoảnh khắc,scene,x,y", "Khoảnh khắc trên đồi Tân Lập.", ["body"], ["caption"]),
    ("cues", CUES, "khom,posture,x,y", "Anh Bình (khom lưng) đi trồng rừng", ["subheading"], ["caption"]),
    ("cues", CUES, "Lời,byline,x,y", "Lời: Thu Lan", ["subheading"], ["byline"]),
    ("boilerplate", COUNTERS, "lượt nghe,count,counter,x,y", "120 lượt nghe", ["subheading"], ["boilerplate"]),
]  # fmt: skip


@pytest.mark.parametrize("name, header, row, line, without, taught", LINES)
def test_a_row_teaches_a_form_of_line(
    tmp_path: Path,
    name: str,
    header: str,
    row: str,
    line: str,
    without: list[str],
    taught: list[str],
) -> None:
    (tmp_path / f"{name}.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    text = page("Các xã cam kết trồng xong trước mùa mưa.", line)
    assert kinds(load(), text)[-1:] == without
    assert kinds(load(tmp_path), text)[-1:] == taught


@pytest.mark.parametrize("category", get_args(CueCategory))
def test_every_category_is_read_by_a_finder(category: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in EXTRACTION.rglob("*.py"))
    assert f'"{category}"' in code or f"'{category}'" in code
