"""The demo, served as the host would, and a browser that looks at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from support import Built
from support_browser import at_a_desk, served, visiting, visitor

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


@pytest.fixture(scope="module")
def context(browser: Browser, origin: str) -> Iterator[BrowserContext]:
    """A visitor at a desk."""
    with at_a_desk(browser, origin) as found:
        yield found


@pytest.fixture(scope="module")
def phone_user(browser: Browser, origin: str) -> Iterator[BrowserContext]:
    """A visitor with a small phone."""
    with visitor(browser, origin, width=390, has_touch=True, is_mobile=True) as found:
        yield found


@pytest.fixture(scope="module")
def plain_user(browser: Browser, origin: str) -> Iterator[BrowserContext]:
    """A visitor without JavaScript."""
    with visiting(browser, origin, java_script_enabled=False) as found:
        yield found


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of the visitor at a desk."""
    with context.new_page() as opened:
        yield opened


@pytest.fixture
def phone(phone_user: BrowserContext) -> Iterator[Page]:
    """A page of the visitor with a small phone."""
    with phone_user.new_page() as opened:
        yield opened


@pytest.fixture
def plain(plain_user: BrowserContext) -> Iterator[Page]:
    """A page of the visitor without JavaScript."""
    with plain_user.new_page() as opened:
        yield opened


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show how well the judged questions were answered."""
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        for name, value in getattr(report, "user_properties", ()):
            if name == "judged questions" and report.when == "call":
                terminalreporter.write_sep("-", name)
                terminalreporter.write_line(value)
