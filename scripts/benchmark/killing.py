"""Kill a build at a random moment, again and again: the site that stands is always whole, and the next build is right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmark.corpus import write
from benchmark.edits import body, new, title
from benchmark.plan import TODAY
from benchmark.small import snapshot

HERE = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Killed:
    """A build that was killed after some seconds: whether the site stood whole, old or new, and what the next build made wrong."""

    seconds: float
    whole: bool
    differences: tuple[str, ...]


def kills(number: int, size: int, work: Path, seed: int = 1) -> Iterator[Killed]:
    """Kill `number` builds of a corpus, each after another edit, at moments spread over a whole build."""
    chance = random.Random(seed)
    shutil.rmtree(work, ignore_errors=True)
    corpus = write(size, work / "content")
    output, cache = work / "output", work / "cache"
    _build(corpus.content, output, cache)
    sites = [snapshot(output)]
    edits = [edit(corpus) for edit in (body, title, new)]
    for turn in range(number):
        edit = edits[turn % len(edits)]
        edit.apply()
        # Some builds change code-dependent keys too: without a cache everything is read and rendered.
        if turn % 5 == 4:
            shutil.rmtree(cache)
        started = time.monotonic()
        _build(corpus.content, work / "clean", work / "clean-cache")
        whole_build = time.monotonic() - started
        expected = snapshot(work / "clean")
        after = chance.uniform(0.05, whole_build)
        _killed(corpus.content, output, cache, after)
        stands = snapshot(output)
        whole = stands in (sites[-1], expected)
        _build(corpus.content, output, cache)
        found = snapshot(output)
        yield Killed(after, whole, tuple(sorted(f for f in found.keys() | expected.keys() if found.get(f) != expected.get(f))))
        edit.undo()
        _build(corpus.content, output, cache)
        sites.append(snapshot(output))


def _command(content: Path, output: Path, cache: Path) -> list[str]:
    options = ["--content", str(content), "--output", str(output), "--cache", str(cache), "--no-search"]
    return [sys.executable, str(HERE / "scripts" / "build.py"), *options]


def _environment() -> dict[str, str]:
    return {**os.environ, "ESCALE_TODAY": TODAY.isoformat()}


def _build(content: Path, output: Path, cache: Path) -> None:
    subprocess.run(_command(content, output, cache), check=True, capture_output=True, env=_environment())


def _killed(content: Path, output: Path, cache: Path, after: float) -> None:
    """Start a build and kill it and its workers (SIGKILL) after some seconds."""
    process = subprocess.Popen(
        _command(content, output, cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(), start_new_session=True
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
