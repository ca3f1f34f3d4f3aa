"""A repository whose content folder was one tree and is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from contributions.problems.problem import Problem
from contributions.revisions.since import since
from support import TODAY, Tree, read
from support_git import ALONE, Repository

Compared = Callable[..., tuple[Problem, ...]]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {**ALONE, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "hub")


@pytest.fixture
def compared(repository: Repository) -> Compared:
    """The problems of a tree that was another one."""

    def problems(before: Tree, now: Tree, today: date = TODAY) -> tuple[Problem, ...]:
        repository.replace(before)
        repository.commit()
        repository.replace(now)
        return since(repository.content, read(repository.content, today), "HEAD").problems

    return problems


@pytest.fixture
def told(compared: Compared) -> Callable[..., list[str]]:
    """Their codes."""
    return lambda before, now, today=TODAY: [problem.code for problem in compared(before, now, today)]
