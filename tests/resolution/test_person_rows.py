"""Who is one person across pages: namesakes of another province or body are others."""

import pytest

from opendata.authority import load
from opendata.extraction.extract import extract
from opendata.resolution.person_rows import known_persons

NAME = "Nguyễn Văn An"
LAO_CAI, LONG_AN = "Tỉnh ủy Lào Cai", "Tỉnh ủy Long An"


def person_id(article_id: str, place: str, who: str) -> str:
    """The id of the one person that a page names."""
    authority = load()
    text = f"Hội nghị sơ kết\n\nThứ Ba, 14/05/2024, 09:20\nSáng 14/5, {place} họp. {who} chủ trì."
    found = extract(text, authority)
    (known,) = known_persons(found, article_id, authority, everyone=True).values()
    return known.id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # the same province, however the office is worded
        ((LAO_CAI, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), (LAO_CAI, f"Ông {NAME}, Bí thư Tỉnh ủy Lào Cai,"), True),
        ((LAO_CAI, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), (LONG_AN, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), True),
        # another province
        ((LAO_CAI, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), (LONG_AN, f"Bí thư Tỉnh ủy Long An {NAME}"), False),
        # a central body and a province; one central body; two central bodies
        ((LAO_CAI, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), (LAO_CAI, f"Bộ trưởng Bộ Y tế {NAME}"), False),
        ((LAO_CAI, f"Bộ trưởng Bộ Y tế {NAME}"), (LONG_AN, f"Bộ trưởng Bộ Y tế {NAME}"), True),
        ((LAO_CAI, f"Bộ trưởng Bộ Y tế {NAME}"), (LAO_CAI, f"Thứ trưởng Bộ Nội vụ {NAME}"), False),
        # who was somewhere else before is of the place where he is now
        ((LAO_CAI, f"Nguyên Bí thư Tỉnh ủy Long An {NAME}, Bí thư Tỉnh ủy Lào Cai,"), (LAO_CAI, f"Bí thư Tỉnh ủy Lào Cai {NAME}"), True),
        # nobody knows whether two accused are one
        ((LAO_CAI, f"Bị cáo {NAME}"), (LAO_CAI, f"Bị cáo {NAME}"), False),
    ],
)  # fmt: skip
def test_namesakes(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert (person_id("a", *one) == person_id("b", *other)) is same
