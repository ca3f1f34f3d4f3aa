"""Keep what reading gave, under the stamp and the hash of each file, so that an unchanged file is never read twice.

What lists and checks need of a file is a row that all are read of at once; values and bodies are fetched when they are asked
for. Both are bound to the hash of the code and settings that made them, and values to the file's own hash.
"""

from __future__ import annotations

import marshal
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from contributions.cache.cache import Cache
from contributions.models import Common
from contributions.problems.problem import Fix, Further, Problem, Rename
from contributions.record.brief import FOREVER, Brief, restored
from contributions.record.contribution import Contribution
from contributions.record.inheritance import completed
from contributions.record.values import Sums, Whole

Stamp = tuple[int, int, int, int]
"""Size, inode and the times (ns) of content and status: while it lasts, a file is taken as unchanged."""


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


Digests = tuple[bytes, bytes, bytes]
"""The parts of Sums."""


class Above(NamedTuple):
    """What completed an animation: the file of its parent, and the digest of that one's front matter."""

    path: str
    meta: bytes


class Kept(NamedTuple):
    """A file that was read: its contribution, or the problems that stood in the way, and then no brief. Only plain values."""

    stamp: Stamp
    digest: bytes
    """Of the file."""
    told: tuple[tuple[Any, ...], ...] = ()
    """The parts of problems."""
    kind: str = ""
    slug: str = ""
    sums: Digests = (b"", b"", b"")
    files: tuple[str, ...] = ()
    """The images and documents that it names, by path below content/."""
    public_from: int = FOREVER
    """As its brief has it."""
    brief: bytes = b""
    parent: str = ""
    """The slug of the event that it is part of, and that completes it: `brief` and `sums` are what it is then."""
    above: tuple[str, bytes] | None = None
    """The parts of Above; None where nothing has completed it."""
    alone: tuple[bytes, Digests] | None = None
    """Its brief and its sums by itself, where something has."""

    def by_itself(self) -> Kept:
        """The same, completed by nothing."""
        return self._replace(brief=self.alone[0], sums=self.alone[1], above=None, alone=None) if self.alone else self

    @property
    def problems(self) -> Iterable[Problem]:
        """What is wrong with the file by itself."""
        return map(problem_of, self.told)


def parts_of(problem: Problem) -> tuple[Any, ...]:
    """A problem as plain values."""
    return problem.path, problem.line, problem.column, problem.code, problem.message, problem.repair, _parts_of(problem.fix)


def _parts_of(fix: Fix | Rename | None) -> tuple[Any, ...] | None:
    if isinstance(fix, Fix):
        return fix.new, fix.old, fix.column, fix.line, tuple(map(tuple, fix.further))
    return (fix.new,) if fix else None


def problem_of(parts: tuple[Any, ...]) -> Problem:
    """A problem that was plain values."""
    path, line, column, code, message, repair, fix = parts
    return Problem(path, line, column, code, message, repair, None if fix is None else _fix_of(fix))


def _fix_of(parts: tuple[Any, ...]) -> Fix | Rename:
    if len(parts) == 1:
        return Rename(*parts)
    new, old, column, line, further = parts
    return Fix(new, old, column, line, tuple(Further(*each) for each in further))


class Fetched:
    """What is kept of a contribution, fetched when it is asked for."""

    __slots__ = ("_kept", "_path", "_store")

    def __init__(self, store: Store, path: str, kept: Kept) -> None:
        self._store, self._path, self._kept = store, path, kept

    def brief(self) -> Brief:
        """Its row."""
        return restored(self._kept.brief)

    def whole(self) -> Whole:
        """Its values, and those of its parent that complete it."""
        if self._kept.above is None:
            return self.alone()
        path = self._kept.above[0]
        return completed(self.alone(), Fetched(self._store, path, self._store.kept[path]).alone())

    def alone(self) -> Whole:
        """Its own values."""
        known = self._store.values(self._path, self._kept.digest)
        return _whole(known) if known is not None else self._store.again(self._path)[0]

    def html(self) -> str:
        """Its body."""
        known = self._store.values(self._path, self._kept.digest)
        return _html(known) if known is not None else self._store.again(self._path)[1]


def _packed(whole: Whole, html: str) -> bytes:
    values = pickle.dumps(whole, pickle.HIGHEST_PROTOCOL)
    return len(values).to_bytes(8) + values + html.encode()


def _whole(known: bytes) -> Whole:
    found = pickle.loads(known[8:])  # ends by itself, where the body begins
    assert isinstance(found, Whole)
    return found


def _html(known: bytes) -> str:
    return known[8 + int.from_bytes(known[:8]) :].decode()


class Store:
    """What was read before, in a cache; `key` binds it to code and settings.

    `again` reads a file whose values are lost: what it holds, and its body as HTML.
    """

    def __init__(self, cache: Cache, key: str, again: Callable[[str], tuple[Whole, str]]) -> None:
        self._sources, self._values = cache.room("sources"), cache.room("contents")
        self.key = blake2b(f"{key} {sys.version}".encode(), digest_size=16).digest()
        self.again = again
        rows = self._sources.all()
        self.kept = {path: Kept._make(marshal.loads(row)) for path, (bound, row) in rows.items() if bound == self.key}
        self._before = rows.keys()

    def write(self, values: Iterable[tuple[str, bytes, Whole, str]]) -> None:
        """Keep values and bodies: path, hash of the file, values, body."""
        self._values.put((path, self.key + digest, _packed(whole, html)) for path, digest, whole, html in values)

    def values(self, path: str, digest: bytes) -> bytes | None:
        """Values and body of a file, packed; None where they are not there as they were written."""
        return self._values.value(path, self.key + digest)

    def contributions(self) -> Iterator[Contribution[Common]]:
        """All contributions that could be read."""
        return (Contribution(e.kind, e.slug, Sums(*e.sums), Fetched(self, path, e)) for path, e in self.kept.items() if e.brief)

    def save(self, kept: dict[str, Kept]) -> None:
        """Keep what was read of all files, and nothing of files that are no more."""
        changed = [(path, self.key, marshal.dumps(tuple(entry))) for path, entry in kept.items() if self.kept.get(path) is not entry]
        gone = self._before - kept.keys()
        self._sources.put(changed)
        self._sources.drop(gone)
        self._values.drop(gone)
        self.kept = kept
