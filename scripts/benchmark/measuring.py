"""Wall time and peak memory of a command. Memory is sampled in runs of their own, so that it costs the timed ones nothing."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

EVERY = 0.05
"""Seconds between two samples of memory."""
PROC = Path("/proc")
MIB = 1024 * 1024


class Failed(Exception):
    """A measured command ended with an error; its last words are the message."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run took."""

    seconds: float
    largest: float
    """Peak of the largest of its processes, in MiB: the kernel's own count, exact where there is but one process."""


def timed(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Spent:
    """Run a command once. Raises Failed."""
    os.sync()  # what earlier runs wrote must not be written to the disk at this one's expense
    begun = time.perf_counter()
    with _started(command, folder, env, session=False) as (process, said):
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        _must_be_zero(process, command, said)
    return Spent(seconds, usage.ru_maxrss / 1024)


def peak_memory(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> float:
    """The most memory that a command and all processes below it ever had together, in MiB. Raises Failed.

    Shared pages are counted once (PSS): forked workers share most of theirs. A peak between two samples is not seen.
    """
    most = 0
    with _started(command, folder, env, session=True) as (process, said):
        while process.poll() is None:
            most = max(most, sum(_proportional(pid) for pid in _of_session(process.pid)))
            time.sleep(EVERY)
        _must_be_zero(process, command, said)
    return most / MIB


@contextmanager
def _started(
    command: Sequence[str], folder: Path, env: Mapping[str, str] | None, *, session: bool
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=session
        )
        try:
            yield process, said
        finally:
            if process.returncode is None:
                process.kill()
                process.wait()


def _must_be_zero(process: subprocess.Popen[bytes], command: Sequence[str], said: IO[bytes]) -> None:
    if process.returncode:
        said.seek(0)
        raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode(errors='replace')[-3000:]}")


def _of_session(leader: int) -> Iterator[int]:
    """The processes of a session: those that a command started, and theirs, whoever their parent is by now."""
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            try:
                # After the name, which may hold anything: state, parent, group, session.
                fields = (entry / "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue  # it has ended
            if int(fields[3]) == leader:
                yield int(entry.name)


def _proportional(pid: int) -> int:
    """The proportional set size of a process in bytes; 0 once it has ended."""
    try:
        rollup = (PROC / str(pid) / "smaps_rollup").read_bytes()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith(b"Pss:")), 0)
