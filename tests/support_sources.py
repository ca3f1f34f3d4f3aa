"""A server of this machine that plays a source of imports; only tests reach it, by a connection of their own."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from imports.web.fetching import Fetcher

HOST = "api.openagenda.com"


@dataclass
class Played:
    """What the server answers, and what it was asked."""

    answer: Callable[[BaseHTTPRequestHandler, int], None]
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    now: float = 0.0

    def fetcher(self, port: int, *hosts: str, key: str = "") -> Fetcher:
        def opened(host: str, asked_port: int) -> http.client.HTTPConnection:
            assert asked_port == 443
            return http.client.HTTPConnection("127.0.0.1", port, timeout=2)

        return Fetcher(
            frozenset(hosts or (HOST,)),
            environment={"OPENAGENDA_KEY": key} if key else {},
            open_connection=opened,
            sleep=self.waited.append,
            clock=lambda: self.now,
        )


@contextmanager
def server(answer: Callable[[BaseHTTPRequestHandler, int], None]) -> Iterator[tuple[Played, int]]:
    """A server that answers so; `answer` is given the request and how many came before."""
    played = Played(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            played.asked.append((self.headers.get("Host", ""), self.path, {name.lower(): said for name, said in self.headers.items()}))
            played.answer(self, len(played.asked) - 1)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield played, served.server_port
        finally:
            served.shutdown()


def say(request: BaseHTTPRequestHandler, body: bytes = b"{}", status: int = 200, **headers: str) -> None:
    request.send_response(status)
    for name, said in headers.items():
        request.send_header(name.replace("_", "-"), said)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
