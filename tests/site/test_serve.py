"""make serve shows a site as the host will: what the host will refuse is refused on the desk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

import serve

HEADERS = """\
/*
  X-Content-Type-Options: nosniff
/agenda/*
  Content-Security-Policy: default-src 'none'
  Cache-Control: public, max-age=31536000, immutable
/agenda.ics
  Content-Type: text/calendar; charset=utf-8
"""
Fetch = Callable[[str], HTTPResponse]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "agenda").mkdir()
    for name, text in {"_headers": HEADERS, "agenda/index.html": "<p>Agenda", "agenda.ics": "x", "404.html": "<p>Perdu"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def fetch(site: Path) -> Iterator[Fetch]:
    """Asks a server in a thread of its own: browser tests may have left a loop in this one."""
    socket, port = bind_unused_port()
    loop, done = asyncio.new_event_loop(), asyncio.Event()

    async def answer() -> None:
        server = HTTPServer(serve.application(site, port))
        server.add_sockets([socket])
        await done.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=loop.run_until_complete, args=[answer()])
    thread.start()

    def asked(path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path)
        return connection.getresponse()

    yield asked
    loop.call_soon_threadsafe(done.set)
    thread.join()
    loop.close()


class TestAnAnswer:
    def test_says_what_the_host_will_and_is_never_kept(self, fetch: Fetch) -> None:
        said = fetch("/agenda/").headers
        assert said.get_all("Content-Security-Policy") == ["default-src 'none'"]
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said.get_all("Cache-Control") == ["no-store"]

    def test_is_of_the_type_that_the_host_will_say(self, fetch: Fetch) -> None:
        assert fetch("/agenda.ics").headers["Content-Type"] == "text/calendar; charset=utf-8"

    def test_of_nothing_says_it_too(self, fetch: Fetch) -> None:
        lost = fetch("/agenda/rien/")
        assert (lost.status, lost.read().decode().startswith("<p>Perdu")) == (404, True)
        assert lost.headers["Content-Security-Policy"] == "default-src 'none'"

    def test_of_a_site_that_is_not_built_yet_is_one(self, fetch: Fetch, site: Path) -> None:
        (site / "_headers").unlink()
        assert fetch("/agenda/").status == 200
