"""What the index reads of each page, kept from one build to the next: a table of texts by path, in a file of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from publishing.searching import Findable, digest_of

Result = TypeVar("Result")


class Texts:
    """The texts of a site's pages. A file that is damaged, or not ours, is replaced by an empty one; each text is held to its digest."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)

    def keep(self, pages: Iterable[Findable], new: Mapping[str, str]) -> None:
        """Take in what is new, and let go of pages that are no more: all of it, or nothing."""
        paths = {page.path for page in pages}

        def write(base: sqlite3.Connection) -> None:
            gone = [row for row in base.execute("SELECT path FROM texts") if row[0] not in paths]
            base.executemany("DELETE FROM texts WHERE path = ?", gone)
            base.executemany("INSERT OR REPLACE INTO texts (path, text) VALUES (?, ?)", new.items())

        self._done(write)

    def of(self, pages: Iterable[Findable]) -> dict[str, str]:
        """The texts of pages, by path: those that are there as their digests say."""
        wanted = {page.path: page.digest for page in pages}

        def read(base: sqlite3.Connection) -> dict[str, str]:
            rows = (base.execute("SELECT path, text FROM texts WHERE path = ?", (path,)).fetchone() for path in wanted)
            return {row[0]: row[1] for row in rows if row and digest_of(row[1]) == wanted[row[0]]}

        return self._done(read)

    def _done(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something in one transaction."""
        try:
            return self._in_one(work)
        except sqlite3.DatabaseError:
            for suffix in ("", "-journal"):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
            return self._in_one(work)

    def _in_one(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        with closing(sqlite3.connect(self._file)) as base, base:
            base.execute("PRAGMA synchronous = OFF")  # after a failure of power the digests tell
            base.execute("CREATE TABLE IF NOT EXISTS texts (path TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
            return work(base)
