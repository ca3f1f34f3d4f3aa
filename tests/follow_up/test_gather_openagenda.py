"""Nights from end to end: an agenda's pages are read, contributions written, a request opened, and brought up to date."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import gather
from contributions.region.hub import Source
from follow_up.api import Api
from gathering.branches import Repository
from support_git import Repository as Git
from support_imports import MAP
from support_sources import HOST, say, server

SOURCE = Source(source="openagenda", url=f"https://{HOST}/v2/agendas/9/events?detailed=1&size=1")
PLACE = {"name": "Salle des fêtes", "address": "1 rue Haute", "postalCode": "80100", "city": "Abbeville", "insee": "80001"}
EVENTS = [
    {
        "uid": number,
        "title": {"fr": title},
        "description": {"fr": f"Une soirée pour lever les yeux, la {number}e."},
        "timings": [{"begin": f"2026-12-1{number}T18:00:00+01:00", "end": f"2026-12-1{number}T20:00:00+01:00"}],
        "location": PLACE,
        "keywords": {"fr": ["Étoiles", "Atelier pratique"]},
        "state": 2,
        "status": 1,
        "attendanceMode": 1,
    }
    for number, title in enumerate(["Nuit du ciel", "Matin des roches"], 1)
]


def test_an_agenda_is_proposed_as_contributions_once_and_what_it_says_more_in_the_same_request(
    api: Api, github: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = Git(tmp_path / "hub")
    hub.replace({"imports/openagenda.yml": MAP})
    hub.commit()
    hub("clone", "--quiet", "--bare", ".", str(tmp_path / "origin.git"))
    hub("remote", "add", "origin", str(tmp_path / "origin.git"))
    command = import_module("import")
    events = list(EVENTS)

    def agenda(request: BaseHTTPRequestHandler, _before: int) -> None:
        """One event a page."""
        at = int(parse_qs(urlsplit(request.path).query).get("after[]", ["0"])[0])
        after = [at + 1] if at + 1 < len(events) else None
        say(request, json.dumps({"success": True, "total": len(events), "events": events[at : at + 1], "after": after}).encode())

    def take(source: Source, content: Path, report: Path) -> int:
        places = ["--content", str(content), "--cache", str(report.parent / "cache"), "--report", str(report)]
        code: int = command.main([source.source, source.url, *places])
        return code

    github.pulls = []
    monkeypatch.setenv("ESCALE_TODAY", "2026-11-21")
    with server(agenda) as (played, port):
        monkeypatch.setattr(command, "fetching", lambda _hub, _address: played.fetcher(port).fetch)
        assert gather.gathered(api, Repository(hub.folder, "main"), SOURCE, take) == 0
        ((method, path, opened),) = github.sent
        assert (method, path) == ("POST", "pulls")
        assert "2 nouvelles fiches." in opened["body"]
        branch = opened["head"]
        assert hub("diff", "--name-only", "main", f"refs/remotes/origin/{branch}").split() == [
            "content/events/matin-des-roches-2026.md",
            "content/events/nuit-du-ciel-2026.md",
        ]
        assert "  - start: 2026-12-11 18:00" in hub("show", f"origin/{branch}:content/events/nuit-du-ciel-2026.md")
        github.pulls = [{"number": 42, **opened}]
        tip = hub("rev-parse", f"origin/{branch}")
        assert gather.gathered(api, Repository(hub.folder, "main"), SOURCE, take) == 0
        assert github.sent == [(method, path, opened)]
        events.append({**EVENTS[0], "uid": 3, "title": {"fr": "Soir des marées"}})
        assert gather.gathered(api, Repository(hub.folder, "main"), SOURCE, take) == 0
    hub("fetch", "--quiet", "origin")
    assert hub("rev-parse", f"origin/{branch}^") == tip
    assert github.sent[1][:2] == ("PATCH", "pulls/42")
    assert "3 nouvelles fiches." in github.sent[1][2]["body"]
