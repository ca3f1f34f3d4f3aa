"""Kill a build at a random moment, again and again: the site that stands is always whole, and the next build is right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from benchmark.building import HERE, Build
from benchmark.corpus import write
from benchmark.edits import edited
from incremental.region import differences, snapshot


def kills(number: int, size: int, work: Path, seed: int = 1) -> Iterator[tuple[float, list[str]]]:
    """Kill `number` builds of a corpus, each after another edit, at moments spread over a whole build.

    Yields the seconds after which each was killed, and what is wrong then: in the site that stands, or after the next build.
    """
    chance = random.Random(seed)
    shutil.rmtree(work, ignore_errors=True)
    corpus = write(size, work / "content")
    build, clean = Build(HERE, corpus, work / "build"), Build(HERE, corpus, work / "clean")
    build.clean()
    build.run()
    for turn in range(number):
        before = snapshot(build.output)
        with edited(corpus, ("body", "title", "new")[turn % 3]):
            # Some are killed while everything is read and rendered.
            if turn % 5 == 4:
                shutil.rmtree(build.cache)
            clean.clean()
            started = time.monotonic()
            clean.run()
            after = chance.uniform(0.05, time.monotonic() - started)
            expected = snapshot(clean.output)
            _kill(build, after)
            stands = snapshot(build.output)
            wrong = [] if stands in (before, expected) else [f"{name} in the site that stands" for name in differences(stands, expected)]
            build.run()
            yield after, [*wrong, *differences(snapshot(build.output), expected)]
        build.run()


def _kill(build: Build, after: float) -> None:
    """Start a build and kill it and its workers (SIGKILL) after some seconds."""
    with subprocess.Popen(
        build.command, env=build.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
