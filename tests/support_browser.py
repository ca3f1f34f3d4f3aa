"""A site served as the host would, and a visitor who looks at it."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from fnmatch import fnmatchcase
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, expect

from support import REPOSITORY

PATIENCE = 60_000
"""Milliseconds after which something will not come any more, on the busiest machine: a test that passes never waits so long."""

expect.set_options(timeout=PATIENCE)


def rules() -> list[tuple[str, dict[str, str]]]:
    """The host's headers, by pattern of path."""
    file = REPOSITORY / "netlify.toml"
    table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return [(rule["for"], rule["values"]) for rule in table.get("headers", ())]


class Handler(SimpleHTTPRequestHandler):
    """The host's behaviour: an index for a folder, its headers, and its page for what is not there."""

    protocol_version = "HTTP/1.1"
    headers_by_path = rules()

    def translate_path(self, path: str) -> str:
        """A file of the site; what is not there is the 404 page."""
        return str(self._file(path) or Path(self.directory) / "404.html")

    def send_response(self, code: int, message: str | None = None) -> None:
        """The status that the host would give."""
        missing = code == HTTPStatus.OK and self._file(self.path) is None
        super().send_response(HTTPStatus.NOT_FOUND if missing else code, message)

    def end_headers(self) -> None:
        """The headers of netlify.toml whose pattern fits the path."""
        path = urlsplit(self.path).path
        for pattern, values in self.headers_by_path:
            if fnmatchcase(path, pattern):
                for name, value in values.items():
                    self.send_header(name, " ".join(value.split()))
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Silence: what matters fails a test."""

    def _file(self, path: str) -> Path | None:
        inner = unquote(urlsplit(path).path).lstrip("/")
        file = Path(self.directory) / inner
        if inner == "" or inner.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: Handler(*args, directory=str(site)))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def visiting(browser: Browser, origin: str, **settings: Any) -> Iterator[BrowserContext]:
    """A visitor who reads French, with what else Playwright may know of them; nothing that they wait for has to come fast."""
    opened = browser.new_context(base_url=origin, locale="fr-FR", **settings)
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def at_a_desk(browser: Browser, origin: str) -> AbstractContextManager[BrowserContext]:
    """A visitor with a large window."""
    return visiting(browser, origin, viewport={"width": 1280, "height": 900}, timezone_id="Europe/Paris")
