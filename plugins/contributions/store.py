"""Keep what reading gave, under the stamp and the hash of each file, so that an unchanged file is never read twice.

A folder holds an index (a row a file) and packs (the values and bodies, one after the other). The index is replaced in
one step and names the packs it counts on, so that a build that is killed leaves the last index true. It is bound to a
key, the hash of the code and settings that made it: another key, or a damaged index, is an empty store.
"""

from __future__ import annotations

import marshal
import mmap
import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from contributions.brief import Brief, plain, restored
from contributions.contribution import Whole
from contributions.problems import Problem

MOST_PACKS = 12
Stamp = tuple[int, int, int, int]
"""Size, inode and the times (ns) of content and status: while it lasts, a file is taken as unchanged."""


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


class Kept(NamedTuple):
    """A file that was read: its contribution's brief, or None beside the problems that stood in the way."""

    stamp: Stamp
    digest: bytes
    brief: Brief | None
    problems: tuple[Problem, ...]
    pack: str = ""
    start: int = 0
    middle: int = 0
    end: int = 0


class Packed:
    """A contribution's values and body in a pack."""

    __slots__ = ("_end", "_middle", "_pack", "_start")

    def __init__(self, pack: mmap.mmap, start: int, middle: int, end: int) -> None:
        self._pack, self._start, self._middle, self._end = pack, start, middle, end

    def whole(self) -> Whole:
        """Its values."""
        found = pickle.loads(self._pack[self._start : self._middle])
        assert isinstance(found, Whole)
        return found

    def html(self) -> str:
        """Its body."""
        return self._pack[self._middle : self._end].decode()


class Writer:
    """Appends values and bodies to a pack of this process."""

    def __init__(self, folder: Path, build: str) -> None:
        self.name = f"{build}-{os.getpid()}.pack"
        self._file = (folder / self.name).open("ab")
        self._at = self._file.tell()

    def write(self, whole: Whole, html: str) -> tuple[str, int, int, int]:
        """Append; returns the pack's name, and where values start, body starts and body ends."""
        values, body = pickle.dumps(whole, pickle.HIGHEST_PROTOCOL), html.encode()
        start, middle = self._at, self._at + len(values)
        self._at = middle + len(body)
        self._file.write(values)
        self._file.write(body)
        return self.name, start, middle, self._at

    def close(self) -> None:
        """Write what is left."""
        self._file.close()


class Store:
    """What was read before. `folder` is made; `key` binds it to code and settings."""

    def __init__(self, folder: Path, key: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.build = os.urandom(6).hex()
        self._key = f"{key} {sys.version}"
        self._packs: dict[str, mmap.mmap] = {}
        self.kept: dict[str, Kept] = dict(self._read())

    def writer(self) -> Writer:
        """A pack to write to."""
        return Writer(self.folder, self.build)

    def stored(self, kept: Kept) -> Packed:
        """Where the values of a file are."""
        return Packed(self._pack(kept.pack), kept.start, kept.middle, kept.end)

    def save(self, kept: dict[str, Kept]) -> None:
        """Replace the index; then packs that it does not need are removed."""
        self.kept = kept if len({entry.pack for entry in kept.values()}) <= MOST_PACKS else self._together(kept)
        rows = [(path, (*e[:2], e.brief and plain(e.brief), _plain(e.problems), *e[4:])) for path, e in self.kept.items()]
        data = marshal.dumps(rows, 2)  # without references, whose number depends on more than the values
        part = self.folder / f"{self.build}.part"
        part.write_bytes(self._checksum(data) + data)
        part.replace(self.folder / "index")
        needed = {entry.pack for entry in self.kept.values()}
        for file in self.folder.iterdir():
            if file.name != "index" and file.name not in needed:
                file.unlink(missing_ok=True)

    def _read(self) -> Iterator[tuple[str, Kept]]:
        try:
            content = (self.folder / "index").read_bytes()
            if content[:16] != self._checksum(content[16:]):
                return
            rows = marshal.loads(content[16:])
            for name in {row[4] for _path, row in rows if row[4]}:
                self._pack(name)
        except (OSError, ValueError):
            return
        for path, row in rows:
            yield path, Kept(row[0], row[1], row[2] and restored(row[2]), tuple(Problem(*problem) for problem in row[3]), *row[4:])

    def _checksum(self, data: bytes) -> bytes:
        return blake2b(data, digest_size=16, key=blake2b(self._key.encode()).digest()).digest()

    def _pack(self, name: str) -> mmap.mmap:
        if name not in self._packs:
            with (self.folder / name).open("rb") as file:
                self._packs[name] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._packs[name]

    def _together(self, kept: dict[str, Kept]) -> dict[str, Kept]:
        """Copy what is still needed of many packs into one."""
        name = f"{self.build}-all.pack"
        found: dict[str, Kept] = {}
        at = 0
        with (self.folder / name).open("wb") as file:
            for path, entry in kept.items():
                if entry.brief is None:
                    found[path] = entry
                    continue
                file.write(self._pack(entry.pack)[entry.start : entry.end])
                found[path] = entry._replace(pack=name, start=at, middle=at + entry.middle - entry.start, end=at + entry.end - entry.start)
                at = found[path].end
        return found


def _plain(problems: Iterable[Problem]) -> list[tuple[Any, ...]]:
    return [(p.path, p.line, p.column, p.code, p.message, p.repair) for p in problems]
