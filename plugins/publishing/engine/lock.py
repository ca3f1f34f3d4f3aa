"""One build at a time on a cache: another one waits until this one ends, in whichever way it ends."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO


def locked(cache: Path) -> IO[str]:
    """The lock of a cache, held until it is closed or the process ends."""
    cache.mkdir(parents=True, exist_ok=True)
    file = (cache / "lock").open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file
