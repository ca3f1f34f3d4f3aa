"""Lay files into a content folder, ask the check about them in every way that it is asked, and tidy up."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import check
from contributions.library.library import Library
from contributions.loading.loading import load
from contributions.problems.problem import Problem
from contributions.source.mending import mend
from fuzzing.promised.watching import writes

TODAY = date(2026, 11, 21)
Files = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of some files: the problems, or the exception that escaped, and the seconds of processor time it took."""

    problems: tuple[Problem, ...]
    raised: Exception | None = None
    seconds: float = 0.0
    written: tuple[str, ...] = ()
    """Files that were written, where nothing should be."""
    library: Library | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """What scripts/check.py said of the same: its exit code, its report, and what it wrote to standard error."""

    code: int
    told: tuple[tuple[Any, ...], ...]
    stderr: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """What `--fix` left: the problems, what a second time would still change, the files that it wrote outside of content/."""

    problems: tuple[Problem, ...]
    again: tuple[str, ...]
    written: tuple[str, ...]
    files: Files = field(default_factory=dict)
    """What those files hold that lay there and have their names still."""


class Unlayable(Exception):
    """The system does not take such names."""


class Ground:
    """A folder to try things in: content/ with the region's hub.yml, and nothing else."""

    def __init__(self, folder: Path, hub: bytes) -> None:
        self.folder, self.content = folder.resolve(), folder.resolve() / "content"
        self._hub = hub
        (self.folder / "work").mkdir(exist_ok=True)

    @contextmanager
    def laid(self, files: Files) -> Iterator[None]:
        """The files, as long as somebody looks at them. Raises Unlayable."""
        self.content.mkdir(exist_ok=True)
        (self.content / "hub.yml").write_bytes(self._hub)
        try:
            for path, data in files.items():
                self._lay(path, data)
            yield
        finally:
            shutil.rmtree(os.fsencode(self.content))

    def _lay(self, path: bytes, data: bytes) -> None:
        file = os.path.join(os.fsencode(self.content), path)  # noqa: PTH118 – pathlib takes no bytes
        try:
            os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 – the same
            with open(file, "wb") as opened:  # noqa: PTH123 – the same
                opened.write(data)
        except (OSError, ValueError) as error:
            raise Unlayable(path) from error

    def answer(self) -> Answer:
        """What loading gives."""
        started = time.process_time()
        with writes() as written:
            try:
                loaded = load(self.content, TODAY)
            except Exception as error:  # that nothing escapes is what is promised
                return Answer((), error, time.process_time() - started)
        seconds = time.process_time() - started
        return Answer(loaded.problems, None, seconds, tuple(written), loaded.library)

    def command(self) -> Command:
        """What the command says, in this process."""
        report = self.folder / "work" / "report.json"
        said = io.StringIO()
        arguments = ["--content", str(self.content), "--cache", str(self.folder / "work"), "--jobs", "1", "--format", f"json={report}"]
        os.environ["ESCALE_TODAY"] = TODAY.isoformat()
        with redirect_stderr(said), writes() as written:
            code = check.main(arguments)
        told: list[tuple[Any, ...]] = []
        if code != 2:
            told = [tuple(problem.values()) for problem in json.loads(report.read_text("utf-8"))["problems"]]
        return Command(code, tuple(told), said.getvalue(), self._outside(written, "work"))

    def mended(self, paths: Collection[bytes] = ()) -> Mending:
        """What `--fix` does, and would do again; `paths` are the files to be looked at afterwards."""

        def problems() -> tuple[Problem, ...]:
            return load(self.content, TODAY).problems

        with writes() as written:
            mend(self.content, frozenset(), problems)
            left = problems()
            files = {path: file.read_bytes() for path in paths if (file := self.content / os.fsdecode(path)).is_file()}
            again = mend(self.content, frozenset(), problems)
        return Mending(left, (*again.diff, *again.renamed), self._outside(written, "content"), files)

    def _outside(self, written: list[str], inside: str) -> tuple[str, ...]:
        return tuple(path for path in written if not path.startswith(f"{self.folder / inside}"))
