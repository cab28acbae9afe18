"""Identity of documents: resolved only on positive evidence, never merged across provinces."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.pages import page_of

from opendata.extraction.documents.citations import find_citations
from opendata.resolution.directives import DirectiveKey, Identified, identify


def identified(
    text: str, published: str = "2022-08-17", province: str = "long-an-63", article: str = "bai-1"
) -> tuple[Identified, ...]:
    page = page_of(text, published, province)
    return identify(find_citations(page), page, article)


def only(text: str, **given: str) -> Identified:
    found = identified(text, **given)
    assert len({one.id for one in found}) == 1, found
    return found[0]


RESOLVED = [
    # (text, published, reference, the reasons' beginnings)
    (
        "Xã học Chỉ thị 26 của Bộ Chính trị về tăng cường lãnh đạo đối với cơ quan bảo vệ pháp luật.",
        "2023-11-14",
        "ct-26-tw-2018",
        ("organ:", "title overlap:", "excluded, issued after the page: ct-26-tw-2023"),
    ),
    (
        "Xã học Chỉ thị số 26-CT/TW của Bộ Chính trị về tăng cường lãnh đạo đối với cơ quan bảo vệ pháp luật.",
        "2022-08-17",
        "ct-26-tw-2018",
        ("organ:", "title overlap:", "excluded, issued after the page: ct-26-tw-2023"),
    ),
    (
        "Xã học Chỉ thị số 10-CT/TW của Ban Bí thư về nâng cao chất lượng sinh hoạt chi bộ.",
        "2021-04-14",
        "ct-10-tw-2007",
        ("organ:", "title overlap:"),
    ),
    ("Xã học Kết luận số 84-KL/TW ngày 29/7/2020.", "2025-01-01", "kl-84-tw-2020", ("issued_on:",)),
    (
        "Xã học Nghị quyết số 49-NQ/TW của Bộ Chính trị khóa IX.",
        "2022-07-20",
        "nq-49-tw-2005",
        ("term:",),
    ),
    ("Xã học Nghị định số 30/2020/NĐ-CP.", "2022-07-20", "nd-30-2020", ("number and year:",)),
    ("Xã học Nghị định 168/2024.", "2025-07-20", "nd-168-2024", ("number and year:",)),
    ("Tòa áp dụng Luật Đất đai 2013.", "2025-07-20", "luat-45-2013-qh13", ("name and year:",)),
    ("Xã học Điều 353 BLHS 2015.", "2025-07-20", "bo-luat-100-2015-qh13", ("name and year:",)),
    ("Xã học Luật PCTN năm 2018.", "2025-07-20", "luat-36-2018-qh14", ("name and year:",)),
    ("Xã học Hiến pháp năm 2013.", "2025-07-20", "hien-phap-2013", ("name and year:",)),
    (
        "Xã học Chỉ thị số 26-CT/TW của Ban Bí thư.",
        "2024-10-17",
        "ct-26-tw-2023",
        ("organ:", "excluded, of another organ: ct-26-tw-2018"),
    ),
    (
        "Xã học Quy định số 144-QĐ/TW về chuẩn mực đạo đức cách mạng của cán bộ, đảng viên.",
        "2024-07-09",
        "qd-144-tw-2024",
        ("title overlap:",),
    ),
]


@pytest.mark.parametrize("text, published, reference, reasons", RESOLVED)
def test_document_is_resolved_with_its_reasons(
    text: str, published: str, reference: str, reasons: tuple[str, ...]
) -> None:
    one = only(text, published=published)
    assert (one.id, one.reference, one.resolution) == (reference, reference, "resolved")
    assert len(one.reasons) == len(reasons)
    for said, expected in zip(one.reasons, reasons, strict=True):
        assert said.startswith(expected)
    assert one.disagreements == ()


def test_bare_and_full_number_come_to_one_record() -> None:
    about = "của Bộ Chính trị về tăng cường lãnh đạo đối với cơ quan bảo vệ pháp luật"
    bare = only(f"Xã học Chỉ thị 26 {about}.", province="lao-cai-63", article="bai-1")
    full = only(f"Huyện học Chỉ thị số 26-CT/TW {about}.", article="bai-2")
    assert bare.id == full.id


def test_number_of_no_stated_organ_is_not_that_of_an_organ() -> None:
    plain = only("Xã học Chỉ thị số 26-CT/TW.", published="2026-05-01", article="bai-1")
    organ = only("Xã học Chỉ thị số 26-CT/TW của Ban Bí thư.", published="2026-05-01")
    other = only("Xã học Chỉ thị số 26-CT/TW của Bộ Chính trị.", published="2026-05-01")
    assert len({plain.id, organ.id, other.id}) == 3


def test_evidence_of_one_mention_serves_the_others() -> None:
    text = (
        "Xã học Nghị quyết số 49-NQ/TW. Huyện học Nghị quyết số 49-NQ/TW của Bộ Chính trị khóa IX."
    )
    assert [one.id for one in identified(text)] == ["nq-49-tw-2005", "nq-49-tw-2005"]


def test_last_candidate_of_the_list_is_not_taken() -> None:
    one = only("Xã học Chỉ thị số 36-CT/TW của Bộ Chính trị.", published="2022-01-01")
    assert (one.id, one.resolution, one.candidates) == ("ct-36-tw-bo-chinh-tri", "stated", ())


def test_several_candidates_are_all_named() -> None:
    one = only("Xã học Chỉ thị số 35-CT/TW của Bộ Chính trị.", published="2025-02-19")
    assert (one.id, one.resolution, one.reference) == ("ct-35-tw-bo-chinh-tri", "ambiguous", "")
    assert one.candidates == ("ct-35-tw-2014", "ct-35-tw-2019", "ct-35-tw-2024")


@pytest.mark.parametrize(
    "text, published",
    [
        ("Xã học Chỉ thị số 26-CT/TW của Ban Bí thư.", "2026-05-01"),  # of another term
        ("Xã học Chỉ thị số 26-CT/TW của Ban Bí thư.", ""),
        ("Xã học Chỉ thị số 36-CT/TW của Bộ Chính trị.", "2020-05-01"),  # no other one is known
    ],
)
def test_organ_alone_proves_no_document_of_another_term(text: str, published: str) -> None:
    assert only(text, published=published).reference == ""


def test_titles_that_differ_in_a_number_are_two_documents() -> None:
    about = "về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"
    one = only(f"Xã học Chỉ thị số 35-CT/TW {about}.", published="2024-07-09")
    assert one.id == "ct-35-tw-2024"


def test_document_newer_than_the_page_is_no_candidate() -> None:
    one = only("Xã học Kết luận số 84-KL/TW ngày 21/6/2024.", published="2022-07-20")
    assert one.resolution == "stated"
    assert one.id == "kl-84-tw-2024"  # the key of what is stated, not the reference row
    assert one.reference == ""


def test_disagreement_with_the_reference_is_told() -> None:
    one = only(
        "Xã học Nghị quyết số 49-NQ/TW ngày 2/6/2006 của Bộ Chính trị khóa IX về Chiến lược cải cách tư pháp đến năm 2020."
    )
    assert one.reference == "nq-49-tw-2005"
    assert one.disagreements == ("issued_on: page 2006-06-02, reference 2005-06-02",)


def test_organ_of_the_same_series_that_differs_is_told() -> None:
    one = only("Xã học Kết luận số 84-KL/TW ngày 29/7/2020 của Ban Bí thư.")
    assert one.reference == "kl-84-tw-2020"
    assert one.disagreements == ("organ: page Ban Bí thư, reference Bộ Chính trị",)


@pytest.mark.parametrize(
    "text",
    [
        "Xã học Nghị quyết số 18 của Quốc hội khóa XIII.",
        "Xã học Nghị quyết số 18 của HĐND tỉnh.",
        "Xã học Nghị quyết 18/2022 của HĐND tỉnh.",
        "Xã học Nghị quyết số 18 của Công ty Sao Mai.",
        "Xã học Nghị quyết số 18 ngày 1/2/2019.",
        "Tòa áp dụng Luật Đất đai 1993.",
    ],
)
def test_document_of_another_body_or_day_is_no_candidate(text: str) -> None:
    one = only(text, published="2025-02-19")
    assert (one.reference, one.candidates) == ("", ())


STATED = [
    # (text, province, id, level, issuer)
    (
        "Ban Thường vụ Tỉnh ủy Thái Nguyên ban hành Kế hoạch số 44-KH/TU ngày 15/12/2021.",
        "thai-nguyen-63",
        "kh-44-tu-thai-nguyen-63-2021",
        "province",
        "Ban Thường vụ Tỉnh ủy Thái Nguyên",
    ),
    (
        "Xã học Nghị quyết số 11-NQ/ĐUK của Ban Chấp hành Đảng bộ Khối các cơ quan tỉnh.",
        "lang-son-63",
        "nq-11-duk-lang-son-63",
        "bloc",
        "Ban Chấp hành Đảng bộ Khối các cơ quan tỉnh Lạng Sơn",
    ),
    (
        "Văn phòng gửi Văn bản số 15630/UBND-KGVX ngày 20/12/2021.",
        "lang-son-63",
        "cv-15630-ubnd-kgvx-lang-son-63-2021",
        "province",
        "",
    ),
    ("Xã học Nghị định 117/2013/NĐ-CP.", "lang-son-63", "nd-117-2013-cp", "central", "Chính phủ"),
    (
        "Xã học Quyết định số 53/QĐ-UBND của Chủ tịch UBND TP.HCM.",
        "long-an-63",
        "qd-53-ubnd-ho-chi-minh-63",
        "province",
        "Chủ tịch UBND TP.HCM",
    ),
    (
        "Xã học Quyết định số 2257/QĐ-UBND ngày 21/5/2021 của UBND huyện Mộc Hóa.",
        "long-an-63",
        "qd-2257-ubnd-ubnd-huyen-moc-hoa-long-an-63-2021",
        "district",
        "UBND huyện Mộc Hóa",
    ),
    (
        "Xã nhận Thông báo 11456 của Cục Thuế tỉnh.",
        "khanh-hoa-63",
        "tb-11456-cuc-thue-tinh-khanh-hoa-63",
        "province",
        "Cục Thuế tỉnh Khánh Hòa",
    ),
    (
        "Xã học Nghị quyết số 181-NQ/BCSĐ ngày 19/11/2021 của Ban cán sự đảng Viện kiểm sát nhân dân tối cao.",
        "phu-yen-63",
        "nq-181-bcsd-ban-can-su-dang-vien-kiem-sat-nhan-dan-toi-cao-2021",
        "central",
        "Ban cán sự đảng Viện kiểm sát nhân dân tối cao",
    ),
]


@pytest.mark.parametrize("text, province, expected, level, issuer", STATED)
def test_unknown_document_stands_as_stated(
    text: str, province: str, expected: str, level: str, issuer: str
) -> None:
    one = only(text, province=province)
    assert (one.id, one.resolution, one.level) == (expected, "stated", level)
    assert one.issuer_name == issuer


def test_provinces_are_never_merged() -> None:
    text = "Xã học Kế hoạch số 44-KH/TU."
    here, there = only(text, province="long-an-63"), only(text, province="lao-cai-63")
    assert here.id != there.id
    nowhere = [only(text, province="", article=article) for article in ("bai-1", "bai-2")]
    assert nowhere[0].id != nowhere[1].id
    assert {one.resolution for one in nowhere} == {"page"}


@pytest.mark.parametrize(
    "text",
    [
        "Xã học Nghị định 71.",
        "Xã học Nghị định 71 của Chính phủ.",
        "Xã học quyết định số 26 sáng nay.",
    ],
)
def test_bare_number_is_known_on_its_page_only(text: str) -> None:
    first, second = only(text, article="bai-1"), only(text, article="bai-2")
    assert (first.resolution, second.resolution) == ("page", "page")
    assert first.id != second.id


def test_named_document_is_known_on_its_page_only() -> None:
    text = "Hai bên bàn việc xây dựng quy chế phối hợp công tác."
    first, second = only(text, article="bai-1"), only(text, article="bai-2")
    assert first.resolution == "page"
    assert re.fullmatch(r"quy-che-phoi-hop-cong-tac-[0-9a-f]{8}", first.id)
    assert first.id != second.id


def test_term_of_a_central_document_follows_from_its_day() -> None:
    one = only("Xã nhận Công văn số 7-CV/VPTW ngày 9/11/2021.")
    assert (one.term, one.year) == ("XIII", "2021")
    provincial = only("Xã học Kế hoạch số 44-KH/TU ngày 15/12/2021.")
    assert provincial.term == ""
    assembly = only("Xã học Nghị quyết số 430 của Quốc hội khóa XV.")
    assert assembly.term == ""


def test_identity_does_not_depend_on_what_else_the_page_cites() -> None:
    text = "Xã học Kế hoạch số 44-KH/TU."
    alone = identified(text)
    among = identified(f"Huyện học Nghị định 71. {text} Tỉnh học Luật Đất đai.")
    assert alone[0] in among


KEYS = st.builds(
    DirectiveKey,
    kind=st.sampled_from(["chi_thi", "nghi_quyet"]),
    number=st.integers(1, 999).map(lambda number: f"{number:02}"),
    year=st.sampled_from(["", "2020", "2021"]),
    issuer=st.sampled_from(["tw", "tu", "cp"]),
    place=st.sampled_from(["", "lao-cai-63", "lao-cai-34"]),
    issued=st.sampled_from(["", "2022", "xii"]),
)


@given(KEYS, KEYS)
def test_ids_are_ascii_and_differ_where_keys_do(one: DirectiveKey, other: DirectiveKey) -> None:
    first, second = one.id(one.kind), other.id(other.kind)
    assert re.fullmatch(r"[a-z0-9-]+", first)
    same = (one.number.lstrip("0"), one) == (other.number.lstrip("0"), other)
    assert (first == second) == same
