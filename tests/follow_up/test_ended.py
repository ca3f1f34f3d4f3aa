"""Which pull request a check was of is GitHub's word; what the check left is read within bounds or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from follow_up.api import Api
from follow_up.ended import LIMITS, ended, reports

RUN: dict[str, Any] = {
    "id": 7,
    "conclusion": "failure",
    "head_sha": "a" * 40,
    "head_branch": "nuit",
    "head_repository": {"id": 11, "owner": {"login": "musee"}},
}


class TestThePullRequest:
    def test_is_found_by_branch_and_commit_where_the_event_of_a_fork_names_none(self, api: Api, github: Any) -> None:
        found = ended(api, RUN)
        assert found is not None
        assert (found.number, found.sha, found.passed) == (42, "a" * 40, False)
        assert github.asked[0][1]["head"] == ["musee:nuit"]
        assert github.asked[0][1]["state"] == ["open"]

    @pytest.mark.parametrize(
        "head", [{"sha": "b" * 40, "repo": {"id": 11}}, {"sha": "a" * 40, "repo": {"id": 12}}, {"sha": "a" * 40, "repo": None}]
    )
    def test_that_was_pushed_to_since_or_comes_from_elsewhere_is_another(self, api: Api, github: Any, head: dict[str, Any]) -> None:
        github.pulls = [{"number": 42, "head": head}]
        assert ended(api, RUN) is None

    @pytest.mark.parametrize("source", [None, {"id": 11, "owner": None}])
    def test_whose_fork_is_gone_is_none(self, api: Api, source: object) -> None:
        assert ended(api, RUN | {"head_repository": source}) is None

    def test_that_is_closed_is_none(self, api: Api, github: Any) -> None:
        github.pulls = []
        assert ended(api, RUN) is None


class TestReports:
    def test_are_the_files_that_are_known_and_no_others(self, api: Api, github: Any, pack: Any) -> None:
        github.artifact = pack({"findings.json": "[]", "report.sarif": "{}", "../../evil": "x", "number": "1", "comment.md": "Bien."})
        assert reports(api, 7) == {"findings.json": b"[]", "report.sarif": b"{}"}

    def test_may_be_missing(self, api: Api, github: Any, pack: Any) -> None:
        github.artifact = pack({})
        assert reports(api, 7) == {}
        github.artifact = None
        assert reports(api, 7) == {}

    @pytest.mark.parametrize("name", LIMITS)
    def test_that_unpack_to_more_than_their_limit_are_refused(self, api: Api, github: Any, pack: Any, name: str) -> None:
        github.artifact = pack({name: b"x" * (LIMITS[name] + 1)})
        assert len(github.artifact) < 100_000
        assert reports(api, 7) == {}

    def test_that_are_too_long_when_packed_are_refused(self, api: Api, github: Any) -> None:
        github.artifact = b"x" * (sum(LIMITS.values()) + 1)
        assert reports(api, 7) == {}

    @pytest.mark.parametrize("cut", [0, 10, 60])
    def test_that_are_cut_are_refused(self, api: Api, github: Any, cut: int) -> None:
        github.artifact = github.artifact[:cut]
        assert reports(api, 7) == {}

    def test_that_are_damaged_are_refused(self, api: Api, github: Any, pack: Any) -> None:
        whole = bytearray(pack({"findings.json": "Bien. " * 100}))
        whole[45] ^= 0xFF
        github.artifact = bytes(whole)
        assert reports(api, 7) == {}

    def test_are_fetched_without_showing_the_token_to_their_store(self, api: Api, github: Any) -> None:
        reports(api, 7)
        assert github.authorizations["/repos/hub/escale/actions/artifacts/5/zip"] == "Bearer secret"
        assert github.authorizations["/storage"] is None
