"""The folder that MkDocs builds from: Markdown and a configuration for each language.

Plain files, so that the same folder also builds under the forks of MkDocs. Not for: building.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from opendata.site.markup import escaped
from opendata.site.pages import Page, Section
from opendata.site.words import LANGUAGES, NAMES, Language, words_of

THEME = Path(__file__).parent / "theme"
BASE = "base.yml"
CONFIG = "mkdocs.yml"

# Which system setting, the theme's scheme for it, the button's icon and its name.
_SCHEMES: tuple[tuple[str, str, str, tuple[str, str]], ...] = (
    ("(prefers-color-scheme)", "", "brightness-auto", ("As the system", "Theo hệ thống")),
    ("(prefers-color-scheme: light)", "default", "brightness-7", ("Light", "Sáng")),
    ("(prefers-color-scheme: dark)", "slate", "brightness-4", ("Dark", "Tối")),
)

# Vietnamese first, so that no word without its marks is taken for an English stop word.
_SEARCH: Mapping[Language, list[str]] = {"en": ["vi", "en"], "vi": ["vi"]}


def write_mkdocs_files(
    folder: Path,
    menus: Mapping[Language, Section],
    names: Mapping[Language, str],
    notice: str,
    images: Mapping[str, bytes],
) -> None:
    """Writes the Markdown of each language's menu into `folder/en/docs`, `folder/vi/docs`.

    `names` are the names of the site, `notice` the line at the foot of each page; both are text.
    `images` are pictures by their path from the top.
    """
    _write_yaml(folder / BASE, _base())
    for language, menu in menus.items():
        for page in menu.pages():
            path = folder / language / "docs" / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_front(page) + page.text, encoding="utf-8", newline="\n")
        for name, content in images.items():
            path = folder / language / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        own = _own(language, menu, names[language], notice)
        _write_yaml(folder / language / CONFIG, own)


def _front(page: Page) -> str:
    hidden = f"hide: [{', '.join(page.hide)}]\n" if page.hide else ""
    unsearched = "" if page.searched else "search: {exclude: true}\n"
    # Without a menu to tell it, the theme would put the heading's text into its pages as it is.
    title = "" if page.listed else f"title: {json.dumps(escaped(page.title))}\n"
    front = hidden + unsearched + title
    return f"---\n{front}---\n\n" if front else ""


def _base() -> dict[str, Any]:
    return {
        "strict": True,
        "use_directory_urls": False,  # so that the site also opens from a folder
        "extra_css": [
            "assets/opendata/theme.css",
            "assets/opendata/opendata.css",
            "assets/opendata/page-to-record.css",
            "assets/opendata/rows.css",
            "assets/opendata/pictures.css",
        ],
        "extra_javascript": [
            "assets/opendata/theme.js",
            "assets/opendata/page-to-record.js",
            "assets/opendata/rows.js",
        ],
        "extra": {
            "generator": False,
            "polyfills": ["assets/opendata/folder.js"],  # the theme loads these before its own
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
    words = words_of(language)
    # The theme puts these into its pages as they are.
    return {
        "INHERIT": f"../{BASE}",
        "site_name": escaped(name),
        "copyright": escaped(notice),
        "docs_dir": "docs",
        "theme": _theme(language),
        "plugins": [{"search": {"lang": _SEARCH[language], "separator": r'[\s\-/,:;.()"“”]+'}}],
        "extra": {
            "phrases": {
                "search.result.initializer": words("search_needs_script"),
                "tabs": words("parts_of_the_site"),
            }
        },
        "nav": [_entry(part) for part in menu.parts],
        "not_in_nav": "\n".join(_unlisted(menu)),
    }


def _unlisted(menu: Section) -> list[str]:
    """The folders of the pages that stand in no menu: one pattern each, since MkDocs tries them all
    on every page."""
    return sorted({f"/{posixpath.dirname(p.path)}/" for p in menu.pages() if not p.listed})


def _theme(language: Language) -> dict[str, Any]:
    at = LANGUAGES.index(language)
    following = [*_SCHEMES[1:], _SCHEMES[0]]
    return {
        "name": "material",
        "custom_dir": str(THEME),
        "language": language,
        "font": False,
        "favicon": "assets/opendata/mark.svg",
        "logo": "assets/opendata/mark.svg",
        "palette": [
            {
                "media": media,
                **({"scheme": scheme} if scheme else {}),
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": f"material/{icon}", "name": after[3][at]},
            }
            for (media, scheme, icon, _), after in zip(_SCHEMES, following, strict=True)
        ],
        "features": [
            "content.code.copy",
            "navigation.indexes",
            "navigation.prune",  # keeps the menu, and so each page, small
            "navigation.tabs",
            "navigation.top",
            "search.highlight",
            "toc.follow",
        ],
    }


def _entry(part: Page | Section) -> dict[str, Any]:
    if isinstance(part, Page):
        return {part.title: part.path}
    first, *rest = (one for one in part.parts if isinstance(one, Section) or one.listed)
    if isinstance(first, Page) and first.path.endswith("index.md"):
        return {part.title: [first.path, *map(_entry, rest)]}
    return {part.title: [_entry(one) for one in (first, *rest)]}


def _write_yaml(path: Path, value: object) -> None:
    import yaml

    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8", newline="\n")
