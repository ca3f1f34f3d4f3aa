"""All that is kept from one build to the next: one SQLite file, of which nothing is used that is not as it was written.

A value has a name, a key that says what it was made of, and a checksum of all three, which is looked at before anything is made
of the value: what is damaged is as good as never kept. A file that SQLite cannot read, or that another version of this module
wrote, is set aside. Checksums are against accidents: whoever can write this file can write the programs beside it too.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

VERSION = 1
ROOMS = ("sources", "contents", "remembered", "checks", "texts", "templates", "words", "sites")
FILE, ASIDE, MARK = "kept.sqlite", "kept.aside.sqlite", "damaged"
WAIT_SECONDS = 60
"""How long one worker waits for another to have written."""
DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
"""What SQLite says of a file that is none, or not whole; that a disk is full, or cannot be written to, is for whoever builds to know."""
T = TypeVar("T")
Row = tuple[str, bytes, bytes]
"""Name, key and value."""
Stored = tuple[bytes, bytes, bytes, bytes]
"""Name, key, value and checksum, as the file has them."""


class Cache:
    """The file in a folder, which is made where it is missing. Each process has its own connection: SQLite's must not cross a fork."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._owner = os.getpid()
        self._connections: dict[int, sqlite3.Connection] = {}
        if not _begun(folder / FILE):
            self._renew()

    def room(self, name: str) -> Room:
        """One of ROOMS: a table of values."""
        return Room(self, name)

    def remarks(self) -> tuple[str, ...]:
        """A line on what was damaged, if anything was, in any process; from then on nothing is said of it."""
        mark = self.folder / MARK
        if not mark.exists():
            return ()
        mark.unlink()
        return (f"Le cache ({self.folder}) était abîmé : ce qui l’était a été refait.",)

    def close(self) -> None:
        """Put everything into the one file, which the last connection of all does."""
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            connection.close()

    def done(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do something with the file. Where SQLite finds it damaged, a new one takes its place, and `otherwise` is the result."""
        try:
            return work(self._connection())
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            if code & 0xFF not in DAMAGE or code == sqlite3.SQLITE_IOERR_WRITE:
                raise
            self.harmed()
            if os.getpid() == self._owner:
                self._renew()
            return otherwise

    def harmed(self) -> None:
        """Note, for all processes, that something was damaged."""
        with suppress(OSError):
            (self.folder / MARK).touch()

    def _connection(self) -> sqlite3.Connection:
        process = os.getpid()
        if process not in self._connections:
            found = self._connections[process] = sqlite3.connect(self.folder / FILE, timeout=WAIT_SECONDS, isolation_level=None)
            found.text_factory = bytes  # a flipped bit may have made a text of what was written
            # What a machine that stops may damage is made again.
            found.execute("PRAGMA synchronous = OFF")
        return self._connections[process]

    def _renew(self) -> None:
        """Set aside what is there, and begin anew. Raises sqlite3.DatabaseError where that cannot be."""
        self.close()
        for file in self.folder.glob(f"{FILE}*"):
            file.replace(self.folder / ASIDE) if file.name == FILE else file.unlink()
        self.harmed()
        _begun(self.folder / FILE, surely=True)


def _begun(file: Path, *, surely: bool = False) -> bool:
    """Make the tables, unless they are there; False where the file is of no use, and sqlite3.DatabaseError where it `surely` should be."""
    try:
        with closing(sqlite3.connect(file, timeout=WAIT_SECONDS)) as base, base:
            (version,) = base.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if tables:
                return version == VERSION and tables == set(ROOMS)
            # In this mode those who read and the one who writes need not wait for one another.
            base.execute("PRAGMA journal_mode = WAL")
            for name in ROOMS:
                base.execute(f"CREATE TABLE {name} (name BLOB PRIMARY KEY, key BLOB, sum BLOB, value BLOB)")
            base.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.DatabaseError:
        if surely:
            raise
        return False
    return True


class Room:
    """A table of values by name. A value that is not as it was written, or was made of something else, is none."""

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache, self._name = cache, name

    def get(self, name: str) -> tuple[bytes, bytes] | None:
        """Key and value of a name."""
        query = f"SELECT name, key, value, sum FROM {self._name} WHERE name = ?"
        row: Stored | None = self._cache.done(lambda base: base.execute(query, (_bytes(name),)).fetchone(), None)
        return row[1:3] if row is not None and self._whole(row) and row[0] == _bytes(name) else None

    def value(self, name: str, key: bytes) -> bytes | None:
        """The value of a name, if it was made of what the key says."""
        found = self.get(name)
        return found[1] if found is not None and found[0] == key else None

    def all(self) -> dict[str, tuple[bytes, bytes]]:
        """Key and value of every name."""
        query = f"SELECT name, key, value, sum FROM {self._name}"
        rows: list[Stored] = self._cache.done(lambda base: base.execute(query).fetchall(), [])
        return {os.fsdecode(row[0]): (row[1], row[2]) for row in rows if self._whole(row)}

    def put(self, rows: Iterable[Row]) -> None:
        """Keep some values, all or none of them."""
        command = f"REPLACE INTO {self._name} (name, key, value, sum) VALUES (?, ?, ?, ?)"
        self._write(command, [(_bytes(name), key, value, self._sum(_bytes(name), key, value)) for name, key, value in rows])

    def drop(self, names: Iterable[str]) -> None:
        """Keep some no longer: once this is done, they are gone for whoever comes next."""
        self._write(f"DELETE FROM {self._name} WHERE name = ?", [(_bytes(name),) for name in names])

    def names(self) -> set[str]:
        """All names."""
        query = f"SELECT name FROM {self._name}"
        rows: list[tuple[bytes]] = self._cache.done(lambda base: base.execute(query).fetchall(), [])
        return {os.fsdecode(name) for (name,) in rows}

    def _write(self, command: str, rows: Sequence[tuple[bytes, ...]]) -> None:
        """In one transaction."""

        def write(base: sqlite3.Connection) -> None:
            base.execute("BEGIN IMMEDIATE")
            try:
                base.executemany(command, rows)
                base.execute("COMMIT")
            except BaseException:
                base.execute("ROLLBACK")
                raise

        if rows:
            self._cache.done(write, None)

    def _whole(self, row: Stored) -> bool:
        name, key, value, found = row
        if all(type(part) is bytes for part in row) and found == self._sum(name, key, value):
            return True
        self._cache.harmed()
        return False

    def _sum(self, name: bytes, key: bytes, value: bytes) -> bytes:
        found = blake2b(b"%s\0%d %s%d %s" % (self._name.encode(), len(name), name, len(key), key), digest_size=12)
        found.update(value)
        return found.digest()


def _bytes(name: str) -> bytes:
    """A name as bytes: names of files may be any."""
    return os.fsencode(name)
