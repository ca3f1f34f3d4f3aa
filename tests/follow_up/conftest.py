"""A GitHub of our own: it answers what it is told to, and remembers what it was sent."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from follow_up.api import Api

REPOSITORY = "hub/escale"
SHA = "a" * 40
RUN = {
    "id": 7,
    "event": "pull_request",
    "conclusion": "failure",
    "head_sha": SHA,
    "head_branch": "nuit",
    "head_repository": {"id": 11, "owner": {"login": "musee"}},
    "pull_requests": [],
}
PULL = {"number": 42, "head": {"sha": SHA, "repo": {"id": 11}}}
WRONG = {"path": "content/events/nuit.md", "line": 4, "code": "E103", "message": "« 13/10 » n’est pas une date.", "repair": "", "text": ""}
NUMBERS = {"errors": 0, "warnings": 0, "files": 0, "repairable": 0, "published": 0}
FOUND: dict[str, Any] = {"version": 1, **NUMBERS, "errors": 1, "files": 1, "problems": [WRONG], "previews": []}
"""What a check that found one error leaves."""


class GitHub:
    """One repository with its pull requests, comments, and the artifact of run 7; `sent` holds method, path and JSON."""

    def __init__(self) -> None:
        self.pulls: list[dict[str, Any]] = [PULL]
        self.comments: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = [{"filename": "content/events/nuit.md"}]
        self.artifact: bytes | None = packed({"findings.json": json.dumps(FOUND), "verdict.json": '{"check": 1}'})
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.asked: list[tuple[str, dict[str, list[str]]]] = []
        self.authorizations: dict[str, str | None] = {}
        self.refuses: dict[str, int] = {}
        self.url = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> Any:
        """What a GET gives: JSON, bytes, or an address to go to."""
        first, last = 100 * (int(query.get("page", ["1"])[0]) - 1), 100 * int(query.get("page", ["1"])[0])
        match path.removeprefix(f"/repos/{REPOSITORY}/"):
            case "pulls":
                return self.pulls[first:last]
            case "pulls/42/files":
                return self.files[first:last]
            case "issues/42/comments":
                return self.comments[first:last]
            case "actions/runs/7/artifacts":
                return {"artifacts": [] if self.artifact is None else [{"id": 5}]}
            case "actions/artifacts/5/zip":
                return self.url.replace("127.0.0.1", "localhost") + "/storage"
            case "/storage":
                return self.artifact
        return None


def packed(files: dict[str, str | bytes]) -> bytes:
    """An archive with some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.fixture
def github() -> Iterator[GitHub]:
    """It listens on this machine."""
    state = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            state.asked.append((parts.path, parse_qs(parts.query)))
            state.authorizations[parts.path] = self.headers["Authorization"]
            found = state.answer(parts.path, parse_qs(parts.query))
            if isinstance(found, str):
                self.send_response(302)
                self.send_header("Location", found)
                self.end_headers()
                return
            self.send_response(404 if found is None else 200)
            self.end_headers()
            self.wfile.write(found if isinstance(found, bytes) else json.dumps(found).encode())

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            path = self.path.removeprefix(f"/repos/{REPOSITORY}/")
            state.sent.append((self.command, path, sent))
            self.send_response(state.refuses.get(path, 201))
            self.end_headers()

        def do_PATCH(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield state
    server.shutdown()
    server.server_close()


@pytest.fixture
def api(github: GitHub) -> Api:
    """A client of it."""
    return Api(github.url, REPOSITORY, "secret")


@pytest.fixture
def workflow(github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitHub:
    """The variables of a workflow_run event."""
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": RUN}))

    for name, value in {"API_URL": github.url, "REPOSITORY": REPOSITORY, "TOKEN": "secret", "EVENT_PATH": str(event)}.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    return github


@pytest.fixture
def pack() -> Callable[[dict[str, str | bytes]], bytes]:
    """Make an archive."""
    return packed
