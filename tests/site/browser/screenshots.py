"""Pictures of each type of page, in both languages, light and dark, wide and narrow.

    python -m tests.site.browser.screenshots SITE FOLDER

For eyes, not for comparison. Not for: tests.
"""

import shutil
import sys
from pathlib import Path

import pytest
from tests.site.browser.driver import NARROW, WIDE, chromium, kinds, served, watched

from opendata.site.words import LANGUAGES

_TALLEST = 4000  # pixels: a table of data goes on for long, and looks the same


def main(site: Path, out: Path) -> None:
    """Writes `TYPE_PAGE-LANGUAGE-SCHEME-SIZE.png` for each, into a folder made anew."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with chromium() as browser, served(site) as base:
        for scheme in ("light", "dark"):
            for name, size in (("wide", WIDE), ("narrow", NARROW)):
                with watched(browser, base, scheme=scheme, size=size) as seen:
                    for language in LANGUAGES:
                        for path in (
                            one for paths in kinds(site, language).values() for one in paths
                        ):
                            seen.open(path)
                            stem = path.removesuffix(".html").partition("/")[2].replace("/", "_")
                            height = seen.page.evaluate("document.documentElement.scrollHeight")
                            seen.page.screenshot(
                                path=out / f"{stem}-{language}-{scheme}-{name}.png",
                                full_page=True,
                                clip={
                                    "x": 0,
                                    "y": 0,
                                    "width": size["width"],
                                    "height": min(height, _TALLEST),
                                },
                            )


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except (pytest.skip.Exception, pytest.fail.Exception) as missing:
        sys.exit(str(missing))
