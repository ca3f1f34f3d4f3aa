"""Measures of commands: time, failures, and the memory of all their processes together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmark.measuring import Failed, peak_memory, timed

HOLDS = "import time; held = bytearray(b'x' * 60_000_000); time.sleep(0.5)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDS!r}])"


def test_time_is_that_of_the_whole_command(tmp_path: Path) -> None:
    spent = timed([sys.executable, "-c", "import time; time.sleep(0.2)"], tmp_path)
    assert 0.2 <= spent.seconds < 20
    assert spent.largest > 1


@pytest.mark.parametrize("measure", [timed, peak_memory])
def test_a_command_that_fails_is_no_measure(measure: object, tmp_path: Path) -> None:
    assert callable(measure)
    with pytest.raises(Failed, match="ended with 3:\nwhy"):
        measure([sys.executable, "-c", "import sys; print('why'); sys.exit(3)"], tmp_path)


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    assert 57 < peak_memory([sys.executable, "-c", PARENT], tmp_path) < 200
