"""How soon the catalogue's filters of a built site answer in Chromium: from the change of a control to the frame that shows its answer.

Beside that stands the processor time of the page's main thread for it – scripts, styles, layout, painting –, which does not depend on
what else the machine does.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import NamedTuple

from playwright.sync_api import CDPSession, Page, sync_playwright

CHROMIUM = os.environ.get("CHROME_PATH", "/usr/bin/chromium")
CHANGES, TOGETHER = 150, 5
"""Changes of controls at random, and how many are set at once."""
QUESTIONS = Path(__file__).with_suffix(".js")


class Quiet(SimpleHTTPRequestHandler):
    """Files of a site, without a word of each."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


class Time(NamedTuple):
    """Milliseconds of a change: until it is painted, and of the main thread's processor."""

    painted: float
    processor: float


def answers(site: Path) -> Iterator[str]:
    """A line for each sort of changes: half of them, nineteen of twenty, and all are answered in so many milliseconds."""
    with _served(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(0)
        page.goto(f"{origin}/outils/")
        page.locator("[data-open]").click()
        page.locator(".filter-n").first.wait_for(state="attached")
        controls = page.evaluate(QUESTIONS.read_text("utf-8"))
        inner = page.context.new_cdp_session(page)
        inner.send("Performance.enable", {"timeDomain": "threadTicks"})
        for name, changes in (("each control", _each(controls)), ("several at once", _some(controls))):
            times = [_time(page, inner, *change) for change in changes]
            painted, processor = (_said([time[at] for time in times]) for at in (0, 1))
            yield f"{name}, {len(times)} changes: painted after {painted} ms; main thread {processor} ms"
        browser.close()


def _each(controls: int) -> Iterator[tuple[int, bool]]:
    for number in range(controls):
        yield number, True
        yield number, False


def _some(controls: int) -> Iterator[tuple[int, bool]]:
    pick, on = Random(15), list[int]()
    for _number in range(CHANGES // 2):
        on.append(pick.choice([number for number in range(controls) if number not in on]))
        yield on[-1], True
        if len(on) > TOGETHER:
            yield on.pop(0), False


def _time(page: Page, inner: CDPSession, number: int, on: bool) -> Time:
    begun = _processor(inner)
    painted: float = page.evaluate("([number, on]) => change(number, on)", [number, on])
    return Time(painted, _processor(inner) - begun)


def _processor(inner: CDPSession) -> float:
    metrics = inner.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration") * 1000


def _said(times: Iterable[float]) -> str:
    ordered = sorted(times)
    half, most = (ordered[int(len(ordered) * part)] for part in (0.5, 0.95))
    return f"p50 {half:.0f}, p95 {most:.0f}, longest {ordered[-1]:.0f}"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
