"""Measures of commands: time, failures, and the memory of all their processes together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmark import measuring
from benchmark.measuring import Failed, peak_memory, timed

HOLDS = """
import pathlib, time
held = bytearray(b"x" * 60_000_000)
pathlib.Path("held").touch()
while not pathlib.Path("looked-at").exists():
    time.sleep(0.01)
"""
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}])"


def test_time_is_that_of_the_whole_command(tmp_path: Path) -> None:
    spent = timed([sys.executable, "-c", "import time; time.sleep(0.2)"], tmp_path)
    assert 0.2 <= spent.seconds < 200  # no milliseconds
    assert spent.largest > 1


@pytest.mark.parametrize("measure", [timed, peak_memory])
def test_a_command_that_fails_is_no_measure(measure: object, tmp_path: Path) -> None:
    assert callable(measure)
    with pytest.raises(Failed, match="ended with 3:\nwhy"):
        measure([sys.executable, "-c", "import sys; print('why'); sys.exit(3)"], tmp_path)


def test_memory_is_that_of_all_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, once = tmp_path / "held", tmp_path / "once"

    def pause(_seconds: float) -> None:
        """Let what is held go once a whole look was taken at it."""
        if once.exists():
            once.rename(tmp_path / "looked-at")
        elif held.exists():
            held.rename(once)

    monkeypatch.setattr(measuring.time, "sleep", pause)
    assert 57 < peak_memory([sys.executable, "-c", PARENT], tmp_path) < 200
