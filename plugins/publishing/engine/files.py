"""Write, link and look at the files of a folder, by plain paths: for thousands of files, Path objects cost more than the files."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable
from pathlib import Path

from endings.failure import Failure
from publishing.engine.manifest import Made
from publishing.engine.staging import Staging

_made: set[str] = set()
"""Folders that this process knows to be there."""


def write(path: str, content: bytes) -> tuple[int, int]:
    """Write a new file in one go; returns its size and time (ns)."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        left = memoryview(content)
        while left:  # a disk that is nearly full takes a part, and says nothing
            left = left[os.write(file, left) :]
        found = os.fstat(file)
    finally:
        os.close(file)
    return found.st_size, found.st_mtime_ns


def put(trees: Staging, file: str, digest: bytes, make: Callable[[str], tuple[int, int]]) -> tuple[Made, bool]:
    """See that the new folder has a file; it is made only if neither folder has it already. Its entry, and whether it was made."""
    kept = trees.kept.whole(trees.new, file)
    if kept is not None and kept.digest == digest:
        return Made(digest, b"", kept.size, kept.time), False
    last = trees.last.whole(trees.live, file)
    if last is not None and last.digest == digest:
        link(trees, file)
        return Made(digest, b"", last.size, last.time), False
    return Made(digest, b"", *make(fresh(trees, file))), True


def link(trees: Staging, file: str) -> None:
    """Give a file of the site that stands a place in the new folder, too."""
    source, path = f"{trees.live}/{file}", fresh(trees, file)
    try:
        os.link(source, path)
    except OSError:  # a file system without hard links, or too many of them
        Path(path).write_bytes(Path(source).read_bytes())
        found = os.stat(source)
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


class OutsideSite(Failure):
    """A file that somebody declared would be written elsewhere than in the site's folder."""


def fresh(trees: Staging, file: str) -> str:
    """The path of a file that is about to be written anew: what stood there may be shared with the site that stands.

    Raises OutsideSite, whoever declared the file: nothing that a contribution or hub.yml says may lead out of the folder.
    """
    if posixpath.normpath(file) != file or file.startswith(("/", "..")) or "\0" in file:
        raise OutsideSite(f"« {file} » sortirait du dossier du site : changez le nom qui y conduit.")
    path = f"{trees.new}/{file}"
    parent = path.rpartition("/")[0]
    if file in trees.kept.files:
        try:
            os.unlink(path)
        except FileNotFoundError:
            os.makedirs(parent, exist_ok=True)
    elif parent not in _made:
        try:
            os.mkdir(parent)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(parent, exist_ok=True)
        _made.add(parent)
    return path


def forget_folders() -> None:
    """Know of no folder any more: another build, in this process, may have removed them."""
    _made.clear()
