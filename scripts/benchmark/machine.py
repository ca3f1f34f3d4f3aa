"""The machine and the version of Escale that a measure was taken on."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent


def machine() -> dict[str, str]:
    """What a reader must know to compare with another machine; nothing that names it."""
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "processor": _field("/proc/cpuinfo", "model name") or platform.machine(),
        "memory": f"{round(int((_field('/proc/meminfo', 'MemTotal') or '0').split()[0]) / 1024 / 1024)} GiB",
        "system": platform.system(),
        "Python": platform.python_version(),
    }


def escale() -> str:
    """The commit, with a plus where files differ from it."""
    command = ["git", "describe", "--always", "--dirty=+"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    return f"Escale {done.stdout.strip() or 'of unknown version'}"


def _field(file: str, name: str) -> str:
    for line in Path(file).read_text().splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""
