"""What a pull request brings is read by the code of the branch it goes to, unless it changes that code."""

from __future__ import annotations

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
    assert [line[:2] for line in said] == [["base", "environment.py"], ["base", "check.py"], ["base", "build.py"]]
    report = tmp_path / "report"
    assert said[1][2:] == [
        *["--content", "content", "--since", "HEAD^1"],
        *["--format", "github", "--format", f"sarif={report}/report.sarif", "--format", f"markdown={report}/comment.md"],
        *["content/articles/nuit d’été.md", "content/articles/old.md"],
    ]
    assert said[2][2:5] == ["--no-search", "--content", "content"]


def test_code_that_changes_too_reads_its_own_contributions(proposed: Run) -> None:
    _code, said = proposed({"content/articles/new.md": "x", "scripts/check.py": f"VERSION = 'proposed'{SAYS}"})
    assert ["proposed", "check.py"] in [line[:2] for line in said]


def test_what_is_no_contribution_is_not_named(proposed: Run) -> None:
    _code, said = proposed({"content/images/ciel.svg": "x", "content/hub.yml": "y", "content/articles/gone.md": None})
    assert said[1][-1].startswith("markdown=")


def test_an_error_is_the_end_of_it(proposed: Run) -> None:
    code, said = proposed({"content/articles/new.md": "x"}, CHECK="1")
    assert code == 1
    assert [line[1] for line in said] == ["environment.py", "check.py"]


def test_a_site_that_cannot_be_built_is_a_failure(proposed: Run) -> None:
    assert proposed({"content/articles/new.md": "x"}, BUILD="2")[0] == 2
