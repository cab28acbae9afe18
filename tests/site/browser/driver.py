"""A browser that looks at a built site: what a page said, asked for, broke, and whom it shuts out.

Not for: what must be true of the pages; the tests beside this file hold that.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
_REMEDY = (
    "The browser tests need Debian's Chromium and Playwright: `apt-get install chromium`, "
    "then `pip install -e '.[site,browser]'` (no `playwright install`: its own browser is not used)"
)
# Heard before any script of the page runs.
_LISTEN = """
window.__refused = [];
document.addEventListener("securitypolicyviolation",
  e => window.__refused.push(e.effectiveDirective + " " + e.blockedURI));
"""


def missing(what: str) -> None:
    """Skips, saying how to get it; in CI a test that cannot run has failed."""
    message = f"{what} is not there. {_REMEDY}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium, as a Playwright browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright for Python")
    if not CHROMIUM.exists():
        missing(f"Chromium ({CHROMIUM})")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on a port of this machine; yields its address, which ends with `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Watched:
    """A page of the browser, and what was noticed while it was open."""

    page: Any
    base: str
    errors: list[str] = field(default_factory=list)
    offsite: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Goes to a page of the site and waits until it is at rest."""
        self.page.goto(self.base + path, wait_until="load")
        self.page.evaluate("() => document.fonts.ready.then(() => true)")

    def refused(self) -> list[str]:
        """What the page's own policy stopped."""
        found: list[str] = self.page.evaluate("() => window.__refused")
        return found

    def barriers(self, *rules: str) -> list[str]:
        """What axe finds, by all its rules or by some: rule and element, one a line."""
        from axe_playwright_python.sync_playwright import Axe

        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": list(rules)}
        found = Axe().run(self.page, options=options).response["violations"]
        return [
            f"{rule['id']} ({rule['impact']}): {node['target'][0]}"
            for rule in found
            for node in rule["nodes"][:3]
        ]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        found: int = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return found


@contextmanager
def watched(
    browser: Any, base: str, *, scheme: str = "light", size: Any = WIDE, script: bool = True
) -> Iterator[Watched]:
    """A fresh page on the site at `base`; `scheme` is what the system prefers."""
    context = browser.new_context(
        color_scheme=scheme, viewport=size, java_script_enabled=script, reduced_motion="reduce"
    )
    context.add_init_script(_LISTEN)
    page = context.new_page()
    one = Watched(page, base)
    page.on(
        "console",
        lambda said: one.errors.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: one.errors.append(str(error)))
    page.on(
        "requestfailed",
        # A page that is left gives up what it was still asking for.
        lambda request: (
            one.errors.append(f"failed: {request.url}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.on(
        "response",
        lambda got: one.errors.append(f"{got.status}: {got.url}") if got.status >= 400 else None,
    )

    def asked(request: Any) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            one.offsite.append(request.url)

    page.on("request", asked)
    yield one
    context.close()


def kinds(site: Path, language: str) -> dict[str, list[str]]:
    """The types of pages of a language, each with pages to look at, as paths below the site.

    A folder is a type: its entrance and its largest page stand for it. In the top folder each
    page is its own.
    """
    folders: dict[str, list[Path]] = {}
    for path in sorted((site / language).rglob("*.html")):
        folders.setdefault(path.parent.relative_to(site / language).as_posix(), []).append(path)
    found = {}
    for folder, paths in folders.items():
        by_size = sorted(paths, key=lambda path: path.stat().st_size)
        chosen = {by_size[-1], *(p for p in paths if p.name == "index.html")}
        if folder == ".":
            chosen = set(paths)
        found[folder] = [path.relative_to(site).as_posix() for path in sorted(chosen)]
    return found
