"""What a published folder holds: of each file its digest, and what it was made of."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from contributions.cache.ledger import Ledger
from publishing.searching import Findable


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
    """What it was made of: numbers of the manifest's ledger, packed."""
    group: str = ""
    """The search group of a page that is to be found."""
    text: bytes = b""
    """The digest of what the search index reads of it; nothing where it was made by a build without search."""


@dataclass(slots=True)
class Manifest:
    """What a folder holds, and what that was made of."""

    files: dict[str, Made] = field(default_factory=dict)
    """By path below the folder."""
    ledger: Ledger = field(default_factory=Ledger)
    """What its files were made of."""
    base: bytes = b""
    """The digest of code and settings."""
    keys: dict[str, bytes] = field(default_factory=dict)
    """Of planned files, by template; under « » for those without one."""
    kinds: dict[str, int] = field(default_factory=dict)
    """How many contributions of each kind are published."""
    pages: int = 0

    def findable(self) -> tuple[Findable, ...]:
        """The pages that are to be found, by path."""
        pages = (Findable(url_path(file), made.text, made.group) for file, made in self.files.items() if made.group)
        return tuple(sorted(pages, key=attrgetter("path")))

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


def url_path(file: str) -> str:
    """The URL path of a page, by its file."""
    return "/" + file.removesuffix("index.html")
