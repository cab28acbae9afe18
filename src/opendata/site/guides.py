"""The hand-written guides: a folder with `nav.yaml`, and each page in `en/` and `vi/`.

`nav.yaml` lists the pages by name, in the order of the menu; `images/` holds their pictures.
Not for: generated pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from opendata.errors import InputError
from opendata.site.markup import heading
from opendata.site.pages import CHANGELOG, Page, guide_page
from opendata.site.words import LANGUAGES, Language, Words

NAV = "nav.yaml"
_TITLE = re.compile(r"\A# (.+)")


@dataclass(frozen=True, slots=True)
class Guides:
    """What a folder of guides holds. `changelog` and `citation` are the texts of the files beside
    the folder, empty where there is none; `images` are the pictures by their path in the folder."""

    pages: dict[Language, tuple[Page, ...]]
    changelog: str = ""
    citation: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)

    def paths(self) -> frozenset[str]:
        """The paths of the pages, the same in each language."""
        return frozenset(page.path for page in self.pages["en"])


NO_GUIDES = Guides({"en": (), "vi": ()})


def read_guides(folder: Path) -> Guides:
    """The guides in a folder, CHANGELOG.md and CITATION.cff beside it.

    Raises `InputError` where a page is missing in a language, has no title, or is not listed.
    """
    names = _names(folder)
    for language in LANGUAGES:
        _refuse_unlisted(folder / language, names)
    pages = {
        language: tuple(_page(folder / language / f"{name}.md", name) for name in names)
        for language in LANGUAGES
    }
    beside = folder.resolve().parent
    images = {f"images/{one.name}": one.read_bytes() for one in folder.glob("images/*.svg")}
    changelog, citation = _beside(beside / "CHANGELOG.md"), _beside(beside / "CITATION.cff")
    return Guides(pages, changelog, citation, images)


def changelog_page(guides: Guides, words: Words) -> Page:
    """The changelog, which is kept in English."""
    text = _TITLE.sub("", guides.changelog, count=1).lstrip()
    english = f'<div lang="en" markdown>\n\n{text}\n\n</div>' if text else ""
    parts = [heading(1, words("changelog")), words("english_only"), english]
    return Page(CHANGELOG, words("changelog"), "\n\n".join(filter(None, parts)))


def _names(folder: Path) -> list[str]:
    import yaml

    path = folder / NAV
    remedy = "Write the names of the pages as a YAML list, e.g. `- use-the-data`"
    try:
        stated: Any = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise InputError(str(path), problem, remedy) from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise InputError(str(path), "is not YAML in UTF-8", remedy) from None
    if not isinstance(stated, list) or not all(isinstance(name, str) for name in stated):
        raise InputError(str(path), "is not a list of names", remedy)
    return stated


def _refuse_unlisted(folder: Path, names: list[str]) -> None:
    found = {path.stem for path in folder.glob("*.md")}
    missing, extra = sorted(set(names) - found), sorted(found - set(names))
    if missing:
        file = str(folder / f"{missing[0]}.md")
        raise InputError(file, "does not exist", f"Write it, or take it out of {NAV}")
    if extra:
        file = str(folder / f"{extra[0]}.md")
        raise InputError(file, f"is not listed in {NAV}", "Add its name there")


def _page(path: Path, name: str) -> Page:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise InputError(str(path), "is not UTF-8", "Save it as UTF-8", place) from None
    title = _TITLE.match(text)
    if not title:
        raise InputError(str(path), "has no title", "Begin it with `# Title`", "line 1")
    return Page(guide_page(name), title[1].strip(), text)


def _beside(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
