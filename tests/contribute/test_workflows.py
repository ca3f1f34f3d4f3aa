"""What the workflows of a pull request promise: nothing that may write meets anything of the pull request."""

from __future__ import annotations

import ast
import re
import sys
from typing import Any

import pytest
import yaml

from support import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){0,2}")
CHECKOUT = "actions/checkout@"
FROM_PULL_REQUESTS = {"pull_request", "pull_request_target", "workflow_run", "issue_comment"}


def load(name: str) -> dict[str, Any]:
    """A workflow; scalars stay text, so that « on » is no boolean."""
    found = yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


WORKFLOWS = {file.name: load(file.name) for file in FILES}
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"].values()]
STEPS = [(name, step) for name, job in JOBS for step in job["steps"]]


def writes(job: dict[str, Any]) -> bool:
    """Whether a job may change something, or knows a secret beside the token of its own."""
    return "write" in job.get("permissions", {}).values() or "secrets." in yaml.safe_dump(job)


def test_each_is_there() -> None:
    assert sorted(WORKFLOWS) == ["check.yml", "comment.yml", "contributions.yml", "imports.yml", "letter.yml", "nightly.yml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_pinned_by_a_hash_with_their_version_beside(file: Any) -> None:
    used = re.findall(r"uses: (.+)", file.read_text("utf-8"))
    assert [line for line in used if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_ignored_has_a_reason_above_it(file: Any) -> None:
    lines = file.read_text("utf-8").splitlines()
    assert all(lines[number - 1].strip().startswith("#") for number, line in enumerate(lines) if "zizmor: ignore" in line)


@pytest.mark.parametrize(("name", "workflow"), WORKFLOWS.items())
def test_nothing_is_permitted_but_what_a_job_asks_for(name: str, workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {}, name


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_no_job_that_may_write_checks_out_a_pull_request(name: str, job: dict[str, Any]) -> None:
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith(CHECKOUT)]
    assert all("ref" not in step["with"] and "repository" not in step["with"] for step in checkouts)
    if checkouts and writes(job):
        assert not {"pull_request", "pull_request_target"} & set(WORKFLOWS[name]["on"])  # there a checkout is the pull request's


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_of_a_pull_request_reads_only_and_knows_no_secret(name: str, job: dict[str, Any]) -> None:
    if "pull_request" in WORKFLOWS[name]["on"]:
        assert job["permissions"] == {"contents": "read"}
        assert not writes(job)
        assert "github.token" not in yaml.safe_dump(job)


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_that_may_write_fetches_no_artifact_by_an_action(name: str, job: dict[str, Any]) -> None:
    if writes(job):
        assert {step["uses"].split("@")[0] for step in job["steps"] if "uses" in step} <= {"actions/checkout"}


def test_no_checkout_leaves_a_token_behind() -> None:
    assert all(step["with"]["persist-credentials"] == "false" for _name, step in STEPS if step.get("uses", "").startswith(CHECKOUT))


def test_commands_hold_no_expression() -> None:
    assert [step["run"] for _name, step in STEPS if "${{" in step.get("run", "")] == []


def test_no_command_of_a_pull_request_is_too_long_to_be_tested_elsewhere() -> None:
    said = [step["run"] for name, step in STEPS if "run" in step and FROM_PULL_REQUESTS & set(WORKFLOWS[name]["on"])]
    assert max(len(command.strip().splitlines()) for command in said) <= 3


def test_scripts_that_are_run_are_there() -> None:
    named = {path for _name, step in STEPS for path in re.findall(r"scripts/\w+\.py", step.get("run", ""))}
    assert named == {f"scripts/{name}.py" for name in ("proposal", "comment", "alerts", "environment", "gather", "monday")}
    assert all((REPOSITORY / path).is_file() for path in named)


class TestTheFollowUp:
    def test_needs_nothing_but_the_standard_library(self) -> None:
        scripts = REPOSITORY / "scripts"
        files = [scripts / "proposal.py", scripts / "comment.py", scripts / "alerts.py", *(scripts / "follow_up").glob("*.py")]
        trees = [ast.parse(file.read_text("utf-8")) for file in files]
        nodes = [node for tree in trees for node in ast.walk(tree)]
        plain = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        named = {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
        assert plain | named <= {*sys.stdlib_module_names, "follow_up"}

    def test_is_of_the_check_of_contributions(self) -> None:
        assert WORKFLOWS["comment.yml"]["on"]["workflow_run"]["workflows"] == [WORKFLOWS["contributions.yml"]["name"]]

    def test_looks_for_the_artifact_that_the_check_leaves(self) -> None:
        from follow_up.ended import ARTIFACT

        (upload,) = [step for name, step in STEPS if step.get("uses", "").startswith("actions/upload-artifact@")]
        assert upload["with"]["name"] == ARTIFACT

    def test_asks_for_each_permission_where_it_is_used(self) -> None:
        read = {"actions": "read", "contents": "read"}
        jobs = WORKFLOWS["comment.yml"]["jobs"]
        assert jobs["comment"]["permissions"] == {**read, "pull-requests": "write"}
        assert jobs["alerts"]["permissions"] == {**read, "pull-requests": "read", "security-events": "write"}

    def test_is_for_pull_requests_alone(self) -> None:
        assert all("workflow_run.event == 'pull_request'" in job["if"] for job in WORKFLOWS["comment.yml"]["jobs"].values())


def test_contributions_alone_wait_for_no_test_of_the_code() -> None:
    assert WORKFLOWS["contributions.yml"]["on"]["pull_request"]["paths"] == ["content/**"]
    assert WORKFLOWS["check.yml"]["on"]["pull_request"]["paths-ignore"] == ["content/**"]
