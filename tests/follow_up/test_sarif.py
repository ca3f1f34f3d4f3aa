"""Problems are shown beside their lines, and nothing else of a report reaches GitHub."""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
from typing import Any
from urllib.error import HTTPError

import pytest
from hypothesis import given
from hypothesis import strategies as st

import alerts
from follow_up.api import Api
from follow_up.ended import Ended
from follow_up.sarif import MAX_RESULTS, rebuilt, upload

GOOD: dict[str, Any] = {
    "ruleId": "E103",
    "level": "error",
    "message": {"text": "« 13/10 » n’est pas une date."},
    "locations": [
        {"physicalLocation": {"artifactLocation": {"uri": "content/events/nuit.md"}, "region": {"startLine": 4, "startColumn": 7}}}
    ],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["ruleId", "message", "text", "locations", "physicalLocation", "artifactLocation", "uri", "region"]), inner
        )
    ),
    max_leaves=12,
)


def log(*results: Any) -> bytes:
    """A report with some results."""
    return json.dumps({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL"}}, "results": results}]}).encode()


def results(report: bytes) -> Any:
    """The results that are passed on."""
    return rebuilt(report)["runs"][0]["results"]


class TestReport:
    def test_keeps_code_level_message_and_place(self) -> None:
        assert results(log(GOOD)) == [GOOD]
        assert rebuilt(log(GOOD))["runs"][0]["tool"]["driver"] == {"name": "Escale", "rules": [{"id": "E103"}]}

    def test_goes_under_our_own_name(self) -> None:
        assert b"CodeQL" not in json.dumps(rebuilt(log(GOOD))).encode()

    @pytest.mark.parametrize("path", ["plugins/x.py", "content/../netlify.toml", "/etc/passwd", "content/a\nb", "https://x/", "", 3, None])
    def test_leaves_out_what_is_not_below_content(self, path: object) -> None:
        place = {"physicalLocation": {"artifactLocation": {"uri": path}}}
        assert results(log(GOOD | {"locations": [place]}, GOOD)) == [GOOD]

    @pytest.mark.parametrize("code", ["X1", "E1", "js/sql-injection", 3])
    def test_leaves_out_codes_of_others(self, code: object) -> None:
        assert results(log(GOOD | {"ruleId": code})) == []

    @pytest.mark.parametrize("line", [0, -1, 10**9, "4", True, None])
    def test_leaves_out_lines_that_are_none(self, line: object) -> None:
        place = {"physicalLocation": {"artifactLocation": {"uri": "content/a.md"}, "region": {"startLine": line}}}
        assert results(log(GOOD | {"locations": [place]}))[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}

    def test_makes_no_link_of_a_message(self) -> None:
        told = results(log(GOOD | {"message": {"text": "Voyez [ici](https://mal.example)."}}))[0]["message"]["text"]
        assert told == "Voyez [ici] (https://mal.example)."

    def test_is_bounded(self) -> None:
        assert len(results(log(*[GOOD] * (MAX_RESULTS + 1)))) == MAX_RESULTS
        assert len(results(log(GOOD | {"message": {"text": "x" * 10_000}}))[0]["message"]["text"]) == 1000

    @pytest.mark.parametrize("bad", [b"", b"\xff", b"[]", b"{}", b'{"runs": []}', b'{"runs": [{"results": {"a": 1}}]}', b"[" * 100_000])
    def test_that_is_none_is_refused(self, bad: bytes) -> None:
        with pytest.raises(ValueError, match="no SARIF log"):
            rebuilt(bad)

    @given(JSON)
    def test_is_read_or_refused_whatever_it_holds(self, found: Any) -> None:
        with contextlib.suppress(ValueError):
            assert all(set(result) == set(GOOD) for result in results(log(found)))

    def test_is_sent_for_the_head_of_the_pull_request(self, api: Api, github: Any) -> None:
        upload(api, Ended(42, "a" * 40, False, {}), rebuilt(log(GOOD)))
        ((method, path, sent),) = github.sent
        assert (method, path, sent["commit_sha"], sent["ref"]) == ("POST", "code-scanning/sarifs", "a" * 40, "refs/pull/42/head")
        assert json.loads(gzip.decompress(base64.b64decode(sent["sarif"]))) == rebuilt(log(GOOD))


class TestTheCommand:
    def test_sends_what_the_check_found(self, workflow: Any, pack: Any) -> None:
        workflow.artifact = pack({"report.sarif": log(GOOD)})
        assert alerts.main() == 0
        assert [path for _method, path, _sent in workflow.sent] == ["code-scanning/sarifs"]

    @pytest.mark.parametrize("files", [{}, {"report.sarif": "x"}])
    def test_sends_nothing_where_there_is_nothing_to_read(self, workflow: Any, pack: Any, files: dict[str, str]) -> None:
        workflow.artifact = pack(files)
        assert alerts.main() == 0
        assert workflow.sent == []

    def test_is_no_failure_where_the_repository_has_no_code_scanning(
        self, workflow: Any, pack: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        workflow.artifact = pack({"report.sarif": log(GOOD)})
        workflow.refuses = {"code-scanning/sarifs": 403}
        assert alerts.main() == 0
        assert "n’a pas « Code scanning »" in capsys.readouterr().out

    def test_fails_where_github_does(self, workflow: Any, pack: Any) -> None:
        workflow.artifact = pack({"report.sarif": log(GOOD)})
        workflow.refuses = {"code-scanning/sarifs": 500}
        with pytest.raises(HTTPError):
            alerts.main()
