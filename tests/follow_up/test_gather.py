"""Each night what sources say is proposed: one pull request a source, and nothing of what somebody did to it is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import gather
from contributions.region.hub import Source
from follow_up.api import Api
from gathering.branches import Repository
from gathering.proposals import CUT, MARK, MOST, Proposal
from support_git import Repository as Git

SOURCE = Source(source="openagenda", url="https://agenda.example/evenements.json")
BRANCH = "import/openagenda-2bdaff58"
NIGHT = "content/events/nuit.md"


@pytest.fixture
def hub(tmp_path: Path) -> Git:
    """A hub's repository, with its origin beside it."""
    git = Git(tmp_path / "hub")
    git.replace({})
    git.commit()
    git("clone", "--quiet", "--bare", ".", str(tmp_path / "origin.git"))
    git("remote", "add", "origin", str(tmp_path / "origin.git"))
    return git


@pytest.fixture
def night(hub: Git, api: Api, github: Any) -> Callable[..., int]:
    """Take in a source that says some files, `ended` with this code; the hub knows no pull request but those in `github.pulls`."""
    github.pulls = []

    def gathered(files: dict[str, str], ended: int = 0) -> int:
        def take(_source: Source, content: Path, report: Path) -> int:
            for name, text in files.items():
                file = content / name
                file.parent.mkdir(parents=True, exist_ok=True)
                if not file.exists():
                    file.write_text(text)
            report.write_text(f"{len(files)} événement")
            return ended

        hub("fetch", "--quiet", "origin")
        return gather.gathered(api, Repository(hub.folder, "main"), SOURCE, take)

    return gathered


def sent(hub: Git, branch: str = BRANCH) -> str:
    """What a branch of origin says of the night; empty where there is no such branch."""
    hub("fetch", "--quiet", "--prune", "origin", "+refs/heads/*:refs/remotes/origin/*")
    return hub("show", f"origin/{branch}:{NIGHT}") if f"origin/{branch}" in hub("branch", "--remotes") else ""


class TestASource:
    def test_that_says_something_new_is_proposed_once(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        assert night({"events/nuit.md": "Une nuit.\n"}) == 0
        assert sent(hub) == "Une nuit."
        values = {"title": "Import : openagenda", "head": BRANCH, "base": "main", "body": f"{MARK}\n1 événement\n"}
        assert github.sent == [("POST", "pulls", values)]
        github.pulls = [{"number": 42, **values}]
        tip = hub("rev-parse", f"origin/{BRANCH}")
        assert night({"events/nuit.md": "Une nuit.\n"}) == 0
        assert (sent(hub), hub("rev-parse", f"origin/{BRANCH}"), len(github.sent)) == ("Une nuit.", tip, 1)

    def test_that_says_more_brings_its_request_up_to_date(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        night({"events/nuit.md": "Une nuit.\n"})
        github.pulls = [{"number": 42, "title": "Import : openagenda", "body": f"{MARK}\r\n1 événement\r\n"}]
        assert night({"events/nuit.md": "Une nuit.\n", "events/jour.md": "Un jour.\n"}) == 0
        assert github.sent[1] == ("PATCH", "pulls/42", {"title": "Import : openagenda", "body": f"{MARK}\n2 événement\n"})
        sent(hub)
        assert hub("show", f"origin/{BRANCH}:content/events/jour.md") == "Un jour."

    def test_keeps_what_somebody_changed_in_its_request(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        night({"events/nuit.md": "Une nuit.\n"})
        github.pulls = [{"number": 42, "title": "", "body": ""}]
        hub("fetch", "--quiet", "origin", f"+refs/heads/{BRANCH}:refs/remotes/origin/{BRANCH}")
        hub("checkout", "--quiet", "--detach", f"origin/{BRANCH}")
        hub.write({"events/nuit.md": "Une belle nuit.\n"})
        hub.commit()
        hub("push", "--quiet", "origin", f"HEAD:refs/heads/{BRANCH}")
        assert night({"events/nuit.md": "Une nuit.\n", "events/jour.md": "Un jour.\n"}) == 0
        assert sent(hub) == "Une belle nuit."

    def test_that_was_merged_begins_anew(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        night({"events/nuit.md": "Une nuit.\n"})
        sent(hub)
        hub("checkout", "--quiet", "main")
        hub("merge", "--quiet", "--squash", f"origin/{BRANCH}")
        hub.commit()
        hub("push", "--quiet", "origin", "main")
        github.sent.clear()
        assert night({"events/nuit.md": "Une nuit.\n"}) == 0
        assert github.sent == []
        assert night({"events/nuit.md": "Une nuit.\n", "events/jour.md": "Un jour.\n"}) == 0
        assert [method for method, *_ in github.sent] == ["POST"]
        assert hub("rev-list", "--count", f"main..origin/{BRANCH}") == "1"

    def test_that_has_nothing_to_propose_any_more_closes_its_request(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        night({"events/nuit.md": "Une nuit.\n"})
        github.pulls = [{"number": 42, "title": "", "body": ""}]
        hub("checkout", "--quiet", "main")
        hub.write({"events/nuit.md": "Une nuit.\n"})
        hub.commit()
        hub("push", "--quiet", "origin", "main")
        assert night({"events/nuit.md": "Une nuit.\n"}) == 0
        assert github.sent[-1] == ("PATCH", "pulls/42", {"state": "closed"})

    def test_whose_request_conflicts_is_left_alone_and_told(
        self, night: Callable[..., int], hub: Git, github: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        night({"events/nuit.md": "Une nuit.\n"})
        github.pulls = [{"number": 42, "title": "", "body": ""}]
        hub("checkout", "--quiet", "main")
        hub.write({"events/nuit.md": "Une autre nuit.\n"})
        hub.commit()
        hub("push", "--quiet", "origin", "main")
        github.sent.clear()
        assert night({"events/jour.md": "Un jour.\n"}) == 1
        assert f"::error::{BRANCH} ne s’accorde plus avec main." in capsys.readouterr().out
        assert (sent(hub), github.sent) == ("Une nuit.", [])

    def test_that_cannot_be_read_proposes_nothing(self, night: Callable[..., int], hub: Git, github: Any) -> None:
        assert night({"events/nuit.md": "Une nuit.\n"}, ended=2) == 1
        assert (sent(hub), github.sent) == ("", [])

    def test_of_which_something_was_not_understood_proposes_the_rest(self, night: Callable[..., int], hub: Git) -> None:
        assert night({"events/nuit.md": "Une nuit.\n"}, ended=1) == 0
        assert sent(hub) == "Une nuit."


@pytest.mark.parametrize(
    ("day", "turns"),
    [
        (date(2026, 12, 1), ["jour", "mois"]),  # a Tuesday
        (date(2026, 12, 7), ["jour", "semaine"]),  # a Monday
        (date(2026, 12, 8), ["jour"]),
        (None, ["jour", "semaine", "mois"]),
    ],
)
def test_each_source_has_its_turn(day: date | None, turns: list[str]) -> None:
    known = tuple(Source(source="ics", url="https://x.example/", every=every) for every in ("jour", "semaine", "mois"))
    assert [source.every for source in gather.due(known, day)] == turns


def test_a_long_report_is_cut_where_github_would_refuse_it() -> None:
    body = Proposal("b", "main", "t", "x" * 100_000).body
    assert (len(body), body.endswith(CUT)) == (MOST, True)


def test_the_import_knows_no_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("OPENAGENDA_KEY", "own")
    seen: dict[str, Any] = {}

    def run(_line: list[str], env: dict[str, str], check: bool) -> Any:
        seen.update(env)
        return type("Ended", (), {"returncode": 0})

    monkeypatch.setattr("gather.subprocess.run", run)
    assert gather.taken_in(SOURCE, tmp_path, tmp_path / "report.md") == 0
    assert "GITHUB_TOKEN" not in seen
    assert seen["OPENAGENDA_KEY"] == "own"


def test_it_says_what_it_needs_where_it_is_not_in_a_workflow(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in gather.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert gather.main([]) == 2
    assert "Il manque GITHUB_API_URL" in capsys.readouterr().err
