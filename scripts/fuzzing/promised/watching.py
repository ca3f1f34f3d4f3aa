"""Which files this process writes, or takes away, while something is tried: Python tells of each (PEP 578)."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "os.chmod",
    "shutil.rmtree",
    "shutil.move",
}

_watched: list[list[str]] = []


@contextmanager
def writes() -> Iterator[list[str]]:
    """The paths that are written to meanwhile, whole, but for temporary files of one's own and what is no file."""
    if not _hooked:
        sys.addaudithook(_note)  # there is no way back: one is enough
        _hooked.append(True)
    found: list[str] = []
    _watched.append(found)
    try:
        yield found
    finally:
        _watched.remove(found)


_hooked: list[bool] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if not _watched or not (event == "open" or event in CHANGES):
        return
    paths = arguments[:2] if event in {"os.rename", "os.link", "os.symlink"} else arguments[:1]
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITING):
        return
    if event != "open" and isinstance(arguments[-1], int) and arguments[-1] >= 0:
        return  # below a folder that is open: a tree that is taken away is told as a whole
    for path in paths:
        if isinstance(path, str | bytes | os.PathLike):
            whole = os.path.realpath(os.fsdecode(path))
            if not _own(whole):
                _watched[-1].append(whole)


def _own(path: str) -> bool:
    """Whether a path is one of the temporary folders that the store makes, or a device."""
    inside = Path(tempfile.gettempdir()).resolve()
    return path.startswith((f"{inside}/escale-", "/dev/null", "/proc/")) or path == os.devnull
