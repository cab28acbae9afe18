"""The folder that MkDocs builds from: Markdown and a configuration for each language.

Plain files, so that the same folder also builds under the forks of MkDocs. Not for: building.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from opendata.site.markup import escaped
from opendata.site.pages import Page, Section
from opendata.site.words import LANGUAGES, NAMES, Language

THEME = Path(__file__).parent / "theme"
BASE = "base.yml"
CONFIG = "mkdocs.yml"

# Which system setting, the theme's scheme for it, the button's icon and its name.
_SCHEMES: tuple[tuple[str, str, str, tuple[str, str]], ...] = (
    ("(prefers-color-scheme)", "", "brightness-auto", ("As the system", "Theo hệ thống")),
    ("(prefers-color-scheme: light)", "default", "brightness-7", ("Light", "Sáng")),
    ("(prefers-color-scheme: dark)", "slate", "brightness-4", ("Dark", "Tối")),
)


def write_mkdocs_files(
    folder: Path, menus: Mapping[Language, Section], names: Mapping[Language, str], notice: str
) -> None:
    """Writes the Markdown of each language's menu into `folder/en/docs`, `folder/vi/docs`.

    `names` are the names of the site, `notice` the line at the foot of each page; both are text.
    """
    _write_yaml(folder / BASE, _base())
    for language, menu in menus.items():
        for page in menu.pages():
            path = folder / language / "docs" / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_front(page) + page.text, encoding="utf-8", newline="\n")
        own = _own(language, menu, names[language], notice)
        _write_yaml(folder / language / CONFIG, own)


def _front(page: Page) -> str:
    return f"---\nhide: [{', '.join(page.hide)}]\n---\n\n" if page.hide else ""


def _base() -> dict[str, Any]:
    return {
        "strict": True,
        "use_directory_urls": False,  # so that the site also opens from a folder
        "extra_css": ["assets/opendata/opendata.css"],
        "extra": {
            "generator": False,
            "alternate": [
                {"name": NAMES[one], "link": f"../{one}/", "lang": one} for one in LANGUAGES
            ],
        },
        "validation": {
            "omitted_files": "warn",
            "absolute_links": "warn",
            "unrecognized_links": "warn",
            "anchors": "warn",
        },
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "def_list",
            "md_in_html",
            "tables",
            {"toc": {"permalink": True, "toc_depth": 3}},
            {"pymdownx.highlight": {"anchor_linenums": False}},
            "pymdownx.superfences",
        ],
    }


def _own(language: Language, menu: Section, name: str, notice: str) -> dict[str, Any]:
    # The theme puts these into its pages as they are.
    return {
        "INHERIT": f"../{BASE}",
        "site_name": escaped(name),
        "copyright": escaped(notice),
        "docs_dir": "docs",
        "theme": _theme(language),
        "plugins": [
            {"search": {"lang": sorted({"en", language}), "separator": r'[\s\-/,:;.()"“”]+'}}
        ],
        "nav": [_entry(part) for part in menu.parts],
    }


def _theme(language: Language) -> dict[str, Any]:
    at = LANGUAGES.index(language)
    following = [*_SCHEMES[1:], _SCHEMES[0]]
    return {
        "name": "material",
        "custom_dir": str(THEME),
        "language": language,
        "font": False,
        "icon": {"logo": "material/table-search"},
        "palette": [
            {
                "media": media,
                **({"scheme": scheme} if scheme else {}),
                "toggle": {"icon": f"material/{icon}", "name": after[3][at]},
            }
            for (media, scheme, icon, _), after in zip(_SCHEMES, following, strict=True)
        ],
        "features": [
            "content.code.copy",
            "navigation.indexes",
            "navigation.tabs",
            "navigation.top",
            "search.highlight",
            "toc.follow",
        ],
    }


def _entry(part: Page | Section) -> dict[str, Any]:
    if isinstance(part, Page):
        return {part.title: part.path}
    first, *rest = part.parts
    if isinstance(first, Page) and first.path.endswith("index.md"):
        return {part.title: [first.path, *map(_entry, rest)]}
    return {part.title: [_entry(one) for one in part.parts]}


def _write_yaml(path: Path, value: object) -> None:
    import yaml

    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8", newline="\n")
