"""Write what was decided: whole files, only where they are still as they were read, below content/, and nobody has them open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from contributions.source.mending import written_whole
from contributions.source.texts import bytes_of
from endings.failure import Failure

OPEN = (".~lock.{}#", "~${}")
"""The files that LibreOffice and Excel keep beside a table that somebody has open."""


class Busy(Failure):
    """A file is somebody else's at the moment; nothing was written."""

    exitcode = 1


def write(content: Path, files: Mapping[str, bytes], read: Mapping[str, bytes | None]) -> None:
    """Write files by path below content/. `read` is what they held when they were read (None: there was none). Raises Busy."""
    root = content.resolve()
    for path in files:
        file = content / path
        if not file.resolve().is_relative_to(root) or file.is_symlink():
            raise Busy(f"{content.name}/{path} mène hors de {content.name}/ : rien n’y est écrit.")
        if any((file.parent / name.format(file.name)).exists() for name in OPEN):
            raise Busy(f"{content.name}/{path} est ouvert dans un tableur, qui écrirait par-dessus : fermez-le, puis recommencez.")
        if held(content, path) != read[path]:
            raise Busy(f"{content.name}/{path} vient de changer : recommencez.")
    for path, data in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        written_whole(content / path, data)


def held(content: Path, path: str) -> bytes | None:
    """What a file holds; None where it is not there."""
    return bytes_of(content / path) if (content / path).exists() else None
