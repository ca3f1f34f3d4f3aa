"""The same sources built as on several machines, cold and then warm: each has its own path, language, clock, rights and number of cores."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from incremental.region import differences, snapshot

SOURCES = ("content", "plugins", "scripts", "themes", "pelican.conf.py")


class BuildFailed(Exception):
    """A build that did not end with 0, and what it said."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A place with a copy of the sources, and what a build finds around it."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    jobs: int = 2

    def settle(self, sources: Path) -> None:
        """Copy the sources, as a checkout does: nothing of them is younger or older than the rest."""
        for name in SOURCES:
            source, target = sources / name, self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile)
            else:
                shutil.copyfile(source, target)

    def build(self, today: str) -> dict[str, bytes]:
        """The site by its files' names, the search index apart, after a build. Raises BuildFailed."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ESCALE_") and name != "CONTEXT"}
        done = subprocess.run(
            [sys.executable, self.folder / "scripts" / "build.py", "--jobs", str(self.jobs)],
            env={**kept, "ESCALE_TODAY": today, "PYTHONDONTWRITEBYTECODE": "1", **self.variables},
            umask=self.umask,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise BuildFailed(f"{self.folder} : {done.returncode}\n{done.stderr}")
        return snapshot(self.folder / "output")


def machines(work: Path) -> Iterator[Machine]:
    """This one, and one that is as different as may be."""
    yield Machine(work / "ici")
    elsewhere = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONHASHSEED": "7",
        "COLUMNS": "40",
        "HOME": "/",
        "NO_COLOR": "1",
    }
    yield Machine(work / "là-bas" / "un autre chemin", elsewhere, umask=0o077, jobs=1)


def compared(sources: Path, work: Path, today: str) -> Iterator[tuple[str, list[str]]]:
    """What differs from the first cold build, build by build: its name, and the names of files. Raises BuildFailed."""
    first: dict[str, bytes] = {}
    for number, machine in enumerate(machines(work), 1):
        machine.settle(sources)
        cold = machine.build(today)
        first = first or cold
        yield f"machine {number}, cold: {len(cold)} files", differences(first, cold)
        yield f"machine {number}, warm, nothing changed", differences(first, machine.build(today))
        text = next(iter(sorted((machine.folder / "content" / "articles").rglob("*.md"))))
        before = text.read_text("utf-8")
        text.write_text(f"{before}\nUn paragraphe de plus.\n", "utf-8")
        edited = machine.build(today)
        if not differences(first, edited):
            raise BuildFailed(f"{text} was edited, and no page shows it.")
        text.write_text(before, "utf-8")
        yield f"machine {number}, warm, an edit made and undone", differences(first, machine.build(today))
