"""Two builds at once, with caches of their own and one output: the site is always one of theirs, whole, and neither build is in the way."""

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

OUTPUT = "output"
LEFT = {OUTPUT, f".{OUTPUT}.staging"}
"""What may be in the folder of the output afterwards."""


def pairs(number: int, size: int, work: Path, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Run `number` pairs of builds; in every other pair one of them is killed (SIGKILL) at a random moment, its workers left alone.

    Yields what happened, and what is wrong then: a site that is neither one's, a build that failed, a file that was left.
    """
    chance = random.Random(seed)
    shutil.rmtree(work, ignore_errors=True)
    builds = [Build(HERE, write(size, work / name / "content"), work / name) for name in ("one", "other")]
    wholes = []
    with edited(builds[1].corpus, "title"):
        for build in builds:
            build.run()
            wholes.append(snapshot(build.output))
        begun = time.monotonic()
        _started(builds[0], work).wait()
        usual = time.monotonic() - begun
        for turn in range(number):
            for build in chance.sample(builds, turn % 3):  # some begin with nothing kept
                shutil.rmtree(build.cache)
            processes = [_started(build, work) for build in builds]
            ends = "both ended"
            if turn % 2:
                after = chance.uniform(0.05, 2 * usual)
                time.sleep(after)
                killed = chance.choice(processes)
                os.kill(killed.pid, signal.SIGKILL)
                ends = f"one was killed after {after:.2f} s"
                processes = [process for process in processes if process is not killed]
                killed.wait()
            wrong = [f"a build ended with {code}" for code in [process.wait() for process in processes] if code]
            site = snapshot(work / OUTPUT)
            if site not in wholes:
                unlike = [len(differences(site, whole)) for whole in wholes]
                wrong.append(f"a mixed site: {unlike[0]} files unlike the one's, {unlike[1]} unlike the other's")
            if len(processes) == 2:  # one that is killed leaves its lock, which holds nobody
                wrong += sorted({path.name for path in work.iterdir() if path.name.startswith(f".{OUTPUT}")} - LEFT)
            yield ends, wrong


def _started(build: Build, work: Path) -> subprocess.Popen[bytes]:
    command = [*build.command, "--output", str(work / OUTPUT)]
    return subprocess.Popen(command, env=build.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
