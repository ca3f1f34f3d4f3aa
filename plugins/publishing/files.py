"""Write, link and look at the files of a folder, by plain paths: for thousands of files, Path objects cost more than the files."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from publishing.manifest import Made
from publishing.staging import Staging


def write(path: str, content: bytes) -> None:
    """Write a file in one go."""
    with open(path, "wb", buffering=0) as file:
        file.write(content)


def put(trees: Staging, file: str, digest: bytes, make: Callable[[str], None]) -> bool:
    """See that the new folder has a file; it is written only if neither folder has it already. Returns whether it was."""
    kept = trees.kept.whole(trees.new, file)
    if kept is not None and kept.digest == digest:
        return False
    last = trees.last.whole(trees.live, file)
    if last is not None and last.digest == digest:
        link(trees.live, trees.new, file)
        return False
    make(fresh(trees.new, file))
    return True


def entry(folder: Path, file: str, digest: bytes, key: bytes = b"", group: str = "") -> Made:
    """The entry of a file that stands in a folder."""
    found = os.stat(f"{folder}/{file}")
    return Made(digest, key, found.st_size, found.st_mtime_ns, (), group)


def link(source: Path, target: Path, file: str) -> None:
    """Give a file of one folder a place in another, too."""
    path = fresh(target, file)
    try:
        os.link(f"{source}/{file}", path)
    except OSError:  # a file system without hard links, or too many of them
        Path(path).write_bytes(Path(f"{source}/{file}").read_bytes())


def fresh(folder: Path, file: str) -> str:
    """The path of a file that is about to be written anew: what stood there may be shared with the site that stands."""
    path = f"{folder}/{file}"
    parent = path.rpartition("/")[0]
    try:
        os.mkdir(parent)
    except FileExistsError:
        with suppress(FileNotFoundError):
            os.unlink(path)
    except FileNotFoundError:
        os.makedirs(parent, exist_ok=True)
    return path
