"""Who looks at what: files that change the whole site have an owner, and newer versions of all that is pinned are proposed."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml

from support import REPOSITORY

TRACKED = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True).stdout.split("\0")[:-1]
OWNERS = [line.split() for line in (REPOSITORY / ".github" / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"]
UNOWNED = re.compile(r"content/(?!hub\.yml$)|docs/|\.vscode/|[A-Z]+(\.md)?$|\.\w+$")
"""Contributions, and what is read by people or editors alone."""
DEPENDABOT = yaml.safe_load((REPOSITORY / ".github" / "dependabot.yml").read_text("utf-8"))


def owned(path: str) -> bool:
    """Whether a line of CODEOWNERS fits a file."""
    return any(f"/{path}".startswith(start) if start.endswith("/") else f"/{path}" == start for start, *_names in OWNERS)


@pytest.mark.skipif(not TRACKED, reason="no checkout")  # an archive of the sources has no list of its files
def test_what_changes_the_whole_site_has_an_owner() -> None:
    assert [path for path in TRACKED if not UNOWNED.match(path) and not owned(path)] == []


def test_an_owner_owns_something_that_is_there() -> None:
    assert [start for start, *_names in OWNERS if not (REPOSITORY / start[1:]).exists()] == []


def test_newer_versions_of_all_that_is_pinned_are_proposed_together_and_not_at_once() -> None:
    updates = {update["package-ecosystem"]: update for update in DEPENDABOT["updates"]}
    assert {name: update["directory"] for name, update in updates.items()} == {"pip": "/", "npm": "/tests/node", "github-actions": "/"}
    assert all((REPOSITORY / path).is_file() for path in ("requirements.txt", "tests/node/package-lock.json"))
    for update in updates.values():
        assert update["schedule"] == {"interval": "monthly"}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


def test_the_lock_of_node_names_no_registry_and_every_hash() -> None:
    lock = (REPOSITORY / "tests" / "node" / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')
