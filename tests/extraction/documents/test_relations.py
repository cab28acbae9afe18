"""Relations between two documents: only what the page says of the documents themselves."""

from __future__ import annotations

import pytest
from tests.extraction.pages import page_of

from opendata.extraction.documents.citations import find_citations
from opendata.extraction.documents.relations import find_relations


def relations(text: str) -> list[tuple[str, str, str]]:
    page = page_of(text, "2025-05-01")
    citations = find_citations(page)
    return [
        (
            page.view.quote(citations[one.source].span),
            one.relation,
            page.view.quote(citations[one.target].span),
        )
        for one in find_relations(page, citations)
    ]


SAID = [
    (
        "Xã học Kết luận số 84-KL/TW ngày 29/7/2020 của Bộ Chính trị về tổng kết 15 năm thực hiện Nghị quyết số 49-NQ/TW.",
        [("Kết luận số 84-KL/TW", "reviews", "Nghị quyết số 49-NQ/TW")],
    ),
    (
        "Huyện có Đề án số 10-ĐA/TU. Huyện ban hành Kế hoạch số 44-KH/TU ngày 1/2/2021 triển khai thực hiện Đề án.",
        [("Kế hoạch số 44-KH/TU", "implements", "Đề án")],
    ),
    (
        "Hai bên xây dựng quy chế phối hợp công tác. Theo đó, quy chế phối hợp sẽ gồm hai phần lớn: cùng "
        "lãnh đạo thực hiện Chỉ thị số 26-CT/TW; phối hợp giám sát.",
        [("quy chế phối hợp", "implements", "Chỉ thị số 26-CT/TW")],
    ),
    (
        "Nghị định 123/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định 100/2019/NĐ-CP.",
        [("Nghị định 123/2021/NĐ-CP", "amends", "Nghị định 100/2019/NĐ-CP")],
    ),
    (
        "Thông tư số 46/2024/TT-BCA bổ sung khoản 1 Điều 10 Thông tư số 19/2021/TT-BCA.",
        [("Thông tư số 46/2024/TT-BCA", "amends", "Thông tư số 19/2021/TT-BCA")],
    ),
    (
        "Nghị định 06/2019/NĐ-CP được sửa đổi bởi Nghị định 84/2021/NĐ-CP.",
        [("Nghị định 84/2021/NĐ-CP", "amends", "Nghị định 06/2019/NĐ-CP")],
    ),
    (
        "Theo Nghị định 06/2019/NĐ-CP (sửa đổi, bổ sung tại Nghị định 84/2021/NĐ-CP), xã làm.",
        [("Nghị định 84/2021/NĐ-CP", "amends", "Nghị định 06/2019/NĐ-CP")],
    ),
    (
        "Kế hoạch số 5-KH/TU tổ chức triển khai thực hiện Nghị quyết số 18-NQ/TW.",
        [("Kế hoạch số 5-KH/TU", "implements", "Nghị quyết số 18-NQ/TW")],
    ),
    (
        "Quy định số 37-QĐ/TW thay thế Quy định số 47-QĐ/TW.",
        [("Quy định số 37-QĐ/TW", "replaces", "Quy định số 47-QĐ/TW")],
    ),
    (
        "Nghị định số 156/2018/NĐ-CP quy định chi tiết một số điều của Luật Lâm nghiệp.",
        [("Nghị định số 156/2018/NĐ-CP", "guides", "Luật Lâm nghiệp")],
    ),
    (
        "Quy định 144 là bước cụ thể hóa Kết luận số 21.",
        [("Quy định 144", "implements", "Kết luận số 21")],
    ),
    (
        "Kế hoạch số 5-KH/TU thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW.",
        [
            ("Kế hoạch số 5-KH/TU", "implements", "Nghị quyết số 18-NQ/TW"),
            ("Kế hoạch số 5-KH/TU", "implements", "Nghị quyết số 19-NQ/TW"),
        ],
    ),
]


@pytest.mark.parametrize("text, expected", SAID)
def test_relation_that_is_said_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xã thực hiện Chỉ thị số 26-CT/TW và Nghị quyết số 49-NQ/TW.",
        "Huyện ban hành Kế hoạch số 5-KH/TU. Các xã thực hiện Nghị quyết số 18-NQ/TW.",
        "Nghị định 168/2024/NĐ-CP không thay thế hoàn toàn Nghị định 100/2019/NĐ-CP.",
        "Kế hoạch số 5-KH/TU được huyện thông qua, xã thực hiện Nghị quyết số 18-NQ/TW.",
        "Theo Nghị định số 178/2024/NĐ-CP, hướng dẫn tại Thông tư số 7/2024/TT-BNV, xã chi trả.",
        "Nghị định 15/2020/NĐ-CP sửa đổi khoản 3 Điều 1 Nghị định 14/2022/NĐ-CP.",
        "Kế hoạch số 5-KH/TU\nthực hiện Nghị quyết số 18-NQ/TW.",
    ],
)
def test_what_people_do_is_no_relation_of_documents(text: str) -> None:
    assert relations(text) == []


def test_quote_holds_both_documents() -> None:
    page = page_of("Xã học Quy định số 37-QĐ/TW thay thế Quy định số 47-QĐ/TW rồi về.")
    citations = find_citations(page)
    (relation,) = find_relations(page, citations)
    assert page.view.quote(relation.span) == "Quy định số 37-QĐ/TW thay thế Quy định số 47-QĐ/TW"
