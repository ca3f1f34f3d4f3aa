"""Keep the manifests of folders in the cache.

A manifest belongs to one folder, by its inode and the time of its last change, and is only there while the folder is whole: it
goes before the folder is touched, and comes back once the folder is done. A build that is killed leaves a folder without a
manifest, which nobody trusts; a build with another cache may leave one of the same inode, which is none of ours either.

The site that stands and the one before it are nearly the same: most of both manifests is one file, the base, of which each
tells only how it differs. A new base is written once the differences have grown.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

from publishing.engine.manifest import Made, Manifest

VERSION = 4
FEW = 10
"""One file or fact in so many may differ from the base."""
OTHERS = [part.name for part in fields(Manifest)][3:]


class Manifests:
    """The manifests of the folders that were published, below the cache."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "site"
        self._folder.mkdir(parents=True, exist_ok=True)
        self._name, self._base = "", Manifest()

    def read(self, folder: Path) -> Manifest | None:
        """The manifest of a folder, or None where there is none, or none that can be read."""
        try:
            version, name, changed, gone, facts, other, new, *rest = _content(self._file(folder))
            if version != VERSION:
                return None
            base = self._base_named(name)
        except (OSError, ValueError, EOFError, TypeError):
            return None
        found = Manifest(dict(base.files), base.facts + facts, base.digests + new, *rest)
        found.files.update((file, Made._make(row)) for file, row in changed)
        for file in gone:
            del found.files[file]
        for position, digest in other:
            found.digests[position] = digest
        return found

    def write(self, folder: Path, manifest: Manifest) -> None:
        """Say that a folder is whole."""
        base = self._base
        changed = [(file, tuple(made)) for file, made in manifest.files.items() if base.files.get(file) != made]
        gone = [file for file in base.files if file not in manifest.files]
        known = len(base.facts)
        many = len(changed) + len(gone) > len(base.files) // FEW or len(manifest.facts) - known > known // FEW
        if many or manifest.facts[:known] != base.facts:
            self._write_base(manifest)
            changed, gone, known = [], [], len(manifest.facts)
        then = self._base.digests
        other = [(at, digest) for at, digest in enumerate(manifest.digests[:known]) if then[at] != digest]
        rest = [getattr(manifest, name) for name in OTHERS]
        content = (VERSION, self._name, changed, gone, manifest.facts[known:], other, manifest.digests[known:], *rest)
        self._put(self._file(folder), content)

    def remove(self, folder: Path) -> None:
        """Say that a folder is about to be changed."""
        self._file(folder).unlink(missing_ok=True)

    def keep(self, folders: Iterable[Path]) -> None:
        """Remove the manifests of all other folders of ours, and bases that none of these needs."""
        kept = {self._file(folder).name for folder in folders if folder.exists()}
        for name in tuple(kept):
            try:
                kept.add(_content(self._folder / name)[1])
            except (OSError, ValueError, EOFError, TypeError):
                continue
        for file in self._folder.iterdir():
            if file.name not in kept:
                file.unlink(missing_ok=True)

    def _base_named(self, name: str) -> Manifest:
        if name != self._name:
            files, facts, digests = _content(self._folder / name)
            self._name, self._base = name, Manifest({file: Made._make(row) for file, row in files}, facts, digests)
        return self._base

    def _write_base(self, manifest: Manifest) -> None:
        self._name, self._base = f"base-{os.urandom(6).hex()}", manifest
        files = [(file, tuple(made)) for file, made in manifest.files.items()]
        self._put(self._folder / self._name, (files, manifest.facts, manifest.digests))

    def _put(self, file: Path, content: Any) -> None:
        data = marshal.dumps(content)
        part = self._folder / f"{os.getpid()}.part"
        part.write_bytes(_checksum(data) + data)
        part.replace(file)

    def _file(self, folder: Path) -> Path:
        try:
            found = folder.stat()
        except OSError:
            return self._folder / "none"
        return self._folder / f"{found.st_dev}-{found.st_ino}-{found.st_mtime_ns}"


def _content(file: Path) -> Any:
    """What a file holds. Raises OSError, ValueError, EOFError and TypeError."""
    content = file.read_bytes()
    if content[:16] != _checksum(content[16:]):
        raise ValueError(file.name)
    return marshal.loads(content[16:])


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
