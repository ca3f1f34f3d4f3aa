"""Search indexes kept from one build to the next, below the cache: a folder each, named by the key of what it was made of."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Collection
from hashlib import blake2b
from pathlib import Path

from search.chunks import ENTRY
from search.pagefind import UNCUT

SUM = "sum"
"""In an index: the digest of all its other files."""
ENGINE = ("pagefind.js", "wasm.*")
"""What the browser runs; one copy of it serves all indexes of a site."""


class Bundles:
    """A folder of indexes. A build that is killed leaves nothing in it that would be taken for whole: folders come and go by a rename."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, key: str, target: Path) -> bool:
        """Whether an index is there, at its place in a site or as it was made."""
        own = _content(self.folder / key / ENTRY)
        return own is not None and (own == _content(target / ENTRY) or _content(self.folder / key / SUM) == _sum(self.folder / key))

    def make(self, key: str, write: Callable[[Path], None]) -> None:
        """Have an index written, and keep it once it is whole."""
        part = self.folder / f".{key}.{os.getpid()}"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        write(part)
        (part / SUM).write_bytes(_sum(part))
        shutil.rmtree(self.folder / key, ignore_errors=True)
        part.rename(self.folder / key)

    def language(self, key: str) -> str:
        """What Pagefind takes an index's language for: what the ids of its results begin with."""
        (found,) = json.loads((self.folder / key / ENTRY).read_text("utf-8"))["languages"]
        return str(found)

    def uncut(self, key: str) -> str | None:
        """Why an index could not be cut, if so."""
        file = self.folder / key / UNCUT
        return file.read_text("utf-8") if file.exists() else None

    def keep(self, keys: Collection[str]) -> None:
        """Remove all other indexes, and what builds that were killed have left."""
        for found in self.folder.iterdir():
            if found.is_dir() and found.name not in keys:
                gone = found.with_name(f".{found.name.strip('.')}.gone")
                found.rename(gone)
                shutil.rmtree(gone)

    def publish(self, key: str, target: Path, *, engine: bool) -> None:
        """Put an index at its place in a site, with the engine or without; where it is there already, nothing is done."""
        source = self.folder / key
        if _content(target / ENTRY) == _content(source / ENTRY):
            return
        shutil.rmtree(target, ignore_errors=True)
        skipped = shutil.ignore_patterns(ENTRY, UNCUT, SUM, *(() if engine else ENGINE))
        shutil.copytree(source, target, ignore=skipped, copy_function=_link)
        _link(source / ENTRY, target / ENTRY)  # the last: it names all others, by their content


def _sum(folder: Path) -> bytes:
    """A digest of all files of an index."""
    found = blake2b(digest_size=16)
    for file in sorted(file for file in folder.rglob("*") if file.is_file() and file.name != SUM):
        found.update(f"{file.relative_to(folder)}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return found.digest()


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _link(source: str | Path, target: str | Path) -> None:
    """Have a file twice at the price of one; a copy where the file system has no links, or other folders."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
