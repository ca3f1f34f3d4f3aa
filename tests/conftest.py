"""Fixtures of every test: content trees read in this process, sites built in another, and the options of the suite."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from contributions.library.library import Library
from contributions.loading.loading import Loaded
from support import REPOSITORY, TODAY, Built, Tree, build, read, read_library, write

# Deadlines fail on a busy machine, and a property must fail or pass for the code's own sake.
settings.register_profile("escale", deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("escale")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--refresh-golden` rewrites the golden files instead of comparing with them."""
    parser.addoption("--refresh-golden", action="store_true", help="rewrite tests/golden/expected/ from what is made now")


@pytest.fixture
def content(tmp_path: Path) -> Callable[[Tree], Path]:
    """Write a tree; returns its content folder."""
    return lambda tree: write(tmp_path, tree)


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., Loaded]:
    """Read a tree in this process, with its problems."""
    return lambda tree, today=TODAY: read(write(tmp_path, tree), today)


@pytest.fixture
def library(tmp_path: Path) -> Callable[..., Library]:
    """The library of a tree that must have no errors."""
    return lambda tree, today=TODAY, drafts=False: read_library(write(tmp_path, tree), today, drafts=drafts)


@pytest.fixture
def reported(loaded: Callable[..., Loaded]) -> Callable[..., list[str]]:
    """The problems of a tree, each as the line that a contributor reads."""
    return lambda tree, today=TODAY: [str(problem) for problem in loaded(tree, today).problems]


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Built]:
    """Build a tree with scripts/build.py; options as on its command line, `search` for the index, `env` for variables."""

    def run(tree: Tree, *options: str, search: bool = False, env: dict[str, str] | None = None) -> Built:
        return build(write(tmp_path, tree), tmp_path, *options, search=search, env=env)

    return run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The demo of content/, built once with its search index, whatever the number of workers."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / "demo"
    place.mkdir(exist_ok=True)
    content = REPOSITORY / "content"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "output").is_dir():
            built = build(content, place, "--jobs", "2", search=True)
            assert built.code == 0, built.stderr
    return Built(0, "", "", place / "output", content)
