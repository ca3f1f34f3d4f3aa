"""The demo, served as the host would, and a browser that looks at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from support import Built
from support_browser import at_a_desk, served

CHROMIUM = Path(os.environ.get("CHROME_PATH", "/usr/bin/chromium"))


@pytest.fixture(scope="session")
def origin(demo: Built) -> Iterator[str]:
    """The demo's address on this machine."""
    with served(demo.output) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Its absence is a failure: a suite that skips its browser proves nothing."""
    if not CHROMIUM.is_file():
        pytest.fail(f"No browser at {CHROMIUM}: install chromium, or set CHROME_PATH to one.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, origin: str) -> Iterator[BrowserContext]:
    """A visitor at a desk."""
    with at_a_desk(browser, origin) as visitor:
        yield visitor


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that visitor."""
    return context.new_page()


@pytest.fixture
def phone(browser: Browser, origin: str) -> Iterator[Page]:
    """A page of a visitor with a small phone."""
    opened = browser.new_context(base_url=origin, viewport={"width": 390, "height": 844}, locale="fr-FR", has_touch=True, is_mobile=True)
    opened.set_default_timeout(10_000)
    yield opened.new_page()
    opened.close()


@pytest.fixture
def plain(browser: Browser, origin: str) -> Iterator[Page]:
    """A page of a visitor without JavaScript."""
    opened = browser.new_context(base_url=origin, java_script_enabled=False, locale="fr-FR")
    opened.set_default_timeout(10_000)
    yield opened.new_page()
    opened.close()
