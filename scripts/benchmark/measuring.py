"""What a command spends: processor time of all its processes, wall time, peak memory."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from endings.failure import Failure

EVERY = 0.03
"""Seconds between two looks at a command."""
BECOME_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): processes whose parent ends become ours, and so does what they have spent."""


class Failed(Failure):
    """A measured command ended with an error; its last words are the message."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run took."""

    processor: float
    """Seconds, in user and system mode, of the command and all processes below it."""
    wall: float
    """Seconds."""
    peak: float
    """The most memory that they were seen to have together, in MiB."""


def spent(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Spent:
    """Run a command once, in a session of its own. Raises Failed."""
    ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1)
    os.sync()  # what earlier runs wrote must not be written to the disk at this one's expense
    with tempfile.TemporaryFile() as said:
        begun, peak = time.perf_counter(), 0.0
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
                peak = max(peak, _memory(process.pid))
                time.sleep(EVERY)
            wall = time.perf_counter() - begun
        finally:
            left = _left_behind(process.pid)
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode(errors='replace')[-3000:]}")
    return Spent(ended[2].ru_utime + ended[2].ru_stime + left, wall, peak)


def _left_behind(session: int) -> float:
    """End what a command left running; the processor time of that, in seconds."""
    seconds = 0.0
    with suppress(ProcessLookupError):
        os.killpg(session, signal.SIGKILL)
    with suppress(ChildProcessError):
        while True:
            usage = os.wait4(-session, 0)[2]
            seconds += usage.ru_utime + usage.ru_stime
    return seconds


def _memory(session: int) -> float:
    """The memory of all processes of a session, in MiB. Shared pages count once (PSS): forked workers share most of theirs."""
    found = 0
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            if os.getsid(int(entry.name)) == session:
                lines = (entry / "smaps_rollup").read_text().splitlines()
                found += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return found / 1024
