"""Keep what reading gave, under the stamp and the hash of each file, so that an unchanged file is never read twice.

A folder holds an index (a row a file), what has changed since it was written, and packs (the values and bodies, one after
the other). Both are replaced in one step and name the packs they count on, so that a build that is killed leaves the last
state true. They are bound to a key, the hash of the code and settings that made them: another key, or a damaged index, is an
empty store.
"""

from __future__ import annotations

import marshal
import mmap
import os
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from contributions.library.brief import Brief, restored
from contributions.library.contribution import Contribution
from contributions.library.values import Sums, Whole
from contributions.models import Common
from contributions.problems.problem import Fix, Problem, Rename

MOST_PACKS = 12
SMALL = 64
"""Packs of fewer contributions are put together when there are more than MOST_PACKS of them."""
OTHER_FILES = {"index", "changes", "sizes", "doubtful", "wrong", "alike", "media", "introductions"}
"""Files of the folder that are no packs."""
FEW = 20
"""One row in so many may differ from the index before it is written again."""
Stamp = tuple[int, int, int, int]
"""Size, inode and the times (ns) of content and status: while it lasts, a file is taken as unchanged."""


Place = tuple[str, int, int, int]
"""A pack, and where in it values start, the body starts and the body ends."""


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


class Kept(NamedTuple):
    """A file that was read: its contribution, or the problems that stood in the way, and then no brief. Only plain values."""

    stamp: Stamp
    digest: bytes
    """Of the file."""
    told: tuple[tuple[Any, ...], ...] = ()
    """The parts of problems."""
    kind: str = ""
    slug: str = ""
    sums: tuple[bytes, bytes, bytes] = (b"", b"", b"")
    images: tuple[str, ...] = ()
    """What it shows, by path below content/."""
    brief: bytes = b""
    place: Place = ("", 0, 0, 0)

    @property
    def problems(self) -> Iterable[Problem]:
        """What is wrong with the file by itself."""
        return map(problem_of, self.told)


def parts_of(problem: Problem) -> tuple[Any, ...]:
    """A problem as plain values."""
    fix = problem.fix
    repair = (fix.new, fix.old, fix.column, fix.line) if isinstance(fix, Fix) else (fix.new,) if fix else None
    return problem.path, problem.line, problem.column, problem.code, problem.message, problem.repair, repair


def problem_of(parts: tuple[Any, ...]) -> Problem:
    """A problem that was plain values."""
    path, line, column, code, message, repair, fix = parts
    return Problem(path, line, column, code, message, repair, None if fix is None else Rename(*fix) if len(fix) == 1 else Fix(*fix))


class Packed:
    """What is kept of a contribution, fetched when it is asked for."""

    __slots__ = ("_kept", "_store")

    def __init__(self, store: Store, kept: Kept) -> None:
        self._store, self._kept = store, kept

    def brief(self) -> Brief:
        """Its row."""
        return restored(self._kept.brief)

    def whole(self) -> Whole:
        """Its values."""
        name, start, middle, _end = self._kept.place
        found = pickle.loads(self._store.pack(name)[start:middle])
        assert isinstance(found, Whole)
        return found

    def html(self) -> str:
        """Its body."""
        name, _start, middle, end = self._kept.place
        return self._store.pack(name)[middle:end].decode()


class Writer:
    """Appends values and bodies to a pack of this process."""

    def __init__(self, folder: Path, build: str) -> None:
        self.name = f"{build}-{os.getpid()}.pack"
        self._file = (folder / self.name).open("ab")
        self._at = self._file.tell()

    def write(self, whole: Whole, html: str) -> Place:
        """Append; returns where."""
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
        self.key = f"{key} {sys.version}"
        self._packs: dict[str, mmap.mmap] = {}
        self._index, self._base = b"", dict[str, Kept]()
        self.kept: dict[str, Kept] = self._read()

    def writer(self) -> Writer:
        """A pack to write to."""
        return Writer(self.folder, self.build)

    def contributions(self) -> Iterator[Contribution[Common]]:
        """All contributions that could be read; their packs stay open, though the folder may go."""
        for name in _packs(self.kept):
            self.pack(name)
        return (Contribution(e.kind, e.slug, Sums(*e.sums), Packed(self, e)) for e in self.kept.values() if e.brief)

    def save(self, kept: dict[str, Kept]) -> None:
        """Replace the index, or say what has changed since it was written; then packs that are not needed are removed."""
        self.kept = self._together(kept)
        changed = [(path, tuple(entry)) for path, entry in self.kept.items() if self._base.get(path) is not entry]
        if len(changed) <= len(self._base) // FEW:
            self._write("changes", (self._index, changed, [path for path in self._base if path not in self.kept]))
        else:
            self._index, self._base = self._write("index", [(path, tuple(entry)) for path, entry in self.kept.items()]), self.kept
        needed = _packs(self.kept)
        for file in self.folder.iterdir():
            if file.name not in OTHER_FILES | needed:
                file.unlink(missing_ok=True)

    def _read(self) -> dict[str, Kept]:
        try:
            self._index, rows = self._content("index")
            self._base = {path: Kept._make(row) for path, row in rows}
        except (OSError, ValueError):
            return {}
        found = dict(self._base)
        try:
            _checksum, (index, changed, gone) = self._content("changes")
            if index == self._index:
                found.update((path, Kept._make(row)) for path, row in changed)
                for path in gone:
                    del found[path]
        except (OSError, ValueError):
            pass  # nothing changed since, or nothing that can be read: files are then read again
        try:
            for name in _packs(found):
                self.pack(name)
        except OSError:
            return {}
        return found

    def _write(self, name: str, rows: Any) -> bytes:
        data = marshal.dumps(rows)
        checksum = self._checksum(data)
        part = self.folder / f"{self.build}.part"
        part.write_bytes(checksum + data)
        part.replace(self.folder / name)
        return checksum

    def _content(self, name: str) -> tuple[bytes, Any]:
        """What a file holds, and its checksum. Raises OSError and ValueError."""
        content = (self.folder / name).read_bytes()
        if content[:16] != self._checksum(content[16:]):
            raise ValueError(name)
        return content[:16], marshal.loads(content[16:])

    def _checksum(self, data: bytes) -> bytes:
        return blake2b(data, digest_size=16, key=blake2b(self.key.encode()).digest()).digest()

    def pack(self, name: str) -> mmap.mmap:
        """A pack as bytes. Raises OSError where it is gone."""
        if name not in self._packs:
            with (self.folder / name).open("rb") as file:
                self._packs[name] = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._packs[name]

    def _together(self, kept: dict[str, Kept]) -> dict[str, Kept]:
        """The same entries; where there are many small packs, what is still needed of them is copied into one."""
        sizes = Counter(entry.place[0] for entry in kept.values() if entry.brief)
        small = {name for name, size in sizes.items() if size < max(SMALL, len(kept) // FEW)}
        if len(small) <= MOST_PACKS:
            return kept
        name = f"{self.build}-all.pack"
        found: dict[str, Kept] = dict(kept)
        at = 0
        with (self.folder / name).open("wb") as file:
            for path, entry in kept.items():
                pack, start, middle, end = entry.place
                if pack not in small:
                    continue
                file.write(self.pack(pack)[start:end])
                found[path] = entry._replace(place=(name, at, at + middle - start, at + end - start))
                at += end - start
        return found


def _packs(kept: dict[str, Kept]) -> set[str]:
    return {entry.place[0] for entry in kept.values() if entry.brief}
