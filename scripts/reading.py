"""Read contributions with the cache that builds use, or without one where it cannot be written to: nobody is kept from checking."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from contributions.cache.cache import Cache
from publishing.engine.lock import cache_locked
from publishing.engine.places import check_cache

T = TypeVar("T")
UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}


UNWRITABLE_TO_SQLITE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN}


def kept_in(cache: Path, content: Path, work: Callable[[Cache | None], T]) -> T:
    """What `work` gives with the cache, locked, or with None in its place. Raises UnsafeCache, and whatever `work` raises."""
    cache = cache.resolve()
    try:
        check_cache(cache, content.resolve())
        with cache_locked(cache):
            return work(Cache(cache))
    except OSError as error:
        if error.errno not in UNWRITABLE or not _of(cache, error):
            raise
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in UNWRITABLE_TO_SQLITE:
            raise
    print(f"Rien ne peut être écrit dans le cache « {cache} » : tout est lu, et rien n’y est gardé.", file=sys.stderr)
    return work(None)


def _of(cache: Path, error: OSError) -> bool:
    """Whether an error is about the cache; one about room names no file, and nothing else is written here."""
    return error.filename is None or Path(str(error.filename)).is_relative_to(cache)
