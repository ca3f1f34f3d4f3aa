"""A git repository with a content folder, on any day and for anybody the same; no setting of this machine enters it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from support import Tree, hub

ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
SOMEBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", "2026-11-20T12:00:00Z"))
}


class Repository:
    """Begun when it is made; `content` is its content folder, wherever below it."""

    def __init__(self, folder: Path, content: str = "content") -> None:
        self.folder, self.content = folder, folder / content
        self.content.mkdir(parents=True, exist_ok=True)
        self("init", "--quiet", "--initial-branch=main")

    def __call__(self, *command: str) -> str:
        """Run git in it."""
        env = {**os.environ, **ALONE, **SOMEBODY}
        return subprocess.run(["git", "-C", str(self.folder), *command], check=True, capture_output=True, env=env).stdout.decode().strip()

    def write(self, tree: Tree) -> None:
        """Write files below the content folder."""
        for path, text in tree.items():
            file = self.content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, tree: Tree) -> None:
        """Leave nothing in the content folder but a tree, and a valid hub.yml unless it has its own."""
        for file in sorted(self.content.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() and not file.is_symlink() else file.unlink()
        self.write({**hub(), **tree})

    def commit(self) -> str:
        """Commit all that is there; returns its name."""
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message", "x")
        return self("rev-parse", "HEAD")
