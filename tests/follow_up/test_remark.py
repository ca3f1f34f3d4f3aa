"""A pull request has one comment of ours, which says what came of the check and of the build, and whose word that is."""

from __future__ import annotations

import json
from typing import Any

import pytest

import comment
from follow_up.api import Api
from follow_up.changes import Changes
from follow_up.ended import Ended
from follow_up.remark import AUTHOR, MARK, MISSING, post, preview, remark

NUMBERS = {"errors": 0, "warnings": 0, "files": 0, "repairable": 0, "published": 0}
SOUND = {"version": 1, **NUMBERS, "problems": [], "previews": []}
WRONG = {"path": "content/events/nuit.md", "line": 4, "code": "E103", "message": "Non.", "repair": "", "text": ""}
FAULTY = SOUND | {"errors": 1, "files": 1, "problems": [WRONG]}
CONTENT = Changes(frozenset({"content/events/nuit.md"}))


def ended(found: object, verdict: object, *, passed: bool) -> Ended:
    """A check of which GitHub says whether it passed, and what it left."""
    return Ended(42, "a" * 40, passed, {"findings.json": json.dumps(found).encode(), "verdict.json": json.dumps(verdict).encode()})


CHECK = ended(SOUND, {"check": 0, "build": 0}, passed=True)


class TestTheComment:
    def test_begins_with_its_mark_and_the_preview(self) -> None:
        found = remark(CHECK, CONTENT, "escale-hdf")
        assert found.startswith(f"{MARK}\n\n**Votre aperçu du site : https://deploy-preview-42--escale-hdf.netlify.app/**")
        assert found.endswith("\n\n### Merci ! Tout est en ordre.")

    def test_says_that_the_preview_waits_while_there_is_an_error(self) -> None:
        assert "dès qu’il ne restera plus d’erreur" in preview(Ended(42, "a", False, {}), "escale-hdf")

    @pytest.mark.parametrize("site", ["", "a.b", "x/y", "-x", "A", "a" * 70, "https://escale.fr"])
    def test_has_no_preview_of_what_is_no_name_of_a_site(self, site: str) -> None:
        assert preview(CHECK, site) == ""

    def test_says_what_is_to_be_mended(self) -> None:
        found = remark(ended(FAULTY, {"check": 1}, passed=False), CONTENT, site="https://escale.example")
        assert "### Presque : 1 point à corriger" in found
        assert "[E103](https://escale.example/contribuer/problemes/e103/)" in found

    def test_says_that_the_build_failed(self) -> None:
        found = remark(ended(SOUND, {"check": 0, "build": 2}, passed=False), CONTENT)
        assert "### La construction a échoué" in found
        assert "Merci" not in found

    def test_says_that_the_build_did_not_end(self) -> None:
        assert "### La construction n’est pas allée jusqu’au bout" in remark(ended(SOUND, {"check": 0}, passed=False), CONTENT)

    @pytest.mark.parametrize(
        "check",
        [
            Ended(42, "a" * 40, False, {}),
            Ended(42, "a" * 40, True, {}),
            Ended(42, "a" * 40, True, {"findings.json": json.dumps(SOUND).encode()}),
            ended(SOUND, {}, passed=False),
            ended(SOUND, {}, passed=True),
            ended(SOUND, {"check": 0}, passed=True),
            ended(SOUND, {"check": 0, "build": 0}, passed=False),
            ended(SOUND, {"check": 0, "build": 1}, passed=True),
            ended(SOUND, {"check": 1}, passed=False),
            ended(SOUND, {"check": 2}, passed=False),
            ended(SOUND, {"check": -9}, passed=False),
            ended(FAULTY, {"check": 0, "build": 0}, passed=True),
            ended(FAULTY, {"check": 1}, passed=True),
            ended([], {"check": 0, "build": 0}, passed=True),
        ],
    )
    def test_says_that_the_verdict_is_missing_where_it_is_or_cannot_be_so(self, check: Ended) -> None:
        assert remark(check, CONTENT).endswith(MISSING)

    def test_says_before_all_else_that_the_code_changes_too(self) -> None:
        found = remark(CHECK, Changes(frozenset({"scripts/check.py"})))
        assert found.index("ne change pas que des contributions") < found.index("Merci")

    def test_shows_nothing_else_of_what_the_check_left(self) -> None:
        check = Ended(42, "a" * 40, True, {**CHECK.reports, "comment.md": b"@octocat"})
        assert "octocat" not in remark(check, CONTENT)

    def test_is_posted_once_and_then_brought_up_to_date(self, api: Api, github: Any) -> None:
        post(api, 42, f"{MARK} un")
        assert github.sent == [("POST", "issues/42/comments", {"body": f"{MARK} un"})]
        github.comments = [{"id": 3, "user": {"login": AUTHOR}, "body": f"{MARK} un"}]
        post(api, 42, f"{MARK} deux")
        post(api, 42, f"{MARK} un")
        assert github.sent[1:] == [("PATCH", "issues/comments/3", {"body": f"{MARK} deux"})]

    def test_is_found_again_behind_many_others(self, api: Api, github: Any) -> None:
        others = [{"id": n, "user": {"login": "musee"}, "body": "Bonjour"} for n in range(250)]
        github.comments = [*others, {"id": 999, "user": {"login": AUTHOR}, "body": MARK}]
        post(api, 42, f"{MARK} deux")
        assert [(method, path) for method, path, _ in github.sent] == [("PATCH", "issues/comments/999")]

    def test_of_somebody_else_is_left_alone_even_with_our_mark(self, api: Api, github: Any) -> None:
        github.comments = [{"id": 3, "user": {"login": "musee"}, "body": MARK}, {"id": 4, "user": {"login": AUTHOR}, "body": "Autre"}]
        post(api, 42, MARK)
        assert [method for method, _path, _ in github.sent] == ["POST"]


class TestTheCommand:
    def test_posts_what_the_check_found(self, workflow: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NETLIFY_SITE", "escale-hdf")
        assert comment.main() == 0
        ((method, path, sent),) = workflow.sent
        assert (method, path) == ("POST", "issues/42/comments")
        assert "« 13/10 » n’est pas une date." in sent["body"]
        assert "/contribuer/problemes/e103/)" in sent["body"]
        assert "deploy-preview-42--escale-hdf" in sent["body"]

    def test_says_when_the_code_changes_too(self, workflow: Any) -> None:
        workflow.files = [{"filename": "content/x.md"}, {"filename": "plugins/x.py"}]
        assert comment.main() == 0
        assert "ne change pas que des contributions" in workflow.sent[0][2]["body"]

    def test_says_nothing_to_a_pull_request_that_is_closed(self, workflow: Any) -> None:
        workflow.pulls = []
        assert comment.main() == 0
        assert workflow.sent == []

    @pytest.mark.parametrize("name", ["comment", "alerts"])
    def test_ends_quietly_where_the_fork_is_gone(self, workflow: Any, tmp_path: Any, capsys: pytest.CaptureFixture[str], name: str) -> None:
        event = tmp_path / "event.json"
        event.write_text(json.dumps({"workflow_run": {**json.loads(event.read_text())["workflow_run"], "head_repository": None}}))
        assert __import__(name).main() == 0
        assert workflow.sent == []
        assert capsys.readouterr().out.startswith("::notice::")
