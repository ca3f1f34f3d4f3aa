"""Texts that are dear to make, stored from one build to the next under the digests of the facts that they were made of."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from contributions.library.facts import note_all, recorded
from publishing.engine.digests import Digests

TABLE = "CREATE TABLE IF NOT EXISTS texts (name TEXT PRIMARY KEY, facts TEXT, digest BLOB, text BLOB)"
WAIT_SECONDS = 10


class Texts:
    """Rows of a name, the facts that a text was made of, their digest and the text.

    Workers share the file, so that what one of them has made no other makes. Where it cannot be read or written, texts are
    made all the same. What is gone from the site leaves its row, which nobody asks for any more.
    """

    def __init__(self, file: Path, key: bytes, digests: Digests) -> None:
        """`key` sums up code and settings; `digests` are those of this build."""
        self._file, self._key, self._digests = file, key, digests
        self._connections: dict[int, sqlite3.Connection] = {}
        try:
            self._begin()
        except sqlite3.DatabaseError:
            file.unlink(missing_ok=True)  # none of SQLite's
            self._begin()

    def text(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, or gave when the facts that it reads were the same."""
        known = self._known(name)
        if known is not None:
            return known
        with recorded() as reads:
            made = make()
        facts = sorted(reads)
        note_all(facts)
        with suppress(sqlite3.Error):
            row = (name, json.dumps(facts), self._digest(facts, made), made)
            self._connection().execute("REPLACE INTO texts VALUES (?, ?, ?, ?)", row)
        return made

    def _known(self, name: str) -> bytes | None:
        """The stored text, if it would be made the same again; a damaged one is as good as none."""
        with suppress(sqlite3.Error, ValueError):
            row = self._connection().execute("SELECT facts, digest, text FROM texts WHERE name = ?", (name,)).fetchone()
            if row is not None and self._digest(facts := json.loads(row[0]), row[2]) == row[1]:
                note_all(facts)
                return bytes(row[2])
        return None

    def _digest(self, facts: list[str], text: bytes) -> bytes:
        found = blake2b(repr((self._key, [self._digests[fact] for fact in facts])).encode(), digest_size=16)
        found.update(text)
        return found.digest()

    def _begin(self) -> None:
        """Make the file before workers could do so all at once. In this mode (WAL) they need not wait for one another."""
        with closing(sqlite3.connect(self._file, timeout=WAIT_SECONDS)) as begun:
            begun.execute("PRAGMA journal_mode = WAL")
            begun.execute(TABLE)

    def _connection(self) -> sqlite3.Connection:
        """This process's own: SQLite's must not cross a fork."""
        process = os.getpid()
        if process not in self._connections:
            found = self._connections[process] = sqlite3.connect(self._file, timeout=WAIT_SECONDS, isolation_level=None)
            # What a machine that stops may damage is made again.
            found.execute("PRAGMA synchronous = OFF")
        return self._connections[process]
