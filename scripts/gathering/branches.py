"""The branch of a source, in a checkout of its own beside the repository's."""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from endings.failure import Failure

AUTHOR = {"NAME": "Escale", "EMAIL": "41898282+github-actions[bot]@users.noreply.github.com"}
"""The account that GitHub's own token acts as."""


class GitFailed(Failure):
    """A command of git ended otherwise than it had to; its message is what git said."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A checkout with its `origin`, and the token that is sent to it; empty where none is needed."""

    folder: Path
    base: str
    token: str = ""

    def git(self, *command: str, at: Path | None = None) -> str:
        """Run git; returns what it writes. Raises GitFailed."""
        done = subprocess.run(
            ["git", *command], cwd=at or self.folder, env=self._environment(), capture_output=True, text=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise GitFailed(f"git {command[0]} : {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout.strip()

    def succeeds(self, *command: str, at: Path | None = None) -> bool:
        """Whether git ends well."""
        try:
            self.git(*command, at=at)
        except GitFailed:
            return False
        return True

    @contextmanager
    def checkout(self, start: str) -> Iterator[Path]:
        """A checkout of a commit in a folder of its own, which is gone afterwards."""
        with TemporaryDirectory() as folder:
            place = Path(folder) / "tree"
            self.git("worktree", "add", "--quiet", "--detach", str(place), start)
            try:
                yield place
            finally:
                self.git("worktree", "remove", "--force", str(place))

    def fetched(self, branch: str) -> str | None:
        """The commit at which a branch of origin stands; None where there is none."""
        if not self.succeeds("fetch", "--quiet", "origin", f"+refs/heads/{branch}:refs/remotes/origin/{branch}"):
            return None
        return self.git("rev-parse", f"refs/remotes/origin/{branch}")

    def _environment(self) -> dict[str, str]:
        signed = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in AUTHOR.items()}
        if not self.token:
            return {**os.environ, **signed}
        # In the environment, for a command line can be read by every other process.
        basic = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
        settings = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.extraHeader", "GIT_CONFIG_VALUE_0": f"Authorization: Basic {basic}"}
        return {**os.environ, **signed, **settings}
