"""Measures of commands: the processor time and memory of all their processes together, and failures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmark.measuring import Failed, spent

WORK = "import time; held = bytearray(b'x' * 60_000_000); start = time.process_time()\nwhile time.process_time() - start < 0.4: pass"
WAITED = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {WORK!r}])"
AND_STAYS = f"{WORK}\nprint('done', flush=True); time.sleep(600)"
LEFT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {AND_STAYS!r}], stdout=subprocess.PIPE).stdout.readline()"


@pytest.mark.parametrize("command", [WORK, WAITED])
def test_processor_time_and_memory_are_those_of_all_processes(command: str, tmp_path: Path) -> None:
    found = spent([sys.executable, "-c", command], tmp_path)
    assert found.processor >= 0.4
    assert 57 < found.peak < 200


def test_what_a_command_leaves_running_is_ended_and_counted(tmp_path: Path) -> None:
    found = spent([sys.executable, "-c", LEFT], tmp_path)
    assert found.processor >= 0.4
    assert found.wall < 600


def test_wall_time_counts_waiting_too(tmp_path: Path) -> None:
    found = spent([sys.executable, "-c", "import time; time.sleep(0.3)"], tmp_path)
    assert found.wall >= 0.3


def test_a_command_that_fails_is_no_measure(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3:\nwhy"):
        spent([sys.executable, "-c", "import sys; print('why'); sys.exit(3)"], tmp_path)
