"""What a published folder holds: of each file its digest, and what it was made of. Kept in the cache, beside no page.

A manifest belongs to one folder, by its inode, and is only there while the folder is whole: it goes before the folder is
touched, and comes back once the folder is done. A build that is killed leaves a folder without a manifest, which nobody trusts.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

VERSION = 2


class Made(NamedTuple):
    """A file of the site."""

    digest: bytes
    """Of its bytes, or of what it was copied from."""
    key: bytes
    """Of code, settings and template; nothing where it was not planned, but copied or given as it is."""
    size: int
    time: int
    """When it was written (ns)."""
    facts: bytes = b""
    """What it was made of: positions in the manifest's table, four bytes each."""
    group: str = ""
    """The search group of a page that is to be found."""


@dataclass(slots=True)
class Manifest:
    """What a folder holds, and what that was made of."""

    files: dict[str, Made] = field(default_factory=dict)
    """By path below the folder."""
    facts: list[str] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    """Of the facts, in their order."""
    lists: bytes = b""
    """The digest of all that lists depend on."""
    base: bytes = b""
    """The digest of code and settings."""
    keys: dict[str, bytes] = field(default_factory=dict)
    """Of planned files, by template; under « » for those without one."""
    kinds: dict[str, int] = field(default_factory=dict)
    """How many contributions of each kind are published."""
    pages: int = 0

    def searchable(self) -> list[tuple[str, str, str]]:
        """The pages that are to be found: URL path, digest and group of each, by path."""
        found = (("/" + file.removesuffix("index.html"), made.digest.hex(), made.group) for file, made in self.files.items() if made.group)
        return sorted(found)

    def whole(self, folder: Path, file: str) -> Made | None:
        """The entry of a file that stands in the folder as it was written, or None."""
        made = self.files.get(file)
        if made is None:
            return None
        try:
            found = os.stat(f"{folder}/{file}", follow_symlinks=False)
        except OSError:
            return None
        return made if found.st_size == made.size and found.st_mtime_ns == made.time else None


class Manifests:
    """The manifests of the folders that were published, below the cache."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "site"
        self._folder.mkdir(parents=True, exist_ok=True)

    def read(self, folder: Path) -> Manifest | None:
        """The manifest of a folder, or None where there is none, or none that can be read."""
        try:
            content = self._file(folder).read_bytes()
            if content[:16] != _checksum(content[16:]):
                return None
            version, files, *others = marshal.loads(content[16:])
            if version != VERSION:
                return None
            return Manifest({file: Made._make(row) for file, row in files}, *others)
        except (OSError, ValueError, EOFError, TypeError):
            return None

    def write(self, folder: Path, manifest: Manifest) -> None:
        """Say that a folder is whole."""
        files = [(file, tuple(made)) for file, made in manifest.files.items()]
        others = [getattr(manifest, part.name) for part in fields(Manifest)[1:]]
        data = marshal.dumps((VERSION, files, *others))
        part = self._folder / f"{os.getpid()}.part"
        part.write_bytes(_checksum(data) + data)
        part.replace(self._file(folder))

    def remove(self, folder: Path) -> None:
        """Say that a folder is about to be changed."""
        self._file(folder).unlink(missing_ok=True)

    def keep(self, folders: Iterable[Path]) -> None:
        """Remove the manifests of all other folders of ours."""
        kept = {self._file(folder).name for folder in folders if folder.exists()}
        for file in self._folder.iterdir():
            if file.name not in kept:
                file.unlink(missing_ok=True)

    def _file(self, folder: Path) -> Path:
        try:
            found = folder.stat()
        except OSError:
            return self._folder / "none"
        return self._folder / f"{found.st_dev}-{found.st_ino}"


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
