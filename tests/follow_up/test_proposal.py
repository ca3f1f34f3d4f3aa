"""What a pull request brings is read by the code of the branch it goes to, unless it changes that code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from support import REPOSITORY

SAYS = """
import os, pathlib, sys
with open(os.environ["SAID"], "a") as said:
    print(VERSION, pathlib.Path(sys.argv[0]).name, *sys.argv[1:], sep="|", file=said)
sys.exit(int(os.environ.get(pathlib.Path(sys.argv[0]).stem.upper(), "0")))
"""
Run = Callable[..., tuple[int, list[list[str]]]]


@pytest.fixture
def proposed(tmp_path: Path) -> Run:
    """Merge some files into a small hub whose commands only say how they were called; the exit code and what they said."""
    work, said = tmp_path / "work", tmp_path / "said"

    def git(*command: str) -> None:
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        isolated = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(["git", "-C", str(work), *command], check=True, capture_output=True, env={**os.environ, **names, **isolated})

    def write(files: dict[str, str | None]) -> None:
        for path, text in files.items():
            file = work / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink() if text is None else file.write_text(text)

    def run(files: dict[str, str | None], **codes: str) -> tuple[int, list[list[str]]]:
        work.mkdir()
        git("init", "--quiet", "--initial-branch=main")
        scripts = {f"scripts/{name}.py": f"VERSION = 'base'{SAYS}" for name in ("environment", "check", "build")}
        write({**scripts, "content/hub.yml": "x", "content/articles/old.md": "x", "content/articles/gone.md": "x"})
        copy(REPOSITORY / "scripts" / "proposal.py", work / "scripts")
        venv = work / ".venv" / "bin"
        venv.mkdir(parents=True)
        (venv / "python").symlink_to(sys.executable)
        git("add", ".")
        git("commit", "--quiet", "-m", "base")
        git("checkout", "--quiet", "-b", "proposal")
        write(files)
        git("add", "--all")
        git("commit", "--quiet", "-m", "proposal")
        git("checkout", "--quiet", "main")
        git("commit", "--quiet", "--allow-empty", "-m", "meanwhile")
        git("merge", "--quiet", "--no-ff", "proposal")
        git("worktree", "add", "--detach", str(tmp_path / "base"), "HEAD^1")
        command = [sys.executable, str(tmp_path / "base" / "scripts" / "proposal.py"), "--report", str(tmp_path / "report")]
        done = subprocess.run(command, cwd=work, env={**os.environ, "SAID": str(said), **codes})
        return done.returncode, [line.split("|") for line in said.read_text().splitlines()]

    return run


def test_content_alone_is_read_by_the_code_that_is_there(proposed: Run, tmp_path: Path) -> None:
    code, said = proposed({"content/articles/nuit d’été.md": "x", "content/articles/old.md": "y", "content/articles/gone.md": None})
    assert code == 0
    assert [line[:2] for line in said] == [["base", name] for name in ("environment.py", "check.py", "check.py", "build.py")]
    report = tmp_path / "report"
    assert said[1][2:4] == ["--content", str(tmp_path / "base" / "content")]
    before = said[1][-1].removeprefix("json=")
    assert said[2][2:] == [
        *["--content", "content", "--since", "HEAD^1"],
        *["--format", "github", "--format", f"sarif={report}/report.sarif", "--format", f"comment={report}/findings.json"],
        *["--before", before],
        *["content/articles/nuit d’été.md", "content/articles/old.md"],
    ]
    assert said[3][2:5] == ["--no-search", "--content", "content"]


def test_code_that_changes_too_reads_its_own_contributions(proposed: Run) -> None:
    _code, said = proposed({"content/articles/new.md": "x", "scripts/check.py": f"VERSION = 'proposed'{SAYS}"})
    assert ["proposed", "check.py"] in [line[:2] for line in said]


@pytest.mark.parametrize(
    "path",
    [
        "content/documents/bilan.pdf",
        "content/images/ciel.svg",
        "content/data/publics.csv",
        "content/newsletter/2026-w47.md",
        "content/hub.yml",
    ],
)
def test_a_file_of_any_kind_gets_what_concerns_it_and_not_all_the_hub(proposed: Run, path: str) -> None:
    _code, said = proposed({path: "y"})
    assert said[2][-3:-2] == ["--before"]
    assert said[2][-1] == path


def test_a_removal_alone_gets_what_it_breaks(proposed: Run) -> None:
    _code, said = proposed({"content/articles/gone.md": None})
    assert said[2][-2] == "--before"


def test_what_was_there_is_not_asked_where_it_cannot_be_told(proposed: Run) -> None:
    _code, said = proposed({"content/articles/new.md": "x"}, CHECK="2")
    assert "--before" not in said[2]


def test_an_error_is_the_end_of_it(proposed: Run, tmp_path: Path) -> None:
    code, said = proposed({"content/articles/new.md": "x"}, CHECK="1")
    assert code == 1
    assert [line[1] for line in said] == ["environment.py", "check.py", "check.py"]
    assert verdict(tmp_path) == {"check": 1}


def test_a_site_that_cannot_be_built_is_a_failure_and_told_as_one(proposed: Run, tmp_path: Path) -> None:
    assert proposed({"content/articles/new.md": "x"}, BUILD="2")[0] == 2
    assert verdict(tmp_path) == {"check": 0, "build": 2}


def test_a_run_that_ended_says_so(proposed: Run, tmp_path: Path) -> None:
    assert proposed({"content/articles/new.md": "x"})[0] == 0
    assert verdict(tmp_path) == {"check": 0, "build": 0}


def test_a_run_that_is_cut_short_says_nothing_that_it_did_not_see(proposed: Run, tmp_path: Path) -> None:
    assert proposed({"content/articles/new.md": "x"}, ENVIRONMENT="1")[0] == 1
    assert verdict(tmp_path) == {}


def verdict(tmp_path: Path) -> object:
    """What the run left of its ends."""
    return json.loads((tmp_path / "report" / "verdict.json").read_text())
