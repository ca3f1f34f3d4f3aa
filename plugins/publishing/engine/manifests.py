"""Keep the manifests of folders in the cache.

A manifest belongs to one folder, by its inode and the time of its last change, and is only there while the folder is whole: it
goes before the folder is touched, and comes back once the folder is done. A build that is killed leaves a folder without a
manifest, which nobody trusts; a build with another cache may leave one of the same inode, which is none of ours either.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from pathlib import Path

from contributions.cache.cache import Cache
from contributions.cache.ledger import Ledger
from publishing.engine.manifest import Made, Manifest

FORM = b"1"
"""How a manifest is written."""


class Manifests:
    """The manifests of the folders that were published."""

    def __init__(self, cache: Cache) -> None:
        self._room = cache.room("sites")

    def read(self, folder: Path) -> Manifest | None:
        """The manifest of a folder, or None where there is none, or none that can be read."""
        name = _name(folder)
        known = self._room.value(name, FORM) if name else None
        if known is None:
            return None
        files, ledger, *rest = marshal.loads(known)
        return Manifest({file: Made(*made) for file, made in files.items()}, Ledger(*ledger), *rest)

    def write(self, folder: Path, manifest: Manifest) -> None:
        """Say that a folder is whole."""
        files, ledger = {file: tuple(made) for file, made in manifest.files.items()}, manifest.ledger
        parts = (files, (ledger.facts, ledger.digests, ledger.lists), manifest.base, manifest.keys, manifest.kinds, manifest.pages)
        self._room.put([(_name(folder), FORM, marshal.dumps(parts))])

    def remove(self, folder: Path) -> None:
        """Say that a folder is about to be changed."""
        self._room.drop([_name(folder)])

    def keep(self, folders: Iterable[Path]) -> None:
        """Remove the manifests of all other folders of ours."""
        self._room.drop(self._room.names() - set(map(_name, folders)))


def _name(folder: Path) -> str:
    try:
        found = folder.stat()
    except OSError:
        return ""
    return f"{found.st_dev}-{found.st_ino}-{found.st_mtime_ns}"
