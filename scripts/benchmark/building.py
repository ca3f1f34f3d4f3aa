"""Builds of a corpus by a checkout of Escale, each measured."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmark.corpus import Corpus
from benchmark.measuring import Spent, spent
from benchmark.moulding import TODAY

HERE = Path(__file__).resolve().parent.parent.parent
"""This checkout."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a tool: what it spent, how many HTML pages its site has, and of these how many it rendered."""

    spent: Spent
    pages: int
    rendered: int


@dataclass(frozen=True, slots=True)
class Build:
    """A checkout that builds a corpus into a folder of its own."""

    checkout: Path
    corpus: Corpus
    folder: Path
    search: bool = False

    @property
    def output(self) -> Path:
        """The site."""
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        """What a build keeps for the next."""
        return self.folder / "cache"

    @property
    def command(self) -> list[str]:
        """The command of its scripts/build.py."""
        options = ["--content", self.corpus.content, "--output", self.output, "--cache", self.cache]
        command = [sys.executable, self.checkout / "scripts" / "build.py", *options, "--figures", self.folder / "figures.json"]
        return [str(part) for part in (*command, *([] if self.search else ["--no-search"]))]

    @property
    def environment(self) -> dict[str, str]:
        """This one without what steers a build, and the day of the corpus."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ESCALE_") and name != "CONTEXT"}
        return {**kept, "ESCALE_TODAY": TODAY.isoformat()}

    def clean(self) -> None:
        """Make the next build a cold one."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def run(self) -> Run:
        """Build, and read what the build says of itself. Raises Failed."""
        measured = spent(self.command, self.folder, self.environment)
        figures = json.loads((self.folder / "figures.json").read_text("utf-8"))
        return Run(measured, figures["pages"], figures["rendered"])


def compile_modules(checkout: Path) -> None:
    """Compile the modules of a checkout, so that its first run is not the only one that does."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(checkout / "plugins"), str(checkout / "scripts")], check=True)
