"""Run the commands as a person or a host does, on a small site, with as little of a machine as one likes."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from support import REPOSITORY, environment

COMMANDS = ("build", "check", "pelican")
"""What reads contributions, and must end in the same ways."""
UNCHANGED = "Rien n’est publié : le site en place n’a pas changé."
DROP_FROM_BOUNDING_SET = 24
"""PR_CAPBSET_DROP of prctl(2)."""
OVER_RIGHTS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of capabilities(7): what root has over the rights of files."""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def said(self) -> list[str]:
        """What it said on standard error, line by line."""
        return self.stderr.strip().splitlines()


def bound_by_rights() -> None:
    """Have this process obey the rights of files, even if it is root's; for `limit`."""
    if os.geteuid() == 0:
        for capability in OVER_RIGHTS:
            assert ctypes.CDLL(None).prctl(DROP_FROM_BOUNDING_SET, capability) == 0


def at_most(what: int, most: int) -> Callable[[], None]:
    """Have a process live with a limit of the system (`resource.RLIMIT_…`); for `limit`."""
    return lambda: resource.setrlimit(what, (most, most))


def command(
    name: str,
    place: Path,
    *options: str | bytes,
    env: dict[str, str] | None = None,
    limit: Callable[[], None] | None = None,
    repository: Path = REPOSITORY,
    said: bytes | None = None,
) -> Ended:
    """Run a command on `place`/content, with `place`/cache and `place`/output; `said` is what it reads on standard input."""
    done = subprocess.run(
        arguments(name, place, options, repository),
        capture_output=True,
        input=said,
        env=variables(place, env),
        cwd=place,
        preexec_fn=limit,
        timeout=300,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def arguments(name: str, place: Path, options: Sequence[str | bytes] = (), repository: Path = REPOSITORY) -> list[str | bytes]:
    """The command line of one of COMMANDS, or of another that takes the same folders."""
    if name == "pelican":
        return [sys.executable, "-m", "pelican", "-s", str(repository / "pelican.conf.py"), *options]
    places = ["--content", str(place / "content"), "--cache", str(place / "cache")]
    places += ["--output", str(place / "output"), "--no-search"] if name == "build" else []
    return [sys.executable, str(repository / "scripts" / f"{name}.py"), *places, *options]


def variables(place: Path, env: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a command; the folders are for Pelican's own."""
    folders = {"ESCALE_CONTENT": "content", "ESCALE_OUTPUT": "output", "ESCALE_CACHE": "cache"}
    return environment(**{name: str(place / folder) for name, folder in folders.items()} | (env or {}))
