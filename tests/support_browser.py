"""A site served as the host would, and a visitor who looks at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, expect

from publishing.headers import Rule, read
from support import TODAY
from support_headers import Said, both

PATIENCE = 60_000
"""Milliseconds after which something will not come any more, on the busiest machine: a test that passes never waits so long."""

expect.set_options(timeout=PATIENCE)


class Handler(SimpleHTTPRequestHandler):
    """A host's behaviour: an index for a folder, the headers of the site, and its page for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, rules: Sequence[Rule], custom: Callable[[Sequence[Rule], str], Said], **settings: Any) -> None:
        self._rules, self._custom = rules, custom
        super().__init__(*args, **settings)

    def translate_path(self, path: str) -> str:
        """A file of the site; what is not there is the 404 page."""
        return str(self._file(path) or Path(self.directory) / "404.html")

    def send_response(self, code: int, message: str | None = None) -> None:
        """The status that the host would give."""
        missing = code == HTTPStatus.OK and self._file(self.path) is None
        super().send_response(HTTPStatus.NOT_FOUND if missing else code, message)

    def end_headers(self) -> None:
        """The headers that the site's own _headers gives to the path."""
        for name, value in self._said():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        """The type that the site's own _headers gives, else that of the ending."""
        return dict(self._said()).get("Content-Type") or super().guess_type(path)

    def log_message(self, format: str, *args: Any) -> None:
        """Silence: what matters fails a test."""

    def _said(self) -> Said:
        return self._custom(self._rules, unquote(urlsplit(self.path).path))

    def _file(self, path: str) -> Path | None:
        inner = unquote(urlsplit(path).path).lstrip("/")
        file = Path(self.directory) / inner
        if inner == "" or inner.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None


@contextmanager
def served(site: Path, custom: Callable[[Sequence[Rule], str], Said] = both) -> Iterator[str]:
    """The address of a site on this machine, and a host's custom where two rules fit."""
    rules = read((site / "_headers").read_text("utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site), rules=rules, custom=custom))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def visiting(browser: Browser, origin: str, *, day: date = TODAY, **settings: Any) -> Iterator[BrowserContext]:
    """A visitor who reads French, with what else Playwright may know of them; nothing that they wait for has to come fast.

    They come on the day of the build, whatever day it is: pages keep to the visitor's own.
    """
    opened = browser.new_context(base_url=origin, locale="fr-FR", **settings)
    opened.set_default_timeout(PATIENCE)
    opened.clock.set_fixed_time(datetime.combine(day, time(9), ZoneInfo("Europe/Paris")))
    yield opened
    opened.close()


def at_a_desk(browser: Browser, origin: str) -> AbstractContextManager[BrowserContext]:
    """A visitor with a large window."""
    return visiting(browser, origin, viewport={"width": 1280, "height": 900}, timezone_id="Europe/Paris")


def visitor(
    browser: Browser, origin: str, day: str = f"{TODAY}", width: int = 1280, **settings: Any
) -> AbstractContextManager[BrowserContext]:
    """A visitor on a day, with a window of a width."""
    own = {"viewport": {"width": width, "height": 860}, "timezone_id": "Europe/Paris", **settings}
    return visiting(browser, origin, day=date.fromisoformat(day), **own)
